"""What is read from a terminfo database: facts about terminals nobody has named."""

from __future__ import annotations

from pathlib import Path
from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.terminal import terminfo
from brief_tui.terminal.abilities import Colours, Dialect
from brief_tui.terminal.known_terminals import kind_of
from brief_tui.terminal.terminfo import Facts, look_up

PLACE = b"\x1b[%i%p1%d;%p2%dH"
STRINGS = {
    3: b"\x1b[%i%p1%d;%p2%dr",
    8: b"\x1b[%i%p1%dG",
    10: PLACE,
    28: b"\x1b[?1049h\x1b[22;0;0t",
    37: b"\x1b[%p1%dX",
    44: b"\x1b[24m",
    106: b"\x1b[%p1%dM",
    110: b"\x1b[%p1%dL",
    127: b"\x1b[%i%p1%dd",
    297: b"\x1b[39;49m",
}
"""Of an xterm, by their places in the order of term.h."""


def compiled(
    strings: dict[int, bytes], colours: int = 8, *, bce: bool = True, wide: bool = False
) -> bytes:
    """A description as tic makes it (term(5))."""
    names = b"made|made for a test\0"
    flags = bytes(bce and each == 28 for each in range(29))
    numbers = [-1] * 13 + [colours]
    count = max(strings, default=-1) + 1
    places, text = [], b""
    for index in range(count):
        places.append(len(text) if index in strings else -1)
        text += strings[index] + b"\0" if index in strings else b""
    head = pack("<6H", 0o1036 if wide else 0o432, len(names), 29, 14, count, len(text))
    even = b"\0" * ((len(names) + 29) % 2)
    ints = pack(f"<14{'i' if wide else 'h'}", *numbers)
    return head + names + flags + even + ints + pack(f"<{count}h", *places) + text


def described(folder: Path, data: bytes, name: str = "made") -> Facts | None:
    """What is known when this is in the database."""
    (folder / name[0]).mkdir(exist_ok=True)
    (folder / name[0] / name).write_bytes(data)
    return look_up(name, (str(folder),))


@pytest.mark.parametrize("wide", [False, True])
def test_a_description_like_that_of_xterm_has_everything(tmp_path: Path, wide: bool) -> None:
    facts = described(tmp_path, compiled(STRINGS, 256, wide=wide))
    assert facts == Facts(True, 256, True, True, True, True, True, True)


@pytest.mark.parametrize(
    ("lost", "fact"),
    [
        (10, "placed_as_a_vt100"),
        (8, "places_in_line"),
        (127, "places_in_line"),
        (37, "erases_characters"),
        (106, "inserts_lines"),
        (110, "inserts_lines"),
        (3, "inserts_lines"),
        (44, "resets_one_by_one"),
        (297, "resets_one_by_one"),
        (28, "alternate_screen"),
    ],
)
def test_what_is_not_described_is_not_supposed(tmp_path: Path, lost: int, fact: str) -> None:
    strings = {place: string for place, string in STRINGS.items() if place != lost}
    facts = described(tmp_path, compiled(strings))
    assert facts is not None
    assert not getattr(facts, fact)
    assert sum(facts) - facts.colours == 6


def test_a_sequence_of_another_form_is_not_the_one_that_is_meant(tmp_path: Path) -> None:
    facts = described(tmp_path, compiled(STRINGS | {10: b"\x1bY%p1%' '%+%c%p2%' '%+%c"}))
    assert facts is not None
    assert not facts.placed_as_a_vt100


def test_erasing_in_colour_is_a_flag_of_its_own(tmp_path: Path) -> None:
    facts = described(tmp_path, compiled(STRINGS, bce=False))
    assert facts is not None
    assert not facts.erases_in_colour


def test_the_folder_may_be_named_in_hexadecimal(tmp_path: Path) -> None:
    (tmp_path / "6d").mkdir()
    (tmp_path / "6d" / "made").write_bytes(compiled(STRINGS))
    assert look_up("made", (str(tmp_path),)) is not None


@pytest.mark.parametrize("name", ["", "..", "../made", "m/made", ".made", "a\0b", "é", "x" * 65])
def test_a_name_that_is_a_path_is_not_looked_up(tmp_path: Path, name: str) -> None:
    described(tmp_path, compiled(STRINGS))
    assert look_up(name, (str(tmp_path / "m"), str(tmp_path))) is None


@given(st.integers(0, 400), st.binary(max_size=20))
def test_a_damaged_description_is_none_or_is_read_without_a_fault(
    tmp_path_factory: pytest.TempPathFactory, cut: int, behind: bytes
) -> None:
    data = compiled(STRINGS)[:cut] + behind
    facts = described(tmp_path_factory.mktemp("terminfo"), data)
    assert facts is None or isinstance(facts, Facts)


def test_a_folder_in_place_of_a_description_is_none(tmp_path: Path) -> None:
    (tmp_path / "m" / "made").mkdir(parents=True)
    assert look_up("made", (str(tmp_path),)) is None


@pytest.mark.parametrize(
    ("facts", "colours"),
    [
        (Facts(True, 256, True, True, True, True, True, True), Colours.INDEXED),
        (Facts(True, 8, True, False, True, False, True, False), Colours.SIXTEEN),
        (Facts(True, 0, False, False, False, False, False, False), Colours.NONE),
    ],
)
def test_a_terminal_that_only_terminfo_knows_is_used_as_it_is_described(
    facts: Facts, colours: Colours, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminfo, "look_up", lambda _: facts)
    kind_of.cache_clear()
    kind = kind_of("known-to-terminfo-alone")
    kind_of.cache_clear()
    assert kind.dialect == Dialect(*facts[2:])
    assert kind.colours is colours
    assert kind.places_cursor
    assert not kind.clipboard
