"""What a half-typed query can go on with: fields, and values with how many rows bear them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from brief_tui.library.facets import DATES, begins, findable, label_of
from brief_tui.library.interface import Bucket
from brief_tui.library.query.fields import FIELDS, Field, split_operator
from brief_tui.library.query.meaning import KNOWN
from brief_tui.library.query.parse import Problem
from brief_tui.library.query.pieces import Kind, pieces_of
from brief_tui.library.words import tokens
from brief_tui.load.nearest import nearest
from brief_tui.load.text import quote
from brief_tui.model import countries
from brief_tui.model.folding import fold
from brief_tui.model.vocabulary import Role

MOST = 12
"""Candidates that are offered at once."""


_COUNTING = "counting …"


class Candidate(NamedTuple):
    """Something a query can go on with.

    Attributes:
        text: what takes the place of the part that is typed.
        label: what it is called.
        meaning: what it means, where its label does not say that.
        rows: how many rows bear it; None where that is not asked.
    """

    text: str
    label: str
    meaning: str = ""
    rows: int | None = None


class Completion(NamedTuple):
    """What a part of a query can become.

    Attributes:
        start: where the part begins in the text, in characters from 0.
        end: where it ends.
        candidates: what can take its place, the best first.
        message: what is wrong with it; empty where that cannot be said before it is typed out.
        hint: what is to be typed there, where nothing can be offered.
    """

    start: int = 0
    end: int = 0
    candidates: tuple[Candidate, ...] = ()
    message: str = ""
    hint: str = ""


class Values(NamedTuple):
    """Where values come from; each gives None as long as they are not counted.

    Attributes:
        left: the values of a field, with the rows that all other clauses leave.
        known: those of the whole library in which a word begins so.
    """

    left: Callable[[str], Sequence[Bucket] | None]
    known: Callable[[str, str], Sequence[Bucket] | None]


def completed(text: str, place: int, problems: Sequence[Problem], values: Values) -> Completion:
    """What a query can go on with at a place, and what is wrong with it.

    Args:
        text: The query.
        place: Where the cursor is, in characters from 0.
        problems: What is wrong with it as it is.
        values: Where the values of fields come from.
    """
    found = _at(text, place, values)
    half_typed = found.hint and (found.start == found.end or found.hint == _COUNTING)
    if found.candidates or found.message or half_typed:
        # What is half typed is wrong only as long as it is.
        others = [each for each in problems if not each.start <= place <= each.end]
    else:
        others = list(problems)
        if others and others[-1].meant:
            start, end, message, meant = others[-1]
            return Completion(start, end, (Candidate(meant, meant),), message)
    return found._replace(
        message=found.message or next((each.text for each in reversed(others)), "")
    )


def _at(text: str, place: int, values: Values) -> Completion:
    if text[place : place + 1].strip(" )"):
        return Completion()
    pieces = pieces_of(text[:place])
    last = pieces[-1] if pieces else None
    if last is None or last.end < place or last.kind in (Kind.MINUS, Kind.OPEN):
        return Completion(place, place, tuple(_fields("")))
    if last.kind is Kind.WORD:
        return Completion(last.start, place, tuple(_fields(last.text)))
    field = FIELDS.get(last.text) if last.kind is Kind.FIELD else None
    if field is None:
        return Completion()
    *before, value = last.values
    if value.kind is Kind.PHRASE and value.closed:
        return Completion()
    typed, start = value.text, value.start
    if value.kind is Kind.WORD and not field.has_names:
        typed = _behind_operator(field, typed)
        start = place - len(typed)
    taken = {each.text.casefold() for each in before}
    found = _values(field, typed, taken, values, " " if place == len(text) else "")
    if typed != value.text:
        found = _as_bounds(found, value.text[: len(value.text) - len(typed)])
    return found._replace(start=start, end=place)


def _as_bounds(found: Completion, before: str) -> Completion:
    """The same behind an operator or the first day of a range: no end before it begins.

    How many rows bear a value is not how many the whole finds, so it is not said.
    """
    first = before.removesuffix("..")[:7] if before.endswith("..") else ""
    candidates = (each._replace(rows=None) for each in found.candidates if each.text >= first)
    return found._replace(candidates=tuple(candidates))


def _behind_operator(field: Field, typed: str) -> str:
    if field.name in DATES:
        typed = typed.rpartition("..")[2]
    if field.name == "country" and "/" in typed:
        return typed
    return split_operator(typed)[1]


def _fields(typed: str) -> Iterator[Candidate]:
    for field in FIELDS.values():
        if field.name.startswith(typed.lower()):
            yield Candidate(f"{field.name}:", f"{field.name}:", field.meaning if typed else "")


def _values(field: Field, typed: str, taken: set[str], values: Values, behind: str) -> Completion:
    if field.name == "country" and "/" in typed:
        code, _, role = typed.rpartition("/")
        roles = [str(each) for each in Role if each.startswith(role.lower())]
        return Completion(
            candidates=tuple(Candidate(f"{code}/{each}{behind}", each) for each in roles)
        )
    left = values.left(field.name) if field.name != KNOWN else ()
    if left is None:
        words = (word for word in field.words if begins(findable(word), typed))
        known_words = tuple(Candidate(f"{word}{behind}", word) for word in words)
        return Completion(candidates=known_words[:MOST], hint=_COUNTING)
    found = {each.value: each for each in _matching(field, typed, left)}
    if typed and len(found) < MOST and (field.has_names or field.words):
        known = _elsewhere(field, typed, left, values)
        if known is None and not found:
            return Completion(hint=_COUNTING)
        found |= {each.value: each for each in known or () if each.value not in found}
        found = dict(sorted(found.items(), key=lambda item: item[1].rows == 0))
    candidates = tuple(
        Candidate(f"{value}{behind}", label, meaning_of(field.name, value), rows)
        for value, label, rows in found.values()
        if value.casefold().strip('"') not in taken
    )
    if candidates:
        return Completion(candidates=candidates[:MOST])
    if not (typed and field.has_names):
        return Completion(hint=f"{field.meaning}, as {field.name}:{field.example}")
    labels = {each.label: each for each in left}
    guess = nearest(typed, labels)
    meant = (Candidate(f"{labels[guess].value}{behind}", guess),) if guess else ()
    return Completion(candidates=meant, message=f"no {field.name} here is called `{quote(typed)}`")


def _matching(field: Field, typed: str, left: Sequence[Bucket]) -> Iterable[Bucket]:
    """The values that are left and that may be meant."""
    if field.name in DATES:
        return (each for each in reversed(left) if _is_date_of(each, typed))
    if field.name == "country":
        by_code = {each.value: each for each in left}
        return (by_code[code] for code in countries.matches(typed, by_code))
    first = "".join(tokens(typed)[:1])
    # To look for a part of it takes next to nothing, and there may be many thousands.
    return (
        each
        for each in left
        if (first in fold(each.label) or first in fold(each.value))
        and begins(findable(each.label, each.value), typed)
    )


def _elsewhere(
    field: Field, typed: str, left: Sequence[Bucket], values: Values
) -> Sequence[Bucket] | None:
    """Those known by another name, or that no row here bears; None where they are not counted."""
    if field.words:
        matching = (word for word in field.words if begins(findable(word), typed))
        return [Bucket(word, label_of(field.name, word), 0) for word in matching]
    known = values.known(field.name, typed)
    if known is None:
        return None
    by_value = {each.value: each for each in left}
    return [by_value.get(each.value, each._replace(rows=0)) for each in known]


def _is_date_of(month: Bucket, typed: str) -> bool:
    return month.value.startswith(typed) or month.label.casefold().startswith(typed.casefold())


def meaning_of(field: str, value: str) -> str:
    """What a value means that its label does not say; empty where there is no more to say."""
    if field == "grade":
        letter, digit = value.rstrip("123456"), value.lstrip("ABCDEF")
        said = [FIELDS[field].meanings.get(part, "") for part in (letter, digit)]
        return " · ".join(part for part in said if part)
    meaning = FIELDS[field].meanings.get(value, "")
    return "" if meaning == label_of(field, value) else meaning
