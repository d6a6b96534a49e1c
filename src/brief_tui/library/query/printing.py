"""A query as a reader would write it, so that reading it gives the same query again."""

from __future__ import annotations

from collections.abc import Iterable
from unicodedata import normalize

from brief_tui.library.marks import OTHER_NAME
from brief_tui.library.query.syntax import AnyOf, Clause, Excluded, Group, Part, Value, Words
from brief_tui.library.words import tokens

_HAS_MEANING = frozenset('"():')


def printed(parts: Iterable[Part]) -> str:
    """Parts all of which must hold."""
    return " ".join(map(part_printed, parts))


def part_printed(part: Part) -> str:
    """One part of a query."""
    match part:
        case Words():
            return _words(part)
        case Clause():
            return f"{part.field}:{','.join(map(value_printed, part.values))}"
        case Excluded():
            return f"-{_enclosed(part.part)}"
        case AnyOf():
            return " OR ".join(map(_enclosed, part.parts))
        case Group():
            return printed(part.parts)


def _enclosed(part: Part) -> str:
    text = part_printed(part)
    return f"({text})" if isinstance(part, AnyOf | Group) else text


def value_printed(value: Value) -> str:
    """A value of a field."""
    if not isinstance(value, Words):
        return value
    # A comma would end the value.
    is_free = value.whole or "," not in value.written
    return _words(value if is_free else Words(value.words))


def named(value: str) -> str:
    """What a query writes for the party or briefing whose mark has this value."""
    names = value.split(OTHER_NAME)
    found = next((name for name in names if tokens(name)), "")
    return _words(Words(tokens(found), whole=True, written=" ".join(found.split())))


def _words(words: Words) -> str:
    written = words.written
    if words.whole:
        is_fit = written != "" and written.isprintable() and '"' not in written
        return f'"{written if is_fit else _composed(" ".join(words.words))}"'
    is_fit = (
        written.isprintable()
        and written not in ("", "OR")
        and written[0] != "-"
        and " " not in written
        and not _HAS_MEANING.intersection(written)
    )
    return written if is_fit else _composed("-".join(words.words))


def _composed(text: str) -> str:
    """Folded text as it is usually written: Korean syllables are taken apart in it."""
    return normalize("NFC", text)
