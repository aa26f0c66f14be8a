"""Puts the data files into their one canonical form.

    python tools/format_data.py

sorts the records by id and their keys as the classes have them, writes what was left
out as null or empty, normalises text to Unicode NFC and lays the JSON out. A file that
is no catalogue is left alone, and every problem in it is printed.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from pathlib import Path

import kcinema
from kcinema import _codec

DATA = Path(__file__).parents[1] / "src/kcinema/data"


def formatted(folder: Path = DATA) -> dict[str, str]:
    """Give the canonical text of each data file, by its name.

    Raises:
        CatalogueError: The files are no catalogue.
    """
    texts = {
        name: unicodedata.normalize("NFC", (folder / f"{name}.json").read_text("utf-8"))
        for name in ("head", *_codec.KINDS)
    }
    document = json.loads(texts["head"]) | {
        kind: json.loads(texts[kind]) for kind in _codec.KINDS
    }
    whole = json.loads(_codec.dumps(_codec.structured(document)))
    head = {name: whole.pop(name) for name in ("schema", "version")}
    return {
        f"{name}.json": _codec.canonical(value)
        for name, value in {"head": head, **whole}.items()
    }


def main() -> int:
    """Rewrite the files that are not in canonical form."""
    try:
        texts = formatted()
    except kcinema.CatalogueError as error:
        print(error, file=sys.stderr)
        return 1
    for name, text in texts.items():
        path = DATA / name
        if path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"formatted {name}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
