"""People who act, found from the credits of films."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from attr import frozen

import kcinema
from kcinema import spelling
from kcinema._lazy import once
from kcinema._search import scores
from kcinema._search.keyboard import typed_elsewhere
from kcinema._search.names import NameIndex
from kcinema._search.romanized import romanizes
from kcinema._search.scores import Match
from kcinema._search.tables import Name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kcinema._model.film import Film
    from kcinema._model.parts import Credit

__all__ = ["People", "Person"]


# How sure a name is with the given name first.
_TURNED = 0.99


@frozen(kw_only=True, repr=False)
class Person:
    """Someone who acts in films of the catalogue, as the credits name them.

    People are told apart by their names in Hangul. A name in Hangul that is spelled in
    two ways is one person if both are romanizations of it; who is also a director is a
    :class:`Director` besides.

    Attributes:
        name: The name in Latin script as the credits spell it, or else in Hangul.
        name_ko: The name in Hangul, or None.
        films: The films in whose cast the person is, earliest first.

    >>> import kcinema
    >>> person = kcinema.search("송강호")[0].item
    >>> person
    <Person 'Song Kang-ho': 24 films>
    """

    name: str
    name_ko: str | None = None
    films: kcinema.FilmList

    def __repr__(self) -> str:
        count = len(self.films)
        return f"<Person {self.name!r}: {count} film{'' if count == 1 else 's'}>"

    def _repr_html_(self) -> str:
        from kcinema._model import html

        return html.listed(self.name, self.name_ko, self.films)


class People:
    """The people who act in some films.

    Args:
        films: The films.
    """

    def __init__(self, films: Sequence[kcinema.Film]) -> None:
        self._films = films

    @once
    def persons(self) -> list[Person]:
        """Everyone, by name."""
        from kcinema._model.filmlist import FilmList

        found = []
        for korean, parts in sorted(self._credits().items()):
            for spelled, films in _told_apart(korean[1], parts):
                name = spelled[0] if spelled else korean[1]
                ordered = sorted(films, key=attrgetter("year", "id"))
                found.append(
                    Person(
                        name=name,
                        name_ko=korean[1] if korean[0] else None,
                        films=FilmList(dict.fromkeys(ordered)),
                    )
                )
        return found

    def _credits(self) -> dict[tuple[bool, str], list[tuple[Credit, Film]]]:
        """Return the credits by name: in Hangul if it is known, or else in Latin."""
        found: dict[tuple[bool, str], list[tuple[Credit, Film]]] = {}
        for film in self._films:
            for credit in film.cast:
                key = (bool(credit.name_ko), credit.name_ko or credit.name or "")
                if key[1]:
                    found.setdefault(key, []).append((credit, film))
        return found

    @once
    def index(self) -> NameIndex:
        """Their names, each with its place among the persons."""
        return NameIndex(
            name
            for place, person in enumerate(self.persons)
            for name in _names(place, person)
        )

    def matches(self, text: str, *, faulty: bool) -> dict[int, Match]:
        """Return the best match of each person, by place.

        Args:
            text: A name, or the beginning of one.
            faulty: Whether to look for parts of names and in spite of typing errors,
                unless a name begins like that.
        """
        index = self.index
        found = [*index.find(text)]
        turned = index.called(text)
        found += [
            Match(owner, 0.99, index.names_of(owner)[0], "exact") for owner in turned
        ]
        if faulty and not found:
            # A part of a name in Hangul is one syllable or two: too little.
            found = [*index.find_words(text)] if text.isascii() else []
            for typed in typed_elsewhere(text):
                found += index.find_typed(typed)
            found = found or [*index.find_faulty(text)]
        return scores.judged(found, text, lambda _: "person", index.names_of)

    def named(self, text: str) -> list[Person]:
        """Return the people who are called so, in either name order."""
        return [self.persons[owner] for owner in self.index.called(text)]


def _told_apart(
    korean: str, parts: Sequence[tuple[Credit, Film]]
) -> list[tuple[list[str], list[Film]]]:
    """Return the people of one name: how each is spelled, and their films."""
    spellings = {credit.name for credit, _ in parts if credit.name}
    if len(spellings) <= 1:  # nearly everyone, and so the quick way
        return [([*spellings], [film for _, film in parts])]
    spelled: dict[str, tuple[list[str], list[Film]]] = {}
    unspelled: list[Film] = []
    for credit, film in parts:
        if not credit.name:
            unspelled.append(film)
            continue
        # All romanizations are one; anything else is a name of its own.
        key = "" if romanizes(credit.name, korean) else spelling.key(credit.name)
        names, films = spelled.setdefault(key, ([], []))
        names.append(credit.name)
        films.append(film)
    people = [
        (sorted(set(names), key=names.count, reverse=True), films)
        for names, films in spelled.values()
    ]
    max(people, key=lambda person: len(person[1]))[1].extend(unspelled)
    return people


def _names(place: int, person: Person) -> list[Name]:
    from kcinema._synonyms import SYNONYMS

    names = dict.fromkeys(filter(None, (person.name, person.name_ko)), True)
    others = SYNONYMS["Person"].get(person.name_ko or "", "")
    for name in filter(None, others.split(", ")):
        names.setdefault(name, False)
    return [Name(place, text, is_main) for text, is_main in names.items()]
