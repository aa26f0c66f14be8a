"""What `import kcinema` offers, and what it costs."""

from __future__ import annotations

import ast
import inspect
import pickle
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_type_hints

import pytest

import kcinema

if TYPE_CHECKING:
    from collections.abc import Iterator

PUBLIC: dict[str, Any] = vars(kcinema)  # what type checkers are not shown
NAMES: dict[str, str] = PUBLIC["_HOMES"]
MODULES: tuple[str, ...] = PUBLIC["_MODULES"]
FUNCTIONS = {name for name in NAMES if name.islower()}
ERRORS = {name for name, home in NAMES.items() if home == "errors"} - {"Problem"}


def _modules_after(code: str) -> set[str]:
    """List the modules that are loaded after some code ran in a new process."""
    result = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(result.stdout.split())


def test_type_checkers_see_the_public_names_where_they_are() -> None:
    """The imports for type checkers and the table of public names agree."""
    tree = ast.parse(Path(kcinema.__file__).read_text("utf-8"))
    seen = {
        name.asname: str(node.module).removeprefix("kcinema").removeprefix(".")
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom)
        for name in node.names
        if name.asname
    }

    assert seen == NAMES | dict.fromkeys(MODULES, "")


def test_all_is_the_table() -> None:
    """What `from kcinema import *` brings follows from the table of public names."""
    assert set(PUBLIC["__all__"]) == {*NAMES, *MODULES, "__version__"}


def test_dir_lists_the_public_names() -> None:
    """Completion shows the API and nothing else."""
    assert sorted(PUBLIC["__all__"]) == dir(kcinema)


@pytest.mark.parametrize("name", sorted(NAMES))
def test_every_public_name_is_there_and_documented(name: str) -> None:
    """Each name resolves and says what it is."""
    assert getattr(kcinema, name).__doc__


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_no_function_is_shadowed_by_a_module(name: str) -> None:
    """A function is still one after every module of the package was imported."""
    for module in ("_cli.commands", "_search.search", "_json.document"):
        __import__(f"kcinema.{module}")

    assert callable(getattr(kcinema, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    """A misspelt name fails as on any module."""
    with pytest.raises(AttributeError, match="'kcinema' has no attribute 'flims'"):
        _ = kcinema.flims  # type: ignore[attr-defined]


def test_the_import_loads_nothing_heavy() -> None:
    """Importing costs next to nothing: no dependency, no parser, no other module."""
    assert _modules_after("import kcinema") - _modules_after("") == {"kcinema"}


def test_the_import_reads_no_data() -> None:
    """The data is read when a function is called, not before."""
    loaded = _modules_after("import kcinema; kcinema.Genre")

    assert loaded & {"attrs", "cattrs", "importlib_resources", "json"} == set()


def test_the_catalogue_is_one_object() -> None:
    """Every call works on the same packaged catalogue."""
    assert kcinema.catalogue() is kcinema.catalogue()


def test_errors_are_also_the_builtin_ones() -> None:
    """Code that knows nothing of kcinema's errors can still catch them."""
    for name in ("Film", "Director", "Collection"):
        assert issubclass(getattr(kcinema, f"{name}NotFoundError"), LookupError)
    assert issubclass(kcinema.InvalidQueryError, ValueError)
    assert issubclass(kcinema.CatalogueError, ValueError)
    assert issubclass(kcinema.MissingPackageError, ImportError)
    for name in ERRORS - {"RetiredIdWarning"}:
        assert issubclass(getattr(kcinema, name), kcinema.KcinemaError)


@pytest.mark.parametrize(
    "error",
    [
        kcinema.FilmNotFoundError("a", ["b"]),
        kcinema.InvalidQueryError("year: no"),
        kcinema.CatalogueError([kcinema.Problem("films[0]", "a", "b", "c")], "x.json"),
        kcinema.MissingPackageError("pyarrow", "arrow"),
    ],
    ids=lambda error: type(error).__name__,
)
def test_errors_survive_pickling(error: Exception) -> None:
    """An error crosses a process boundary with its message."""
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


def _functions() -> Iterator[tuple[str, Any]]:
    """Yield the public functions, classes and methods by their names."""
    for name in dir(kcinema):
        value = getattr(kcinema, name)
        if inspect.ismodule(value):
            for part in value.__all__:
                yield f"{name}.{part}", getattr(value, part)
        elif inspect.isclass(value):
            yield name, value
            for part in [item for item in dir(value) if not item.startswith("_")]:
                found = inspect.getattr_static(value, part)
                if isinstance(found, property):
                    found = found.fget
                yield f"{name}.{part}", getattr(found, "__func__", found)
        else:
            yield name, value


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(value, id=name)
        for name, value in _functions()
        if inspect.isfunction(value)
        or inspect.ismethod(value)
        or inspect.isclass(value)
    ],
)
def test_types_can_be_asked_for_at_run_time(value: Any) -> None:
    """Web frameworks and the like read the annotations of every public function."""
    assert isinstance(get_type_hints(value), dict)
