"""What a terminal of nothing but ASCII shows: as wide as before, and nothing made up."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import astuple
from pathlib import Path
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

import brief_tui
from brief_tui.render import cells, marks, time_strip, words
from brief_tui.render.bars import GLYPHS
from brief_tui.terminal.ascii import in_ascii

SOURCE = Path(brief_tui.__file__).parent
_NOT_SIGNS = {"Lo", "Cc", "Cf", "Cn", "Co", "Cs"}
VISIBLE = st.characters(blacklist_categories=("Cc", "Cs", "Co", "Cn"))


def written() -> Iterator[str]:
    """Every sign of one cell beyond ASCII in a text that the program holds, docstrings included.

    But for letters of other scripts, which it compares with and never writes, and for what is no
    character or is named in two modules in order to let nobody see it.
    """
    naming = {SOURCE / "load" / "text.py", SOURCE / "terminal" / "ascii.py"}
    for file in sorted(set(SOURCE.rglob("*.py")) - naming):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield from (char for char in node.value if category(char) not in _NOT_SIGNS)


def forms(glyphs: Iterable[str]) -> list[str]:
    return [in_ascii(glyph) for glyph in glyphs]


def all_differ(glyphs: Iterable[str]) -> bool:
    shown = forms(glyphs)
    return len(set(shown)) == len(shown)


@given(st.text(VISIBLE).filter(lambda text: not text.startswith(("\u200d", "\ufe0f"))))
def test_all_is_ascii_and_as_many_cells_wide(text: str) -> None:
    shown = in_ascii(text)
    assert shown.isascii()
    assert len(shown) == cells.width(text)


@given(st.text(VISIBLE.filter(lambda char: char not in "\u200d\ufe0f"), max_size=8))
def test_no_character_looks_at_its_neighbours(text: str) -> None:
    """So that one cell can be written alone, without joiners, which change widths."""
    assert in_ascii(text) == "".join(in_ascii(char) for char in text)


@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)))
def test_ascii_stays_as_it_is(text: str) -> None:
    assert in_ascii(text) == text


@given(VISIBLE.filter(lambda char: not char.isascii()))
def test_nothing_becomes_a_digit(char: str) -> None:
    """``10²`` is not 102."""
    assert not any(shown.isdigit() for shown in in_ascii(char))


def test_every_sign_that_the_program_writes_has_a_form_of_its_own() -> None:
    found = {char for char in written() if not char.isascii() and cells.width(char) == 1}
    assert len(found) > 30
    without = {char for char in found if "?" in in_ascii(char)}
    assert without <= {"\N{REPLACEMENT CHARACTER}"}


def test_what_is_typeset_in_running_text_is_typed() -> None:
    assert in_ascii("“Süd” – l’année … 2 × 6,000 — ¶7 · N° 5") == (
        '"Sud" - l\'annee > 2 x 6,000 - #7 . N* 5'
    )


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Łódź, Türkiye, Đà Nẵng, Kyïv", "Lodz, Turkiye, Da Nang, Kyiv"),
        ("Straße, Ærø, œuvre, Þór", "Strase, Aro, ouvre, Tor"),
        ("e\u0301te\u0301", "ete"),
        ("Москва", "??????"),
        ("북한", "????"),
        ("港口", "????"),
        ("👩\u200d💻 ❤\ufe0f", "?? ??"),
        ("ok 👍", "ok ??"),
    ],
)
def test_a_letter_loses_its_mark_and_other_scripts_are_question_marks(
    text: str, shown: str
) -> None:
    assert in_ascii(text) == shown


@pytest.mark.parametrize("text", ["≥", "≤", "±", "½", "‰", "≢", "∓", "≯", "√"])
def test_a_sign_that_one_character_would_falsify_is_a_question_mark(text: str) -> None:
    assert in_ascii(text) == "?"


def test_what_stands_for_an_unsafe_character_still_names_it() -> None:
    assert in_ascii("⟨U+202E⟩ \u241b") == "<U+202E> ^"


def test_the_parts_of_a_bar_stay_different() -> None:
    assert all_differ([GLYPHS.eighths[0], *(each for each in astuple(GLYPHS) if len(each) == 1)])
    partial = set(forms(GLYPHS.eighths))
    assert GLYPHS.solid not in partial
    assert partial.isdisjoint(
        forms([GLYPHS.solid, GLYPHS.about, GLYPHS.onward, GLYPHS.hollow, GLYPHS.shaded])
    )
    assert partial.isdisjoint(forms([GLYPHS.stop, GLYPHS.best]))


def test_the_marks_on_an_axis_of_time_stay_different() -> None:
    strip = time_strip
    marks_of_dates = (strip.DAY, strip.MONTH_OR_YEAR, strip.SHORT, strip.BEFORE, strip.AFTER)
    lines = (strip.AS_OF, strip.KNOWN_ON, strip.TICK, "─", "╌", "·", "┼", "├", "┤", "~", "?")
    assert all_differ((*marks_of_dates, *lines))


def test_levels_of_leverage_stay_different() -> None:
    assert all_differ([*words.GLYPHS.values(), "–"])


def test_marks_of_hypotheses_stay_different() -> None:
    assert all_differ(marks.GLYPHS.values())


def test_marks_before_a_row_stay_different() -> None:
    hedged, marked, look_alike, own, leads, absent, silent = "≈■≠▸›–·"
    assert (hedged, marked) == (words.HEDGED, words.MARK)
    assert all_differ((hedged, marked, look_alike, own, leads, absent, silent, "?"))


def test_the_cursors_gutter_tells_the_pane_in_use_from_one_that_waits() -> None:
    assert all_differ("▌▏ ")


def test_arrows_point_the_same_way() -> None:
    assert forms("←→↑↓‹›◄►") == ["<", ">", "^", "v", "<", ">", "<", ">"]
