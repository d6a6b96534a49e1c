"""An option as it is named in a group of the matrix or in the order, and the group itself."""

from __future__ import annotations

from brief_tui.analysis.matrix import Arrangement, Group
from brief_tui.model.item import Option
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Span, Spans, Tone

ARRANGED = {
    Arrangement.OF: "by actor",
    Arrangement.ON: "by target",
    Arrangement.ALL: "all options together",
}
"""Every arrangement in words."""


def group_name(register: Register, group: Group) -> str:
    """What a group holds: ``levers of China``, ``levers on Russia``."""
    if group.arrangement is Arrangement.ALL:
        return "all options"
    if group.party is None:
        return f"{group.arrangement.value} {words.NOT_STATED}"
    name = register.name(group.party)
    return f"levers {'on' if group.arrangement is Arrangement.ON else 'of'} {name}"


def option_spans(
    register: Register, option: Option, arrangement: Arrangement, tone: Tone = Tone.STRONG
) -> Spans:
    """An option in a group: its text, what the group does not say of its parties, its state."""
    parts = []
    if arrangement is not Arrangement.OF:
        actor = f"actor {words.NOT_STATED}" if option.actor is None else ""
        parts.append(actor or f"by {register.name(option.actor or '')}")
    if arrangement is not Arrangement.ON:
        targets = ", ".join(map(register.name, option.targets))
        parts.append(f"on {targets}" if targets else f"target {words.NOT_STATED}")
    parts.append(option.state.label if option.state else f"state {words.NOT_STATED}")
    text = words.row_text(register, option, tone)
    return (*text, Span(f" · {' · '.join(parts)}", Tone.MUTED))


def quoted(register: Register, option: Option) -> Spans:
    """An option named in a sentence."""
    return (Span("“"), *words.row_text(register, option), Span("”"))
