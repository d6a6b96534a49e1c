"""The palette: readable everywhere, in every theme, and without any colour."""

import itertools
from dataclasses import replace

import pytest
from rich.color import Color, ColorType
from rich.style import Style

from brief_tui.render.page import Tone
from brief_tui.shipped import themes_folder
from brief_tui.terminal.capabilities import Colours
from brief_tui.tui.colour import contrast
from brief_tui.tui.depth import at_depth
from brief_tui.tui.palette import Ground, Palette
from brief_tui.tui.theme import MINIMAL, READABLE, Theme
from brief_tui.tui.theme_files import load_theme

COLOURED = sorted(
    path.stem for path in themes_folder().glob("*.yaml") if not load_theme(path.stem).theme.ansi
)
WORDS = [tone for tone in Tone if tone is not Tone.FAINT]
"""Every tone but that of rules and empty marks, which no word is ever in."""


def shown(colour: Color | None) -> str:
    """``colour`` as ``#rrggbb``."""
    assert colour is not None
    return colour.get_truecolor().hex


def contrast_of(style: Style) -> float:
    """The contrast of a style's text with its background."""
    return contrast(shown(style.color), shown(style.bgcolor))


@pytest.mark.parametrize("colours", [Colours.TRUE, Colours.INDEXED])
@pytest.mark.parametrize("name", COLOURED)
def test_every_word_can_be_read_on_everything_it_can_stand_on(name: str, colours: Colours) -> None:
    palette = Palette(load_theme(name).theme, colours)
    hard = {
        (tone, ground): contrast_of(palette.style(tone, ground))
        for tone in WORDS
        for ground in Ground
        if contrast_of(palette.style(tone, ground)) < READABLE
    }
    assert hard == {}


@pytest.mark.parametrize("colours", [Colours.TRUE, Colours.INDEXED])
def test_high_contrast_is_seven_to_one(colours: Colours) -> None:
    palette = Palette(load_theme("high-contrast").theme, colours)
    least = min(contrast_of(palette.style(tone, ground)) for tone in WORDS for ground in Ground)
    assert least >= 7


@pytest.mark.parametrize("name", COLOURED)
@pytest.mark.parametrize("colours", [Colours.TRUE, Colours.INDEXED])
def test_grounds_can_be_told_apart(name: str, colours: Colours) -> None:
    palette = Palette(load_theme(name).theme, colours)
    seen = [shown(palette.blank(ground).bgcolor) for ground in Ground]
    assert len(set(seen)) == len(seen)


def test_a_tone_that_cannot_be_read_on_the_cursor_takes_the_rows_own_colour() -> None:
    theme = load_theme("dusk").theme
    palette = Palette(theme)
    assert contrast(theme.muted, theme.cursor) < READABLE
    assert palette.style(Tone.MUTED, Ground.CURSOR).color == Color.parse(theme.cursor_text)
    assert palette.style(Tone.HEDGE, Ground.CURSOR).color == Color.parse(theme.hedge)


def every_style(palette: Palette) -> list[Style]:
    """All styles of a palette."""
    return [palette.style(tone, ground) for tone in Tone for ground in Ground]


@pytest.mark.parametrize("name", [*COLOURED, "terminal"])
def test_without_colour_there_is_no_colour_at_all(name: str) -> None:
    for style in every_style(Palette(load_theme(name).theme, Colours.NONE)):
        assert style.color is None
        assert style.bgcolor is None


def test_the_terminal_theme_has_nothing_but_the_sixteen_and_the_default() -> None:
    for style in every_style(Palette(MINIMAL)):
        for colour in (style.color, style.bgcolor):
            assert colour is None or colour.type is ColorType.STANDARD


def test_the_terminals_colours_never_stand_on_one_another_by_chance() -> None:
    """Text on a background of its own has its own text colour; the cursor reverses."""
    palette = Palette(MINIMAL)
    for tone, ground in itertools.product(WORDS, (Ground.CURSOR, Ground.ACCENT)):
        style = palette.style(tone, ground)
        if tone is Tone.HIT:
            assert (str(style.color), str(style.bgcolor)) != ("None", "None")
        elif ground is Ground.CURSOR:
            assert style.reverse
            assert style.color is None
        else:
            assert style.color == palette.blank(ground).color


GIVEN_NO_GROUNDS = replace(
    MINIMAL,
    background="ansi_black",
    surface="ansi_black",
    text="ansi_white",
    hedge="ansi_white",
    cursor="ansi_black",
    selected="ansi_black",
)
"""A reader's own of the sixteen: a page of its own, and rows that are not set off from it."""


@pytest.mark.parametrize("theme", [MINIMAL, GIVEN_NO_GROUNDS, load_theme("dusk").theme])
@pytest.mark.parametrize("colours", [Colours.NONE, Colours.INDEXED, Colours.TRUE])
def test_what_a_reader_must_tell_apart_differs(theme: Theme, colours: Colours) -> None:
    palette = Palette(theme, colours)
    for ground in (Ground.PAGE, Ground.CHROME):
        plain = palette.style(Tone.PLAIN, ground)
        for tone in (Tone.STRONG, Tone.MUTED, Tone.HEDGE, Tone.ERROR, Tone.HIT, Tone.MARKED):
            assert palette.style(tone, ground) != plain
    assert palette.blank(Ground.CURSOR) != palette.blank(Ground.PAGE)
    assert palette.blank(Ground.SELECTED) != palette.blank(Ground.PAGE)
    assert palette.style(Tone.HIT, Ground.CURSOR) != palette.blank(Ground.CURSOR)


# What a person sees who lacks one kind of cone entirely: linear RGB to linear RGB.
# Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
# Deficiency" (2009), severity 1.0.
DEFICIENCIES = {
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def lab(colour: str, deficiency: str) -> tuple[float, float, float]:
    """CIE L*a*b* (D65) of ``colour`` as seen with a deficiency."""
    encoded = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in encoded]
    red, green, blue = (
        min(1.0, max(0.0, sum(factor * c for factor, c in zip(row, linear, strict=True))))
        for row in DEFICIENCIES[deficiency]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("colours", [Colours.TRUE, Colours.INDEXED])
@pytest.mark.parametrize("deficiency", DEFICIENCIES)
def test_blue_and_orange_keeps_its_tones_apart_for_colour_blind_eyes(
    deficiency: str, colours: Colours
) -> None:
    theme = at_depth(load_theme("blue-orange").theme, colours)
    tones = {
        key: lab(getattr(theme, key), deficiency)
        for key in ("text", "accent", "hedge", "warning", "error")
    }
    near = {
        (one, other): round(distance, 1)
        for one, other in itertools.combinations(tones, 2)
        if (
            distance := sum((a - b) ** 2 for a, b in zip(tones[one], tones[other], strict=True))
            ** 0.5
        )
        < 15
    }
    assert near == {}
