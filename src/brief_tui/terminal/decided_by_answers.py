"""What is decided with what the terminal has answered so far, and again when it answers."""

from __future__ import annotations

from brief_tui.terminal.abilities import ClipboardRoute
from brief_tui.terminal.finding import Finding, as_asked, by_program, by_term, yes_or_no
from brief_tui.terminal.known_terminals import tmux_version
from brief_tui.terminal.surroundings import Surroundings

TMUX_WITH_LINKS = (3, 4)
"""The first version of tmux that hands OSC 8 on."""


def synchronized(around: Surroundings) -> Finding[bool]:
    """Whether it takes a frame as a whole; its own answer tells, never its name."""
    name, said = "whole frames", around.answers.synchronized
    change = "`synchronized:` in config.yaml: on, off or auto"
    wish = around.wishes.synchronized
    if wish is not None and wish.value is not None:
        return yes_or_no(name, wish.value, as_asked(wish), change)
    if said is None:
        return yes_or_no(name, False, _unsaid(around, "synchronized output (2026)"), change)
    has = "has" if said else "does not have"
    return yes_or_no(name, said, f"the terminal said that it {has} synchronized output", change)


def hyperlinks(around: Surroundings) -> Finding[bool]:
    """Whether links may be sent as such. The address is to be read in any case."""
    name, kind, program = "links", around.kind, around.known_program
    change = "`hyperlinks:` in config.yaml: on, off or auto"
    wish = around.wishes.hyperlinks
    if wish is not None and wish.value is not None:
        return yes_or_no(name, wish.value, as_asked(wish), change)
    if around.multiplexer == "tmux":
        version = tmux_version(around.answers.program) or tmux_version(around.program)
        known = "of unknown version" if version is None else ".".join(map(str, version))
        why = f"inside tmux {known}; it hands links on from 3.4"
        return yes_or_no(name, version is not None and version >= TMUX_WITH_LINKS, why, change)
    if kind.hyperlinks is not None:
        return yes_or_no(name, kind.hyperlinks, by_term(around), change)
    if program is not None:
        knows = "knows" if program.hyperlinks else "does not know"
        why = f"{by_program(around)}, which {knows} them (OSC 8)"
        return yes_or_no(name, program.hyperlinks, why, change)
    return yes_or_no(name, False, "nothing says that the terminal knows them (OSC 8)", change)


def clipboard(around: Surroundings) -> Finding[ClipboardRoute]:
    """The way to the reader's clipboard; none where none is to be trusted."""
    kind, program, wish = around.kind, around.known_program, around.wishes.clipboard
    change = "`clipboard:` in config.yaml: terminal, tmux, screen, none or auto"

    def found(route: ClipboardRoute, why: str, first: str = "") -> Finding[ClipboardRoute]:
        return Finding("clipboard", route, _ROUTES[route], why, first or change)

    if wish is not None and wish.value is not None:
        return found(wish.value, as_asked(wish))
    if not kind.places_cursor:
        return found(ClipboardRoute.NONE, by_term(around))
    if around.tmux:
        return found(ClipboardRoute.TMUX, "TMUX is set")
    if around.answers.clipboard:
        return found(ClipboardRoute.TERMINAL, "the terminal said that it has one (OSC 52)")
    if around.multiplexer == "tmux":
        why = "tmux runs on another machine, and unless told drops what is for the clipboard"
        first = "`set -s set-clipboard on` in that tmux, and `clipboard: terminal` in config.yaml"
        return found(ClipboardRoute.NONE, why, first)
    if around.multiplexer == "screen":
        return found(ClipboardRoute.SCREEN, "STY is set" if around.screen else by_term(around))
    if not kind.clipboard:
        return found(ClipboardRoute.NONE, by_term(around))
    if program is not None and not program.clipboard:
        return found(ClipboardRoute.NONE, f"{by_program(around)}, which has none (OSC 52)")
    return found(ClipboardRoute.TERMINAL, "most terminals take it (OSC 52), and few say so")


_ROUTES = {
    ClipboardRoute.TERMINAL: "of the terminal",
    ClipboardRoute.TMUX: "by way of tmux",
    ClipboardRoute.SCREEN: "by way of screen",
    ClipboardRoute.NONE: "none",
}


def extended_keys(around: Surroundings) -> Finding[bool]:
    """Whether it may be asked for keys that cannot be mistaken: not unless it knows the protocol.

    To a terminal that does not, the request could be to put the cursor back (``CSI u``).
    """
    name, protocol = "keys told apart", "the keyboard protocol of kitty"
    if around.answers.extended_keys:
        return yes_or_no(name, True, f"the terminal said that it has {protocol}")
    if around.kind.extended_keys:
        return yes_or_no(name, True, f"{by_term(around)}, with {protocol}")
    return yes_or_no(name, False, _unsaid(around, protocol))


def _unsaid(around: Surroundings, what: str) -> str:
    if around.answers.complete:
        return f"the terminal answered, but not that it has {what}"
    return f"the terminal has not said that it has {what}"
