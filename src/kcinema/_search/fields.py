"""What stands in a title field: often more, or something else, than one title.

``괴물 (The Host)``, ``Tale of Two Sisters, A (2003)``, ``기생충 리마스터링`` and
``Oldboy.2003.1080p.BluRay.mkv`` are all taken apart by form alone: what the catalogue
holds plays no part.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from kcinema.hangul import compatible

__all__ = ["Field", "normal", "read"]

# So many words before a colon are a title by themselves.
_LONG = 3


class Field(NamedTuple):
    """A title field, taken apart.

    Attributes:
        text: The text in normal form, otherwise as it is.
        undated: The same without the year, and without what names a file.
        titles: The titles that stand in it, without the year and what follows a title;
            empty if that is the text as it is.
        year: The year beside the title; 0 if there is none.
        by_script: Whether only the script tells the titles apart, so that they may be
            one.
    """

    text: str
    undated: str
    titles: tuple[str, ...]
    year: int
    by_script: bool = False

    @property
    def lead(self) -> str:
        """What stands before a colon, if it is long enough to be a title by itself."""
        lead = (self.titles or (self.text,))[0].partition(":")[0]
        return lead if len(lead.split()) >= _LONG and lead != self.text else ""


def read(text: str) -> Field:
    """Take a title field apart.

    >>> from kcinema._search.fields import read
    >>> read("Tale of Two Sisters, A (Janghwa, Hongryeon)").titles
    ('A Tale of Two Sisters', 'Janghwa, Hongryeon')
    >>> read("기생충 / Parasite").titles, read("아가씨(확장판)").titles
    (('기생충', 'Parasite'), ('아가씨',))
    >>> field = read("Oldboy.2003.1080p.BluRay.x264.mkv")
    >>> field.titles, field.year
    (('Oldboy',), 2003)
    >>> read("1987").year
    0
    """
    text = normal(text)
    # A single word is a title, unless it repeats one in Chinese characters. Most
    # queries are one, and the first of them need not wait for what follows.
    if text.isalpha() and not any("\u3400" <= letter <= "\u9fff" for letter in text):
        return Field(text, text, (), 0)
    from kcinema._search import apart

    rest, year = apart.undated(apart.of_a_file(text))
    several = apart.several(rest)
    by_script = [part for one in several for part in apart.by_script(one)]
    titles = tuple(dict.fromkeys(filter(None, map(apart.bare, by_script))))
    if titles == (text.strip(),):
        titles = ()
    return Field(text, rest, titles, year, len(by_script) > len(several))


def normal(text: str) -> str:
    r"""Return a text with every letter in its usual form.

    Full-width letters become ASCII, jamo of any kind those that a keyboard types.

    >>> from kcinema._search.fields import normal
    >>> normal("\uff2f\uff2b"), normal("\u1100\u1109\u110e"), normal("\uffa1\uffb5")
    ('OK', 'ㄱㅅㅊ', 'ㄱㅅ')
    """
    if text.isascii():
        return text
    return compatible(unicodedata.normalize("NFC", text))
