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
    )
    from kcinema._api import (
        catalogue as catalogue,
    )
    from kcinema._api import (
        collection as collection,
    )
    from kcinema._api import (
        collections as collections,
    )
    from kcinema._api import (
        critically_acclaimed as critically_acclaimed,
    )
    from kcinema._api import (
        cult_classics as cult_classics,
    )
    from kcinema._api import (
        cultural_significance as cultural_significance,
    )
    from kcinema._api import (
        data_version as data_version,
    )
    from kcinema._api import (
        director as director,
    )
    from kcinema._api import (
        directorial_masterpieces as directorial_masterpieces,
    )
    from kcinema._api import (
        directors as directors,
    )
    from kcinema._api import (
        emerging_talents as emerging_talents,
    )
    from kcinema._api import (
        film as film,
    )
    from kcinema._api import (
        films as films,
    )
    from kcinema._api import (
        genre_highlights as genre_highlights,
    )
    from kcinema._api import (
        hidden_gems as hidden_gems,
    )
    from kcinema._api import (
        indie_films as indie_films,
    )
    from kcinema._api import (
        load as load,
    )
    from kcinema._api import (
        top_picks as top_picks,
    )
    from kcinema._api import (
        underrated_films as underrated_films,
    )
    from kcinema._catalogue import (
        Catalogue as Catalogue,
    )
    from kcinema._catalogue import (
        DataVersion as DataVersion,
    )
    from kcinema._dates import (
        PartialDate as PartialDate,
    )
    from kcinema._model import (
        Collection as Collection,
    )
    from kcinema._model import (
        Director as Director,
    )
    from kcinema._model import (
        Film as Film,
    )
    from kcinema._query import (
        FilmList as FilmList,
    )
    from kcinema._values import (
        Admissions as Admissions,
    )
    from kcinema._values import (
        Award as Award,
    )
    from kcinema._values import (
        BasedOn as BasedOn,
    )
    from kcinema._values import (
        Credit as Credit,
    )
    from kcinema._values import (
        Debut as Debut,
    )
    from kcinema._values import (
        DirectorIds as DirectorIds,
    )
    from kcinema._values import (
        Disputed as Disputed,
    )
    from kcinema._values import (
        Entry as Entry,
    )
    from kcinema._values import (
        Evidence as Evidence,
    )
    from kcinema._values import (
        FilmIds as FilmIds,
    )
    from kcinema._values import (
        Honour as Honour,
    )
    from kcinema._values import (
        Source as Source,
    )
    from kcinema.errors import (
        CatalogueError as CatalogueError,
    )
    from kcinema.errors import (
        CollectionNotFoundError as CollectionNotFoundError,
    )
    from kcinema.errors import (
        DirectorNotFoundError as DirectorNotFoundError,
    )
    from kcinema.errors import (
        FilmNotFoundError as FilmNotFoundError,
    )
    from kcinema.errors import (
        InvalidQueryError as InvalidQueryError,
    )
    from kcinema.errors import (
        KcinemaError as KcinemaError,
    )
    from kcinema.errors import (
        Problem as Problem,
    )
    from kcinema.errors import (
        RetiredIdWarning as RetiredIdWarning,
    )
    from kcinema.vocabulary import (
        AdmissionsScope as AdmissionsScope,
    )
    from kcinema.vocabulary import (
        AwardBody as AwardBody,
    )
    from kcinema.vocabulary import (
        AwardResult as AwardResult,
    )
    from kcinema.vocabulary import (
        BasisKind as BasisKind,
    )
    from kcinema.vocabulary import (
        CollectionKind as CollectionKind,
    )
    from kcinema.vocabulary import (
        Era as Era,
    )
    from kcinema.vocabulary import (
        Genre as Genre,
    )
    from kcinema.vocabulary import (
        HonourList as HonourList,
    )
    from kcinema.vocabulary import (
        Rating as Rating,
    )
    from kcinema.vocabulary import (
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
    "top_picks": "_api",
    "underrated_films": "_api",
    "Catalogue": "_catalogue",
    "DataVersion": "_catalogue",
    "PartialDate": "_dates",
    "CatalogueError": "errors",
    "CollectionNotFoundError": "errors",
    "DirectorNotFoundError": "errors",
    "FilmNotFoundError": "errors",
    "InvalidQueryError": "errors",
    "KcinemaError": "errors",
    "Problem": "errors",
    "RetiredIdWarning": "errors",
    "Collection": "_model",
    "Director": "_model",
    "Film": "_model",
    "FilmList": "_query",
    "Admissions": "_values",
    "Award": "_values",
    "BasedOn": "_values",
    "Credit": "_values",
    "Debut": "_values",
    "DirectorIds": "_values",
    "Disputed": "_values",
    "Entry": "_values",
    "Evidence": "_values",
    "FilmIds": "_values",
    "Honour": "_values",
    "Source": "_values",
    "AdmissionsScope": "vocabulary",
    "AwardBody": "vocabulary",
    "AwardResult": "vocabulary",
    "BasisKind": "vocabulary",
    "CollectionKind": "vocabulary",
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
    "top_picks",
    "underrated_films",
]


def __getattr__(name: str) -> object:
    """Bind a public name the first time it is asked for (PEP 562)."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    from importlib import import_module  # noqa: PLC0415  # not needed by the import

    value: object = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__
