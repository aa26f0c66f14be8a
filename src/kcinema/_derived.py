"""Catalogues made from a catalogue, how two of them differ, and what is doubtful."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

import kcinema  # noqa: TC001  # annotations are evaluated at run time
from kcinema._lazy import Module
from kcinema._model.base import Record, id_of
from kcinema._questions import Questions
from kcinema.errors import InvalidQueryError

if TYPE_CHECKING:
    from kcinema._changes.made import Made
    from kcinema._json import source as sources
else:
    # Annotations are evaluated at run time, but seldom.
    sources = Module("kcinema._json.source")

__all__ = ["Derived"]


class Derived(Questions):
    """What makes one catalogue of another."""

    def _contents(self) -> Made:
        """Return the records of the catalogue, and where they came from."""
        raise NotImplementedError

    def _of_made(self, made: Made) -> kcinema.Catalogue:
        """Return a catalogue with new contents."""
        raise NotImplementedError

    def subset(self, films: Iterable[kcinema.Film | str]) -> kcinema.Catalogue:
        """Return a catalogue of some films, with everything that they need.

        That is their directors, the films that they are based on, with theirs, and the
        collections as far as they consist of these films. :meth:`diff` says what was
        left out.

        Args:
            films: The films, or their ids.

        Raises:
            FilmNotFoundError: A film is not in the catalogue.
            InvalidQueryError: Something is neither a film nor an id.

        >>> import kcinema
        >>> ours = kcinema.catalogue()
        >>> remakes = ours.subset(["the-housemaid-2010"])
        >>> [film.id for film in remakes.films()]
        ['the-housemaid-1960', 'the-housemaid-2010']
        >>> len(ours.diff(remakes).removed) > 1000
        True
        """
        from kcinema._changes.subset import subset

        asked = [self.film(id_of("subset", "film", film)).id for film in films]
        return self._of_made(subset(self._contents(), asked))

    def merge(self, other: kcinema.Catalogue) -> kcinema.Catalogue:
        """Return a catalogue with the records of both.

        A record that both have has to be the same in both, but collections get the
        entries of both. To change records of a catalogue, use :meth:`overlay`.

        Args:
            other: The other catalogue.

        Raises:
            CatalogueError: A record differs, or the records do not fit together; lists
                every conflict.
            InvalidQueryError: The other is no catalogue.

        >>> import kcinema
        >>> ours = kcinema.catalogue()
        >>> gems = ours.subset(ours.hidden_gems())
        >>> hits = ours.subset(ours.blockbusters())
        >>> both = gems.merge(hits)
        >>> len(both.films()) >= len(ours.hidden_gems()) + len(ours.blockbusters())
        True
        """
        from kcinema._changes.merge import merge

        return self._of_made(merge(self._contents(), _contents("merge", other)))

    def overlay(
        self,
        overlay: sources.Source | Mapping[str, Any],
        *,
        max_size: int = 100_000_000,
        max_depth: int = 32,
        max_problems: int = 100,
    ) -> kcinema.Catalogue:
        """Return the catalogue with an overlay laid over it.

        An overlay is a document with the key ``overlay`` in place of ``schema``, and a
        ``version``. It may have ``films``, ``directors`` and ``collections`` to add,
        ``corrections`` of records, and ids of what to ``hide``. What does not fit is an
        error: an id that is there already, one to change that is not, a correction of
        a value that is no longer the one that was corrected.

        Args:
            overlay: The overlay, from whatever :func:`load` reads, or as plain values.
            max_size: As for :func:`load`.
            max_depth: As for :func:`load`.
            max_problems: As for :func:`load`.

        Returns:
            A catalogue whose version names both. :meth:`origin` says which record came
            from which, and :meth:`diff` what changed.

        Raises:
            CatalogueError: The overlay is invalid or does not fit; lists every problem.
            InvalidQueryError: A limit is no whole number of at least 1.
            OSError: The file cannot be read.
            TypeError: The overlay is nothing that can be read.

        >>> import kcinema
        >>> mine = kcinema.catalogue().overlay({
        ...     "overlay": 1,
        ...     "version": "mine",
        ...     "hide": {"films": ["parasite-2019"]},
        ... })
        >>> "parasite-2019" in [film.id for film in mine.films()]
        False
        """
        from kcinema._changes.overlay import overlay as laid_over
        from kcinema._json.limits import Limits
        from kcinema._json.source import taken
        from kcinema._json.syntax import Parsed, parsed

        limits = Limits(max_size, max_depth, max_problems).checked()
        if isinstance(overlay, Mapping):
            found = Parsed(dict(overlay), "the overlay")
        else:
            found = parsed(*taken(overlay, limits.max_size), limits)
        made = laid_over(self._contents(), found, limits.max_problems)
        return self._of_made(made)

    def origin(
        self, record: kcinema.Film | kcinema.Director | kcinema.Collection
    ) -> str:
        """Return the version of the catalogue or overlay that a record came from.

        Args:
            record: A record of this catalogue.

        Raises:
            InvalidQueryError: It is no record, or of another catalogue.

        >>> import kcinema
        >>> ours = kcinema.catalogue()
        >>> ours.origin(ours.film("parasite-2019")) == ours.version
        True
        """
        asked: object = record  # which could be anything
        if not isinstance(asked, Record) or asked._catalogue is not self:  # noqa: SLF001  # what it is bound to
            msg = f"origin: expected a record of this catalogue, not {record!r}"
            raise InvalidQueryError(msg)
        kind = f"{type(record).__name__.lower()}s"
        made = self._contents()
        at = (kind, record.id)
        version: str = made.origins.get(at, made.document.version)
        return version

    def diff(self, other: kcinema.Catalogue) -> kcinema.Difference:
        """Return what another catalogue has more, less, or differently.

        Args:
            other: The newer catalogue.

        Raises:
            InvalidQueryError: The other is no catalogue.

        >>> import kcinema
        >>> ours = kcinema.catalogue()
        >>> fewer = ours.subset(ours.films(year=(None, 2020)))
        >>> all(film.year > 2020 for film in ours.diff(fewer).removed[:5])
        True
        """
        from kcinema._changes.diff import diff

        return diff(self._contents().document, _contents("diff", other).document)

    def warnings(self) -> tuple[kcinema.Problem, ...]:
        """Return what is no error, but looks like a mistake.

        Returns:
            Each with its :attr:`Problem.code` and a path, in which a record is counted
            in the order of the ids. The docs have a table of all codes.

        >>> import kcinema
        >>> film = kcinema.Film(id="a-1999", title="A", title_ko="가", year=1998)
        >>> [found.code for found in kcinema.Catalogue(films=[film]).warnings()]
        ['W04', 'W11']
        """
        from kcinema._json.doubts import doubts

        return (*doubts(self._contents().document),)


def _contents(asked: str, value: object) -> Made:
    if not isinstance(value, Derived):
        msg = f"{asked}: expected a catalogue, not {value!r}"
        raise InvalidQueryError(msg)
    return value._contents()  # noqa: SLF001  # same class
