"""What a catalogue can be read from, within which limits, and where mistakes are."""

from __future__ import annotations

import gzip
import importlib.resources
import io
import json
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

import kcinema
from kcinema import Catalogue, CatalogueError
from kcinema._json import nesting, places, syntax
from kcinema._model import values
from kcinema._printable import printable

if TYPE_CHECKING:
    from pathlib import Path

HEAD = {"schema": 1, "version": "1"}
EMPTY = HEAD | {"films": [], "directors": [], "collections": []}


def _problems(source: Any, **limits: int) -> list[kcinema.Problem]:
    with pytest.raises(CatalogueError) as caught:
        kcinema.load(source, **limits)
    return list(caught.value.problems)


# Sources ------------------------------------------------------------------------------


def test_a_catalogue_comes_from_whatever_can_be_read(
    small: Catalogue, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A path, a file open for bytes or text, bytes, and a file in a package."""
    path = tmp_path / "shelf" / "mine.json"
    path.parent.mkdir()
    (path.parent / "__init__.py").touch()
    small.save(path)
    monkeypatch.syspath_prepend(tmp_path)
    archive = tmp_path / "mine.zip"
    with zipfile.ZipFile(archive, "w") as file:
        file.write(path, "mine.json")
    data = path.read_bytes()

    assert kcinema.load(str(path)) == small
    assert kcinema.load(path) == small
    with path.open("rb") as file_of_bytes, path.open(encoding="utf-8") as file_of_text:
        assert kcinema.load(file_of_bytes) == small
        assert kcinema.load(file_of_text) == small
    for found in (data, bytearray(data), memoryview(data)):
        assert kcinema.load(found) == small
    assert kcinema.load(io.BytesIO(data)) == small
    resource = importlib.resources.files("shelf").joinpath("mine.json")
    assert kcinema.load(resource) == small
    assert kcinema.load(zipfile.Path(archive, "mine.json")) == small


class _Slow(io.BytesIO):
    """A file that gives one part after the other, as a network does."""

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(min(size or 0, 100))


def test_a_file_may_come_in_parts(small: Catalogue) -> None:
    """A read that gives less than was asked for is not the end."""
    assert kcinema.load(_Slow(small._text().encode())) == small


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
def test_marks_and_compression_are_seen_by_the_first_bytes(
    small: Catalogue, mark: bytes, *, packed: bool
) -> None:
    """An editor's byte order mark, and gzip whatever the file is called."""
    data = mark + small._text().encode()

    assert kcinema.load(gzip.compress(data) if packed else data) == small


def test_what_cannot_be_read_is_a_type_error() -> None:
    """The message says what can be."""
    with pytest.raises(TypeError, match=r"a path, an open file, bytes .* not int"):
        kcinema.load(5)  # type: ignore[arg-type]


def test_an_error_names_the_file_that_was_open(tmp_path: Path) -> None:
    """Also where only the open file was given; without a name it is just the file."""
    path = tmp_path / "mine.json"
    path.write_text("[]")

    with path.open() as file, pytest.raises(CatalogueError, match=r"in .*mine\.json:"):
        kcinema.load(file)
    with pytest.raises(CatalogueError, match="in the file:"):
        kcinema.load(io.StringIO("[]"))
    with pytest.raises(CatalogueError, match="in the bytes:"):
        kcinema.load(b"[]")


# Limits -------------------------------------------------------------------------------


def test_no_more_is_read_than_allowed() -> None:
    """A file of any size, or without end, is read up to the limit."""

    class Endless(io.RawIOBase):
        taken = 0

        def read(self, size: int = -1, /) -> bytes:
            self.taken += size
            return b" " * size

    endless = Endless()
    (problem,) = _problems(endless, max_size=1000)

    assert problem.expected == "at most 1,000 bytes (max_size)"
    assert endless.taken == 1001
    data = json.dumps(EMPTY).encode()
    assert kcinema.load(data, max_size=len(data)).version == "1"


def test_no_more_is_unpacked_than_allowed() -> None:
    """A small file that would be a huge one is refused in good time."""
    packed = gzip.compress(b" " * 10_000_000)

    (problem,) = _problems(packed, max_size=len(packed))

    assert problem.expected.endswith("bytes (max_size) when unpacked")


@pytest.mark.parametrize(
    ("damage", "found"),
    [
        (lambda packed: packed[:-9], "one that is cut off"),
        (lambda packed: packed[:15] + b"\xff" * 9 + packed[15:], "one that is damaged"),
        (lambda packed: packed + b"[]", "something after its end"),
        (lambda packed: packed + packed, "something after its end"),
    ],
    ids=["cut", "damaged", "more", "twice"],
)
def test_a_damaged_gzip_file_says_so(small: Catalogue, damage: Any, found: str) -> None:
    """Not with an error of the module that unpacks."""
    (problem,) = _problems(damage(gzip.compress(small._text().encode())))

    assert problem.found == found


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("[" * 33, True),
        ("[" * 33 + "]" * 33, True),
        ("[" * 32 + "]" * 32, False),
        ('{"a":' * 33 + "1" + "}" * 33, True),
        ("[" + "[]," * 100 + "[]]", False),
        ("[" * 100_000 + "]" * 100_000, True),
        ('["]",' * 40 + "1" + ',"["]' * 40, True),
        ('["' + "[" * 99 + '"]', False),
        (r'["\"' + "[" * 99 + r'\\"]', False),
        ("[" * 20 + "}" + "[" * 99, False),
        ("]" + "[" * 20, False),
        ('["' + "[" * 99, False),
    ],
)
def test_depth_is_that_of_lists_and_objects(text: str, *, refused: bool) -> None:
    """Brackets in texts do not count; what is too deep is never parsed."""
    (problem, *_) = _problems(text.encode())

    assert (problem.found == "a document nested deeper") is refused


def test_a_parser_at_the_end_of_its_stack_is_no_other_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where little of the stack is left, the parser gives up before the limit."""

    def loads(*_: object, **__: object) -> None:
        raise RecursionError

    monkeypatch.setattr(json, "loads", loads)

    assert _problems(b"[]")[0].found == "a document nested deeper"


def test_so_many_problems_are_listed_as_asked_for() -> None:
    """The first ones, and a word that there are more."""
    text = json.dumps(EMPTY | {"films": [{}] * 1000})

    with pytest.raises(CatalogueError, match=r"^more than 100 problems in") as caught:
        kcinema.load(text.encode())

    assert len(caught.value.problems) == 100
    assert not caught.value.complete
    assert str(caught.value).endswith("\n  ...")
    assert len(_problems(text.encode(), max_problems=7)) == 7
    assert len(_problems(text.encode(), max_problems=10_000)) == 4000


def test_a_list_of_mistakes_is_cut_short() -> None:
    """Whoever sends a million wrong words does not get a million hints."""
    film = {"id": "a", "title": "A", "title_ko": "A", "year": 1990}
    text = json.dumps(EMPTY | {"films": [film | {"genres": ["x"] * 1000}]})

    found = _problems(text.encode(), max_problems=5000)

    assert len(found) == 101
    assert found[-1].path == "films[0].genres"
    assert found[-1].found == "over 100 items like these"
    many = json.dumps(EMPTY | {"films": [film | {f"key{n}": 1 for n in range(1000)}]})
    assert len(_problems(many.encode(), max_problems=5000)) == 100


@pytest.mark.parametrize("name", ["max_size", "max_depth", "max_problems"])
@pytest.mark.parametrize("value", [0, -1, "5", True, None, 1.0])
def test_a_limit_is_a_whole_number(name: str, value: Any) -> None:
    """Anything else is named."""
    with pytest.raises(kcinema.InvalidQueryError, match=f"^{name}: expected a whole"):
        kcinema.load(b"", **{name: value})


# Text ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-16", "text in UTF-16"),
        ("utf-16-le", "text in UTF-16 or UTF-32, or no text at all"),
        ("utf-32", "text in UTF-32"),
        ("cp949", "perhaps of text in EUC-KR (CP949)"),
        ("latin-1", "the byte 0xe9 at offset "),
    ],
)
def test_another_encoding_is_named(encoding: str, found: str) -> None:
    """And the one to choose when saving the file."""
    word = "é" if encoding == "latin-1" else "기생충"
    text = json.dumps(EMPTY | {"version": word}, ensure_ascii=False)

    (problem,) = _problems(text.encode(encoding))

    assert "UTF-8" in problem.expected
    assert found in problem.found


def test_a_letter_that_is_cut_off_is_named() -> None:
    """The file ends within a letter: it is not all there."""
    (problem,) = _problems('\n\n{"version": "기'.encode()[:-1])

    assert problem.found.endswith("where a letter is cut off")
    assert problem.line == 3


def test_a_file_opened_with_the_wrong_encoding_says_so(tmp_path: Path) -> None:
    """What Python cannot decode is an error of the catalogue's file too."""
    path = tmp_path / "mine.json"
    path.write_text("기생충", encoding="utf-8")

    with path.open(encoding="ascii") as file:
        (problem,) = _problems(file)

    assert problem.expected == "text in ascii"
    assert "open the file with encoding='utf-8'" in problem.found


def test_a_lone_surrogate_in_an_open_file_is_refused() -> None:
    """A text in memory may have what no file in UTF-8 can."""
    (problem,) = _problems(io.StringIO('{"version": "\ud800"}'))

    assert "text in UTF-8" in problem.expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"a": 1,}', "a comma before the closing }, at column 8"),
        ("[1,\n 2, ]", "a comma before the closing ], at column 3"),
        ("{'a': 1}", "a single quotation mark in place of a double one"),
        ("{“a”: 1}", "a curly quotation mark in place of a straight one"),
        ("{\n// A comment\n}", "a comment, which JSON does not have"),
        ("# A comment\n{}", "a comment, which JSON does not have"),
        ('{"a": "b}', "a text without a quotation mark at its end"),
        ('{"a": "b\nc"}', "a line break or another control character"),
        ('{"a": "C:\\d"}', "a backslash that is not doubled"),
        ('{"a": "\\u12"}', "a backslash that is not doubled"),
        ("{} {}", "something after the end of the document"),
        ('{"a": 1 "b": 2}', 'no comma before "b"'),
        ("[1 true]", 'no comma before "true"'),
        ('{"a" 1}', 'no colon before "1"'),
        ("[nil]", '"nil", which is no value or key here'),
        ('{"a": \x1b}', '"\\u001b", which is no value or key here'),
        ('{"a": ', "the end of the file, too early"),
        ("[1,", "the end of the file, too early"),
        ("", "the end of the file, too early"),
        (" \n ", "the end of the file, too early"),
    ],
)
def test_broken_json_is_explained(text: str, found: str) -> None:
    """In the words of whoever typed it, the same under every Python."""
    (problem,) = _problems(text.encode())

    assert problem.expected == "a JSON document"
    assert found in problem.found


def test_the_line_of_broken_json_is_that_of_the_comma() -> None:
    """The mistake is there, whichever bracket shows it."""
    (problem,) = _problems(b'{\n"a": 1,\n\n}')
    (missing,) = _problems(b'{\n"a": 1\n\n"b": 2}')

    assert problem.line == 2
    assert missing.line == 2


# Values -------------------------------------------------------------------------------

FILM = {"id": "a", "title": "A", "title_ko": "A", "year": 1990}


def _film(**values: Any) -> bytes:
    return json.dumps(EMPTY | {"films": [FILM | values]}).encode()


@pytest.mark.parametrize(
    "number", ["1e999", "-1e-999", "1" * 5000, "12.50", "NaN", "-Infinity", "1E3"]
)
def test_a_number_is_shown_as_it_is_written(number: str) -> None:
    """Whatever its size, and however Python would have read it."""
    text = _film(runtime=0).replace(b": 0", f": {number}".encode())

    (problem,) = _problems(text)

    assert problem.path == "films[0].runtime"
    assert problem.found.startswith(number[:60])
    assert len(problem.found) < 100


UNFIT = (
    "\x00\x1b\x7f\x85\x9b\u2028\u2029\u202a\u202e\u2066\u2069\u200e\u200f\u061c\ufeff"
)


@pytest.mark.parametrize("mark", UNFIT, ids=lambda mark: f"U+{ord(mark):04X}")
def test_no_text_has_what_a_terminal_would_act_on(mark: str) -> None:
    """Control characters, escape sequences, turns of direction: in no field."""
    text = f"a{mark}[31mb"
    fields: dict[str, Any] = {
        "title": text,
        "aliases": [text],
        "cast": [{"name": text}],
        "sources": [{"url": f"https://a/{text}", "supports": [text], "seen": "2020"}],
        "disputed": [{"field": text, "value": text, "url": f"https://a/{text}"}],
    }
    found = _problems(_film(**fields))

    assert [problem.path for problem in found] == [
        "films[0].title",
        "films[0].aliases[0]",
        "films[0].cast[0].name",
        "films[0].sources[0].url",
        "films[0].sources[0].supports[0]",
        "films[0].disputed[0].field",
        "films[0].disputed[0].value",
        "films[0].disputed[0].url",
    ]


@pytest.mark.parametrize("mark", UNFIT, ids=lambda mark: f"U+{ord(mark):04X}")
def test_no_message_has_what_a_terminal_would_act_on(mark: str) -> None:
    """Whatever stands in a file, and wherever, it is printed as an escape."""
    odd = f"a{mark}b"
    for value in (
        odd,
        {odd: 1},
        EMPTY | {odd: 1},
        EMPTY | {"version": odd},
        EMPTY | {"films": [{"id": odd, odd: odd}]},
        EMPTY | {"films": [FILM | {"directors": [odd], "genres": [odd]}]},
    ):
        with pytest.raises(CatalogueError) as caught:
            kcinema.load(json.dumps(value).encode())
        assert str(caught.value).replace("\n", "").isprintable()
    twice = json.dumps({odd: {"x": 1, "y": 2}}).replace('"y"', '"x"')
    with pytest.raises(CatalogueError) as caught:
        kcinema.load(twice.encode())
    assert "'x' twice" in str(caught.value)
    assert str(caught.value).replace("\n", "").isprintable()


def test_what_is_printable_stays_as_it_is() -> None:
    """Only what is not shown is escaped, as JSON does it."""
    assert printable("기생충 “x”") == "기생충 “x”"
    assert json.loads(f'"{printable(chr(0x1F) + chr(0xE0001))}"') == "\x1f\U000e0001"


def test_an_id_of_any_length_is_no_part_of_a_message() -> None:
    """What is too long to be shown is left out."""
    (problem, *_) = _problems(_film(id="A" * 1000))

    assert problem.id is None
    assert len(str(problem)) < 200
    (problem, *_) = _problems(_film(**{"k" * 1000: 1}))
    assert len(str(problem)) < 200


def test_a_schema_key_is_welcome() -> None:
    """Editors complete and check a file that names its schema."""
    named = EMPTY | {"$schema": "https://example.org/catalogue.schema.json"}

    assert kcinema.load(json.dumps(named).encode()).version == "1"
    (problem,) = _problems(json.dumps(EMPTY | {"$schema": 5}).encode())
    assert (problem.path, problem.expected) == ("$schema", "a text")


# Lines --------------------------------------------------------------------------------


def test_a_mistake_has_the_line_of_its_value(tmp_path: Path) -> None:
    """A wrong genre in the 312th of 500 films, two bad dates, one missing director."""
    films: list[dict[str, Any]] = [
        {
            "id": f"film-{n}-1990",
            "title": f"Film {n}",
            "title_ko": f"영화 {n}",
            "year": 1990,
            "release_date": "1990-05-01",
            "directors": ["kim-one"],
            "genres": ["drama", "thriller"],
        }
        for n in range(1, 501)
    ]
    films[311]["genres"][1] = "thriler"
    films[7]["release_date"] = "1990-02-30"
    films[400]["release_date"] = "1 May 1990"
    films[450]["directors"] = ["kim-on"]
    path = tmp_path / "mine.json"
    directors = [{"id": "kim-one", "name": "Kim One"}]
    text = json.dumps(EMPTY | {"films": films, "directors": directors}, indent=2)
    path.write_text(text, encoding="utf-8")
    lines = text.split("\n")

    with pytest.raises(CatalogueError) as caught:
        kcinema.load(path)

    message = str(caught.value).splitlines()
    assert len(message) == 5
    assert max(map(len, message[1:])) < 160
    wrong = ("1990-02-30", "thriler", "1 May 1990", "kim-on")
    for problem, value in zip(caught.value.problems, wrong, strict=True):
        assert problem.line is not None
        assert f'"{value}"' in lines[problem.line - 1]
        assert value in problem.found
    assert [problem.expected for problem in caught.value.problems] == [
        "a date that there is in the calendar",
        "a word of Genre (perhaps 'thriller')",
        "a date of the form YYYY-MM-DD",
        "the id of a director in this catalogue (perhaps 'kim-one')",
    ]


def test_what_is_missing_has_the_line_of_what_lacks_it() -> None:
    """An unknown key has its own; of duplicate keys it is the last one's."""
    text = """{"schema": 1, "version": "1",
"directors": [], "collections": [
],
"films": [
  {
    "id": "a", "a": 1,
    "b c": [{},
      {"id": 1, "id": 2}],
    "year": 1990
  }]}"""
    found = {(problem.line, problem.found) for problem in _problems(text.encode())}

    assert found == {
        (5, "none"),
        (6, "the key 'a'"),
        (7, "the key 'b c'"),
        (8, "the key 'id' twice"),
    }


@pytest.mark.parametrize(
    "path", ["films[0].year", "$schema", 'a["b.c[0]"].d', 'a["\\"]"][3]', "a-b"]
)
def test_a_path_is_put_together_as_it_is_taken_apart(path: str) -> None:
    """Any key has a place, whatever it looks like."""
    steps = places.steps(path)
    again = ""
    for step in steps:
        again = f"{again}[{step}]" if type(step) is int else places.joined(again, step)  # type: ignore[arg-type]

    assert again == path
    assert places.steps("$") == ()


def test_lines_of_nothing_are_nothing() -> None:
    """A document is not walked through without a reason."""
    assert places.lines(" []", []) == []
    assert places.lines("\n []", [(), ("a",), (0,)]) == [2, 2, 2]


# Nesting ------------------------------------------------------------------------------


def _nested(sections: dict[str, list[str]]) -> dict[str, Any]:
    items = [
        {"id": id_, "title": id_, "sections": below} for id_, below in sections.items()
    ]
    return EMPTY | {"collections": items}


def test_circles_are_told_from_what_leads_to_them() -> None:
    """Each collection in a circle is named, and no other."""
    sections = {
        "a": ["b"],
        "b": ["c", "d"],
        "c": ["b"],
        "d": [],
        "e": ["e"],
        "f": ["a"],
    }

    assert nesting.circles(sections) == {"b", "c", "e"}
    found = _problems(json.dumps(_nested(sections)).encode())
    assert [problem.found for problem in found] == [
        "'b' below itself",
        "'c' below itself",
        "'e' below itself",
    ]


def test_a_chain_of_collections_has_an_end() -> None:
    """Levels are limited, so that a question never calls itself too often."""
    chain = {f"c{n}": [f"c{n + 1}"] for n in range(nesting.DEEPEST)}
    chain[f"c{nesting.DEEPEST}"] = []
    found = kcinema.load(json.dumps(_nested(chain)).encode())
    assert len(found.collection("c0")) == 0

    longer = {f"c{n}": [f"c{n + 1}"] for n in range(5000)} | {"c5000": []}
    (problem, *_) = _problems(json.dumps(_nested(longer)).encode())
    assert problem.expected == "at most 8 levels of sections below each other"


def test_sections_that_share_sections_are_not_counted_out() -> None:
    """A lattice has far more ways through it than collections."""
    wide = {
        f"c{level}-{n}": [f"c{level + 1}-{m}" for m in range(30)] if level < 8 else []
        for level in range(9)
        for n in range(30)
    }
    catalogue = kcinema.load(json.dumps(_nested(wide)).encode())

    assert len(catalogue.collections()) == 270
    assert len(catalogue.collection("c0-0").entries) == 0
    assert len(catalogue.collection("c0-0").films) == 0


def test_the_parser_is_not_asked_for_a_number_of_any_length() -> None:
    """It would take a time that grows with the square of the digits."""
    assert isinstance(syntax._whole("9" * 100), values.Numeral)
    assert syntax._whole("-12") == -12
