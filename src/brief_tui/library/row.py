"""The rows of each section, with what a filter needs to know of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from brief_tui.analysis.figures import Count, counted
from brief_tui.analysis.leverage import actors_with_options, options_of
from brief_tui.analysis.timeline import Moment, moments
from brief_tui.library.filter import Filter
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.item import Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register, Roles, in_order
from brief_tui.model.section import Section
from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Role

if TYPE_CHECKING:
    from brief_tui.analysis.hypotheses import Bearing, Matrix
    from brief_tui.library.facts import FactsOfRow

Subject: TypeAlias = (
    "Item | Moment | Actor | Source | KeyPoint | NotKnown | Count | Bearing | Matrix"
)

NOWHERE = Path()
"""Where a row is from whose briefing was not read from anywhere."""


class Spot(NamedTuple):
    """Which row of a section: that with this key, of the briefing at this path."""

    path: Path = NOWHERE
    key: str = ""


@dataclass(slots=True)
class Row:
    """One row of a section.

    ``key`` is unique in the section and stable while the briefing is; ``target`` is the id of
    what the row opens, empty where it opens nothing of its own; ``roles`` says which countries
    bear on it and how; ``items`` are those that the row tells of; ``texts`` is all that a search
    looks in. ``register`` and ``path`` are those of the briefing that it is from.
    """

    key: str
    target: str
    subject: Subject
    roles: Roles
    items: tuple[Item, ...]
    texts: tuple[Any, ...]
    register: Register
    section: Section = field(default=Section.OVERVIEW)
    path: Path = field(default=NOWHERE)
    _facts: FactsOfRow | None = field(default=None)

    @property
    def spot(self) -> Spot:
        """Which row this is, whatever else is shown."""
        return Spot(self.path, self.key)

    def is_apart(self, section: Section) -> bool:
        """Whether this is none of what the section counts: an option among the actors."""
        return section is Section.LEVERAGE and isinstance(self.subject, Option)

    def is_of(self, id_: str) -> bool:
        """Whether this is the row of what has this id, or of the figure with this key."""
        return id_ == self.key if isinstance(self.subject, Count) else id_ == self.target

    @property
    def facts(self) -> FactsOfRow:
        """What a query can ask of it."""
        if self._facts is None:
            # Not loaded before a query asks.
            from brief_tui.library.facts import FactsOfRow

            self._facts = FactsOfRow(self)
        return self._facts

    def matched_roles(self, filter_: Filter) -> Roles:
        """By which roles the filter's countries matched this row."""
        return {code: self.roles[code] for code in filter_.countries if code in self.roles}


def rows_of(register: Register, section: Section, path: Path = NOWHERE) -> tuple[Row, ...]:
    """Every row of a section of the briefing at a path, in the order the section shows them."""
    rows = tuple(_BUILDERS[section](register))
    for row in rows:
        row.section, row.path = section, path
    return rows


def item_row(register: Register, item: Item, roles: Roles) -> Row:
    """The row of an item, on which countries bear by these roles, in the section of its kind."""
    return Row(item.id, item.id, item, roles, (item,), (item,), register)


def moment_row(register: Register, moment: Moment, roles: Roles) -> Row:
    """The row of a date of an item with these roles."""
    item, lane = moment.item, moment.lane
    words = (lane.value, lane.label, item)
    return Row(f"{item.id}@{lane.value}", item.id, moment, roles, (item,), words, register)


def point_row(
    register: Register,
    key: str,
    point: KeyPoint | NotKnown,
    roles_of: Callable[[Item], Roles],
) -> Row:
    """The row of a key point or unknown; ``roles_of`` gives the roles of an item."""
    items = tuple(register.items[id_] for id_ in point.items if id_ in register.items)
    return Row(key, "", point, merge_roles(map(roles_of, items)), items, (point,), register)


@lru_cache(maxsize=4)
def _roles(register: Register) -> Mapping[str, Roles]:
    """The countries that bear on each item, by its id: several sections ask for them."""
    return {id_: register.roles_of(item) for id_, item in register.items.items()}


def merge_roles(many: Iterable[Roles]) -> dict[str, tuple[Role, ...]]:
    """The countries of all of these, each with every role it has in any."""
    merged: dict[str, set[Role]] = {}
    for roles in many:
        for code, found in roles.items():
            merged.setdefault(code, set()).update(found)
    return {code: in_order(found) for code, found in merged.items()}


def _overview(register: Register) -> Iterator[Row]:
    briefing = register.briefing
    points: list[KeyPoint | NotKnown] = [*briefing.summary, *briefing.not_known]
    roles = _roles(register)
    for number, point in enumerate(points):
        yield point_row(register, f"point-{number}", point, lambda item: roles[item.id])


def _items(register: Register, *parts: tuple[Item, ...]) -> Iterator[Row]:
    roles = _roles(register)
    return (item_row(register, item, roles[item.id]) for part in parts for item in part)


def _claims(register: Register) -> Iterator[Row]:
    return _items(register, register.briefing.claims, register.briefing.evidence)


def _assessments(register: Register) -> Iterator[Row]:
    return _items(register, register.briefing.assessments)


def _options(register: Register) -> Iterator[Row]:
    return _items(register, register.briefing.options)


def _leverage(register: Register) -> Iterator[Row]:
    for id_ in actors_with_options(register):
        actor = register.parties[id_]
        if isinstance(actor, Actor):
            options = options_of(register, id_)
            roles = merge_roles(_roles(register)[option.id] for option in options)
            yield Row(id_, id_, actor, roles, options, (actor, options), register)
    yield from _without_actor(register)


def _without_actor(register: Register) -> Iterator[Row]:
    """Options whose actor the source does not name: in no actor's column, and not to be lost."""
    for option in register.briefing.options:
        if option.actor is None:
            roles = _roles(register)[option.id]
            yield Row(option.id, option.id, option, roles, (option,), (option,), register)


def _timeline(register: Register) -> Iterator[Row]:
    roles = _roles(register)
    for moment in moments(register.briefing):
        yield moment_row(register, moment, roles[moment.item.id])


def _sources(register: Register) -> Iterator[Row]:
    from brief_tui.analysis.withdrawal import directly_on

    for source in register.briefing.sources:
        items = directly_on(register, source.id)
        own: dict[str, tuple[Role, ...]] = (
            {source.country: (Role.SPEAKER,)} if source.country else {}
        )
        roles = merge_roles([own, *(_roles(register)[item.id] for item in items)])
        yield Row(source.id, source.id, source, roles, items, (source,), register)


def _figures(register: Register) -> Iterator[Row]:
    for count in counted(register):
        item = count.item
        roles = _roles(register)[item.id]
        # Not the whole item: its other figures are rows of their own.
        words = (
            *(count.figure, count.measure, count.speaker, item.text, item.hedge),
            *(item.said, item.dating, item.voice, item.note, item.locator, item.places, item.chain),
        )
        yield Row(count.key, item.id, count, roles, (item,), words, register)


def _hypotheses(register: Register) -> Iterator[Row]:
    from brief_tui.analysis.hypotheses import matrices

    for matrix in matrices(register).values():
        question = matrix.question
        texts = {each.hypothesis.id: each.hypothesis.text for each in matrix.contenders}
        for bearing in matrix.bearings:
            item = bearing.item
            told = tuple((texts[id_], mark) for id_, mark in bearing.marks.items())
            key, roles, words = f"{question.id}/{item.id}", _roles(register)[item.id], (item, told)
            yield Row(key, item.id, bearing, roles, (item,), (question.text, *words), register)
        if not matrix.bearings:
            yield _unmarked(register, matrix)


def _unmarked(register: Register, matrix: Matrix) -> Row:
    """A question with no item marked yet, which is not to be lost."""
    question = matrix.question
    roles = merge_roles(_roles(register)[id_] for id_ in question.items if id_ in register.items)
    words = (question, tuple(each.hypothesis for each in matrix.contenders))
    return Row(f"{question.id}/", "", matrix, roles, (), words, register)


_BUILDERS = {
    Section.OVERVIEW: _overview,
    Section.CLAIMS: _claims,
    Section.ASSESSMENTS: _assessments,
    Section.OPTIONS: _options,
    Section.LEVERAGE: _leverage,
    Section.TIMELINE: _timeline,
    Section.SOURCES: _sources,
    Section.FIGURES: _figures,
    Section.HYPOTHESES: _hypotheses,
}
