"""An index brought up to date: whatever happens to the files, it says what they say."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from brief_tui.library.index import due, reading, refresh, stamp
from brief_tui.library.index.refresh import Outcome
from brief_tui.library.index.store import open_read_only
from brief_tui.library.index.writing import dead_numbers
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.loaded import Loaded
from tests.library.index.indexes import LONG_AGO, Indexed, with_phrase, written, yaml_of

READABLE, BROKEN, KEPT = range(3)


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Indexed]:
    """An index of two briefings; at the end it is sound, whatever was done to it."""
    made = Indexed(tmp_path)
    made.write("one.yaml", "One", claims=2)
    made.write("deep/two.yaml", "Two")
    made.refresh()
    yield made
    with closing(sqlite3.connect(made.file)) as connection:
        assert connection.execute("pragma integrity_check").fetchall() == [("ok",)]


def long_since(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file be so new that it would be looked into."""
    monkeypatch.setattr(stamp, "_MOMENT", -(10**18))


def test_what_is_there_is_found(index: Indexed) -> None:
    assert index.titles == {"one.yaml": ("One", READABLE), "deep/two.yaml": ("Two", READABLE)}
    assert index.count("recent") == 6  # claims, and the day of each


def test_nothing_is_done_where_nothing_has_changed(index: Indexed) -> None:
    version = index.version
    assert index.refresh() == Outcome()
    assert index.version == version


def test_what_appears_is_found(index: Indexed) -> None:
    version = index.version
    index.write("three.yaml", "Three")
    assert index.refresh() == Outcome(read=1)
    assert index.titles["three.yaml"] == ("Three", READABLE)
    assert index.version > version


def test_what_vanishes_is_gone_with_its_rows(index: Indexed) -> None:
    (index.library / "one.yaml").unlink()
    assert index.refresh() == Outcome(removed=1)
    assert index.contents == index.fresh
    assert index.count("recent") == 2


def test_what_changes_is_read_anew(index: Indexed) -> None:
    index.write("one.yaml", "One amended", claims=3)
    assert index.refresh() == Outcome(read=1)
    assert index.contents == index.fresh


def test_a_change_that_keeps_size_and_time_is_found(index: Indexed) -> None:
    before = (index.library / "one.yaml").stat()
    index.write("one.yaml", "Uno", claims=2)
    after = (index.library / "one.yaml").stat()
    assert (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    assert index.refresh() == Outcome(read=1)
    assert index.titles["one.yaml"] == ("Uno", READABLE)


def test_a_change_within_what_counts_as_one_moment_is_found(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    # As on a file system that knows whole seconds only, whatever is asked of it.
    monkeypatch.setattr(due, "lines", lambda found: b"the same")
    monkeypatch.setattr(reading, "lines", lambda found: b"the same")
    index.write("one.yaml", "Uno", claims=2)
    index.refresh()
    index.write("one.yaml", "Eno", claims=2)
    assert index.refresh() == Outcome(read=1)
    assert index.titles["one.yaml"] == ("Eno", READABLE)


def test_what_was_only_touched_is_not_read_anew(index: Indexed) -> None:
    version = index.version
    written(index.library / "one.yaml", LONG_AGO + 10**9)
    assert index.refresh() == Outcome()
    assert index.version == version
    sql = "select max(changed) from briefing"
    assert index.value(sql) == LONG_AGO + 10**9


def test_what_has_long_been_the_same_is_not_looked_into(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    long_since(monkeypatch)
    monkeypatch.setattr(due, "digest_of", lambda _: pytest.fail("it was looked into"))
    assert index.refresh() == Outcome()


def test_a_broken_file_keeps_its_last_good_version_with_its_problems(index: Indexed) -> None:
    good = index.contents["one.yaml"]
    (index.library / "one.yaml").write_text("id: one\ntitle: [\n")
    index.refresh()
    said = index.contents["one.yaml"]
    assert (said.state, said.title, said.rows) == (KEPT, "One", good.rows)
    assert said.problems == ("bad-yaml",)
    index.write("one.yaml", "One", claims=2)
    index.refresh()
    assert index.contents["one.yaml"] == good


def test_what_was_never_good_is_listed_and_then_read(index: Indexed) -> None:
    (index.library / "new.yaml").write_text("id: new\ntitle: New\ncolour: red\n")
    index.refresh()
    said = index.contents["new.yaml"]
    assert (said.state, said.title, said.rows) == (BROKEN, "New", ())
    assert "unknown-key" in said.problems
    index.write("new.yaml", "New")
    index.refresh()
    assert index.contents == index.fresh


def test_a_broken_one_that_vanishes_is_gone(index: Indexed) -> None:
    (index.library / "one.yaml").write_text("[")
    index.refresh()
    (index.library / "one.yaml").unlink()
    index.refresh()
    assert index.contents == index.fresh


def test_a_part_added_to_a_briefing_or_taken_out_changes_it(index: Indexed) -> None:
    index.write("whole/briefing.yaml", "Whole")
    part = index.library / "whole" / "more" / "part.yaml"
    index.refresh()
    part.parent.mkdir()
    part.write_text("claims: [{id: more, text: And more.}]\n")
    assert index.refresh() == Outcome(read=1)
    assert index.contents == index.fresh
    part.unlink()
    assert index.refresh() == Outcome(read=1)
    assert index.contents == index.fresh


def test_a_renamed_file_is_the_one_that_vanished_and_one_that_appeared(index: Indexed) -> None:
    (index.library / "one.yaml").rename(index.library / "eins.yaml")
    assert index.refresh() == Outcome(read=1, removed=1)
    assert index.contents == index.fresh


def test_a_folder_in_the_place_of_a_file_and_back(index: Indexed) -> None:
    path = index.library / "one.yaml"
    path.unlink()
    index.write("one.yaml/briefing.yaml", "One in parts")
    index.refresh()
    assert index.titles["one.yaml"] == ("One in parts", READABLE)
    shutil.rmtree(path)
    index.write("one.yaml", "One again")
    index.refresh()
    assert index.contents == index.fresh


def test_a_head_makes_one_briefing_of_a_folder_of_them(index: Indexed) -> None:
    index.write("deep/briefing.yaml", "Deep")
    index.refresh()
    assert set(index.contents) == {"one.yaml", "deep"}
    assert index.contents["deep"].state == BROKEN  # two titles
    (index.library / "deep" / "briefing.yaml").unlink()
    index.refresh()
    assert index.contents == index.fresh


def test_a_link_is_followed_where_it_leads_then(index: Indexed, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yaml"
    outside.write_text(yaml_of("Outside", range(1)))
    link = index.library / "link.yaml"
    link.symlink_to(outside)
    index.refresh()
    assert index.titles["link.yaml"] == ("Outside", READABLE)
    outside.write_text(yaml_of("Changed", range(1)))
    index.refresh()
    assert index.titles["link.yaml"] == ("Changed", READABLE)
    outside.unlink()
    index.refresh()
    assert index.titles["link.yaml"] == ("Changed", KEPT)
    link.unlink()
    index.refresh()
    assert index.contents == index.fresh


def test_a_file_that_may_not_be_read_is_broken_until_it_may(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = index.library / "one.yaml"
    opened = os.open

    def refuse(name: str | Path, *given: int, **named: int) -> int:
        # Whoever runs the tests may be one whom no permission stops.
        if str(name) == str(path):
            raise PermissionError(13, "Permission denied", str(name))
        return opened(name, *given, **named)

    path.chmod(0)
    with monkeypatch.context() as refusing:
        refusing.setattr(os, "open", refuse)
        index.refresh()
        assert index.titles["one.yaml"] == ("One", KEPT)
    path.chmod(0o600)
    index.refresh()
    assert index.titles["one.yaml"] == ("One", READABLE)


def test_a_file_that_changes_while_it_is_read_is_read_again(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    titles = iter(["Second", "Third", "Last"])

    def meanwhile(path: Path) -> Loaded:
        loaded = load_briefing(path)
        if (title := next(titles, None)) is not None:
            index.write("one.yaml", title)
        return loaded

    monkeypatch.setattr(reading, "load_briefing", meanwhile)
    index.write("one.yaml", "First", claims=2)
    index.refresh()
    assert index.titles["one.yaml"] == ("Last", READABLE)


def test_what_comes_and_goes_while_others_are_read_is_noticed(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:

    def meanwhile(path: Path) -> Loaded:
        loaded = load_briefing(path)
        if path.name == "a.yaml":
            index.write("new.yaml", "New")
            (index.library / "one.yaml").unlink(missing_ok=True)
            (index.library / "b.yaml").unlink(missing_ok=True)
        return loaded

    monkeypatch.setattr(reading, "load_briefing", meanwhile)
    index.write("a.yaml", "A")
    index.write("b.yaml", "B")
    index.refresh()
    assert set(index.contents) == {"a.yaml", "new.yaml", "deep/two.yaml"}


def test_many_recent_rows_are_closed_and_segments_joined(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "MOST_RECENT", 4)
    for turn in range(12):
        index.write(f"{turn % 5}.yaml", f"Turn {turn}", claims=turn % 3 + 1)
        if turn == 7:
            (index.library / "1.yaml").unlink()
        index.refresh()
        assert index.contents == index.fresh
    assert index.count("recent") < 4
    assert 1 <= index.count("segment") <= 5
    assert len(with_phrase(index.file, "turn 11 says it")) == 6  # three claims and their days


def test_an_index_that_is_worn_is_made_anew(
    index: Indexed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refresh, "MOST_RECENT", 1)
    monkeypatch.setattr(refresh, "_LEAST_WORN", 4)
    (index.library / "deep" / "two.yaml").write_text("[")
    index.refresh()
    kept = index.contents["deep/two.yaml"]
    version = index.version
    for turn in range(4):
        index.write("one.yaml", f"Turn {turn}", claims=2)
        index.refresh()
        assert index.version > version
        version = index.version
    assert index.titles["one.yaml"] == ("Turn 3", READABLE)
    assert index.contents["deep/two.yaml"] == kept
    with closing(open_read_only(index.file)) as connection:
        assert len(dead_numbers(connection)) <= 8


def test_a_file_name_of_any_bytes_is_one(index: Indexed) -> None:
    name = os.fsdecode(b"not-\xff-utf8 \x1b[31m.yaml")
    index.write(name, "Odd")
    index.refresh()
    assert index.titles[name] == ("Odd", READABLE)
    assert index.contents == index.fresh
