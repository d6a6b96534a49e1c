"""How much there may be of what, and under which ids."""

from __future__ import annotations

from typing import NamedTuple


class Size(NamedTuple):
    """The most there is of each, and the ids that these have."""

    sources: int = 4
    actors: int = 4
    measures: int = 2
    claims: int = 4
    evidence: int = 2
    assessments: int = 2
    options: int = 3
    relations: int = 8
    chain: int = 3
    questions: int = 2
    hypotheses: int = 4
    figures: int = 3
    levers: int = 2

    def ids(self, section: str) -> tuple[str, ...]:
        """The ids of a section, in order."""
        return tuple(f"{INITIALS[section]}{number}" for number in range(getattr(self, section)))

    @property
    def parties(self) -> tuple[str, ...]:
        """Sources and actors by turns, so that chains among sources lead through actors, too."""
        both = (*self.ids("sources"), *self.ids("actors"))
        return tuple(sorted(both, key=lambda id_: (int(id_[1:]), id_)))

    @property
    def items(self) -> tuple[str, ...]:
        """All items, in the briefing's order."""
        return tuple(id_ for section in ITEMS for id_ in self.ids(section))

    @property
    def bases(self) -> tuple[str, ...]:
        """Whatever a statement may rest on."""
        return (*self.parties, *self.items)


INITIALS = {
    "sources": "s",
    "actors": "a",
    "measures": "m",
    "claims": "c",
    "evidence": "e",
    "assessments": "j",
    "options": "o",
    "questions": "q",
    "hypotheses": "h",
}
ITEMS = ("claims", "evidence", "assessments", "options")
SMALL = Size()
