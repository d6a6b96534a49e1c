"""Themes on terminals with fewer colours: all can still be read, and told apart."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style

from brief_tui.render.page import Tone
from brief_tui.shipped import themes_folder
from brief_tui.terminal.capabilities import Colours
from brief_tui.terminal.indexed import indexed, of_index
from brief_tui.tui.colour import contrast, of_rgb, rgb
from brief_tui.tui.depth import at_depth
from brief_tui.tui.palette import Ground, Palette
from brief_tui.tui.theme import COLOURS, MINIMAL, READABLE, STANDS_ON, Theme
from brief_tui.tui.theme_files import load_theme
from tests.tui.own_colours import SOLARIZED, STANDARD

SHIPPED = sorted(path.stem for path in themes_folder().glob("*.yaml"))
COLOURED = [name for name in SHIPPED if not load_theme(name).theme.ansi]
WORDS = [tone for tone in Tone if tone is not Tone.FAINT]
GROUNDS = ("background", "surface", "selected", "cursor", "hit", "accent")
TONES = ("text", "muted", "accent", "hedge", "warning", "error")
EVERYWHERE = list(itertools.product(WORDS, Ground))

CHANNEL = st.integers(0, 255)
COLOUR = st.tuples(CHANNEL, CHANNEL, CHANNEL).map(of_rgb)
"""Any colour as a theme names it."""


def theme(name: str, colours: Colours) -> Theme:
    return at_depth(load_theme(name).theme, colours)


# 256 colours


@pytest.mark.parametrize("name", COLOURED)
def test_in_256_every_colour_is_one_of_those_that_look_alike_everywhere(name: str) -> None:
    reduced = theme(name, Colours.INDEXED)
    for key in COLOURS:
        colour = getattr(reduced, key)
        assert of_rgb(of_index(indexed(rgb(colour)))) == colour


@pytest.mark.parametrize("name", COLOURED)
def test_in_256_the_nearest_colours_of_a_shipped_theme_will_do(name: str) -> None:
    """So that its author sees what readers get, and nothing has to be mended."""
    whole, reduced = load_theme(name).theme, theme(name, Colours.INDEXED)
    for key in COLOURS:
        assert getattr(reduced, key) == of_rgb(of_index(indexed(rgb(getattr(whole, key)))))


@pytest.mark.parametrize("name", COLOURED)
def test_in_256_grounds_and_tones_are_as_many_as_in_24_bit(name: str) -> None:
    whole, reduced = load_theme(name).theme, theme(name, Colours.INDEXED)
    for keys in (GROUNDS, TONES):
        assert len({getattr(reduced, key) for key in keys}) == len(
            {getattr(whole, key) for key in keys}
        )


@pytest.mark.parametrize("name", COLOURED)
def test_in_256_the_cursor_and_a_hit_stand_out_nearly_as_in_24_bit(name: str) -> None:
    whole, reduced = load_theme(name).theme, theme(name, Colours.INDEXED)
    for key in ("cursor", "hit", "accent"):
        before = apart(getattr(whole, key), whole.background)
        assert apart(getattr(reduced, key), reduced.background) >= 0.8 * before


def apart(one: str, other: str) -> float:
    """How far apart two colours are, channel by channel."""
    return sum(abs(a - b) for a, b in zip(rgb(one), rgb(other), strict=True))


@given(st.lists(COLOUR, min_size=len(COLOURS), max_size=len(COLOURS)), st.booleans())
def test_in_256_grounds_of_any_theme_stay_apart(colours: list[str], dark: bool) -> None:
    whole = replace(MINIMAL, ansi=False, dark=dark, **dict(zip(COLOURS, colours, strict=True)))
    reduced = at_depth(whole, Colours.INDEXED)
    for one, other in itertools.combinations(GROUNDS, 2):
        if getattr(whole, one) != getattr(whole, other):
            assert getattr(reduced, one) != getattr(reduced, other)


@given(st.lists(COLOUR, min_size=len(COLOURS), max_size=len(COLOURS)), st.booleans())
def test_in_256_text_of_any_theme_can_be_read_where_it_could(
    colours: list[str], dark: bool
) -> None:
    whole = replace(MINIMAL, ansi=False, dark=dark, **dict(zip(COLOURS, colours, strict=True)))
    whole = replace(whole, surface=whole.background, selected=whole.background)
    reduced = at_depth(whole, Colours.INDEXED)
    for text, ground in STANDS_ON:
        if contrast(getattr(whole, text), getattr(whole, ground)) >= READABLE:
            assert contrast(getattr(reduced, text), getattr(reduced, ground)) >= READABLE


# Sixteen colours


def drawn(style: Style, palette: dict[str, str], *, brightens: bool) -> float:
    """The contrast of a style, where bold is drawn in bright colours or is not."""
    assert style.color is not None
    assert style.bgcolor is not None
    colour = style.color.name
    if brightens and style.bold and not colour.startswith("bright_"):
        colour = f"bright_{colour}"
    return contrast(palette[colour], palette[style.bgcolor.name])


@pytest.mark.parametrize("brightens", [True, False])
@pytest.mark.parametrize("palette", STANDARD)
@pytest.mark.parametrize("name", COLOURED)
def test_in_sixteen_every_word_can_be_read(name: str, palette: str, brightens: bool) -> None:
    """On the light grey that VGA has for white there is no red that is read with ease."""
    styles = Palette(load_theme(name).theme, Colours.SIXTEEN)
    dark = load_theme(name).theme.dark
    for tone, ground in EVERYWHERE:
        least = 3 if tone in {Tone.WARNING, Tone.ERROR} and not dark else READABLE
        seen = drawn(styles.style(tone, ground), STANDARD[palette], brightens=brightens)
        assert seen >= least, (tone, ground)


@pytest.mark.parametrize("name", COLOURED)
def test_in_sixteen_nothing_is_lost_in_solarized(name: str) -> None:
    """Its own colours stand at 2.8 on its grounds."""
    styles = Palette(load_theme(name).theme, Colours.SIXTEEN)
    for tone, ground in EVERYWHERE:
        assert drawn(styles.style(tone, ground), SOLARIZED, brightens=False) >= 2.8


@pytest.mark.parametrize("name", SHIPPED)
def test_in_sixteen_there_are_no_bright_grounds(name: str) -> None:
    styles = Palette(load_theme(name).theme, Colours.SIXTEEN)
    for tone, ground in itertools.product(Tone, Ground):
        style = styles.style(tone, ground)
        assert style.bgcolor is None or not style.bgcolor.name.startswith("bright_")


@pytest.mark.parametrize("name", SHIPPED)
def test_in_sixteen_nothing_is_dim_or_italic(name: str) -> None:
    """The Linux console draws both in other colours, and dim ones are hard to read."""
    styles = Palette(load_theme(name).theme, Colours.SIXTEEN)
    for tone, ground in itertools.product(Tone, Ground):
        style = styles.style(tone, ground)
        assert not style.dim
        assert not style.italic


@pytest.mark.parametrize("name", COLOURED)
def test_in_sixteen_the_cursor_is_the_page_reversed(name: str) -> None:
    reduced = theme(name, Colours.SIXTEEN)
    assert (reduced.cursor, reduced.cursor_text) == (reduced.text, reduced.background)


@pytest.mark.parametrize("name", COLOURED)
def test_in_sixteen_grounds_stay_apart(name: str) -> None:
    reduced = theme(name, Colours.SIXTEEN)
    grounds = [getattr(reduced, key) for key in GROUNDS if key != "surface"]
    assert len(set(grounds)) == len(grounds)


@pytest.mark.parametrize("name", COLOURED)
def test_in_sixteen_what_must_not_be_missed_does_not_look_like_text(name: str) -> None:
    styles = Palette(load_theme(name).theme, Colours.SIXTEEN)
    plain = styles.style(Tone.PLAIN)
    for tone in (Tone.STRONG, Tone.HEDGE, Tone.WARNING, Tone.ERROR, Tone.HIT, Tone.MARKED):
        assert styles.style(tone) != plain
    assert styles.style(Tone.HEDGE) != styles.style(Tone.WARNING)


def test_in_sixteen_a_hue_is_kept_where_it_can_be_read() -> None:
    assert theme("dusk", Colours.SIXTEEN).accent == "ansi_cyan"
    assert theme("high-contrast", Colours.SIXTEEN).link == "ansi_bright_yellow"
    assert theme("blue-orange", Colours.SIXTEEN).error == "ansi_bright_red"
    assert theme("paper", Colours.SIXTEEN).link == "ansi_blue"


@given(st.lists(COLOUR, min_size=len(COLOURS), max_size=len(COLOURS)), st.booleans())
def test_in_sixteen_any_theme_can_be_read(colours: list[str], dark: bool) -> None:
    whole = replace(MINIMAL, ansi=False, dark=dark, **dict(zip(COLOURS, colours, strict=True)))
    styles = Palette(whole, Colours.SIXTEEN)
    for tone, ground in EVERYWHERE:
        least = 3 if tone in {Tone.WARNING, Tone.ERROR} and not dark else READABLE
        for palette in STANDARD.values():
            assert drawn(styles.style(tone, ground), palette, brightens=True) >= least


# None, and themes that are the same at every depth


@pytest.mark.parametrize("name", SHIPPED)
def test_without_colour_nothing_hangs_on_dim_or_italic(name: str) -> None:
    """A VT100 has bold, underline and reverse."""
    styles = Palette(load_theme(name).theme, Colours.NONE)

    def on_a_vt100(tone: Tone, ground: Ground = Ground.PAGE) -> tuple[bool, bool, bool]:
        style = styles.style(tone, ground)
        return bool(style.bold), bool(style.underline), bool(style.reverse)

    plain = on_a_vt100(Tone.PLAIN)
    for tone in (Tone.STRONG, Tone.HEDGE, Tone.LINK, Tone.WARNING, Tone.ERROR, Tone.HIT):
        assert on_a_vt100(tone) != plain
    rows = [on_a_vt100(Tone.PLAIN, each) for each in (Ground.PAGE, Ground.SELECTED, Ground.CURSOR)]
    assert len(set(rows)) == 3
    for ground in Ground:
        assert on_a_vt100(Tone.HIT, ground) != on_a_vt100(Tone.PLAIN, ground)


@pytest.mark.parametrize("colours", Colours)
def test_a_theme_of_the_terminals_own_colours_is_the_same_everywhere(colours: Colours) -> None:
    assert at_depth(MINIMAL, colours) == MINIMAL


@pytest.mark.parametrize("name", SHIPPED)
def test_in_24_bit_a_theme_is_as_written(name: str) -> None:
    assert theme(name, Colours.TRUE) == load_theme(name).theme
