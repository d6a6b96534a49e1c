"""``show --section timeline``: the timeline drawn on paper, and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.conftest import Run

AHEAD = """\
id: ahead
title: What lies ahead
as_of: 2024-10-23
claims:
  - {id: sent, text: They were sent., event: 2024-10-08/2024-10-13, said: 2024-10-22}
  - {id: ready, text: They will be ready., event: 2024-11-01, said: 2024-10-16~}
  - {id: month, text: It was in October., event: 2024-10}
options:
  - {id: talks, text: Hold talks., event: 2024-12}
"""


def printed(run: Run, tmp_path: Path, *words: str) -> str:
    """What ``show`` prints of the timeline."""
    path = tmp_path / "ahead.yaml"
    path.write_text(AHEAD, encoding="utf-8")
    outcome = run("show", path, "--section", "timeline", *words)
    assert outcome.code == 0, outcome.err
    return outcome.out


def rows(run: Run, tmp_path: Path, *words: str) -> list[dict[str, Any]]:
    """The rows of the timeline as JSON."""
    (briefing,) = json.loads(printed(run, tmp_path, "--format", "json", *words))["briefings"]
    (section,) = briefing["sections"]
    return list(section["rows"])


def test_text_is_drawn_lane_by_lane_on_one_axis(run: Run, tmp_path: Path) -> None:
    text = printed(run, tmp_path)
    lines = text.splitlines()
    happened = next(line for line in lines if line.startswith("HAPPENED"))
    said = next(line for line in lines if line.startswith("SAID"))
    assert happened.removeprefix("HAPPENED") == said.removeprefix("SAID    ")
    assert "│as of" in happened
    assert "├" in next(line for line in lines if line.startswith("8–13 Oct 2024"))
    assert "○·" in next(line for line in lines if line.startswith("Oct 2024"))
    assert "~●" in next(line for line in lines if line.startswith("about 16 Oct"))
    assert "expected: claim" in next(line for line in lines if line.startswith("1 Nov 2024"))
    assert "would happen: option" in text
    assert "[ready]" in text
    assert "‹ before it, › after it, │ as of 23 Oct 2024" in " ".join(text.split())


def test_rows_say_lane_days_and_whether_they_are_only_expected(run: Run, tmp_path: Path) -> None:
    found = {
        (row["item"], row["lane"]): (row["first"], row["last"], row["expected"])
        for row in rows(run, tmp_path)
    }
    assert found == {
        ("month", "event"): ("2024-10-01", "2024-10-31", False),
        ("sent", "event"): ("2024-10-08", "2024-10-13", False),
        ("ready", "said"): ("2024-10-16", "2024-10-16", False),
        ("sent", "said"): ("2024-10-22", "2024-10-22", False),
        ("ready", "event"): ("2024-11-01", "2024-11-01", True),
        ("talks", "event"): ("2024-12-01", "2024-12-31", False),
    }


def test_the_day_looked_at_narrows_it_and_is_drawn(run: Run, tmp_path: Path) -> None:
    text = printed(run, tmp_path, "--known-on", "2024-10-20")
    assert "They were sent." not in text
    assert "┊ as known on 20 Oct 2024" in " ".join(text.split())
    assert [row["item"] for row in rows(run, tmp_path, "--known-on", "2024-10-20")] == [
        *("month", "ready", "ready", "talks"),
    ]
