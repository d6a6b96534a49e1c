"""What the reader has narrowed the briefing to: an immutable value that says itself in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from brief_tui.model import countries
from brief_tui.model.dates import day_in_words
from brief_tui.model.folding import fold
from brief_tui.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Filter:
    """Countries (any of them may bear on an item) and words (all must occur in it).

    ``known_on`` is the day by whose end it must have been said, as far as that is stated.
    """

    countries: tuple[str, ...] = ()
    text: str = ""
    known_on: date | None = None

    def __bool__(self) -> bool:
        return bool(self.countries or self.needles or self.known_on)

    @property
    def needles(self) -> tuple[str, ...]:
        """The words searched for, each once, without case and diacritics."""
        return tuple(dict.fromkeys(fold(self.text).split()))

    def toggled(self, country: str) -> Filter:
        """This filter with ``country`` added, or taken out where it was in."""
        if country in self.countries:
            left = tuple(code for code in self.countries if code != country)
            return replace(self, countries=left)
        return replace(self, countries=(*self.countries, country))

    def searching(self, text: str) -> Filter:
        """This filter with other words to search for."""
        return replace(self, text=text)

    def as_known_on(self, day: date | None) -> Filter:
        """This filter with another day by which it must have been said; None for any."""
        return replace(self, known_on=day)

    def describe(self) -> str:
        """The filter in words; ``everything`` where it hides nothing."""
        parts = []
        if self.countries:
            label = "country" if len(self.countries) == 1 else "countries"
            parts.append(f"{label}: {' or '.join(countries.name(code) for code in self.countries)}")
        if self.needles:
            parts.append(f"text: {' '.join(self.text.split())}")
        if self.known_on:
            parts.append(f"as known on {day_in_words(self.known_on)}")
        return " · ".join(parts) or "everything"


EVERYTHING = Filter()
"""The filter that hides nothing."""
