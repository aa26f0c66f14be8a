"""The Flask application of docs/web.md, as its clients see it."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

import pytest
from hypothesis import given, strategies as st

import kcinema
from examples import load

pytest.importorskip("flask", reason="Flask is not installed")


@pytest.fixture(name="client", scope="module")
def _client() -> Any:
    return load("flask_app").app.test_client()


def test_a_film_is_its_plain_values(client: Any) -> None:
    """What arrives is what to_dict gives, Hangul and all."""
    response = client.get("/films/oldboy-2003")

    assert response.json == kcinema.film("oldboy-2003").to_dict()
    assert kcinema.Film.from_dict(response.json) == kcinema.film("oldboy-2003")


def test_pages_of_a_list_join_to_the_list(client: Any) -> None:
    """No film is lost or shown twice between two pages."""
    dramas = kcinema.films(genre="drama").sorted_by("year")
    pages = [
        client.get(f"/films?genre=drama&limit=100&offset={offset}").json
        for offset in range(0, len(dramas), 100)
    ]

    assert [film for page in pages for film in page["films"]] == dramas.to_dicts()
    assert {page["total"] for page in pages} == {len(dramas)}


@pytest.mark.parametrize(
    ("query", "size"),
    [("offset=-5&limit=9", 9), ("offset=x&limit=", 20), ("limit=-5", 1)],
)
def test_an_odd_page_is_no_error(client: Any, query: str, size: int) -> None:
    """Numbers out of range become the nearest, and what is no number the default."""
    response = client.get(f"/films?{query}")

    assert response.json["films"] == kcinema.films().sorted_by("year")[:size].to_dicts()


def test_an_invalid_genre_is_400_and_says_what_was_meant(client: Any) -> None:
    """The library's message is fit for a client."""
    response = client.get("/films?genre=horror&genre=thriler")

    assert response.status_code == 400
    assert "Did you mean 'thriller'?" in response.json["error"]


def test_an_unknown_id_is_404_with_the_nearest(client: Any) -> None:
    """A misspelt address leads on."""
    response = client.get("/films/oldboi-2003")

    assert response.status_code == 404
    assert response.json["nearest"] == ["oldboy-2003"]


@given(text=st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_no_address_is_a_server_error(client: Any, text: str) -> None:
    """An id comes from outside, and is looked up as it is."""
    answer = client.get(f"/films/{quote(text, safe='')}", follow_redirects=True)
    assert answer.status_code == 404


def test_what_a_client_has_is_not_sent_again(client: Any) -> None:
    """The checksum of the data is the tag, and misses have none."""
    first = client.get("/films/oldboy-2003")
    again = client.get(
        "/films/oldboy-2003", headers={"If-None-Match": first.headers["ETag"]}
    )

    assert first.headers["ETag"] == f'"{kcinema.data_version().checksum}"'
    assert again.status_code == 304
    assert again.data == b""
    assert "ETag" not in client.get("/films/oldboi-2003").headers
