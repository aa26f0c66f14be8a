"""The packages that kcinema uses if they are there, and the extras that bring them."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from kcinema.errors import MissingPackageError

__all__ = ["EXTRAS", "need"]

EXTRAS = {
    "altair": "plot",
    "duckdb": "duckdb",
    "guessit": "files",
    "jinja2": "site",
    "narwhals": "link",
    "networkx": "plot",
    "pandas": "pandas",
    "polars": "polars",
    "pyarrow": "arrow",
    "pyspark": "spark",
}
"""By the name of the package: the extra of kcinema that brings it."""


def need(module: str) -> Any:  # noqa: ANN401  # any module
    """Import an optional package, or a module of it.

    By name, so that tools that look for imports do not take it for a requirement.

    Raises:
        MissingPackageError: The package is not installed.

    >>> from kcinema._extras import need
    >>> need("sqlite3").paramstyle
    'qmark'
    """
    package = module.partition(".")[0]
    try:
        import_module(package)
    except ModuleNotFoundError as error:
        # A package that is there but lacks one of its own says so itself.
        if error.name != package:
            raise
        raise MissingPackageError(package, EXTRAS[package]) from None
    return import_module(module)
