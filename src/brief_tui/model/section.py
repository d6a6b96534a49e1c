"""The sections in which a briefing is read."""

from __future__ import annotations

from enum import Enum


class Section(Enum):
    """A section: its key on the command line, its titles, and what one of its rows is called."""

    OVERVIEW = (
        "overview",
        "Overview",
        "Overview",
        "key point or unknown",
        "key points and unknowns",
    )
    CLAIMS = ("claims", "Claims", "Claims", "claim or piece of evidence", "claims and evidence")
    ASSESSMENTS = ("assessments", "Assessments", "Assess", "assessment", "assessments")
    OPTIONS = ("options", "Options", "Options", "option", "options")
    LEVERAGE = ("leverage", "Leverage", "Lever", "actor with options", "actors with options")
    TIMELINE = ("timeline", "Timeline", "Time", "date", "dates")
    SOURCES = ("sources", "Sources", "Sources", "source", "sources")
    FIGURES = ("figures", "Figures", "Figures", "figure", "figures")
    HYPOTHESES = (
        "hypotheses",
        "Hypotheses",
        "ACH",
        "item marked for hypotheses",
        "items marked for hypotheses",
    )

    def __init__(self, key: str, title: str, short: str, one: str, many: str) -> None:
        self.key = key
        self.title = title
        self.short = short
        self.one = one
        self.many = many

    @classmethod
    def of(cls, key: str) -> Section:
        """The section with this key.

        Raises:
            ValueError: there is none.
        """
        for section in cls:
            if section.key == key:
                return section
        raise ValueError(key)
