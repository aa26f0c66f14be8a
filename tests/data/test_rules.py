"""The data itself: rules that every record keeps, printed as record and field."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import attrs
import jsonschema
import pytest
from koroman import romanize

import build_data
import kcinema
import make_schema
from kcinema._json import document
from problems import none_of

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
DATA = ROOT / "src/kcinema/data"

FILMS = kcinema.films()
DIRECTORS = kcinema.directors()
COLLECTIONS = kcinema.collections()

# Fields of which every value needs a page that prints it: all but those that a class
# calls ours, and the ids, which are vouched for one by one.
FACTS = {
    kind: [
        str(field.alias)
        for field in attrs.fields(cls)
        if field.init and field.name not in cls._ours | {"ids"}
    ]
    for kind, cls in (("film", kcinema.Film), ("director", kcinema.Director))
}
# Words that say nothing a reader could check, or that machines are fond of.
EMPTY_WORDS = (
    "masterful|masterfully|gripping|tour de force|rich tapestry|must-see|must see|"
    "edge of your seat|stunning|breathtaking|unforgettable|haunting|hauntingly|"
    "poignant|"
    "testament|delve|delves|showcases|seamless|seamlessly|compelling|riveting|"
    "mesmerising|mesmerizing|heart-wrenching|thought-provoking|beautifully|brilliant|"
    "brilliantly|iconic|timeless|a masterpiece"
)


def _everything() -> list[tuple[str, Any]]:
    return [("film", film) for film in FILMS] + [
        ("director", director) for director in DIRECTORS
    ]


def _words(text: str) -> int:
    return len(text.split())


# Form ---------------------------------------------------------------------------------


def test_the_packaged_files_are_built_from_the_records() -> None:
    """The build has nothing to do: `python tools/build_data.py`."""
    found = build_data.read()

    for folder, texts in (
        (build_data.CATALOGUE, build_data.edited(found)),
        (build_data.DATA, build_data.packaged(found)),
    ):
        none_of(
            f"{folder.name}/{name} is not as tools/build_data.py writes it"
            for name, text in texts.items()
            if (folder / name).read_text("utf-8") != text
        )


def test_changed_records_have_a_version_of_their_own() -> None:
    """A version stands for the same records for ever: `--version` gives a new one."""
    found = build_data.read()
    (name, text), *_ = build_data.version(found).items()

    assert (build_data.CATALOGUE / name).read_text("utf-8") == text, (
        f"the records have changed since version {found.version}: "
        "run python tools/build_data.py --version DATE"
    )


@pytest.mark.parametrize("name", make_schema.schemas())
def test_the_schemas_agree_with_the_classes(name: str) -> None:
    """A published schema is the generated one: `python tools/make_schema.py`."""
    made = make_schema.schemas()[name]

    assert (DATA / name).read_text("utf-8") == document.canonical(made)
    jsonschema.Draft202012Validator.check_schema(made)
    assert made["$id"].endswith(f"/{name}")


def _validator() -> jsonschema.Draft202012Validator:
    schema = json.loads((DATA / "catalogue.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )


def test_the_data_is_valid_by_the_schema() -> None:
    """What the library reads, any JSON Schema validator accepts."""
    document = json.loads(kcinema.catalogue()._text())

    errors = _validator().iter_errors(document)
    none_of(f"{error.json_path}: {error.message}" for error in errors)


@pytest.mark.parametrize(
    "name",
    [
        "wrong-types",
        "unknown-words",
        "unknown-keys",
        "missing-keys",
        "malformed-ids",
        "out-of-range",
        "missing-parts",
        "newer-schema",
        "control-characters",
    ],
)
def test_the_schema_refuses_what_the_library_refuses(name: str) -> None:
    """Faults of form are faults by the schema as well.

    All but one: to JSON Schema 120.0 is a whole number.
    """
    path = ROOT / "tests/_json/malformed" / f"{name}.json"

    assert not _validator().is_valid(json.loads(path.read_text("utf-8")))


def test_text_is_nfc() -> None:
    """One form for every letter, so that text compares and searches as it looks."""
    for path in DATA.glob("*.json"):
        assert unicodedata.is_normalized("NFC", path.read_text("utf-8")), path.name


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFD", text).replace("'", "").replace("\u2019", "")
    letters = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-")


def test_ids_follow_from_titles_and_names() -> None:
    """A film's id is its English title and year, a director's is the name."""
    none_of(
        f"{film.id}: {_slug(film.title)}-{film.year}"
        for film in FILMS
        if film.id != f"{_slug(film.title)}-{film.year}"
    )
    for director in DIRECTORS:
        # Of two directors of one name, the younger has the year of birth as well.
        born = f"-{director.born.year}" if director.born else ""
        names = {_slug(director.name), _slug(director.name) + born}
        assert director.id in names


# Facts and sources --------------------------------------------------------------------


def _filled(record: Any, kind: str) -> set[str]:
    names = {"directors": "director_ids"}
    filled = {
        field
        for field in FACTS[kind]
        if getattr(record, names.get(field, field)) not in (None, ())
    }
    ids = record.to_dict()["ids"]
    return filled | {f"ids.{name}" for name, value in ids.items() if value is not None}


def test_no_fact_without_a_source() -> None:
    """Every factual field that has a value is vouched for by a page."""

    def problems() -> Iterator[str]:
        for kind, record in _everything():
            supported = {
                field for source in record.sources for field in source.supports
            }
            if kind == "film" and record.title == record.romanized:
                # No source prints an English title: the romanization stands in.
                supported.add("title")
            for field in sorted(_filled(record, kind) - supported):
                yield f"{record.id}.{field} has no source"

    none_of(problems())


def test_no_source_without_a_fact() -> None:
    """No page vouches for a field that is empty, or that there is none of."""

    def problems() -> Iterator[str]:
        for kind, record in _everything():
            filled = _filled(record, kind)
            for source in record.sources:
                for field in sorted(set(source.supports) - filled):
                    yield f"{record.id}: {source.url} supports {field}, which is empty"

    none_of(problems())


def test_every_role_prize_and_place_names_its_page() -> None:
    """A role, a prize or a place on a list that no page prints is left out."""
    none_of(
        f"{film.id}: {item} names no source"
        for film in FILMS
        for items in ([c for c in film.cast if c.role], film.awards, film.honours)
        for item in items
        if item.source is None
    )


def test_an_item_of_a_list_is_credited_to_a_page_of_its_record() -> None:
    """The source of a role, prize or place on a list is among the film's sources."""

    def problems() -> Iterator[str]:
        for film in FILMS:
            items: dict[str, tuple[Any, ...]] = {
                "cast": film.cast,
                "awards": film.awards,
                "honours": film.honours,
            }
            for field, found in items.items():
                pages = {s.url for s in film.sources if field in s.supports}
                for item in found:
                    if item.source is not None and item.source not in pages:
                        yield f"{film.id}.{field}: {item} is credited to {item.source}"

    none_of(problems())


def test_a_prize_of_several_films_says_that_it_is_shared() -> None:
    """Two of our films with one prize know of each other."""
    # Two ceremonies were held in 2021; the prizes are for a man's and a woman's part.
    apart = {("blue-dragon", 2021), ("busan", 2021, "Actor of the Year")}
    winners: dict[tuple[str, int, str], set[str]] = {}
    for film in FILMS:
        for award in film.awards:
            if award.result == "won":
                prize = (award.body, award.year, award.category)
                winners.setdefault(prize, set()).add(film.id)

    none_of(
        f"{prize} went to {sorted(films)} and is not said to be shared"
        for prize, films in winners.items()
        if len(films) > 1 and not prize[2].endswith("(shared)")
        if apart.isdisjoint((prize, prize[:2]))
    )


# A day in an address, as newspapers have it: 20131122 or 2013/11/22.
DAY = re.compile(
    r"(?<!\d)(19\d\d|20[012]\d)([-/.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d{6})"
)


def test_no_prize_is_younger_than_its_page() -> None:
    """A newspaper of November 2013 cannot print a prize of May 2014."""

    def problems() -> Iterator[str]:
        for film in FILMS:
            for award in film.awards:
                day = DAY.search(urlsplit(award.source or "").path)
                if day and int(day[1]) < award.year:
                    yield f"{film.id}.awards: {award}, {award.source}"

    none_of(problems())


def test_every_page_is_named_once_in_a_record() -> None:
    """A page that vouches for several fields is one source."""

    def problems() -> Iterator[str]:
        for _, record in _everything():
            counts = Counter(source.url for source in record.sources)
            for url in (url for url, count in counts.items() if count > 1):
                yield f"{record.id}: {url} stands twice"

    none_of(problems())


# Sites that copy others, that anyone may write without sources, or that machines fill.
NO_SOURCES = (
    "namu.wiki tistory.com blog.naver.com kinolights.com fandom.com wikiquote.org"
)


def test_no_source_is_one_that_only_copies() -> None:
    """Pages that curation does not accept are not cited."""

    def problems() -> Iterator[str]:
        for _, record in _everything():
            for source in (*record.sources, *record.disputed):
                host = urlsplit(source.url).hostname or ""
                if any(host.endswith(name) for name in NO_SOURCES.split()):
                    yield f"{record.id}: {source.url}"

    none_of(problems())


def test_disputed_values_are_other_values() -> None:
    """What is kept as disputed names a field of the record and differs from it."""

    def problems() -> Iterator[str]:
        for kind, record in _everything():
            for disputed in record.disputed:
                if disputed.field not in FACTS[kind]:
                    yield f"{record.id}: {disputed.field} is no field in dispute"
                    continue
                value = getattr(record, disputed.field, None)
                if str(value) == str(disputed.value):
                    yield f"{record.id}.{disputed.field}: {value} is not disputed"

    none_of(problems())


# Kept from cinemas by the censor, shown on campuses instead, or long at festivals.
HELD_BACK = {
    "end-of-winter-2014",
    "jagko-1980",
    "rainy-days-1979",
    "the-night-before-strike-1990",
    "a-moment-to-die-for-1990",
}


def test_films_are_released_in_their_year_or_soon_after() -> None:
    """The first screening is never after the release, and seldom long before."""

    def problems() -> Iterator[str]:
        for film in FILMS:
            if film.release_date is None or film.id in HELD_BACK:
                continue
            # Independent films may wait for years for a distributor.
            wait = film.release_date.year - film.year
            if not 0 <= wait <= 3:
                yield f"{film.id}.release_date: {film.release_date}, year {film.year}"

    none_of(problems())


def test_admissions_say_what_they_count() -> None:
    """Early national counts exist only for the great hits; scopes are plausible."""

    def problems() -> Iterator[str]:
        for film in FILMS:
            if film.admissions is None:
                continue
            national = film.admissions.scope == "national"
            if film.year >= 2011 and not national:
                yield f"{film.id}.admissions: Seoul only, though all are counted"
            if film.year < 1999 and national:
                yield f"{film.id}.admissions: national, though nobody counted"
            if film.admissions.count > 18_000_000 or film.admissions.count < 1000:
                yield f"{film.id}.admissions: {film.admissions}"

    none_of(problems())


def test_ten_million_is_ten_million() -> None:
    """The honour and the national count agree."""
    for film in FILMS:
        listed = "ten-million" in [honour.list for honour in film.honours]
        counted = film in kcinema.films(admissions=(10_000_000, None))
        assert listed == counted, film.id


def test_the_lists_by_admissions_are_complete_and_in_order() -> None:
    """Who is in them follows from the counts, and so does the order."""
    bounds: dict[str, tuple[int, int | None]] = {
        "five-million": (5_000_000, 9_999_999),
        "ten-million-club": (10_000_000, None),
    }
    for id_, bound in bounds.items():
        counted = kcinema.films(admissions=bound).sorted_by("-admissions")
        assert kcinema.collection(id_).films == counted, id_


def test_ranks_of_a_list_are_shared_as_lists_share_them() -> None:
    """After two at one place the next place is left out."""
    ranks: dict[str, list[int]] = {}
    for film in FILMS:
        for honour in film.honours:
            if honour.rank:
                ranks.setdefault(honour.list, []).append(honour.rank)
    for name, found in ranks.items():
        none_of(
            f"{name}: rank {rank}"
            for rank in found
            if sum(other < rank for other in found) >= rank
        )


def test_awards_are_given_after_the_film() -> None:
    """A ceremony is in the film's year or the years after it.

    The Grand Bell, a prize of the state for most of its history, also judged films
    that had not opened yet.
    """

    def problems() -> Iterator[str]:
        for film in FILMS:
            for award in film.awards:
                earliest = film.year - (award.body == "grand-bell")
                shown = film.release_date.year if film.release_date else film.year
                if not earliest <= award.year <= shown + 3:
                    yield f"{film.id}.awards: {award}"
            if len(set(film.awards)) != len(film.awards):
                yield f"{film.id}.awards: one stands twice"

    none_of(problems())


def test_directors_live_before_and_while_they_work() -> None:
    """Birth, first feature, films and death come in that order."""

    def problems() -> Iterator[str]:
        for director in DIRECTORS:
            born, died = director.born, director.died
            first = director.debut.year if director.debut else None
            # A debut is a first feature: the one short documentary does not count.
            features = director.films.where(runtime=(40, None)) or director.films
            years = [film.year for film in features]
            if born and not 18 <= min(*years, first or 9999) - born.year <= 65:
                yield f"{director.id}.born: {born}, first film {min(years)}"
            if first and first > min(years):
                yield f"{director.id}.debut: {first}, first film here {min(years)}"
            if died and max(years) > died.year + 1:
                yield f"{director.id}.died: {died}, last film {max(years)}"

    none_of(problems())


def test_one_person_has_one_spelling() -> None:
    """An actor's name is the same in every film. Namesakes are listed."""
    namesakes = {
        "황정민",  # the actor of The Wailing and the actress of Save the Green Planet!
        "김선영",  # an actress of 1949 and one of today
        "박지훈",  # an actress of the 1980s and a singer of today
        "김지수",  # an actress of the 1960s and one of today
        "김금순",  # a shaman and an actress
        "이윤지",  # a girl's voice and an actress
        "이재준",  # an actor and a boy
        "조윤희",  # an actress of Hong Sang-soo's films and one of series
        "김수현",  # an actress of independent films and a star of series
        "박지현",  # an actress of Gonjiam and one of independent films
        "김성령",  # an actress of independent films and one of series
        "이영애",  # an actress of 1948 and one of today
    }
    spellings: dict[str, set[str]] = {}
    for film in FILMS:
        for credit in film.cast:
            if credit.name and credit.name_ko:
                spellings.setdefault(credit.name_ko, set()).add(credit.name)

    none_of(
        f"{name}: {sorted(found)}"
        for name, found in spellings.items()
        if len(found) > 1 and name not in namesakes
    )


# Where the romanizer and the rules differ: ㄱ, ㄷ, ㅂ before ㅎ keep the h inside nouns
# and lose it in verbs (Revised Romanization, rule 3.1.4), a single ㄹ stays single, a
# compound may sound an ㄴ before 여 (3.1.2), and place names have their official form.
ROMANIZED = {
    # Numbers are spelled out as they are read.
    "10-minutes-2013": "sipbun",
    "20th-century-girl-2022": "isipsegisonyeo",
    "a-boy-and-sungreen-2018": "bohuiwanogyang",
    "alienoid-2022": "oegyeinilbu",
    "alienoid-return-to-the-future-2024": "oegyeinibu",
    "an-old-lady-2019": "yuksipguse",
    "christmas-in-august-1998": "parworuikeuriseumaseu",
    "kim-ji-young-born-1982-2019": "palsibinyeonsaenggimjiyeong",
    "miracle-in-cell-no-7-2013": "chilbeonbanguiseonmul",
    "the-final-semester-2024": "samhangnyeonihakgi",
    "the-unforgiven-2005": "yongseobatjimotanja",
    "trio-1997": "saminjo",
    "wall-to-wall-2025": "palsipsajegommiteo",
    "park-hwa-young-2017": "bakhwayeong",
    "a-midsummers-fantasia-2014": "hannyeoreumuipantajia",
    "a-travelers-needs-2024": "yeohaengjauipiryo",
    "architecture-101-2012": "geonchukhakgaeron",
    "extreme-job-2019": "geukhanjigeop",
    "like-you-know-it-all-2009": "jalaljidomotamyeonseo",
    "oyster-village-1972": "seokhwachon",
    "peppermint-candy-1999": "bakhasatang",
    "secret-sunshine-2007": "miryang",
    "anarchist-from-colony-2017": "bakyeol",
    "the-flower-in-hell-1958": "jiokhwa",
    "the-last-princess-2016": "deokhyeongju",
    "when-a-woman-breaks-her-jewel-box-1971": "okhabeulkkaetteurilttae",
}


def test_romanizations_follow_the_rules() -> None:
    """An independent romanizer reads every Korean title the same way."""

    def letters(text: str) -> str:
        return re.sub(r"[^a-z0-9]", "", text.lower())

    def problems() -> Iterator[str]:
        for film in FILMS:
            found = letters(film.romanized or "")
            expected = ROMANIZED.get(film.id, letters(romanize(film.title_ko)))
            if found != expected:
                yield f"{film.id}.romanized: {film.romanized}, by rule {expected}"

    none_of(problems())
    by_rule = {id_: letters(romanize(kcinema.film(id_).title_ko)) for id_ in ROMANIZED}
    for id_, exception in ROMANIZED.items():
        assert by_rule[id_] != exception, f"{id_} needs no exception any more"


# Prose --------------------------------------------------------------------------------


def _prose() -> Iterator[tuple[str, str, int, int]]:
    """Every text of ours: where it stands, and how many words it may have."""
    for film in FILMS:
        yield f"{film.id}.logline", film.logline or "", 5, 40
        yield f"{film.id}.note", film.note or "", 40, 90
    for director in DIRECTORS:
        yield f"{director.id}.bio", director.bio or "", 40, 90
    for item in COLLECTIONS:
        yield f"{item.id}.summary", item.summary or "", 4, 60
        yield f"{item.id}.criterion", item.criterion or "", 8, 60
        for entry in item.own_entries:
            yield f"{item.id}/{entry.film}.reason", entry.reason, 6, 30


def test_every_text_is_there_and_of_its_length() -> None:
    """Loglines, notes, bios and reasons keep to their number of words."""
    none_of(
        f"{where}: {_words(text)} words, wants {low} to {high}"
        for where, text, low, high in _prose()
        if not low <= _words(text) <= high
    )
    none_of(
        f"{film.id}.logline: {len(film.logline or '')} characters"
        for film in FILMS
        if len(film.logline or "") > 160
    )


def test_loglines_are_one_sentence() -> None:
    """A logline ends once."""
    none_of(
        f"{film.id}.logline: {film.logline}"
        for film in FILMS
        if re.findall(r"[.?!](?!\d)", film.logline or "") != ["."]
        or not (film.logline or "").endswith(".")
    )


def test_no_sentence_is_written_twice() -> None:
    """Every sentence of ours stands in one place only."""
    seen: dict[str, str] = {}

    def problems() -> Iterator[str]:
        for where, text, _, _ in _prose():
            if where.endswith((".criterion", ".summary")):
                continue
            for sentence in re.split(r"(?<=[.?!]) ", text):
                key = sentence.casefold()
                if key in seen and _words(sentence) > 3:
                    yield f"{where} repeats {seen[key]}: {sentence}"
                seen[key] = where

    none_of(problems())


def test_no_empty_words() -> None:
    """Nothing is praised in words that no reader could check."""
    none_of(
        f"{where}: {found.group()}"
        for where, text, _, _ in _prose()
        for found in re.finditer(rf"\b({EMPTY_WORDS})\b", text, re.IGNORECASE)
    )


PRIZED = "prizes?|awards?|won|jury|Grand Bell|Blue Dragon|Baeksang|Oscars?|admissions"
# Titles that are questions themselves.
ASKING = ("Far from Heaven?", "East?", "Workers or Not?", "Where Is Mr. President?")


def test_punctuation_is_plain() -> None:
    """No dashes for drama, no rhetorical questions, no double spaces."""
    none_of(
        f"{where}: {found.group()!r}"
        for where, text, _, _ in _prose()
        for found in re.finditer(r"—|\?|!{2}|  ", text)
        if not any(title in text for title in ASKING)
    )


# Constructions that were worn out once, and the share of texts in which each may stand.
WORN = {
    "note": {
        r"\blets?\b": 0.11,
        r"\bgives?\b": 0.09,
        r"\bso that\b": 0.08,
        r"\bplain\b": 0.03,
        r"\bturns?\b": 0.15,
        r"\bhardly\b": 0.04,
        r"\bthe first\b": 0.11,
        r"[\d,]+ tickets\b": 0.0,
        # The closing sentence is about the film; its prizes stand in `awards`.
        rf"\b(?:{PRIZED})\b[^.]*[.]$": 0.03,
    },
    "reason": {
        r"\blets?\b": 0.02,
        r"\bgives?\b": 0.02,
        r"\bso that\b": 0.01,
        r"\bplain\b": 0.005,
        r"\bturns?\b": 0.035,
        r"\bhardly\b": 0.01,
        r"\bthe first\b": 0.03,
        r"[\d,]+ tickets\b": 0.025,
        # What the film is comes first, and the prize that proves it later.
        rf"^(?:\S+ ){{0,5}}(?:{PRIZED})\b": 0.03,
    },
    "bio": {r"\bturns?\b": 0.05, r"\bboth\b": 0.1},
}


@pytest.mark.parametrize("kind", WORN)
def test_no_construction_is_worn_out(kind: str) -> None:
    """Formulas do not grow back: the failure names each, and where it stands."""
    texts = {
        where: text for where, text, _, _ in _prose() if where.endswith(f".{kind}")
    }
    for pattern, share in WORN[kind].items():
        found = [where for where, text in texts.items() if re.search(pattern, text)]
        assert len(found) <= share * len(texts), (
            f"{pattern} stands in {len(found)} of {len(texts)} texts: {found[-10:]}"
        )


def test_texts_open_in_many_ways() -> None:
    """No two words open more than one text in a hundred, births apart."""
    for kind in WORN:
        texts = [text for where, text, _, _ in _prose() if where.endswith(f".{kind}")]
        openings = Counter(" ".join(text.split()[:2]) for text in texts)
        openings["Born in"] = 0
        (opening, count), *_ = openings.most_common(1)
        assert count <= max(len(texts) / 100, 16), f"{count} open with {opening!r}"


# Collections --------------------------------------------------------------------------


def test_every_film_is_in_a_collection_and_every_director_has_a_film() -> None:
    """Nothing is in the catalogue for the sake of the count."""
    none_of(film.id for film in FILMS if not film.collections)
    none_of(director.id for director in DIRECTORS if not director.films)


def test_every_theme_and_genre_is_used() -> None:
    """A theme gathers three films at least, a genre two: one film needs no word."""
    none_of(
        f"theme {theme}: {len(FILMS.where(theme=theme))}"
        for theme in kcinema.Theme
        if len(FILMS.where(theme=theme)) < 3
    )
    none_of(genre for genre in kcinema.Genre if len(FILMS.where(genre=genre)) < 2)


def test_the_showcase_is_of_a_size() -> None:
    """The promised minimum: films, directors, sections, themes, years."""
    years = [film.year for film in FILMS]

    assert len(FILMS) >= 480
    assert len(DIRECTORS) >= 250
    assert (min(years), max(years)) == (1934, 2026)
    assert len(kcinema.collections(kind="theme")) >= 15
    assert len(kcinema.collections(kind="era")) == 6
    for half in kcinema.collections(kind="half"):
        assert all(len(section) >= 8 for section in half.sections)
    for name in ("park-chan-wook", "bong-joon-ho", "lee-chang-dong"):
        assert len(kcinema.director(name).films) >= 3
    for id_ in [
        "train-to-busan-2016",
        "parasite-2019",
        "oldboy-2003",
        "my-sassy-girl-2001",
    ]:
        assert kcinema.film(id_).id == id_
