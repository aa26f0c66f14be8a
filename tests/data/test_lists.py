"""The canon: the named lists, and what the catalogue says of their films."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import kcinema
import lists
from kcinema.vocabulary import AwardResult, HonourList
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Iterator

FILMS = kcinema.films()
LISTS = {item.id: item for item in lists.read_all()}


def test_the_catalogue_holds_every_known_member_of_a_list() -> None:
    """What is lacking is little and says why, and every line has its source."""

    def problems() -> Iterator[str]:
        for item in LISTS.values():
            lacking = [member for member in item.members if not member.film]
            if len(lacking) > len(item.members) / 20:
                yield f"{item.id} lacks {[member.title for member in lacking]}"
            for member in item.members:
                if not member.film and not member.note:
                    yield f"{item.id}: no reason for {member.title} to be lacking"
                if not member.source.startswith("http"):
                    yield f"{item.id}: no source for {member.title_ko}"

    none_of(problems())


def test_a_list_has_no_more_members_than_it_has() -> None:
    """A list that is not whole says what is missing, and no film stands twice."""

    def problems() -> Iterator[str]:
        for item in LISTS.values():
            known = len(item.members)
            if item.size is not None and known > item.size:
                yield f"{item.id}: {known} of {item.size}"
            if item.size is not None and known < item.size and not item.gap:
                yield f"{item.id}: {known} of {item.size}, and not a word why"
            keys = [
                (
                    member.film or member.title_ko,
                    member.year,
                    member.body,
                    member.category,
                )
                for member in item.members
            ]
            if len(set(keys)) < len(keys):
                yield f"{item.id}: a film stands twice"

    none_of(problems())


@pytest.mark.parametrize("honour", list(HonourList), ids=str)
def test_honours_are_the_lists(honour: HonourList) -> None:
    """The films with an honour are the members of its list, each with its place."""
    ranks = {
        film.id: next(item.rank for item in film.honours if item.list is honour)
        for film in FILMS.where(honour=honour)
    }

    members = {
        member.film: int(member.place) if member.place else None
        for member in LISTS[honour.value].members
        if member.film
    }

    assert ranks == members


def prize_of(award: kcinema.Award) -> str:
    """Return the category of a prize, whether or not it was shared."""
    return award.category.removesuffix(" (shared)")


def test_prizes_of_the_lists_stand_with_the_films() -> None:
    """A film that a list names as a winner has that prize, unless sources disagree."""

    def problems() -> Iterator[str]:
        for item in LISTS.values():
            for member in item.members:
                if not member.body or not member.film or member.note:
                    continue
                won = [
                    (str(award.body), str(award.year), prize_of(award))
                    for award in kcinema.film(member.film).awards
                    if award.result is AwardResult.WON
                ]
                if (member.body, member.year, member.category) not in won:
                    yield f"{member.film}: no {member.body} {member.year} in {won}"

    none_of(problems())


@pytest.mark.parametrize("body", ["blue-dragon", "grand-bell", "baeksang"])
def test_every_best_film_is_in_its_list(body: str) -> None:
    """No film claims a main prize that the list of its winners does not know."""
    listed = {
        (member.film, member.year) for member in LISTS[f"{body}-best-film"].members
    }

    claimed = {
        (film.id, str(award.year))
        for film in FILMS
        for award in film.awards
        if award.body == body and prize_of(award) == "Best Film"
    }

    assert claimed <= listed
