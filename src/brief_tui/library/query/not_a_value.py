"""Why a text is no value of a field, in words for whoever wrote it."""

from __future__ import annotations

from collections.abc import Iterable


class NotAValue(ValueError):
    """The text is safe to show; ``meant`` is the value that may be meant, or empty."""

    def __init__(self, text: str, meant: str = "") -> None:
        super().__init__(text)
        self.meant = meant

    @classmethod
    def unknown(cls, what: str, text: str, known: Iterable[str]) -> NotAValue:
        """There is no such thing as ``what``: what is near to ``text``, and what is possible."""
        from brief_tui.load.nearest import nearest

        words = tuple(known)
        meant = nearest(text, words) or ""
        hint = f"did you mean `{meant}`? " if meant else ""
        return cls(f"no {what}; {hint}possible: {', '.join(words)}", meant)
