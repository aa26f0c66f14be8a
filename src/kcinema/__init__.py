"""kcinema: the Korean cinema showcase, as typed data.

>>> import kcinema
>>> for section in kcinema.hidden_gems().sections:
...     print(section.title)
Indie films
Underrated films
Cult classics
Emerging talents
>>> kcinema.film("oldboy-2003").directors[0].name
'Park Chan-wook'

The functions work on the packaged catalogue, which is read when one of them is first
called; :func:`load` reads a catalogue of one's own, with the same methods.
"""

__version__ = "0.1.0"

# As in typing, which costs more to import than everything else here together.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kcinema._api import (
        blockbusters as blockbusters,
        catalogue as catalogue,
        collection as collection,
        collections as collections,
        critically_acclaimed as critically_acclaimed,
        cult_classics as cult_classics,
        cultural_significance as cultural_significance,
        data_version as data_version,
        director as director,
        directorial_masterpieces as directorial_masterpieces,
        directors as directors,
        emerging_talents as emerging_talents,
        film as film,
        films as films,
        genre_highlights as genre_highlights,
        hidden_gems as hidden_gems,
        indie_films as indie_films,
        load as load,
        search as search,
        similar as similar,
        top_picks as top_picks,
        underrated_films as underrated_films,
    )
    from kcinema._catalogue import (
        Catalogue as Catalogue,
        DataVersion as DataVersion,
    )
    from kcinema._collection import (
        Collection as Collection,
        Entry as Entry,
        Evidence as Evidence,
    )
    from kcinema._dates import (
        PartialDate as PartialDate,
    )
    from kcinema._director import (
        Debut as Debut,
        Director as Director,
        DirectorIds as DirectorIds,
    )
    from kcinema._film import (
        Admissions as Admissions,
        Award as Award,
        BasedOn as BasedOn,
        Credit as Credit,
        Film as Film,
        FilmIds as FilmIds,
        Honour as Honour,
    )
    from kcinema._provenance import (
        Disputed as Disputed,
        Source as Source,
    )
    from kcinema._query import FilmList as FilmList
    from kcinema._search import SearchHit as SearchHit
    from kcinema._similarity import Similar as Similar
    from kcinema.errors import (
        CatalogueError as CatalogueError,
        CollectionNotFoundError as CollectionNotFoundError,
        DirectorNotFoundError as DirectorNotFoundError,
        FilmNotFoundError as FilmNotFoundError,
        InvalidQueryError as InvalidQueryError,
        KcinemaError as KcinemaError,
        Problem as Problem,
        RetiredIdWarning as RetiredIdWarning,
    )
    from kcinema.vocabulary import (
        AdmissionsScope as AdmissionsScope,
        AwardBody as AwardBody,
        AwardResult as AwardResult,
        BasisKind as BasisKind,
        CollectionKind as CollectionKind,
        Era as Era,
        Genre as Genre,
        HonourList as HonourList,
        Rating as Rating,
        Theme as Theme,
    )

# Where each public name lives. Binding it on first use keeps the import instant.
_HOMES = {
    "blockbusters": "_api",
    "catalogue": "_api",
    "collection": "_api",
    "collections": "_api",
    "critically_acclaimed": "_api",
    "cult_classics": "_api",
    "cultural_significance": "_api",
    "data_version": "_api",
    "director": "_api",
    "directorial_masterpieces": "_api",
    "directors": "_api",
    "emerging_talents": "_api",
    "film": "_api",
    "films": "_api",
    "genre_highlights": "_api",
    "hidden_gems": "_api",
    "indie_films": "_api",
    "load": "_api",
    "search": "_api",
    "similar": "_api",
    "top_picks": "_api",
    "underrated_films": "_api",
    "Catalogue": "_catalogue",
    "DataVersion": "_catalogue",
    "Collection": "_collection",
    "Entry": "_collection",
    "Evidence": "_collection",
    "PartialDate": "_dates",
    "Debut": "_director",
    "Director": "_director",
    "DirectorIds": "_director",
    "Admissions": "_film",
    "Award": "_film",
    "BasedOn": "_film",
    "Credit": "_film",
    "Film": "_film",
    "FilmIds": "_film",
    "Honour": "_film",
    "Disputed": "_provenance",
    "Source": "_provenance",
    "FilmList": "_query",
    "SearchHit": "_search",
    "Similar": "_similarity",
    "CatalogueError": "errors",
    "CollectionNotFoundError": "errors",
    "DirectorNotFoundError": "errors",
    "FilmNotFoundError": "errors",
    "InvalidQueryError": "errors",
    "KcinemaError": "errors",
    "Problem": "errors",
    "RetiredIdWarning": "errors",
    "AdmissionsScope": "vocabulary",
    "AwardBody": "vocabulary",
    "AwardResult": "vocabulary",
    "BasisKind": "vocabulary",
    "CollectionKind": "_terms",
    "Era": "vocabulary",
    "Genre": "vocabulary",
    "HonourList": "vocabulary",
    "Rating": "vocabulary",
    "Theme": "vocabulary",
}

__all__ = [
    "Admissions",
    "AdmissionsScope",
    "Award",
    "AwardBody",
    "AwardResult",
    "BasedOn",
    "BasisKind",
    "Catalogue",
    "CatalogueError",
    "Collection",
    "CollectionKind",
    "CollectionNotFoundError",
    "Credit",
    "DataVersion",
    "Debut",
    "Director",
    "DirectorIds",
    "DirectorNotFoundError",
    "Disputed",
    "Entry",
    "Era",
    "Evidence",
    "Film",
    "FilmIds",
    "FilmList",
    "FilmNotFoundError",
    "Genre",
    "Honour",
    "HonourList",
    "InvalidQueryError",
    "KcinemaError",
    "PartialDate",
    "Problem",
    "Rating",
    "RetiredIdWarning",
    "SearchHit",
    "Similar",
    "Source",
    "Theme",
    "__version__",
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


def __getattr__(name: str) -> object:
    """Bind a public name the first time it is asked for (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
