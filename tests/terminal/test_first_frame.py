"""The terminal between the first frame and the app: what it is sent, and how it is given back."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.first_frame import FirstFrame, KeptFrame
from brief_tui.terminal.keepable import kept_frame
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles

LISTENED_TO = (
    *(signal.SIGTERM, signal.SIGHUP, signal.SIGINT),
    *(signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH),
)


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Both ends of a pipe, which takes some and then no more."""
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def frame_of(text: str) -> KeptFrame:
    screen = Screen.blank(80, 24).after(text, Styles())[0]
    return kept_frame(screen, Capabilities())


def shown_on(pipe: tuple[int, int], kept: KeptFrame) -> FirstFrame:
    read, write = pipe
    frame = FirstFrame(kept, read, write)
    assert frame.show()
    return frame


def test_what_is_not_taken_at_once_is_left_for_the_driver(pipe: tuple[int, int]) -> None:
    kept = frame_of("a frame")
    kept.drawing *= 10_000
    frame = shown_on(pipe, kept)
    whole = kept.enter + kept.drawing
    taken = os.read(pipe[0], len(whole))
    assert frame.unsent
    assert taken + frame.unsent == whole
    frame.give_back()


def test_a_terminal_that_takes_nothing_is_left_alone(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    with pytest.raises(BlockingIOError):
        while True:
            os.write(pipe[1], bytes(1 << 16))
    assert not FirstFrame(frame_of("a frame"), *pipe).show()


def test_it_is_given_back_once_with_the_signals(pipe: tuple[int, int]) -> None:
    before = [signal.getsignal(number) for number in LISTENED_TO]
    kept = frame_of("a frame")
    frame = shown_on(pipe, kept)
    frame.give_back()
    frame.give_back()
    assert [signal.getsignal(number) for number in LISTENED_TO] == before
    assert os.read(pipe[0], 1 << 16) == kept.enter + kept.drawing + kept.leave


def test_who_has_it_from_here_gives_it_back(pipe: tuple[int, int]) -> None:
    before = {number: signal.getsignal(number) for number in LISTENED_TO}
    kept = frame_of("a frame")
    frame = shown_on(pipe, kept)
    shown = frame.shows()
    assert shown is not None
    assert "".join(shown.rows[0].cells).rstrip() == "a frame"
    frame.hand_over()
    frame.give_back()
    assert os.read(pipe[0], 1 << 16) == kept.enter + kept.drawing
    for number, handler in before.items():
        signal.signal(number, handler)


def test_in_another_size_nothing_is_known_of_what_it_shows(pipe: tuple[int, int]) -> None:
    screen = Screen.blank(81, 24).after("a frame", Styles())[0]
    frame = shown_on(pipe, kept_frame(screen, Capabilities()))
    assert frame.shows() is None  # a pipe is taken for a terminal of the usual size
    frame.give_back()


def test_it_is_for_the_terminal_that_it_was_drawn_for(pipe: tuple[int, int]) -> None:
    frame = FirstFrame(frame_of("a frame"), *pipe)
    assert frame.is_for(repr(Capabilities()))
    assert not frame.is_for(repr(Capabilities(utf8=False)))
