"""What lies over the reader's panes: the answer to a question, as a screen of its own.

A place remembers what lay over it by a kind and its arguments, so that one can come back to it.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

from brief_tui.tui.session import MOST_COMPARED, Over, Session


def screen_over(session: Session, over: Over) -> Screen[None]:
    """The screen that ``over`` means.

    Raises:
        KeyError: there is no such kind, or the briefing does not have what it is about.
    """
    kind, *about = over
    return _SCREENS[kind](session, *about)


def _compare(session: Session, *actors: str) -> Screen[None]:
    from brief_tui.tui.comparison_screen import ComparisonScreen

    return ComparisonScreen(session.register, actors[:MOST_COMPARED], len(actors))


def _stands(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.stands import stands_page
    from brief_tui.tui.page_screen import PageScreen

    register = session.register
    return PageScreen("Stands with, stands against", stands_page(register, register.items[id_]))


def _rests(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.rests import rests_page
    from brief_tui.tui.page_screen import PageScreen

    return PageScreen("What rests on it", rests_page(session.register, id_))


def _path(session: Session, start: str, end: str) -> Screen[None]:
    from brief_tui.render.paths import path_page
    from brief_tui.tui.page_screen import PageScreen

    return PageScreen("Paths", path_page(session.register, start, end))


def _disagreements(session: Session) -> Screen[None]:
    from brief_tui.render.disagreements import disagreements_page
    from brief_tui.tui.page_screen import PageScreen

    return PageScreen("Disagreements", disagreements_page(session.register))


_SCREENS: dict[str, Callable[..., Screen[None]]] = {
    "compare": _compare,
    "stands": _stands,
    "rests": _rests,
    "path": _path,
    "disagreements": _disagreements,
}
