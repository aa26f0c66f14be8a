"""A language of the site: its words, its dates, and which of two names comes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from kcinema._site import korean, words

if TYPE_CHECKING:
    import datetime as dt

    from kcinema._model.collection import Collection
    from kcinema._model.dates import PartialDate
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._model.parts import Credit
    from kcinema.vocabulary import Term

__all__ = ["ENGLISH", "KOREAN", "LANGUAGES", "Language", "Named"]

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)


class Named(NamedTuple):
    """Two names of one thing, each with its language; the second may be None."""

    first: str
    first_lang: str
    second: str | None
    second_lang: str


class Language:
    """One of the two languages that the site is written in.

    Args:
        code: ``"en"`` or ``"ko"``.
        folder: The folder of its pages, with a slash at its end, or nothing.
    """

    def __init__(self, code: str, folder: str) -> None:
        self.code = code
        self.folder = folder
        self._place = 0 if code == "en" else 1
        self.texts = {name: both[self._place] for name, both in words.TEXTS.items()}

    def label(self, term: Term) -> str:
        """Return the word for a term of a vocabulary."""
        return korean.label(term) if self._place else term.label

    def country(self, code: str) -> str:
        """Return the name of a country, or its code if there is none here."""
        return korean.COUNTRIES.get(code, (code, code))[self._place]

    def tongue(self, code: str) -> str:
        """Return the name of a language, or its code if there is none here."""
        return korean.LANGUAGES.get(code, (code, code))[self._place]

    def field(self, name: str) -> str:
        """Return what a field of the data is called, ``ids.imdb`` as it is."""
        return words.FIELDS.get(name, (name, name))[self._place]

    def date(self, date: dt.date | PartialDate) -> str:
        """Return a date as it is written, as precisely as it is known.

        >>> from kcinema import PartialDate
        >>> from kcinema._site.language import ENGLISH, KOREAN
        >>> ENGLISH.date(PartialDate(1960, 11, 3)), KOREAN.date(PartialDate(1960, 11))
        ('3 November 1960', '1960년 11월')
        """
        parts = (date.year, date.month, date.day)
        if self._place:
            marks = zip(parts, "년월일", strict=True)
            return " ".join(f"{part}{mark}" for part, mark in marks if part)
        month = date.month and _MONTHS[date.month - 1]
        return " ".join(str(part) for part in (date.day, month, date.year) if part)

    def count(self, films: int) -> str:
        """Return how many films there are, in words."""
        return self.texts["one_film" if films == 1 else "film_count"].format(films)

    def film(self, film: Film) -> Named:
        """Return the titles of a film, that of the language first."""
        return self._named(film.title, film.title_ko)

    def director(self, director: Director) -> Named:
        """Return the names of a director, that of the language first."""
        return self._named(director.name, director.name_ko)

    def collection(self, collection: Collection) -> Named:
        """Return the titles of a collection, that of the language first."""
        return self._named(collection.title, collection.title_ko)

    def actor(self, credit: Credit) -> Named:
        """Return the names of an actor, that of the language first."""
        if credit.name is None:
            return Named(credit.name_ko or "?", "ko", None, "en")
        return self._named(credit.name, credit.name_ko)

    def _named(self, english: str, hangul: str | None) -> Named:
        if self._place and hangul:
            return Named(hangul, "ko", english if english != hangul else None, "en")
        return Named(english, "en", hangul if english != hangul else None, "ko")

    def lead(self, collection: Collection) -> tuple[str, str]:
        """Return what a collection is, and the language in which that is said."""
        if self._place and collection.id in words.KOREAN_LEADS:
            return words.KOREAN_LEADS[collection.id], "ko"
        return collection.summary or "", "en"


ENGLISH = Language("en", "")
KOREAN = Language("ko", "ko/")
LANGUAGES = (ENGLISH, KOREAN)
