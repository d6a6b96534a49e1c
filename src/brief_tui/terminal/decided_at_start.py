"""What is decided before anything is sent: the terminal has not been asked yet."""

from __future__ import annotations

from brief_tui.terminal.abilities import XTERM, Colours, Dialect
from brief_tui.terminal.finding import Finding, as_asked, by_program, by_term
from brief_tui.terminal.known_terminals import LINUX
from brief_tui.terminal.surroundings import Surroundings

_MISTAKEN = "GNU screen mistakes 24-bit colours unless told `truecolor on`"


def interactive(around: Surroundings) -> Finding[bool]:
    """Whether a screen can be drawn and someone can answer it."""
    name, change = "brief-tui opens", ""
    if not around.kind.places_cursor:
        why = by_term(around)
        change = "set TERM to what the terminal is, such as xterm-256color or vt100"
    elif not around.typed:
        why = "stdin is not a terminal"
    elif not around.shown:
        why = "stdout is not a terminal"
    else:
        return Finding(name, True, "the reader", "both ends are a terminal")
    return Finding(name, False, "plain text, as show prints", why, change)


def colours(around: Surroundings) -> Finding[Colours]:
    """How many colours there are.

    ``COLORTERM`` is believed but on the Linux console, which draws 24-bit colours as the nearest
    of its own sixteen, and in GNU screen, which hands it on and takes them for other things.
    """
    wish, kind = around.wishes.colours, around.kind
    asked = wish.value if wish is not None else None
    change = "--colors, or `colors:` in config.yaml: 24-bit, 256, 16, none or auto"

    def found(colours: Colours, why: str, first: str = "") -> Finding[Colours]:
        more = f"{first}; or {change}" if first else change
        return Finding("colours", colours, colours.words, why, more)

    if wish is not None and asked is not None and (wish.at_once or not around.no_color):
        return found(asked, as_asked(wish))
    if around.no_color:
        return found(Colours.NONE, "NO_COLOR is set", "unset NO_COLOR")
    if kind.colours is Colours.NONE or kind == LINUX:
        return found(kind.colours, by_term(around))
    if around.colorterm in ("truecolor", "24bit"):
        if around.multiplexer != "screen":
            return found(Colours.TRUE, f"COLORTERM is {around.colorterm}")
        return found(kind.colours, f"{by_term(around)}; COLORTERM is not believed: {_MISTAKEN}")
    if around.multiplexer == "tmux":
        least = max(kind.colours, Colours.INDEXED)
        return found(least, f"inside tmux, and {_colorterm(around)}", _export(around))
    program = around.known_program
    if program is not None and kind.colours is Colours.INDEXED:
        return found(program.colours, by_program(around))
    if kind.colours is Colours.TRUE:
        return found(kind.colours, by_term(around))
    return found(kind.colours, f"{by_term(around)}; {_colorterm(around)}", _export(around))


def utf8(around: Surroundings) -> Finding[bool]:
    """Whether it shows more than ASCII, as the locale says.

    Where none is set, as over SSH that sends none, only a terminal that is always UTF-8 is sent
    it: a terminal that is not would show two or three wrong characters for each.
    """
    wish, kind = around.wishes.ascii, around.kind
    to_utf8 = "--no-ascii, or `ascii: off` in config.yaml, if the terminal does show UTF-8"
    to_ascii = "--ascii, or `ascii: on` in config.yaml, if it shows anything wrong"

    def found(utf8: bool, why: str, first: str = "") -> Finding[bool]:
        change = to_ascii if utf8 else to_utf8
        more = f"{first}; or {change}" if first else change
        return Finding("text", utf8, "UTF-8" if utf8 else "ASCII", why, more)

    if wish is not None and wish.value is not None:
        return found(not wish.value, as_asked(wish))
    if kind.utf8 is False:
        return found(False, by_term(around))
    if around.locale_from:
        said = f"{around.locale_from} is {around.locale}"
        if _is_utf8(around.locale):
            return found(True, said)
        return found(False, f"{said}, which is not UTF-8", f"set {around.locale_from} to C.UTF-8")
    unset = "none of LC_ALL, LC_CTYPE and LANG is set"
    if kind.utf8:
        return found(True, f"{unset}, but {by_term(around)}")
    if around.known_program is not None:
        return found(True, f"{unset}, but {by_program(around)}")
    sent = "have ssh send it (SendEnv LANG, on your side)"
    return found(False, unset, sent if around.ssh else "set LANG to C.UTF-8")


def _is_utf8(locale: str) -> bool:
    """Whether a locale's name has UTF-8 for its codeset: ``de_DE.UTF-8@euro``, or ``UTF-8``."""
    codeset = locale.partition("@")[0].rpartition(".")[2]
    return codeset.casefold().replace("-", "") == "utf8"


def mouse(around: Surroundings) -> Finding[bool]:
    """Whether the terminal is to report the mouse from the start."""
    wish = around.wishes.mouse
    change = "--mouse, --no-mouse, or `mouse:` in config.yaml: on, off or auto; m in the reader"

    def found(on: bool, why: str) -> Finding[bool]:
        return Finding("mouse", on, "on" if on else "off", why, change)

    if wish is not None and wish.value is not None:
        return found(wish.value, as_asked(wish))
    if not around.kind.mouse:
        return found(False, by_term(around))
    if around.ssh:
        return found(False, f"{around.ssh} is set: over SSH you can select text as ever")
    return found(True, "SSH is not in use")


def dialect(around: Surroundings) -> Finding[Dialect]:
    """What it understands beyond a VT100."""
    has = around.kind.dialect
    missing = [words for words, there in zip(_PARTS, has, strict=True) if not there]
    words = "as xterm has them" if has == XTERM else f"no {', '.join(missing)}"
    return Finding("sequences", has, words, by_term(around), "set TERM to what the terminal is")


_PARTS = (
    "going to a column (CHA, VPA)",
    "blanking cells (ECH)",
    "erasing in colour (bce)",
    "moving lines (IL, DL)",
    "switching off one by one (SGR 22 to 49)",
    "second screen (mode 1049)",
)


def _colorterm(around: Surroundings) -> str:
    said = f"is {around.colorterm}" if around.colorterm else "is not set"
    return f"COLORTERM {said}"


def _export(around: Surroundings) -> str:
    sent = " (have ssh send it: SendEnv COLORTERM, on your side)" if around.ssh else ""
    return f"set COLORTERM to truecolor if the terminal has 24-bit colour{sent}"
