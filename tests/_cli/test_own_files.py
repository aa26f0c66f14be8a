"""Files of one's own on the command line: validate, diff, new, and overlays."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import kcinema
from kcinema import Catalogue
from kcinema._cli import skeleton
from kcinema._cli.options import SKELETONS

MALFORMED = Path(__file__).parents[1] / "_json/malformed"
OVERLAY: dict[str, Any] = {
    "overlay": 1,
    "version": "over",
    "films": [
        {
            "id": "new-film-2020",
            "title": "New Film",
            "title_ko": "새 영화",
            "year": 2021,
            "directors": ["bong-joon-ho"],
        }
    ],
}


@pytest.fixture(name="overlay")
def _overlay(tmp_path: Path) -> Path:
    """An overlay of the packaged catalogue in a file, with one thing to doubt."""
    path = tmp_path / "overlay.json"
    path.write_text(json.dumps(OVERLAY, indent=1), encoding="utf-8")
    return path


def _doubtful(small: Catalogue, path: Path, times: int = 1) -> Path:
    """Write the small catalogue with directors that directed nothing."""
    more = [
        kcinema.Director(id=f"park-{n}", name=f"Park {n}") for n in range(1, times + 1)
    ]
    Catalogue(
        films=small.films(), directors=[*small.directors(), *more], version="doubtful"
    ).save(path)
    return path


def test_warnings_have_code_path_and_line_and_are_no_failure(
    run: Any, small: Catalogue, tmp_path: Path
) -> None:
    """The status says that the file can be read."""
    path = _doubtful(small, tmp_path / "doubtful.json")
    lines = path.read_text("utf-8").split("\n")

    status, out, err = run("validate", path)
    _, as_json, _ = run("validate", path, "--json")

    assert (status, err) == (0, "")
    head, line = out.splitlines()
    assert head.startswith(f"{path}: no errors, 1 warning; version doubtful (2 films")
    assert "W12 directors[2] (park-1): expected a director of a film" in line
    (warning,) = json.loads(as_json)
    assert warning["code"] == "W12"
    assert lines[warning["line"]].strip() == '"id": "park-1",'


def test_no_more_is_listed_than_asked_for(
    run: Any, small: Catalogue, tmp_path: Path
) -> None:
    """Of errors and of warnings."""
    path = _doubtful(small, tmp_path / "doubtful.json", 5)

    _, out, _ = run("validate", path, "--limit", 2)
    _, as_json, _ = run("validate", path, "--limit", 2, "--json")
    status, errors, _ = run("validate", MALFORMED / "wrong-types.json", "--limit", 2)

    assert "no errors, 5 warnings" in out
    assert len(out.splitlines()) == 4
    assert out.endswith("\n  ...\n")
    assert len(json.loads(as_json)) == 2
    assert status == 1
    assert errors.startswith("more than 2 problems in ")


def test_errors_have_lines_for_programs_too(run: Any) -> None:
    """An editor can go there."""
    _, out, _ = run("validate", MALFORMED / "wrong-types.json", "--json")

    assert [problem["line"] for problem in json.loads(out)] == [7, 9, 16, 17]
    assert {problem["code"] for problem in json.loads(out)} == {None}


def test_an_overlay_is_checked_over_a_catalogue(
    run: Any, overlay: Path, mine: Path
) -> None:
    """The packaged one, unless another is given; only new warnings are shown."""
    status, out, _ = run("validate", overlay)

    assert status == 0
    assert "no errors, 1 warning" in out
    assert "W04" in out
    status, out, _ = run("validate", overlay, "--catalogue", mine)
    assert status == 1
    assert "line 11: films[0].directors[0] (new-film-2020)" in out


def test_commands_work_on_an_overlay(run: Any, overlay: Path) -> None:
    """It lies over the packaged catalogue."""
    status, out, _ = run("show", "new-film-2020", "--catalogue", overlay)

    assert status == 0
    assert "봉준호" in out
    assert run("parasite-2019", "--catalogue", overlay)[0] == 0


def test_a_difference_is_text_or_json_and_a_status(
    run: Any, mine: Path, overlay: Path
) -> None:
    """0 where nothing differs, 1 where something does, as of other such programs."""
    same = run("diff", mine, mine)
    status, out, err = run("diff", overlay)
    _, as_json, _ = run("diff", overlay, "--json")

    assert same == (0, "no difference between small and small\n", "")
    assert (status, err) == (1, "")
    assert out.splitlines()[1:] == ["- film new-film-2020: New Film (2021)"]
    assert json.loads(as_json)["removed"][0]["id"] == "new-film-2020"
    assert run("diff", mine, overlay)[0] == 1


def test_what_cannot_be_compared_is_one_line(run: Any, mine: Path) -> None:
    """Which file it is, and how to see more."""
    broken = MALFORMED / "wrong-types.json"

    for arguments in (["diff", mine, broken], ["diff", broken, mine]):
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        assert (
            err
            == f"kcinema: 4 problems in {broken} (see `kcinema validate {broken}`)\n"
        )


# New ----------------------------------------------------------------------------------

FILLED: dict[str, dict[str, Any]] = {
    "film": {
        "id": "my-film-2020",
        "title": "My Film",
        "title_ko": "내 영화",
        "year": 2020,
        "directors": ["kim-mine"],
    },
    "director": {"id": "kim-mine", "name": "Kim Mine"},
    "collection": {"id": "mine", "title": "Mine"},
}


def _uncommented(out: str) -> Any:
    lines = [line for line in out.splitlines() if not line.lstrip().startswith("//")]
    return json.loads("\n".join(lines))


def test_skeletons_uncommented_and_filled_make_a_catalogue(
    run: Any, tmp_path: Path
) -> None:
    """What `kcinema new` prints, put together, is a file that validates."""
    whole = _uncommented(run("new", "catalogue")[1])
    for kind, values in FILLED.items():
        skeleton = _uncommented(run("new", kind)[1])
        assert skeleton.keys() >= values.keys()
        whole[f"{kind}s"] = [skeleton | values]
    path = tmp_path / "mine.json"
    path.write_text(json.dumps(whole), encoding="utf-8")

    status, out, _ = run("validate", path)

    assert (status, "W13" in out, out.count("\n")) == (0, True, 2)


@pytest.mark.parametrize("kind", SKELETONS)
def test_a_skeleton_without_comments_is_json(run: Any, kind: str) -> None:
    """The same one, for programs; what is not filled in is not there yet."""
    status, out, _ = run("new", kind)

    assert status == 0
    assert json.loads(run("new", kind, "--json")[1]) == _uncommented(out)
    assert max(map(len, out.splitlines())) <= 100


@pytest.mark.parametrize("kind", FILLED)
def test_a_skeleton_has_every_field_with_a_comment(run: Any, kind: str) -> None:
    """What a field is, and what it may be, stands above it."""
    out = run("new", kind)[1].splitlines()
    cls = getattr(kcinema, kind.capitalize())

    keys = [*_uncommented("\n".join(out))]
    assert keys == [*cls.from_dict(FILLED[kind]).to_dict()]
    for key in keys:
        (at,) = [n for n, line in enumerate(out) if line.startswith(f'  "{key}":')]
        assert out[at - 1].endswith(".")
        assert skeleton.is_comment(out[at - 1])


def test_an_empty_overlay_and_catalogue_are_valid(run: Any, tmp_path: Path) -> None:
    """Before anything is filled in, and with the address of their schema."""
    for kind in ("catalogue", "overlay"):
        path = tmp_path / f"{kind}.json"
        path.write_text(run("new", kind)[1], encoding="utf-8")
        assert run("validate", path)[0] == 0
        address = json.loads(path.read_text("utf-8"))["$schema"]
        assert address.endswith(f"/{kind}.schema.json")


def test_what_cannot_be_begun_is_named(run: Any) -> None:
    """With what was perhaps meant."""
    status, _, err = run("new", "flim")

    assert status == 2
    assert err == "kcinema: new: 'flim' is nothing to begin. Did you mean 'film'?\n"
