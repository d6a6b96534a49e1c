"""The one door through which text from a file or a file's name comes in.

Nothing that a terminal could obey and nothing that a reader could not see gets past it, and
nothing is deleted: each such character becomes a visible substitute. C0 controls and DEL become
their control pictures (``␛``), everything else its code point (``⟨U+202E⟩``).

Replaced are: C0 controls except newline (a tab becomes a space and is no fault), C1, DEL,
bidirectional controls, zero-width and other invisible format characters, soft hyphens, blank
letters (Hangul fillers), tag characters (flags of regions spelt with them included), line and
paragraph separators, private-use characters, lone surrogates and non-characters.

Joiners and variation selectors stay where a script or an emoji needs them: a joiner between two
parts of an emoji, between two letters of a script that joins, or after a virama; a selector after
the character it can select. A base carries at most ``MAX_MARKS`` combining marks.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import category, combining, is_normalized, normalize

MAX_MARKS = 8
"""How many combining marks one base may carry; Vedic and Tibetan text needs five."""

MAX_QUOTED = 60
"""How many characters of a text a message quotes."""


class Fault(NamedTuple):
    """A character that had to be replaced, and its offset in the text after NFC."""

    offset: int
    character: str

    @property
    def name(self) -> str:
        """As messages name it: ``U+202E``."""
        return f"U+{ord(self.character):04X}"


_OTHER = re.compile("[^ -~\n]+")

# Text with none of these is safe if it is printable, and already in NFC; it is most text. The
# pattern is small, since compiling one costs more than reading a briefing's text with it.
_LOOK_CLOSER = re.compile("[^\x00-\u02ff\u2010-\u2027\u2030-\u205e]")

_JOINERS = "\u200c\u200d"
_VIRAMA = 9


class _Patterns:
    """The larger patterns, compiled for the first text that needs them."""

    def __init__(self) -> None:
        never = (
            "\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
            "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb"
            "\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff"
            "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
            "\U000e0000-\U000e00ff\U000e01f0-\U0010ffff"
        ) + "".join(f"{chr(plane + 0xFFFE)}-{chr(plane + 0xFFFF)}" for plane in _ASTRAL_PLANES)
        # Blocks that hold combining marks, coarsely: a run of them is looked at mark by mark.
        marks = (
            "\u0300-\u036f\u0483-\u0489\u0590-\u109f\u135d-\u135f\u1712-\u1bff\u1c24-\u1c37"
            "\u1cd0-\u1cf9\u1dc0-\u1dff\u20d0-\u20f0\u2cef-\u2cf1\u2d7f\u2de0-\u2dff"
            "\u302a-\u302f\u3099\u309a\ua66f-\ua69f\ua6f0\ua6f1\ua802-\uabed\ufb1e"
            "\ufe20-\ufe2f\U000101fd-\U0001e94a"
        )
        selectors = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
        self.suspect = re.compile(
            f"[{never}{_JOINERS}{selectors}\t]|[{marks}]{{{MAX_MARKS + 1}}}"
        ).search
        self.never = re.compile(f"[{never}]").match
        self.selector = re.compile(f"[{selectors}]").match
        # What can begin, join or end an emoji sequence (Extended_Pictographic and modifiers).
        self.emoji = re.compile(
            "[\xa9\xae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf"
            "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
        ).match
        # Scripts in which a joiner changes which word is written: Arabic and its neighbours,
        # those of India, Sri Lanka, Myanmar, Cambodia and Indonesia, Mongolian, Adlam.
        self.joining = re.compile(
            "[\u0600-\u0dff\u1000-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\ua87f\ua8e0-\ua8ff"
            "\ua980-\uaa7f\ufb50-\ufdff\ufe70-\ufefc\U00010a00-\U00010a5f"
            "\U00011000-\U00011fff\U0001e900-\U0001e95f]"
        ).match
        self.han = re.compile(
            "[\u2e80-\u2fdf\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef"
            "\U00020000-\U0003ffff]"
        ).match
        self.mongolian = re.compile("[\u1800-\u18af\U00011660-\U0001166c]").match


_ASTRAL_PLANES = range(0x10000, 0xE0000, 0x10000)


@cache
def _patterns() -> _Patterns:
    return _Patterns()


def sanitise(text: str) -> tuple[str, tuple[Fault, ...]]:
    """Make ``text`` safe to show.

    Returns:
        The text in NFC with each unsafe character replaced, and the faults found. Text without
        a fault comes back as it is. Sanitising the result again finds no fault.
    """
    if _LOOK_CLOSER.search(text) is None and text.replace("\n", "").isprintable():
        return text, ()
    faults: list[Fault] = []
    while True:
        if not is_normalized("NFC", text):
            text = normalize("NFC", text)
        if _patterns().suspect(text) is None:
            return text, tuple(faults)
        text, more = _replace(text)
        if not more:
            return text, tuple(faults)
        # What stood only because of what is now replaced falls with it, at the same place.
        faults += (Fault(faults[0].offset, fault.character) for fault in more) if faults else more


def is_safe(text: str) -> bool:
    """Whether ``sanitise`` finds no fault in a text, nor a tab; of a long one it reads little."""
    if _LOOK_CLOSER.search(text) is None:
        return text.replace("\n", "").isprintable()
    if "\t" in text:
        return False
    # Only what is not ASCII can be at fault, or have to do with what stands before or behind it.
    runs = (run.span() for run in _OTHER.finditer(text))
    text = "".join(text[max(begin - 1, 0) : end] for begin, end in runs)
    if not is_normalized("NFC", text):
        return not sanitise(text)[1]
    search = _patterns().suspect
    hit = search(text)
    while hit is not None:
        begin, end = hit.span()
        while begin and not text[begin].isascii():
            begin -= 1
        while end < len(text) and not text[end].isascii():
            end += 1
        if _replace(text[begin:end])[1]:
            return False
        hit = search(text, end)
    return True


def _replace(text: str) -> tuple[str, list[Fault]]:
    faults: list[Fault] = []
    shown: list[str] = []
    marks = 0
    before = ""
    for offset, character in enumerate(text):
        if _is_mark(character):
            marks += 1
        elif character not in _JOINERS:
            marks = 0
        if character == "\t":
            shown.append(" ")
        elif marks > MAX_MARKS or not _may_stay(text, offset, before):
            faults.append(Fault(offset, character))
            shown.append(_substitute(character))
            character = ""
        else:
            shown.append(character)
        before = character
    return "".join(shown), faults


def clean(text: str) -> str:
    """``text``, safe to show; what was wrong with it is not asked."""
    return text if text.isascii() and text.isprintable() else sanitise(text)[0]


def quote(text: str) -> str:
    """``text`` as a message quotes it: safe, on one line, at most ``MAX_QUOTED`` characters."""
    shown = clean(text[: MAX_QUOTED + 1]).replace("\n", "␤")
    return shown if len(shown) <= MAX_QUOTED else shown[: MAX_QUOTED - 1] + "…"


def _substitute(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else f"⟨U+{code:04X}⟩"


def _is_mark(character: str) -> bool:
    return not character.isascii() and category(character) in ("Mn", "Me")


def _may_stay(text: str, offset: int, before: str) -> bool:
    character = text[offset]
    if character in _JOINERS:
        return _joins(text, offset, before)
    patterns = _patterns()
    if patterns.selector(character):
        return _selects(character, before)
    return patterns.never(character) is None


def _joins(text: str, offset: int, before: str) -> bool:
    if not before or before in _JOINERS:
        return False
    if combining(before) == _VIRAMA:
        return True
    patterns = _patterns()
    after = text[offset + 1 : offset + 2]
    if patterns.joining(before) and patterns.joining(after):
        return True
    ends = patterns.emoji(before) or before == "\ufe0f"
    return text[offset] == "\u200d" and bool(ends and patterns.emoji(after))


def _selects(selector: str, before: str) -> bool:
    patterns = _patterns()
    if selector in "\ufe0e\ufe0f":
        return bool(patterns.emoji(before)) or before in _KEYCAPS
    if "\u180b" <= selector <= "\u180f":
        return bool(patterns.mongolian(before))
    return bool(patterns.han(before))


_KEYCAPS = frozenset("0123456789#*")
