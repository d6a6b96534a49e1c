"""What is known of terminals by what they call themselves: in ``TERM``, or otherwise.

Taken from their own documentation and terminfo descriptions. What a name does not tell is left
to the environment and to the terminal's answers.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from brief_tui.terminal.abilities import (
    LINUX_CONSOLE,
    MULTIPLEXER,
    VT100,
    VT220,
    XTERM,
    Colours,
    Dialect,
)
from brief_tui.terminal.answers import FENCE, QUERY


class Kind(NamedTuple):
    """A kind of terminal, as far as ``TERM`` tells it.

    Attributes:
        words: What it is, in words that follow *TERM is x:*.
        colours: How many it has at least.
        dialect: What it understands.
        utf8: Whether it shows UTF-8; None where that is as the locale says.
        hyperlinks: Whether it knows OSC 8; None where that is not known.
        clipboard: Whether OSC 52 can reach a clipboard.
        mouse: Whether it reports the mouse.
        extended_keys: It is known to have kitty's keyboard protocol.
        places_cursor: Whether a screen can be drawn on it at all.
        multiplexer: ``tmux`` or ``screen``, which draws on another terminal in turn.
        query: What may be asked of it. Some print what they do not understand.
    """

    words: str
    colours: Colours = Colours.INDEXED
    dialect: Dialect = XTERM
    utf8: bool | None = None
    hyperlinks: bool | None = None
    clipboard: bool = True
    mouse: bool = True
    extended_keys: bool = False
    places_cursor: bool = True
    multiplexer: str = ""
    query: str = QUERY


_MODERN = Kind(
    "a terminal with 24-bit colour, always UTF-8",
    Colours.TRUE,
    utf8=True,
    hyperlinks=True,
    extended_keys=True,
)
_OLD_KEYS = _MODERN._replace(extended_keys=False)
# terminfo gives a bare xterm 8 colours; all in use have had 256 for many years.
_XTERM = Kind("xterm, or one that takes after it")
_OLD = Kind(
    "a terminal without colours or UTF-8",
    Colours.NONE,
    VT220,
    utf8=False,
    hyperlinks=False,
    clipboard=False,
    mouse=False,
    query=FENCE,
)
_VT100 = _OLD._replace(dialect=VT100)
# It takes UTF-8, but its font has 256 signs, or 512. The kernel's own (drivers/tty/vt/cp437.uni)
# draws the others as a filled square: of levels of leverage, none would look like high.
LINUX = _OLD._replace(
    words="the Linux console, which has few signs, and neither links nor a clipboard",
    colours=Colours.SIXTEEN,
    dialect=LINUX_CONSOLE,
)
_DUMB = _VT100._replace(
    words="it cannot place its cursor", utf8=None, places_cursor=False, query=""
)
SCREEN = Kind(
    "GNU screen, or tmux that calls itself so",
    Colours.SIXTEEN,
    MULTIPLEXER,
    hyperlinks=False,
    multiplexer="screen",
)
TMUX = Kind(
    "tmux, which draws 256 colours on any terminal", dialect=MULTIPLEXER, multiplexer="tmux"
)

_KINDS = {
    **dict.fromkeys(("", "dumb", "unknown", "network", "emacs"), _DUMB),
    **dict.fromkeys(("vt100", "vt102", "vt125", "vt131", "vt132"), _VT100),
    **dict.fromkeys(("vt200", "vt220", "vt320", "vt340", "vt420", "vt510", "vt520"), _OLD),
    "linux": LINUX,
    "screen": SCREEN,
    "tmux": TMUX,
    **dict.fromkeys(("xterm", "rxvt-unicode", "konsole", "gnome", "vte", "putty"), _XTERM),
    **dict.fromkeys(("st", "mlterm", "iterm"), _XTERM),
    "xterm-mono": _XTERM._replace(words="xterm without colours", colours=Colours.NONE),
    "xterm-16color": _XTERM._replace(words="xterm with 16 colours", colours=Colours.SIXTEEN),
    "xterm-88color": _XTERM._replace(words="xterm with few colours", colours=Colours.SIXTEEN),
    **dict.fromkeys(("xterm-kitty", "kitty", "foot", "contour", "rio"), _MODERN),
    **dict.fromkeys(("xterm-ghostty", "ghostty", "alacritty", "wezterm"), _MODERN),
    **dict.fromkeys(("ms-terminal", "mintty", "iTerm2", "iterm2"), _OLD_KEYS),
}


@lru_cache(8)
def kind_of(term: str) -> Kind:
    """What is known of ``term``: of the name, or else of the name without its last parts.

    Of a name that is not in the table the system's terminfo database is asked; and of one that is
    not known there either, as little as possible is supposed.
    """
    name = term
    while name not in _KINDS:
        cut = max(name.rfind("-"), name.rfind("."), name.rfind("+"))
        if cut <= 0:
            return _looked_up(term)
        name = name[:cut]
    kind = _KINDS[name]
    if kind is not LINUX and kind.colours in (Colours.SIXTEEN, Colours.INDEXED):
        return kind._replace(colours=_colours_in(term) or kind.colours)
    return kind


def _colours_in(term: str) -> Colours | None:
    """How many colours a name says there are, if it does."""
    if term.endswith("-direct"):
        return Colours.TRUE
    return Colours.INDEXED if "256color" in term else None


_ENOUGH = ((256, Colours.INDEXED), (8, Colours.SIXTEEN))


def _looked_up(term: str) -> Kind:
    from brief_tui.terminal.terminfo import look_up

    facts = look_up(term)
    named = _colours_in(term)
    if facts is None:
        words = "a name that terminfo does not know either; taken for a VT100 with 16 colours"
        return Kind(
            words, named or Colours.SIXTEEN, VT100, clipboard=False, mouse=False, query=FENCE
        )
    if not facts.placed_as_a_vt100:
        return _DUMB._replace(words="terminfo says that it is not steered as a VT100 is")
    colours = next((each for least, each in _ENOUGH if facts.colours >= least), Colours.NONE)
    dialect = Dialect(
        facts.places_in_line,
        facts.erases_characters,
        facts.erases_in_colour,
        facts.inserts_lines,
        facts.resets_one_by_one,
        facts.alternate_screen,
    )
    return Kind("as terminfo describes it", named or colours, dialect, clipboard=False, query=FENCE)


class Program(NamedTuple):
    """A terminal program, by the name it gives itself (``TERM_PROGRAM``, or XTVERSION).

    Attributes:
        words: Its name.
        colours: How many it has.
        hyperlinks: Whether it knows OSC 8.
        clipboard: Whether OSC 52 can reach its clipboard.
        query: What may be asked of it.
    """

    words: str
    colours: Colours = Colours.TRUE
    hyperlinks: bool = True
    clipboard: bool = True
    query: str = QUERY


_PROGRAMS = {
    "iterm": Program("iTerm2"),
    "wezterm": Program("WezTerm"),
    "ghostty": Program("Ghostty"),
    "kitty": Program("kitty"),
    "foot": Program("foot"),
    "contour": Program("Contour"),
    "rio": Program("Rio"),
    "konsole": Program("Konsole"),
    "mintty": Program("mintty"),
    "vscode": Program("Visual Studio Code"),
    "windows terminal": Program("Windows Terminal"),
    "vte(": Program("a terminal made with VTE, as GNOME Terminal", clipboard=False),
    # It prints the last letter of a DECRQM, and has neither OSC 8 nor OSC 52.
    "apple_terminal": Program("Terminal of macOS", Colours.INDEXED, False, False, FENCE),
}


def program_called(name: str) -> Program | None:
    """What is known of the program that says it is ``name``, whatever version stands behind it."""
    wanted = name.casefold()
    return next((each for start, each in _PROGRAMS.items() if wanted.startswith(start)), None)


def tmux_version(name: str) -> tuple[int, int] | None:
    """The version in what tmux calls itself, such as ``tmux 3.4``; None where it is not tmux."""
    word, _, version = name.partition(" ")
    major, _, rest = version.partition(".")
    minor = rest[: len(rest) - len(rest.lstrip("0123456789"))]
    if word != "tmux" or not major.removeprefix("next-").isdecimal():
        return None
    return int(major.removeprefix("next-")), int(minor or 0)
