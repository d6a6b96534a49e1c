"""The seven sections in which a briefing is read."""

from __future__ import annotations

from enum import Enum


class Section(Enum):
    """A section: its key on the command line, its title, and what one of its rows is called."""

    OVERVIEW = ("overview", "Overview", "key point or unknown", "key points and unknowns")
    CLAIMS = ("claims", "Claims", "claim or piece of evidence", "claims and evidence")
    ASSESSMENTS = ("assessments", "Assessments", "assessment", "assessments")
    OPTIONS = ("options", "Options", "option", "options")
    LEVERAGE = ("leverage", "Leverage", "actor with options", "actors with options")
    TIMELINE = ("timeline", "Timeline", "date", "dates")
    SOURCES = ("sources", "Sources", "source", "sources")

    def __init__(self, key: str, title: str, one: str, many: str) -> None:
        self.key = key
        self.title = title
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
