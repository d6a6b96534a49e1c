"""What a page says, before anyone decides how wide it is or in which colours.

A page is a sequence of blocks; a block holds spans; a span is text with a tone. The same page is
laid out for a pane, for a pipe and for a file, so that all of them say the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum
from typing import NamedTuple

from brief_tui.model.section import Section
from brief_tui.model.value import dataclass


class Tone(Enum):
    """What a piece of text is to the reader. A theme turns it into colour, plain text drops it."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    FAINT = "faint"
    HEADING = "heading"
    LABEL = "label"
    ACCENT = "accent"
    LINK = "link"
    HEDGE = "hedge"
    WARNING = "warning"
    ERROR = "error"
    HIT = "hit"
    MARKED = "marked"


class Span(NamedTuple):
    """A piece of text in one tone.

    Attributes:
        text: It holds no control character but newline.
        tone: What it is to the reader.
        address: Where in the world it leads, in ASCII, if it is an address or a part of one.
    """

    text: str
    tone: Tone = Tone.PLAIN
    address: str = ""


Spans = tuple[Span, ...]


class Link(NamedTuple):
    """Where Enter leads: the id of something in the briefing, or a section as a whole.

    With a ``query`` that is the section so narrowed, of the whole library; ``row`` is then the row,
    by the path of its briefing and its key there.
    """

    id: str = ""
    section: Section | None = None
    query: str = ""
    row: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with an aside that stands at the right edge."""

    text: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text, wrapped to the width; ``single`` cuts it to one line instead.

    ``lead`` hangs before the first line.
    """

    spans: Spans
    lead: Spans = ()
    indent: int = 0
    link: Link | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A label and its value; the values of neighbouring fields align."""

    label: str
    spans: Spans
    link: Link | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """An empty line; several in a row, or one at either end, count once or not at all."""


class Line(NamedTuple):
    """One laid-out line, at most as wide as the width it was laid out for."""

    spans: Spans
    link: Link | None = None

    @property
    def text(self) -> str:
        """The line without its tones."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True, slots=True)
class Drawn:
    """What draws itself for the width there is: bars on an axis, a matrix, a tree."""

    lines: Callable[[int], Iterable[Line]]


Block = Heading | Paragraph | Field | Gap | Drawn
Page = tuple[Block, ...]


def plain(text: str, tone: Tone = Tone.PLAIN) -> Spans:
    """``text`` as spans of one tone; nothing for empty text."""
    return (Span(text, tone),) if text else ()
