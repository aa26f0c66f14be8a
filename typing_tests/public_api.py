"""What type checkers make of the public API. Checked, never run."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
from pyspark import sql as spark
from typing_extensions import Unpack, assert_type

import kcinema
from kcinema import (
    Admissions,
    Award,
    Catalogue,
    Collection,
    Credit,
    DataVersion,
    Director,
    Entry,
    Era,
    Film,
    FilmIds,
    FilmList,
    Genre,
    PartialDate,
    Person,
    Rating,
    SearchHit,
    Similar,
    Source,
    Theme,
    Topic,
)

# One and many
assert_type(kcinema.film("oldboy-2003"), Film)
assert_type(kcinema.film(imdb="tt0364569"), Film)
assert_type(kcinema.director("bong-joon-ho"), Director)
assert_type(kcinema.collection("cult-classics"), Collection)
assert_type(kcinema.films(), FilmList)
assert_type(kcinema.directors(), tuple[Director, ...])
assert_type(kcinema.collections(kind="theme"), tuple[Collection, ...])

# Criteria
assert_type(kcinema.films(genre="thriller", year=(1998, 2008)), FilmList)
assert_type(kcinema.films(genre=[Genre.HORROR, "war"], decade="1990s"), FilmList)
assert_type(kcinema.films(runtime=(None, 90), rating=Rating.AGE_15), FilmList)
assert_type(kcinema.films(director=kcinema.director("bong-joon-ho")), FilmList)
kcinema.films(yaer=2003)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
kcinema.films(year="2003")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# A film
film = kcinema.film("oldboy-2003")
assert_type(film.title, str)
assert_type(film.year, int)
assert_type(film.release_date, date | None)
assert_type(film.runtime, int | None)
assert_type(film.rating, Rating | None)
assert_type(film.admissions, Admissions | None)
assert_type(film.directors, tuple[Director, ...])
assert_type(film.cast, tuple[Credit, ...])
assert_type(film.genres, tuple[Genre, ...])
assert_type(film.themes, tuple[Theme, ...])
assert_type(film.awards, tuple[Award, ...])
assert_type(film.sources, tuple[Source, ...])
assert_type(film.ids, FilmIds)
assert_type(film.ids.imdb, str | None)
assert_type(film.ids.tmdb, int | None)
assert_type(film.decade, int)
assert_type(film.era, Era)
assert_type(film.collections, tuple[Collection, ...])
film.year = 2004  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]

# A director
director = kcinema.director("bong-joon-ho")
assert_type(director.films, FilmList)
assert_type(director.born, PartialDate | None)

# Lists
films = kcinema.films()
assert_type(films[0], Film)
assert_type(films[:3], FilmList)
assert_type(films | films, FilmList)
assert_type(films & films[:2], FilmList)
assert_type(films - films[:2], FilmList)
assert_type(films.where(lambda film: film.year > 2000, genre="war"), FilmList)
assert_type(films.sorted_by("year", "-admissions"), FilmList)
assert_type(films.group_by("decade"), dict[int, FilmList])
assert_type(films.group_by("genre"), dict[Genre | None, FilmList])
assert_type(films.group_by(lambda film: film.title[0]), dict[str, FilmList])
assert_type([film] + films, FilmList)  # noqa: RUF005  # what + gives
assert_type([film] | kcinema.hidden_gems(), FilmList)
assert_type(kcinema.hidden_gems() - kcinema.cult_classics(), FilmList)
films.sorted_by("yaer")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
films.group_by("genres")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]
assert_type(films.first(), Film | None)
assert_type(films.sample(3, seed=1), FilmList)
assert_type([film.title for film in films], list[str])

# Collections
gems = kcinema.hidden_gems()
assert_type(gems, Collection)
assert_type(gems[0], Film)
assert_type(gems[:3], FilmList)
assert_type(gems.sections, tuple[Collection, ...])
assert_type(gems.entries, tuple[Entry, ...])
assert_type(gems.why(gems[0]), str)
assert_type(gems.where(era=Era.GOLDEN_AGE), FilmList)
assert_type(kcinema.genre_highlights(Genre.ROMANCE), Collection)

# Catalogues
catalogue = kcinema.load("mine.json")
assert_type(catalogue, Catalogue)
assert_type(catalogue.films(), FilmList)
assert_type(catalogue.hidden_gems(), Collection)
assert_type(kcinema.data_version(), DataVersion)
assert_type(kcinema.data_version().films, int)
assert_type(
    Catalogue(
        films=[Film(id="a-1990", title="A", title_ko="가", year=1990, directors=["b"])],
        directors=[Director(id="b", name="B")],
        collections=[Collection(id="c", title="C", sections=[])],
    ),
    Catalogue,
)

# Plain values, exports, links.
assert_type(film.to_dict(), dict[str, Any])
assert_type(kcinema.Film.from_dict({}), kcinema.Film)
assert_type(kcinema.Director.from_dict({}), kcinema.Director)
assert_type(kcinema.films().to_dicts(), list[dict[str, Any]])
assert_type(film.links(), dict[str, str])
assert_type(kcinema.hidden_gems().export("csv", bom=True), kcinema.Exported)
assert_type(kcinema.films().export("ids").left_out, kcinema.FilmList)
assert_type(kcinema.films().export("sqlite").data, bytes)
assert_type(kcinema.films().export("json", io.StringIO()), kcinema.Exported)
assert_type(kcinema.films().export("json", io.BytesIO()), kcinema.Exported)
assert_type(kcinema.films().export("ids").text, str)

# Tables
assert_type(kcinema.films().to_polars(), pl.DataFrame)
assert_type(kcinema.hidden_gems().to_polars(), pl.DataFrame)
assert_type(kcinema.films().to_pandas(), pd.DataFrame)
assert_type(kcinema.films().to_arrow(), pa.Table)
assert_type(
    kcinema.frames.tables(backend="polars")["cast"],
    pl.DataFrame,
)
assert_type(kcinema.frames.tables(films, backend="pandas"), dict[str, pd.DataFrame])
assert_type(kcinema.frames.tables(kcinema.catalogue()), dict[str, pa.Table])
assert_type(kcinema.frames.films(films), pa.Table)
assert_type(kcinema.frames.films(backend="pyarrow"), pa.Table)
assert_type(
    kcinema.frames.films(kcinema.cult_classics(), backend="pandas"), pd.DataFrame
)
assert_type(kcinema.frames.films(kcinema.catalogue(), backend="polars"), pl.DataFrame)
assert_type(kcinema.frames.films(backend="duckdb"), duckdb.DuckDBPyRelation)
assert_type(
    kcinema.frames.films(backend="duckdb", session=duckdb.connect()),
    duckdb.DuckDBPyRelation,
)
assert_type(kcinema.frames.films(backend="pyspark"), spark.DataFrame)
kcinema.frames.tables(backend="panda")  # type: ignore[call-overload]  # pyright: ignore[reportArgumentType, reportCallIssue]
assert_type(film.awards[0].source, str | None)

# Search
assert_type(
    kcinema.search("기생충")[0].item, Film | Director | Collection | Person | Topic
)
assert_type(kcinema.search("기생충", kind="film")[0].item, Film)
assert_type(kcinema.search("봉준호", kind="director")[0].item.films, FilmList)
assert_type(kcinema.search("cult", kind="collection"), list[SearchHit[Collection]])
assert_type(kcinema.search("송강호", kind="person")[0].item, Person)
assert_type(kcinema.search("송강호", kind="person")[0].item.films, FilmList)
assert_type(kcinema.search("송강호", kind="person")[0].item.name_ko, str | None)
assert_type(kcinema.search("zombie", kind="topic")[0].item.title, str)
assert_type(kcinema.similar("oldboy-2003", same_director=False), list[Similar])
kcinema.search("기생충", kind="films")  # type: ignore[call-overload]  # pyright: ignore[reportCallIssue, reportArgumentType]


def hits(text: str) -> list[SearchHit]:
    """Hits of every kind need no parameter."""
    return kcinema.search(text)


# Words
assert_type(Rating.AGE_15.value, str)
assert_type(Genre.ACTION.label, str)
assert_type(Era.GOLDEN_AGE.first, int)

# Criteria of every form
kcinema.films(year=[1999, 2003], decade={1990}, title="기생충", rating=None)
kcinema.films(award={"body": "cannes", "category": "Palme d'Or", "year": (2019, None)})

# Records made by hand take what they convert
by_hand = Film(
    id="a-1990",
    title="A",
    title_ko="가",
    year=1990,
    genres=["horror", Genre.WAR],
    release_date="1990-05-01",
    rating="15",
    directors=[director],
    cast=[{"name": "Kim"}, Credit(name="Lee")],
    ids={"imdb": "tt0364569"},
)
assert_type(by_hand.genres, tuple[Genre, ...])
assert_type(by_hand.release_date, date | None)
Film(id="a-1990", title="A", title_ko="가", year="1990")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# Misspelt names are errors, though they are bound at run time.
kcinema.serach("기생충")  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
film.titel  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]  # noqa: B018

# Links of rows are a tuple of links; those of a frame are a frame of its kind
assert_type(kcinema.link([{"title": "Oldboy"}]), kcinema.Links)
assert_type(kcinema.link(["Oldboy"])[0].film, Film | None)
assert_type(kcinema.link(pl.DataFrame(), title="a", imdb="b"), pl.DataFrame)
assert_type(kcinema.link(pd.DataFrame()), pd.DataFrame)


def passed_on(**criteria: Unpack[kcinema.Criteria]) -> kcinema.FilmList:
    """Pass criteria on, typed."""
    return kcinema.films(**criteria)
