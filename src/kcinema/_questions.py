"""The questions that a catalogue answers: by id, by criteria, by name, by likeness."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from kcinema._lazy import Lazy, once
from kcinema._showcase import Showcase
from kcinema.errors import (
    CollectionNotFoundError,
    DirectorNotFoundError,
    FilmNotFoundError,
    InvalidQueryError,
    RetiredIdWarning,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from typing_extensions import Unpack

    from kcinema._lookups import Lookups
    from kcinema._model.base import Record
    from kcinema._model.collection import Collection
    from kcinema._model.criteria import Criteria
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._model.filmlist import FilmList
    from kcinema._search.search import Search, SearchHit
    from kcinema._search.similar import Similar, Similarity
    from kcinema.vocabulary import CollectionKind

__all__ = ["Questions"]

R = TypeVar("R", bound="Record")


class Questions(Lazy, Showcase):
    """What can be asked of the records of a catalogue."""

    _lookups: Lookups
    # The films by id, empty until one was asked for by its id. A dict that is always
    # there is found quicker than one that may be.
    _known_films: dict[str, Film]

    def _records(self, kind: str) -> tuple[Any, ...]:
        """Return the records of one kind, sorted by id."""
        raise NotImplementedError

    # One by id ------------------------------------------------------------------------

    def film(  # noqa: PLR0913  # a parameter for each catalogue of films
        self,
        id: str | None = None,  # noqa: A002  # the word that the data uses
        *,
        imdb: str | None = None,
        tmdb: int | None = None,
        kmdb: str | None = None,
        kobis: str | None = None,
        wikidata: str | None = None,
    ) -> Film:
        """Return the film with an id, or with exactly one external id.

        Args:
            id: The film's own id.
            imdb: An IMDb id, such as ``"tt0364569"``.
            tmdb: A TMDB number.
            kmdb: A KMDb id, such as ``"K/05928"``.
            kobis: A KOBIS code.
            wikidata: A Wikidata id.

        Raises:
            FilmNotFoundError: There is no such film; names the nearest ids.
            InvalidQueryError: No key, more than one, or one of the wrong type.

        >>> import kcinema
        >>> kcinema.film("oldboy-2003") == kcinema.film(imdb="tt0364569")
        True
        """
        # What nearly everybody asks, an id of today, is found at once.
        if imdb is None and tmdb is None and kmdb is kobis is wikidata is None:
            try:
                return self._known_films[id]  # type: ignore[index]  # None is no key
            except (KeyError, TypeError):
                self._known_films.update(self._lookups.films)
        keys = {
            "id": id,
            "imdb": imdb,
            "tmdb": tmdb,
            "kmdb": kmdb,
            "kobis": kobis,
            "wikidata": wikidata,
        }
        given = {name: value for name, value in keys.items() if value is not None}
        if len(given) != 1:
            msg = (
                "film: expected exactly one of an id, imdb=, tmdb=, kmdb=, kobis= and "
                f"wikidata=, not {', '.join(given) or 'none'}"
            )
            raise InvalidQueryError(msg)
        ((name, value),) = given.items()
        if name == "id":
            return self._resolve(value, self._known_films, FilmNotFoundError)
        expected = int if name == "tmdb" else str
        if type(value) is not expected:
            msg = f"film: expected {name} as {expected.__name__}, not {value!r}"
            raise InvalidQueryError(msg)
        try:
            return self._lookups.external[name, value]
        except KeyError:
            raise FilmNotFoundError(value, by=f"{name} id") from None

    def director(self, id: str) -> Director:  # noqa: A002  # as for film
        """Return the director with an id.

        Args:
            id: The director's id, such as ``"bong-joon-ho"``.

        Raises:
            DirectorNotFoundError: There is no such director; names the nearest ids.
            InvalidQueryError: The id is not a text.

        >>> import kcinema
        >>> kcinema.director("bong-joon-ho").name_ko
        '봉준호'
        """
        return self._resolve(id, self._lookups.directors, DirectorNotFoundError)

    def collection(self, id: str) -> Collection:  # noqa: A002  # as for film
        """Return the collection with an id.

        Args:
            id: The collection's id, such as ``"cult-classics"``.

        Raises:
            CollectionNotFoundError: There is no such collection; names the nearest.
            InvalidQueryError: The id is not a text.

        >>> import kcinema
        >>> kcinema.collection("cult-classics") == kcinema.cult_classics()
        True
        """
        return self._resolve(id, self._lookups.collections, CollectionNotFoundError)

    def _resolve(
        self,
        id_: object,
        index: Mapping[str, R],
        error: type[
            FilmNotFoundError | DirectorNotFoundError | CollectionNotFoundError
        ],
    ) -> R:
        """Find a record by its id of today or a former one."""
        try:
            return index[id_]  # type: ignore[index]  # what is no text is no key
        except (KeyError, TypeError):
            pass
        if not isinstance(id_, str):
            msg = f"expected an id as text, not {id_!r}"
            raise InvalidQueryError(msg)
        new = self._lookups.retired[f"{error.kind}s"].get(id_)
        if new is not None:
            _warn(f"the id {id_!r} is now {new!r}")
            return index[new]
        raise error(id_, self._nearest(id_, error.kind))

    def _nearest(self, id_: str, kind: str) -> list[str]:
        """Return the ids that an id may have meant, by searching for its words."""
        text = id_.replace("-", " ")
        hits = self._search(text, kind=kind, limit=3) if text.strip() else []
        return [hit.item.id for hit in hits]

    # Many by what they are ------------------------------------------------------------

    def films(self, **criteria: Unpack[Criteria]) -> FilmList:
        """Return the films that meet every criterion, in the order of their ids.

        Args:
            **criteria: ``genre``, ``theme``, ``era``, ``rating``, ``award``, ``honour``
                and ``based_on`` take a word of their vocabulary or several, of which
                any will do; ``director``, ``cast`` and ``collection`` a name or an id,
                or several; ``country`` and ``language`` ISO codes; ``ids`` the kinds
                of external id to be known. ``year``, ``decade``, ``runtime`` (minutes)
                and ``admissions`` (national counts only) take a number, a
                :class:`range`, or an inclusive ``(low, high)`` pair with None for an
                open end.

        Raises:
            TypeError: There is no criterion of that name.
            InvalidQueryError: A value is not one that its criterion can have.
            CollectionNotFoundError: There is no collection of that id.

        >>> import kcinema
        >>> for film in kcinema.films(director="Park Chan-wook", year=(2000, 2003)):
        ...     print(film.title, film.year)
        Joint Security Area 2000
        Oldboy 2003
        Sympathy for Mr. Vengeance 2002
        """
        if not criteria:
            return self._lookups.film_list
        from kcinema._model.criteria import narrow
        from kcinema._model.filmlist import FilmList

        lookups = self._lookups
        return FilmList(
            narrow(self._records("films"), dict(criteria), lookups.film_index)
        )

    def directors(
        self, *, name: str | None = None, collection: Collection | str | None = None
    ) -> tuple[Director, ...]:
        """Return the directors that meet every criterion, in the order of their ids.

        Args:
            name: A name in any spelling, in Latin script or Hangul.
            collection: A collection or its id: only directors of films in it.

        Raises:
            CollectionNotFoundError: There is no collection of that id.

        >>> import kcinema
        >>> kcinema.directors(name="봉준호")
        (<Director bong-joon-ho: 'Bong Joon-ho'>,)
        """
        found: tuple[Director, ...] = self._records("directors")
        if name is not None:
            from kcinema import spelling

            # As it is spelled, or else as it sounds; see the criterion of films.
            for folded in (spelling.name_keys, spelling.name_sounds):
                wanted = folded([name])
                found = tuple(
                    one
                    for one in self._records("directors")
                    if not wanted.isdisjoint(folded(one.names))
                )
                if found:
                    break
        if collection is not None:
            id_ = collection if isinstance(collection, str) else collection.id
            credited = {
                director.id
                for film in self.collection(id_)
                for director in film.directors
            }
            found = tuple(director for director in found if director.id in credited)
        return found

    def collections(
        self,
        *,
        kind: CollectionKind | str | None = None,
        film: Film | str | None = None,
    ) -> tuple[Collection, ...]:
        """Return the collections: the showcase in its order, then the others by id.

        Args:
            kind: Only those of this kind.
            film: Only those that this film, or the film with this id, is in.

        Raises:
            InvalidQueryError: There is no such kind.
            FilmNotFoundError: There is no film of that id.

        >>> import kcinema
        >>> [collection.id for collection in kcinema.collections(kind="half")]
        ['top-picks', 'hidden-gems']
        """
        found = self._lookups.collections_in_order
        if kind is not None:
            from kcinema._model.matching import terms
            from kcinema.vocabulary import CollectionKind

            wanted = terms("kind", kind, CollectionKind, "a kind of collection")
            found = tuple(item for item in found if item.kind in wanted)
        if film is not None:
            id_ = self.film(film).id if isinstance(film, str) else film.id
            entries = self._lookups.entries
            found = tuple(item for item in found if id_ in entries(item.id))
        return found

    # Finding --------------------------------------------------------------------------

    def search(
        self, text: str, *, kind: str | None = None, limit: int = 10
    ) -> list[SearchHit]:
        """Find films, directors and collections by any of their names.

        Takes what people type: either script, any romanization, initial consonants
        (``ㄱㅅㅊ``), unfinished syllables, Hangul typed on a Latin keyboard
        (``rltodcnd``) and the other way round, a word or two of a title, typing errors,
        and a year or a director beside a title.

        Args:
            text: What to look for. Only the first 200 characters are looked at.
            kind: ``"film"``, ``"director"`` or ``"collection"``; all of them if None.
            limit: How many hits at the most.

        Returns:
            The hits, the best first; empty where nothing comes near. Hits with a
            score of 0.6 and more mean what they say, those below it are guesses.

        Raises:
            InvalidQueryError: The text is empty, there is no such kind, or the limit
                is not a whole number of at least 1.

        >>> import kcinema
        >>> kcinema.search("봉준호 괴물")[0].item
        <Film the-host-2006: 'The Host' (2006)>
        >>> kcinema.search("Pak Ch'an-uk", kind="director")[0].item
        <Director park-chan-wook: 'Park Chan-wook'>
        """
        return self._search(text, kind=kind, limit=limit)

    def similar(self, film: Film | str, *, limit: int = 5) -> list[Similar]:
        """Find the films most like a film, each with the reasons.

        Films are alike in what they share: documented relations (a remake, the same
        source), directors, themes, actors, genres, collections, the period. What few
        films share counts most.

        Args:
            film: The film, or its id.
            limit: How many at the most.

        Returns:
            The films, the most similar first. A score is the same in both directions.

        Raises:
            FilmNotFoundError: There is no film of that id.
            InvalidQueryError: The limit is not a whole number of at least 1.

        >>> import kcinema
        >>> like = kcinema.similar("oldboy-2003", limit=1)[0]
        >>> print(like.reasons[0])
        also directed by Park Chan-wook
        """
        # A film of another catalogue is the one of its id here.
        id_ = film if isinstance(film, str) else film.id
        return self._similarity(self.film(id_), limit=limit)

    # Indexes, each built when it is first needed --------------------------------------

    @once
    def _search(self) -> Search:
        from kcinema._search.search import Search

        return Search(*map(self._records, ("films", "directors", "collections")))

    @once
    def _similarity(self) -> Similarity:
        from kcinema._search.similar import Similarity

        return Similarity(self._records("films"))


def _warn(message: str) -> None:
    """Warn of the user's line: the nearest caller outside this package."""
    import sys
    import warnings

    level = 1
    frame = sys._getframe()  # noqa: SLF001  # the only way to look up the stack cheaply
    while frame.f_back and _is_ours(frame.f_globals.get("__name__")):
        frame = frame.f_back
        level += 1
    warnings.warn(message, RetiredIdWarning, stacklevel=level)


def _is_ours(module: object) -> bool:
    return str(module).partition(".")[0] == "kcinema"
