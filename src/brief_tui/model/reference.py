"""What a text field of a briefing means, where it is more than text.

The model's fields are annotated with these; ``load`` reads them to check a value and to write
the JSON Schema, so that a field is declared once.
"""

from __future__ import annotations

from typing import Annotated

from brief_tui.model.value import dataclass


@dataclass(frozen=True, slots=True)
class Refers:
    """The text is the id of something in one of these sections of the same briefing."""

    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """The text has a form of its own: id, country, subdivision, url or language."""

    name: str


Id = Annotated[str, Form("id")]
"""A readable slug of the author's own: letters, digits, ``.``, ``_`` and ``-``."""

CountryCode = Annotated[str, Form("country")]
"""ISO 3166-1 alpha-2 in upper case, or ``XK``."""

SubdivisionCode = Annotated[str, Form("subdivision")]
"""ISO 3166-2, as ``RU-PRI``."""

Url = Annotated[str, Form("url")]
"""An http or https address."""

Language = Annotated[str, Form("language")]
"""A BCP 47 language tag, as ``en``."""

SourceId = Annotated[str, Refers(("sources",))]
ActorId = Annotated[str, Refers(("actors",))]
PartyId = Annotated[str, Refers(("actors", "sources"))]
MeasureId = Annotated[str, Refers(("measures",))]
QuestionId = Annotated[str, Refers(("questions",))]
ItemId = Annotated[str, Refers(("claims", "evidence", "assessments", "options"))]
BasisId = Annotated[
    str, Refers(("claims", "evidence", "assessments", "options", "sources", "actors"))
]
"""Anything a statement can rest on, or a chain can lead back to."""
