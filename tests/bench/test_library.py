"""Made-up libraries: without problems, as large as asked for, and the same wherever written."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from bench.library import Shape, items_of, shape_of, write_library
from brief_tui.library.places import find_briefings
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.vocabulary import Voice

CHECKOUT = Path(__file__).parents[2]


def written(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*.yaml")}


@pytest.mark.parametrize("shape", [Shape(1, 1), Shape(7, 3), Shape(600, 12, seed=4)])
def test_what_is_written_loads_without_problems(tmp_path: Path, shape: Shape) -> None:
    size = write_library(tmp_path, shape)
    assert size == sum(map(len, written(tmp_path).values()))
    entries = [load_briefing(path) for path in find_briefings(tmp_path)]
    assert [problem for entry in entries for problem in entry.problems] == []
    briefings = [entry.briefing for entry in entries if entry.briefing is not None]
    assert len(briefings) == shape.briefings
    assert sum(len(list(briefing.items())) for briefing in briefings) == shape.items


def test_the_same_seed_gives_the_same_files_in_any_process(tmp_path: Path) -> None:
    write_library(tmp_path / "here", shape_of(300, seed=3))
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "bench.library",
        tmp_path / "there",
        "--items",
        "300",
    ]
    subprocess.run(
        [*command, "--seed", "3", "--processes", "2"],
        check=True,
        stdout=subprocess.DEVNULL,
        cwd=CHECKOUT,
        env=os.environ | {"PYTHONHASHSEED": "7", "PYTHONPATH": f"{CHECKOUT / 'src'}"},
    )
    assert written(tmp_path / "here") == written(tmp_path / "there")
    write_library(tmp_path / "other", shape_of(300, seed=4))
    assert not written(tmp_path / "here").keys() & written(tmp_path / "other").keys()


def test_there_is_something_of_everything(tmp_path: Path) -> None:
    write_library(tmp_path, Shape(1_200, 40))
    briefings = [load_briefing(path).briefing for path in find_briefings(tmp_path)]
    items = [item for briefing in briefings if briefing for item in briefing.items()]
    for one in (
        *("claims", "evidence", "assessments", "options", "relations", "hypotheses"),
        *("summary", "not_known", "sources", "actors", "measures", "questions"),
    ):
        assert any(getattr(briefing, one) for briefing in briefings), one
    for one in ("event", "said", "places", "countries", "figures", "hedge", "chain", "note"):
        having = [item for item in items if getattr(item, one)]
        assert 0 < len(having) < len(items), one
    assert {item.voice for item in items} == set(Voice)
    dates = [item.said for item in items if item.said]
    assert any(day.is_interval for day in dates)
    assert any(day.is_approximate for day in dates)
    letters = "".join(item.text for item in items)
    assert all(sign in letters for sign in "éіи이的ا")


def test_briefings_have_different_numbers_of_items_that_add_up() -> None:
    items = items_of(Shape(5_000, 50))
    assert sum(items) == 5_000
    assert min(items) >= 1
    assert max(items) > 2 * min(items)
    with pytest.raises(ValueError, match="at least"):
        items_of(Shape(2, 3))
