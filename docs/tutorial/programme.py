"""Makes the programme of a film club: one unseen film from each era.

    python programme.py --seen diary.csv --first 2026-11-05 -o programme.html

needs kcinema alone.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
from pathlib import Path

import kcinema

# Under two hours, for children too.
FITTING = {"runtime": (60, 110), "rating": ["ALL", "12", "15"]}


def seen_in(path: Path) -> kcinema.FilmList:
    """Return the films that a table of somebody's names."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return kcinema.link(csv.DictReader(file)).films


def chosen(seen: kcinema.FilmList, seed: int) -> kcinema.FilmList:
    """Return an unseen film of each era, a hidden gem where there is one."""
    drawn = []
    for films in (kcinema.films(**FITTING) - seen).group_by("era").values():
        gems = films & kcinema.hidden_gems()
        drawn += (gems or films).sample(1, seed=seed)
    return kcinema.FilmList(drawn).sorted_by("year")


def place(film: kcinema.Film) -> kcinema.Collection:
    """Return the collection whose reason tells most about a film."""
    sections = [one for one in film.collections if one.kind == "section"]
    return (sections or film.collections)[0]


def programme(films: kcinema.FilmList, first: dt.date) -> kcinema.Collection:
    """Return films as a collection, one a week from a first evening on."""
    evenings = [first + dt.timedelta(weeks=week) for week in range(len(films))]
    entries = [
        {
            "film": film.id,
            "reason": f"{day.day} {day:%B}, {film.runtime} minutes. "
            f"{place(film).why(film)}",
        }
        for film, day in zip(films, evenings, strict=True)
    ]
    overlay = {
        "overlay": 1,
        "version": f"{first:%Y.%m.%d}",
        "collections": [
            {
                "id": "thursdays",
                "title": f"{len(films)} Thursdays",
                "summary": "One film from each era of Korean cinema.",
                "criterion": "Under two hours, and new to all of us.",
                "entries": entries,
            }
        ],
    }
    return kcinema.catalogue().overlay(overlay).collection("thursdays")


def main() -> None:
    """Ask, choose, and write the page."""
    parser = argparse.ArgumentParser(description="The programme of a film club.")
    parser.add_argument("--seen", nargs="*", type=Path, default=[], metavar="CSV")
    parser.add_argument("--first", type=dt.date.fromisoformat, default=dt.date.today())
    parser.add_argument("-o", dest="page", type=Path, default=Path("programme.html"))
    asked = parser.parse_args()
    seen = kcinema.FilmList(film for path in asked.seen for film in seen_in(path))
    films = chosen(seen, seed=asked.first.toordinal())
    programme(films, asked.first).export("html", asked.page)
    print(f"{asked.page}: {', '.join(film.title for film in films)}")


if __name__ == "__main__":
    main()
