"""Hostile text through the commands: nothing of it reaches a terminal, nothing of it is lost."""

from __future__ import annotations

import inspect
import json
import shutil
from collections.abc import Iterator
from dataclasses import is_dataclass
from pathlib import Path
from typing import Any, get_args

import pytest

from brief_tui.cli.main import main
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.dates import When
from brief_tui.model.reference import Form, Refers
from brief_tui.model.vocabulary import Word
from tests.conftest import MATERIAL
from tests.hostile.grammar import assert_only_shown, squashed

HOSTILE = MATERIAL / "hostile"
KEYS = MATERIAL / "hostile-keys" / "keys.yaml"
SLY_NAME = "sly\x1b[6666m\u202etxt.\u200b[@click=app.quit]x[⁄]\n[⁄oops].yaml"


@pytest.fixture
def sly(tmp_path: Path) -> Path:
    """A hostile briefing in a file, in a folder, with hostile names."""
    folder = tmp_path / "dir\x1b]6666;a\x07\u2066"
    folder.mkdir()
    return Path(shutil.copy(HOSTILE / "briefing.yaml", folder / SLY_NAME))


def said(thing: object) -> Iterator[str]:
    """Every text of a briefing that is for a reader: no ids, codes or words of a vocabulary."""
    if isinstance(thing, Word | When) or thing is None:
        return
    if isinstance(thing, str):
        yield thing
    elif isinstance(thing, tuple):
        for each in thing:
            yield from said(each)
    elif is_dataclass(thing):
        for name, kind in inspect.get_annotations(type(thing)).items() | _inherited(type(thing)):
            if not any(isinstance(mark, Form | Refers) for mark in _marks(kind)):
                yield from said(getattr(thing, name))


def _inherited(kind: type) -> set[tuple[str, object]]:
    return {pair for base in kind.__mro__[1:-1] for pair in inspect.get_annotations(base).items()}


def _marks(kind: object) -> Iterator[object]:
    """What the model's declaration says of a field's text, however deep it stands."""
    yield from getattr(kind, "__metadata__", ())
    for argument in get_args(kind):
        if not isinstance(argument, str):
            yield from _marks(argument)


def run(capfd: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """What a command gives: code, data, words about it."""
    code = main([str(word) for word in words])
    out, err = capfd.readouterr()
    return code, out, err


@pytest.mark.parametrize("columns", ["1", "40", "80", "300"])
def test_show_prints_only_what_is_shown_at_any_width(
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    sly: Path,
    columns: str,
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    code, out, err = run(capfd, "show", sly)
    assert code == 0
    assert_only_shown(out)
    assert_only_shown(err)


def test_show_loses_nothing_of_what_was_written(capfd: pytest.CaptureFixture[str]) -> None:
    _, out, _ = run(capfd, "show", HOSTILE)
    shown = squashed(out)
    briefing = load_briefing(HOSTILE).briefing
    assert briefing is not None
    parts = (
        *(briefing.items(), briefing.relations, briefing.summary, briefing.not_known),
        *(briefing.questions, briefing.hypotheses),
    )
    texts = [text for part in (*parts, briefing.sources) for text in said(tuple(part))]
    assert len(texts) > 60
    texts += (briefing.title, briefing.editor)
    lost = [text[:60] for text in texts if squashed(text) not in shown]
    assert lost == []


def test_show_as_json_is_json_and_only_what_is_shown(
    capfd: pytest.CaptureFixture[str], sly: Path
) -> None:
    code, out, _ = run(capfd, "show", sly, "--format", "json")
    assert code == 0
    assert_only_shown(out)

    def strings(value: Any) -> Iterator[str]:
        if isinstance(value, str):
            yield value
        elif isinstance(value, dict):
            for key, each in value.items():
                yield key
                yield from strings(each)
        elif isinstance(value, list):
            for each in value:
                yield from strings(each)

    for text in strings(json.loads(out)):
        assert_only_shown(text)


@pytest.mark.parametrize("format_", ["text", "json", "github"])
@pytest.mark.parametrize("what", ["text", "keys"])
def test_check_names_every_place_and_writes_only_what_is_shown(
    capfd: pytest.CaptureFixture[str], sly: Path, what: str, format_: str
) -> None:
    path = sly if what == "text" else Path(shutil.copy(KEYS, sly.with_name(f"k{SLY_NAME}")))
    code, out, err = run(capfd, "check", path, "--format", format_)
    assert code == 1
    assert_only_shown(out)
    assert_only_shown(err)
    problems = load_briefing(path).problems
    assert len(problems) > 5
    if format_ == "json":
        assert len(json.loads(out)["problems"]) == len(problems)
    for problem in problems:
        assert_only_shown(problem.message + problem.found + problem.path)
        if format_ == "text":
            assert f":{problem.position.line}:{problem.position.column}: " in out
        elif format_ == "github":
            assert f"line={problem.position.line},col={problem.position.column}" in out


def test_each_unsafe_text_is_an_error_with_its_place_and_none_closes() -> None:
    loaded = load_briefing(HOSTILE)
    assert loaded.briefing is not None
    assert loaded.text_replaced
    lines = (HOSTILE / "briefing.yaml").read_text(encoding="utf-8").splitlines()
    unsafe = [problem for problem in loaded.problems if problem.code == "unsafe-text"]
    attacks = ("\\e[", "\\u20", "\\x9b", "\\L", "\u0331\u0301", "\\u200", "\\uE000")
    expected = {
        number
        for number, line in enumerate(lines, 1)
        if any(attack in line for attack in attacks) and not line.startswith("#")
    }
    assert {problem.position.line for problem in unsafe} == expected
    assert all(problem.severity == "error" and not problem.closes for problem in unsafe)


def test_keys_and_ids_are_reported_sanitised_and_close_the_file() -> None:
    loaded = load_briefing(KEYS)
    assert loaded.briefing is None
    assert_only_shown(loaded.title)
    codes = {problem.code for problem in loaded.problems}
    assert "unknown-key" in codes
    assert any("␛[6666mtitel␇" in f"{each.message}{each.found}" for each in loaded.problems)


@pytest.mark.parametrize(
    "raw",
    [
        b"title: \x1b[6666mraw\n",
        b"title: \xff\xfe\xc0\n",
        b"title: \xc2\x9b6666m\n",
        b"\xff\xfet\x00i\x00",
        b"\x00\x00\x00",
        b'title: "\\uD800"\n',
        b'title: "\\UFFFFFFFF"\n',
        b"title: '\xe2\x80\xae'\r\rid: x\x0c\n",
        b"%YAML 1.1\n%TAG ! tag:\x1b[6666m\n---\na: !\x1b b\n",
        b"? \x1b[6666m\n: [\n",
        b"&a\x1b[6666m [*a\x07]",
    ],
)
def test_raw_bytes_are_refused_in_words_that_are_only_shown(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, raw: bytes
) -> None:
    path = tmp_path / "raw.yaml"
    path.write_bytes(raw)
    for words in (["check"], ["check", "--format", "json"], ["check", "--format", "github"]):
        code, out, err = run(capfd, words[0], path, *words[1:])
        assert code == 1
        assert_only_shown(out)
        assert_only_shown(err)
    _, out, err = run(capfd, "show", path)
    assert_only_shown(out)
    assert_only_shown(err)


@pytest.mark.parametrize(
    "words",
    [
        ["--country", "\x1b[6666m"],
        ["--section", "\x1b[6666m\u202e"],
        ["--theme", "\x1b]6666;a\x07"],
        ["--\x1b[6666m"],
        ["no\x1b[6666m\nsuch"],
        ["show", "\x1b[6666m"],
        ["check", "\x1b[6666m", "--format", "\x9b"],
        ["completion", "\x1b[6666m"],
    ],
)
def test_arguments_come_back_only_shown(
    capfd: pytest.CaptureFixture[str], words: list[str]
) -> None:
    code, out, err = run(capfd, *words)
    assert code == 2
    assert_only_shown(out + err)
    assert err


def test_what_is_searched_for_comes_back_only_shown(
    capfd: pytest.CaptureFixture[str], corridor: Path
) -> None:
    for format_ in ("text", "json"):
        _, out, err = run(
            capfd, "show", corridor, "--search", "\x1b[6666m\u202e", "--format", format_
        )
        assert_only_shown(out + err)
