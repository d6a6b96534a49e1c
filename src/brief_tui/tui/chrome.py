"""The lines around the panes: the masthead above, and the status line below."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from brief_tui.model.section import Section
from brief_tui.render import cells
from brief_tui.render.layout import fit_spans, spans_width
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.host import host_of
from brief_tui.tui.palette import Ground, Palette
from brief_tui.tui.strips import strip

Keys = tuple[tuple[str, str], ...]
"""Keys that a line names, each with what it does, the least important first."""

_GAP = "  "
"""Between what is said and the keys."""


class Chrome(Widget):
    """A widget of a few drawn lines."""

    @property
    def palette(self) -> Palette:
        """The styles in use."""
        return host_of(self).palette


class Masthead(Chrome):
    """The briefing's title and date, and the sections with their keys."""

    class Chosen(Message):
        """A section was clicked."""

        def __init__(self, section: Section) -> None:
            super().__init__()
            self.section = section

    def __init__(self) -> None:
        super().__init__(id="masthead")
        self.title = ""
        self.aside = ""
        self.warning = ""
        self.section = Section.OVERVIEW

    def show(self, title: str, aside: str, warning: str, section: Section) -> None:
        """Show a briefing's title with ``aside`` at the right; ``warning`` stands before it."""
        shown = (title, aside, warning, section)
        if shown != (self.title, self.aside, self.warning, self.section):
            self.title, self.aside, self.warning, self.section = shown
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The title line, or the line of sections."""
        if y == 0:
            return self._title_line()
        if y > 1:
            return strip((), self.size.width, self.palette, Ground.CHROME)
        out: list[Segment] = []
        used = 0
        for section, label in self._tabs():
            ground = Ground.ACCENT if section is self.section else Ground.CHROME
            tone = Tone.STRONG if section is self.section else Tone.PLAIN
            out.append(Segment(label, self.palette.style(tone, ground)))
            used += cells.width(label)
        rest = " " * max(self.size.width - used, 0)
        out.append(Segment(rest, self.palette.blank(Ground.CHROME)))
        return Strip(out, max(used, self.size.width)).crop(0, self.size.width)

    def on_click(self, event: events.Click) -> None:
        """A click on a section's title goes there."""
        used = 0
        for section, label in self._tabs():
            used += cells.width(label)
            if event.y == 1 and event.x < used:
                self.post_message(self.Chosen(section))
                return

    def _title_line(self) -> Strip:
        width = self.size.width
        left: Spans = (Span(" "), Span(self.title, Tone.STRONG))
        right: Spans = (Span(self.aside, Tone.MUTED), Span(" "))
        if self.warning:
            right = (Span(f"{self.warning} ", Tone.WARNING), *right)
        if spans_width(left) + spans_width(right) + 2 > width:
            right = (Span(f"{self.warning} ", Tone.WARNING),) if self.warning else ()
        room = max(width - spans_width(right), 1)
        spans = (*fit_spans(left, room, fill=True), *right)
        return strip(spans, width, self.palette, Ground.CHROME)

    def _tabs(self) -> list[tuple[Section, str]]:
        """Each section's label, shorter and shorter; at last digits but for the current one."""
        full = [(each, f" {number} {each.title} ") for number, each in enumerate(Section, 1)]
        if sum(cells.width(label) for _, label in full) <= self.size.width:
            return full
        tight = [(each, f" {number} {each.title}") for number, each in enumerate(Section, 1)]
        short = [(each, f" {number} {each.short}") for number, each in enumerate(Section, 1)]
        for tabs in (tight, short):
            if sum(cells.width(label) for _, label in tabs) <= self.size.width:
                return tabs
        return [
            (each, f" {number} {each.title} " if each is self.section else f" {number} ")
            for number, each in enumerate(Section, 1)
        ]


class Status(Chrome):
    """What the filter hides, or what just happened; and the keys that matter here."""

    def __init__(self) -> None:
        super().__init__(id="status")
        self.said: Spans = ()
        self.keys: Keys = ()
        self.kept = 0

    def show(self, said: Spans, keys: Keys, kept: int = 0) -> None:
        """Show spans on the left and, as far as there is room, keys on the right.

        The last ``kept`` of the keys stay also where what is said has to be cut for them.
        """
        if (said, keys, kept) != (self.said, self.keys, self.kept):
            self.said, self.keys, self.kept = said, keys, kept
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        return _with_keys(self.said, self.keys, self.size.width, self.palette, self.kept)


def _with_keys(said: Spans, keys: Keys, width: int, palette: Palette, kept: int = 0) -> Strip:
    """What is said and, as far as it leaves room, the keys; the first are left out first."""
    left: Spans = (Span(" "), *said)
    shown = list(keys)
    # What is said goes before the hints: a count of hidden items is never cut for them.
    while len(shown) > kept and not _fits(left, shown, width):
        shown.pop(0)
    right: Spans = (Span(_GAP), *_hints(shown)) if shown else ()
    room = max(width - spans_width(right), 1)
    spans = (*fit_spans(left, room, fill=True), *right)
    return strip(spans, width, palette, Ground.CHROME)


def _fits(left: Spans, keys: Sequence[tuple[str, str]], width: int) -> bool:
    return spans_width(left) + len(_GAP) + spans_width(_hints(keys)) <= width


def _hints(keys: Sequence[tuple[str, str]]) -> Spans:
    out: list[Span] = []
    for key, title in keys:
        out += [Span(key, Tone.ACCENT), Span(f" {title}  ", Tone.MUTED)]
    return tuple(out)


TITLE = 34
"""How many cells of a title line a briefing's title takes, where it stands beside what it is of."""


class TitleLine(Chrome):
    """One line that says what a whole-screen page or comparison is, and keys that change it."""

    def __init__(self, spans: Spans = ()) -> None:
        super().__init__()
        self.spans = spans
        self.asides: tuple[Spans, ...] = ()
        self.keys: Keys = ()

    def show(self, spans: Spans, asides: tuple[Spans, ...] = (), keys: Keys = ()) -> None:
        """Say something else, and of the asides as many as leave room for the keys."""
        self.spans, self.asides, self.keys = spans, asides, keys
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        if y:
            return strip((), self.size.width, self.palette, Ground.CHROME)
        width, said = self.size.width, self.spans
        for aside in self.asides:
            if not _fits((Span(" "), *said, *aside), self.keys, width):
                break
            said = (*said, *aside)
        return _with_keys(said, self.keys, width, self.palette)
