"""The commands, and what each of them prints."""

from __future__ import annotations

import json
import sys
from itertools import repeat
from typing import TYPE_CHECKING, Any, NamedTuple

import kcinema
from kcinema import spelling
from kcinema._cli import finding, options, report
from kcinema._cli.options import UsageError, form, limit

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from kcinema import (
        Catalogue,
        Collection,
        Director,
        Film,
        FilmList,
        Link,
        SearchHit,
    )

__all__ = ["COMMANDS", "Command", "Output", "showcase", "version"]


class Output(NamedTuple):
    """What a command prints, and how it ends."""

    lines: Iterable[str]
    status: int = 0
    note: str = ""
    """A line for the standard error stream."""


class Command(NamedTuple):
    """A command: what it does, its help, and what adds its arguments to a parser."""

    run: Callable[[Catalogue, argparse.Namespace], Output]
    about: str
    add_arguments: Callable[[argparse.ArgumentParser], None]


def showcase(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    """Return the halves of the showcase, with a few picks from every section."""
    halves = catalogue.collections(kind="half")
    if form(given) == "json":
        shown = halves or catalogue.collections()
        return Output(_json([_collection_record(item) for item in shown]))
    return Output(report.showcase(catalogue, halves))


def version(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    """Return the versions of the library and of the data."""
    data = catalogue.data_version()
    if form(given) == "json":
        versions = {"kcinema": kcinema.__version__, "data": data._asdict()}
        return Output(_json(versions))
    return Output([f"kcinema {kcinema.__version__}", f"data {data}"])


# Records ------------------------------------------------------------------------------


def _collection(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    return _shown(catalogue.collection(given.id), given)


def _show(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    text = " ".join(given.text)
    if not given.bare:
        return _shown(finding.named(catalogue, text), given)
    found = finding.by_id(catalogue, text)
    if found is None:
        raise finding.unknown(catalogue, text, [*COMMANDS, "--help", "--version"])
    return _shown(found, given)


def _random(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    films = catalogue.collection(given.id).films if given.id else catalogue.films()
    drawn = _chosen(films, given).sample(1, seed=options.seed(given)).first()
    if drawn is None:
        nothing = _no_films(given) + (f" in {given.id!r}" if given.id else "")
        return Output(_json(None) if form(given) == "json" else (), 1, nothing)
    return _shown(drawn, given)


def _shown(item: Film | Director | Collection, given: argparse.Namespace) -> Output:
    """Return a record in the form that is wanted."""
    wanted, most = form(given), limit(given)
    if isinstance(item, kcinema.Collection):
        if wanted == "csv":
            return Output(_csv(item.films[:most]))
        if wanted == "json":
            return Output(_json(_collection_record(item, _allowance(most))))
        return Output(report.collection(item, _allowance(most)))
    if wanted == "json":
        return Output(_json(item.to_dict()))
    if isinstance(item, kcinema.Film):
        return Output(_csv([item]) if wanted == "csv" else report.film(item))
    if wanted == "csv":
        raise UsageError("--csv: a director is not a list of films")
    return Output(report.director(item))


# Lists --------------------------------------------------------------------------------


def _listed(lines: Iterable[str], found: Sequence[object], nothing: str) -> Output:
    return Output(lines) if found else Output(lines, 1, nothing)


def _formed(
    given: argparse.Namespace,
    *,
    text: Iterable[str],
    records: Iterable[dict[str, Any]],
    films: Iterable[Film] = (),
) -> Iterable[str]:
    """Return a list in the form that is wanted; the other forms are never made."""
    if form(given) == "json":
        return _json([*records])
    return _csv(films) if form(given) == "csv" else text


def _collections(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    found = catalogue.collections()[: limit(given)]
    lines = _formed(
        given,
        text=report.collections(found),
        records=(item.to_dict() for item in found),
    )
    return _listed(lines, found, "no collections")


def _films(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    most, keys = limit(given), options.sort_keys(given)
    films = _chosen(catalogue.films(), given)
    if keys:
        films = films.sorted_by(*keys)
    films = films[:most]
    lines = _formed(
        given,
        text=report.films(films),
        records=(film.to_dict() for film in films),
        films=films,
    )
    return _listed(lines, films, _no_films(given))


def _chosen(films: FilmList, given: argparse.Namespace) -> FilmList:
    """Return the films that meet the criteria."""
    words, spans = options.criteria(given)
    criteria: dict[str, Any] = {**words}
    films = films.where(**criteria)
    for name, several in spans.items():
        films &= [film for span in several for film in films.where(**{name: span})]
    return films


def _no_films(given: argparse.Namespace) -> str:
    """Return the message that no films meet the criteria."""
    wanted = (
        f"{name.replace('_', '-')} {' or '.join(texts)}"
        for name, texts in options.wanted(given).items()
    )
    return f"no films meet {', '.join(wanted)}".removesuffix(" meet ")


def _search(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    text = " ".join(given.text)
    hits = catalogue.search(text, kind=given.kind, limit=limit(given) or 10)
    lines = _formed(
        given,
        text=report.hits(hits),
        records=map(_hit_record, hits),
    )
    nothing = f"no {given.kind or finding.ANY} found for {text!r}"
    return _listed(lines, hits, nothing)


def _hit_record(hit: SearchHit) -> dict[str, Any]:
    item = hit.item
    record: dict[str, Any] = {"kind": finding.kind_of(item)}
    if isinstance(item, (kcinema.Person, kcinema.Topic)):
        if isinstance(item, kcinema.Person):
            record |= {"name": item.name, "name_ko": item.name_ko}
        else:
            record |= {"title": item.title, "criteria": dict(item.criteria)}
        record["films"] = [film.id for film in item.films]
    else:
        record["id"] = item.id
    return record | {"score": hit.score, "matched": hit.matched, "how": hit.how}


def _similar(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    film = finding.named(catalogue, " ".join(given.text), "film")
    found = catalogue.similar(film.id, limit=limit(given) or 5)
    lines = _formed(
        given,
        text=report.similar(found),
        records=(
            {
                "id": like.film.id,
                "title": like.film.title,
                "score": like.score,
                "reasons": like.reasons,
            }
            for like in found
        ),
        films=(like.film for like in found),
    )
    return _listed(lines, found, f"no films are like {film.id!r}")


# Files --------------------------------------------------------------------------------


def _validate(base: Catalogue, given: argparse.Namespace) -> Output:
    from kcinema._json.limits import Limits
    from kcinema._loading import loaded

    most = limit(given) or Limits().max_problems
    try:
        found = loaded(given.file, lambda: base, Limits(max_problems=most))
    except kcinema.CatalogueError as error:
        if form(given) == "json":
            problems = [problem._asdict() for problem in error.problems]
            return Output(_json(problems), 1)
        return Output(str(error).splitlines(), 1)
    warnings = found.warnings()
    if form(given) == "json":
        return Output(_json([warning._asdict() for warning in warnings[:most]]))
    version = found.catalogue.data_version()
    return Output(report.validated(given.file, str(version), warnings, most))


def _diff(packaged: Catalogue, given: argparse.Namespace) -> Output:
    old = options.opened(given.old)
    new = packaged if given.new is None else options.opened(given.new)
    found = old.diff(new)
    lines = _json(found.to_dict()) if form(given) == "json" else str(found).splitlines()
    return Output(lines, 1 if found else 0)


def _new(_: Catalogue, given: argparse.Namespace) -> Output:
    from kcinema._cli import skeleton

    if given.kind not in options.SKELETONS:
        hint = spelling.nearest_hint(given.kind, options.SKELETONS)
        raise UsageError(f"new: {given.kind!r} is nothing to begin. {hint}")
    lines = skeleton.lines(given.kind)
    if form(given) == "json":
        return Output([line for line in lines if not skeleton.is_comment(line)])
    return Output(lines)


def _export(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    from pathlib import Path

    from kcinema.exchange.registry import FORMATS, export
    from kcinema.exchange.selection import Selection

    output = given.output and Path(given.output)
    known = FORMATS.get(given.format)
    # A file is replaced as a whole, which a device or a folder must not be.
    a_file = known is not None and not known.folder
    if output and a_file and output.exists() and not output.is_file():
        msg = f"{output} is not a file; without -o the text is printed"
        raise UsageError(msg)
    selection = Selection.of(catalogue.collection(given.id), limit(given))
    try:
        exported = export(
            selection, given.format, given.output, options.of_format(given)
        )
    except TypeError as error:  # there is no such option
        raise UsageError(str(error)) from None
    if not given.output and isinstance(exported.content, bytes):
        msg = f"--format {given.format}: a binary format needs a file: -o FILE"
        raise UsageError(msg)
    note = ""
    if exported.left_out:
        missing = ", ".join(film.id for film in exported.left_out)
        count = f"{len(exported.left_out)} of {len(selection.films)} films"
        note = f"{count} left out, without an id: {missing}"
    return Output([] if given.output else _text(exported.text), note=note)


def _link(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    from pathlib import Path

    from kcinema._json import atomic
    from kcinema._linking import reading

    table = reading.table(Path(given.file).read_bytes())
    named = {name: getattr(given, f"in_{name}") for name in options.LINKED}
    links = catalogue.link(table.rows, **named)
    counts = links.counts()
    note = (
        f"{len(links)} rows: {', '.join(f'{n} {name}' for name, n in counts.items())}"
    )
    status = int(not counts["sure"] + counts["probable"])
    if form(given) == "json":
        return Output(_json([*map(_link_record, links)]), status, note)
    text = reading.written(table, links)
    if not given.output:
        return Output(_text(text), status, note)
    atomic.write(given.output, text)
    return Output([note], status)


def _link_record(link: Link) -> dict[str, Any]:
    return {
        "film": link.film and link.film.id,
        "score": link.score,
        "verdict": link.verdict,
        "why": link.why,
        "candidates": [film.id for film in link.candidates],
    }


def _site(catalogue: Catalogue, given: argparse.Namespace) -> Output:
    from kcinema._site.build import write

    since = None if given.since is None else options.opened(given.since)
    count = write(catalogue, given.folder, given.base_url, since)
    return Output([f"{count} files in {given.folder}; it begins with index.html"])


COMMANDS = {
    "collection": Command(_collection, "Print one collection.", options.collection),
    "collections": Command(_collections, "List all collections.", options.collections),
    "show": Command(_show, "Show a film, a director or a collection.", options.show),
    "search": Command(_search, "Find anything by a name.", options.search),
    "similar": Command(_similar, "Find films like a film.", options.similar),
    "films": Command(
        _films, "List the films that meet every criterion.", options.films
    ),
    "random": Command(_random, "Show a film drawn at random.", options.random),
    "export": Command(
        _export, "Write a collection for other programs.", options.export
    ),
    "link": Command(
        _link, "Find the films of the catalogue in a table of yours.", options.link
    ),
    "new": Command(_new, "Print a file or record to fill in.", options.new),
    "site": Command(
        _site, "Write the showcase as a web site into a folder.", options.site
    ),
    "validate": Command(_validate, "Check a catalogue of your own.", options.validate),
    "diff": Command(_diff, "Say what differs between two catalogues.", options.diff),
}


# Forms --------------------------------------------------------------------------------


def _allowance(most: int | None) -> Iterator[None]:
    """Return an iterator that lists share, to have so many items in all of them."""
    return repeat(None) if most is None else repeat(None, most)


def _collection_record(
    collection: Collection, allowance: Iterator[None] | None = None
) -> dict[str, Any]:
    """Return a collection as JSON values, with complete films and their reasons."""
    allowance = allowance or _allowance(None)
    record = collection.to_dict()
    if collection.sections:
        record["sections"] = [
            _collection_record(item, allowance) for item in collection.sections
        ]
        del record["entries"]
        return record
    record["entries"] = [
        {**entry, "film": collection.catalogue.film(entry["film"]).to_dict()}
        for entry, _ in zip(record["entries"], allowance, strict=False)
    ]
    return record


def _json(value: object) -> Iterator[str]:
    # Use JSON escapes where the terminal cannot show Hangul.
    encoding = getattr(sys.stdout, "encoding", None) or ""
    ascii_only = encoding.lower().replace("-", "") != "utf8"
    yield json.dumps(value, ensure_ascii=ascii_only, indent=2)


def _csv(films: Iterable[Film]) -> list[str]:
    return _text(kcinema.FilmList(films).export("csv").text)


def _text(text: str) -> list[str]:
    """Return a text as what is printed: without its last line break."""
    return [text.removesuffix("\n")] if text else []
