"""Results in a notebook: tables of hits and of similar films."""

from __future__ import annotations

import copy
import pickle

import kcinema
from kcinema import Catalogue, Film


def test_hits_show_what_was_found_and_how() -> None:
    """Each with its names, its kind, its score, and a link if it has a page."""
    hits = kcinema.search("봉준호")
    shown = hits._repr_html_()  # type: ignore[attr-defined]  # for notebooks alone

    assert shown.count('<th scope="row">') == len(hits)
    assert '<th scope="row"><a href="https://' in shown
    assert "<td>director</td><td>1.00</td>" in shown
    assert f"<caption>{len(hits)} hits</caption>" in shown
    assert shown.count('<span lang="ko">봉준호</span>') >= 2


def test_people_and_topics_have_no_page() -> None:
    """They stand there with their name alone."""
    for text, kind in (("송강호", "person"), ("zombie", "topic")):
        shown = kcinema.search(text)._repr_html_()  # type: ignore[attr-defined]
        assert f"<td>{kind}</td>" in shown


def test_similar_films_show_why() -> None:
    """The reasons stand beside each."""
    likes = kcinema.similar("oldboy-2003", limit=2)
    shown = likes._repr_html_()  # type: ignore[attr-defined]

    assert all(f">{like.film.title}</a>" in shown for like in likes)
    assert "the editors&#x27; answer to Oldboy" in shown
    assert "<caption>2 films</caption>" in shown


def test_no_title_becomes_html() -> None:
    """Whatever a catalogue holds is shown as text."""
    title = "<b>A & B</b>"
    mine = Catalogue(
        films=[Film(id="a-b-2000", title=title, title_ko="가 <나>", year=2000)]
    )
    shown = mine.search("a b")._repr_html_()  # type: ignore[attr-defined]

    assert "<b>A" not in shown
    assert "&lt;b&gt;A &amp; B&lt;/b&gt;" in shown
    assert "가 &lt;나&gt;" in shown


def test_results_are_lists() -> None:
    """They compare, copy, pickle and slice as such."""
    hits = kcinema.search("parasite")

    assert hits == [*hits]
    assert copy.copy(hits) == pickle.loads(pickle.dumps(hits)) == hits
    assert type(hits[:1]) is list
    assert kcinema.search("zxqw", kind="film") == []
