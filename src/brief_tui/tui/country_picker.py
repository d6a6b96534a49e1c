"""Choose countries: two keystrokes for one, typing for any."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from brief_tui.library.filter import Filter
from brief_tui.model import countries
from brief_tui.tui.picker import Choice, Picker
from brief_tui.tui.session import Session
from brief_tui.tui.views import country_line

_WIDTH = 60
_FRAME = 10


def country_picker(
    session: Session,
    counted: Callable[[], Mapping[str, int]],
    narrow: Callable[[Filter], None],
    room: int,
) -> Picker:
    """A picker over countries that toggles them in the session's filter.

    Enter toggles and stays, so that several can be chosen; a digit toggles and closes.

    Args:
        session: Whose filter it is.
        counted: Gives the countries, each with how much there is on it by now.
        narrow: Is told of another filter.
        room: The width of the screen.
    """
    width = max(min(_WIDTH, room - _FRAME), 1)

    def choices(typed: str) -> Sequence[Choice]:
        counts = counted()
        return [
            Choice(code, country_line(session, code, counts[code], width))
            for code in countries.matches(typed, tuple(counts))
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


def country_page_picker(session: Session, room: int) -> Picker:
    """A picker of the country whose page is to be shown, those of the current row first."""
    width = max(min(_WIDTH, room - _FRAME), 1)
    counts = session.answer.countries
    own = tuple(session.row.roles) if session.row is not None and not session.shows_page else ()
    codes = tuple(dict.fromkeys((*(code for code in own if code in counts), *counts)))

    def choices(typed: str) -> Sequence[Choice]:
        return [
            Choice(code, country_line(session, code, counts[code], width))
            for code in countries.matches(typed, codes)
        ]

    return Picker(
        "The page of a country",
        "digit or Enter takes one · Esc closes",
        choices,
        digits=True,
    )
