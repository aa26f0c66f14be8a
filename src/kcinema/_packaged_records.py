"""The packaged records, made without being checked again.

The build and the tests read the packaged files as strictly as a file of one's own. At
a user's start that would be most of the work, so here each JSON object becomes its
record directly. What is not taken as it stands is said field by field; the tests hold
that both ways of reading agree on every record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from kcinema.vocabulary import Term

    Reader: TypeAlias = Callable[[Any], Any]

__all__ = ["READERS"]


def _object(cls: type, **readers: Reader) -> Reader:
    """Give the reader of a class, some fields of which have readers of their own."""

    def read(raw: dict[str, Any]) -> Any:  # noqa: ANN401  # an instance of the class
        for name, reader in readers.items():
            value = raw[name]
            if value is not None:
                raw[name] = reader(value)
        return cls(**raw)

    return read


def _all(reader: Reader) -> Reader:
    """Give the reader of a list."""
    return lambda raw: tuple(map(reader, raw))


def _word(terms: type[Term]) -> Reader:
    """Give the reader of a word, by far quicker than asking the enum for its value."""
    return {term.value: term for term in terms}.__getitem__


def _films() -> Reader:
    from datetime import date

    from kcinema import _film, vocabulary

    partial_date, provenance = _dates(), _sources_and_disputes()
    return _object(
        _film.Film,
        aliases=tuple,
        release_date=date.fromisoformat,
        rating=_word(vocabulary.Rating),
        admissions=_object(
            _film.Admissions,
            scope=_word(vocabulary.AdmissionsScope),
            as_of=partial_date,
        ),
        countries=tuple,
        languages=tuple,
        cast=_all(_object(_film.Credit)),
        genres=_all(_word(vocabulary.Genre)),
        themes=_all(_word(vocabulary.Theme)),
        awards=_all(
            _object(
                _film.Award,
                body=_word(vocabulary.AwardBody),
                result=_word(vocabulary.AwardResult),
            )
        ),
        honours=_all(_object(_film.Honour, list=_word(vocabulary.HonourList))),
        based_on=_all(_object(_film.BasedOn, kind=_word(vocabulary.BasisKind))),
        ids=_object(_film.FilmIds),
        former_ids=tuple,
        **provenance,
    )


def _directors() -> Reader:
    from kcinema import _director

    partial_date, provenance = _dates(), _sources_and_disputes()
    return _object(
        _director.Director,
        aliases=tuple,
        born=partial_date,
        died=partial_date,
        debut=_object(_director.Debut),
        ids=_object(_director.DirectorIds),
        former_ids=tuple,
        **provenance,
    )


def _collections() -> Reader:
    from kcinema import _collection
    from kcinema._terms import CollectionKind

    return _object(
        _collection.Collection,
        kind=_word(CollectionKind),
        entries=_all(
            _object(_collection.Entry, evidence=_all(_object(_collection.Evidence)))
        ),
        former_ids=tuple,
    )


def _sources_and_disputes() -> dict[str, Reader]:
    """Give the readers of the fields that say where a record has its facts."""
    from kcinema import _provenance

    return {
        "sources": _all(_object(_provenance.Source, supports=tuple, seen=_dates())),
        "disputed": _all(_object(_provenance.Disputed)),
    }


def _dates() -> Reader:
    from functools import cache

    from kcinema._dates import PartialDate

    # The month in which pages were read stands there a thousand times.
    return cache(PartialDate.parse)


READERS = {"films": _films, "directors": _directors, "collections": _collections}
"""By kind: gives the function that makes a record of its JSON, which is used up.

Each imports what it needs itself, so that who asks for a collection does not wait for
the classes of films.
"""
