"""A query finds what a plain reading of it finds, in which each form is said anew."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from unicodedata import category, combining, name, normalize

from hypothesis import given
from hypothesis import strategies as st

from brief_tui.analysis.origins import provenance
from brief_tui.library.facts import facts_of
from brief_tui.library.filter import Filter
from brief_tui.library.marks import OTHER_NAME
from brief_tui.library.query.condition import holds
from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.meaning import condition_of
from brief_tui.library.query.syntax import AnyOf, Clause, Excluded, Group, Part, Words, clause
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume
from brief_tui.model import countries
from brief_tui.model.dates import When, parse
from brief_tui.model.item import Item
from brief_tui.model.party import Actor, Source
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Role, Verb, Word
from tests.properties.opened import as_found, volumes
from tests.strategies.queries import FILTERS


@as_found
@given(volumes(), FILTERS)
def test_a_query_finds_what_its_plain_reading_finds(volume: Volume, filter_: Filter) -> None:
    parts = filter_.as_known_on(None).parts
    for section in Section:
        for row in volume.rows(section):
            for part in parts:
                expected = finds(part, row)
                assert holds(condition_of((part,)), row.facts) == expected, (section, row.key, part)
                assert holds(condition_of((part,)), facts_of(row)) == expected, (row.key, part)
        left = [row.key for row in volume.select(section, filter_.as_known_on(None)).rows]
        asked = [row for row in volume.rows(section) if all(finds(part, row) for part in parts)]
        assert left == [row.key for row in asked]


@as_found
@given(volumes(), st.data())
def test_what_a_row_has_is_found_by_asking_for_it(volume: Volume, data: st.DataObject) -> None:
    rows = [row for section in Section for row in volume.rows(section)]
    marks = {mark for row in rows for mark in facts_of(row).marks if mark[0] in HAS}
    by_kind = {kind: [mark for mark in sorted(marks) if mark[0] == kind] for kind, _ in marks}
    for kind in sorted(by_kind):
        value = data.draw(st.sampled_from(by_kind[kind]))[1]
        name = data.draw(st.sampled_from(value.split(OTHER_NAME)))
        asked = Words.of(name, whole=data.draw(st.booleans())) if FIELDS[kind].has_names else value
        part = clause(kind, [asked or value])
        found = [row for row in rows if holds(condition_of((part,)), row.facts)]
        assert found == [row for row in rows if finds(part, row)], part
        assert found, part


@as_found
@given(volumes(), st.booleans())
def test_whoever_is_asked_for_by_any_name_is_found(volume: Volume, is_whole: bool) -> None:
    rows = [row for section in Section for row in volume.rows(section)]
    asked: list[Part] = []
    for party in volume.register.parties.values():
        names = (party.name, *getattr(party, "aliases", ()), party.id)
        values = [words for each in names if (words := Words.of(each, whole=is_whole))]
        fields_of_names = ("actor", "speaker", "source", "expert")
        asked += (clause(field, [each]) for each in values for field in fields_of_names)
        if isinstance(party, Source):
            asked += (clause("tag", [each]) for each in (*party.tags, party.kind) if each)
    for part in asked:
        found = [row for row in rows if holds(condition_of((part,)), row.facts)]
        assert found == [row for row in rows if finds(part, row)], part


@as_found
@given(volumes())
def test_a_row_has_each_mark_once_and_its_days_in_order(volume: Volume) -> None:
    for section in Section:
        for row in volume.rows(section):
            facts = facts_of(row)
            assert len(set(facts.marks)) == len(facts.marks)
            assert all(row.facts.has(*mark) for mark in facts.marks)
            for kind in {kind for kind, _ in facts.marks}:
                assert list(facts.values(kind)) == list(row.facts.values(kind))
            for dated in ("said", "event", "published"):
                first, last = (list(facts.values(f"{dated}.{end}")) for end in ("first", "last"))
                assert len(first) == len(last) < 2
                assert first <= last


@as_found
@given(volumes())
def test_a_row_is_known_from_the_day_on_that_says_so(volume: Volume) -> None:
    for section in Section:
        for row in volume.rows(section):
            for day in row.facts.values("known.first"):
                first = date.fromisoformat(day)
                assert row.key in {each.key for each in volume.rows(section, first)}


def finds(part: Part, row: Row) -> bool:
    """Whether a part of a query holds for a row."""
    match part:
        case Words():
            return any(says(part, text) for text in texts(row, row.texts))
        case Excluded():
            return not finds(part.part, row)
        case AnyOf():
            return any(finds(each, row) for each in part.parts)
        case Group():
            return all(finds(each, row) for each in part.parts)
        case Clause():
            return any(HAS[part.field](row, part.field, value) for value in part.values)


# --- words


def words(text: str) -> list[str]:
    """The words of a text, character by character."""
    folded = normalize("NFKD", normalize("NFKD", text).casefold())
    found = [""]
    for character in folded:
        called = name(character, "")
        if combining(character) or category(character) == "Cf" or "SELECTOR" in called:
            continue
        character = {"ø": "o", "ł": "l", "ı": "i"}.get(character, character)
        if called.startswith(("CJK ", "HIRAGANA", "KATAKANA", "THAI")):
            found += [character, ""]
        elif category(character)[0] in "LNM":
            found[-1] += character
        else:
            found.append("")
    return [word for word in found if word]


def says(asked: Words, text: str) -> bool:
    """Whether the words stand one after another in a text."""
    found, wanted = words(text), list(asked.words)
    for start in range(len(found) - len(wanted) + 1):
        *before, last = found[start : start + len(wanted)]
        ends = last == wanted[-1] if asked.whole else last.startswith(wanted[-1])
        if before == wanted[:-1] and ends:
            return True
    return False


def texts(row: Row, thing: object) -> Iterator[str]:
    """Every text there is in something, with the names of what it points at."""
    if isinstance(thing, Word):
        yield thing.value
    elif isinstance(thing, str):
        yield thing
        register = row.register
        if thing in register.parties:
            yield register.parties[thing].name
        elif thing in register.measures:
            yield register.measures[thing].name
        elif thing in countries.NAMES:
            yield countries.NAMES[thing]
    elif isinstance(thing, When):
        yield from (thing.text, str(thing))
    elif isinstance(thing, float | int) and not isinstance(thing, bool):
        yield from (f"{thing:,.10g}" if thing % 1 else f"{thing:,.0f}", f"{thing:.10g}")
    elif isinstance(thing, Mapping):
        yield from texts(row, tuple(thing.items()))
    elif isinstance(thing, tuple):
        for each in thing:
            yield from texts(row, each)
    elif is_dataclass(thing):
        for field in fields(thing):
            value = getattr(thing, field.name)
            if value != field.default:
                yield from texts(row, value)


# --- fields


def ways(row: Row, item: Item) -> Iterator[Source]:
    """The sources by which an item has come, or that the row is about."""
    for voice in provenance(row.register, item).ways[0].voices:
        party = row.register.parties[voice]
        if isinstance(party, Source):
            yield party


def named(row: Row, field: str) -> Iterator[Actor | Source]:
    """The parties that a field of names is about."""
    parties = row.register.parties
    if isinstance(row.subject, Actor | Source) and field == type(row.subject).__name__.lower():
        yield row.subject
    for item in row.items:
        speaker, expert = getattr(item, "speaker", None), getattr(item, "expert", None)
        acting = (getattr(item, "actor", None), *getattr(item, "targets", ()))
        asked = {
            "speaker": (speaker, expert),
            "expert": (expert,),
            "actor": (speaker, expert, *acting),
            "source": tuple(source.id for source in ways(row, item)),
        }[field]
        for id_ in asked:
            if id_ is not None and (field != "actor" or isinstance(parties[id_], Actor)):
                yield parties[id_]


def has_name(row: Row, field: str, value: object) -> bool:
    assert isinstance(value, Words)
    return any(
        any(says(value, each) for each in (party.name, *getattr(party, "aliases", ())))
        or tuple(words(party.id)) == value.words
        for party in named(row, field)
    )


def is_in_briefing(row: Row, _: str, value: object) -> bool:
    assert isinstance(value, Words)
    briefing = row.register.briefing
    return says(value, briefing.title) or tuple(words(briefing.id)) == value.words


def has_country(row: Row, _: str, value: object) -> bool:
    code, _slash, role = str(value).partition("/")
    return code in row.roles and (not role or Role(role) in row.roles[code])


def has_word(row: Row, field: str, value: object) -> bool:
    for item in row.items:
        found = getattr(item, {"instrument": "instruments"}.get(field, field), None)
        if value in (found if isinstance(found, tuple) else (found,)):
            return True
    return False


def has_tag(row: Row, _: str, value: object) -> bool:
    sources = [source for item in row.items for source in ways(row, item)]
    sources += [row.subject] if isinstance(row.subject, Source) else []
    return any(value in source.tags or value == source.kind for source in sources)


def is_in_section(row: Row, _: str, value: object) -> bool:
    return row.section.key == value


def is_kind(row: Row, _: str, value: object) -> bool:
    called = {"count": "figure", "moment": "date", "keypoint": "key-point", "notknown": "not-known"}
    things = [type(each).__name__.lower() for each in (row.subject, *row.items)]
    return value in [called.get(each, each).replace("matrix", "question") for each in things]


def has_grade(row: Row, _: str, value: object) -> bool:
    matched = re.fullmatch(r"([<>]=)?([A-F])?([1-6])?", str(value))
    assert matched is not None
    operator, letter, digit = matched.groups()

    def fits(asked: str | None, found: str, none: str) -> bool:
        if asked is None or operator is None:
            return asked in (None, found)
        return found not in ("", none) and (found <= asked if operator == ">=" else found >= asked)

    return any(
        fits(letter, found[:1], "F") and fits(digit, found[1:], "6") for found in grades(row)
    )


def grades(row: Row) -> Iterator[str]:
    """The grades of a row's items; of a source only a letter."""
    if isinstance(row.subject, Source):
        yield row.subject.reliability.value
    for item in row.items:
        credibility = getattr(item, "credibility", None)
        if credibility is not None:
            source = row.register.parties.get(row.register.source_of(item) or "")
            yield (source.reliability if isinstance(source, Source) else "F") + credibility


def has_origins(row: Row, _: str, value: object) -> bool:
    matched = re.fullmatch(r"([<>]=?)?(\d+)", str(value))
    assert matched is not None
    operator, wanted = matched[1], int(matched[2])
    tests: Mapping[str | None, Callable[[int], bool]] = {
        None: lambda count: count == wanted,
        ">=": lambda count: count >= wanted,
        "<=": lambda count: count <= wanted,
        ">": lambda count: count > wanted,
        "<": lambda count: count < wanted,
    }
    return any(tests[operator](len(provenance(row.register, item).origins)) for item in row.items)


def has_date(row: Row, field: str, value: object) -> bool:
    """Whether one of the days that it may be is one of those asked for."""
    whens: list[When] = [when for item in row.items if (when := getattr(item, field))]
    if field == "published" and isinstance(row.subject, Source) and row.subject.published:
        whens.append(row.subject.published)
    if not whens:
        return False
    first, last = min(when.first for when in whens), max(when.last for when in whens)
    text = str(value)
    begin, end = date.min, date.max
    if ".." in text:
        low, high = text.split("..")
        begin = parse(low).first if low else begin
        end = parse(high).last if high else end
    elif text.startswith(">="):
        begin = parse(text[2:]).first
    elif text.startswith("<="):
        end = parse(text[2:]).last
    elif text.startswith(">"):
        return last > parse(text[1:]).last
    elif text.startswith("<"):
        return first < parse(text[1:]).first
    else:
        begin, end = parse(text).first, parse(text).last
    return first <= end and last >= begin


def has(row: Row, _: str, value: object) -> bool:
    if value == "figures":
        return any(item.figures for item in row.items)
    related = row.register.briefing.relations
    ids = {id_ for each in related for id_ in (each.from_, each.to)}
    return any(item.id in ids for item in row.items)


AGAINST = (Verb.DISPUTES, Verb.REFUTES, Verb.CORRECTS, Verb.UNDERCUTS)


def is_(row: Row, _: str, value: object) -> bool:
    if value == "hedged":
        return any(item.hedge or any(place.hedge for place in item.places) for item in row.items)
    hit: Iterable[str] = {
        each.to
        for each in row.register.briefing.relations
        if each.verb in AGAINST and each.to != each.from_
    }
    return any(item.id in hit for item in row.items)


HAS: Mapping[str, Callable[[Row, str, object], bool]] = {
    "country": has_country,
    **dict.fromkeys(("actor", "speaker", "source", "expert"), has_name),
    "briefing": is_in_briefing,
    "section": is_in_section,
    **dict.fromkeys(("instrument", "state", "voice", "basis"), has_word),
    "tag": has_tag,
    "grade": has_grade,
    "origins": has_origins,
    **dict.fromkeys(("said", "event", "published"), has_date),
    "has": has,
    "is": is_,
    "kind": is_kind,
}
