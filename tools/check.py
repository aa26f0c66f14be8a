"""Runs every check of the project, as the continuous integration does.

    python tools/check.py

needs the `dev` extra; `--tested` leaves out the tests of the tree, which have run. It
stops at the first check that fails.
The distributions are built twice, and have to be the same bytes. The wheel is tested by
itself, outside the source tree, under each Python from 3.10 on that is found: its main
rooms under the newest, what reads and checks under the oldest, with the lowest
versions of what it requires; and the public names under those between. Those that are
not found are named.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from lowest import lowest

ROOT = Path(__file__).parents[1]
FOLDERS = ("tests", "docs", "tools")
PYTHONS = ("3.10", "3.11", "3.12", "3.13", "3.14")
# What differs between Pythons shows in the newest, and there what does without the
# packages that are optional; what differs between versions of what is required shows in
# the oldest; all the rest has been tested in the tree.
OLDEST = ("tests/_model", "tests/_json", "tests/leaves", "tests/test_public_api.py")
NEWEST = (*OLDEST, "tests/exchange", "tests/_linking")
_NOT_OURS = shutil.ignore_patterns("node_modules")
OWN = "{}.{}".format(*sys.version_info)
FEW = ("tests/leaves", "tests/test_public_api.py")


def run(*command: str | Path, cwd: Path = ROOT) -> None:
    """Run a command aloud; leave with its status where it fails."""
    print("$", *(Path(w).name if Path(w).is_absolute() else w for w in command))
    sys.stdout.flush()
    status = subprocess.run(command, cwd=cwd, check=False).returncode
    if status:
        raise SystemExit(status)


def module(name: str, *arguments: str | Path) -> None:
    """Run a module with the Python that runs this."""
    run(sys.executable, "-m", name, *arguments)


def check_tree() -> None:
    """Check format, lint, types, data, and tests with coverage."""
    module("ruff", "format", "--check", ".")
    module("ruff", "check", ".")
    with ThreadPoolExecutor() as pool:  # each takes one processor
        checks = [
            pool.submit(module, "mypy"),
            pool.submit(module, "pyright", "--pythonpath", sys.executable),
        ]
    for check in checks:
        check.result()
    if "--tested" not in sys.argv:
        module("pytest", "-q", "--cov", "--cov-report=term")


def check_docs() -> None:
    """Build the documentation, and the web site with it; a warning is an error."""
    with tempfile.TemporaryDirectory() as folder:
        module("sphinx", "-W", "-n", "-q", "-b", "html", "docs", folder)
        check_links(Path(folder))


def check_links(folder: Path) -> None:
    """Check that every link of the pages leads somewhere, those in raw HTML as well."""
    sys.path.append(str(ROOT / "tests"))
    from sitepages import dead_links

    pages = {
        path.relative_to(folder).as_posix(): (
            path.read_text("utf-8") if path.suffix == ".html" else ""
        )
        for path in folder.rglob("*")
        if path.is_file()
    }
    dead = [*dead_links(pages)]
    if dead:
        print("links that lead nowhere:", *dead, sep="\n  ")
        raise SystemExit(1)
    print(f"{len(pages)} files of the documentation, no link that leads nowhere")


def build(folder: Path) -> None:
    """Build the distributions, and again for another user: the bytes are the same."""
    module("build", "--no-isolation", "--outdir", folder)
    before = os.umask(0o077)
    try:
        with tempfile.TemporaryDirectory() as name:
            again = Path(name)
            module("build", "--no-isolation", "--outdir", again)
            for path in folder.iterdir():
                if path.read_bytes() != (again / path.name).read_bytes():
                    raise SystemExit(f"{path.name}: another build has other bytes")
    finally:
        os.umask(before)


def build_wheel(folder: Path) -> Path:
    """Build the distributions, check them, and give the wheel."""
    build(folder)
    (wheel,) = folder.glob("*.whl")
    module("twine", "check", "--strict", *folder.iterdir())
    module("check_wheel_contents", wheel)
    with zipfile.ZipFile(wheel) as file:
        unversioned = re.compile(r"-[^/]*\.dist-info/")
        names = {unversioned.sub(".dist-info/", name) for name in file.namelist()}
    expected = {
        path.relative_to(ROOT / "src").as_posix()
        for path in (ROOT / "src/kcinema").rglob("*")
        if path.suffix in {".py", ".json", ".typed", ".html", ".css", ".js", ".svg"}
    } | {
        f"kcinema.dist-info/{name}"
        for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")
    }
    expected |= {f"kcinema.dist-info/licenses/{n}" for n in ("LICENSE", "LICENSE-DATA")}
    if names != expected:
        print("the wheel has other files:", *sorted(names ^ expected), sep="\n  ")
        raise SystemExit(1)
    size = wheel.stat().st_size
    print(f"{wheel.name}: {len(names)} files, {size / 1000:.0f} kB")
    if size > 1_500_000:
        raise SystemExit("the wheel is larger than 1.5 MB")
    check_sdist(folder)
    return wheel


def check_sdist(folder: Path) -> None:
    """Check that the source distribution holds both the records and what is built."""
    (sdist,) = folder.glob("*.tar.gz")
    with tarfile.open(sdist) as file:
        names = {name.partition("/")[2] for name in file.getnames()}
    expected = {
        path.relative_to(ROOT).as_posix()
        for folder in ("catalogue", "src/kcinema/data")
        for path in (ROOT / folder).rglob("*.json")
    }
    if not expected <= names:
        print("the sdist lacks:", *sorted(expected - names), sep="\n  ")
        raise SystemExit(1)


def find(version: str) -> str | None:
    """Find the interpreter of a version on the path or among pyenv's."""
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    candidates = [str(path) for path in pyenv.glob(f"versions/{version}.*/bin/python")]
    # What is on the path may be a shim of pyenv for a version that is switched off.
    candidates.append(shutil.which(f"python{version}") or "")
    for python in filter(None, candidates):
        works = subprocess.run([python, "-V"], check=False, capture_output=True)
        if works.returncode == 0:
            return python
    return None


def install_wheel(
    wheel: Path, python: str, folder: Path, constraints: list[str]
) -> Path:
    """Install the wheel into an environment of its own, and return its Python."""
    # Without a pip of its own, and compiling only what is imported: twice as fast.
    run(python, "-m", "venv", "--without-pip", folder)
    own = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    limits = folder / "constraints.txt"
    limits.write_text("\n".join(constraints), encoding="utf-8")
    pip = ("pip", "--python", own, "install", "-q", "--no-compile")
    module(*pip, "-c", limits, f"{wheel}[test]")
    return own


def check_wheel(own: Path, folder: Path, tests: tuple[str, ...]) -> None:
    """Test an installed wheel with no source tree in sight."""
    for name in (*FOLDERS, "README.md", "conftest.py", "pyproject.toml"):
        source, target = ROOT / name, folder / "checkout" / name
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=_NOT_OURS)
        else:
            shutil.copy(source, target)
    # The rules of the data and the pages are checked in the tree, where the files are.
    run(own, "-m", "pytest", "-q", *tests, cwd=folder / "checkout")


def main() -> None:
    """Check the tree, then the documentation and the wheel."""
    check_tree()
    with ThreadPoolExecutor() as pool:
        docs = pool.submit(check_docs)
        check_wheels()
    docs.result()
    print("all checks passed")


def check_wheels() -> None:
    """Build the distributions and test the wheel under the Pythons that are there."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        wheel = build_wheel(folder / "dist")
        found = {version: find(version) for version in PYTHONS}
        for version in [version for version, python in found.items() if not python]:
            print(f"skipped: Python {version} is not on this machine")
        pythons = {version: python for version, python in found.items() if python}
        oldest, newest = min(pythons), max(pythons)  # two digits each
        asked = {
            version: {oldest: OLDEST, newest: NEWEST}.get(version, FEW)
            for version in pythons
        }
        if asked.get(OWN) == FEW:  # under this one the tree has just been tested
            del asked[OWN]
        # While one is tested the next is installed.
        with ThreadPoolExecutor(1) as pool:
            installed = {
                version: pool.submit(
                    install_wheel,
                    wheel,
                    pythons[version],
                    folder / version,
                    lowest() if version == oldest != newest else [],
                )
                for version in asked
            }
            for version, tests in asked.items():
                check_wheel(installed[version].result(), folder / version, tests)


if __name__ == "__main__":
    main()
