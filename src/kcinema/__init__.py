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

The functions query the packaged catalogue, which is read on first use. :func:`load`
reads a catalogue of your own, which has the same functions as methods, except for
``load`` and ``catalogue``.
"""

__version__ = "0.1.0"

# Replaces typing.TYPE_CHECKING: importing typing would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from kcinema import (
        errors as errors,
        frames as frames,
        hangul as hangul,
        plots as plots,
        spelling as spelling,
        vocabulary as vocabulary,
    )
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
        link as link,
        search as search,
        similar as similar,
        top_picks as top_picks,
        underrated_films as underrated_films,
    )
    from kcinema._catalogue import Catalogue as Catalogue
    from kcinema._changes.diff import Change as Change, Difference as Difference
    from kcinema._dataversion import DataVersion as DataVersion
    from kcinema._linking.links import Link as Link, Links as Links
    from kcinema._loading import load as load
    from kcinema._model.collection import Collection as Collection
    from kcinema._model.criteria import (
        Criteria as Criteria,
        PrizeCriteria as PrizeCriteria,
    )
    from kcinema._model.dates import PartialDate as PartialDate
    from kcinema._model.director import Director as Director
    from kcinema._model.entry import Entry as Entry, Evidence as Evidence
    from kcinema._model.external import ExternalIds as ExternalIds
    from kcinema._model.film import Film as Film
    from kcinema._model.filmlist import FilmList as FilmList
    from kcinema._model.parts import (
        Admissions as Admissions,
        Award as Award,
        BasedOn as BasedOn,
        Credit as Credit,
        Debut as Debut,
        DirectorIds as DirectorIds,
        FilmIds as FilmIds,
        Honour as Honour,
    )
    from kcinema._model.sources import Disputed as Disputed, Source as Source
    from kcinema._search.hits import SearchHit as SearchHit
    from kcinema._search.people import Person as Person
    from kcinema._search.similar import Similar as Similar
    from kcinema._search.topics import Topic as Topic
    from kcinema.errors import (
        CatalogueError as CatalogueError,
        CollectionNotFoundError as CollectionNotFoundError,
        DirectorNotFoundError as DirectorNotFoundError,
        FilmNotFoundError as FilmNotFoundError,
        InvalidQueryError as InvalidQueryError,
        KcinemaError as KcinemaError,
        MissingPackageError as MissingPackageError,
        Problem as Problem,
        RetiredIdWarning as RetiredIdWarning,
    )
    from kcinema.exchange.exported import Exported as Exported
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
else:
    # The public names, by module. Every other list of them is derived from this table;
    # a test compares it with the imports above.
    _PUBLIC = {
        "_api": (
            "blockbusters catalogue collection collections critically_acclaimed "
            "cult_classics cultural_significance data_version director "
            "directorial_masterpieces directors emerging_talents film films "
            "genre_highlights hidden_gems indie_films link search similar top_picks "
            "underrated_films"
        ),
        "_catalogue": "Catalogue",
        "_changes.diff": "Change Difference",
        "_dataversion": "DataVersion",
        "_linking.links": "Link Links",
        "_loading": "load",
        "_model.collection": "Collection",
        "_model.criteria": "Criteria PrizeCriteria",
        "_model.dates": "PartialDate",
        "_model.director": "Director",
        "_model.entry": "Entry Evidence",
        "_model.external": "ExternalIds",
        "_model.film": "Film",
        "_model.filmlist": "FilmList",
        "_model.parts": (
            "Admissions Award BasedOn Credit Debut DirectorIds FilmIds Honour"
        ),
        "_model.sources": "Disputed Source",
        "_search.hits": "SearchHit",
        "_search.people": "Person",
        "_search.similar": "Similar",
        "_search.topics": "Topic",
        "exchange.exported": "Exported",
        "errors": (
            "CatalogueError CollectionNotFoundError DirectorNotFoundError "
            "FilmNotFoundError InvalidQueryError KcinemaError MissingPackageError "
            "Problem RetiredIdWarning"
        ),
        "vocabulary": (
            "AdmissionsScope AwardBody AwardResult BasisKind CollectionKind Era Genre "
            "HonourList Rating Theme"
        ),
    }
    _MODULES = ("errors", "frames", "hangul", "plots", "spelling", "vocabulary")
    _HOMES = {name: home for home, names in _PUBLIC.items() for name in names.split()}

    __all__ = ["__version__"]
    __all__ += [*_MODULES, *_HOMES]

    def __getattr__(name: str) -> object:
        """Bind a public name on first access (PEP 562)."""
        home = name if name in _MODULES else _HOMES.get(name)
        if home is None:
            msg = f"module {__name__!r} has no attribute {name!r}"
            raise AttributeError(msg)
        from importlib import import_module

        value = import_module(f"{__name__}.{home}")
        if name not in _MODULES:
            value = getattr(value, name)
        globals()[name] = value
        return value

    def __dir__() -> list[str]:
        return __all__
