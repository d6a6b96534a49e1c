"""Choose a briefing; a broken one opens its problems."""

from __future__ import annotations

from collections.abc import Sequence

from brief_tui.load.briefing_file import Loaded
from brief_tui.model.folding import fold
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.host import Host
from brief_tui.tui.picker import Choice, Picker


def briefing_picker(host: Host) -> Picker:
    """A picker over all briefings found; it closes with the path of the one chosen."""
    entries = host.catalogue.newest_first

    def choices(typed: str) -> Sequence[Choice]:
        wanted = fold(typed)
        return [
            Choice(str(entry.path), _line(entry))
            for entry in entries
            if wanted in fold(entry.title)
        ]

    current = host.current
    return Picker(
        "Briefings",
        "Enter opens · Esc closes",
        choices,
        start=str(current.path) if current is not None else "",
    )


def _line(entry: Loaded) -> Spans:
    if entry.briefing is None:
        count = sum(1 for problem in entry.problems if problem.closes)
        words = f"{count} error" if count == 1 else f"{count} errors"
        return (Span(f"broken, {words}  ", Tone.ERROR), Span(entry.title))
    date = str(entry.briefing.as_of) if entry.briefing.as_of else "no date"
    unsafe = Span("unsafe text  ", Tone.WARNING) if entry.text_replaced else Span("")
    return (Span(f"{date:<13} ", Tone.MUTED), unsafe, Span(entry.title))
