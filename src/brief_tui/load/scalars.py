"""Readers of single values: texts, words, numbers, dates, ids and codes."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, TypeAlias

from brief_tui.load.decoding import FAILED, Decoding, Reference
from brief_tui.load.nearest import nearest
from brief_tui.load.nodes import Node
from brief_tui.load.text import quote
from brief_tui.model import dates
from brief_tui.model.countries import ALIASES, NAMES

if TYPE_CHECKING:
    from collections.abc import Callable

    from brief_tui.model.vocabulary import Word

Reader: TypeAlias = "Callable[[Node, Decoding], Any]"
"""Gives the value of a node, or ``FAILED``."""

MAX_DIGITS = 15
"""How many significant digits a number may have: as many as it can hold exactly."""

PATTERNS = {
    "id": r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
    "country": "[A-Z]{2}",
    "subdivision": "[A-Z]{2}-[A-Z0-9]{1,3}",
    "url": r"[Hh][Tt][Tt][Pp][Ss]?://[^\s/?#@\\]+(?:[/?#]\S*)?",
    "language": r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*",
}
"""The forms a text can have (``model.reference.Form``), each as a regular expression of it all."""

_EXPECTED = {
    "id": "an id has letters a to z, digits, and . _ - within, at most 100",
    "country": "a country is a code of two capital letters (ISO 3166-1, or XK)",
    "subdivision": "a subdivision is an ISO 3166-2 code such as RU-PRI",
    "url": "an address begins with http:// or https:// and names no user",
    "language": "a language is a BCP 47 tag such as en",
}
_CODES = {"country": "unknown-country"}
_TRUE = frozenset(("true", "True", "TRUE"))
_FALSE = frozenset(("false", "False", "FALSE"))
_TRUTH = _TRUE | _FALSE
_DECIMAL = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_NOT_A_DIGIT = re.compile(r"[eE].*|[^0-9]")

_parse_date = lru_cache(4096)(dates.parse)


def read_text(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401 - the value or FAILED
    """Any text; a plain number counts as one, a plain true or false does not."""
    if type(node) is not tuple:
        return decoding.wrong_type(node, "a text")
    text = node[0]
    if text.isascii() and text.isprintable():
        if text in _TRUTH and node[2]:
            return decoding.wrong_type(node, "a text", "; put it in quotes")
        return text
    return decoding.clean(node)


def read_filled_text(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """A text with something in it."""
    text = read_text(node, decoding)
    if text is not FAILED and not text.strip():
        return decoding.wrong_type(node, "a text")
    return text


def read_number(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """A number as YAML 1.2 writes them, which a float can hold exactly enough."""
    if type(node) is not tuple or not node[2]:
        return decoding.wrong_type(node, "a number without quotes")
    text = node[0]
    if _DECIMAL.fullmatch(text):
        digits = _NOT_A_DIGIT.sub("", text).strip("0")
        value = float(text)
    elif _BASED.fullmatch(text) and len(text) <= MAX_DIGITS:
        value = float(int(text, 0))
        digits = ""
    else:
        return decoding.wrong_type(node, "a number such as 1500 or 2.5")
    vanished = value == 0 and digits and text.lower().partition("e")[0].strip("+-0.")
    if len(digits) > MAX_DIGITS or vanished or value in (float("inf"), float("-inf")):
        return decoding.fail(
            node, "bad-number", f"a number has at most {MAX_DIGITS} digits and a moderate size"
        )
    return value or 0.0  # there is one zero, not two


def read_flag(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """A plain ``true`` or ``false``."""
    if type(node) is tuple and node[2] and node[0] in _TRUTH:
        return node[0] in _TRUE
    return decoding.wrong_type(node, "true or false")


def read_date(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """A date of the EDTF subset."""
    if type(node) is not tuple:
        return decoding.wrong_type(node, "a date such as 2024-10-22")
    try:
        return _parse_date(node[0])
    except ValueError as error:
        return decoding.fail(node, "bad-date", str(error))


@cache
def word_reader(words: type[Word]) -> Reader:
    """A reader of one of ``words``."""
    members = {word.value: word for word in words}
    by_meaning = {word.meaning: word.value for word in words}
    allowed = tuple(members)

    def read(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
        if type(node) is not tuple:
            return decoding.wrong_type(node, f"one of {', '.join(allowed)}")
        word = members.get(node[0])
        if word is not None:
            return word
        near = None if decoding.is_full else nearest(node[0], (*allowed, *by_meaning))
        return decoding.fail(
            node,
            "unknown-word",
            f"unknown word `{quote(node[0])}`",
            allowed,
            by_meaning.get(near, near) if near is not None else None,
        )

    return read


@cache
def reference_reader(to: tuple[str, ...]) -> Reader:
    """A reader of an id of one of the sections ``to``; whether it exists is asked later."""

    def read(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
        if type(node) is not tuple:
            return decoding.wrong_type(node, "an id")
        id_ = node[0]
        decoding.references.append(Reference(id_, node[1], to))
        return id_

    return read


@cache
def form_reader(form: str) -> Reader:
    """A reader of a text of a form of its own."""
    if form == "country":
        return read_country
    matches = re.compile(PATTERNS[form]).fullmatch

    def read(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
        if type(node) is not tuple:
            return decoding.wrong_type(node, "a text")
        text = node[0]
        if form == "id":
            decoding.ids.append((text, node[1]))
        good = matches(text) is not None and (text.isascii() or decoding.clean(node) == text)
        if good and form == "subdivision":
            good = text[:2] in NAMES
        return text if good else decoding.fail(node, f"bad-{form}", _EXPECTED[form])

    return read


def read_country(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """A country's code."""
    if type(node) is not tuple:
        return decoding.wrong_type(node, "a country's code")
    text = node[0]
    return text if text in NAMES else unknown_country(node, decoding)


def unknown_country(node: Node, decoding: Decoding) -> Any:  # noqa: ANN401
    """Say that there is no such country, and which one may be meant by its name or other case."""
    text = node[0] if type(node) is tuple else ""
    meant = None if decoding.is_full else _country_meant(text)
    return decoding.fail(node, "unknown-country", _EXPECTED["country"], nearest=meant)


def _country_meant(text: str) -> str | None:
    by_name = {name: code for code in NAMES for name in (code, NAMES[code], *ALIASES.get(code, ()))}
    near = nearest(text, by_name)
    if near is None:
        return None
    # Any two codes are near each other; a short one says nothing unless it is the same.
    short = len(text) <= _SHORTEST_NAME
    return None if short and near.casefold() != text.casefold() else by_name[near]


_SHORTEST_NAME = 3
