"""What an index keeps of a row, and of a briefing in a list.

Items are kept once, each in the entry of its own row; what else tells of them says by their places
where they stand. A place is the number of an item's row less the first number of its briefing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from brief_tui.library.index.codec import (
    Damaged,
    places_of,
    plain,
    read,
    read_small,
    value_of,
    word_at,
    written,
    written_small,
)
from brief_tui.library.row import Row
from brief_tui.load.file_text import shown_path
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.countries import NAMES
from brief_tui.model.dates import When, parse
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position, Problem, Severity
from brief_tui.model.register import Roles
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Role

Subject: TypeAlias = "Claim | Evidence | Assessment | Option | KeyPoint | NotKnown | Actor | Source"

SUBJECTS: tuple[type, ...] = (
    *(Claim, Evidence, Assessment, Option),
    *(KeyPoint, NotKnown, Actor, Source),
)
_PLACE_OF_SUBJECT = {cls: place for place, cls in enumerate(SUBJECTS)}
ITEM_SECTIONS = (Section.CLAIMS, Section.ASSESSMENTS, Section.OPTIONS)
"""The sections whose rows are the items themselves."""

Mark: TypeAlias = tuple[str, str]
_OF_THEIR_ITEM = (Section.TIMELINE, Section.FIGURES)


class Entry(NamedTuple):
    """What an index keeps of a row.

    Attributes:
        section: the section it is a row of.
        key: the row's key; of a moment and of a figure it is empty here, as are target and roles:
            they follow from the item.
        target: the row's target.
        roles: the row's roles.
        items: the places of the items it tells of; an item's own row does not name itself.
        subject: what the row is of; None where that is made from its items: a moment, a figure,
            an option that names no actor, an item marked for hypotheses, a question.
        part: of a moment the place of its lane among ``Lane``, of a figure its number among those
            of the item, from 1; otherwise 0.
    """

    section: Section
    key: str
    target: str
    roles: Roles
    items: tuple[int, ...]
    subject: Subject | None
    part: int


class Outline(NamedTuple):
    """What a list shows of a briefing besides what has a column of its own."""

    as_of: When | None
    countries: tuple[str, ...]
    counts: tuple[int, ...]


def pack_entry(section: Section, row: Row, part: int, places: Mapping[str, int]) -> bytes:
    """A row of a section, with the places of the items of its briefing by their ids."""
    number = _SECTION[section]
    if section in ITEM_SECTIONS:
        return written([number, _plain_subject(row.subject), _plain_roles(row.roles)])
    items = [places[item.id] for item in row.items]
    if section in _OF_THEIR_ITEM:
        return written([number, items[0], part])
    subject = _plain_subject(row.subject) if type(row.subject) in _KEPT_WHOLE else None
    return written([number, row.key, row.target, _plain_roles(row.roles), items, subject])


def unpack_entry(data: bytes) -> Entry:
    """What is kept of a row.

    Raises:
        Damaged: the bytes are no entry.
    """
    match read(data):
        case [int(number), [int(), _] as subject, dict(roles)]:
            item = _subject(subject)
            section = _section(number)
            if section not in ITEM_SECTIONS or not isinstance(item, Item):
                raise Damaged("an item is wanted")
            return Entry(section, item.id, item.id, _roles(roles), (), item, 0)
        case [int(number), int(place), int(part)]:
            return Entry(_section(number), "", "", {}, (place_of(place),), None, part)
        case [int(number), str(key), str(target), dict(roles), list(items), subject]:
            told = tuple(place_of(place) for place in items)
            kept = _subject(subject) if subject is not None else None
            return Entry(_section(number), key, target, _roles(roles), told, kept, 0)
    raise Damaged("no entry")


def pack_outline(outline: Outline) -> bytes:
    """What a list of briefings shows, as bytes."""
    as_of = outline.as_of.text if outline.as_of is not None else None
    return written([as_of, outline.countries, outline.counts])


def unpack_outline(data: bytes) -> Outline:
    """What a list of briefings shows.

    Raises:
        Damaged: the bytes are none.
    """
    match read(data):
        case [as_of, list(countries), list(counts)] if len(counts) == len(Section):
            try:
                when = parse(as_of) if as_of is not None else None
            except (ValueError, AttributeError, TypeError) as error:
                raise Damaged("a date is wanted") from error
            codes = tuple(_roles({code: [] for code in texts_of(countries)}))
            return Outline(when, codes, tuple(place_of(count) for count in counts))
    raise Damaged("no outline")


def pack_problems(problems: Sequence[Problem], path: Path) -> bytes:
    """The problems of a briefing whose files lie at ``path``."""
    files = Files(path)
    plain_problems = [
        [
            files.written(each.position),
            (each.path, each.code, each.message, each.found),
            *(each.allowed, each.nearest, _SEVERITY[each.severity], each.closes),
        ]
        for each in problems
    ]
    return written_small([plain_problems, files.names])


def unpack_problems(data: bytes, path: Path) -> tuple[Problem, ...]:
    """The problems of a briefing whose files lie, or lay, at ``path``.

    Raises:
        Damaged: the bytes are none.
    """
    match read_small(data):
        case [list(problems), list(names)]:
            files = [joined(path, name) for name in texts_of(names)]
            return tuple(_problem(files, each) for each in problems)
    raise Damaged("no problems")


KIND_END, MARK_END = "\x1d", "\x1e"
"""Stand in the text of a recent row's marks behind the kind, and between two marks."""


def marks_in_words(marks: Sequence[Mark]) -> str:
    """The marks of a recent row, in one text; no text of a briefing has such controls in it."""
    return MARK_END.join(f"{kind}{KIND_END}{value}" for kind, value in marks)


def marks_from_words(text: str) -> tuple[Mark, ...]:
    """The marks of a recent row."""
    pairs = (each.partition(KIND_END) for each in text.split(MARK_END) if each)
    return tuple((kind, value) for kind, _, value in pairs)


_SECTION = places_of(Section)
_SEVERITY = places_of(Severity)
_ROLE = places_of(Role)
_KEPT_WHOLE = frozenset((KeyPoint, NotKnown, Actor, Source))


class Files:
    """The files of a briefing as its positions name them, each once and relative to its path."""

    def __init__(self, path: Path) -> None:
        self._root = str(shown_path(path))
        self._places: dict[Path, int] = {}
        self.names: list[str] = []

    def written(self, position: Position) -> tuple[int, int, int]:
        """A position with the place of its file among ``names``."""
        file = position.file
        place = self._places.get(file)
        if place is None:
            place = self._places[file] = len(self.names)
            self.names.append(str(file).removeprefix(self._root).lstrip("/"))
        return place, position.line, position.column


def joined(path: Path, name: str) -> Path:
    """A file as positions name it, of the briefing at a path."""
    return shown_path(path) / name if name else shown_path(path)


def _plain_subject(subject: object) -> list[Any]:
    return [_PLACE_OF_SUBJECT[type(subject)], plain(subject)]


def _subject(given: Any) -> Subject:  # noqa: ANN401 - anything read
    match given:
        case [int(which), value] if 0 <= which < len(SUBJECTS):
            subject: Subject = value_of(SUBJECTS[which], value)
            return subject
    raise Damaged("no subject")


def _plain_roles(roles: Roles) -> dict[str, list[int]]:
    return {code: [_ROLE[role] for role in own] for code, own in roles.items()}


def _roles(given: Mapping[str, Any]) -> dict[str, tuple[Role, ...]]:
    roles = {
        code: tuple(word_at(Role, each) for each in list_of(own)) for code, own in given.items()
    }
    if not roles.keys() <= NAMES.keys():
        raise Damaged("no country")
    return roles


def _section(number: int) -> Section:
    return word_at(Section, number)


def place_of(given: Any) -> int:  # noqa: ANN401
    """A place that was read.

    Raises:
        Damaged: it is none.
    """
    if type(given) is not int or given < 0:
        raise Damaged("no place")
    return given


def list_of(given: Any) -> list[Any]:  # noqa: ANN401
    """A list that was read.

    Raises:
        Damaged: it is none.
    """
    if type(given) is not list:
        raise Damaged("no list")
    return given


def texts_of(given: list[Any]) -> list[str]:
    """A list of texts that was read.

    Raises:
        Damaged: it is none.
    """
    if not all(type(each) is str for each in given):
        raise Damaged("no texts")
    return given


def _position(files: Sequence[Path], given: Sequence[Any]) -> Position:
    match given:
        case [int(file), int(line), int(column)] if 0 <= file < len(files):
            return Position(files[file], line, column)
    raise Damaged("no position")


def _problem(files: Sequence[Path], given: Any) -> Problem:  # noqa: ANN401
    position, texts, allowed, nearest, severity, closes = _six(given)
    at = _position(files, list_of(position))
    path, code, message, found = _four(texts_of(list_of(texts)))
    if type(closes) is not bool or type(nearest) not in (str, type(None)):
        raise Damaged("no problem")
    return Problem(
        position=at,
        path=path,
        code=code,
        message=message,
        found=found,
        allowed=tuple(texts_of(list_of(allowed))),
        nearest=nearest,
        severity=word_at(Severity, severity),
        closes=closes,
    )


def _six(given: Any) -> list[Any]:  # noqa: ANN401
    if len(list_of(given)) != 6:
        raise Damaged("no problem")
    return list_of(given)


def _four(given: list[str]) -> list[str]:
    if len(given) != 4:
        raise Damaged("no problem")
    return given
