"""Choose a day, so that only what had been said by its end is shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from brief_tui.analysis.known import Day, Growth
from brief_tui.model.dates import day_in_words
from brief_tui.model.folding import fold
from brief_tui.model.typed_date import last_day_meant
from brief_tui.render.page import Span, Tone
from brief_tui.tui.picker import Choice, Picker
from brief_tui.tui.session import Session

ANY = "any day"
"""What choosing shows everything again."""


def known_picker(session: Session) -> Picker:
    """A picker over the days on which something was said; it closes with the day chosen.

    A day is given as ``2024-10-16``, and none as ``ANY``.
    """
    growth = Growth(session.volume.register)
    days = growth.days
    chosen = session.filter.known_on
    as_of = session.volume.briefing.as_of
    year = as_of.last.year if as_of is not None else days[0].day.year if days else None

    def choices(typed: str) -> Sequence[Choice]:
        words = fold(typed).split()
        found = [day for day in days if all(word in _text(day) for word in words)]
        meant = _meant(typed, year)
        if meant is not None and all(day.day != meant for day in found):
            found.insert(0, growth.on(meant))
        shown = [_choice(day) for day in found]
        if chosen is not None and all(word in ANY for word in words):
            everything = Span(f"  show all {growth.items:,} items again", Tone.MUTED)
            shown.insert(0, Choice(ANY, (Span(f"{ANY:<11}", Tone.STRONG), everything)))
        return shown

    undated = f"{growth.undated:,} of {growth.items:,} items undated and kept"
    return Picker(
        f"As known on · {undated}" if growth.undated else "As known on",
        "Enter takes · type a date for any other day · Esc closes",
        choices,
        start=chosen.isoformat() if chosen is not None else "",
    )


def _meant(typed: str, year: int | None) -> date | None:
    try:
        return last_day_meant(typed, year)
    except ValueError:
        return None


def _text(day: Day) -> str:
    return fold(f"{day_in_words(day.day)} {day.day.isoformat()}")


def _choice(day: Day) -> Choice:
    perhaps = f", {day.perhaps} perhaps" if day.perhaps else ""
    return Choice(
        day.day.isoformat(),
        (
            Span(f"{day_in_words(day.day):>11}", Tone.STRONG),
            Span(f"  {day.said:>4} known{perhaps}", Tone.MUTED),
        ),
    )
