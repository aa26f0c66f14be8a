"""The FastAPI application of docs/web.md, and what FastAPI makes of our values."""

from __future__ import annotations

from typing import Any

import pytest

import kcinema
from examples import load

pytest.importorskip("httpx2", reason="FastAPI's test client lacks httpx2")
fastapi = pytest.importorskip("fastapi", reason="FastAPI is not installed")
testclient = pytest.importorskip("fastapi.testclient")


@pytest.fixture(name="client", scope="module")
def _client() -> Any:
    return testclient.TestClient(load("fastapi_app").app)


def test_a_film_is_its_plain_values(client: Any) -> None:
    """What arrives is what to_dict gives, Hangul and all."""
    response = client.get("/films/oldboy-2003")

    assert response.json() == kcinema.film("oldboy-2003").to_dict()


def test_a_film_list_becomes_the_models_that_the_endpoint_declares(client: Any) -> None:
    """An endpoint returns our films; the response model reads their attributes."""
    films = kcinema.films(genre=["war", "western"]).sorted_by("year")
    response = client.get("/films?genre=war&genre=western&limit=100")

    assert response.headers["X-Total-Count"] == str(len(films))
    assert response.json() == [
        {
            "id": film.id,
            "title": film.title,
            "title_ko": film.title_ko,
            "year": film.year,
            "runtime": film.runtime,
            "genres": [*film.genres],
            "directors": [
                {"id": person.id, "name": person.name, "name_ko": person.name_ko}
                for person in film.directors
            ],
        }
        for film in films
    ]


def test_pages_of_a_list_join_to_the_list(client: Any) -> None:
    """No film is lost or shown twice between two pages."""
    films = kcinema.films(director="Park Chan-wook").sorted_by("year")
    pages = [
        client.get(f"/films?director=Park Chan-wook&limit=5&offset={offset}").json()
        for offset in range(0, len(films), 5)
    ]

    assert [film["id"] for page in pages for film in page] == [f.id for f in films]
    assert len(client.get("/films").json()) == 20


@pytest.mark.parametrize(
    "query", ["genre=thriler", "limit=0", "limit=101", "offset=-1"]
)
def test_an_invalid_parameter_is_422(client: Any, query: str) -> None:
    """FastAPI checks what the types say, before the function runs."""
    response = client.get(f"/films?{query}")

    assert response.status_code == 422
    assert response.json()["detail"][0]["loc"][1] == query.partition("=")[0]


def test_a_criterion_that_the_library_refuses_is_422(client: Any) -> None:
    """The library's message is fit for a client."""
    response = client.get("/films?director=")

    assert response.status_code == 422
    assert response.json()["detail"].startswith("director: ")


def test_an_unknown_id_is_404_with_the_nearest(client: Any) -> None:
    """A misspelt address leads on."""
    response = client.get("/films/oldboi-2003")

    assert response.status_code == 404
    assert response.json()["nearest"] == ["oldboy-2003"]


@pytest.mark.parametrize("tags", ["{}", "W/{}", '"other", {}'])
def test_what_a_client_has_is_not_sent_again(client: Any, tags: str) -> None:
    """The checksum of the data is the tag, weakened by a proxy or among others."""
    first = client.get("/films/oldboy-2003")
    known = {"If-None-Match": tags.format(first.headers["ETag"])}
    again = client.get("/films/oldboy-2003", headers=known)

    assert first.headers["ETag"] == f'"{kcinema.data_version().checksum}"'
    assert again.status_code == 304
    assert again.content == b""
    assert client.get("/films/oldboi-2003", headers=known).status_code == 404


def test_the_documentation_lists_every_genre(client: Any) -> None:
    """A vocabulary is an enumeration in OpenAPI, for parameters and responses."""
    schema = client.get("/openapi.json").json()

    assert schema["components"]["schemas"]["Genre"]["enum"] == [*kcinema.Genre]
    parameters = schema["paths"]["/films"]["get"]["parameters"]
    (genre,) = (item for item in parameters if item["name"] == "genre")
    assert "#/components/schemas/Genre" in str(genre["schema"])


def test_a_genre_may_be_returned_as_it_is() -> None:
    """It is a string, with or without being declared."""
    app = fastapi.FastAPI()
    app.get("/plain")(lambda: kcinema.Genre.HORROR)
    app.get("/declared", response_model=kcinema.Genre)(lambda: "horror")
    client = testclient.TestClient(app)

    assert client.get("/plain").json() == client.get("/declared").json() == "horror"


@pytest.mark.parametrize("value", [kcinema.film("oldboy-2003"), kcinema.films()[:2]])
def test_a_film_without_a_model_is_refused(value: object) -> None:
    """The page says so; should it change, the page must."""
    app = fastapi.FastAPI()
    app.get("/")(lambda: value)

    with pytest.raises(ValueError, match="not iterable"):
        testclient.TestClient(app).get("/")


def test_a_film_as_a_declared_type_is_refused_at_once() -> None:
    """The mistake shows when the application starts, not at the first request."""
    with pytest.raises(fastapi.exceptions.FastAPIError, match="valid Pydantic field"):
        fastapi.FastAPI().get("/", response_model=kcinema.Film)(lambda: None)
