"""A library in memory that follows its files."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.found import Found, find, look_at
from brief_tui.library.live.doubts import AGAIN, Doubts

if TYPE_CHECKING:
    from brief_tui.library.collection import Collection
    from brief_tui.load.loaded import Loaded


class InMemory:
    """Looks at the files of a collection, and has it take in what has changed."""

    def __init__(
        self,
        collection: Collection,
        paths: Sequence[Path],
        apply: Callable[[Callable[[], None]], object],
    ) -> None:
        """Follow ``collection``; ``apply`` is told what to do in the thread that reads it."""
        self._collection = collection
        self._paths = paths
        self._apply = apply
        self._doubts = Doubts()
        self._known = self._as_loaded()

    def look(self) -> float:
        """Look at all files; in how many seconds to do so again, 0 for not before a change."""
        from brief_tui.load.briefing_file import load_briefing

        again = 0.0
        taken: list[Loaded] = []
        gone: list[Path] = []
        found = {each.path: each for each in find(self._paths)}
        for path, now in found.items():
            if self._known.get(path) == now:
                self._doubts.forget(path)
                continue
            loaded = load_briefing(Path(path))
            if look_at(path) != now or (loaded.briefing is None and self._doubts.of(path, now)):
                again = AGAIN
                continue
            self._doubts.forget(path)
            self._known[path] = now
            taken.append(loaded)
        for path in self._known.keys() - found.keys():
            if self._doubts.of(path, None):
                again = AGAIN
                continue
            self._doubts.forget(path)
            del self._known[path]
            gone.append(Path(path))
        if taken or gone:
            self._apply(lambda: self._change(taken, gone))
        return again

    def _change(self, taken: Sequence[Loaded], gone: Sequence[Path]) -> None:
        for loaded in taken:
            self._collection.take(loaded)
        for path in gone:
            self._collection.drop(path)

    def _as_loaded(self) -> dict[str, Found | None]:
        """The files as they were loaded: None for those that are not as they were then."""
        changed = self._collection.changed
        known: dict[str, Found | None] = {os.fspath(path): None for path in changed}
        for found in find(self._paths):
            then = changed.get(Path(found.path))
            if then is not None and all(file.modified <= then for file in found.files):
                known[found.path] = found
        return known
