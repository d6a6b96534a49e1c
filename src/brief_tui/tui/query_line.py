"""The line in which a query is typed, with what it can go on with in a line above it."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Key
from textual.strip import Strip

from brief_tui.library.query.completing import Candidate, Completion
from brief_tui.render import cells
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.base_screen import PROMPT
from brief_tui.tui.chrome import Chrome
from brief_tui.tui.offers import Offers
from brief_tui.tui.palette import Ground
from brief_tui.tui.strips import segments
from brief_tui.tui.typed import Typed

Completing = Callable[[str, int], Completion]
"""What a text can go on with at a place."""

SYNTAX = 'words  "a phrase"  -not  OR  ( )  field:value'
"""What is said where there is nothing to go on with."""

_STEPS = {"tab": 1, "shift+tab": -1}
_GAP = "  "
_MARK = "▌"
"""Before what Tab takes."""


class Suggestions(Chrome):
    """One line: what is wrong with a query, then what it can go on with, the best one marked."""

    def __init__(self) -> None:
        super().__init__(id="suggestions")
        self._completion = Completion()
        self._at = 0

    def show(self, completion: Completion, at: int = 0) -> None:
        """Show what is said of a query, and the n-th candidate with those behind it."""
        if (completion, at) != (self._completion, self._at):
            self._completion, self._at = completion, at
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line."""
        width, palette = self.size.width, self.palette
        out: list[Segment] = []
        left = width

        def add(spans: Spans, ground: Ground = Ground.CHROME) -> None:
            nonlocal left
            size = min(sum(cells.width(span.text) for span in spans), left)
            out.extend(segments(spans, size, palette, ground))
            left -= size

        completion = self._completion
        if completion.message or not completion.candidates:
            tone = Tone.WARNING if completion.message else Tone.MUTED
            add((Span(f" {completion.message or completion.hint or SYNTAX}", tone), Span(_GAP)))
        # In a ring, so that the one marked is always in view.
        ring = (*completion.candidates[self._at :], *completion.candidates[: self._at])
        for number, each in enumerate(ring):
            if left > 0 and not number:
                add((Span(_MARK, Tone.ACCENT), Span(each.label)), Ground.SELECTED)
                add((Span(f"{_rows(each)}{_meaning(each)}{_GAP}", Tone.MUTED),))
            elif left > 0:
                add((Span(each.label), Span(f"{_rows(each)}{_GAP}", Tone.MUTED)))
        add((Span(" " * left),))
        return Strip(out, width)


def _rows(candidate: Candidate) -> str:
    return f" {candidate.rows:,}" if candidate.rows is not None else ""


def _meaning(candidate: Candidate) -> str:
    return f" ({candidate.meaning})" if candidate.meaning else ""


class QueryLine(Typed):
    """The line itself. Tab takes the best of what is offered, and further Tab the next."""

    def __init__(self, value: str, hint: str, completing: Completing) -> None:
        super().__init__(value, id=PROMPT, hint=hint)
        self._completing = completing
        self._offered = Completion()
        self._taken: int | None = None
        self._spot = (0, 0)
        self._after = ""

    @property
    def offered(self) -> Completion:
        """What the text can go on with; while its candidates are taken in turn, always the same."""
        if self._taken is None or self._after != self.value:
            self._taken = None
            self._offered = self._completing(self.value, self.cursor_position)
        return self._offered

    @property
    def taken(self) -> int:
        """Which of the candidates stands in the text; the first is the next that would."""
        return self._taken or 0

    def on_key(self, event: Key) -> None:
        """Take what is offered by Tab, and at the end of the line by the right arrow.

        No bindings: those act only after letters that were typed behind them.
        """
        at_end = self.cursor_position == len(self.value)
        if event.key in _STEPS:
            self._take(_STEPS[event.key])
        elif event.key == "right" and at_end:
            self._taken = None
            self._take(1)
        else:
            return
        event.stop()
        event.prevent_default()

    def _take(self, step: int) -> None:
        """Take the best of what is offered; where one has just been taken, the next or the last."""
        offered = self.offered
        if not offered.candidates:
            return
        count = len(offered.candidates)
        if self._taken is None:
            at, (start, end) = (0 if step > 0 else -1), (offered.start, offered.end)
        else:
            at, (start, end) = self._taken + step, self._spot
        at %= count
        behind = max(self.cursor_position - end, 0)
        self.replace(offered.candidates[at].text, start, end)
        self._spot, self._after = (start, self.cursor_position), self.value
        self.cursor_position += behind
        # One that is alone is not taken in turn: the next Tab goes on from it.
        self._taken = at if count > 1 else None


class SearchLine(Vertical):
    """The line with its suggestions, at the bottom of the screen."""

    def __init__(self, value: str, hint: str, offers: Offers) -> None:
        super().__init__(id="search")
        self.typed = QueryLine(value, hint, offers.completed)
        self.suggestions = Suggestions()
        offers.counted.renewed = self.suggest

    def compose(self) -> ComposeResult:
        """Both lines."""
        yield self.suggestions
        yield self.typed

    def suggest(self) -> None:
        """Show what is wrong with what is typed, and what it can go on with."""
        self.suggestions.show(self.typed.offered, self.typed.taken)
