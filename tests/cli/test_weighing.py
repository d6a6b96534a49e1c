"""The matrix, the order and actors side by side without a terminal, and what is supposed there."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from brief_tui.render.supposed import NOT_THE_BRIEFINGS
from tests.cli.conftest import Run

MATERIAL = Path(__file__).parents[1] / "material"
CORRIDOR = MATERIAL / "corridor.yaml"
CONTENT = Path(__file__).parents[2] / "content"


def leverage(run: Run, *words: str | Path) -> Any:
    """The section on leverage as JSON."""
    outcome = run("show", "--section", "leverage", "--format", "json", *words)
    assert outcome.code == 0, outcome.err
    (briefing,) = json.loads(outcome.out)["briefings"]
    (section,) = briefing["sections"]
    return section


def squashed(text: str) -> str:
    """Text without its line ends."""
    return " ".join(text.split())


def test_text_has_matrix_and_order_before_the_actors(run: Run) -> None:
    out = run("show", CORRIDOR, "--section", "leverage").out
    places = [out.index(said) for said in ("\nMATRIX ", "\nORDER ", "\nLeverage 1 ")]
    assert places == sorted(places)
    assert "5 of 42 cells stated" in out
    assert "Not comparable is not equal." in squashed(out)
    assert "No one-step change of one cell would change the order." in out
    assert "WHAT IF" not in out


def test_an_option_without_actor_is_counted_for_itself(run: Run) -> None:
    out = squashed(run("show", CONTENT).out)
    assert "4 actors with options, 1 option names no actor · 12 of 70 cells stated" in out
    assert "LEVERAGE 4, 1 option names no actor " in out
    out = squashed(run("show", CONTENT, "--section", "leverage", "--country", "CN").out)
    assert "LEVERAGE 1 of 4, 0 of 1 option without actor, 4 hidden" in out


@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_it_reads_at_any_width(run: Run, monkeypatch: pytest.MonkeyPatch, columns: int) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    out = run("show", CORRIDOR, "--section", "leverage", "--suppose", "fund.risk=low").out
    assert all(len(line) <= columns for line in out.splitlines())
    for said in ("■■■ high", "◇", "not comparable with", "WHAT IF: 1 cell yours"):
        assert said in squashed(out)


def test_the_shipped_briefing_orders_chinas_two_options_and_says_why(run: Run) -> None:
    out = squashed(run("show", CONTENT, "--section", "leverage").out)
    assert (
        "outranks “Put pressure on Pyongyang itself.” on 3 of 7 dimensions: capability high"
        " against low, target dependence high against low, target absorption low against high"
        " (less is stronger)"
    ) in out


def test_json_has_every_cell_with_its_voices_and_what_is_not_stated_as_null(run: Run) -> None:
    section = leverage(run, CORRIDOR)
    assert section["coverage"] == {"stated": 5, "cells": 42}
    assert section["scratch"] is None
    ankara = section["matrix"][0]
    assert (ankara["party"], ankara["coverage"]) == ("ankara", {"stated": 3, "cells": 14})
    cells = ankara["options"][0]["cells"]
    assert cells["willingness"]["level"] == "contested"
    assert [voice["level"] for voice in cells["willingness"]["voices"]] == ["high", "low"]
    assert cells["risk"] == {"level": None, "own": False, "voices": []}


def test_json_has_edges_levels_and_reasons(run: Run) -> None:
    china, *others = leverage(run, CONTENT)["order"]
    assert china["levels"] == [["china-press-russia"], ["china-press-north-korea"]]
    (edge,) = china["outranks"]
    assert (edge["option"], edge["other"]) == ("china-press-russia", "china-press-north-korea")
    assert edge["stronger_on"]["target_absorption"] == ["low", "high"]
    states = next(each for each in others if each["party"] == "united-states")
    (pair,) = states["not_comparable"]
    assert pair["options"] == ["us-sanctions", "us-permit-long-range"]
    assert pair["reason"] == "no dimension is stated of both"
    assert states["nothing_stated"] == ["us-more-military-aid"]
    assert others[-1] == {"party": None, "weighed": False}


def test_it_is_grouped_as_asked_and_the_filter_says_what_it_hides(run: Run) -> None:
    section = leverage(run, CORRIDOR, "--arrange", "target", "--country", "KR")
    assert section["arranged_by"] == "target"
    assert [group["party"] for group in section["matrix"]] == ["kyiv"]
    assert section["hidden_options"] == 5
    out = run("show", CORRIDOR, "--section", "leverage", "--country", "KR").out
    assert "5 options hidden" in out


def test_what_is_supposed_is_marked_wherever_it_is_shown(run: Run) -> None:
    words = ("--suppose", "fund.risk=low", "--suppose", "fund.cost=none", "--set-aside", "headroom")
    section = leverage(run, CORRIDOR, *words)
    assert section["scratch"] == {
        "words": f"WHAT IF: 2 cells yours, headroom set aside: {NOT_THE_BRIEFINGS}",
        "cells": [
            {"option": "fund", "dimension": "risk", "level": "low"},
            {"option": "fund", "dimension": "cost_to_actor", "level": "none"},
        ],
        "set_aside": ["headroom"],
    }
    fund = next(group for group in section["matrix"] if group["party"] == "seoul")["options"][0]
    assert fund["cells"]["risk"] == {"level": "low", "own": True, "voices": []}
    assert section["coverage"]["stated"] == 5
    row = next(each for each in section["rows"] if each["id"] == "seoul")
    assert "risk" not in json.dumps(row)
    out = run("show", CORRIDOR, "--section", "leverage", *words).out
    assert "?■□□ low" in out
    assert "the reader's own, not in the briefing" in squashed(out)
    assert "? risk: low, of Pay for inspectors." in squashed(out)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--suppose", "fnud.risk=low"], "there is no option `fnud`; did you mean `fund`?"),
        (["--suppose", "fund.rsik=low"], "there is no dimension `rsik`; did you mean `risk`?"),
        (["--suppose", "fund.risk=hihg"], "there is no level `hihg`; did you mean `high`?"),
        (["--suppose", "fund.risk=contested"], "there is no level `contested`; there are: none"),
        (["--suppose", "fund=low"], "--suppose takes OPTION.DIMENSION=LEVEL"),
        (["--suppose", "fund.capability=low"], "capability of fund is stated: moderate"),
        (["--suppose", "inspect.willingness=low"], "willingness of inspect is stated: contested"),
        (["--set-aside", "headrom"], "did you mean `headroom`?"),
        (["--set-aside", "risk", "--section", "claims"], "go with --section leverage"),
        (["--arrange", "colour"], "--arrange"),
        (["--compare", "seoul"], "--compare is given 2 to 4 times"),
        (["--compare", "seoul", "--compare", "ankar"], "did you mean `ankara`?"),
        (["--compare", "seoul", "--compare", "Seoul"], "names one actor twice"),
        (["--compare", "seoul", "--compare", "institute"], "there is no actor with options"),
        (["--compare", "seoul", "--compare", "kyiv", "--country", "KR"], "takes all options"),
        (["--align", "target"], "--align goes with --compare"),
    ],
)
def test_what_cannot_be_is_refused_with_what_can(run: Run, words: list[str], said: str) -> None:
    outcome = run("show", CORRIDOR, *words)
    assert outcome.code == 2
    assert said in outcome.err
    assert outcome.out == ""


def test_actors_are_compared_by_id_name_or_alias(run: Run) -> None:
    words = ("--compare", "ankara", "--compare", "government of SOUTH korea", "--compare", "Moscow")
    outcome = run("show", CORRIDOR, *words, "--format", "json")
    assert outcome.code == 0
    (comparison,) = json.loads(outcome.out)["comparisons"]
    assert [each["actor"] for each in comparison["actors"]] == ["ankara", "seoul", "moscow"]
    assert comparison["actors"][0]["coverage"] == {"stated": 3, "cells": 14}
    rows = {row["aspect"]: row for row in comparison["blocks"][0]}
    assert rows["capability"]["cells"][0]["level"] == "high"
    assert rows["capability"]["target"] == "moscow"
    assert rows["capability"]["cells"][1]["option"] is None


@pytest.mark.parametrize(
    ("align", "heading"),
    [
        ("target", "ON GOVERNMENT OF UKRAINE"),
        ("instrument", "BY FINANCIAL MEANS"),
        ("dimension", "WILLINGNESS"),
    ],
)
def test_a_comparison_is_aligned_as_asked(run: Run, align: str, heading: str) -> None:
    words = ("--compare", "ankara", "--compare", "seoul", "--align", align)
    outcome = run("show", CORRIDOR, *words)
    assert outcome.code == 0
    assert f"side by side, by {align}" in outcome.out
    assert re.search(rf"^{heading}$", outcome.out, re.MULTILINE)
    assert "■■■ high" in outcome.out
