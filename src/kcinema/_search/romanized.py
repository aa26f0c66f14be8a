"""Whether a text in Latin letters is a way of writing a text in Hangul.

Folding by sound (:func:`kcinema.spelling.sound`) finds the names that may be meant; it
is so coarse that English words fall on Korean ones: Pulse on 벌새, Argo on 악어. Here
each syllable is read with the spellings that its letters have in the Revised
Romanization, in McCune-Reischauer, and by custom, so that a text is compared with what
is written, not with another romanization of it.
"""

from __future__ import annotations

from functools import cache

from kcinema import spelling

__all__ = ["romanizes"]


def romanizes(latin: str, korean: str) -> bool:
    """Return whether a text is a romanization of one in Hangul, in any spelling.

    Letters of other scripts in the Korean text stand for themselves.

    >>> from kcinema._search.romanized import romanizes
    >>> romanizes("Lee Byung-hun", "이병헌"), romanizes("I Pyŏnghŏn", "이병헌")
    (True, True)
    >>> romanizes("Salinui chueok", "살인의 추억"), romanizes("Kkonnip", "꽃잎")
    (True, True)
    >>> romanizes("Pulse", "벌새"), romanizes("Ri-eol", "이월")
    (False, False)
    """
    wanted = "".join(spelling.split([latin])[0])
    # The ends of what has been read so far, syllable by syllable.
    ends, open_, first = {0}, False, True
    for letter in "".join(spelling.split([korean])[0]):
        spelled = _spellings(letter, first, open_)
        ends = {
            end + len(text)
            for end in ends
            for text in spelled
            if wanted.startswith(text, end)
        }
        if not ends:
            return False
        open_ = _ends_open(letter)
        first = False
    return len(wanted) in ends


_ONSETS = (
    "g k kh|kk gg k g|n|d t|tt dd t d|r l rh n|m|b p v|pp bb p b|s sh|ss s|"
    "|j ch z|jj tch tj ch j|ch tch j|k kh c q|t th|p ph f|h"
)
_VOWELS = (
    "a ah aa|ae ai ay ei|ya yah ia|yae ye|eo o u uh eu ou|e ae ei ey eh|"
    "yeo yo yu you yuh yeu io eo o u|ye yae e yeh ie|o oh or ou|wa oa ua|"
    "wae we oae wai|oe oi we oy woe wae|yo yoh|u oo woo ou wu uh|weo wo wu uo|"
    "we ue ueh|"
    "wi ui wee i we|yu yoo you u|eu u oo uh e|ui eui i ee e ie uee uy yi|"
    "i ee y ie yi ih e"
)
# What a final letter is written as, alone or before the letters that change it; an
# empty spelling is for those that are left out or move to the next syllable.
_CODA = {
    "ㄱㄲㅋㄳ": "k g ng ck c kk gg",
    "ㄺ": "k g lk lg rg ng",
    "ㄴㄵㄶ": "n l m nj nch nn nh",
    "ㄷㅌㅅㅆㅈㅊ": "t d s ss n j ch th tt sh",
    "ㅎ": " h t n",
    "ㄹㄽㄾㅀ": "l r ll n rl rr",
    "ㄼㄿ": "l r p b lb lp ll",
    "ㅁㄻ": "m lm rm mm",
    "ㅂㅍㅄ": "p b m ps bs bb",
    "ㅇ": "ng n",
}
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3
_SILENT, _IOTATED = 11, {2, 3, 6, 7, 12, 17, 20}
_N, _R, _H = 2, 5, 18
# With an r that nobody says.
_CUSTOMARY = {"박": ["park", "bark"], "허": ["hur", "her"]}


def _parts(letter: str) -> tuple[int, int, int] | None:
    code = ord(letter)
    if not _FIRST <= code <= _LAST:
        return None
    onset, rest = divmod(code - _FIRST, 588)
    return (onset, *divmod(rest, 28))


def _ends_open(letter: str) -> bool:
    parts = _parts(letter)
    return parts is not None and not parts[2]


@cache
def _spellings(letter: str, first: bool, after_vowel: bool) -> tuple[str, ...]:  # noqa: FBT001  # a key of the cache
    """Return the spellings of a syllable, or of a letter of another script."""
    parts = _parts(letter)
    if parts is None:
        return (letter,)
    onset, vowel, final = parts
    begins = _ONSETS.split("|")[onset].split() or [""]
    if onset == _SILENT and first and vowel in _IOTATED:
        begins += ["l", "r", "rh"]  # Lee, Rhee, Lim, Ryoo
    elif onset == _SILENT and not first and not after_vowel:
        begins += ["n", "l"]  # Kkonnip, Seoullyeok
    elif onset == _R and first and vowel in _IOTATED:
        begins += [""]  # Yoo
    elif onset == _H and not first:
        begins += [""]  # Eun-ee
    elif onset == _N:
        begins += ["r"] if first else ["l"]  # Roh, Bullabi
    middles = _VOWELS.split("|")[vowel].split()
    ends = [""]
    for finals, spelled in _CODA.items():
        if final and _FINALS[final] in finals:
            ends = [*spelled.split(" ")]
    spelled_out = {b + m + e for b in begins for m in middles for e in ends}
    return tuple(spelled_out.union(_CUSTOMARY.get(letter, ())))
