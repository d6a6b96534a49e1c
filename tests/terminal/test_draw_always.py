"""Whatever is drawn, the short form shows what the long form shows, cell for cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wcwidth import wcwidth

from brief_tui.terminal.capabilities import XTERM, Colours, Dialect
from brief_tui.terminal.draw import draw
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.styles import Styles
from tests.hostile.grammar import assert_ours
from tests.terminal.both import Both
from tests.terminal.frames import Shown, in_256_colours, sessions
from tests.tui.painted import Painted

DIALECTS = {
    "xterm": XTERM,
    "vt100": Dialect(*[False] * 6),
    **{f"without {field}": XTERM._replace(**{field: False}) for field in sorted(Dialect._fields)},
}
BEYOND_VT100 = {
    "places_in_line": r"\x1b\[[0-9]*[Gd]",
    "erases_characters": r"\x1b\[[0-9]*X",
    "inserts_lines": r"\x1b\[[0-9]*[LM]",
    "resets_one_by_one": r"\x1b\[(?:[0-9;]+;)?(?:2[2-9]|39|49)(?:;[0-9;]*)?m",
}


@pytest.mark.parametrize("name", DIALECTS)
@given(shown=sessions())
def test_the_short_form_shows_what_the_long_form_shows(name: str, shown: list[Shown]) -> None:
    both = Both(DIALECTS[name])
    for each in shown:
        both.show(each)
    assert_sent_in(DIALECTS[name], both.sent)


@given(shown=sessions())
def test_so_it_does_where_there_are_256_colours(shown: list[Shown]) -> None:
    both = Both(XTERM, Colours.INDEXED)
    for each in shown:
        both.show(each._replace(text=in_256_colours(each.text)))


def assert_sent_in(dialect: Dialect, sent: Sequence[str]) -> None:
    """Nothing is sent but what the terminal understands."""
    for text in sent:
        assert_ours(text, ())
    for field, sequence in BEYOND_VT100.items():
        if not getattr(dialect, field):
            assert not [text for text in sent if re.search(sequence, text)]


@given(shown=sessions())
def test_a_screen_that_was_drawn_over_is_drawn_whole(shown: list[Shown]) -> None:
    both = Both(XTERM)
    for each in shown:
        both.show(each)
        both.forget()
        both.show(each._replace(text=""))


@given(shown=sessions())
def test_what_is_shown_already_is_not_sent(shown: list[Shown]) -> None:
    styles = Styles()
    for size, text in shown:
        shadow, _ = draw(Screen.blank(*size, known=False), text, styles)
        again, short = draw(shadow, "", styles)
        assert short == ""
        assert again == shadow


WIDTHS: dict[str, Callable[[str], int]] = {
    "joins nothing": lambda character: max(wcwidth(character), 1),
    "takes signs for wide": lambda character: 2 if character in SIGNS else wcwidth(character),
    "takes signs for narrow": lambda character: (
        min(wcwidth(character), 1) if character in SIGNS else wcwidth(character)
    ),
}
SIGNS = "❤⚠☺👩🔬🌾🇰🇷"
MEASURED_IN_OTHER_WAYS = ("❤\ufe0f", "⚠\ufe0f", "☺", "👩\u200d🔬", "🌾", "🇰🇷", "e\u0301")
rows_of_signs = st.lists(
    st.tuples(
        st.integers(0, 11),
        st.integers(0, 1),
        st.sampled_from(("", "44", "7")),
        st.lists(st.sampled_from((*"ab ", "北", *MEASURED_IN_OTHER_WAYS)), max_size=6).map("".join),
    ),
    min_size=1,
    max_size=8,
)


@pytest.mark.parametrize("name", WIDTHS)
@given(frames=rows_of_signs)
def test_a_terminal_that_measures_in_its_own_way_keeps_nothing_of_what_was_there(
    name: str, frames: list[tuple[int, int, str, str]]
) -> None:
    """What was drawn bit by bit looks as what is drawn at once does."""
    styles = Styles()
    shadow = Screen.blank(32, 2, known=False)
    bit_by_bit = Painted(32, 2, width=WIDTHS[name])
    bit_by_bit.write("\x1b[?7l")
    for x, y, style, text in frames:
        frame = f"\x1b[{y + 1};{x + 1}H\x1b[{style}m{text}\x1b[0m"
        shadow, short = draw(shadow, frame, styles)
        bit_by_bit.write(short)
        at_once = Painted(32, 2, width=WIDTHS[name])
        at_once.write("\x1b[?7l" + draw(shadow.forgotten(), "", styles)[1])
        assert bit_by_bit.shown() == at_once.shown(), (frame, short)
