"""Choose one of all items and parties of a briefing, found by its text, a name or its id."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from brief_tui.model.folding import fold
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Span, Tone
from brief_tui.tui.picker import Choice, Picker


def item_picker(register: Register, start: str) -> Picker:
    """A picker over everything but ``start``; it closes with the id of what was chosen."""
    return Picker(
        "Paths from here to", "Enter shows the ways · Esc closes", others(register, start)
    )


def others(register: Register, start: str) -> Callable[[str], Sequence[Choice]]:
    """From what was typed to the items and parties that hold all of its words.

    With nothing typed the items come first; otherwise what has that id, and then the parties, since
    who types a name means its bearer. What a choice is found by is folded once, so that each key is
    quick among thousands.
    """
    offered = [(choice, fold(found_by)) for choice, found_by in _offered(register, start)]

    def narrowed(typed: str) -> Sequence[Choice]:
        needles = fold(typed).split()
        found = [choice for choice, text in offered if all(needle in text for needle in needles)]
        if needles:
            id_ = typed.strip()
            found.sort(key=lambda choice: (choice.key != id_, choice.key not in register.parties))
        return found

    return narrowed


def _offered(register: Register, start: str) -> Iterator[tuple[Choice, str]]:
    """Every choice, and the text that it is found by."""
    for id_, item in register.items.items():
        if id_ != start:
            kind, voice = words.kind(item), words.voice_of_row(register, item)
            told = (Span(f"{kind} ", Tone.MUTED), Span(f"{voice.text}: ", voice.tone))
            choice = Choice(id_, (*told, *words.row_text(register, item), _id(id_)))
            yield choice, f"{id_}\n{kind} {voice.text}\n{item.text}"
    for id_, party in register.parties.items():
        if id_ != start:
            kind = "actor" if isinstance(party, Actor) else "source"
            aliases = party.aliases if isinstance(party, Actor) else ()
            choice = Choice(id_, (Span(f"{kind} ", Tone.MUTED), Span(party.name), _id(id_)))
            yield choice, "\n".join((id_, f"{kind} {party.name}", *aliases))


def _id(id_: str) -> Span:
    return Span(f"  {id_}", Tone.MUTED)
