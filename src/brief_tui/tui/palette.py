"""From a theme to the styles that our own widgets draw with."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from rich.color import Color, ColorSystem
from rich.style import Style

from brief_tui.render.page import Tone
from brief_tui.tui.colour import DEFAULT, contrast
from brief_tui.tui.theme import READABLE

if TYPE_CHECKING:
    from brief_tui.tui.theme import Theme


class Ground(Enum):
    """What text stands on: the names of a theme's background colours."""

    PAGE = "background"
    CHROME = "surface"
    CURSOR = "cursor"
    SELECTED = "selected"
    ACCENT = "accent"


_COLOUR = {
    Tone.PLAIN: "text",
    Tone.STRONG: "text",
    Tone.MUTED: "muted",
    Tone.FAINT: "faint",
    Tone.HEADING: "text",
    Tone.LABEL: "muted",
    Tone.ACCENT: "accent",
    Tone.LINK: "link",
    Tone.HEDGE: "hedge",
    Tone.WARNING: "warning",
    Tone.ERROR: "error",
    Tone.HIT: "hit_text",
    Tone.MARKED: "marked",
}
_OWN_TEXT = {
    Ground.PAGE: "text",
    Ground.CHROME: "text",
    Ground.CURSOR: "cursor_text",
    Ground.SELECTED: "text",
    Ground.ACCENT: "accent_text",
}
_WHOLE_AREAS = {Ground.PAGE, Ground.CHROME}
_BOLD = {Tone.STRONG, Tone.HEADING, Tone.MARKED}
_BOLD_WITHOUT_COLOUR = _BOLD | {Tone.ACCENT, Tone.WARNING, Tone.ERROR}
_UNDERLINED_WITHOUT_COLOUR = {Tone.HEDGE, Tone.LINK}
_DIM_WITHOUT_COLOUR = {Tone.MUTED, Tone.FAINT, Tone.LABEL}


class Palette:
    """A style for every tone on every ground.

    Colour never is the only difference: where a theme has none to give, or none is wanted, the
    attributes bold, underline, dim and reverse stand in.
    """

    def __init__(self, theme: Theme, *, no_color: bool = False) -> None:
        """Prepare the styles; each is worked out when it is first drawn with.

        Args:
            theme: The colours, checked.
            no_color: Whether the styles may hold no colour at all, not even the default.
        """
        self._theme = theme
        self._draw = _colourless if no_color else _terminal if theme.ansi else _coloured
        self._styles: dict[tuple[Tone, Ground], Style] = {}

    def style(self, tone: Tone, ground: Ground = Ground.PAGE) -> Style:
        """The style of text of ``tone`` on ``ground``, its background included."""
        found = self._styles.get((tone, ground))
        if found is None:
            found = self._styles[tone, ground] = self._draw(self._theme, tone, ground)
        return found

    def blank(self, ground: Ground = Ground.PAGE) -> Style:
        """The style of empty cells on ``ground``."""
        return self.style(Tone.PLAIN, ground)


def _coloured(theme: Theme, tone: Tone, ground: Ground) -> Style:
    behind: str = getattr(theme, ground.value)
    colour: str = getattr(theme, _COLOUR[tone])
    if tone is Tone.HIT:
        return Style(color=colour, bgcolor=theme.hit)
    if tone is Tone.FAINT:
        colour = theme.muted if ground is Ground.CURSOR else colour
    elif _COLOUR[tone] == "text" or (
        ground not in _WHOLE_AREAS and not _is_readable(colour, behind)
    ):
        colour = getattr(theme, _OWN_TEXT[ground])
    return Style(
        color=colour,
        bgcolor=behind,
        bold=tone in _BOLD or None,
        italic=tone is Tone.HEDGE or None,
    )


def _is_readable(colour: str, behind: str) -> bool:
    """Whether it is so in the theme's colours and in the 256 that many terminals have.

    SSH does not pass on that a terminal has more.
    """
    near = [
        Color.parse(each).downgrade(ColorSystem.EIGHT_BIT).get_truecolor().hex
        for each in (colour, behind)
    ]
    return contrast(colour, behind) >= READABLE and contrast(*near) >= READABLE


def _terminal(theme: Theme, tone: Tone, ground: Ground) -> Style:
    # Nobody knows how the terminal's colours look, so that none but the theme's own pairs of
    # text and background may stand on each other.
    behind: str = getattr(theme, ground.value)
    if tone is Tone.HIT:
        return Style(color=_own_colour(theme.hit_text), bgcolor=_own_colour(theme.hit))
    if behind != theme.background:
        text = _own_colour(getattr(theme, _OWN_TEXT[ground]))
        return _emphasis(tone) + Style(color=text, bgcolor=_own_colour(behind))
    style = _colourless(theme, tone, ground)
    if ground is Ground.CURSOR:
        return style
    return style + Style(color=_own_colour(getattr(theme, _COLOUR[tone])))


def _own_colour(name: str) -> str | None:
    """The name Rich has for it; None for the default, which nothing needs to be written for."""
    return None if name == DEFAULT else name.removeprefix("ansi_")


def _colourless(_theme: Theme, tone: Tone, ground: Ground) -> Style:
    reverse = ground in {Ground.CURSOR, Ground.ACCENT}
    if tone is Tone.HIT:
        return Style(reverse=not reverse, bold=True, underline=True)
    return _emphasis(tone) + Style(
        reverse=reverse or None,
        bold=ground is Ground.SELECTED or None,
        dim=(ground in _WHOLE_AREAS and tone in _DIM_WITHOUT_COLOUR) or None,
    )


def _emphasis(tone: Tone) -> Style:
    return Style(
        bold=tone in _BOLD_WITHOUT_COLOUR or None,
        underline=tone in _UNDERLINED_WITHOUT_COLOUR or None,
    )
