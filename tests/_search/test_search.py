"""Search: labelled queries, laws, and calm in the face of anything."""

from __future__ import annotations

import threading
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, strategies as st
from rapidfuzz.distance import OSA

import kcinema
from kcinema import Catalogue, Film, InvalidQueryError, hangul, spelling
from kcinema._lazy import once
from kcinema._search.edits import Edits
from kcinema._search.records import Records
from kcinema._search.tables import letters

HERE = Path(__file__).parent
SURE = 0.6


def _labelled() -> list[tuple[str, str, str]]:
    """Read the table: kind of query, query, id of what it means."""
    rows = []
    kind = ""
    for line in (HERE / "queries.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            kind = line.strip("[]")
        elif line and not line.startswith("#"):
            id_, _, queries = line.partition(" = ")
            rows += [(kind, query, id_) for query in queries.split(" | ")]
    return rows


QUERIES = _labelled()


def test_many_sounds_at_once_are_the_sounds_one_by_one() -> None:
    """The index folds all names in one go, and queries one at a time."""
    names = [name for film in kcinema.films() for name in (film.title, *film.aliases)]
    names += [name for director in kcinema.directors() for name in director.names]

    together = spelling.sounds(spelling.split(names))

    assert together == [spelling.sound(name) for name in names]


@given(st.lists(st.text()))
def test_any_texts_are_folded_at_once_as_they_are_one_by_one(texts: list[str]) -> None:
    """Also texts that are no names: one never runs into the next."""
    split = spelling.split(texts)

    assert spelling.sounds(split) == [spelling.sound(text) for text in texts]
    assert [*map(spelling.without_article, split)] == [*map(spelling.words, texts)]


# What people type ---------------------------------------------------------------------


def test_the_table_is_large_and_its_rows_differ() -> None:
    """Four hundred queries at the least, none of them twice in its kind."""
    assert len(QUERIES) >= 400
    assert len({(kind, query) for kind, query, _ in QUERIES}) == len(QUERIES)
    for _, _, id_ in QUERIES:
        assert any(id_ == item.id for item in _items())


def _items() -> list[Any]:
    return [*kcinema.films(), *kcinema.directors(), *kcinema.collections()]


def _id(hit: kcinema.SearchHit[Any]) -> str | None:
    """Return the id of a hit; people and topics have none."""
    return getattr(hit.item, "id", None)


def _missed(within: int) -> list[tuple[str, str, str]]:
    return [
        (kind, query, id_)
        for kind, query, id_ in QUERIES
        if id_ not in map(_id, kcinema.search(query, limit=within))
    ]


def test_the_first_hit_is_the_right_one() -> None:
    """In 97 of 100 queries of the table, and in 90 of each kind."""
    missed = _missed(1)
    sizes = Counter(kind for kind, _, _ in QUERIES)

    assert len(missed) <= 0.03 * len(QUERIES), missed
    for kind, count in Counter(kind for kind, _, _ in missed).items():
        assert count <= 0.1 * sizes[kind], missed


def test_the_right_one_is_within_the_first_five() -> None:
    """In 995 of 1,000 queries of the table."""
    missed = _missed(5)

    assert len(missed) <= 0.005 * len(QUERIES), missed


def test_a_score_tells_a_hit_from_a_guess() -> None:
    """Hits score 0.6 and more, the best guesses for what is not there score less."""
    scores = {query: kcinema.search(query)[0].score for _, query, _ in QUERIES}
    nothing = [
        line
        for line in (HERE / "queries_for_nothing.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    guesses = {query: kcinema.search(query)[:1] for query in nothing}

    low = {query: score for query, score in scores.items() if score < SURE}
    high = {
        query: hits for query, hits in guesses.items() if hits and hits[0].score >= SURE
    }
    assert len(nothing) >= 70
    assert len(low) <= 0.01 * len(scores), low
    assert not high


def _sure(hits: list[kcinema.SearchHit]) -> bool:
    return any(hit.score >= SURE for hit in hits)


# Laws ---------------------------------------------------------------------------------

TITLES = [
    (film.id, title)
    for film in kcinema.films()
    for title in (film.title, film.title_ko)
]


@pytest.mark.parametrize(
    "change",
    [
        str.upper,
        str.lower,
        lambda title: title.replace(" ", ""),
        lambda title: f"  {title}\t",
        lambda title: title.replace(" ", "-"),
        lambda title: title.replace("-", " "),
        lambda title: unicodedata.normalize("NFD", title),
        lambda title: f"«{title}»",
    ],
    ids=[
        "upper",
        "lower",
        "unspaced",
        "padded",
        "hyphened",
        "unhyphened",
        "decomposed",
        "quoted",
    ],
)
def test_how_a_title_is_written_never_changes_the_first_hit(change: Any) -> None:
    """Case, spacing, hyphens, quotes and Unicode form make no difference."""
    for _, title in TITLES:
        first = kcinema.search(title, kind="film")[0]
        assert kcinema.search(change(title), kind="film")[0].item == first.item, title


@pytest.mark.no_cover  # for all of the catalogue
def test_every_title_finds_its_film() -> None:
    """Title, Korean title, romanization and aliases lead to the film, within five."""
    missed = [
        (film.id, name)
        for film in kcinema.films()
        for name in (film.title, film.title_ko, film.romanized, *film.aliases)
        if name and film not in [hit.item for hit in kcinema.search(name, limit=5)]
    ]

    assert missed == []


# What is left of these is another word, or too little.
SHORT = {"d-war-2007", "sorum-2001"}


def test_a_letter_left_out_of_a_title_still_finds_the_film() -> None:
    """Who types the longest word of a title with a letter missing gets the film."""
    missed = set()
    for film in kcinema.films():
        word = max(film.title.split(), key=len)
        middle = len(word) // 2
        typed = film.title.replace(word, word[:middle] + word[middle + 1 :], 1)
        found = [hit.item for hit in kcinema.search(typed, limit=5)]
        if len(word) > 4 and film not in found:
            missed.add(film.id)

    assert missed == SHORT


@pytest.mark.no_cover  # for all of the catalogue
def test_every_name_finds_its_director() -> None:
    """Each spelling, in both orders, leads to the director, within five."""
    missed = [
        (director.id, order)
        for director in kcinema.directors()
        for name in director.names
        for order in spelling.orders(name)
        if director not in [hit.item for hit in kcinema.search(order, limit=5)]
    ]

    assert missed == []


def test_the_whole_title_scores_one() -> None:
    """A title as it is written scores 1, and is said to be exact."""
    for id_, title in TITLES:
        hit = kcinema.search(title, kind="film")[0]
        assert (hit.score, hit.how) == (1.0, "exact"), id_


def test_hits_are_in_order_and_of_the_kind_asked_for() -> None:
    """Scores fall, no item comes twice, and a kind leaves the others out."""
    for _, query, _ in QUERIES[::7]:
        hits = kcinema.search(query, limit=20)
        scores = [hit.score for hit in hits]
        assert scores == sorted(scores, reverse=True)
        assert all(0.3 <= score <= 1 for score in scores)
        assert len({hit.item for hit in hits}) == len(hits)
        for kind in ("film", "director", "collection"):
            only = kcinema.search(query, kind=kind, limit=1000)
            assert only == [
                hit
                for hit in kcinema.search(query, limit=1000)
                if type(hit.item).__name__.lower() == kind
            ]


def test_a_limit_cuts_the_list_and_nothing_else() -> None:
    """The first few are the first few of all."""
    assert kcinema.search("park", limit=3) == kcinema.search("park", limit=50)[:3]


@pytest.mark.parametrize(
    ("query", "how", "matched"),
    [
        ("parasite", "exact", "Parasite"),
        ("kisaengch'ung", "sound", "Gisaengchung"),
        ("ㄱㅅㅊ", "initials", "기생충"),
        ("rltodcnd", "keyboard", "기생충"),
        ("기생추", "beginning", "기생충"),
        ("sassy girl", "words", "My Sassy Girl"),
        ("섭펴제", "typing error", "서편제"),
        ("sassygirl", "part", "My Sassy Girl"),
    ],
)
def test_a_hit_says_what_matched_and_how(query: str, how: str, matched: str) -> None:
    """The spelling that matched is the record's own."""
    hit = kcinema.search(query)[0]

    assert (hit.how, hit.matched) == (how, matched)


# Anything at all ----------------------------------------------------------------------


@given(text=st.text(min_size=1))
def test_any_text_has_an_answer(text: str) -> None:
    """No text breaks the search; a blank one is refused."""
    if text.strip():
        assert isinstance(kcinema.search(text), list)
    else:
        with pytest.raises(InvalidQueryError, match="empty"):
            kcinema.search(text)


@pytest.mark.parametrize(
    "text", ["🎬" * 20, "\x00\x1b[31m", "\ud800", "...", "ㅏ", "\u200b", "a" * 10_000]
)
def test_odd_texts_find_nothing_calmly(text: str) -> None:
    """Emoji, control characters and endless texts are no titles."""
    assert not _sure(kcinema.search(text))


def test_a_page_pasted_by_accident_is_cut_off() -> None:
    """What follows the first 200 characters makes no difference."""
    text = "기생충 " + "영화 이야기 " * 2000

    assert kcinema.search(text) == kcinema.search(text[:200])


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"text": ""}, "the text is empty"),
        ({"text": " \n"}, "the text is empty"),
        ({"text": 5}, "expected a text, not 5"),
        ({"text": "a", "limit": 0}, "limit as a whole number of at least 1, not 0"),
        ({"text": "a", "limit": "3"}, "limit as a whole number"),
        ({"text": "a", "limit": True}, "limit as a whole number"),
        ({"text": "a", "kind": "films"}, "Did you mean 'film'"),
    ],
)
def test_a_wrong_call_explains_itself(arguments: dict[str, Any], message: str) -> None:
    """Each argument is checked, and the message says what is right."""
    with pytest.raises(InvalidQueryError, match=message):
        kcinema.search(**arguments)


def test_a_catalogue_of_ones_own_is_searched_alike(small: Catalogue) -> None:
    """The index works for any catalogue, an empty one as well."""
    assert _id(small.search("second")[0]) == "second-film-1995"
    assert _id(small.search("이둘")[0]) == "lee-two"
    assert Catalogue().search("anything") == []


def test_a_large_catalogue_answers_the_short_queries_too() -> None:
    """Where very many names begin alike, the shortest come first."""
    films = [
        Film(
            id=f"a{n}-2000", title=f"Aa {'b' * (n % 90)} {n}", title_ko="가", year=2000
        )
        for n in range(4500)
    ]
    large = Catalogue(films=films)

    found = large.search("a", limit=5)
    exact = large.search(films[0].title, limit=50)

    assert exact[0].score == 1
    assert all(hit.how == "beginning" for hit in exact[1:])
    assert all(len(hit.matched) < 10 for hit in found)
    assert _id(large.search("777 aa")[0]) == "a777-2000"


def test_threads_share_one_index() -> None:
    """Whoever asks first builds the index, and everybody gets the same answer."""
    fresh = Catalogue(films=kcinema.films(), directors=kcinema.directors())
    start = threading.Barrier(6)
    found: list[Any] = []

    def ask() -> None:
        start.wait()
        found.append(
            (fresh.search("parasyte"), id(fresh._search._records.index._grams))
        )

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 6
    assert all(each == found[0] for each in found)


def test_what_is_computed_once_says_what_it_is() -> None:
    """On the class itself the property is there to be read about."""
    assert Records._places.__doc__ == once(Records._places._compute).__doc__


# The parts ----------------------------------------------------------------------------


@given(a=st.text("abcㄱㅏ", max_size=12), b=st.text("abcㄱㅏ", max_size=12))
def test_edits_are_counted_right(a: str, b: str) -> None:
    """The count agrees with an independent implementation, and is symmetric."""
    assert Edits(a).to(b) == Edits(b).to(a) == OSA.distance(a, b)


@given(
    a=st.text("abcㄱㅏ", max_size=12),
    b=st.text("abcㄱㅏ", max_size=12),
    limit=st.integers(0, 14),
)
def test_edits_past_a_limit_are_not_told_apart(a: str, b: str, limit: int) -> None:
    """Up to the limit the count is the same; past it, one more than the limit."""
    assert Edits(a).to(b, limit) == min(OSA.distance(a, b), limit + 1)


hangul_texts = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))


@given(text=hangul_texts)
def test_keys_are_what_is_typed(text: str) -> None:
    """Typing the keys on the Latin layout and reading them back gives the same keys."""
    keys = hangul.keys(text)

    assert hangul.on_hangul_keyboard(hangul.on_latin_keyboard(text)) == keys
    assert hangul.keys(keys) == keys
    assert len(hangul.initials(text)) == len(text)


@given(a=hangul_texts, b=hangul_texts)
def test_keys_and_initials_join_as_texts_do(a: str, b: str) -> None:
    """What is typed first stays a prefix of what is typed in the end."""
    assert hangul.keys(a + b) == hangul.keys(a) + hangul.keys(b)
    assert hangul.initials(a + b) == hangul.initials(a) + hangul.initials(b)
    assert hangul.matches_initials(hangul.initials(a), a + b)
    assert hangul.matches_initials(a, a + b)


def test_initials_do_not_match_what_they_are_not() -> None:
    """A wrong consonant, a wrong syllable or too many of them do not match."""
    assert not hangul.matches_initials("ㄴㅅㅊ", "기생충")
    assert not hangul.matches_initials("기성충", "기생충")
    assert not hangul.matches_initials("ㄱㅅㅊㅊ", "기생충")
    inside = kcinema.search("ㅅㅊ", kind="film")
    assert "parasite-2019" in map(_id, inside)


SOUNDS = [
    "Park Chan-wook|Pak Ch'an-uk|Bak Chanuk|Park Chanwook",
    "Lee Chang-dong|Yi Ch'ang-dong|Rhee Chang-dong|I Chang-dong",
    "Choi Min-sik|Choe Min-sik|Ch'oe Min-sik",
    "Jung|Jeong|Chung|Chŏng",
    "Im Kwon-taek|Lim Kwon-taek|Yim Gwon-taek",
    "Ryoo|Yoo|Ryu|Yu|Lyu",
    "Hur|Heo|Huh|Hŏ",
    "Woo|U|Wu",
    "Baek|Paik|Paek",
    "Hyun|Hyeon|Hyŏn",
    "Young|Yeong|Yŏng",
    "Sopyonje|Seopyeonje|Sŏp'yŏnje",
]


@pytest.mark.parametrize("row", SOUNDS)
def test_romanizations_of_one_name_sound_alike(row: str) -> None:
    """The ways of writing a name in Latin script fold into one."""
    assert len({spelling.sound(name) for name in row.split("|")}) == 1


def test_different_titles_do_not_sound_alike() -> None:
    """Folding leaves the titles of the catalogue apart."""
    titles = {film.romanized or film.id for film in kcinema.films()}
    sounds = Counter(spelling.sound(title) for title in titles)

    assert [sound for sound, count in sounds.items() if count > 1] == []


def test_a_prefix_of_a_name_matches_without_its_end() -> None:
    """A pattern of initials may go on after a syllable that stands as it is."""
    assert hangul.matches_initials("기ㅅ", "기생충")
    assert hangul.matches_initials("기새ㅊ", "기생충")


def test_letters_leave_out_what_is_not_typed() -> None:
    """Article, case, space and marks do not count."""
    assert letters("The King & the Clown!") == "kingtheclown"
    assert letters("살인의 추억") == letters("살인의추억")
