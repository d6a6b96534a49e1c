"""The command palette: every command of a screen, found by a part of its name or help."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from brief_tui.model.folding import fold
from brief_tui.render.page import Span, Tone
from brief_tui.tui.actions import Action
from brief_tui.tui.picker import Choice, Picker


def command_picker(
    actions: Sequence[Action], more: Callable[[str], Sequence[Choice]] = lambda typed: ()
) -> Picker:
    """A picker of these commands, that closes with the id of the one to run.

    ``more`` gives what else can be chosen for what is typed; the picker closes with its key.
    """
    offered = [action for action in actions if action.id != "palette"]

    def choices(typed: str) -> Sequence[Choice]:
        words = fold(typed).split()
        found = [each for each in offered if all(word in _text(each) for word in words)]
        # What is called so comes before what only has it in its description.
        found.sort(key=lambda each: not fold(each.title).startswith(" ".join(words)))
        return [*map(_choice, found), *more(typed)]

    return Picker("Commands", "Enter runs · Esc closes", choices)


def _text(action: Action) -> str:
    return fold(f"{action.title} {action.help}")


def _choice(action: Action) -> Choice:
    return Choice(
        action.id,
        (
            Span(f"{action.title:<14}", Tone.STRONG),
            Span(f" {action.key:<10}", Tone.ACCENT),
            Span(action.help, Tone.MUTED),
        ),
    )
