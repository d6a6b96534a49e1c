"""One thing that was decided of the terminal, and the words that findings share."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from brief_tui.terminal.surroundings import Surroundings
from brief_tui.terminal.wishes import Wish

Value = TypeVar("Value", covariant=True)


class Finding(NamedTuple, Generic[Value]):
    """One thing that was decided.

    Attributes:
        name: What it is about.
        value: What was decided.
        words: The same in words.
        reason: Why.
        change: What to set to have it otherwise; empty where nothing would help.
    """

    name: str
    value: Value
    words: str
    reason: str
    change: str = ""


def yes_or_no(name: str, value: bool, reason: str, change: str = "") -> Finding[bool]:
    """A finding that is ``yes`` or ``no``."""
    return Finding(name, value, "yes" if value else "no", reason, change)


def as_asked(wish: Wish[Value]) -> str:
    """Why, where the reader asked for it."""
    return f"you asked for it: {wish.said}"


def by_term(around: Surroundings) -> str:
    """Why, where ``TERM`` tells."""
    said = f"TERM is {around.term}" if around.term else "TERM is not set"
    return f"{said}: {around.kind.words}"


def by_program(around: Surroundings) -> str:
    """Why, where the program that draws the terminal tells."""
    program = around.known_program
    who = "the terminal" if around.answers.program else "the environment"
    return f"{who} says it is {program.words}" if program is not None else ""
