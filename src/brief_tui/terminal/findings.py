"""What the terminal can do, each with why it is thought so and what to set to change it.

Whatever is decided is decided here, and what a reader is shown of it is the same value.
"""

from __future__ import annotations

from typing import NamedTuple

from brief_tui.terminal import decided_at_start, decided_by_answers
from brief_tui.terminal.abilities import ClipboardRoute, Colours, Dialect
from brief_tui.terminal.answers import UNASKED
from brief_tui.terminal.finding import Finding
from brief_tui.terminal.surroundings import Surroundings


class Findings(NamedTuple):
    """All that is decided."""

    interactive: Finding[bool]
    colours: Finding[Colours]
    utf8: Finding[bool]
    synchronized: Finding[bool]
    hyperlinks: Finding[bool]
    clipboard: Finding[ClipboardRoute]
    mouse: Finding[bool]
    extended_keys: Finding[bool]
    dialect: Finding[Dialect]


def findings(around: Surroundings) -> Findings:
    """What is decided in these surroundings.

    Colours, characters and the dialect do not wait for the terminal's answers: the first frame is
    sent before they come, and would have to be sent again.
    """
    at_start = around._replace(answers=UNASKED)
    return Findings(
        interactive=decided_at_start.interactive(at_start),
        colours=decided_at_start.colours(at_start),
        utf8=decided_at_start.utf8(at_start),
        synchronized=decided_by_answers.synchronized(around),
        hyperlinks=decided_by_answers.hyperlinks(around),
        clipboard=decided_by_answers.clipboard(around),
        mouse=decided_at_start.mouse(at_start),
        extended_keys=decided_by_answers.extended_keys(around),
        dialect=decided_at_start.dialect(at_start),
    )
