"""The briefings that the bench loads are without errors, and as large as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generate import generate
from bench.weighty import RELATIONS_PER_ITEM, generate_weighty
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.item import Leverage


@pytest.mark.parametrize("claims", [1, 2, 120])
def test_what_is_generated_loads_without_problems(tmp_path: Path, claims: int) -> None:
    file = tmp_path / "generated.yaml"
    file.write_text(generate(claims), encoding="utf-8")
    loaded = load_briefing(file)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert len(loaded.briefing.claims) == claims


def test_the_same_seed_gives_the_same_text_and_another_one_another() -> None:
    assert generate(20, seed=3) == generate(20, seed=3)
    assert generate(20, seed=3) != generate(20, seed=4)


@pytest.mark.parametrize("items", [1, 2, 200])
def test_what_is_to_be_weighed_loads_too(tmp_path: Path, items: int) -> None:
    file = tmp_path / "generated.yaml"
    file.write_text(generate_weighty(items), encoding="utf-8")
    loaded = load_briefing(file)
    assert [problem for problem in loaded.problems if problem.closes] == []
    assert loaded.briefing is not None
    assert len(list(loaded.briefing.items())) == items
    assert len(loaded.briefing.relations) == (RELATIONS_PER_ITEM * items if items > 1 else 0)


def test_what_is_to_be_weighed_has_something_of_everything(tmp_path: Path) -> None:
    file = tmp_path / "generated.yaml"
    file.write_text(generate_weighty(200), encoding="utf-8")
    briefing = load_briefing(file).briefing
    assert briefing is not None
    assert all((briefing.claims, briefing.evidence, briefing.assessments, briefing.options))
    assert len(briefing.hypotheses) == 4
    assert any(option.leverage != Leverage() for option in briefing.options)
    assert any(source.chain for source in briefing.sources)
    assert any(item.figures for item in briefing.items())
