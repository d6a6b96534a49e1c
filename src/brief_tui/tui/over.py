"""What lies over the reader's panes: the answer to a question, as a screen of its own.

A place remembers what lay over it by a kind and its arguments, so that one can come back to it.
"""

from __future__ import annotations

from collections.abc import Callable

from textual.screen import Screen

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
        screen.begin_at(session.lines, over)
    return screen


def _compare(session: Session, *actors: str) -> Screen[None]:
    from brief_tui.tui.comparison_screen import ComparisonScreen

    return ComparisonScreen(session.register, actors[:MOST_COMPARED], len(actors))


def _stands(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.citation import citation
    from brief_tui.render.stands import stands_page

    register = session.register
    item = register.items[id_]
    page = stands_page(register, item)
    title = f"Stands with, stands against{as_known(register)}"
    return PageScreen(title, page, about=id_, citation=citation(register, item))


def _rests(session: Session, id_: str) -> Screen[None]:
    from brief_tui.render.rests import rests_page

    register = session.register
    return PageScreen(f"What rests on it{as_known(register)}", rests_page(register, id_))


def _path(session: Session, start: str, end: str) -> Screen[None]:
    from brief_tui.render.paths import path_page

    register = session.register
    return PageScreen(f"Paths{as_known(register)}", path_page(register, start, end))


def _disagreements(session: Session) -> Screen[None]:
    from brief_tui.render.disagreements import disagreements_page

    left = session.volume.items_left(session.filter)
    page = disagreements_page(session.register, left)
    narrowed = f" · {session.filter.describe()}" if session.filter else ""
    return PageScreen(f"Disagreements and tensions{narrowed}", page)


def _weigh(session: Session, *at: str) -> Screen[None]:
    from brief_tui.tui.weigh_screen import WeighScreen

    return WeighScreen(session, at)


_SCREENS: dict[str, Callable[..., Screen[None]]] = {
    "compare": _compare,
    "stands": _stands,
    "rests": _rests,
    "path": _path,
    "disagreements": _disagreements,
    "weigh": _weigh,
}
