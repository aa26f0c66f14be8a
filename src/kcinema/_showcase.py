"""The Korean cinema showcase: its two halves and its nine sections."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from kcinema._collection import Collection
    from kcinema.vocabulary import Genre

__all__ = ["Showcase"]


class Showcase:
    """The showcase of a catalogue, by the names of its parts.

    Every method gives a :class:`Collection`, and raises
    :exc:`CollectionNotFoundError` where a catalogue of one's own has no such part.
    """

    __slots__ = ()

    HALVES: ClassVar[tuple[str, str]] = ("top-picks", "hidden-gems")
    """The ids of the halves, in their order."""

    def collection(self, id: str) -> Collection:  # noqa: A002  # see Catalogue
        raise NotImplementedError

    def top_picks(self) -> Collection:
        """Give the first half: the films that Korean cinema is known by.

        See :func:`kcinema.top_picks`.
        """
        return self.collection("top-picks")

    def blockbusters(self) -> Collection:
        """Give the films that the country went to see.

        See :func:`kcinema.blockbusters`.
        """
        return self.collection("blockbusters")

    def critically_acclaimed(self) -> Collection:
        """Give the films that juries and critics put first.

        See :func:`kcinema.critically_acclaimed`.
        """
        return self.collection("critically-acclaimed")

    def genre_highlights(self, genre: Genre | str | None = None) -> Collection:
        """Give the films that did something to their genre in Korea.

        See :func:`kcinema.genre_highlights`.
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

    def directorial_masterpieces(self) -> Collection:
        """Give the film to begin with for each of the great directors.

        See :func:`kcinema.directorial_masterpieces`.
        """
        return self.collection("directorial-masterpieces")

    def cultural_significance(self) -> Collection:
        """Give the films that mirror Korean society, history, custom and identity.

        See :func:`kcinema.cultural_significance`.
        """
        return self.collection("cultural-significance")

    def hidden_gems(self) -> Collection:
        """Give the second half: the films that deserve to be found.

        See :func:`kcinema.hidden_gems`.
        """
        return self.collection("hidden-gems")

    def indie_films(self) -> Collection:
        """Give films made outside the large distributors and honoured for it.

        See :func:`kcinema.indie_films`.
        """
        return self.collection("indie-films")

    def underrated_films(self) -> Collection:
        """Give films praised by critics or juries, and seen by few.

        See :func:`kcinema.underrated_films`.
        """
        return self.collection("underrated-films")

    def cult_classics(self) -> Collection:
        """Give films with an afterlife of their own.

        See :func:`kcinema.cult_classics`.
        """
        return self.collection("cult-classics")

    def emerging_talents(self) -> Collection:
        """Give first features of a new generation of directors.

        See :func:`kcinema.emerging_talents`.
        """
        return self.collection("emerging-talents")
