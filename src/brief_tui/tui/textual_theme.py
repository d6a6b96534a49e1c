"""Our themes for Textual's own widgets, and no colour where none is wanted."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.segment import Segment
from rich.style import Style
from textual.filter import LineFilter
from textual.theme import Theme as TextualTheme

from brief_tui.terminal.capabilities import Colours
from brief_tui.tui.colour import DEFAULT
from brief_tui.tui.depth import at_depth

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.color import Color

    from brief_tui.tui.theme import Theme


def textual_theme(name: str, theme: Theme, colours: Colours = Colours.TRUE) -> TextualTheme:
    """``theme`` for ``App.register_theme``.

    Args:
        name: The name it is registered under.
        theme: The colours, checked.
        colours: How many the terminal has; with none, all are left to the terminal, so that
            Textual neither blends nor converts any.
    """
    theme = at_depth(theme, colours)
    no_color = colours is Colours.NONE
    native = theme.ansi or no_color

    def own(colour: str) -> str:
        return DEFAULT if no_color else colour

    text, muted, faint = own(theme.text), own(theme.muted), own(theme.faint)
    background, surface, accent = own(theme.background), own(theme.surface), own(theme.accent)
    cursor, cursor_text = own(theme.cursor), own(theme.cursor_text)
    cursor_style = "reverse" if cursor == background else "none"
    selected_style = "bold" if own(theme.selected) == background else "none"
    return TextualTheme(
        name=name,
        primary=accent,
        secondary=accent,
        accent=accent,
        success=accent,
        warning=own(theme.warning),
        error=own(theme.error),
        foreground=text,
        background=background,
        surface=surface,
        panel=surface,
        boost=surface,
        dark=theme.dark,
        ansi=native,
        variables={
            "text": text,
            "text-muted": muted,
            "text-disabled": muted,
            "foreground-muted": muted,
            "foreground-disabled": muted,
            "text-primary": accent,
            "text-secondary": accent,
            "text-accent": accent,
            "text-success": accent,
            "text-warning": own(theme.warning),
            "text-error": own(theme.error),
            "ansi-background": background,
            "ansi-foreground": text,
            "surface-active": surface,
            "border": accent,
            "border-blurred": faint,
            "block-cursor-foreground": cursor_text,
            "block-cursor-background": cursor,
            "block-cursor-text-style": cursor_style,
            "block-cursor-blurred-foreground": text,
            "block-cursor-blurred-background": own(theme.selected),
            "block-cursor-blurred-text-style": selected_style,
            "block-hover-background": own(theme.selected),
            "scrollbar": faint,
            "scrollbar-hover": muted,
            "scrollbar-active": accent,
            "scrollbar-background": background,
            "scrollbar-background-hover": background,
            "scrollbar-background-active": background,
            "scrollbar-corner-color": background,
            "input-cursor-foreground": DEFAULT if native else theme.accent_text,
            "input-cursor-background": DEFAULT if native else accent,
            "input-cursor-text-style": "reverse" if native else "none",
            "input-selection-foreground": own(theme.hit_text),
            "input-selection-background": own(theme.hit),
            "screen-selection-foreground": own(theme.hit_text),
            "screen-selection-background": own(theme.hit),
            "footer-foreground": muted,
            "footer-background": surface,
            "footer-key-foreground": accent,
            "footer-description-foreground": muted,
            "link-color": own(theme.link),
            "link-color-hover": own(theme.link),
            "link-background-hover": background,
        },
    )


def line_filters(*, ansi: bool, no_color: bool) -> tuple[LineFilter, ...]:
    """What the app's ``get_line_filters`` answers, in place of Textual's own.

    Textual's turn colours into greys under ``NO_COLOR``, also where it is set and empty, and let
    the colours through that its widgets mix from the terminal's own. The same values come back
    every time, since lines that were drawn are kept by their filters.
    """
    if no_color:
        return _WITHOUT_COLOUR
    return _TERMINAL_COLOURS if ansi else ()


class _EachStyle(LineFilter):
    """Changes the style of every segment."""

    def __init__(self, change: Callable[[Style], Style]) -> None:
        super().__init__()
        self._change = lru_cache(1024)(change)

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in the changed styles."""
        change = self._change
        return [
            Segment(text, change(style) if style else style, control)
            for text, style, control in segments
        ]


def _without_colour(style: Style) -> Style:
    # What a click on the text does is kept in the style too, and is no colour.
    return style.without_color + Style(meta=style.meta) if style.meta else style.without_color


def _terminal_colours(style: Style) -> Style:
    """``style``, with the terminal's default for every colour that is not the terminal's own."""
    front, back = style.color, style.bgcolor
    if (front is None or front.triplet is None) and (back is None or back.triplet is None):
        return style
    return style + Style(
        color="default" if front is not None and front.triplet is not None else None,
        bgcolor="default" if back is not None and back.triplet is not None else None,
    )


_WITHOUT_COLOUR = (_EachStyle(_without_colour),)
_TERMINAL_COLOURS = (_EachStyle(_terminal_colours),)
