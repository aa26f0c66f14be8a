"""Writes the software bill of materials of a wheel, as CycloneDX JSON.

    python -m pip install ".[release]"
    python tools/sbom.py dist/*.whl dist/

installs the wheel in an environment of its own, has cyclonedx-bom list what is there,
and checks the result: the wheel with its version and checksum, and everything that it
requires, with version and licence.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from typing import Any

from lowest import PROJECT, lowest


def make(wheel: Path, folder: Path) -> dict[str, Any]:
    """Return the bill of materials of a wheel, installed in a folder."""
    venv.create(folder, with_pip=False)  # pip is no part of what is installed
    (python,) = [*folder.glob("bin/python"), *folder.glob("Scripts/python.exe")]
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-q"]
    subprocess.run([*pip, str(wheel)], check=True)
    target = folder / "sbom.json"
    command = [
        *(sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"),
        *("--pyproject", str(PROJECT), "--mc-type", "library"),
        *("--of", "JSON", "-o", str(target), str(python)),
    ]
    subprocess.run(command, check=True)
    bill: dict[str, Any] = json.loads(target.read_text("utf-8"))
    digest = hashlib.sha256(wheel.read_bytes()).hexdigest()
    bill["metadata"]["component"] |= {
        "version": wheel.name.split("-")[1],
        "hashes": [{"alg": "SHA-256", "content": digest}],
    }
    return bill


def problems(bill: dict[str, Any]) -> list[str]:
    """Return what a bill of materials lacks."""
    parts = {part["name"].replace("_", "-"): part for part in bill["components"]}
    found = [
        f"{name} has no {key}"
        for name, part in parts.items()
        for key in ("version", "purl", "licenses")
        if not part.get(key)
    ]
    needed = [requirement.partition("==")[0] for requirement in lowest()]
    found += [f"{name} is missing" for name in needed if name not in parts]
    found += [f"{name} is no part" for name in ("pip", "setuptools") if name in parts]
    if bill.get("bomFormat") != "CycloneDX" or not bill.get("dependencies"):
        found.append("it is no CycloneDX with dependencies")
    return found


def main() -> None:
    """Write the bill of materials beside the wheel, or leave with what it lacks."""
    wheel, target = map(Path, sys.argv[1:3])
    with tempfile.TemporaryDirectory() as name:
        bill = make(wheel, Path(name))
    if lacking := problems(bill):
        raise SystemExit("\n".join(lacking))
    path = target / f"kcinema-{bill['metadata']['component']['version']}.cdx.json"
    path.write_text(json.dumps(bill, indent=2) + "\n", encoding="utf-8")
    print(f"wrote {path.name}: {len(bill['components'])} components")


if __name__ == "__main__":
    main()
