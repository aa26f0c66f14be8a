"""The program that each packaging runs: answers of every kind, printed as JSON."""

import json
import sys
from typing import Any

import kcinema


def answers(path: str) -> dict[str, Any]:
    """Ask for what is packaged, in several ways, and for what is in a file."""
    return {
        "gems": len(kcinema.hidden_gems()),
        "hit": kcinema.search("기생충", kind="film")[0].item.id,
        "title": kcinema.collection("cult-classics")[0].title,
        "similar": [
            [like.film.id, *like.reasons] for like in kcinema.similar("oldboy-2003")
        ],
        "version": str(kcinema.data_version()),
        "exported": kcinema.cult_classics().export("csv").text,
        "loaded": [film.title_ko for film in kcinema.load(path).films()],
    }


if __name__ == "__main__":
    print(json.dumps(answers(sys.argv[1])))
