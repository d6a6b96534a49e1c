"""Choose countries: two keystrokes for one, typing for any."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brief_tui.library.filter import Filter
from brief_tui.model import countries
from brief_tui.tui.picker import Choice, Picker
from brief_tui.tui.session import Session
from brief_tui.tui.views import country_line

_WIDTH = 60
_FRAME = 10


def country_picker(session: Session, narrow: Callable[[Filter], None], room: int) -> Picker:
    """A picker over the briefing's countries that toggles them in the session's filter.

    Enter toggles and stays, so that several can be chosen; a digit toggles and closes. ``room``
    is the width of the screen.
    """
    width = max(min(_WIDTH, room - _FRAME), 1)
    codes = session.volume.countries()

    def choices(typed: str) -> Sequence[Choice]:
        counts = session.volume.country_counts(session.section, session.filter)
        return [
            Choice(code, country_line(session, code, counts[code], width))
            for code in countries.matches(typed, codes)
        ]

    def chosen(code: str) -> bool:
        narrow(session.filter.toggled(code))
        return False

    return Picker(
        "Countries",
        "digit takes one · Enter adds or drops · Esc closes",
        choices,
        chosen=chosen,
        digits=True,
    )
