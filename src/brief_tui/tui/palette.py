"""From a theme to the styles that our own widgets draw with."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from rich.style import Style

from brief_tui.render.page import Tone
from brief_tui.terminal.capabilities import Colours
from brief_tui.tui.colour import DEFAULT, contrast
from brief_tui.tui.depth import at_depth
from brief_tui.tui.theme import READABLE

if TYPE_CHECKING:
    from collections.abc import Callable

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
_REVERSED = {Ground.CURSOR, Ground.ACCENT}
"""What is drawn reversed where a theme has no colour for it."""

_BOLD = {Tone.STRONG, Tone.HEADING, Tone.MARKED}
_BOLD_WITHOUT_COLOUR = _BOLD | {Tone.ACCENT, Tone.WARNING, Tone.ERROR}
_UNDERLINED_WITHOUT_COLOUR = {Tone.HEDGE, Tone.LINK}
_DIM_WITHOUT_COLOUR = {Tone.MUTED, Tone.FAINT, Tone.LABEL}


class Palette:
    """A style for every tone on every ground.

    Colour never is the only difference: where a theme has none to give, or there is none, the
    attributes bold, underline and reverse stand in. Terminals have no others in common: dim and
    italic come on top.
    """

    def __init__(self, theme: Theme, colours: Colours = Colours.TRUE) -> None:
        """Prepare the styles; each is worked out when it is first drawn with.

        Args:
            theme: The colours, checked.
            colours: How many the terminal has; with none, the styles hold not even the default.
        """
        self._theme = at_depth(theme, colours)
        self._draw = _way_of_drawing(self._theme, colours)
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


def _way_of_drawing(theme: Theme, colours: Colours) -> Callable[[Theme, Tone, Ground], Style]:
    if colours is Colours.NONE:
        return _colourless
    if not theme.ansi:
        return _coloured
    if theme.background != DEFAULT:
        return _on_own_ground
    return _undimmed if colours is Colours.SIXTEEN else _on_any_ground


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
    return contrast(colour, behind) >= READABLE


def _on_own_ground(theme: Theme, tone: Tone, ground: Ground) -> Style:
    """In a theme of the terminal's colours, background included.

    Where bold is drawn as the bright colour of the same name, bold black is a grey, and what is
    read on white no longer is. The Linux console draws underlined and dim text in other colours.
    """
    behind: str = getattr(theme, ground.value)
    colour: str = getattr(theme, _COLOUR[tone])
    on_page = behind == theme.background
    reverse = on_page and ground in _REVERSED and tone is not Tone.HIT
    if tone is Tone.HIT:
        behind = theme.hit
    elif reverse:
        colour = theme.text
    elif not on_page:
        colour = getattr(theme, _OWN_TEXT[ground])
    elif tone in _BOLD and not theme.dark:
        colour = theme.accent
    strong = tone in _BOLD_WITHOUT_COLOUR or (on_page and ground is Ground.SELECTED)
    bold = strong and theme.dark and colour != "ansi_black" and not reverse
    underline = tone in _UNDERLINED_WITHOUT_COLOUR and colour == theme.text and on_page
    return Style(
        color=_own_colour(colour),
        bgcolor=_own_colour(behind),
        bold=bold or None,
        underline=underline or None,
        reverse=reverse or None,
    )


def _on_any_ground(theme: Theme, tone: Tone, ground: Ground) -> Style:
    """In a theme of the terminal's colours on whatever its background is.

    Nobody knows how these look, so that none but the theme's own pairs of text and background may
    stand on each other.
    """
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


def _undimmed(theme: Theme, tone: Tone, ground: Ground) -> Style:
    """The same where sixteen colours are all: the Linux console makes dim text hard to read."""
    return _on_any_ground(theme, tone, ground) + Style(dim=False)


def _own_colour(name: str) -> str | None:
    """The name Rich has for it; None for the default, which nothing needs to be written for."""
    return None if name == DEFAULT else name.removeprefix("ansi_")


def _colourless(_theme: Theme, tone: Tone, ground: Ground) -> Style:
    reverse = ground in _REVERSED
    if tone is Tone.HIT:
        return Style(reverse=not reverse, bold=True, underline=True)
    if reverse:
        # Not bold: the Linux console would make the black of it a grey.
        return Style(reverse=True, underline=tone in _UNDERLINED_WITHOUT_COLOUR or None)
    return _emphasis(tone) + Style(
        bold=ground is Ground.SELECTED or None,
        dim=(ground in _WHOLE_AREAS and tone in _DIM_WITHOUT_COLOUR) or None,
    )


def _emphasis(tone: Tone) -> Style:
    return Style(
        bold=tone in _BOLD_WITHOUT_COLOUR or None,
        underline=tone in _UNDERLINED_WITHOUT_COLOUR or None,
    )
