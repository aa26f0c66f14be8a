"""The Korean cinema showcase: its two halves and their nine sections."""

from __future__ import annotations

from typing import ClassVar

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema.errors import InvalidQueryError

__all__ = ["Showcase"]


class Showcase:
    """The halves and sections of a catalogue's showcase, as methods.

    Each method returns a :class:`Collection`, and raises
    :exc:`CollectionNotFoundError` if the catalogue does not have it.
    """

    __slots__ = ()

    HALVES: ClassVar[tuple[str, str]] = ("top-picks", "hidden-gems")
    """The ids of the halves, in order."""

    def collection(self, id: str) -> kcinema.Collection:  # noqa: A002  # the word that the data uses
        raise NotImplementedError

    def top_picks(self) -> kcinema.Collection:
        """Return the first half: the films that Korean cinema is known for.

        >>> import kcinema
        >>> [section.title for section in kcinema.top_picks().sections[:2]]
        ['Blockbusters', 'Critically acclaimed films']
        """
        return self.collection("top-picks")

    def blockbusters(self) -> kcinema.Collection:
        """Return the films that drew the largest audiences of their time.

        >>> import kcinema
        >>> kcinema.film("train-to-busan-2016") in kcinema.blockbusters()
        True
        """
        return self.collection("blockbusters")

    def critically_acclaimed(self) -> kcinema.Collection:
        """Return the films that juries and critics rate highest.

        >>> import kcinema
        >>> kcinema.film("poetry-2010") in kcinema.critically_acclaimed()
        True
        """
        return self.collection("critically-acclaimed")

    def genre_highlights(
        self, genre: kcinema.Genre | str | None = None
    ) -> kcinema.Collection:
        """Return the films that changed their genre in Korea.

        Args:
            genre: A genre; None for the highlights of all genres.

        Raises:
            InvalidQueryError: There is no such genre, or it has no highlights.

        >>> import kcinema
        >>> kcinema.genre_highlights("romance").title
        'Romance highlights'
        """
        highlights = self.collection("genre-highlights")
        if genre is None:
            return highlights
        from kcinema import spelling
        from kcinema.vocabulary import CollectionKind, Genre

        sections = {
            section.id.removeprefix("genre-highlights-"): section
            for section in highlights.sections
            if section.kind is CollectionKind.GENRE
        }
        term = Genre.named(str(genre))
        if term is None or term.value not in sections:
            what = "has no highlights" if term else "is not a genre"
            hint = spelling.nearest_hint(str(genre), sections)
            msg = f"genre_highlights: {str(genre)!r} {what}. {hint}"
            raise InvalidQueryError(msg)
        return sections[term.value]

    def directorial_masterpieces(self) -> kcinema.Collection:
        """Return one film to start with for each of the great directors.

        >>> import kcinema
        >>> kcinema.film("the-housemaid-1960") in kcinema.directorial_masterpieces()
        True
        """
        return self.collection("directorial-masterpieces")

    def cultural_significance(self) -> kcinema.Collection:
        """Return the films that reflect Korean society, history, custom and identity.

        >>> import kcinema
        >>> kcinema.film("sweet-dream-1936") in kcinema.cultural_significance()
        True
        """
        return self.collection("cultural-significance")

    def hidden_gems(self) -> kcinema.Collection:
        """Return the second half: the films that deserve to be better known.

        >>> import kcinema
        >>> gems = kcinema.hidden_gems()
        >>> len(gems) == len(set(gems))
        True
        """
        return self.collection("hidden-gems")

    def indie_films(self) -> kcinema.Collection:
        """Return films made outside the large distributors and honoured by juries.

        >>> import kcinema
        >>> kcinema.film("jiseul-2012") in kcinema.indie_films()
        True
        """
        return self.collection("indie-films")

    def underrated_films(self) -> kcinema.Collection:
        """Return films praised by critics or juries but seen by few.

        >>> import kcinema
        >>> kcinema.film("the-widow-1955") in kcinema.underrated_films()
        True
        """
        return self.collection("underrated-films")

    def cult_classics(self) -> kcinema.Collection:
        """Return films with a documented afterlife, such as midnight screenings.

        >>> import kcinema
        >>> kcinema.film("save-the-green-planet-2003") in kcinema.cult_classics()
        True
        """
        return self.collection("cult-classics")

    def emerging_talents(self) -> kcinema.Collection:
        """Return first features of a new generation of directors.

        >>> import kcinema
        >>> kcinema.film("house-of-hummingbird-2018") in kcinema.emerging_talents()
        True
        """
        return self.collection("emerging-talents")
