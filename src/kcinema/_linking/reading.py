"""Tables in files as people have them: CSV of any delimiter and usual encoding."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, NamedTuple

from kcinema._linking.table import ADDED
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from kcinema._linking.links import Links

__all__ = ["Table", "table", "written"]


class Table(NamedTuple):
    """A table from a file.

    Attributes:
        header: The names of the columns.
        rows: The rows, by the names of the columns; a short row lacks its last cells.
        delimiter: What stands between cells.
    """

    header: list[str]
    rows: list[dict[str, str]]
    delimiter: str


# By what a file begins with. Excel writes all three; Korean programs also cp949.
_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_DELIMITERS = ",\t;|"


def table(content: bytes) -> Table:
    r"""Read a table with a header.

    Raises:
        InvalidQueryError: It is no text in a known encoding, or has no header.

    >>> from kcinema._linking.reading import table
    >>> table("제목;연도\n기생충;2019\n".encode("cp949")).rows
    [{'제목': '기생충', '연도': '2019'}]
    """
    written = _text(content)
    first = written.lstrip("\r\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    lines = csv.reader(io.StringIO(written, newline=""), delimiter=delimiter)
    try:
        found = [row for row in lines if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InvalidQueryError(f"link: line {lines.line_num}: {error}") from None
    if not found:
        raise InvalidQueryError("link: the table is empty; its first row names columns")
    header = _unique(found[0])
    rows = [dict(zip(header, row, strict=False)) for row in found[1:]]
    return Table(header, rows, delimiter)


def written(table: Table, links: Links) -> str:
    """Return a table as text with the columns that linking adds."""
    lines = io.StringIO(newline="")
    out = csv.writer(lines, delimiter=table.delimiter, lineterminator="\n")
    out.writerow([*table.header, *ADDED])
    for row, link in zip(table.rows, links, strict=True):
        film = link.film.id if link.film else ""
        cells = [row.get(name, "") for name in table.header]
        out.writerow([*cells, film, link.score, link.verdict, link.why])
    return lines.getvalue()


def _text(content: bytes) -> str:
    for mark, encoding in _MARKS.items():
        if content.startswith(mark):
            return content.decode(encoding, "replace")
    for encoding in ("utf-8", "cp949"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    msg = "link: the table is neither UTF-8 nor cp949; save it as UTF-8"
    raise InvalidQueryError(msg)


def _unique(names: list[str]) -> list[str]:
    """Return the names of columns, with numbers where one stands twice or is empty."""
    found: dict[str, None] = {}
    for at, name in enumerate(names, 1):
        plain = name.strip() or f"column {at}"
        found[plain if plain not in found else f"{plain} ({at})"] = None
    return [*found]
