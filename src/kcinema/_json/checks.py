"""Checks that the records of a catalogue are consistent with each other."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any

from kcinema._json.nesting import DEEPEST, circles, too_deep
from kcinema._model import values
from kcinema._model.values import MismatchError, perhaps, shown
from kcinema.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

__all__ = ["given", "listed", "problems"]


def listed(found: object) -> object:
    """Return records given in any iterable as a list, and anything else as it is."""
    return [*found] if isinstance(found, AbstractSet) else values.listed(found)


def given(version: object, records: dict[str, Any]) -> list[Problem]:
    """Return what is wrong with the arguments of :class:`kcinema.Catalogue`.

    Args:
        version: The version of the data.
        records: What was given as records of each kind; lists, if all is well.
    """
    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.fields import Text
    from kcinema._model.film import Film
    from kcinema._model.plain import derived

    found: list[Problem] = []
    try:
        derived(Text, "strict")(version)
    except MismatchError as error:
        found.append(Problem("version", None, error.expected, error.found))
    classes = {"films": Film, "directors": Director, "collections": Collection}
    for kind, cls in classes.items():
        items = records[kind]
        if not isinstance(items, list):
            found.append(Problem(kind, None, "a list", shown(items)))
            continue
        found += [
            Problem(f"{kind}[{place}]", None, f"a {cls.__name__}", shown(item))
            for place, item in enumerate(items)
            if not isinstance(item, cls)
        ]
    return found


def problems(
    films: Sequence[Film | None],
    directors: Sequence[Director | None],
    collections: Sequence[Collection | None],
    *,
    also_known: Iterable[str] = (),
) -> Iterator[Problem]:
    """Find every inconsistency between records.

    Args:
        films: The films, with None for each that could not be read.
        directors: The directors, likewise.
        collections: The collections, likewise.
        also_known: Ids of records that could not be read, so that references to them
            are not reported as well.

    Yields:
        The problems, films first.
    """
    known = frozenset(also_known)
    film_ids = known | {film.id for film in films if film}
    director_ids = known | {director.id for director in directors if director}
    collection_ids = known | {item.id for item in collections if item}
    yield from _ids("films", films)
    yield from _external_ids(films)
    yield from _films(films, film_ids, director_ids)
    yield from _ids("directors", directors)
    yield from _ids("collections", collections)
    yield from _collections(collections, film_ids, collection_ids)
    yield from _nesting(collections)


def _known(kind: str, id_: str, known: frozenset[str]) -> str:
    """Say what was expected in place of an id that leads nowhere."""
    meant = perhaps(id_, known) or f" (or add it to its {kind}s)"
    return f"the id of a {kind} in this catalogue{meant}"


def _ids(
    where: str, records: Sequence[Film | Director | Collection | None]
) -> Iterator[Problem]:
    """Check that each id, current or former, belongs to one record only."""
    seen: dict[str, str] = {}
    for index, record in enumerate(records):
        if record is None:
            continue
        path = f"{where}[{index}]"
        named = [(f"{path}.id", record.id)]
        named += [
            (f"{path}.former_ids[{place}]", former)
            for place, former in enumerate(record.former_ids)
        ]
        for id_path, id_ in named:
            if id_ in seen:
                found = f"{id_!r}, which is {seen[id_]} too"
                yield Problem(id_path, record.id, "an id used once", found)
            seen.setdefault(id_, id_path)


def _external_ids(films: Sequence[Film | None]) -> Iterator[Problem]:
    """Check that no two films share an external id."""
    seen: dict[tuple[str, str | int], str] = {}
    for index, film in enumerate(films):
        if film is None:
            continue
        for name, value in film.ids.known().items():
            if (name, value) in seen:
                yield Problem(
                    f"films[{index}].ids.{name}",
                    film.id,
                    "an id of this film alone",
                    f"{value!r}, which {seen[name, value]!r} has too",
                )
            seen.setdefault((name, value), film.id)


def _films(
    films: Sequence[Film | None],
    film_ids: frozenset[str],
    director_ids: frozenset[str],
) -> Iterator[Problem]:
    """Check that films refer to existing directors and films."""
    for index, film in enumerate(films):
        if film is None:
            continue
        path = f"films[{index}]"
        for place, id_ in enumerate(film.director_ids):
            if id_ not in director_ids:
                yield Problem(
                    f"{path}.directors[{place}]",
                    film.id,
                    _known("director", id_, director_ids),
                    repr(id_),
                )
        for place, basis in enumerate(film.based_on):
            if basis.film is not None and basis.film not in film_ids:
                yield Problem(
                    f"{path}.based_on[{place}].film",
                    film.id,
                    _known("film", basis.film, film_ids),
                    repr(basis.film),
                )


def _collections(
    collections: Sequence[Collection | None],
    film_ids: frozenset[str],
    collection_ids: frozenset[str],
) -> Iterator[Problem]:
    """Check that collections list existing sections, or existing films once each."""
    for index, item in enumerate(collections):
        if item is None:
            continue
        path = f"collections[{index}]"
        if item.section_ids and item.own_entries:
            yield Problem(
                path,
                item.id,
                "either sections or entries",
                "both: a collection made of sections has the films of its sections",
            )
        for place, id_ in enumerate(item.section_ids):
            if id_ not in collection_ids:
                yield Problem(
                    f"{path}.sections[{place}]",
                    item.id,
                    _known("collection", id_, collection_ids),
                    repr(id_),
                )
        seen: set[str] = set()
        for place, entry in enumerate(item.own_entries):
            film_path = f"{path}.entries[{place}].film"
            if entry.film not in film_ids:
                yield Problem(
                    film_path,
                    item.id,
                    _known("film", entry.film, film_ids),
                    repr(entry.film),
                )
            if entry.film in seen:
                found = f"{entry.film!r} again"
                yield Problem(film_path, item.id, "a film listed once", found)
            seen.add(entry.film)


def _nesting(collections: Sequence[Collection | None]) -> Iterator[Problem]:
    """Check that no collection is below itself, or is nested very deeply."""
    sections = {item.id: item.section_ids for item in collections if item}
    in_circles, deep = circles(sections), too_deep(sections)
    for index, item in enumerate(collections):
        if item is None or item.id not in deep:
            continue
        expected = f"at most {DEEPEST} levels of sections below each other"
        found = "more"
        if item.id in in_circles:
            expected = "sections that do not contain the collection itself"
            found = f"{item.id!r} below itself"
        elif in_circles:
            continue  # it leads to a circle, which is reported
        yield Problem(f"collections[{index}].sections", item.id, expected, found)
