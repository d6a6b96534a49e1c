"""What may be written to a terminal: text that it only shows, and the sequences that are ours.

Written apart from the sanitiser and from the driver on purpose: a test that asked the code under
test what is safe would find that it is. The list is closed: a sequence that does not stand here
fails, whatever it would have done. See ECMA-48 and xterm's "Control Sequences".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from unicodedata import category
from urllib.parse import urlsplit

MODES = {
    "7",  # lines wrap
    "25",  # the cursor shows
    "1000",  # the mouse is reported: its buttons,
    "1006",  # in decimal numbers
    "1049",  # the alternate screen
    "2004",  # what is pasted comes in brackets
    "2026",  # a frame is shown as a whole
}
"""The private modes that may be switched."""

_WITH_ST = r"(?:\x07|\x1b\\)"
_BASE64 = r"[A-Za-z0-9+/]*={0,2}"
# A copy in pieces that screen hands on, each a control string of its own; none is longer.
_COPY_IN_SCREEN = r"\x1bP\x1b\]52;c;[A-Za-z0-9+/=]{0,245}\x07?\x1b\\" + (
    r"(?:\x1bP(?!\x1b)[A-Za-z0-9+/=]{0,252}\x07?\x1b\\)*"
)

_SEQUENCES = {
    "style": r"\x1b\[[0-9;]*m",
    "place": r"\x1b\[[0-9]*(?:;[0-9]+)?H|\x1b\[[0-9]*[ABCDG]",
    "erase": r"\x1b\[2J|\x1b\[K|\x1b\[[0-9]+X",
    "lines": r"\x1b\[[0-9]*[LM]|\x1b\[(?:[0-9]+;[0-9]+)?r",
    "mode": r"\x1b\[\?[0-9]+[hl]",
    "keyboard": r"\x1b\[>1u|\x1b\[<u",
    "query": r"\x1b\[c|\x1b\[>q|\x1b\[\?u|\x1b\[\?2026\$p",
    "copy": rf"\x1b\]52;c;{_BASE64}{_WITH_ST}|{_COPY_IN_SCREEN}",
    "link": rf"\x1b\]8;(?:id=[A-Za-z0-9_.-]+)?;[\x21-\x7e]*{_WITH_ST}",
}
_SEQUENCE = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _SEQUENCES.items()))
_ANY_SEQUENCE = re.compile(
    r"\x1b(?:\[[0-?]*[ -/]*[@-~]|[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)?|[ -/]*[0-~])|\x1b"
)
_CUT_OFF = re.compile(r"\x1b(?:\[[0-?]*[ -/]*|[\]P][^\x07\x1b]*\x1b?|[ -/]*)\Z")

# Bold, faint, italic, underlined, reversed, struck out; each off; a colour or none. Nothing blinks
# and nothing is concealed.
_STYLES = re.compile(
    r"(?:(?:0|1|2|3|4|7|9|22|23|24|27|29|[349][0-7]|10[0-7]|39|49"
    r"|[34]8;5;[0-9]{1,3}|[34]8;2;[0-9]{1,3};[0-9]{1,3};[0-9]{1,3})?(?:;(?!$)|$))*"
)
_SCHEMES = {"http", "https", "mailto"}
_NOT_SHOWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_JOINERS = {"\u200c", "\u200d"}
MARKER = "6666"
"""Stands in every escape sequence of the hostile material, and in none of ours."""


class Piece(NamedTuple):
    """A sequence, or text between sequences, and where it begins in what was written."""

    kind: str
    written: str
    begin: int


def pieces(written: str) -> Iterator[Piece]:
    """What was written, piece by piece; ``text`` is the kind of what is no sequence.

    Raises:
        AssertionError: there is a sequence that is not one of ours.
    """
    at = 0
    while at < len(written):
        escape = written.find("\x1b", at)
        if escape != at:
            end = escape if escape >= 0 else len(written)
            yield Piece("text", written[at:end], at)
            at = end
            continue
        match = _SEQUENCE.match(written, at)
        if match is None:
            other = _ANY_SEQUENCE.match(written, at)
            assert other is not None
            raise AssertionError(f"not one of ours: {other.group()!r}, {around(written, at)}")
        yield Piece(match.lastgroup or "", match.group(), at)
        at = match.end()


def text_of(written: str, copies: Sequence[int] | None = None, *, cut: bool = False) -> str:
    """The text that stands between the sequences, each of which must be one of ours.

    Args:
        written: All that was written, from the start.
        copies: How much had been written each time that a reader asked for something to be
            copied; each allows for one text on its way to the clipboard. Where None, any does.
        cut: Whether what was written may end in the middle of a sequence, or of a link, because
            who wrote it was killed.
    """
    if cut and (end := _CUT_OFF.search(written)):
        written = written[: end.start()]
    texts = []
    allowed = sorted(copies or ())
    linked = False
    for kind, piece, begin in pieces(written):
        if kind == "text":
            texts.append(piece)
            continue
        assert MARKER not in piece or kind == "copy", f"theirs: {piece!r}"
        if kind == "style":
            assert _STYLES.fullmatch(piece[2:-1]), f"not a style of ours: {piece!r}"
        elif kind == "mode":
            assert piece[3:-1] in MODES, f"not a mode of ours: {piece!r}"
        elif kind == "copy" and copies is not None:
            assert allowed and allowed[0] <= begin, f"copied unasked: {around(written, begin)}"
            allowed.pop(0)
        elif kind == "link":
            linked = _leads_somewhere(piece)
        if kind == "mode" and "1049" in piece:
            assert not linked, f"a link goes on past the screen: {around(written, begin)}"
    assert cut or not linked, "a link is left open"
    return "".join(texts)


def _leads_somewhere(link: str) -> bool:
    """Whether ``link`` (OSC 8) begins a link, which must be of an allowed form, or ends one."""
    target = link.partition(";")[2].partition(";")[2].removesuffix("\x07").removesuffix("\x1b\\")
    if not target:
        return False
    parts = urlsplit(target)
    assert parts.scheme in _SCHEMES, f"a link to what nobody may follow: {target!r}"
    assert "@" not in parts.netloc, f"a link with a user's name: {target!r}"
    return True


def assert_ours(written: str, copies: Sequence[int] | None = None, *, cut: bool = False) -> None:
    """Nothing was written but text that a terminal only shows, and sequences of ours."""
    assert_only_shown(text_of(written, copies, cut=cut), allowed="\b\r\n")


def assert_only_shown(text: str, allowed: str = "\n") -> None:
    """Nothing in ``text`` steers a terminal or hides from a reader."""
    if text.isascii() and text.translate(dict.fromkeys(map(ord, allowed))).isprintable():
        return
    for offset, character in enumerate(text):
        if character in allowed:
            continue
        kind = category(character)
        if character in _JOINERS:
            before, after = text[offset - 1], text[offset + 1]
            assert not before.isspace() and not before.isascii(), (
                f"a stray joiner: {around(text, offset)}"
            )
            assert not after.isspace(), f"a stray joiner: {around(text, offset)}"
            continue
        assert kind not in _NOT_SHOWN, f"U+{ord(character):04X} ({kind}): {around(text, offset)}"


def around(text: str, offset: int) -> str:
    """What stands about a place in a text, escaped."""
    return repr(text[max(offset - 20, 0) : offset + 20])


def squashed(text: str) -> str:
    """``text`` without spaces, which wrapping takes and adds."""
    return "".join(text.split())
