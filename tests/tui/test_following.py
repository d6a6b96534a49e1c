"""Files that change while they are read, in a real terminal; and what is left when it ends."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from brief_tui.library.index.refresh import refresh
from brief_tui.library.index.store import index_file, open_to_write, writing
from tests.tui.pseudo_terminal import Program, Terminal

SIZE = (110, 24)
SHIPS = "About 40 ships"
WARSHIPS = "About 41 warships"


class Desk:
    """A folder of briefings that somebody else writes to."""

    def __init__(self, folder: Path, corridor: Path, ferry: Path) -> None:
        self.folder = folder
        self.file = folder / "corridor.yaml"
        self.ferry = ferry
        shutil.copy(corridor, self.file)
        self.good = self.file.read_text()

    def save(self, text: str) -> None:
        """As an editor does that puts a new file in the place of the old one."""
        beside = self.folder / ".corridor.yaml.swp"
        beside.write_text(text)
        beside.replace(self.file)

    def save_in_pieces(self, text: str) -> None:
        """As an editor does that writes over the old file."""
        with self.file.open("w") as stream:
            for begin in range(0, len(text), 500):
                stream.write(text[begin : begin + 500])
                stream.flush()

    @property
    def other_words(self) -> str:
        return self.good.replace(SHIPS, WARSHIPS)


@pytest.fixture
def desk(tmp_path: Path, corridor: Path, ferry: Path) -> Desk:
    folder = tmp_path / "desk"
    folder.mkdir()
    return Desk(folder, corridor, ferry)


either_way = pytest.mark.parametrize("program", ["in memory", "indexed"], indirect=True)


@pytest.fixture
def program(request: pytest.FixtureRequest, desk: Desk) -> Iterator[Program]:
    """The list of claims, with the cursor on its second row; in memory unless stated."""
    words: tuple[str | Path, ...] = ("--no-cache", desk.folder)
    if getattr(request, "param", "") == "indexed":
        refresh(index_file([desk.folder]), [desk.folder])
        words = (desk.folder,)
    with Terminal(*SIZE) as terminal, terminal.running(*words) as running:
        running.wait_for("KEY POINTS")
        running.send("2j")
        running.wait_for("▌   13 Jun")
        yield running
        running.send("\x1bq")
        assert running.wait_for_end() == 0


@either_way
def test_an_edit_comes_to_be_seen_with_the_cursor_where_it_was(
    program: Program, desk: Desk
) -> None:
    desk.save(desk.other_words)
    screen = program.wait_for(WARSHIPS)
    assert "▌   13 Jun" in screen
    desk.save_in_pieces(desk.good)
    screen = program.wait_for(SHIPS)
    assert "▌   13 Jun" in screen
    assert "broken" not in program.written


@either_way
def test_what_breaks_stays_readable_and_is_marked_until_it_is_repaired(
    program: Program, desk: Desk
) -> None:
    desk.save("title: [")
    screen = program.wait_for("broken since: e")
    assert SHIPS in screen
    program.send("e")
    program.wait_for("Problems: ")
    desk.save(desk.other_words)
    program.send("\x1b")
    screen = program.wait_for(WARSHIPS)
    assert "broken since" not in screen


def test_what_is_gone_stays_on_the_screen_and_says_so(program: Program, desk: Desk) -> None:
    shutil.copy(desk.ferry, desk.folder)
    desk.file.unlink()
    screen = program.wait_for("its file is gone")
    assert SHIPS in screen
    program.send("b")
    screen = program.wait_for("1 briefing")
    assert "grain corridor" not in screen
    program.send("\r")
    program.wait_for("The ferry that does not sail")


def test_a_page_over_the_panes_stays(program: Program, desk: Desk) -> None:
    program.send("s")
    before = program.wait_for("Stands with")
    shutil.copy(desk.ferry, desk.folder)
    desk.save(desk.other_words)
    program.settle(0.7)
    assert program.screen.text() == before
    program.send("\x1b")
    program.wait_for(WARSHIPS)


def test_nothing_is_written_while_nothing_changes(program: Program, desk: Desk) -> None:
    program.settle(0.8)
    before = program.length
    os.utime(desk.file)
    program.watch(0.7)
    assert program.length == before


def test_a_library_that_nothing_could_be_read_of(desk: Desk) -> None:
    desk.file.unlink()
    with Terminal(*SIZE) as terminal, terminal.running("--no-cache", desk.folder) as program:
        program.wait_for("There is no briefing here yet")
        desk.save(desk.good)
        program.wait_for("KEY POINTS")
        program.send("q")
        assert program.wait_for_end() == 0


@pytest.mark.parametrize("names", [["one"], ["one", "two", "three"]])
def test_a_large_library_that_was_never_indexed(desk: Desk, names: list[str]) -> None:
    """The reader chooses what to read where there is a choice; nothing else comes to be opened."""
    desk.file.unlink()
    for name in names:
        large = desk.good + "# much to read\n" * (6_000_000 // 15 // len(names))
        (desk.folder / f"{name}.yaml").write_text(large)
    index = index_file([desk.folder])
    with Terminal(*SIZE) as terminal, ExitStack() as held:
        held.enter_context(writing(index))
        open_to_write(index).close()
        with terminal.running(desk.folder) as program:
            screen = program.wait_for("The library is being indexed")
            assert screen.splitlines()[0].strip() == "Library"
            held.close()
            several = len(names) > 1
            program.wait_for(f"{len(names)} briefings" if several else "KEY POINTS")
            program.settle(0.5)
            assert ("by date" in program.screen.text()) is several
            program.send("q")
            assert program.wait_for_end() == 0


@pytest.mark.parametrize("end", ["q", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_the_process_that_indexes_ends_with_the_app(desk: Desk, end: str) -> None:
    """Here it waits for another writer, as long as it is there."""
    index = index_file([desk.folder])
    refresh(index, [desk.folder])
    desk.save(desk.good + "# much has changed\n" * 30_000)
    with writing(index), Terminal(*SIZE) as terminal:
        with terminal.running(desk.folder) as program:
            program.wait_for("KEY POINTS")
            program.wait_until(lambda: bool(_children(program.pid)))
            children = _children(program.pid)
            if end == "q":
                program.send("q")
            else:
                program.signal(signal.Signals[end])
            program.wait_for_end()
        with terminal.running_python("-c", "input()") as other:
            other.wait_until(lambda: not children & _running().keys())
            other.send("\r")


def test_an_index_that_cannot_be_made_is_told_of_once(desk: Desk) -> None:
    index = index_file([desk.folder])
    refresh(index, [desk.folder])
    desk.save(desk.good + "# much has changed\n" * 30_000)
    with writing(index), Terminal(*SIZE) as terminal, terminal.running(desk.folder) as program:
        program.wait_for("KEY POINTS")
        program.wait_until(lambda: bool(_children(program.pid)))
        for child in _children(program.pid):
            os.kill(child, signal.SIGKILL)
        program.wait_for("the index could not be brought up to date")
        program.send("2")
        program.wait_for(lambda screen: "could not" not in screen)
        program.send("q")
        assert program.wait_for_end() == 0


def _children(parent: int) -> set[int]:
    return {pid for pid, by in _running().items() if by == parent}


def _running() -> dict[int, int]:
    """All processes that have not ended, each with the one that started it."""
    words = ["ps", "-A", "-o", "pid=", "-o", "ppid=", "-o", "stat="]
    listed = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    lines = [line.split() for line in listed.splitlines()]
    return {int(pid): int(by) for pid, by, state in lines if not state.startswith("Z")}
