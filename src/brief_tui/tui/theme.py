"""A theme: a handful of colours, each with one meaning, and what makes them readable."""

from collections.abc import Iterator
from dataclasses import fields, replace
from typing import Annotated, Any, NamedTuple

from brief_tui.model.problem import Severity
from brief_tui.model.value import dataclass
from brief_tui.tui.colour import (
    DEFAULT,
    TERMINAL_COLOURS,
    contrast,
    parse_hex,
    parse_terminal_colour,
)

READABLE = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, level AA)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The colours of the app.

    Every colour is ``#rrggbb``; in a theme made of the terminal's own (``ansi``) it is one of
    those instead, since nobody can know how they look.
    """

    title: Annotated[str, "What readers call it."]
    dark: Annotated[bool, "Whether light text stands on a dark background."] = True
    ansi: Annotated[bool, "Whether it is made of the terminal's own sixteen colours."] = False
    background: Annotated[str, "Behind everything."]
    surface: Annotated[str, "Behind masthead, rail and footer."]
    text: Annotated[str, "Text as such."]
    muted: Annotated[str, "Labels and asides."]
    faint: Annotated[str, "Rules and empty marks; never words."]
    accent: Annotated[str, "The one colour that says: here."]
    accent_text: Annotated[str, "Text on the accent."]
    cursor: Annotated[str, "Behind the row the keys act on."]
    cursor_text: Annotated[str, "Text on that row."]
    selected: Annotated[str, "Behind the chosen row of a pane that is not in use."]
    hedge: Annotated[str, "The source's hedging words."]
    warning: Annotated[str, "What to be careful with."]
    error: Annotated[str, "What is wrong."]
    hit: Annotated[str, "Behind what a search found."]
    hit_text: Annotated[str, "What a search found."]
    marked: Annotated[str, "What is marked for comparison."]
    link: Annotated[str, "What leads somewhere else."]


COLOURS = tuple(
    field.name for field in fields(Theme) if field.name not in {"title", "dark", "ansi"}
)

MINIMAL = Theme(
    title="Terminal",
    ansi=True,
    background=DEFAULT,
    surface=DEFAULT,
    text=DEFAULT,
    muted=DEFAULT,
    faint=DEFAULT,
    accent="ansi_magenta",
    accent_text="ansi_bright_white",
    cursor=DEFAULT,
    cursor_text=DEFAULT,
    selected=DEFAULT,
    hedge=DEFAULT,
    warning="ansi_red",
    error="ansi_red",
    hit="ansi_green",
    hit_text="ansi_black",
    marked="ansi_magenta",
    link="ansi_magenta",
)
"""What is left when no theme file can be read. Magenta and red are the two colours that
terminals show readably on black and on white alike."""


class Fault(NamedTuple):
    """What is wrong with one colour of a theme; ``key`` is the colour's name."""

    key: str
    code: str
    message: str
    found: str = ""
    allowed: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR


def check_colours(theme: Theme) -> tuple[Theme, list[Fault]]:
    """``theme`` with its colours in their one spelling, and everything wrong with them.

    A colour that is none is an error. Where there is no error, text that is hard to read on what
    it stands on is a warning.
    """
    parse = parse_terminal_colour if theme.ansi else parse_hex
    known: dict[str, Any] = {}
    faults: list[Fault] = []
    for key in COLOURS:
        written: str = getattr(theme, key)
        colour = parse(written)
        if colour is None:
            faults.append(_not_a_colour(key, written, ansi=theme.ansi))
        else:
            known[key] = colour
    if faults:
        return theme, faults
    theme = replace(theme, **known)
    return theme, [] if theme.ansi else list(_hard_to_read(theme))


def _not_a_colour(key: str, written: str, *, ansi: bool) -> Fault:
    if ansi:
        message, allowed = "not one of the terminal's own colours", TERMINAL_COLOURS
    elif parse_terminal_colour(written):
        message, allowed = "the terminal's own colours need `ansi: true`", _AS_WRITTEN
    else:
        message, allowed = 'not a colour, which is written in quotes, as "#83b6cf"', _AS_WRITTEN
    return Fault(key, "not-a-colour", message, written, allowed)


_AS_WRITTEN = ("#rrggbb",)
_ON_PAGE = ("text", "muted", "accent", "hedge", "warning", "error", "marked", "link")

STANDS_ON: tuple[tuple[str, str], ...] = (
    *((tone, "background") for tone in _ON_PAGE),
    *((tone, "surface") for tone in _ON_PAGE),
    ("text", "selected"),
    ("cursor_text", "cursor"),
    ("accent_text", "accent"),
    ("hit_text", "hit"),
)
"""Every text and what it stands on. The tones are not asked of ``cursor`` and ``selected``:
one that cannot be read there takes the row's own text colour."""


def _hard_to_read(theme: Theme) -> Iterator[Fault]:
    for text, ground in STANDS_ON:
        ratio = contrast(getattr(theme, text), getattr(theme, ground))
        if ratio < READABLE:
            yield Fault(
                text,
                "low-contrast",
                f"hard to read on `{ground}`: the contrast is {ratio:.1f}, not {READABLE}",
                getattr(theme, text),
                severity=Severity.WARNING,
            )
