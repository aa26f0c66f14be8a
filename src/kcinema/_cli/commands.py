"""The commands, and what each of them prints."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

import kcinema
from kcinema import spelling
from kcinema._cli import columns, options, report
from kcinema._cli.options import UsageError, interval, limit, wants_json
from kcinema._model.criteria import CRITERIA

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from kcinema._model.collection import Collection
    from kcinema._model.director import Director
    from kcinema._model.film import Film

__all__ = ["COMMANDS", "Output", "showcase", "version"]

Output = tuple["Iterable[str]", int]


def showcase(given: argparse.Namespace) -> Output:
    """Return both halves of the showcase, with a few picks from every section."""
    halves = kcinema.collections(kind="half")
    if wants_json(given):
        return _json([_collection_record(half) for half in halves]), 0
    return report.showcase(halves, kcinema.data_version()), 0


def _collection(given: argparse.Namespace) -> Output:
    try:
        collection = kcinema.collection(given.id)
    except kcinema.CollectionNotFoundError as error:
        near = spelling.nearest(given.id, [*COMMANDS, *error.nearest])
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
        msg = f"no collection or command {given.id!r}.{hint}"
        raise UsageError(msg) from None
    if wants_json(given):
        return _json(_collection_record(collection)), 0
    return report.collection(collection), 0


def _collections(given: argparse.Namespace) -> Output:
    collections = kcinema.collections()
    if wants_json(given):
        return _json([item.to_dict() for item in collections]), 0
    widest = max(columns.width(item.id) for item in collections)
    return (
        f"{columns.pad(item.id, widest)}  {len(item):>3}  {item.title}"
        for item in collections
    ), 0


def _show(given: argparse.Namespace) -> Output:
    found = _anything(given.id)
    if isinstance(found, kcinema.Collection):
        return _collection(given)
    if wants_json(given):
        return _json(found.to_dict()), 0
    if isinstance(found, kcinema.Film):
        return report.film(found), 0
    return report.director(found), 0


def _anything(id_: str) -> Film | Director | Collection:
    lookups: tuple[Callable[[str], Film | Director | Collection], ...] = (
        kcinema.film,
        kcinema.director,
        kcinema.collection,
    )
    nearest: list[str] = []
    for look_up in lookups:
        try:
            return look_up(id_)
        except (
            kcinema.FilmNotFoundError,
            kcinema.DirectorNotFoundError,
            kcinema.CollectionNotFoundError,
        ) as error:
            nearest += error.nearest
    near = spelling.nearest(id_, nearest)
    hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else ""
    msg = f"no film, director or collection has the id {id_!r}.{hint}"
    raise UsageError(msg)


def _films(given: argparse.Namespace) -> Output:
    criteria: dict[str, Any] = {}
    for name, criterion in CRITERIA.items():
        wanted = getattr(given, name)
        if wanted is not None:
            numbers = criterion.takes == "numbers"
            criteria[name] = interval(name, wanted) if numbers else wanted
    most = limit(given)
    films = kcinema.films(**criteria)
    if given.sort:
        films = films.sorted_by(*given.sort)
    films = films[:most]
    if wants_json(given):
        return _json([film.to_dict() for film in films]), 0
    return report.table(films), 0


def _search(given: argparse.Namespace) -> Output:
    text, most = " ".join(given.text), limit(given) or 10
    hits = kcinema.search(text, kind=given.kind, limit=most)
    if wants_json(given):
        return _json(
            [
                {
                    "kind": type(hit.item).__name__.lower(),
                    "id": hit.item.id,
                    "score": hit.score,
                    "matched": hit.matched,
                    "how": hit.how,
                }
                for hit in hits
            ]
        ), 0
    return report.hits(hits), 0


def _similar(given: argparse.Namespace) -> Output:
    found = kcinema.similar(given.id, limit=limit(given) or 5)
    if wants_json(given):
        return _json(
            [
                {
                    "id": like.film.id,
                    "title": like.film.title,
                    "score": like.score,
                    "reasons": like.reasons,
                }
                for like in found
            ]
        ), 0
    return report.similar(found), 0


def _validate(given: argparse.Namespace) -> Output:
    try:
        catalogue = kcinema.load(given.file)
    except kcinema.CatalogueError as error:
        if wants_json(given):
            return _json([problem._asdict() for problem in error.problems]), 1
        return str(error).splitlines(), 1
    version = catalogue.data_version()
    if wants_json(given):
        return _json([]), 0
    return [f"{given.file}: no problems; version {version}"], 0


def _export(given: argparse.Namespace) -> Output:
    films = kcinema.collection(given.id).films[: limit(given)]
    exported = films.export(given.format, given.output)
    if exported.left_out:
        missing = ", ".join(film.id for film in exported.left_out)
        count = f"{len(exported.left_out)} of {len(films)} films"
        print(f"kcinema: {count} left out, without an id: {missing}", file=sys.stderr)
    return [] if given.output else exported.text.splitlines(), 0


def version(_: argparse.Namespace) -> Output:
    """Return the versions of the library and of the data."""
    return [f"kcinema {kcinema.__version__}", f"data {kcinema.data_version()}"], 0


COMMANDS: dict[
    str,
    tuple[
        Callable[[argparse.Namespace], Output],
        str,
        Callable[[argparse.ArgumentParser], None],
    ],
] = {
    "collection": (_collection, "Print one collection.", options.collection),
    "collections": (_collections, "List all collections.", options.json),
    "show": (_show, "Show a film, a director or a collection.", options.show),
    "search": (_search, "Find anything by a name.", options.search),
    "similar": (_similar, "Find films like a film.", options.similar),
    "films": (_films, "List the films that meet every criterion.", options.films),
    "export": (_export, "Write a collection for other programs.", options.export),
    "validate": (_validate, "Check a catalogue of your own.", options.validate),
}


def _collection_record(collection: Collection) -> dict[str, Any]:
    """Return a collection as JSON values, with complete films and their reasons."""
    record = collection.to_dict()
    if collection.sections:
        record["sections"] = [_collection_record(item) for item in collection.sections]
        del record["entries"]
        return record
    record["entries"] = [
        {**entry, "film": kcinema.film(entry["film"]).to_dict()}
        for entry in record["entries"]
    ]
    return record


def _json(value: object) -> Iterator[str]:
    # Use JSON escapes where the terminal cannot show Hangul.
    ascii_only = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    yield json.dumps(value, ensure_ascii=ascii_only, indent=2)
