"""The paths of an index, which are absolute, as they were asked for and are shown."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path


class ShownPaths:
    """Puts what was asked for in the place of what it is absolutely, and back."""

    def __init__(self, asked: Iterable[Path] = ()) -> None:
        """Know the paths that were asked for; without any, every path is shown as it is kept."""
        pairs = [(os.path.abspath(path), os.fspath(path)) for path in asked]  # noqa: PTH100
        # The longest first: one may lie in another.
        self._pairs = sorted(
            (pair for pair in pairs if pair[0] != pair[1]), key=lambda pair: -len(pair[0])
        )

    def shown(self, kept: bytes) -> Path:
        """A path of the index as it is shown.

        Raises:
            TypeError: that is no path.
            ValueError: nor is that, or no path is kept so.
        """
        if type(kept) is not bytes:
            raise TypeError("a path is bytes")
        shown = self._shown(os.fsdecode(kept))
        if self.kept(shown) != kept:  # it would not be found by what is shown
            raise ValueError("a path is kept as the system has it")
        return shown

    def _shown(self, text: str) -> Path:
        for absolute, asked in self._pairs:
            if text == absolute:
                return Path(asked)
            below = absolute.rstrip(os.sep) + os.sep
            if text.startswith(below):
                return Path(asked, text[len(below) :])
        return Path(text)

    def kept(self, shown: Path) -> bytes:
        """A path that is shown as it stands in the index."""
        return os.fsencode(os.path.abspath(shown) if self._pairs else shown)  # noqa: PTH100
