"""Hangul as it is typed: letters, initial consonants, keyboard layouts.

A syllable such as 생 is written with the keys ㅅ, ㅐ, ㅇ. At the level of keys it does
not matter whether a syllable is finished: what is typed so far is always a prefix of
what will be typed. Text is expected in NFC; nothing here uses a compatibility
normalisation, which would rewrite letters that stand alone.
"""

from __future__ import annotations

__all__ = [
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
_CLUSTERS = str.maketrans(
    {letter: parts for letter, parts in _PARTS.items() if letter not in _VOWELS}
)


def _key(letter: str) -> str:
    return _PARTS.get(letter, letter)


# One entry for each of the 11,172 syllables would cost memory; these 19 + 21 + 28 do.
_KEYS = tuple(tuple(map(_key, letters)) for letters in (_INITIALS, _VOWELS, _FINALS))


def keys(text: str) -> str:
    """Take Hangul apart into the letters of its keys; leave everything else.

    >>> keys("기생충")
    'ㄱㅣㅅㅐㅇㅊㅜㅇ'
    >>> keys("기생충").startswith(keys("기생추"))
    True
    >>> keys("괴물 2006")
    'ㄱㅗㅣㅁㅜㄹ 2006'
    """
    if text.isascii():
        return text
    firsts, vowels, finals = _KEYS
    typed = []
    for character in text:
        index = ord(character) - _FIRST
        if 0 <= index <= _LAST - _FIRST:
            first, rest = divmod(index, 588)
            vowel, final = divmod(rest, 28)
            typed.append(firsts[first] + vowels[vowel] + finals[final])
        else:
            typed.append(_PARTS.get(character, character))
    return "".join(typed)


def initials(text: str) -> str:
    """Give the initial consonant (choseong) of every syllable; leave the rest.

    Consonants that an input method has joined are set apart again.

    >>> initials("살인의 추억")
    'ㅅㅇㅇ ㅊㅇ'
    >>> initials("ㄳㅊ")
    'ㄱㅅㅊ'
    """
    return "".join(
        _INITIALS[(ord(character) - _FIRST) // 588]
        if _FIRST <= ord(character) <= _LAST
        else character
        for character in text
    ).translate(_CLUSTERS)


def has_initials(text: str) -> bool:
    """Tell whether a text has consonants that stand alone, as people type initials.

    >>> has_initials("ㅂㅈㅎ"), has_initials("살ㅇㅇ 추ㅇ"), has_initials("봉준호")
    (True, True, False)
    """
    return any(character in _INITIALS for character in text.translate(_CLUSTERS))


def matches_initials(pattern: str, text: str) -> bool:
    """Tell whether a text begins like a pattern of syllables and initials.

    A consonant alone stands for any syllable that begins with it; a syllable without a
    final stands for itself and for those that continue it.

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


# The standard layout (두벌식) on the keys of an American keyboard.
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
    """Read Latin letters as the Hangul that the same keys type.

    >>> on_hangul_keyboard("rltodcnd") == keys("기생충")
    True
    """
    return text.translate(_TO_HANGUL)


def on_latin_keyboard(text: str) -> str:
    """Read Hangul as the Latin letters that the same keys type.

    >>> on_latin_keyboard("ㅐㅣㅇㅠㅐㅛ")
    'oldboy'
    """
    return keys(text).translate(_TO_LATIN)
