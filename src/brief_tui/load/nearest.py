"""Which valid word somebody may have meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_MOST_COMPARED = 2000
_LONGEST_COMPARED = 60


def nearest(found: str, words: Iterable[str]) -> str | None:
    """The word nearest to ``found``, or None where none is near.

    Case, spaces and underscores do not count, so the word as shown on screen leads to its key.
    """
    close = nearest_few(found, words, 1)
    return close[0] if close else None


def nearest_few(found: str, words: Iterable[str], count: int = 5) -> Sequence[str]:
    """At most ``count`` words near to ``found``, nearest first."""
    from difflib import get_close_matches

    wanted = _folded(found[:_LONGEST_COMPARED])
    by_folded: dict[str, str] = {}
    for word in words:
        by_folded.setdefault(_folded(word), word)
    if wanted in by_folded:
        return [by_folded[wanted]]
    candidates = list(by_folded)
    if len(candidates) > _MOST_COMPARED:
        # Comparing is slow; in a large briefing a slip is looked for behind the same beginning.
        candidates = [word for word in candidates if word[:2] == wanted[:2]][:_MOST_COMPARED]
    return [by_folded[word] for word in get_close_matches(wanted, candidates, count, 0.6)]


def _folded(word: str) -> str:
    return "-".join(word.casefold().replace("_", " ").replace("-", " ").split())
