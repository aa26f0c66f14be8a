"""What linking returns for rows that are no data frame."""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

import kcinema  # noqa: TC001  # annotations are evaluated at run time

__all__ = ["Link", "Links", "Verdict"]

Verdict: TypeAlias = Literal["sure", "probable", "ambiguous", "none"]


class Link(NamedTuple):
    """Which film a row means.

    Attributes:
        film: The film, or None if none is meant, or none more than another.
        score: From 0 to 1; higher is surer.
        verdict: ``"sure"``: an id, or title and year, agree. ``"probable"``: likely, by
            another name, a year apart, or without a year. ``"ambiguous"``: one of
            ``candidates``, or a film of that title outside the catalogue.
            ``"none"``: no film of the catalogue.
        why: What agrees, and what does not.
        candidates: The films that an ambiguous row may mean.

    >>> import kcinema
    >>> link = kcinema.link([("Oldboy", 2003)], title=0, year=1)[0]
    >>> link.film, link.verdict, link.why
    (<Film oldboy-2003: 'Oldboy' (2003)>, 'sure', 'title, year')
    """

    film: kcinema.Film | None
    score: float
    verdict: Verdict
    why: str
    candidates: tuple[kcinema.Film, ...] = ()


class Links(tuple[Link, ...]):
    """The links of rows, one for each row, in their order.

    >>> import kcinema
    >>> links = kcinema.link(["Parasite (2019)", "기생충", "Alien (1979)", "하녀"])
    >>> links
    <Links: 1 sure, 1 probable, 1 ambiguous, 1 none>
    >>> [film.title for film in links.films]
    ['Parasite']
    >>> links.rows("none", "ambiguous")
    [2, 3]
    """

    __slots__ = ()

    @property
    def films(self) -> kcinema.FilmList:
        """The films that rows mean surely or probably, each once."""
        from kcinema._model.filmlist import FilmList

        return FilmList(dict.fromkeys(link.film for link in self if link.film))

    def rows(self, *verdicts: Verdict) -> list[int]:
        """Return the places of the rows with one of these verdicts, from 0."""
        return [at for at, link in enumerate(self) if link.verdict in verdicts]

    def counts(self) -> dict[str, int]:
        """Return the number of rows of each verdict."""
        found = [link.verdict for link in self]
        return {
            verdict: found.count(verdict)
            for verdict in ("sure", "probable", "ambiguous", "none")
        }

    def __repr__(self) -> str:
        counts = ", ".join(f"{count} {name}" for name, count in self.counts().items())
        return f"<Links: {counts}>"
