"""Hangul as it is typed: letters, initial consonants, keyboard layouts.

A syllable such as 생 is typed with the keys ㅅ, ㅐ, ㅇ. Compared key by key, unfinished
syllables need no special treatment: what has been typed so far is always a prefix of
the finished text. Text is expected in NFC; nothing here applies a compatibility
normalisation, which would rewrite standalone letters.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = [
    "compatible",
    "has_initials",
    "initials",
    "keys",
    "matches_initials",
    "on_hangul_keyboard",
    "on_latin_keyboard",
]

_FIRST, _LAST = 0xAC00, 0xD7A3
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# Letters that are typed with two keys.
_PARTS = {
    "ㅘ": "ㅗㅏ",
    "ㅙ": "ㅗㅐ",
    "ㅚ": "ㅗㅣ",
    "ㅝ": "ㅜㅓ",
    "ㅞ": "ㅜㅔ",
    "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ",
    "ㄳ": "ㄱㅅ",
    "ㄵ": "ㄴㅈ",
    "ㄶ": "ㄴㅎ",
    "ㄺ": "ㄹㄱ",
    "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ",
    "ㄽ": "ㄹㅅ",
    "ㄾ": "ㄹㅌ",
    "ㄿ": "ㄹㅍ",
    "ㅀ": "ㄹㅎ",
    "ㅄ": "ㅂㅅ",
}
_CONSONANTS = {
    letter: parts for letter, parts in _PARTS.items() if letter not in _VOWELS
}
_CLUSTERS = str.maketrans(_CONSONANTS)


def _key(letter: str) -> str:
    return _PARTS.get(letter, letter)


# The keys of initials, vowels and finals.
_KEYS = tuple(tuple(map(_key, letters)) for letters in (_INITIALS, _VOWELS, _FINALS))


# Jamo that are not those of a keyboard: conjoining ones, which compose syllables, and
# half-width ones; and the letters of full width.
_CONJOINING = {
    **{0x1100 + n: letter for n, letter in enumerate(_INITIALS)},
    **{0x1161 + n: letter for n, letter in enumerate(_VOWELS)},
    **{0x11A7 + n: letter for n, letter in enumerate(_FINALS) if letter},
}
# Half-width vowels stand in groups, each of which begins with one of these.
_GROUPS = {
    0xFFC2: "ㅏㅐㅑㅒㅓㅔ",
    0xFFCA: "ㅕㅖㅗㅘㅙㅚ",
    0xFFD2: "ㅛㅜㅝㅞㅟㅠ",
    0xFFDA: "ㅡㅢㅣ",
}
_HALF_WIDTH = {
    **dict(zip(range(0xFFA1, 0xFFBF), map(chr, range(0x3131, 0x314F)), strict=True)),
    **{
        first + n: vowel
        for first, group in _GROUPS.items()
        for n, vowel in enumerate(group)
    },
}
_FULL_WIDTH = {0x3000: " ", **{code + 0xFEE0: chr(code) for code in range(0x21, 0x7F)}}
_USUAL = {**_CONJOINING, **_HALF_WIDTH, **_FULL_WIDTH}


def compatible(text: str) -> str:
    r"""Replace letters of other widths, and jamo that are alone, by the usual ones.

    >>> from kcinema.hangul import compatible
    >>> compatible("\u1100\u1109\u110e"), compatible("\uffa1\uffb5")
    ('ㄱㅅㅊ', 'ㄱㅅ')
    """
    return text if text.isascii() else text.translate(_USUAL)


class _Syllables(dict[int, str]):
    """A table for str.translate that adds each of the 11,172 syllables when met."""

    def __init__(
        self, letters: dict[str, str], spell: Callable[[int, int, int], str]
    ) -> None:
        super().__init__((ord(letter), to) for letter, to in letters.items())
        self._spell = spell

    def __missing__(self, code: int) -> str:
        if not _FIRST <= code <= _LAST:
            raise LookupError  # tells str.translate to keep the character
        first, rest = divmod(code - _FIRST, 588)
        spelled = self[code] = self._spell(first, *divmod(rest, 28))
        return spelled


_TYPED = _Syllables(
    _PARTS,
    lambda first, vowel, final: _KEYS[0][first] + _KEYS[1][vowel] + _KEYS[2][final],
)
_BEGUN = _Syllables(_CONSONANTS, lambda first, _vowel, _final: _INITIALS[first])


def keys(text: str) -> str:
    """Split Hangul into the letters of its keys; leave everything else as it is.

    >>> from kcinema.hangul import keys
    >>> keys("기생충")
    'ㄱㅣㅅㅐㅇㅊㅜㅇ'
    >>> keys("기생충").startswith(keys("기생추"))
    True
    >>> keys("괴물 2006")
    'ㄱㅗㅣㅁㅜㄹ 2006'
    """
    return text if text.isascii() else text.translate(_TYPED)


def initials(text: str) -> str:
    """Replace every syllable by its initial consonant (choseong); leave the rest.

    Consonants that an input method has joined are split again.

    >>> from kcinema.hangul import initials
    >>> initials("살인의 추억")
    'ㅅㅇㅇ ㅊㅇ'
    >>> initials("ㄳㅊ")
    'ㄱㅅㅊ'
    """
    return text.translate(_BEGUN)


def has_initials(text: str) -> bool:
    """Return whether a text contains standalone consonants, typed as initials.

    >>> from kcinema.hangul import has_initials
    >>> has_initials("ㅂㅈㅎ"), has_initials("살ㅇㅇ 추ㅇ"), has_initials("봉준호")
    (True, True, False)
    """
    return any(character in _INITIALS for character in text.translate(_CLUSTERS))


def matches_initials(pattern: str, text: str) -> bool:
    """Return whether a text begins with a pattern of syllables and initials.

    A standalone consonant matches any syllable that begins with it; a syllable without
    a final consonant matches itself and any syllable that extends it.

    >>> from kcinema.hangul import matches_initials
    >>> matches_initials("살ㅇㅇ추ㅇ", "살인의추억")
    True
    >>> matches_initials("ㅇ녕하ㅅ염", "안녕하세요")
    False
    """
    pattern = pattern.translate(_CLUSTERS)
    if len(pattern) > len(text):
        return False
    for wanted, character in zip(pattern, text, strict=False):
        if wanted == character:
            continue
        whole = keys(character)
        if wanted in _INITIALS:
            if whole[0] != wanted:
                return False
        elif not whole.startswith(keys(wanted)):
            return False
    return True


# The standard layout (두벌식) on the keys of a US keyboard.
_LAYOUT = {
    **dict(zip("qwertyuiop", "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔ", strict=True)),
    **dict(zip("asdfghjkl", "ㅁㄴㅇㄹㅎㅗㅓㅏㅣ", strict=True)),
    **dict(zip("zxcvbnm", "ㅋㅌㅊㅍㅠㅜㅡ", strict=True)),
    **dict(zip("QWERTOP", "ㅃㅉㄸㄲㅆㅒㅖ", strict=True)),
}
_TO_HANGUL = str.maketrans(
    {
        **{key.upper(): letter for key, letter in _LAYOUT.items() if key.islower()},
        **_LAYOUT,
    }
)
_TO_LATIN = str.maketrans({letter: key for key, letter in _LAYOUT.items()})


def on_hangul_keyboard(text: str) -> str:
    """Replace Latin letters by the Hangul letters on the same keys.

    >>> from kcinema.hangul import keys, on_hangul_keyboard
    >>> on_hangul_keyboard("rltodcnd") == keys("기생충")
    True
    """
    return text.translate(_TO_HANGUL)


def on_latin_keyboard(text: str) -> str:
    """Replace Hangul by the Latin letters on the same keys.

    >>> from kcinema.hangul import on_latin_keyboard
    >>> on_latin_keyboard("ㅐㅣㅇㅠㅐㅛ")
    'oldboy'
    """
    return keys(text).translate(_TO_LATIN)
