"""``doctor`` where there is no terminal, and the arguments that say what to draw with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from brief_tui.terminal.findings import Findings
from tests.cli.conftest import Run


def findings(run: Run, *words: str) -> dict[str, dict[str, str]]:
    """What ``doctor`` finds, by name."""
    record: dict[str, Any] = json.loads(run("doctor", "--format", "json", *words).out)
    return {each["name"]: each for each in record["findings"]}


def test_in_a_pipe_nothing_is_asked_and_that_is_said(run: Run) -> None:
    outcome = run("doctor")
    assert (outcome.code, outcome.err) == (0, "")
    assert "the terminal was not asked: std" in outcome.out
    assert "is not a terminal" in outcome.out
    assert "\x1b" not in outcome.out
    assert outcome.out.isascii()


def test_every_finding_has_its_reason_and_what_changes_it(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    text = run("doctor").out
    found = findings(run)
    assert tuple(found) == Findings._fields
    joined = " ".join(text.split())
    for each in found.values():
        assert " ".join(each["reason"].split()) in joined
        assert each["change"] in joined


def test_json_has_what_is_not_known_as_null(run: Run) -> None:
    record = json.loads(run("doctor", "--format", "json").out)
    assert record["terminal"]["columns"] is None
    assert record["asked"] == {
        "answered": False,
        "seconds": None,
        "why_not": record["asked"]["why_not"],
    }
    assert record["problems"] == []


def test_nothing_in_the_environment_can_steer_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TERM", "COLORTERM", "LC_ALL", "TERM_PROGRAM"):
        monkeypatch.setenv(name, "\x1b]0;owned\x07\u202e" + "x" * 500)
    outcome = run("doctor")
    assert outcome.code == 0
    assert outcome.out.replace("\n", "").isprintable()
    assert max(map(len, outcome.out.splitlines())) <= 80


@pytest.mark.parametrize("word", ["24-bit", "256", "16", "none"])
def test_the_colours_asked_for_are_had(run: Run, word: str) -> None:
    found = findings(run, "--colors", word)["colours"]
    assert found["value"] == word
    assert found["reason"] == f"you asked for it: --colors {word}"


def test_no_color_wins_over_the_file_and_the_command_line_over_both(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("COLORTERM", raising=False)
    config = tmp_path / "home" / "config" / "brief-tui" / "config.yaml"
    config.parent.mkdir(parents=True)
    config.write_text("colors: 16\nascii: on\nmouse: off\n", encoding="utf-8")
    found = findings(run)
    assert [found[name]["value"] for name in ("colours", "utf8", "mouse")] == ["16", "ASCII", "off"]
    assert "line 1 of config.yaml" in found["colours"]["reason"]
    assert findings(run, "--colors", "auto")["colours"]["value"] == "256"
    found = findings(run, "--no-ascii", "--mouse")
    assert [found[name]["value"] for name in ("utf8", "mouse")] == ["UTF-8", "on"]
    monkeypatch.setenv("NO_COLOR", "1")
    assert findings(run)["colours"]["value"] == "none"
    assert findings(run, "--colors", "256")["colours"]["value"] == "256"


def test_a_depth_that_there_is_not_is_wrong_usage(run: Run) -> None:
    outcome = run("--colors", "512")
    assert outcome.code == 2
    assert "24-bit" in outcome.err
