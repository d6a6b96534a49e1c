"""Countries by code, and the search a reader picks one with."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from brief_tui.model.country_names import COUNTRIES
from brief_tui.model.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES: dict[str, str] = {code: names[0] for code, names in COUNTRIES.items()}
"""The short English name of every country, by code."""

ALIASES: dict[str, tuple[str, ...]] = {code: names[1:] for code, names in COUNTRIES.items()}
"""Its other names, by code: the ISO 3166-1 alpha-3 code first."""


def name(code: str) -> str:
    """The country's short English name; ``code`` itself where there is no such country."""
    return NAMES.get(code, code)


def matches(query: str, codes: Iterable[str] | None = None) -> list[str]:
    """The countries a reader may mean by ``query``, best first.

    Case and diacritics do not count. The code itself comes first, then an alias, then a name that
    starts so, an alias that does, a later word that does, and last a name or alias that holds it
    anywhere. Within one rank the order of ``codes`` is kept.

    Args:
        query: What was typed so far; with nothing in it every country matches.
        codes: Countries to choose from, in the order wanted; all of them by name where absent.
    """
    choice = list(codes) if codes is not None else sorted(NAMES, key=lambda code: fold(NAMES[code]))
    wanted = " ".join(fold(query).split())
    if not wanted:
        return choice
    ranked = [(rank, code) for code in choice if (rank := _rank(wanted, code)) is not None]
    return [code for _, code in sorted(ranked, key=lambda pair: pair[0])]


def _rank(wanted: str, code: str) -> int | None:
    full, aliases = _folded(code)
    if wanted == code.lower():
        return 0
    if wanted in aliases:
        return 1
    if full.startswith(wanted):
        return 2
    if any(alias.startswith(wanted) for alias in aliases):
        return 3
    if any(f" {wanted}" in f" {text.replace('-', ' ')}" for text in (full, *aliases)):
        return 4
    return 5 if any(wanted in text for text in (full, *aliases)) else None


@cache
def _folded(code: str) -> tuple[str, tuple[str, ...]]:
    return fold(name(code)), tuple(fold(alias) for alias in ALIASES.get(code, ()))
