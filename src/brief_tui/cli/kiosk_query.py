"""What a reader may ask for behind ``ssh HOST``, read strictly: a briefing, or a narrowing.

The words are ``[BRIEFING] [briefing:ID] [country:CC]... [section:NAME] [/TEXT]``. Whatever else
comes is refused, and nothing of it is said again unless it is an id or a word of letters.
"""

from __future__ import annotations

import re

from brief_tui.cli.usage import WrongUsage, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from brief_tui.library.filter import Filter
    from brief_tui.model.section import Section

LONGEST = 200
"""Characters that may be asked with."""

POSSIBLE = "[BRIEFING] [country:CC]... [section:NAME] [/TEXT]"

NO_PATH = "a path cannot be asked for here; a briefing is named by its id"

_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}")
"""An id of a briefing, and whatever else stands for itself."""

_MARKS_OF_A_TEXT = frozenset(" -.,'’")


class Asked:
    """What was asked for: the id of a briefing, a section, a filter; each may be missing."""

    def __init__(self, briefing: str, section: Section | None, filter_: Filter) -> None:
        """Hold what was asked for; no id is an empty one."""
        self.briefing = briefing
        self.section = section
        self.filter = filter_


def asked_for(command: bytes) -> Asked:
    """What ``SSH_ORIGINAL_COMMAND`` asks for; everything where it is empty.

    Raises:
        WrongUsage: it is anything but the words above; the text is safe to show.
    """
    from brief_tui.library.filter import Filter

    words, text = _parts(_characters(command))
    found: dict[str, list[str]] = {"briefing": [], "country": [], "section": []}
    for number, word in enumerate(words):
        name, colon, value = word.partition(":")
        if not colon and not number:
            name, value = "briefing", word
        if name not in found or not _WORD.fullmatch(value):
            raise WrongUsage("that cannot be asked for here")
        found[name].append(value)
    for name in ("briefing", "section"):
        if len(found[name]) > 1:
            raise WrongUsage(f"one {name} can be asked for at a time")
    codes = dict.fromkeys(_country(word) for word in found["country"])
    narrowed = Filter.of(codes).also(_searched(text))
    return Asked("".join(found["briefing"]), _section("".join(found["section"])), narrowed)


def _searched(text: str) -> Filter:
    from brief_tui.library.query.parse import parse_filter

    parsed = parse_filter(text)
    if parsed.problems:
        raise WrongUsage("a text to search for is words, of which - excludes one and OR joins two")
    return parsed.filter


def _characters(command: bytes) -> str:
    # Bytes first: a hundred thousand of them need not be looked at one by one.
    if len(command) > 4 * LONGEST:
        raise WrongUsage(f"at most {LONGEST} characters can be asked with")
    try:
        asked = command.decode("utf-8")
    except UnicodeDecodeError:
        raise WrongUsage("what is asked for must be UTF-8") from None
    if len(asked) > LONGEST:
        raise WrongUsage(f"at most {LONGEST} characters can be asked with")
    return asked


def _parts(asked: str) -> tuple[list[str], str]:
    """The words, and the text to search for behind ``/``."""
    words, slash, text = asked.partition("/")
    if slash and words and not words.endswith(" "):
        named = ":" in words.split(" ")[-1]
        raise WrongUsage("that cannot be asked for here" if named else NO_PATH)
    if "/" in text and " " not in text:
        raise WrongUsage(NO_PATH)
    if not all(map(_may_be_searched_for, text)):
        raise WrongUsage("a text to search for has letters, digits, spaces and - . , ' only")
    return [word for word in words.split(" ") if word], " ".join(text.split())


def _may_be_searched_for(character: str) -> bool:
    from unicodedata import category

    # Letters, the marks that are written on them, and digits, in any script.
    return character in _MARKS_OF_A_TEXT or category(character)[0] in "LMN"


def _country(word: str) -> str:
    from brief_tui.model.countries import NAMES

    code = word.upper()
    if code not in NAMES:
        raise WrongUsage(f"there is no country `{word}`: it is an ISO 3166-1 code, as KR")
    return code


def _section(word: str) -> Section | None:
    from brief_tui.model.section import Section

    if not word:
        return None
    try:
        return Section.of(word.casefold())
    except ValueError:
        raise unknown("section", word, (each.key for each in Section)) from None
