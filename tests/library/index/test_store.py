"""The file of an index: private, never trusted, made anew where it cannot be relied on."""

from __future__ import annotations

import sqlite3
import stat
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path
from threading import Thread

import pytest

from brief_tui.library.index import store
from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.refresh import Outcome, refresh
from brief_tui.library.index.store import (
    Unwritable,
    index_file,
    open_read_only,
    open_to_write,
    writing,
)
from tests.library.index.indexes import Indexed


@pytest.fixture
def index(tmp_path: Path) -> Indexed:
    made = Indexed(tmp_path)
    made.write("one.yaml", "One")
    made.refresh()
    return made


def test_each_choice_of_paths_has_an_index_in_the_readers_cache(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    file = index_file([one, other])
    assert file == index_file([other, one, one])
    assert file != index_file([one])
    assert file.is_relative_to(tmp_path / "home" / "cache" / "brief-tui")


def test_nobody_else_can_read_it(index: Indexed) -> None:
    assert stat.S_IMODE(index.file.parent.stat().st_mode) == 0o700
    for path in index.file.parent.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, path


def damage(file: Path, how: str) -> None:
    data = file.read_bytes()
    match how:
        case "empty":
            file.write_bytes(b"")
        case "foreign":
            file.write_text("a letter to somebody")
        case "cut off":
            file.write_bytes(data[:5000])
        case "garbled":
            file.write_bytes(data[:100] + bytes(len(data) - 100))
        case _:
            with closing(sqlite3.connect(file, isolation_level=None)) as connection:
                connection.execute(how)


DAMAGES = [
    *("empty", "foreign", "cut off", "garbled"),
    "pragma user_version = 1",
    "pragma application_id = 7",
    "update meta set value = 'another' where key = 'fingerprint'",
    "delete from meta",
    "drop table segment",
    "create view more as select 1",
    "create trigger evil after insert on briefing begin delete from entry; end",
]


@pytest.mark.parametrize("how", DAMAGES)
def test_what_cannot_be_relied_on_is_made_anew(index: Indexed, how: str) -> None:
    damage(index.file, how)
    with pytest.raises(Damaged):
        open_read_only(index.file)
    assert index.refresh() == Outcome(read=1)
    assert index.contents == index.fresh


def test_what_is_not_there_is_damaged_to_who_reads(tmp_path: Path) -> None:
    with pytest.raises(Damaged):
        open_read_only(tmp_path / "nothing.sqlite")


def test_where_nothing_can_be_written_it_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(Unwritable):
        refresh(tmp_path / "file" / "one.sqlite", [tmp_path])


def test_a_reader_goes_on_reading_while_the_index_is_written_and_made_anew(index: Indexed) -> None:
    with closing(open_read_only(index.file)) as reader:
        reader.execute("begin")
        title = "select title from briefing"
        assert reader.execute(title).fetchall() == [("One",)]
        index.write("one.yaml", "Another")
        index.refresh()
        assert reader.execute(title).fetchall() == [("One",)]
        reader.execute("rollback")
        assert reader.execute(title).fetchall() == [("Another",)]
        with writing(index.file):
            store.start_anew(index.file)
        assert reader.execute(title).fetchall() == [("Another",)]


def test_a_reader_cannot_write(index: Indexed) -> None:
    with closing(open_read_only(index.file)) as reader, pytest.raises(sqlite3.OperationalError):
        reader.execute("delete from briefing")


def test_a_second_writer_waits_or_does_nothing(index: Indexed) -> None:
    index.write("two.yaml", "Two")
    with writing(index.file):
        assert refresh(index.file, [index.library], wait=False) == Outcome(did=False)
        done: list[Outcome] = []
        thread = Thread(target=lambda: done.append(index.refresh()))
        thread.start()
        assert not done
    thread.join()
    assert done == [Outcome(read=1)]


def _refresh(file: Path, library: Path) -> None:
    refresh(file, [library])


def test_two_processes_that_refresh_at_once_do_the_work_of_one(index: Indexed) -> None:
    for number in range(20):
        index.write(f"{number}.yaml", f"Title {number}")
    context = get_context("fork")
    both = [context.Process(target=_refresh, args=(index.file, index.library)) for _ in range(2)]
    for each in both:
        each.start()
    for each in both:
        each.join()
        assert each.exitcode == 0
    assert index.contents == index.fresh
    assert index.value("select max(id) from briefing") == 21


def test_what_is_left_beside_by_one_who_was_killed_is_written_over(index: Indexed) -> None:
    left = store.beside(index.file)
    left.write_bytes(b"half an index")
    damage(index.file, "foreign")
    index.refresh()
    assert index.contents == index.fresh
    assert not left.exists()


def test_only_an_index_of_this_program_is_written_to(index: Indexed) -> None:
    with writing(index.file), closing(open_to_write(index.file)) as connection:
        assert connection.execute("pragma application_id").fetchone() == (0x62726965,)
