"""The functions of the module: those of the packaged catalogue, under plain names.

Each is one line over :func:`catalogue`; what it takes, gives and raises is said at
the method of :class:`kcinema.Catalogue` that it calls.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kcinema._files import load, packaged as catalogue

if TYPE_CHECKING:
    from typing_extensions import Unpack

    from kcinema._catalogue import DataVersion
    from kcinema._collection import Collection
    from kcinema._criteria import Criteria
    from kcinema._director import Director
    from kcinema._film import Film
    from kcinema._query import FilmList
    from kcinema._search import SearchHit
    from kcinema._similarity import Similar
    from kcinema.vocabulary import CollectionKind, Genre

__all__ = [
    "blockbusters",
    "catalogue",
    "collection",
    "collections",
    "critically_acclaimed",
    "cult_classics",
    "cultural_significance",
    "data_version",
    "director",
    "directorial_masterpieces",
    "directors",
    "emerging_talents",
    "film",
    "films",
    "genre_highlights",
    "hidden_gems",
    "indie_films",
    "load",
    "search",
    "similar",
    "top_picks",
    "underrated_films",
]


# The packaged catalogue's own dict: to ask by way of the catalogue takes twice as long.
_films_found: dict[str, Film] = vars(catalogue())["_films_found"]


def film(  # noqa: PLR0913  # a parameter for each catalogue of films
    id: str | None = None,  # noqa: A002  # the word that the data uses
    *,
    imdb: str | None = None,
    tmdb: int | None = None,
    kmdb: str | None = None,
    kobis: str | None = None,
    wikidata: str | None = None,
) -> Film:
    """Give the film with an id, or with exactly one external id.

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
    # What nearly everybody asks, for the second time and later, in one look.
    if imdb is None and tmdb is None and kmdb is kobis is wikidata is None:
        try:
            return _films_found[id]  # type: ignore[index]  # None is no key
        except (KeyError, TypeError):
            pass
    return catalogue().film(
        id, imdb=imdb, tmdb=tmdb, kmdb=kmdb, kobis=kobis, wikidata=wikidata
    )


def films(**criteria: Unpack[Criteria]) -> FilmList:
    """Give the films that meet every criterion, in the order of their ids.

    Args:
        **criteria: ``genre``, ``theme``, ``era``, ``rating``, ``award``, ``honour``
            and ``based_on`` take a word of their vocabulary or several, of which any
            will do; ``director``, ``cast`` and ``collection`` a name or an id, or
            several; ``country`` and ``language`` ISO codes; ``ids`` the kinds of
            external id to be known. ``year``, ``decade``, ``runtime`` (minutes) and
            ``admissions`` (national counts only) take a number, a :class:`range`, or
            an inclusive ``(low, high)`` pair with None for an open end.

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
    return catalogue().films(**criteria)


def director(
    id: str,  # noqa: A002  # as for film
) -> Director:
    """Give the director with an id.

    Args:
        id: The director's id, such as ``"bong-joon-ho"``.

    Raises:
        DirectorNotFoundError: There is no such director; names the nearest ids.
        InvalidQueryError: The id is not a text.

    >>> import kcinema
    >>> kcinema.director("bong-joon-ho").name_ko
    '봉준호'
    """
    return catalogue().director(id)


def directors(
    *, name: str | None = None, collection: Collection | str | None = None
) -> tuple[Director, ...]:
    """Give the directors that meet every criterion, in the order of their ids.

    Args:
        name: A name in any spelling, in Latin script or Hangul.
        collection: A collection or its id: only directors of films in it.

    Raises:
        CollectionNotFoundError: There is no collection of that id.

    >>> import kcinema
    >>> kcinema.directors(name="봉준호")
    (<Director bong-joon-ho: 'Bong Joon-ho'>,)
    """
    return catalogue().directors(name=name, collection=collection)


def collection(
    id: str,  # noqa: A002  # as for film
) -> Collection:
    """Give the collection with an id.

    Args:
        id: The collection's id, such as ``"cult-classics"``.

    Raises:
        CollectionNotFoundError: There is no such collection; names the nearest ids.
        InvalidQueryError: The id is not a text.

    >>> import kcinema
    >>> kcinema.collection("cult-classics") == kcinema.cult_classics()
    True
    """
    return catalogue().collection(id)


def collections(
    *, kind: CollectionKind | str | None = None, film: Film | str | None = None
) -> tuple[Collection, ...]:
    """Give the collections: the showcase in its order, then the others by id.

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
    return catalogue().collections(kind=kind, film=film)


def search(text: str, *, kind: str | None = None, limit: int = 10) -> list[SearchHit]:
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
        The hits, the best first; empty where nothing comes near. Hits of a score of 0.6
        and more mean what they say, those below it are guesses.

    Raises:
        InvalidQueryError: The text is empty, the kind is none, or the limit is not a
            whole number of at least 1.

    >>> import kcinema
    >>> kcinema.search("봉준호 괴물")[0].item
    <Film the-host-2006: 'The Host' (2006)>
    >>> kcinema.search("Pak Ch'an-uk", kind="director")[0].item
    <Director park-chan-wook: 'Park Chan-wook'>
    """
    return catalogue().search(text, kind=kind, limit=limit)


def similar(film: Film | str, *, limit: int = 5) -> list[Similar]:
    """Find the films most like a film, each with the reasons.

    Films are alike in what they share: documented relations (a remake, the same
    source), directors, themes, actors, genres, collections, the period. What few films
    share counts most.

    Args:
        film: The film, or its id.
        limit: How many at the most.

    Returns:
        The films, the most similar first. A score is the same in both directions.

    Raises:
        FilmNotFoundError: There is no film of that id.
        InvalidQueryError: The limit is not a whole number of at least 1.

    >>> import kcinema
    >>> like = kcinema.similar("memento-mori-1999", limit=1)[0]
    >>> print(like.film.title, "-", like.reasons[0])
    Family Ties - also directed by Kim Tae-yong
    """
    return catalogue().similar(film, limit=limit)


def data_version() -> DataVersion:
    """Say which data is packaged: its version, its size and its checksum.

    >>> import kcinema
    >>> kcinema.data_version().schema
    1
    """
    return catalogue().data_version()


def top_picks() -> Collection:
    """Give the first half: the films that Korean cinema is known by.

    >>> import kcinema
    >>> [section.title for section in kcinema.top_picks().sections[:2]]
    ['Blockbusters', 'Critically acclaimed films']
    """
    return catalogue().top_picks()


def blockbusters() -> Collection:
    """Give the films that the country went to see.

    >>> import kcinema
    >>> kcinema.film("train-to-busan-2016") in kcinema.blockbusters()
    True
    """
    return catalogue().blockbusters()


def critically_acclaimed() -> Collection:
    """Give the films that juries and critics put first.

    >>> import kcinema
    >>> kcinema.film("poetry-2010") in kcinema.critically_acclaimed()
    True
    """
    return catalogue().critically_acclaimed()


def genre_highlights(genre: Genre | str | None = None) -> Collection:
    """Give the films that did something to their genre in Korea.

    Args:
        genre: A genre; without one, the highlights of all genres.

    Raises:
        InvalidQueryError: There is no such genre, or it has no highlights.

    >>> import kcinema
    >>> kcinema.genre_highlights("romance").title
    'Romance highlights'
    """
    return catalogue().genre_highlights(genre)


def directorial_masterpieces() -> Collection:
    """Give the film to begin with for each of the great directors.

    >>> import kcinema
    >>> kcinema.film("the-housemaid-1960") in kcinema.directorial_masterpieces()
    True
    """
    return catalogue().directorial_masterpieces()


def cultural_significance() -> Collection:
    """Give the films that mirror Korean society, history, custom and identity.

    >>> import kcinema
    >>> kcinema.film("sweet-dream-1936") in kcinema.cultural_significance()
    True
    """
    return catalogue().cultural_significance()


def hidden_gems() -> Collection:
    """Give the second half: the films that deserve to be found.

    >>> import kcinema
    >>> gems = kcinema.hidden_gems()
    >>> len(gems) == len(set(gems))
    True
    """
    return catalogue().hidden_gems()


def indie_films() -> Collection:
    """Give films made outside the large distributors and honoured for it.

    >>> import kcinema
    >>> kcinema.film("jiseul-2012") in kcinema.indie_films()
    True
    """
    return catalogue().indie_films()


def underrated_films() -> Collection:
    """Give films praised by critics or juries, and seen by few.

    >>> import kcinema
    >>> kcinema.film("the-widow-1955") in kcinema.underrated_films()
    True
    """
    return catalogue().underrated_films()


def cult_classics() -> Collection:
    """Give films with an afterlife of their own.

    >>> import kcinema
    >>> kcinema.film("save-the-green-planet-2003") in kcinema.cult_classics()
    True
    """
    return catalogue().cult_classics()


def emerging_talents() -> Collection:
    """Give first features of a new generation of directors.

    >>> import kcinema
    >>> kcinema.film("house-of-hummingbird-2018") in kcinema.emerging_talents()
    True
    """
    return catalogue().emerging_talents()
