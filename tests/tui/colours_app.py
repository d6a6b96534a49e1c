"""Draws every style of ours beside widgets of Textual's own. For ``test_colours``."""

import os
import sys

from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.filter import LineFilter
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input, OptionList

from brief_tui.render.page import Tone
from brief_tui.terminal.capabilities import Colours, decided
from brief_tui.terminal.driver import BriefDriver
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.surroundings import surroundings
from brief_tui.tui.palette import Ground, Palette
from brief_tui.tui.textual_theme import line_filters, textual_theme
from brief_tui.tui.theme_files import load_theme

theme = load_theme(sys.argv[1]).theme
capabilities = decided(surroundings(os.environ, sys.stdin, sys.stdout))
colours = capabilities.colours
palette = Palette(theme, colours)


class Swatches(Widget):
    """Every tone on every ground."""

    DEFAULT_CSS = f"Swatches {{ height: {len(Tone)}; }}"

    def render_line(self, y: int) -> Strip:
        tone = list(Tone)[y]
        return Strip([Segment(f" {tone.value} ", palette.style(tone, ground)) for ground in Ground])


class Swatched(App[None]):
    """Swatches, an input, and a list that scrolls."""

    # Half a black is what Textual mixes for the frame of its own command palette.
    CSS = "OptionList { height: 6; border: hkey black 50%; }"

    def __init__(self) -> None:
        super().__init__(driver_class=BriefDriver)
        self.capabilities = capabilities
        self.may_suspend = False
        self.first_frame = None
        self.no_color = colours is Colours.NONE
        self.register_theme(textual_theme("ours", theme, colours))
        self.theme = "ours"

    def settled(self, shown: Screen) -> None:
        """Nothing is kept of it."""

    def get_line_filters(self) -> tuple[LineFilter, ...]:
        return line_filters(ansi=self.current_theme.ansi, no_color=self.no_color)

    def compose(self) -> ComposeResult:
        yield Swatches()
        yield Input("typed", placeholder="search")
        yield OptionList(*(f"option {number}" for number in range(30)))


if __name__ == "__main__":
    Swatched().run()
