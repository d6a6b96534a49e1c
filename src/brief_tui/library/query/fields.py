"""The fields of the query language: what each is, and what may be asked of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from brief_tui.library.marks import KINDS_OF_ROWS
from brief_tui.library.query.countries_meant import country_meant
from brief_tui.library.query.not_a_value import NotAValue
from brief_tui.library.query.syntax import Value, Words
from brief_tui.load.text import quote
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import (
    Basis,
    Credibility,
    Instrument,
    OptionState,
    Reliability,
    Role,
    SourceKind,
    SourceTag,
    Voice,
)

OPERATORS = (">=", "<=", ">", "<")
"""What may stand before a value that has an order."""


class Field(NamedTuple):
    """A field.

    Attributes:
        name: what stands before the colon.
        meaning: what its value is, in a few words.
        example: one of its values.
        read: the canonical value of a text, which was in quotes or not; raises ``NotAValue``.
        words: all values that it can have, where these are few.
        has_names: whether the value is words that stand in a name.
        meanings: what its values mean, or parts of them, where there is more to say than they do.
    """

    name: str
    meaning: str
    example: str
    read: Callable[[str, bool], Value]
    words: tuple[str, ...] = ()
    has_names: bool = False
    meanings: Mapping[str, str] = MappingProxyType({})


def _name(text: str, is_quoted: bool) -> Value:
    words = Words.of(text, whole=is_quoted)
    if words is None:
        raise NotAValue(f"`{quote(text)}` has no letter or digit to look for")
    return words


def _one_of(before: str, words: Iterable[str]) -> Callable[[str, bool], Value]:
    known = tuple(words)

    def read(text: str, _: bool) -> Value:
        wanted = "-".join(text.casefold().replace("_", " ").replace("-", " ").split())
        if wanted in known:
            return wanted
        raise NotAValue.unknown(f"`{before}{quote(text)}`", text, known)

    return read


def _country(text: str, _: bool) -> Value:
    name, slash, role = text.partition("/")
    code = country_meant(name.replace("_", " "))
    return f"{code}/{_role(role, False)}" if slash else code


_ROLES = tuple(role.value for role in Role)
_role = _one_of("/", _ROLES)


def _grade(text: str, _: bool) -> Value:
    operator, rest = split_operator(text)
    grade = rest.strip().upper()
    letter, digit = grade.rstrip("123456"), grade.lstrip("ABCDEF")
    is_one = letter + digit == grade and len(letter) < 2 and len(digit) < 2
    if not grade or not is_one or (letter and letter not in set(Reliability)):
        raise NotAValue(
            f"`{quote(text)}` is no grade: that is a letter from A to F, a digit from 1 to 6,"
            " or both, as B2 or >=C3"
        )
    if operator in (">", "<"):
        raise NotAValue(f"grades are compared with >= or <=, as >={quote(grade)}")
    if operator and (letter == Reliability.F or digit == Credibility.CANNOT_BE_JUDGED):
        raise NotAValue("F and 6 mean that there is no basis to judge, so nothing compares with it")
    return operator + grade


def _count(text: str, _: bool) -> Value:
    operator, rest = split_operator(text)
    number = rest.strip()
    if not (number.isascii() and number.isdigit() and len(number) <= LONGEST_NUMBER):
        raise NotAValue(f"`{quote(text)}` is no number of origins, as 2, >=2 or <3")
    return f"{operator}{int(number)}"


LONGEST_NUMBER = 6
"""Digits of a number of origins."""


def _date(text: str, _: bool) -> Value:
    wanted = text.strip()
    if ".." in wanted:
        start, _dots, end = wanted.partition("..")
        if not start and not end:
            raise NotAValue("a range has a date on one side at least, as 2024-10-08..2024-10-13")
        first, last = start and _point(start), end and _point(end)
        if first and last and days(first)[0] > days(last)[1]:
            raise NotAValue(f"`{quote(text)}` ends before it starts")
        return f"{first}..{last}"
    operator, rest = split_operator(wanted)
    return operator + _point(rest)


def _point(text: str) -> str:
    from brief_tui.model.dates import NoDate

    wanted = text.strip()
    if not wanted:
        raise NotAValue("a day, month or year is missing, as in >=2024-10")
    if "/" in wanted:
        raise NotAValue("a range is written with two dots, as 2024-10-08..2024-10-13")
    try:
        days(wanted)
    except NoDate:
        raise NotAValue(
            f"`{quote(text)}` is no date: that is 2024-10-08, 2024-10 or 2024,"
            " or two of these with .. between"
        ) from None
    except ValueError as error:
        raise NotAValue(f"`{quote(text)}` is no date: {error}") from None
    return wanted


@cache
def days(text: str) -> tuple[str, str]:
    """The first and the last day of a day, month or year, ISO 8601.

    Raises:
        ValueError: it is none.
    """
    from brief_tui.model.dates import parse

    when = parse(text)
    if when.is_interval or when.is_approximate or when.is_uncertain:
        raise ValueError("one day, month or year is meant, without a mark")
    return when.first.isoformat(), when.last.isoformat()


def _known(text: str, _: bool) -> Value:
    from brief_tui.model.typed_date import last_day_meant

    try:
        return last_day_meant(text).isoformat()
    except ValueError as error:
        raise NotAValue(f"`{quote(text)}` is no date: {error}") from None


def split_operator(text: str) -> tuple[str, str]:
    """The operator before a value, if there is one, and the rest."""
    operator = next((each for each in OPERATORS if text.startswith(each)), "")
    return operator, text[len(operator) :]


def _vocabulary(name: str, meaning: str, words: Iterable[str]) -> Field:
    of_words = {str(word): getattr(word, "meaning", "") for word in words}
    known = tuple(of_words)
    return Field(name, meaning, known[0], _one_of(f"{name}:", known), known, meanings=of_words)


def _names(name: str, meaning: str, example: str) -> Field:
    return Field(name, meaning, example, _name, has_names=True)


_GRADES = {str(word): word.meaning for word in (*Reliability, *Credibility)}

FIELDS: dict[str, Field] = {
    field.name: field
    for field in (
        Field("country", "a country that it bears on, with /role for a role", "KR", _country),
        _names("actor", "who speaks, acts or is acted on", "Ankara"),
        _names("speaker", "who says it", "Seoul"),
        _names("source", "a source by which it has come", "wire"),
        _names("expert", "who judges", "Kim"),
        _vocabulary("section", "where it stands", (each.key for each in Section)),
        _names("briefing", "the briefing's title or id", "talks"),
        _vocabulary(
            "tag", "a tag or the kind of a source by which it has come", (*SourceTag, *SourceKind)
        ),
        _vocabulary("instrument", "an instrument of power", Instrument),
        _vocabulary("state", "where an option stands", OptionState),
        _vocabulary("voice", "whose voice it is in", Voice),
        _vocabulary("basis", "how whoever says it knows", Basis),
        Field("grade", "reliability and credibility", "B2", _grade, meanings=_GRADES),
        Field("origins", "how many origins stand behind it", ">=2", _count),
        Field("said", "when it was said", "2024-10", _date),
        Field("event", "when it happened, or would", "2024-10-08..2024-10-13", _date),
        Field("published", "when it was published", ">=2024", _date),
        _vocabulary("has", "what it has", ("figures", "relations")),
        _vocabulary("is", "what it is", ("hedged", "disputed")),
        _vocabulary("kind", "what the row is", KINDS_OF_ROWS),
        Field("known", "only what had been said by the end of a day", "2024-10-16", _known),
    )
}
"""Every field by its name, in the order in which they are offered."""
