"""How far the index is, in words that a reader need not look at all the while."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from brief_tui.render.page import Spans
from brief_tui.tui.indexing import Indexing, about, in_words


def said(spans: Spans) -> str:
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(3.2, "a few seconds"), (12, "20 s"), (59, "60 s"), (61, "1 minute"), (400, "7 minutes")],
)
def test_the_time_left_is_rough(seconds: float, words: str) -> None:
    assert about(seconds) == words


def test_a_bar_per_cent_and_the_time_left() -> None:
    words = in_words({"bytes_done": 50, "bytes_total": 200, "left": 130.0})
    assert said(words) == "indexing ██░░░░░░ 25%, 2 minutes left"


def test_the_time_left_is_not_said_before_it_is_known() -> None:
    words = in_words({"bytes_done": 0, "bytes_total": 200, "left": None})
    assert said(words) == "indexing ░░░░░░░░ 0%"


@pytest.mark.parametrize(
    "line", [{}, {"read": 3, "removed": 0}, {"bytes_done": 0, "bytes_total": 0}]
)
def test_nothing_is_said_where_nothing_is_to_be_done(line: dict[str, float | None]) -> None:
    assert in_words(line) == ()


async def test_it_imports_nothing_from_where_it_is_started(
    tmp_path: Path, corridor: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "yaml.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    ended: asyncio.Future[bool] = asyncio.get_running_loop().create_future()
    Indexing([corridor], lambda words: None, ended.set_result)
    assert await ended
