"""How a library is opened: from an index, from a library file, or from its files."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.index.portable import write_portable
from brief_tui.library.index.refresh import refresh
from brief_tui.library.index.store import index_file
from brief_tui.library.interface import Library
from brief_tui.library.opening import (
    NoLibrary,
    closed,
    open_at_once,
    open_now,
    open_or_stand_in,
    readable,
)

MATERIAL = Path(__file__).parents[1] / "material"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder with two briefings."""
    folder = tmp_path / "library"
    folder.mkdir()
    for name in ("corridor.yaml", "ferry.yaml"):
        shutil.copy(MATERIAL / name, folder)
    return folder


def indexed(folder: Path) -> Path:
    """The file of the index of a folder, made."""
    refresh(index_file([folder]), [folder])
    return index_file([folder])


def titles(library: Library) -> list[str]:
    return [volume.briefing.title for volume in readable(library)]


def test_what_has_an_index_is_read_from_it(library: Path) -> None:
    before = open_now([library])
    indexed(library)
    after = open_now([library])
    assert isinstance(before, Collection)
    assert isinstance(after, IndexedLibrary)
    assert titles(after) == titles(before)


def test_a_warm_start_reads_neither_yaml_nor_what_validates_it(library: Path) -> None:
    indexed(library)
    for file in library.iterdir():  # so old that its times say enough
        os.utime(file, (1_600_000_000, 1_600_000_000))
    indexed(library)
    asked = (
        "import json, sys; from pathlib import Path;"
        "from brief_tui.library.opening import open_now, open_at_once, readable;"
        f"paths = [Path({str(library)!r})];"
        "found = [len(v.briefing.claims) for v in readable(open_now(paths))];"
        "again = [len(v.briefing.claims) for v in readable(open_at_once(paths).library)];"
        "assert found == again and all(found);"
        "print(json.dumps(sorted(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True)
    loaded = set(json.loads(done.stdout))
    assert "brief_tui.library.index.indexed" in loaded
    unwanted = {"yaml", "pyroaring", "watchfiles", "brief_tui.load.decode", "textual", "rich"}
    assert not loaded & (unwanted | {"brief_tui.load.briefing_file", "multiprocessing"})


def test_an_answer_is_of_the_files_as_they_are_now(library: Path) -> None:
    indexed(library)
    text = (library / "ferry.yaml").read_text(encoding="utf-8")
    changed = "".join(
        "title: Another\n" if line.startswith("title:") else line
        for line in text.splitlines(keepends=True)
    )
    (library / "ferry.yaml").write_text(changed, encoding="utf-8")
    (library / "corridor.yaml").write_text("id: [", encoding="utf-8")
    now = open_now([library])
    assert titles(now) == ["Another"]
    assert [listed.path for listed in closed(now)] == [library / "corridor.yaml"]
    at_once = open_at_once([library])
    assert not at_once.due
    assert titles(at_once.library) == ["Another"]


def test_paths_are_shown_as_they_were_asked_for(
    library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    indexed(library)
    monkeypatch.chdir(library.parent)
    shown = open_now([Path("library")])
    assert isinstance(shown, IndexedLibrary)
    paths = {listed.path for listed in shown.briefings(EVERYTHING)}
    assert paths == {Path("library/corridor.yaml"), Path("library/ferry.yaml")}
    volume = shown.open(Path("library/ferry.yaml"))
    assert volume.loaded.path == Path("library/ferry.yaml")
    claim = volume.briefing.claims[0].id
    position = volume.position(claim)
    assert position is not None
    assert position.file == Path("library/ferry.yaml")


def test_without_a_cache_nothing_is_written(library: Path) -> None:
    at_once = open_at_once([library], cache=False)
    assert isinstance(at_once.library, Collection)
    assert (at_once.file, at_once.due) == (None, False)
    assert isinstance(open_now([library], cache=False), Collection)
    assert not index_file([library]).exists()


def test_where_no_cache_can_be_kept_all_is_held_in_memory(library: Path) -> None:
    file = index_file([library])
    file.parent.parent.mkdir(parents=True, exist_ok=True)
    file.parent.write_text("not a folder", encoding="utf-8")
    assert len(titles(open_now([library]))) == 2
    assert len(titles(open_at_once([library]).library)) == 2


@pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_damaged_index_is_never_an_error(library: Path, damage: bytes) -> None:
    file = indexed(library)
    for each in file.parent.glob(f"{file.name}-*"):
        each.unlink()
    file.write_bytes(damage)
    assert len(titles(open_now([library]))) == 2
    at_once = open_at_once([library])
    assert len(titles(at_once.library)) == 2
    assert at_once.due


def test_what_an_index_has_lost_is_read_from_the_files_and_the_index_made_anew(
    library: Path,
) -> None:
    file = indexed(library)
    wanted = [len(list(volume.briefing.items())) for volume in readable(open_now([library]))]
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("update entry set rows = x'00'")
        connection.commit()
    damaged = open_now([library])
    assert isinstance(damaged, IndexedLibrary)
    assert [len(list(volume.briefing.items())) for volume in readable(damaged)] == wanted
    assert not file.exists()
    assert isinstance(open_at_once([library]).library, Collection)
    indexed(library)
    again = open_now([library])
    assert isinstance(again, IndexedLibrary)
    assert [len(list(volume.briefing.items())) for volume in readable(again)] == wanted


def test_a_damaged_briefing_of_a_library_file_says_that_it_is(
    library: Path, tmp_path: Path
) -> None:
    to = tmp_path / "desk.brief"
    write_portable(indexed(library), [library], to)
    with closing(sqlite3.connect(to)) as connection:
        connection.execute("update briefing set body = x'00' where id = 1")
        connection.commit()
    served = open_now([to])
    volumes = [open_or_stand_in(served, each.path) for each in served.briefings(EVERYTHING)]
    (damaged,) = [each for each in volumes if not each.briefing.id]
    assert damaged.briefing.title == "This briefing is damaged"
    assert not list(damaged.briefing.items())
    assert "damaged in the library file" in damaged.loaded.problems[0].message
    assert len(volumes) == 2


def test_what_is_not_there_is_not_said_to_be_damaged(library: Path) -> None:
    served = open_now([library])
    with pytest.raises(KeyError):
        open_or_stand_in(served, library / "nowhere.yaml")


def test_a_library_file_needs_no_sources(library: Path, tmp_path: Path) -> None:
    write_portable(indexed(library), [library], tmp_path / "desk.brief")
    wanted = titles(open_now([library]))
    shutil.rmtree(library)
    at_once = open_at_once([tmp_path / "desk.brief"])
    assert titles(at_once.library) == titles(open_now([tmp_path / "desk.brief"])) == wanted
    assert (at_once.file, at_once.due, at_once.live) == (None, False, False)


def test_a_library_file_is_opened_alone(library: Path, tmp_path: Path) -> None:
    file = tmp_path / "desk.brief"
    write_portable(indexed(library), [library], file)
    with pytest.raises(NoLibrary, match="opened alone"):
        open_now([file, library])


def test_another_database_is_no_library(tmp_path: Path) -> None:
    file = tmp_path / "other.db"
    with sqlite3.connect(file) as connection:
        connection.execute("create table a(b)")
    connection.close()
    with pytest.raises(NoLibrary, match=r"other\.db is no library"):
        open_now([file])
