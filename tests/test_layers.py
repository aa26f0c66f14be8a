"""Which room may know which: imports point down, as the house is drawn."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import kcinema
from problems import none_of

PACKAGE = Path(kcinema.__file__).parent

# From the bottom up. A room imports from the floors below its own and from itself;
# rooms of one floor do not know each other.
FLOORS = [
    {"_printable"},
    {"errors", "_lazy", "hangul", "_dataversion", "_synonyms", "_pyinstaller"},
    {"vocabulary", "spelling", "_extras", "_retired"},
    {"_model"},
    {"_search", "_json", "_showcase"},
    {"_lookups", "exchange", "_linking", "_changes", "_plotting"},
    {"_questions"},
    {"_derived"},
    {"_catalogue"},
    {"_packaged", "_loading"},
    {"_given"},
    {"_api", "frames", "plots", "_site"},
    {""},  # kcinema itself, the front door
    {"_cli"},
    {"__main__"},
]
UPWARD = {
    # A record navigates through its catalogue: both name the class as a type.
    ("_model/base.py", "_catalogue"),
    ("_model/plain.py", "_catalogue"),
    # A list hands itself to what writes it.
    ("_model/filmlist.py", "exchange"),
    ("_model/tabular.py", "frames"),
}
FLOOR = {room: level for level, rooms in enumerate(FLOORS) for room in rooms}


def _room(module: str) -> str:
    """Return the room of a module of the package: the first part of its name."""
    return module.removeprefix("kcinema").removeprefix(".").partition(".")[0]


def _imports(path: Path) -> set[str]:
    """Return the modules of the package that a file imports, late ones too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "kcinema":
            names = {name.name for name in node.names}
            found |= {
                f"kcinema.{name}" if name in FLOOR else "kcinema" for name in names
            }
        elif isinstance(node, ast.ImportFrom):
            found.add(str(node.module))
    return {name for name in found if name.partition(".")[0] == "kcinema"}


def test_every_module_has_a_floor() -> None:
    """A new room is put into the picture before it is built."""
    rooms = {
        path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        for path in PACKAGE.rglob("*.py")
    }

    assert rooms - {"__init__"} == {*FLOOR} - {""}


@pytest.mark.parametrize(
    "path",
    sorted(PACKAGE.rglob("*.py")),
    ids=lambda path: str(path.relative_to(PACKAGE)),
)
def test_imports_point_down(path: Path) -> None:
    """No module imports from a floor above its own, not even late or for its types."""
    name = path.relative_to(PACKAGE).as_posix()
    own = _room("kcinema." + name.removesuffix(".py").replace("/", "."))
    own = "" if own == "__init__" else own
    none_of(
        f"{name} imports {module}"
        for module in sorted(_imports(path))
        for room in [_room(module)]
        if room != own
        and FLOOR[room] >= FLOOR[own]
        and (name, room) not in UPWARD
        # The front door only binds names; it is asked for a submodule on the way.
        and not (own == "" and room in FLOOR)
        # Annotations name public classes as users do, evaluated when asked for.
        and not (room == "" and _names_it_in_annotations_only(path))
    )


def _names_it_in_annotations_only(path: Path) -> bool:
    """Return whether a module uses the front door for its types alone."""
    tree = ast.parse(path.read_text("utf-8"))
    annotations = [
        part
        for node in ast.walk(tree)
        for name in ("annotation", "returns")
        if (part := getattr(node, name, None)) is not None
    ]
    typed = {id(node) for part in annotations for node in ast.walk(part)}
    named = {
        id(node)
        for node in ast.walk(tree)
        if isinstance(node, ast.Name) and node.id == "kcinema"
    }
    return named <= typed


def test_no_upward_arrow_is_left_over() -> None:
    """An exception that is no longer needed is taken out."""
    needed = {
        (path.relative_to(PACKAGE).as_posix(), _room(module))
        for path in PACKAGE.rglob("*.py")
        for module in _imports(path)
    }

    assert needed >= UPWARD


def test_packages_have_nothing_in_their_init() -> None:
    """A room's door is empty: what is in it is imported from where it is."""
    none_of(
        str(path.relative_to(PACKAGE))
        for path in PACKAGE.rglob("*/__init__.py")
        if path.parent != PACKAGE and path.read_text("utf-8").strip()
    )


def test_modules_are_of_a_size() -> None:
    """No module is over 400 lines, but for the two that are one table each."""
    none_of(
        f"{path.relative_to(PACKAGE)}: {lines} lines"
        for path in PACKAGE.rglob("*.py")
        if path.name not in {"vocabulary.py", "namesakes.py"}
        and (lines := len(path.read_text("utf-8").splitlines())) > 400
    )
