"""Generated frames in the form in which Textual writes them, and what a reader may do between."""

from __future__ import annotations

import re
from typing import NamedTuple

from hypothesis import strategies as st
from wcwidth import wcwidth

from brief_tui.terminal.indexed import indexed

Size = tuple[int, int]

_COLOURS = ("0;0;0", "255;0;0", "18;52;86", "200;200;200")
_STYLES = (
    *("", "0", "1", "2", "3", "4", "7", "9", "1;4", "22", "24", "27", "39", "49"),
    *(f"{ground};2;{rgb}" for ground in (38, 48) for rgb in _COLOURS),
    *("31", "97", "44", "100", "38;5;231", "48;5;16", "1;38;2;1;2;3;48;2;250;250;250"),
)
_CHARACTERS = (
    *"abcxyz01.,:-—–…’█─│■★éüŁЖא",
    *"北韓語語한カ！",
    *("e\u0301", "k\u0323\u0301", "北\u0300", "🌾", "🚢"),
)


class Shown(NamedTuple):
    """What is written at once, and the size of the terminal by then."""

    size: Size
    text: str


def _cells(text: str) -> int:
    return sum(max(wcwidth(character), 0) for character in text)


def _fitting(text: str, room: int) -> str:
    """As much of ``text`` as fits into so many cells; what joins stays with what it joins."""
    while _cells(text) > room:
        text = text[:-1]
    return text


texts = st.one_of(
    st.lists(st.sampled_from(_CHARACTERS), max_size=12).map("".join),
    st.integers(0, 24).map(lambda count: " " * count),
    st.lists(st.sampled_from(("word", "  ", "北韓", " a ", "e\u0301", "")), max_size=6).map(
        "".join
    ),
)
runs = st.tuples(st.sampled_from(_STYLES), texts, st.booleans())
lines = st.lists(runs, max_size=5)


def _line(styled: list[tuple[str, str, bool]], room: int) -> str:
    """Runs of text in a style, most of them set back behind, cut to fit."""
    written = []
    for style, text, back in styled:
        text = _fitting(text, room)
        room -= _cells(text)
        written.append(f"\x1b[{style}m{text}" + "\x1b[0m" * back)
    return "".join(written)


def _whole_line(styled: list[tuple[str, str, bool]], room: int) -> str:
    """Runs of text, and blanks behind them up to the end."""
    text = _line(styled, room)
    return f"\x1b[0m{text}\x1b[0m" + " " * (room - _cells(re.sub(r"\x1b\[[0-9;]*m", "", text)))


@st.composite
def patches(draw: st.DrawFn, size: Size, *, whole: bool) -> str:
    """Text in a few places, in any order."""
    columns, rows = size
    parts = []
    for _ in range(draw(st.integers(0, 5))):
        x, y = 0 if whole else draw(st.integers(0, columns - 1)), draw(st.integers(0, rows - 1))
        line = (_whole_line if whole else _line)(draw(lines), columns - x)
        parts.append(f"\x1b[{y + 1};{x + 1}H{line}")
    return "".join(parts)


@st.composite
def scrolled(draw: st.DrawFn, size: Size, *, whole: bool) -> list[str]:
    """A pane beside what stays, at several places of its text: rows come back elsewhere."""
    columns, rows = size
    left = 0 if whole else draw(st.integers(0, min(3, columns - 1)))
    top = draw(st.integers(0, min(2, rows - 1)))
    pool = draw(st.lists(lines, min_size=1, max_size=rows + 8))
    if draw(st.booleans()):
        pool = [[("", f"{number}.", True), *styled] for number, styled in enumerate(pool)]
    frames = []
    for first in draw(st.lists(st.integers(0, len(pool)), min_size=1, max_size=4)):
        shown = pool[first : first + rows - top]
        frame = []
        for number in range(rows - top):
            line = _whole_line(shown[number] if number < len(shown) else [], columns - left)
            frame.append(f"\x1b[{top + number + 1};{left + 1}H{line}")
        frames.append("".join(frame))
    return frames


@st.composite
def sessions(draw: st.DrawFn, sizes: tuple[Size, ...] = (), *, whole: bool = False) -> list[Shown]:
    """Frames, with changes of size in between.

    Args:
        draw: Draws from a strategy.
        sizes: The sizes of the terminal; any where there are none.
        whole: Whether lines are written whole. Otherwise half of what is wide may be written over,
            and how its other half then looks, terminals disagree on.
    """
    any_size = st.tuples(st.integers(1, 24), st.integers(1, 10))
    shown: list[Shown] = []
    for _ in range(draw(st.integers(1, 3))):
        size = draw(st.sampled_from(sizes) if sizes else any_size)
        one = patches(size, whole=whole).map(lambda text: [text])
        for _ in range(draw(st.integers(1, 3))):
            shown += [Shown(size, text) for text in draw(one | scrolled(size, whole=whole))]
    return shown


_RGB = re.compile(r"([34]8);2;([0-9]+);([0-9]+);([0-9]+)")


def in_256_colours(text: str) -> str:
    """``text`` with every 24-bit colour as that of 256 that stands in for it."""
    return _RGB.sub(lambda m: f"{m[1]};5;{indexed((int(m[2]), int(m[3]), int(m[4])))}", text)
