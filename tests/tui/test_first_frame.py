"""The second start shows at once what the first one had come to, before Textual is imported."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from signal import SIGHUP, SIGINT, SIGSTOP, SIGTERM

import pytest

from brief_tui.terminal.sealed import sealed, unsealed
from tests.tui.pseudo_terminal import Program, Terminal
from tests.tui.restored import assert_drawn_whole, assert_restored

CORRIDOR = Path(__file__).parents[1] / "material" / "corridor.yaml"
HELD_UP = Path(__file__).with_name("held_up.py")
SIZE = (80, 24)
TITLE, CLAIMS = "KEY POINTS", "8 claims and evidence"
TAKEN = b"\x1b[?1049h"
QUESTIONS = b"\x1b[?2026$p\x1b[?u\x1b[>q\x1b[c"


class Desk:
    """A reader's terminal, at which the same briefing is opened again and again."""

    def __init__(self, terminal: Terminal, home: Path, how: Path, briefing: Path) -> None:
        self.terminal = terminal
        self.home = home
        self.briefing = briefing
        self._how = how
        self.settings = terminal.settings

    @contextmanager
    def start(self, how: str = "", *words: str | Path, **environ: str) -> Iterator[Program]:
        """Start the program, held up on its way to Textual as the words say."""
        self.go(how)
        command = (HELD_UP, self._how, *(words or (self.briefing,)))
        with self.terminal.running_python(*command, **environ) as program:
            yield program

    def go(self, how: str = "") -> None:
        """Hold the program up otherwise from now on; not at all."""
        beside = self._how.with_suffix(".new")
        beside.write_text(how)
        beside.replace(self._how)

    def frames(self) -> list[Path]:
        """The files of the frames that are kept."""
        return sorted((self.home / "cache" / "brief-tui" / "frames").glob("*.frame"))

    def read_once(self, *words: str | Path, **environ: str) -> None:
        """Start the program so, do nothing until its first frame is kept, and leave."""

        def kept() -> list[tuple[Path, int]]:
            return [(file, file.stat().st_mtime_ns) for file in self.frames()]

        before = kept()
        with self.start("", *words, **environ) as program:
            program.wait_until(lambda: kept() != before)
            program.send("q")
            assert program.wait_for_end() == 0

    def shows_at_once(self, *words: str | Path, **environ: str) -> bool:
        """Whether the program would show a frame before there is Textual; it never gets there."""
        with self.start("fail", *words, **environ) as program:
            assert program.wait_for_end() == 1
            assert_restored(program)
        return TAKEN in program.data


@contextmanager
def desk_of(home: Path) -> Iterator[Desk]:
    home.mkdir(exist_ok=True)
    with Terminal(*SIZE, home=home) as terminal:
        yield Desk(terminal, home, home / "how", CORRIDOR)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of somebody new."""
    with desk_of(tmp_path / "reader") as desk:
        yield desk


@pytest.fixture(scope="module")
def home_of_a_reader(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of somebody who has opened the briefing before, and changes nothing in it."""
    home = tmp_path_factory.mktemp("reader")
    with desk_of(home) as desk:
        desk.read_once()
    return home


@pytest.fixture
def again(home_of_a_reader: Path) -> Iterator[Desk]:
    """A terminal of that reader."""
    with desk_of(home_of_a_reader) as desk:
        yield desk


def old(path: Path) -> Path:
    """A file or folder that is not written in the same moment as the program is started."""
    while time.time_ns() - path.stat().st_ctime_ns < 100_000_000:
        time.sleep(0.01)
    return path


# What is shown, and what comes after it.


def test_the_frame_is_there_before_textual_and_nothing_more_is_drawn(again: Desk) -> None:
    with again.start("wait") as program:
        program.wait_for("everything shown")
        at_once = program.screen.shown()
        assert again.terminal.raw
        before = program.data
        again.go()
        program.wait_for_bytes(QUESTIONS)
        program.settle()
        assert program.data.removeprefix(before) == QUESTIONS
        assert program.screen.shown() == at_once
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
    assert again.terminal.settings == again.settings


def test_the_first_start_waits_for_textual(desk: Desk) -> None:
    assert not desk.shows_at_once()


@pytest.mark.parametrize(
    ("keys", "shown"), [("2", CLAIMS), ("\x03", "q leaves"), ("2jj", "── 3 of 8 ──")]
)
def test_keys_act_once_the_app_is_there(again: Desk, keys: str, shown: str) -> None:
    with again.start("wait") as program:
        program.wait_for(TITLE)
        program.send(keys)
        again.go()
        program.wait_for(shown)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_q_leaves_before_the_app_is_there(again: Desk) -> None:
    with again.start("wait") as program:
        program.wait_for(TITLE)
        program.send("q")
        again.go()
        assert program.wait_for_end() == 0
        assert_restored(program)
    assert again.terminal.settings == again.settings


def test_what_somebody_has_touched_is_not_what_it_begins_with(desk: Desk) -> None:
    desk.terminal.echo_nothing()
    with desk.start("wait") as program:
        program.send("2")  # it acts as soon as there is a frame
        desk.go()
        program.wait_for(CLAIMS)
        program.settle(0.6)
        program.send("q")
        assert program.wait_for_end() == 0
    assert desk.frames() == []


def test_whatever_was_kept_the_app_draws_its_own(desk: Desk) -> None:
    """The frame of another place, kept as that of this one: it is right as soon as can be."""
    desk.read_once()
    desk.read_once(desk.briefing, "--section", "claims")
    parts = [unsealed(file.read_bytes()) or [] for file in desk.frames()]
    for file, one, other in zip(desk.frames(), parts, parts[::-1], strict=True):
        file.write_bytes(sealed([one[0], *other[1:6], *one[6:]]))
    with desk.start("wait") as program:
        program.wait_for("claims and evidence")
        desk.go()
        program.wait_for(TITLE)
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_terminal_that_is_taken_for_another_is_given_back_first(desk: Desk) -> None:
    desk.read_once()
    (file,) = desk.frames()
    parts = unsealed(file.read_bytes()) or []
    file.write_bytes(sealed([*parts[:6], b"another terminal", *parts[7:]]))
    with desk.start("wait") as program:
        program.wait_for(TITLE)
        desk.go()
        program.wait_for_bytes(QUESTIONS)
        program.wait_for(TITLE)
        assert program.data.count(TAKEN) == 2
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


# What happens in between.


@pytest.mark.parametrize("number", [SIGTERM, SIGHUP, SIGINT])
def test_told_to_end_in_between(again: Desk, number: int) -> None:
    with again.start("wait") as program:
        program.wait_for("everything shown")
        program.signal(number)
        assert program.wait_for_end() == 128 + number
        assert_restored(program)
    assert again.terminal.settings == again.settings


@pytest.mark.parametrize("how", ["fail", "start badly"])
def test_a_failure_in_between(again: Desk, how: str) -> None:
    with again.start(how) as program:
        assert program.wait_for_end() == 1
        assert TAKEN in program.data
        assert_restored(program)
        said = program.written.rpartition("\x1b[?25h")[2].split("\x1b[c")[-1].replace("\r", "")
        assert len(said.strip().splitlines()) == 2, said
        assert "a fault in the program" in said
    assert again.terminal.settings == again.settings


def test_stopped_and_going_on_in_between(again: Desk) -> None:
    with again.start("wait") as program:
        program.wait_for("everything shown")
        program.stop()
        assert_restored(program)
        assert again.terminal.settings == again.settings
        program.draw_over()
        program.go_on()
        program.wait_for("everything shown")
        again.go()
        program.send("2")
        program.wait_for(CLAIMS)
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)
    assert again.terminal.settings == again.settings


def test_drawn_over_in_between(again: Desk) -> None:
    with again.start("wait") as program:
        program.wait_for("everything shown")
        program.stop(SIGSTOP)
        program.draw_over()
        program.go_on()
        program.wait_for("everything shown")
        again.go()
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


@pytest.mark.parametrize("sizes", [[(100, 30)], [(60, 20), SIZE]], ids=["another", "and back"])
def test_another_size_in_between(again: Desk, sizes: list[tuple[int, int]]) -> None:
    with again.start("wait") as program:
        program.wait_for("everything shown")
        for size in sizes:
            program.resize(*size)
        again.go()
        program.wait_for("everything shown")
        assert_drawn_whole(program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_a_terminal_that_takes_nothing_is_not_waited_for(again: Desk) -> None:
    again.terminal.stop_draining()
    with again.start() as program:
        program.wait_until(lambda: again.terminal.raw)
        again.terminal.drain_again()
        program.wait_for(TITLE)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


# When nothing is shown.


def test_a_frame_that_no_longer_matches_is_not_shown(desk: Desk, tmp_path: Path) -> None:
    desk.briefing = tmp_path / "corridor.yaml"
    desk.briefing.write_bytes(CORRIDOR.read_bytes())
    old(desk.briefing)
    desk.read_once()
    assert desk.shows_at_once()
    assert not desk.shows_at_once(desk.briefing, "--section", "claims")
    assert not desk.shows_at_once(COLORTERM="truecolor")
    desk.briefing.touch()
    assert not desk.shows_at_once()


def test_a_reader_who_has_chosen_another_theme_does_not_see_the_old_one(desk: Desk) -> None:
    desk.read_once()
    state = desk.home / "state" / "brief-tui" / "state.json"
    state.parent.mkdir(parents=True)
    state.write_text(json.dumps({"theme": "paper"}))
    assert not desk.shows_at_once()
    old(state.parent)
    desk.read_once()
    state.unlink()
    assert not desk.shows_at_once()


def test_what_was_opened_since_changes_nothing_where_it_was_not_new(desk: Desk) -> None:
    several = CORRIDOR, CORRIDOR.with_name("ferry.yaml")
    with desk.start("", *several) as program:
        program.wait_for("2 briefings")  # it is remembered from now on what is new
        program.send("q")
        program.send("q")
        assert program.wait_for_end() == 0
    old(desk.home / "state" / "brief-tui")
    with desk.start("", *several) as program:
        program.wait_until(lambda: bool(desk.frames()))
        program.send("\r")
        program.wait_for("KEY POINTS")
        program.send("q")
        assert program.wait_for_end() == 0
    assert desk.shows_at_once(*several)


def test_what_is_damaged_is_not_shown_and_kept_anew(desk: Desk) -> None:
    desk.read_once()
    (file,) = desk.frames()
    whole = file.read_bytes()
    damaged = whole[:-1] + bytes([whole[-1] ^ 1])
    file.write_bytes(damaged)
    assert not desk.shows_at_once()
    old(desk.home / "state" / "brief-tui")  # in which it was reported that there is no Textual
    with desk.start() as program:
        program.wait_for(TITLE)
        program.wait_until(lambda: file.read_bytes() != damaged)
        program.send("q")
        assert program.wait_for_end() == 0
    assert desk.shows_at_once()
