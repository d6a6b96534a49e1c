"""``show`` of competing hypotheses, and the shipped briefing's own."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from brief_tui.load.briefing_file import load_briefing
from tests.cli.conftest import Run

CONTENT = Path(__file__).parents[2] / "content"


def section(run: Run, *words: str | Path) -> Any:
    outcome = run("show", "--section", "hypotheses", "--format", "json", *words)
    assert outcome.code == 0, outcome.err
    (briefing,) = json.loads(outcome.out)["briefings"]
    return briefing["sections"][0]


def test_json_gives_the_ids_behind_every_count(run: Run, ferry: Path) -> None:
    (matrix, *_) = section(run, ferry)["matrices"]
    assert (matrix["question"], matrix["voice"]) == ("why-still", "editor")
    first, *_, last = matrix["hypotheses"]
    assert (first["id"], first["letter"], first["inconsistent"]) == ("repair", "A", [])
    assert first["not_marked"] == ["engine-photo"]
    assert (last["id"], last["inconsistent"]) == ("storm", ["wind-fell", "engine-photo"])
    assert last["origins_against"] == ["harbour"]


def test_json_of_a_row_has_the_marks_and_whether_they_tell_apart(run: Run, ferry: Path) -> None:
    row = section(run, ferry)["rows"][0]
    assert (row["type"], row["question"], row["item"]) == ("marked-item", "why-still", "wind-fell")
    assert row["voice"] == "editor"
    assert row["tells_apart"] is True
    assert row["marks"]["storm"] == {
        "mark": "inconsistent",
        "note": "A calm sea holds no ferry back.",
        "locator": ["¶2"],
    }
    assert row["marks"]["repair"] == {"mark": "not-applicable"}


def test_a_filter_leaves_the_matrices_whole(run: Run, ferry: Path) -> None:
    narrowed = section(run, ferry, "--country", "JP")
    assert (narrowed["shown"], narrowed["total"]) == (1, 7)
    assert narrowed["matrices"] == section(run, ferry)["matrices"]


def test_what_was_said_later_is_not_given_away(run: Run, ferry: Path, tmp_path: Path) -> None:
    text = ferry.read_text("utf-8").replace(
        "speaker: crew, voice: reported", "speaker: crew, voice: reported, said: 2024-03-07"
    )
    path = tmp_path / "dated.yaml"
    path.write_text(text, encoding="utf-8")
    for form in ("text", "json"):
        words = ("--known-on", "2024-03-06", "--format", form)
        out = run("show", path, "--section", "hypotheses", *words).out
        assert "Who works is not on strike" not in out
        assert "Nobody in the crew" not in out


def test_text_names_the_editor_and_draws_the_matrix(run: Run, ferry: Path) -> None:
    out = run("show", ferry, "--section", "hypotheses").out
    assert "The marks are the editor's judgement." in out
    assert re.search(r"^1  / n/a A +\+ fits B +× against C  Harbour office: ", out, re.MULTILINE)


def test_the_overview_has_the_questions(run: Run, ferry: Path) -> None:
    out = run("show", ferry, "--section", "overview").out
    assert "Why does the ferry lie still? 3 hypotheses, marked by the editor" in out


def test_the_shipped_marks_all_give_a_reason_and_its_place() -> None:
    (folder,) = (each for each in CONTENT.iterdir() if each.is_dir())
    briefing = load_briefing(folder).briefing
    assert briefing is not None
    assert briefing.hypotheses
    for hypothesis in briefing.hypotheses:
        assert hypothesis.note, hypothesis.id
        for mark in hypothesis.marks:
            assert mark.note, (hypothesis.id, mark.item)
            assert all(re.fullmatch(r"¶\d+", place) for place in mark.locator)
            assert mark.locator
