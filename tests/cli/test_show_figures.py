"""``brief-tui show --section figures``: what the panes show of figures, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run

COUNTS = """
id: counts
title: Counts
actors:
  - {id: kyiv, name: Kyiv, country: UA}
  - {id: seoul, name: Seoul, country: KR}
measures:
  - {id: sent, name: soldiers sent, unit: soldiers}
  - {id: planned, name: soldiers planned, unit: soldiers, note: Not sent yet.}
claims:
  - id: k
    text: K
    speaker: kyiv
    said: 2024-10-16
    figures: {value: 11000, measure: sent, qualifier: approximate}
  - id: s
    text: S
    speaker: seoul
    said: 2024-10-22
    figures:
      - {value: 12000, measure: sent, derived: true, derived_from: 2 × 6000}
      - {value: 20000, measure: planned, qualifier: at-least}
  - {id: w, text: W, figures: {words: dozens}}
"""


@pytest.fixture
def counts(tmp_path: Path) -> Path:
    """A briefing of four figures."""
    path = tmp_path / "counts.yaml"
    path.write_text(COUNTS, encoding="utf-8")
    return path


def section(run: Run, *words: str | Path) -> Any:
    """The section as JSON."""
    outcome = run("show", "--format", "json", "--section", "figures", *words)
    assert outcome.code == 0, outcome.err
    (briefing,) = json.loads(outcome.out)["briefings"]
    (found,) = briefing["sections"]
    return found


def test_the_text_has_bars_words_ids_and_warnings(run: Run, counts: Path) -> None:
    out = run("show", counts, "--section", "figures").out
    for said in (
        "0 ─────────",
        "› 16 Oct 2024 · Kyiv: about 11,000 [k]",
        "█~\n",
        "12,000 · worked out by the editor from 2 × 6000 [s]",
        "about 1,000 more than",
        "› soldiers planned [s#2]",
        "What is counted: not stated",
        "“dozens” [w]",
    ):
        assert said in out


def test_each_row_is_one_figure_with_its_bounds(run: Run, counts: Path) -> None:
    rows = section(run, counts)["rows"]
    assert [row["key"] for row in rows] == ["k#1", "s#1", "s#2", "w#1"]
    told = [(row["item"], row["number"], row["measure"], row["low"], row["high"]) for row in rows]
    assert told == [
        ("k", 1, "sent", 11000, 11000),
        ("s", 1, "sent", 12000, 12000),
        ("s", 2, "planned", 20000, None),
        ("w", 1, None, None, None),
    ]
    assert rows[1]["figure"]["derived_from"] == "2 × 6000"
    assert (rows[0]["type"], rows[0]["speaker"], rows[0]["said"]) == (
        "figure",
        "kyiv",
        "2024-10-16",
    )
    assert rows[0]["position"]["line"] == 11


def test_each_measure_says_what_differs_and_what_looks_alike(run: Run, counts: Path) -> None:
    sent, planned = section(run, counts)["measures"]
    assert (sent["measure"], sent["unit"], sent["axis"]) == ("sent", "soldiers", [0, 12000])
    assert sent["figures"] == ["k#1", "s#1"]
    (difference,) = sent["differences"]
    assert (difference["lower"], difference["higher"]) == (["k#1"], ["s#1"])
    assert (difference["least"], difference["most"], difference["approximate"]) == (
        1000,
        1000,
        True,
    )
    assert "about 1,000 more" in difference["words"]
    assert sent["look_alikes"] == [{"measure": "planned", "unit": "soldiers", "same_numbers": []}]
    assert planned["axis"] is None


def test_a_filter_acts_on_each_figure_and_rescales_nothing(run: Run, counts: Path) -> None:
    whole, narrowed = section(run, counts), section(run, counts, "--country", "UA")
    assert [row["key"] for row in narrowed["rows"]] == ["k#1"]
    assert narrowed["rows"] == [
        {**row, "matched": {"UA": ["speaker"]}} for row in whole["rows"] if row["key"] == "k#1"
    ]
    assert narrowed["measures"] == whole["measures"]
    out = run("show", counts, "--section", "figures", "--country", "UA").out
    assert "1 of 2 figures" in out
    assert "12,000\n" in out.partition("BY DATE SAID")[2]
    assert "matched Ukraine as speaker [k]" in out


def test_what_was_said_later_is_on_no_axis(run: Run, counts: Path) -> None:
    found = section(run, counts, "--known-on", "2024-10-20")
    assert [row["key"] for row in found["rows"]] == ["k#1", "w#1"]
    assert [(each["measure"], each["axis"]) for each in found["measures"]] == [("sent", None)]
