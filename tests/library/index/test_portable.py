"""A library written as one file: it needs nothing beside it and names nothing of where it lay."""

from __future__ import annotations

import shutil
import stat
from contextlib import closing
from pathlib import Path

import pytest

from brief_tui.library.index.portable import write_portable
from brief_tui.library.index.store import Unwritable, open_read_only
from tests.library.index.indexes import Indexed, contents


@pytest.fixture
def index(tmp_path: Path) -> Indexed:
    made = Indexed(tmp_path)
    made.write("one.yaml", "One")
    made.write("deep/two.yaml", "Two")
    (made.library / "deep" / "broken.yaml").write_text(
        "id: a\ntitle: b\nclaims: [{id: a}, {id: a}]\n"
    )
    made.refresh()
    return made


def test_it_says_what_the_index_says(index: Indexed, tmp_path: Path) -> None:
    to = tmp_path / "desk.brief"
    write_portable(index.file, [index.library], to)
    assert contents(to, Path()) == index.contents


def test_it_can_be_read_where_nothing_can_be_written_and_is_left_as_it_was(
    index: Indexed, tmp_path: Path
) -> None:
    folder = tmp_path / "served"
    folder.mkdir()
    to = folder / "desk.brief"
    write_portable(index.file, [index.library], to)
    shutil.rmtree(index.library)
    before = to.read_bytes()
    with closing(open_read_only(to)) as connection:
        assert connection.execute("select sum(count) from briefing").fetchone() == (4,)
        assert [path.name for path in folder.iterdir()] == ["desk.brief"]
    assert to.read_bytes() == before


def test_it_names_nothing_of_where_the_library_lay(index: Indexed, tmp_path: Path) -> None:
    to = tmp_path / "desk.brief"
    write_portable(index.file, [index.library], to)
    assert str(tmp_path).encode() not in to.read_bytes()
    with closing(open_read_only(to)) as connection:
        paths = connection.execute("select path from briefing order by path").fetchall()
    assert paths == [(b"deep/broken.yaml",), (b"deep/two.yaml",), (b"one.yaml",)]


def test_it_takes_the_place_of_one_that_was_there_once_it_is_whole(
    index: Indexed, tmp_path: Path
) -> None:
    to = tmp_path / "desk.brief"
    to.write_text("the one before")
    (tmp_path / ".desk.brief.new").write_text("half of one")
    with to.open() as before:
        write_portable(index.file, [index.library], to)
        assert before.read() == "the one before"
    assert not (tmp_path / ".desk.brief.new").exists()
    assert stat.S_ISREG(to.stat().st_mode)


def test_where_it_cannot_be_written_it_is_said(index: Indexed, tmp_path: Path) -> None:
    with pytest.raises(Unwritable):
        write_portable(index.file, [index.library], tmp_path / "nowhere" / "desk.brief")
