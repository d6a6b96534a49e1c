"""What goes on beside the app from its first frame on: its index, and what follows its files."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING, Protocol

from brief_tui.library.collection import Collection
from brief_tui.library.opening import Opened
from brief_tui.render.page import Spans

if TYPE_CHECKING:
    from textual.timer import Timer

    from brief_tui.library.live.follower import Follower
    from brief_tui.tui.indexing import Indexing

WATCH_AFTER = 0.5
"""Seconds after the first frame from which on files are followed: what that needs costs a little,
which the first keys shall not wait for."""

INDEX_AFTER = 2.0
"""Seconds after which a library that is read from memory gets its index."""

_LOOK = 0.5
"""Seconds between two looks whether another process has written to the index."""


class Follows(Protocol):
    """The app, as far as this has to do with it."""

    def call_later(self, callback: Callable[[], object]) -> bool:
        """Call something in the app's thread, from any."""

    def set_timer(self, delay: float, callback: Callable[[], None]) -> Timer:
        """Call something after so many seconds."""

    def set_interval(self, interval: float, callback: Callable[[], None]) -> Timer:
        """Call something again and again."""

    def keep_up(self) -> None:
        """Show the library as it now is."""

    def show_under_way(self, words: Spans) -> None:
        """Show what is under way, and how far it is."""

    def tell(self, words: str) -> None:
        """Tell the reader something, once."""


class Beside:
    """The process that indexes and the thread that follows, as long as the app runs."""

    def __init__(self, app: Follows, opened: Opened) -> None:
        """Do nothing yet."""
        self._app = app
        self._opened = opened
        self._indexing: Indexing | None = None
        self._follower: Follower | None = None
        self._has_ended = False
        self._has_told = False

    def start(self) -> None:
        """Begin, in the app's thread, once its first frame is there."""
        opened = self._opened
        if not opened.live or self._has_ended:
            return
        if opened.due and opened.file is not None:
            if isinstance(opened.library, Collection):
                self._app.set_timer(INDEX_AFTER, self._index)
            else:
                self._index()
        if not isinstance(opened.library, Collection):
            self._app.set_interval(_LOOK, self._app.keep_up)
        self._app.set_timer(WATCH_AFTER, self._watch)

    def end(self) -> None:
        """Stop all of it."""
        self._has_ended = True
        if self._indexing is not None:
            self._indexing.stop()
            self._indexing = None
        if self._follower is not None:
            self._follower.end()

    def _index(self) -> None:
        if self._indexing is not None or self._has_ended:
            return
        from brief_tui.tui.indexing import Indexing

        try:
            self._indexing = Indexing(self._opened.paths, self._told, self._ended)
        except OSError:
            self._ended(False)

    def _told(self, words: Spans) -> None:
        # What is all in memory is there already, whatever becomes of its index.
        if not isinstance(self._opened.library, Collection):
            self._app.show_under_way(words)

    def _ended(self, well: bool) -> None:
        self._indexing = None
        self._app.show_under_way(())
        if isinstance(self._opened.library, Collection):
            return
        self._app.keep_up()
        if not well and not self._has_told:
            self._has_told = True
            self._app.tell("the index could not be brought up to date; what it holds is shown")

    def _watch(self) -> None:
        if self._has_ended:
            return
        from brief_tui.library.live.follower import Follower

        first = isinstance(self._opened.library, Collection) or not self._opened.due
        self._follower = Follower(self._opened.paths, self._looks, at_once=first)
        self._follower.start()

    def _looks(self) -> Callable[[], float]:
        library, file, paths = self._opened.library, self._opened.file, self._opened.paths
        if isinstance(library, Collection):
            from brief_tui.library.live.in_memory import InMemory

            return InMemory(library, paths, self._apply).look
        from brief_tui.library.live.in_index import InIndex

        assert file is not None
        return InIndex(file, paths, lambda: self._later(self._app.keep_up), self._much).look

    def _apply(self, change: Callable[[], None]) -> None:
        def apply() -> None:
            change()
            self._app.keep_up()

        self._later(apply)

    def _much(self) -> None:
        self._later(self._index)

    def _later(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the app is gone
            self._app.call_later(call)
