"""Films that do not exist, made from a seed, to see what happens with very many."""

from __future__ import annotations

import json
import random
import re
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import kcinema
from kcinema import Catalogue, Film

if TYPE_CHECKING:
    from collections.abc import Iterator

SEED = 20261122


def titles(count: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """Make titles in Latin script and in Hangul, of words and syllables of real ones.

    Latin titles are two to five words of the catalogue's own prose; Hangul titles are
    two to nine syllables as often as they stand in real titles and names, in words.
    """
    draw = random.Random(seed)
    prose = " ".join(film.note or "" for film in kcinema.films())
    vocabulary = sorted(set(re.findall(r"[a-z]{3,}", prose.lower())))
    names = [film.title_ko for film in kcinema.films()]
    names += [director.name_ko or "" for director in kcinema.directors()]
    names += [credit.name_ko or "" for film in kcinema.films() for credit in film.cast]
    syllables = [c for name in names for c in name if "가" <= c <= "힣"]
    for _ in range(count):
        latin = " ".join(draw.choices(vocabulary, k=draw.randint(2, 5))).title()
        words = ["".join(draw.choices(syllables, k=draw.randint(2, 4)))]
        while len(words) < 3 and draw.random() < 0.6:
            words.append("".join(draw.choices(syllables, k=draw.randint(1, 3))))
        yield latin, " ".join(words)


def catalogue(count: int, seed: int = SEED) -> Catalogue:
    """Make a catalogue of so many films."""
    return Catalogue(
        version=f"made of seed {seed}",
        films=[
            Film(id=f"film-{n}", title=title, title_ko=title_ko, year=1934 + n % 92)
            for n, (title, title_ko) in enumerate(titles(count, seed))
        ],
    )


def write(path: Path, count: int) -> None:
    """Write a catalogue of so many films, as full as those of the packaged one."""
    with tempfile.TemporaryDirectory() as folder:
        packaged = Path(folder) / "packaged.json"
        kcinema.catalogue().save(packaged)
        document = json.loads(packaged.read_bytes())
    originals = document["films"]
    document["collections"] = []
    document["films"] = [
        film
        | {
            "id": f"{film['id']}-{n}",
            "ids": dict.fromkeys(film["ids"]),
            "based_on": [],
            "former_ids": [],
        }
        for n in range(count)
        for film in (originals[n % len(originals)],)
    ]
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")


def misspelt(text: str, draw: random.Random, letters: str) -> str:
    """Put one typing error into a text: left out, put in, replaced or exchanged."""
    place = draw.randrange(len(text) - 1)
    kind = draw.randrange(4)
    if kind == 0:
        return text[:place] + text[place + 1 :]
    if kind == 1:
        return text[:place] + draw.choice(letters) + text[place:]
    if kind == 2:
        return text[:place] + draw.choice(letters) + text[place + 1 :]
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
