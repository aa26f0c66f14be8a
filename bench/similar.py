"""Similar films, measured on the sets that editors chose: who liked this, likes that.

    python bench/similar.py [--list FILM...]

A set is a collection "If you liked ...", with the film that it is named after. Each
film of a set is asked for in turn, and what counts is how many of the others are among
the ten most similar. The set is taken out of the catalogue first, so that it cannot be
its own evidence. Beside it stands plain TF-IDF over the same fields. `--list` prints
the five most similar films of some, with the reasons, to be read by eye.
"""

from __future__ import annotations

import sys
from collections import Counter
from math import log, sqrt
from typing import TYPE_CHECKING

import kcinema
from kcinema import Catalogue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kcinema import Collection, Film

FIRST = 10


def sets() -> Iterator[tuple[str, list[str]]]:
    """Yield the id of each set, and the ids of its films, its namesake among them."""
    for item in kcinema.collections():
        if item.id.startswith("if-you-liked-"):
            title = item.title.removeprefix("If you liked ")
            called = [film.id for film in kcinema.films(title=title)]
            yield item.id, [*called, *(film.id for film in item)]


def without(id_: str) -> Catalogue:
    """Return the catalogue without a collection."""
    collections = [item for item in kcinema.collections() if item.id != id_]
    return Catalogue(
        films=kcinema.films(), directors=kcinema.directors(), collections=collections
    )


def fields(film: Film) -> Iterator[str]:
    """Yield the values of a film that similarity rests on."""
    yield from (f"director {id_}" for id_ in film.director_ids)
    yield from (f"theme {theme}" for theme in film.themes)
    yield from (f"genre {genre}" for genre in film.genres)
    yield from (f"cast {credit.name_ko or credit.name}" for credit in film.cast)
    yield from (f"source {one.author} {one.title}" for one in film.based_on)
    yield from (f"collection {item.id}" for item in _themes(film))
    yield f"era {film.era}"


def _themes(film: Film) -> list[Collection]:
    return [item for item in film.collections if item.kind == "theme"]


def by_tf_idf(catalogue: Catalogue) -> Callable[[str], list[str]]:
    """Rank films by the cosine of their values, each weighed by its rarity."""
    values = {film.id: {*fields(film)} for film in catalogue.films()}
    having = Counter(value for found in values.values() for value in found)
    rarity = {value: log(len(values) / count) for value, count in having.items()}
    norm = {
        id_: sqrt(sum(rarity[value] ** 2 for value in found)) or 1.0
        for id_, found in values.items()
    }

    def ask(id_: str) -> list[str]:
        scores = {
            other: sum(rarity[value] ** 2 for value in values[id_] & found)
            / norm[other]
            for other, found in values.items()
            if other != id_
        }
        return sorted(scores, key=lambda other: (-scores[other], other))

    return ask


def by_kcinema(catalogue: Catalogue) -> Callable[[str], list[str]]:
    """Ask as users do."""
    return lambda id_: [like.film.id for like in catalogue.similar(id_, limit=FIRST)]


PEERS = {"kcinema": by_kcinema, "TF-IDF": by_tf_idf}


def recall(ask: Callable[[str], list[str]], films: list[str]) -> float:
    """Return the share of the others among the first ten, on average over a set."""
    shares = []
    for id_ in films:
        others = {*films} - {id_}
        found = others.intersection(ask(id_)[:FIRST])
        shares.append(len(found) / min(FIRST, len(others)))
    return sum(shares) / len(shares)


def main() -> None:
    """Print the table, or the likes of some films."""
    if "--list" in sys.argv:
        for id_ in sys.argv[sys.argv.index("--list") + 1 :]:
            print(f"\n{kcinema.film(id_)!r}")
            for like in kcinema.similar(id_):
                print(f"  {like.score:.2f} {like.film!r}: {'; '.join(like.reasons)}")
        return
    print(f"| set | films | {' | '.join(PEERS)} |\n|---|--:|{'--:|' * len(PEERS)}")
    total = dict.fromkeys(PEERS, 0.0)
    count = 0
    for id_, films in sets():
        catalogue = without(id_)
        shares = {peer: recall(ask(catalogue), films) for peer, ask in PEERS.items()}
        cells = " | ".join(f"{share:.3f}" for share in shares.values())
        print(f"| {id_} | {len(films)} | {cells} |", flush=True)
        count += len(films)
        for peer, share in shares.items():
            total[peer] += share * len(films)
    cells = " | ".join(f"{sum_ / count:.3f}" for sum_ in total.values())
    print(f"| all | {count} | {cells} |")


if __name__ == "__main__":
    main()
