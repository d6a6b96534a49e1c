"""The briefing that the bench loads is one without problems, and as large as asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.generate import generate
from brief_tui.load.briefing_file import load_briefing


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
