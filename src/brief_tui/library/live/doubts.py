"""What has just broken or gone: it may be half written, and is looked at once more."""

from __future__ import annotations

from pathlib import Path

from brief_tui.library.found import Found, look_at

AGAIN = 0.4
"""Seconds after which what looks broken or gone is looked at once more."""


class Doubts:
    """The briefings that were broken or gone when they were looked at last."""

    def __init__(self) -> None:
        self._found: dict[str, Found | None] = {}

    def of(self, path: str, found: Found | None) -> bool:
        """Whether to wait before a briefing is believed to be broken, or with None to be gone.

        That is so until it has been the same twice.
        """
        if path in self._found and self._found[path] == found:
            return False
        self._found[path] = found
        return True

    def forget(self, path: str) -> None:
        """It is well."""
        self._found.pop(path, None)

    def of_broken(self, found: Found) -> bool:
        """Whether to wait before a briefing that has changed is believed to be as it reads now."""
        from brief_tui.load.briefing_file import load_briefing

        loaded = load_briefing(Path(found.path))
        if look_at(found.path) != found:
            return True
        if loaded.briefing is not None:
            self.forget(found.path)
            return False
        return self.of(found.path, found)
