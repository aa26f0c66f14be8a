"""What is no error in a catalogue, but worth a second look: warnings with codes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from kcinema._model import plain
from kcinema.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcinema._json.document import Document
    from kcinema._model.film import Film

    Doubt = tuple[str, str, str, str]
    """A path, an id, what was expected, and what was found."""

__all__ = ["WARNINGS", "Warned", "doubts"]


class Warned(NamedTuple):
    """A kind of warning.

    Attributes:
        about: What is suspicious, for the table in the docs.
        find: A function that finds it in a document.
    """

    about: str
    find: Callable[[Document], Iterator[Doubt]]


def doubts(document: Document) -> list[Problem]:
    """Return every warning about a document that has no errors."""
    return [
        Problem(path, id_, expected, found, code=code)
        for code, warned in WARNINGS.items()
        for path, id_, expected, found in warned.find(document)
    ]


# Dates and numbers --------------------------------------------------------------------


def _released_before(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        day = film.release_date
        if day is not None and day.year < film.year:
            expected = f"a day in {film.year}, the year of the first showing, or later"
            yield f"{path}.release_date", film.id, expected, str(day)


def _released_long_after(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        day = film.release_date
        if day is not None and day.year > film.year + _LONG_AFTER:
            expected = f"a first release soon after {film.year}, not a later one"
            yield f"{path}.release_date", film.id, expected, str(day)


_LONG_AFTER = 10


def _short(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        if film.runtime is not None and film.runtime < _FEATURE:
            expected = f"a feature film of at least {_FEATURE} minutes"
            yield f"{path}.runtime", film.id, expected, str(film.runtime)


_FEATURE = 40


def _admissions(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        if film.admissions is not None and film.admissions.count > _MOST_SEEN:
            expected = "fewer than any film in Korea ever had"
            found = f"{film.admissions.count:,}"
            yield f"{path}.admissions.count", film.id, expected, found


_MOST_SEEN = 25_000_000


def _ages(document: Document) -> Iterator[Doubt]:
    first: dict[str, int] = {}
    for film in document.films:
        for id_ in film.director_ids:
            first[id_] = min(film.year, first.get(id_, film.year))
    for index, one in enumerate(document.directors):
        path = f"directors[{index}]"
        if one.born and one.died and one.died < one.born:
            yield f"{path}.died", one.id, f"a date after {one.born}", str(one.died)
        year = first.get(one.id)
        if year is not None and one.born and year < one.born.year + _YOUNGEST:
            expected = f"somebody who was {_YOUNGEST} in {year}, when a film was shown"
            yield f"{path}.born", one.id, expected, str(one.born)


_YOUNGEST = 10


def _prizes(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        for place, award in enumerate(film.awards):
            # The Grand Bell used to judge films before they opened.
            if award.year < film.year - 1:
                expected = f"a prize of {film.year} or later"
                yield f"{path}.awards[{place}].year", film.id, expected, str(award.year)


# Identity -----------------------------------------------------------------------------


def _twice(document: Document) -> Iterator[Doubt]:
    seen: dict[tuple[str, int], str] = {}
    for path, film in _films(document):
        for title in dict.fromkeys([film.title.casefold(), film.title_ko]):
            other = seen.setdefault((title, film.year), film.id)
            if other != film.id:
                expected = "another title or year than any other film"
                yield path, film.id, expected, f"those of {other!r}"
                break


def _ids(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        if not film.id.endswith(f"-{film.year}"):
            expected = f"an id that ends in -{film.year}, the year of the film"
            yield f"{path}.id", film.id, expected, repr(film.id)


def _scripts(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        if any("가" <= letter <= "힣" for letter in film.title):
            expected = "the title in Latin script"
            yield f"{path}.title", film.id, expected, repr(film.title)


def _repeated(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        for key in ("directors", "genres", "themes", "countries", "languages"):
            name = "director_ids" if key == "directors" else key
            for word, times in Counter(getattr(film, name)).items():
                if times > 1:
                    where = f"{path}.{key}"
                    yield where, film.id, "each of them once", f"'{word}' {times} times"


# What leads nowhere -------------------------------------------------------------------


def _no_director(document: Document) -> Iterator[Doubt]:
    for path, film in _films(document):
        if not film.director_ids:
            yield f"{path}.directors", film.id, "somebody who directed it", "nobody"


def _no_film(document: Document) -> Iterator[Doubt]:
    directed = {id_ for film in document.films for id_ in film.director_ids}
    for index, one in enumerate(document.directors):
        if one.id not in directed:
            path = f"directors[{index}]"
            yield path, one.id, "a director of a film in this catalogue", "of none"


def _empty(document: Document) -> Iterator[Doubt]:
    for index, item in enumerate(document.collections):
        if not item.section_ids and not item.own_entries:
            yield f"collections[{index}]", item.id, "entries or sections", "neither"


def _sources(document: Document) -> Iterator[Doubt]:
    for kind in ("films", "directors"):
        for index, record in enumerate(getattr(document, kind)):
            cls: Any = type(record)
            known = {field.alias for field in plain.fields(cls).values()}
            for place, source in enumerate(record.sources):
                for name in source.supports:
                    if name.partition(".")[0] not in known:
                        path = f"{kind}[{index}].sources[{place}].supports"
                        yield path, record.id, "names of fields", repr(name)


def _films(document: Document) -> Iterator[tuple[str, Film]]:
    for index, film in enumerate(document.films):
        yield f"films[{index}]", film


WARNINGS = {
    "W01": Warned("released before its year", _released_before),
    "W02": Warned(
        f"released over {_LONG_AFTER} years after its year", _released_long_after
    ),
    "W03": Warned("a film of the same title and year", _twice),
    "W04": Warned("an id that does not end in the year", _ids),
    "W05": Warned("Hangul in the English title", _scripts),
    "W06": Warned(f"a running time under {_FEATURE} minutes", _short),
    "W07": Warned("more admissions than any film ever had", _admissions),
    "W08": Warned("a prize of a year before the film", _prizes),
    "W09": Warned("a director too young for the film, or dead before born", _ages),
    "W10": Warned("a director, genre, theme, country or language twice", _repeated),
    "W11": Warned("a film that nobody directed", _no_director),
    "W12": Warned("a director without a film", _no_film),
    "W13": Warned("a collection without entries or sections", _empty),
    "W14": Warned("a source that supports a field that there is not", _sources),
}
"""Every kind of warning by its code, which never gets another meaning."""
