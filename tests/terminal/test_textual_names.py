"""The names of Textual's that are not public still stand where they did, and do what they did."""

from __future__ import annotations

import pytest
from textual.events import MouseDown, MouseMove

from brief_tui.terminal import textual_names


def test_textual_s_parser_names_keys() -> None:
    (up,) = textual_names.keys_named("\x1b[1;5A")
    assert (up.key, up.character) == ("ctrl+up", None)
    (letter,) = textual_names.keys_named("\x1b[97;2;65u")
    assert (letter.key, letter.character) == ("A", "A")
    (slash,) = textual_names.keys_named("/")
    assert (slash.key, slash.character) == ("slash", "/")
    assert textual_names.keys_named("\x1b[G") == []
    with pytest.raises(ValueError, match="chr"):
        textual_names.keys_named("\x1b[1114112u")


def test_textual_s_parser_names_the_mouse() -> None:
    moved = textual_names.mouse_named("\x1b[<35;5;6M")
    pressed = textual_names.mouse_named("\x1b[<0;7;9M")
    assert isinstance(moved, MouseMove)
    assert isinstance(pressed, MouseDown)
    assert (pressed.x, pressed.y, pressed.delta_x, pressed.delta_y) == (6, 8, 2, 3)
    assert textual_names.mouse_named("\x1b[<0;0;5M") is None


def test_textual_knows_the_numbers_of_function_keys() -> None:
    assert textual_names.is_function_key(15, "~")
    assert textual_names.is_function_key(1, "A")
    assert textual_names.is_function_key(27, "u")
    assert not textual_names.is_function_key(33, "~")
    assert not textual_names.is_function_key(5, "A")


def test_textual_has_a_table_of_sequences() -> None:
    assert textual_names.names_in_table("\x1b[33~") == ("f19",)
    assert textual_names.names_in_table("\x1b[5A") == ("ctrl+up",)
    assert textual_names.names_in_table("\x1b[99~") == ()
    assert textual_names.names_in_table("\x1bOj") == ()
