"""The way out to a terminal that takes what it is sent when it can."""

import os
import threading
from collections.abc import Iterator

import pytest

from brief_tui.terminal.outlet import Outlet

MORE_THAN_A_PIPE_HOLDS = b"x" * 1_000_000
LONG = 20.0
"""Seconds that no test waits when all is well."""


class Events:
    """What an outlet tells."""

    def __init__(self) -> None:
        self.gone = threading.Event()
        self.lost = threading.Event()
        self.faults: list[Exception] = []


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Both ends of a pipe."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            continue


def outlet_to(descriptor: int) -> tuple[Outlet, Events]:
    """An outlet, and what it tells."""
    events = Events()
    return Outlet(descriptor, events.gone.set, events.lost.set, events.faults.append), events


def test_what_is_sent_goes_in_order_and_is_told(pipe: tuple[int, int]) -> None:
    outlet, events = outlet_to(pipe[1])
    outlet.send(b"one ")
    outlet.send(b"two")
    assert events.gone.wait(LONG)
    assert outlet.close(b" three", LONG)
    assert os.read(pipe[0], 100) == b"one two three"
    assert not events.lost.is_set()


def test_it_is_busy_until_the_other_end_has_taken_all(pipe: tuple[int, int]) -> None:
    outlet, events = outlet_to(pipe[1])
    outlet.send(MORE_THAN_A_PIPE_HOLDS)
    assert outlet.busy
    left = len(MORE_THAN_A_PIPE_HOLDS)
    assert not events.gone.is_set()
    while left:
        left -= len(os.read(pipe[0], 1 << 16))
    assert events.gone.wait(LONG)
    assert not outlet.busy


def test_an_end_that_another_program_left_not_waiting_is_not_lost(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    outlet, events = outlet_to(pipe[1])
    outlet.send(MORE_THAN_A_PIPE_HOLDS)
    left = len(MORE_THAN_A_PIPE_HOLDS)
    while left:
        left -= len(os.read(pipe[0], 1 << 16))
    assert events.gone.wait(LONG)
    assert not events.lost.is_set()


def test_closing_does_not_wait_for_ever_and_drops_what_waits(pipe: tuple[int, int]) -> None:
    outlet, _ = outlet_to(pipe[1])
    outlet.send(MORE_THAN_A_PIPE_HOLDS)
    taken = os.read(pipe[0], 1)  # so that it is on its way
    outlet.send(b"never seen")
    assert not outlet.close(b"last", 0.05)
    while not taken.endswith(b"last"):
        taken += os.read(pipe[0], 1 << 16)
    assert b"never seen" not in taken


def test_a_lost_end_is_told_once_and_takes_nothing_more(pipe: tuple[int, int]) -> None:
    os.close(pipe[0])
    outlet, events = outlet_to(pipe[1])
    outlet.send(b"anyone there?")
    assert events.lost.wait(LONG)
    outlet.send(b"no")
    assert not outlet.close(b"last", LONG)
    assert events.faults == []


def test_a_fault_of_ours_is_told_and_holds_up_nobody(
    pipe: tuple[int, int], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_descriptor: int, _data: bytes) -> int:
        raise ValueError

    outlet, events = outlet_to(pipe[1])
    monkeypatch.setattr("brief_tui.terminal.outlet.os.write", fails)
    outlet.send(b"one")
    while not events.faults:
        pass
    monkeypatch.undo()
    assert not outlet.close(b"last", LONG)
    assert not events.lost.is_set()


def test_what_was_never_begun_is_not_taken_back(pipe: tuple[int, int]) -> None:
    outlet, _ = outlet_to(pipe[1])
    assert outlet.close(b"last", LONG)
    os.close(pipe[1])
    assert os.read(pipe[0], 10) == b""
