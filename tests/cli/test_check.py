"""``brief-tui check``: what is wrong, where, and what the exit code says of it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

FAULTY = """\
id: faulty
title: A briefing with faults
claims:
  - id: one
    text: Something was said.
    speaker: desk
    source: desk
    speeker: nobody
    voice: raported
sources: {id: desk, name: The desk}
"""

CAUTIOUS = """\
id: cautious
title: A briefing to be careful with
claims:
  - id: one
    text: Something was said by nobody in particular.
    voice: reported
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    path = tmp_path / "faulty.yaml"
    path.write_text(FAULTY, encoding="utf-8")
    return path


@pytest.fixture
def cautious(tmp_path: Path) -> Path:
    path = tmp_path / "cautious.yaml"
    path.write_text(CAUTIOUS, encoding="utf-8")
    return path


def test_a_sound_briefing_is_passed_over_in_silence_on_stdout(run: Run, talks: Path) -> None:
    outcome = run("check", talks, "--strict")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "1 briefing checked: no problems\n"


def test_each_problem_names_its_place_and_points_at_it(run: Run, faulty: Path) -> None:
    outcome = run("check", faulty)
    assert outcome.code == 1
    lines = outcome.out.splitlines()
    at = next(index for index, line in enumerate(lines) if "unknown-key" in line)
    assert lines[at].startswith(f"{faulty}:8:5: error: ")
    assert "claims[0].speeker: " in lines[at]
    assert "did you mean `speaker`?" in lines[at]
    source = next(line for line in lines[at + 1 :] if "speeker: nobody" in line)
    caret = lines[lines.index(source) + 1]
    assert caret.index("^") == source.index("speeker")
    assert f"{faulty}:9:12: error: " in outcome.out
    assert "reported, article, editor" in outcome.out
    assert outcome.err == "1 briefing checked: 2 errors\n"


def test_warnings_count_only_under_strict(run: Run, cautious: Path) -> None:
    relaxed = run("check", cautious)
    strict = run("check", cautious, "--strict")
    assert (relaxed.code, strict.code) == (0, 1)
    assert relaxed.out == strict.out
    assert "warning: " in relaxed.out
    assert "error" not in relaxed.err


def test_json_has_every_problem_under_stable_keys(run: Run, faulty: Path) -> None:
    outcome = run("check", faulty, "--format", "json")
    assert outcome.code == 1
    found = json.loads(outcome.out)
    assert list(found) == ["briefings", "problems"]
    assert found["briefings"] == 1
    problem = next(each for each in found["problems"] if each["code"] == "unknown-key")
    assert list(problem) == [
        "file",
        "line",
        "column",
        "path",
        "severity",
        "code",
        "message",
        "found",
        "allowed",
        "nearest",
        "closes",
    ]
    assert problem["file"] == str(faulty)
    assert (problem["line"], problem["column"]) == (8, 5)
    assert problem["path"] == "claims[0].speeker"
    assert problem["nearest"] == "speaker"
    assert problem["severity"] == "error"
    assert problem["closes"] is True


def test_json_of_a_sound_briefing_is_an_empty_list(run: Run, talks: Path) -> None:
    assert json.loads(run("check", talks, "--format", "json").out)["problems"] == []


def test_github_gets_one_annotation_a_problem(run: Run, faulty: Path) -> None:
    outcome = run("check", faulty, "--format", "github")
    lines = outcome.out.splitlines()
    assert outcome.code == 1
    assert len(lines) == 2
    assert lines[0].startswith(f"::error file={faulty},line=8,col=5,title=unknown-key::")


def test_github_annotations_cannot_be_broken_out_of(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a,b:c%0A.yaml"
    path.write_text('id: x\ntitle: x\n"50%\\n::error::\\r": 1\n', encoding="utf-8")
    outcome = run("check", path, "--format", "github")
    lines = outcome.out.splitlines()
    assert lines
    assert all(line.startswith("::") for line in lines)
    assert f"file={tmp_path}/a%2Cb%3Ac%250A.yaml,line=" in lines[0]
    assert any("50%25" in line for line in lines)
    assert "%\n" not in outcome.out


def test_every_briefing_of_a_folder_is_checked(
    run: Run, tmp_path: Path, talks: Path, faulty: Path, cautious: Path
) -> None:
    assert talks.parent == faulty.parent == cautious.parent == tmp_path
    outcome = run("check", tmp_path)
    assert outcome.code == 1
    assert "3 briefings checked" in outcome.err
    assert "talks.yaml" not in outcome.out


def test_a_briefing_named_twice_is_checked_once(run: Run, talks: Path) -> None:
    assert "1 briefing checked" in run("check", talks, talks).err


def test_the_shipped_briefing_has_no_problem(run: Run) -> None:
    content = Path(__file__).parents[2] / "content"
    outcome = run("check", content)
    assert (outcome.code, outcome.out) == (0, "")


@pytest.mark.parametrize("missing", ["nowhere.yaml", "empty"])
def test_a_path_without_a_briefing_is_wrong_usage(run: Run, tmp_path: Path, missing: str) -> None:
    (tmp_path / "empty").mkdir()
    outcome = run("check", tmp_path / missing)
    assert outcome.code == 2
    assert outcome.out == ""
    assert missing in outcome.err


HOSTILE_NAMES = ["a\x1b[2Jb.yaml", "a\nb.yaml", "a\u202eb.yaml", "[@click=app.quit]x.yaml"]


@pytest.mark.parametrize("name", HOSTILE_NAMES, ids=ascii)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_a_hostile_file_name_steers_nothing(run: Run, tmp_path: Path, name: str, form: str) -> None:
    (tmp_path / name).write_text(FAULTY, encoding="utf-8")
    outcome = run("check", tmp_path, "--format", form)
    assert outcome.code == 1
    assert "1 briefing checked: 2 errors" in outcome.err
    written = outcome.out + outcome.err
    assert not set(written) & {"\x1b", "\u202e", "\r"}
    if form == "text":
        starts = [line for line in outcome.out.splitlines() if not line.startswith("    ")]
        assert all(": error: " in line for line in starts)


def test_hostile_text_steers_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hostile.yaml"
    path.write_bytes(
        b'id: x\ntitle: "\\e]0;owned\\a \\u202E"\n'
        b'claims:\n  - {id: a, text: "\\e[2J", note: "a\x1b[31m"}\n'
        b'"\\e[0m": 1\n'
    )
    for form in ("text", "json", "github"):
        outcome = run("check", path, "--format", form)
        assert outcome.code == 1
        assert outcome.out.count("unsafe-text") >= 3
        controls = {char for char in outcome.out + outcome.err if ord(char) < 32} - {"\n"}
        assert not controls
        assert "\u202e" not in outcome.out
