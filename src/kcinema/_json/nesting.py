"""Collections that are made of collections: circles, and how deep they are nested."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

__all__ = ["DEEPEST", "circles", "too_deep"]

DEEPEST = 8
"""So many levels of sections may be below a collection."""


def circles(sections: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the collections that are sections of themselves, directly or not.

    In time proportional to the number of sections (Tarjan's strongly connected
    components), without a call for each level.

    Args:
        sections: The ids of the sections of each collection, by its id.

    >>> from kcinema._json.nesting import circles
    >>> sorted(circles({"a": ["b"], "b": ["c"], "c": ["b"], "d": []}))
    ['b', 'c']
    """
    found: set[str] = set()
    number: dict[str, int] = {}  # in the order of the first visit
    lowest: dict[str, int] = {}  # the first that is reached from here
    open_: dict[str, None] = {}
    for root in sections:
        if root in number:
            continue
        waiting = [(root, iter(sections[root]))]
        number[root] = lowest[root] = len(number)
        open_[root] = None
        while waiting:
            id_, below = waiting[-1]
            next_ = next((one for one in below if one in sections), None)
            if next_ is None:
                waiting.pop()
                if waiting:
                    above = waiting[-1][0]
                    lowest[above] = min(lowest[above], lowest[id_])
                if lowest[id_] == number[id_]:
                    part = _taken(open_, id_)
                    if len(part) > 1 or id_ in sections[id_]:
                        found |= part
            elif next_ not in number:
                number[next_] = lowest[next_] = len(number)
                open_[next_] = None
                waiting.append((next_, iter(sections[next_])))
            elif next_ in open_:
                lowest[id_] = min(lowest[id_], number[next_])
    return found


def _taken(open_: dict[str, None], last: str) -> set[str]:
    """Take what was opened last out, up to and with an id."""
    part: set[str] = set()
    while last not in part:
        part.add(open_.popitem()[0])
    return part


def too_deep(sections: Mapping[str, Sequence[str]]) -> set[str]:
    """Return the collections with more than :data:`DEEPEST` levels of sections.

    Those in a circle, or above one, are among them.

    >>> from kcinema._json.nesting import too_deep
    >>> sorted(too_deep({f"c{n}": [f"c{n + 1}"] for n in range(10)}))
    ['c0']
    """
    left = dict(sections)
    for _ in range(DEEPEST + 1):
        flat = {
            id_ for id_, below in left.items() if not any(one in left for one in below)
        }
        if not flat:
            break
        left = {id_: below for id_, below in left.items() if id_ not in flat}
    return set(left)
