"""An index brought up to date: whatever happens to the files, it says what they say."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from brief_tui.library.index.refresh import Outcome, refresh
from brief_tui.library.index.store import open_read_only

LONG_AGO = 1_600_000_000_000_000_000


def briefing(path: Path, title: str, text: str = "It was said.", when: int = LONG_AGO) -> Path:
    """A briefing of one claim, last written to when it is said."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        f"id: one\ntitle: {title}\nclaims: [{{id: a, text: {text}, said: 2024-10-08}}]\n"
    )
    os.utime(path, ns=(when, when))
    return path


class Index:
    """An index, and the folder of briefings that it is of."""

    def __init__(self, folder: Path) -> None:
        self.library = folder / "library"
        self.library.mkdir()
        self.file = folder / "index" / "one.sqlite"

    def refresh(self) -> Outcome:
        return refresh(self.file, [self.library])

    @property
    def titles(self) -> dict[str, tuple[str, int]]:
        """The title and the state of each briefing, by its path in the library."""
        with closing(open_read_only(self.file)) as connection:
            rows = connection.execute("select path, title, state from briefing")
            return {
                os.fsdecode(path).removeprefix(f"{self.library}/"): (title, state)
                for path, title, state in rows
            }

    def count(self, table: str) -> int:
        with closing(open_read_only(self.file)) as connection:
            found: int = connection.execute(f"select count(*) from {table}").fetchone()[0]  # noqa: S608
            return found

    @property
    def version(self) -> int:
        with closing(open_read_only(self.file)) as connection:
            sql = "select value from meta where key = 'version'"
            found: int = connection.execute(sql).fetchone()[0]
            return found


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    made = Index(tmp_path)
    briefing(made.library / "one.yaml", "One")
    briefing(made.library / "deep" / "two.yaml", "Two")
    made.refresh()
    yield made
    with closing(sqlite3.connect(made.file)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]


def test_what_is_there_is_found(index: Index) -> None:
    assert index.titles == {"one.yaml": ("One", 0), "deep/two.yaml": ("Two", 0)}
    assert index.count("recent") == 4  # a claim and its date of each


def test_nothing_is_done_where_nothing_has_changed(index: Index) -> None:
    version = index.version
    assert index.refresh() == Outcome()
    assert index.version == version


def test_what_appears_is_found(index: Index) -> None:
    version = index.version
    briefing(index.library / "three.yaml", "Three")
    assert index.refresh() == Outcome(read=1)
    assert index.titles["three.yaml"] == ("Three", 0)
    assert index.version > version


def test_what_vanishes_is_gone_with_its_rows(index: Index) -> None:
    (index.library / "one.yaml").unlink()
    assert index.refresh() == Outcome(removed=1)
    assert set(index.titles) == {"deep/two.yaml"}
    assert index.count("recent") == 2
