"""The queries of a catalogue: by id, by criteria, by name and by similarity."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._lazy import Module, once
from kcinema._model.base import Record, id_of
from kcinema._showcase import Showcase
from kcinema.errors import (
    CollectionNotFoundError,
    DirectorNotFoundError,
    FilmNotFoundError,
    InvalidQueryError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import typing_extensions

    from kcinema._lookups import Lookups
    from kcinema._model.director import Director
    from kcinema._model.film import Film
    from kcinema._search.search import Search
    from kcinema._search.similar import Similarity
else:
    # Annotations are evaluated at run time, but seldom.
    typing_extensions = Module("typing_extensions")

__all__ = ["Questions"]

R = TypeVar("R", bound=Record)


class Questions(Showcase):
    """The queries of a catalogue's records."""

    if TYPE_CHECKING:
        _lookups: Lookups
        # The films looked up so far, by id. An attribute that always exists is faster
        # to read than a lazy one.
        _known_films: dict[str, Film]

    def _records(self, kind: str) -> tuple[Any, ...]:
        """Return the records of one kind, sorted by id."""
        raise NotImplementedError

    def _film(self, id_: object) -> Film | None:
        """Return the film with an id if it can be had without the others."""
        raise NotImplementedError

    # By id ----------------------------------------------------------------------------

    def film(
        self,
        id: str | None = None,  # noqa: A002  # the word that the data uses
        **external: typing_extensions.Unpack[kcinema.ExternalIds],
    ) -> kcinema.Film:
        """Return the film with an id or an external id; takes exactly one of them.

        Args:
            id: The film's own id.
            **external: ``imdb``, an IMDb id such as ``"tt0364569"``; ``tmdb``, a TMDB
                number; ``kmdb``, a KMDb id such as ``"K/05928"``; ``kobis``, a KOBIS
                code; or ``wikidata``, a Wikidata id.

        Raises:
            FilmNotFoundError: There is no such film; suggests the nearest ids.
            InvalidQueryError: No id is given, more than one, or one of the wrong type.
            TypeError: There is no external id of that name.

        >>> import kcinema
        >>> kcinema.film("oldboy-2003") == kcinema.film(imdb="tt0364569")
        True
        """
        # The fast path for the most common query, by a current id. Five parameters with
        # defaults would cost a call more than the lookup.
        if not external:
            try:
                return self._known_films[id]  # type: ignore[index]  # None is never a key
            except (KeyError, TypeError):
                pass
            if id is not None:
                found = self._film(id)
                if found is None:
                    found = self._resolve(id, self._lookups.films, FilmNotFoundError)
                if found.id == id:  # else every later use of a former id must warn too
                    self._known_films[id] = found
                return found
        from kcinema._model.external import the_one

        name, value = the_one({"id": id, **external})
        try:
            return self._lookups.external[name, value]
        except KeyError:
            raise FilmNotFoundError(value, by=f"{name} id") from None

    def director(self, id: str) -> kcinema.Director:  # noqa: A002  # as for film
        """Return the director with an id.

        Args:
            id: The director's id, such as ``"bong-joon-ho"``.

        Raises:
            DirectorNotFoundError: There is no such director; suggests the nearest ids.
            InvalidQueryError: The id is not a string.

        >>> import kcinema
        >>> kcinema.director("bong-joon-ho").name_ko
        '봉준호'
        """
        return self._resolve(id, self._lookups.directors, DirectorNotFoundError)

    def collection(self, id: str) -> kcinema.Collection:  # noqa: A002  # as for film
        """Return the collection with an id.

        Args:
            id: The collection's id, such as ``"cult-classics"``.

        Raises:
            CollectionNotFoundError: There is no such collection; suggests the nearest
                ids.
            InvalidQueryError: The id is not a string.

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
        """Return a record by its current id or a former one."""
        try:
            return index[id_]  # type: ignore[index]  # only strings are keys
        except (KeyError, TypeError):
            pass
        if not isinstance(id_, str):
            msg = f"expected an id as text, not {id_!r}"
            raise InvalidQueryError(msg)
        new = self._lookups.retired[f"{error.kind}s"].get(id_)
        if new is not None:
            from kcinema._retired import warn

            warn(f"the id {id_!r} is now {new!r}")
            return index[new]
        raise error(id_, self._nearest(id_, error.kind))

    def _nearest(self, id_: str, kind: str) -> list[str]:
        """Return the ids that an unknown id may have meant, by searching its words."""
        text = id_.replace("-", " ")
        hits = self._search(text, kind=kind, limit=3) if text.strip() else []
        return [hit.item.id for hit in hits if isinstance(hit.item, Record)]

    # By criteria ----------------------------------------------------------------------

    def films(
        self, **criteria: typing_extensions.Unpack[kcinema.Criteria]
    ) -> kcinema.FilmList:
        """Return the films that meet every criterion, ordered by id.

        Args:
            **criteria: ``genre``, ``theme``, ``era``, ``rating``, ``award``, ``honour``
                and ``based_on`` take one or several words of their vocabulary, any of
                which may match; ``director``, ``cast`` and ``collection`` a name or an
                id, or several; ``country`` and ``language`` ISO codes; ``ids`` the
                kinds of external id that must be known. ``year``, ``decade``,
                ``runtime`` (minutes) and ``admissions`` (national counts only) take a
                number, a :class:`range`, or an inclusive ``(low, high)`` pair with None
                for an open end.

        Raises:
            TypeError: There is no criterion of that name.
            InvalidQueryError: A value is invalid for its criterion.
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
        self,
        *,
        name: str | None = None,
        collection: kcinema.Collection | str | None = None,
    ) -> tuple[kcinema.Director, ...]:
        """Return the directors that meet every criterion, ordered by id.

        Args:
            name: A name in any spelling, in Latin script or Hangul.
            collection: A collection or its id; only directors of its films.

        Raises:
            CollectionNotFoundError: There is no collection of that id.
            InvalidQueryError: The name is no text, or the collection is neither one
                nor an id.

        >>> import kcinema
        >>> kcinema.directors(name="봉준호")
        (<Director bong-joon-ho: 'Bong Joon-ho'>,)
        """
        found: tuple[Director, ...] = self._records("directors")
        if name is not None:
            from kcinema import spelling
            from kcinema._model.wanted import a_text

            a_text("name", name, "a director's name")

            # By spelling, or else by sound, like the `director` criterion of films.
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
            id_ = id_of("collection", "collection", collection)
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
        kind: kcinema.CollectionKind | str | None = None,
        film: kcinema.Film | str | None = None,
    ) -> tuple[kcinema.Collection, ...]:
        """Return the collections: the showcase in its order, then the others by id.

        Args:
            kind: Only collections of this kind.
            film: A film or its id; only collections that contain it.

        Raises:
            InvalidQueryError: There is no such kind.
            FilmNotFoundError: There is no film of that id.

        >>> import kcinema
        >>> [collection.id for collection in kcinema.collections(kind="half")]
        ['top-picks', 'hidden-gems']
        """
        found = self._lookups.collections_in_order
        if kind is not None:
            from kcinema._model.wanted import terms
            from kcinema.vocabulary import CollectionKind

            wanted = terms("kind", kind, CollectionKind, "a kind of collection")
            found = tuple(item for item in found if item.kind in wanted)
        if film is not None:
            id_ = id_of("film", "film", film)
            if isinstance(film, str):
                id_ = self.film(id_).id
            entries = self._lookups.entries
            found = tuple(item for item in found if id_ in entries(item.id))
        return found

    # By name and similarity -----------------------------------------------------------

    @overload
    def search(
        self, text: str, *, kind: None = None, limit: int = 10
    ) -> list[kcinema.SearchHit]: ...
    @overload
    def search(
        self, text: str, *, kind: Literal["film"], limit: int = 10
    ) -> list[kcinema.SearchHit[kcinema.Film]]: ...
    @overload
    def search(
        self, text: str, *, kind: Literal["director"], limit: int = 10
    ) -> list[kcinema.SearchHit[kcinema.Director]]: ...
    @overload
    def search(
        self, text: str, *, kind: Literal["collection"], limit: int = 10
    ) -> list[kcinema.SearchHit[kcinema.Collection]]: ...
    @overload
    def search(
        self, text: str, *, kind: Literal["person"], limit: int = 10
    ) -> list[kcinema.SearchHit[kcinema.Person]]: ...
    @overload
    def search(
        self, text: str, *, kind: Literal["topic"], limit: int = 10
    ) -> list[kcinema.SearchHit[kcinema.Topic]]: ...
    def search(
        self,
        text: str,
        *,
        kind: Literal["film", "director", "collection", "person", "topic"]
        | None = None,
        limit: int = 10,
    ) -> list[kcinema.SearchHit[Any]]:
        """Find films, people, collections and topics by what people type.

        Names are found in either script, any romanization, by initial consonants
        (``ㄱㅅㅊ``), unfinished, typed on the other keyboard layout (``rltodcnd``), in
        part, and with typing errors; a title also with its year, another title, the
        director, an actor, "movie", or in the name of a file; and ids. What is no name
        may be a topic: a genre, a theme, a decade, a prize.

        Args:
            text: What to look for; only the first 200 characters are used.
            kind: ``"film"``, ``"director"``, ``"collection"``, ``"person"`` (who acts)
                or ``"topic"``; None for all of them.
            limit: The maximum number of hits.

        Returns:
            The hits, best first; empty if nothing comes close. From a score of 0.6 on
            a hit is named by the text, below it is a guess; see
            :class:`kcinema.SearchHit`. With a year, films of other years are guesses.

        Raises:
            InvalidQueryError: The text is empty, there is no such kind, or the limit
                is not a whole number of at least 1.

        >>> import kcinema
        >>> kcinema.search("봉준호 괴물")[0].item
        <Film the-host-2006: 'The Host' (2006)>
        >>> kcinema.search("Pak Ch'an-uk", kind="director")[0].item
        <Director park-chan-wook: 'Park Chan-wook'>
        >>> kcinema.search("korean zombie film")[0].item.title
        'Zombies'
        """
        return self._search(text, kind=kind, limit=limit)

    def similar(
        self,
        film: kcinema.Film | str,
        *,
        limit: int = 5,
        same_director: bool | None = None,
    ) -> list[kcinema.Similar]:
        """Find the films most similar to a film, each with the reasons.

        Similar films are about the same in the same genre. Remakes, sequels, films of
        one source and what editors recommend come first, hidden gems before others.

        Args:
            film: The film, or its id.
            limit: The maximum number of films.
            same_director: Whether films of the same director are found: True for all,
                False for none. By default no director comes twice, except with a
                remake or a sequel.

        Returns:
            The films, most similar first. Scores are the same in both directions.

        Raises:
            FilmNotFoundError: There is no film of that id.
            InvalidQueryError: It is neither a film nor an id, or another argument is
                wrong.

        >>> import kcinema
        >>> like = kcinema.similar("oldboy-2003", same_director=False)[0]
        >>> print(like.film.title, "-", like.reasons[-1])
        Spider Forest - both thrillers and mysteries
        """
        # For a film of another catalogue, use the one with the same id in this one.
        found = self.film(id_of("similar", "film", film))
        return self._similarity(found, limit=limit, same_director=same_director)

    # Indexes, each built when first needed --------------------------------------------

    @once
    def _search(self) -> Search:
        from kcinema._search.search import Search

        return Search(*map(self._records, ("films", "directors", "collections")))

    @once
    def _similarity(self) -> Similarity:
        from kcinema._search.similar import Similarity

        return Similarity(self._records("films"), self._records("collections"))
