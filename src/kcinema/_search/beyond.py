"""What a text may mean beyond the name of a record: people, topics, words around."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kcinema import spelling
from kcinema._search import scores, topics, words
from kcinema._search.found import Found
from kcinema._search.people import People, Person
from kcinema._search.scores import FAIR, LEAST, Match
from kcinema._search.tables import letters
from kcinema._search.topics import Topic, Topics

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from kcinema._model.director import Director
    from kcinema._search.fields import Field
    from kcinema._search.records import Records

__all__ = ["Beyond"]

# From this score on, a name is matched as a whole; from that on, letter by letter.
_WHOLE, _EXACT = 0.9, 0.98
# What is left of a score with other words around a title, and with people's names.
_AROUND, _WITH_PEOPLE = 0.98, 0.99
# The scores of a topic, of the collections about it, and of films that only share it.
_TOPIC, _COLLECTION, _THEIRS = 0.9, 0.95, 0.45
# Who acts comes after a record that is called alike, ...
_LESSER = 0.985
# ... and who is a director of the same name comes after the director.
_BESIDES = 0.99
# With fewer letters a name could be anybody's.
_AUDIBLE = 4
_A_TOPIC = -1


class Beyond:
    """Finds people, topics, and titles with words around them.

    Args:
        records: The records of the catalogue.
        titled: A function that returns the matches of a title, by record.
    """

    def __init__(
        self, records: Records, titled: Callable[[str], dict[int, Match]]
    ) -> None:
        self._records = records
        self._titled = titled
        self._people = People(records.films)
        self._topics = Topics(records)

    def __call__(self, field: Field, named: dict[int, Match]) -> Found:
        """Return what a text names or may mean.

        Args:
            field: The text.
            named: The best matches of records by their names.
        """
        found = Found(named)
        criteria = topics.read(field.text)
        if self._asks_for_people(found, field.text):
            self._add_people(found, field.text, faulty=not found.reaches(FAIR))
        if not criteria and not found.reaches(_WHOLE) and not _is_misspelt(found):
            self._add_around(found, field)
        self._add_topic(found, field.text, criteria)
        self._add_their_films(found)
        return found

    # People ---------------------------------------------------------------------------

    @staticmethod
    def _asks_for_people(found: Found, text: str) -> bool:
        """Return whether a text may be the name of somebody who is no record."""
        if _may_be_a_name(text):
            # A record may sound like a person, or be called like one.
            return not any(
                match.score >= _WHOLE and match.how not in {"exact", "sound"}
                for match in found.best.values()
            )
        return text.isascii() and not found.reaches(FAIR)

    def _add_people(
        self, found: Found, text: str, *, faulty: bool = False, factor: float = 1
    ) -> None:
        """Add the people who act whose names match a text."""
        also = {
            spelling.key(director.name)
            for director in self._directors(found.best.values())
        }
        exact = False
        for place, match in self._people.matches(text, faulty=faulty).items():
            person = self._people.persons[place]
            score = match.score * factor
            if match.how not in {"exact", "sound"}:
                score *= _LESSER
            elif spelling.key(person.name) in also:
                score *= _BESIDES
            exact = exact or match.how == "exact"
            owner = len(self._records.items) + place
            found.add(Match(owner, score, match.text, match.how), person)
        if exact:
            # What only sounds or begins like the name is somebody or something else.
            for owner, match in found.best.items():
                if match.how not in {"exact", "initials"} and owner not in found.extra:
                    found.best[owner] = scores.guess(match)

    def _directors(self, matches: Iterable[Match]) -> list[Director]:
        films, directors = self._records.films, self._records.directors
        return [
            directors[match.owner - len(films)]
            for match in matches
            if match.score >= _WHOLE
            and len(films) <= match.owner < len(films) + len(directors)
        ]

    def _add_their_films(self, found: Found) -> None:
        """Add the films of the people whom a text names."""
        films, directors = self._records.films, self._records.directors
        for owner, match in [*found.best.items()]:
            item: Any = found.extra.get(owner)
            if item is None and len(films) <= owner < len(films) + len(directors):
                item = directors[owner - len(films)]
            if match.score < _WHOLE or item is None or isinstance(item, Topic):
                continue
            how = "actor" if isinstance(item, Person) else "director"
            for film in item.films:
                number = self._records.by_id[film.id]
                found.add(Match(number, _THEIRS, match.text, how))

    def _named(self, name: str) -> list[Director | Person]:
        """Return the people with a name: directors, and those who act."""
        films, directors = self._records.films, self._records.directors
        named = [
            directors[owner - len(films)]
            for owner in self._records.index.called(name)
            if len(films) <= owner < len(films) + len(directors)
        ]
        return [*named, *self._people.named(name)]

    def _is_somebody(self, name: str) -> bool:
        looks = (
            len(letters(name)) >= _AUDIBLE
            if name.isascii()
            else len(name) <= _SYLLABLES and name[0] in _FAMILIES
        )
        return looks and bool(self._named(name))

    def _films_with(self, name: str) -> set[int]:
        """Return the films of the people with a name, whatever they did there."""
        return {
            self._records.by_id[film.id]
            for person in self._named(name)
            for film in person.films
        }

    # Titles with words around them ----------------------------------------------------

    def _add_around(self, found: Found, field: Field) -> None:
        """Add the matches of what is left without the words around a title."""
        text = " ".join(field.titles) or field.text
        for around in words.around(text, self._is_somebody, topics.read):
            if around.rest:
                for match in self._of_rest(around, field.year):
                    found.add(match)
            else:
                self._add_alone(found, around)
            if found.reaches(FAIR):
                return

    def _of_rest(self, around: words.Around, year: int) -> Iterator[Match]:
        """Yield the films that are called what is left, and meet what is around it."""
        theirs = None
        for name in around.people:
            with_them = self._films_with(name)
            theirs = with_them if theirs is None else theirs & with_them
        if around.topic:
            topic = self._topics.topic(topics.read(around.topic))
            about = (
                {self._records.by_id[film.id] for film in topic.films}
                if topic
                else set()
            )
            theirs = about if theirs is None else theirs & about
        for match in self._titled(around.rest).values():
            if match.owner >= len(self._records.films):
                continue
            if theirs is not None and match.owner not in theirs:
                continue
            # Without a person to confirm it, only a whole title.
            if match.score < (LEAST if around.people else _WHOLE):
                continue
            years = self._records.years(match.owner)
            dated = scores.dated(match, years, year) if year else match
            factor = _WITH_PEOPLE if around.people else _AROUND
            yield dated._replace(score=dated.score * factor)

    def _add_alone(self, found: Found, around: words.Around) -> None:
        """Add the people of some names, or what they have in common."""
        first, *others = around.people
        if around.topic:
            somebody = self._named(first)[0]
            role = "cast" if isinstance(somebody, Person) else "director"
            criteria = {**(topics.read(around.topic) or {}), role: somebody.name}
            self._add_topic(found, "", criteria)
        elif others:
            theirs = set.intersection(*map(self._films_with, around.people))
            for owner in theirs:
                found.add(Match(owner, FAIR, ", ".join(around.people), "actor"))
        else:
            for match in self._titled(first).values():
                if self._directors([match]):
                    found.add(match._replace(score=match.score * _AROUND))
            self._add_people(found, first, factor=_AROUND)

    # Topics ---------------------------------------------------------------------------

    def _add_topic(
        self, found: Found, text: str, criteria: dict[str, Any] | None
    ) -> None:
        """Add the topic that a text is about, its collections, and its films."""
        for owner in self._topics.collections(text, criteria):
            (name, *_) = self._records.index.names_of(owner)
            found.add(Match(owner, _COLLECTION, name, "topic"))
        topic = self._topics.topic(criteria)
        if topic is not None:
            found.add(Match(_A_TOPIC, _TOPIC, topic.title, "topic"), topic)
            for film in topic.films:
                number = self._records.by_id[film.id]
                found.add(Match(number, _THEIRS, topic.title, "topic"))


def _is_misspelt(found: Found) -> bool:
    """Return whether a text is a name but for a typing error, with no words around."""
    return any(
        match.how == "typing error" and match.score >= _NEARLY
        for match in found.best.values()
    )


def _may_be_a_name(text: str) -> bool:
    """Return whether a text looks like the name of a person.

    A single word in Latin letters is rather a title, as are many words.
    """
    size = len(text.replace("-", " ").split())
    if text.isascii():
        return 1 < size <= _WORDS
    return len(text) <= _CHARACTERS


# From this score on a misspelt name is meant.
_NEARLY = 0.8
# The most words of a name in Latin letters, the most characters in Hangul.
_WORDS, _CHARACTERS = 4, 6
# The most syllables of a Korean name, and what it begins with; next to a title, only
# these are looked for.
_SYLLABLES = 4
_FAMILIES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄"
    "채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용남궁황보독고"
    "선우제갈사공예봉경피감복음동온호범승태라빈가계단부시"
)
