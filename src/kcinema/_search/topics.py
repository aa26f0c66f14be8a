"""What a text says of films without naming one: a genre, a theme, a decade, a prize."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from attr import field, frozen

import kcinema
from kcinema import vocabulary
from kcinema._lazy import once
from kcinema._search import words
from kcinema._search.tables import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kcinema._search.records import Records

__all__ = ["Topic", "Topics", "read"]


@frozen(kw_only=True, repr=False)
class Topic:
    """What films have in common: genres, themes, a decade, who gave them prizes.

    Attributes:
        title: What it is, in words.
        films: The films that are so, ordered by id.

    >>> import kcinema
    >>> topic = kcinema.search("korean zombie film", kind="topic")[0].item
    >>> topic.title, topic.criteria
    ('Zombies', {'theme': 'zombies'})
    >>> topic.films == kcinema.films(theme="zombies")
    True
    """

    title: str
    _criteria: tuple[tuple[str, Any], ...] = field(alias="criteria")
    films: kcinema.FilmList

    @property
    def criteria(self) -> dict[str, Any]:
        """What a film must be, as :func:`kcinema.films` takes it."""
        return dict(self._criteria)

    def __repr__(self) -> str:
        count = len(self.films)
        return f"<Topic {self.title!r}: {count} film{'' if count == 1 else 's'}>"

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.listed(self.title, None, self.films)


# The vocabularies, by the criterion that takes their words.
_VOCABULARIES: dict[str, type[vocabulary.Term]] = {
    "genre": vocabulary.Genre,
    "theme": vocabulary.Theme,
    "era": vocabulary.Era,
    "award": vocabulary.AwardBody,
    "honour": vocabulary.HonourList,
    "based_on": vocabulary.BasisKind,
}
# Words of a vocabulary that say something else on their own.
_NOT_ALONE = {
    "film",
    "other",
    "song",
    "play",
    "radio",
    "today",
    "busan",
    "pusan",
    "부산",
}
_DECADE = re.compile(r"(?:(18|19|20)?(\d)0(?:'?s|년대))", re.IGNORECASE)
_THIS_CENTURY = 3
# A text with more words names nothing that these words stand for.
_MOST = 5
# Topics are kept, so that they are put together once; seldom are more asked for.
_KEPT = 200


def read(text: str) -> dict[str, Any] | None:
    """Return the criteria that a text stands for, if it is about nothing else.

    >>> from kcinema._search.topics import read
    >>> read("zombie"), read("공포 영화"), read("1960s")
    ({'theme': 'zombies'}, {'genre': 'horror'}, {'decade': 1960})
    >>> read("romantic comedy"), read("korean horror movies of the 70s")
    ({'genre': 'romance comedy'}, {'genre': 'horror', 'decade': 1970})
    >>> read("parasite") is None
    True
    """
    asked = words.without_fillers(text).split()
    if not 0 < len(asked) <= _MOST:
        return None
    named = _split(tuple(asked))
    if named is None:
        return None
    criteria: dict[str, Any] = {}
    for name, value in named:
        if name in criteria and name != "genre":
            return None
        criteria[name] = f"{criteria[name]} {value}" if name in criteria else value
    # Two genres in one have a name; three are too many.
    return criteria if str(criteria.get("genre", "")).count(" ") <= 1 else None


class Topics:
    """The topics of a catalogue's films, and the collections about them.

    Args:
        records: The records of the catalogue.
    """

    def __init__(self, records: Records) -> None:
        self._records = records
        self._known: dict[tuple[tuple[str, Any], ...], Topic | None] = {}

    def topic(self, criteria: dict[str, Any] | None) -> Topic | None:
        """Return the topic of the films that meet criteria; None if there are none."""
        if not criteria:
            return None
        key = tuple(criteria.items())
        if key not in self._known:
            if len(self._known) >= _KEPT:
                self._known.clear()
            self._known[key] = self._new(criteria)
        return self._known[key]

    def _new(self, criteria: dict[str, Any]) -> Topic | None:
        from kcinema._model.criteria import narrow
        from kcinema._model.filmlist import FilmList

        films = FilmList(narrow(self._records.films, criteria))
        title = ", ".join(
            label for name, value in criteria.items() for label in _labels(name, value)
        )
        if not films:
            return None
        return Topic(title=title, criteria=tuple(criteria.items()), films=films)

    def collections(self, text: str, criteria: dict[str, Any] | None) -> list[int]:
        """Return the collections about a topic, or called otherwise, by number."""
        called = self._called_otherwise(text)
        first = len(self._records.films) + len(self._records.directors)
        return [
            first + place
            for place, item in enumerate(self._records.collections)
            if item.id == called or (criteria and self._read[place] == criteria)
        ]

    @once
    def _read(self) -> list[dict[str, Any] | None]:
        """What each collection is about, if its title says nothing else."""
        return [read(item.title) for item in self._records.collections]

    @once
    def _otherwise(self) -> dict[str, str]:
        """The ids of the collections that are also called otherwise."""
        from kcinema._synonyms import SYNONYMS

        return {
            letters(name): id_
            for id_, names in SYNONYMS["Collection"].items()
            for name in names.split(", ")
        }

    def _called_otherwise(self, text: str) -> str | None:
        asked = (letters(text), letters(words.without_fillers(text)))
        return next(filter(None, map(self._otherwise.get, asked)), None)


def _labels(name: str, value: object) -> Iterator[str]:
    if name == "decade":
        yield f"{value}s"
    elif name not in _VOCABULARIES:  # somebody
        yield str(value)
    else:
        for word in str(value).split():
            yield _VOCABULARIES[name](word).label


def _split(asked: tuple[str, ...]) -> list[tuple[str, Any]] | None:
    """Return what each part of some words stands for, if all of them do."""
    if not asked:
        return []
    for size in range(len(asked), 0, -1):
        one = _named(" ".join(asked[:size]))
        rest = _split(asked[size:]) if one else None
        if one and rest is not None:
            return [one, *rest]
    return None


def _named(text: str) -> tuple[str, Any] | None:
    """Return the criterion and the value that a text is a name of."""
    text = text.strip(".,;:!?\"'()[]").casefold()
    decade = _DECADE.fullmatch(text)
    if decade:
        century, ten = decade[1], int(decade[2])
        if century is None:
            century = "20" if ten < _THIS_CENTURY else "19"
        return "decade", int(century) * 100 + ten * 10
    if text in _NOT_ALONE:
        return None
    known = _names()
    return next((known[key] for key in map(_plain, _forms(text)) if key in known), None)


@cache
def _names() -> dict[str, tuple[str, str]]:
    """Return what each name in a vocabulary stands for; the first where several do."""
    found: dict[str, tuple[str, str]] = {}
    for name, terms in _VOCABULARIES.items():
        for text, term in terms.names().items():
            found.setdefault(text, (name, term.value))
    return found


def _plain(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _forms(text: str) -> Iterator[str]:
    """Yield a text, in the plural and in the singular."""
    yield text
    if text.endswith(("영화", "물")):
        yield text.removesuffix("영화").removesuffix("물")
    if text.isascii():
        yield f"{text}s"
        yield text.removesuffix("s")
