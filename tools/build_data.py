"""Builds the packaged data from the records that people edit.

    python tools/build_data.py

reads ``catalogue/``, one file a record, checks all of it, puts each file into its one
canonical form, and writes what ships: ``src/kcinema/data/``. If anything is wrong,
every problem is printed with its file, and nothing is written.

    python tools/build_data.py --version 2026.12.01

also gives the records their version, a date. ``catalogue/version.json`` keeps it beside
the checksum of the records that it stands for, so that records changed under an old
version are noticed: a test fails until they have one of their own.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kcinema import CatalogueError
from kcinema._json import document
from kcinema._json.syntax import Parsed
from kcinema._model import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kcinema._model.base import Record

ROOT = Path(__file__).parents[1]
CATALOGUE = ROOT / "catalogue"
DATA = ROOT / "src/kcinema/data"


def read(folder: Path = CATALOGUE) -> document.Document:
    """Read and check the records that people edit.

    Raises:
        CatalogueError: They are no catalogue; names the file of each problem.
    """
    head = json.loads((folder / "version.json").read_text("utf-8"))
    head.pop("checksum", None)
    files = {kind: sorted((folder / kind).glob("*.json")) for kind in document.KINDS}
    problems = [
        problem for paths in files.values() for path in paths for problem in _of(path)
    ]
    if problems:
        raise CatalogueError(problems, str(folder))
    records = {
        kind: [json.loads(_normalised(path)) for path in paths]
        for kind, paths in files.items()
    }
    try:
        return document.structured(Parsed({**head, **records}), len(files) * 1000)
    except CatalogueError as error:
        named = [_by_file(problem, files) for problem in error.problems]
        raise CatalogueError(named, str(folder)) from None


def _normalised(path: Path) -> str:
    return unicodedata.normalize("NFC", path.read_text("utf-8"))


def _of(path: Path) -> list[Any]:
    """Return what is wrong with a file by itself."""
    from kcinema import Problem

    where = f"{path.parent.name}/{path.name}"
    try:
        record = json.loads(_normalised(path), object_pairs_hook=_each_key_once)
    except ValueError as error:
        return [Problem(where, None, "a JSON object", str(error))]
    if not isinstance(record, dict) or record.get("id") != path.stem:
        expected = f"an object with the id {path.stem!r}, as the file is named"
        found = repr(record.get("id")) if isinstance(record, dict) else "no object"
        return [Problem(where, None, expected, found)]
    return []


def _each_key_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    names = [name for name, _ in pairs]
    for name in names:
        if names.count(name) > 1:
            msg = f"the key {name!r} twice"
            raise ValueError(msg)
    return dict(pairs)


def _by_file(problem: Any, files: dict[str, list[Path]]) -> Any:
    """Name the file of a problem in place of its number in the list."""
    kind, bracket, rest = problem.path.partition("[")
    if not bracket:
        return problem
    number, _, path = rest.partition("]")
    name = files[kind][int(number)].name
    return problem._replace(path=f"{kind}/{name} {path.removeprefix('.')}".rstrip())


def compact(record: Record) -> dict[str, Any]:
    """Return a record as plain values without those that are empty."""
    values: dict[str, Any] = _without_empty(plain.to_dict(record))
    return values


def _without_empty(value: Any) -> Any:
    if isinstance(value, dict):
        kept = {key: _without_empty(item) for key, item in value.items()}
        return {key: item for key, item in kept.items() if item not in (None, [], {})}
    if isinstance(value, list):
        return [_without_empty(item) for item in value]
    return value


def checksum(found: document.Document) -> str:
    """Return the SHA-256 of the document that ``Catalogue.save`` writes."""
    return hashlib.sha256(document.dumps(found).encode()).hexdigest()


def edited(found: document.Document) -> dict[str, str]:
    """Return the text of every record of ``catalogue/``, by its path there."""
    return {
        f"{kind}/{record.id}.json": document.canonical(compact(record))
        for kind, records in _kinds(found).items()
        for record in records
    }


def version(found: document.Document) -> dict[str, str]:
    """Return the text of the file that says which version the records are.

    Its checksum is over the records without what is empty, so that a new field by
    itself is no new version of the data.
    """
    records = {kind: [*map(compact, items)] for kind, items in _kinds(found).items()}
    text = json.dumps(records, ensure_ascii=False, sort_keys=True)
    head = {"schema": document.SCHEMA, "version": found.version}
    head["checksum"] = hashlib.sha256(text.encode()).hexdigest()
    return {"version.json": document.canonical(head)}


def packaged(found: document.Document) -> dict[str, str]:
    """Return the text of every data file that ships, by its name."""
    texts = {}
    for kind, records in _kinds(found).items():
        ordered = sorted(records, key=lambda record: record.id)
        texts[f"{kind}.json"] = _lines(
            {
                key: value
                for key, value in compact(record).items()
                if key not in record._rarely_read
            }
            for record in ordered
        )
        texts[f"{kind}-more.json"] = _lines(
            {
                key: value
                for key, value in compact(record).items()
                if key in record._rarely_read | {"id"}
            }
            for record in ordered
        )
    head = {
        "version": found.version,
        "schema": document.SCHEMA,
        **{kind: len(records) for kind, records in _kinds(found).items()},
        "checksum": checksum(found),
    }
    return {"head.json": document.canonical(head), **texts}


def _lines(objects: Iterable[dict[str, Any]]) -> str:
    """Write a JSON array of one object a line."""
    lines = (
        json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        for values in objects
    )
    return "[\n" + ",\n".join(lines) + "\n]\n"


def _kinds(found: document.Document) -> dict[str, Sequence[Record]]:
    return {kind: getattr(found, kind) for kind in document.KINDS}


def _write(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        path = folder / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {path.relative_to(ROOT)}")


def main(arguments: list[str] | None = None) -> int:
    """Check, format and build."""
    parser = argparse.ArgumentParser(description="Builds the packaged data.")
    parser.add_argument("--version", help="the new version of the data: a date")
    options = parser.parse_args(arguments)
    try:
        found = read()
    except CatalogueError as error:
        print(error, file=sys.stderr)
        return 1
    if options.version:
        found = found._replace(version=options.version)
        _write(CATALOGUE, version(found))
    _write(CATALOGUE, edited(found))
    _write(DATA, packaged(found))
    if version(found)["version.json"] != (CATALOGUE / "version.json").read_text(
        "utf-8"
    ):
        print(f"the records are no longer those of version {found.version}: --version")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
