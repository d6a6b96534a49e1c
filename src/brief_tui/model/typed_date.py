"""A date as somebody types it: ``2024-10-16``, ``16 oct``, ``oct 2024``, ``2024``."""

from __future__ import annotations

import re
from datetime import date

from brief_tui.model.dates import NoDate, parse

_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\.?\s+)?(?P<month>[a-z]{3,9})\.?(?:,?\s+(?P<year>\d{4}))?", re.A
)
_NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


def last_day_meant(typed: str, year: int | None = None) -> date:
    """The day that is meant, or the last day of the month or year.

    Args:
        typed: What was typed.
        year: The year that is meant where none is typed.

    Raises:
        ValueError: no day, month or year is meant; the text says what is wrong with it.
    """
    text = " ".join(typed.casefold().split())
    try:
        when = parse(_edtf(text, year) or text)
    except NoDate:
        # Not what a date in a briefing may be: of two dates it is not said which is meant.
        raise ValueError("a date is 2024-10-22, 2024-06 or 2021") from None
    if when.is_interval or when.is_approximate or when.is_uncertain:
        raise ValueError("one day, month or year is meant, without a mark")
    return when.last


def _edtf(text: str, year: int | None) -> str | None:
    """What is said in words as a briefing would write it; None where it is not said in words."""
    match = _WORDS.fullmatch(text)
    if match is None:
        return None
    found = [name for name in _NAMES if name.startswith(match["month"])]
    stated = match["year"] or (f"{year:04}" if year else None)
    if len(found) != 1 or stated is None:
        return None
    month = f"{stated}-{_NAMES.index(found[0]) + 1:02}"
    return f"{month}-{int(match['day']):02}" if match["day"] else month
