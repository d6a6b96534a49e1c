"""What lies over the reader's panes: the answer to a question, as a screen of its own.

A place remembers what lay over it by a kind and its arguments, so that one can come back to it.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from brief_tui.render.page import Page
from brief_tui.render.words import as_known
from brief_tui.tui.page_screen import PageScreen
from brief_tui.tui.session import MOST_COMPARED, Over, Session


def screen_over(session: Session, over: Over) -> Screen[None]:
    """The screen that ``over`` means.

    Raises:
        KeyError: there is no such kind, or the briefing does not have what it is about.
    """
    kind, *about = over
    screen = _SCREENS[kind](session, *about)
    if isinstance(screen, PageScreen):
        screen.begin_at(session.own.lines, over)
    return screen


def _compare(session: Session, *actors: str) -> Screen[None]:
    from brief_tui.tui.comparison_screen import ComparisonScreen

    return ComparisonScreen(session.register, actors[:MOST_COMPARED], len(actors), session.of_which)


def _stands(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.stands import stands_page

    page = stands_page(session.register, session.register.items[id_])
    return _answer(session, "Stands with, stands against", page, about=id_)


def _rests(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.rests import rests_page

    return _answer(session, "What rests on it", rests_page(session.register, id_))


def _path(session: Session, start: str, end: str) -> Screen[None]:
    from brief_tui.render.paths import path_page

    return _answer(session, "Paths", path_page(session.register, start, end))


def _disagreements(session: Session) -> Screen[None]:
    from brief_tui.render.citation import page_with_briefing
    from brief_tui.render.disagreements import disagreements_page

    register = session.register
    page = disagreements_page(register, session.volume.items_left(session.filter))
    narrowed = session.filter.describe() if session.filter else ""
    title = f"Disagreements and tensions{f' · {narrowed}' if narrowed else ''}{session.of_which}"
    return PageScreen(title, page, text=lambda: page_with_briefing(register, page, narrowed))


def _answer(session: Session, title: str, page: Page, *, about: str = "") -> PageScreen:
    """A page that the filter does not narrow but by the day that it is known on."""
    from brief_tui.render.citation import page_with_briefing

    register = session.register
    day = as_known(register)
    narrowed = day.removeprefix(" · ")
    return PageScreen(
        f"{title}{day}{session.of_which}",
        page,
        about=about,
        text=lambda: page_with_briefing(register, page, narrowed),
    )


def _weigh(session: Session, *at: str) -> Screen[None]:
    from brief_tui.tui.weigh_screen import WeighScreen

    return WeighScreen(session, at)


def _country(session: Session, code: str) -> Screen[None]:
    from brief_tui.tui.country_page import country_screen, held_on

    held = session.holdings(code, lambda: held_on(session.library, code, session.filter))
    return country_screen(held, session.filter)


_SCREENS: dict[str, Callable[..., Screen[None]]] = {
    "compare": _compare,
    "stands": _stands,
    "rests": _rests,
    "path": _path,
    "disagreements": _disagreements,
    "weigh": _weigh,
    "country": _country,
}
