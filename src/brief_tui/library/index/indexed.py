"""A library that is kept in an index: it answers as one in memory does."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import RLock
from typing import TypeVar

from brief_tui.library.filter import Filter
from brief_tui.library.index import counts, facet_counts
from brief_tui.library.index.asking import Asking
from brief_tui.library.index.changes import Changes
from brief_tui.library.index.kept import Kept
from brief_tui.library.index.pages import NO_ROWS
from brief_tui.library.index.recent import Recent
from brief_tui.library.index.shown_paths import ShownPaths
from brief_tui.library.index.snapshot import Snapshot, Unreadable
from brief_tui.library.index.state import State
from brief_tui.library.interface import Bucket, Interrupted, Listed, Rows
from brief_tui.library.volume import Volume
from brief_tui.model.problem import Position, Problem
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally

__all__ = ["IndexedLibrary", "Interrupted"]

Answer = TypeVar("Answer")

_BITMAPS = 14 << 20
"""How many bytes of bitmaps are kept: those of all countries in a million items take eleven MB."""


class IndexedLibrary:
    """The library in an index file. Any thread may ask it.

    What one question sees is one state of the index, and so is what its answer leads to, however
    much later that is asked for: rows, briefings, pages. Questions go on seeing the state that
    there was when ``version`` was last asked for, so that what is shown together is of one state.
    What is damaged is left out, and ``is_damaged`` says so.
    """

    def __init__(
        self,
        file: Path,
        asked: Iterable[Path] = (),
        on_damage: Callable[[], None] | None = None,
        *,
        is_portable: bool = False,
    ) -> None:
        """Open an index.

        Args:
            file: the file it is in.
            asked: the paths that were asked for, below which those in it are shown.
            on_damage: called once, in any thread, where something in it cannot be read.
            is_portable: whether it comes from anywhere, and its sources are not at hand.

        Raises:
            Unreadable: there is none.
        """
        self._file = file
        self._asking = Asking()
        self._paths = ShownPaths(asked)
        self._lock = RLock()
        self._changes = Changes(file)
        self._version = 0
        self.is_damaged = False
        self.is_portable = is_portable
        self._on_damage = on_damage
        self._state = self._read()

    @property
    def version(self) -> int:
        """Grows whenever what can be read here has changed; from now on that is what is read."""
        with self._lock:
            if self._changes.any():
                try:
                    state = self._read(self._state)
                except Unreadable:
                    return self._version  # what has been read is still there
                if state.snapshot.identity != self._state.snapshot.identity:
                    self._state = state
                    self._version += 1
            return self._version

    def _read(self, before: State | None = None) -> State:
        snapshot = Snapshot(
            self._file, self._asking, self._found_damage, self._paths, self.is_portable
        )
        if before is None or before.snapshot.segments != snapshot.segments:
            return State(snapshot, Recent(snapshot), Kept(_BITMAPS, lambda bits: bits.size))
        return State(snapshot, Recent(snapshot, before.recent), before.kept)

    def interrupt(self) -> None:
        """Stop every question that is under way in another thread: it raises ``Interrupted``."""
        self._asking.stop()
        self._state.snapshot.stop()

    def briefings(self, filter_: Filter) -> Sequence[Listed]:
        """The briefings in which a filter leaves anything; all of them where it is empty.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(lambda state: state.briefings(filter_), ())

    def open(self, path: Path) -> Volume:
        """One of the readable briefings.

        Raises:
            KeyError: there is none with this path.
        """
        found = self._asked(lambda state: state.shelf.volume(path), None)
        if found is None:
            raise KeyError(path)
        return found

    def problems(self, path: Path) -> Sequence[Problem]:
        """What is wrong with the files of a briefing.

        Raises:
            KeyError: there is none with this path.
        """
        found = self._asked(lambda state: state.shelf.problems(path), None)
        if found is None:
            raise KeyError(path)
        return found

    def position(self, path: Path, id_: str) -> Position | None:
        """Where what has this id stands in the files of a briefing."""
        held = self._asked(lambda state: state.shelf.held(path), None)
        return held.position(id_) if held is not None else None

    def rows_left(self, section: Section, filter_: Filter) -> Rows:
        """The rows of a section that a filter leaves, made when they are asked for.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(lambda state: state.rows_left(section, filter_), NO_ROWS)

    def tally(self, section: Section, filter_: Filter) -> Tally:
        """How much of a section a filter leaves.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(
            lambda state: counts.tally(state, section, filter_), Tally(section, 0, 0)
        )

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """For every country, the rows it bears on that all but countries leave.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(lambda state: counts.country_counts(state, section, filter_), {})

    def facet(self, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
        """The values of a field, with the rows of a section that all other clauses leave.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(lambda state: facet_counts.facet(state, field, section, filter_), ())

    def values(self, field: str, beginning: str, most: int) -> Sequence[Bucket]:
        """Values of a field in which a word begins so, the most frequent first.

        Raises:
            Interrupted: the question was stopped.
        """
        return self._asked(lambda state: facet_counts.known(state, field, beginning, most), ())

    def _asked(self, question: Callable[[State], Answer], otherwise: Answer) -> Answer:
        with self._asking.question():
            try:
                return question(self._state)
            except Unreadable:
                self._found_damage()
                return otherwise

    def _found_damage(self) -> None:
        if not self.is_damaged:
            self.is_damaged = True
            if self._on_damage is not None:
                self._on_damage()
