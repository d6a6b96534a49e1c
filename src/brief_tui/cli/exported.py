"""Briefings as the JSON that ``show`` prints. Its keys are stable: programs rely on them.

Everything the YAML gives of a thing stands under the YAML's own keys. Added to it are ``type``,
``roles`` (every country that bears on it, and how), ``matched`` (the same for the countries of the
filter) and ``position`` (where it is written; null for what has no id of its own); to an item its
``provenance``, to a source its ``items``, all that ``rests`` on it and on these, and what of that
``would_fall`` or ``may_fall`` without it. A section's ``countries`` count the rows that each
country bears on, of those that all but the countries of the filter leave. With a ``known_on``,
``known`` says of an item whether it had been said by then. What an item's ``stands`` and the
overview's ``disagreements`` hold, ``exported_relations`` says. The ``matrices`` of hypotheses are
whole, whatever countries and words leave of their rows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from brief_tui.analysis.figures import Count
from brief_tui.analysis.hypotheses import Bearing, Matrix, matrices
from brief_tui.analysis.known import carried_on, known_by
from brief_tui.analysis.leverage import options_of
from brief_tui.analysis.matrix import Weighing
from brief_tui.analysis.timeline import Lane, Moment, lies_ahead
from brief_tui.cli.exported_figures import figure_record, measure_records
from brief_tui.cli.exported_hypotheses import bearing_record, hypothesis_record, matrix_record
from brief_tui.cli.exported_provenance import provenance_record, spread_record, withdrawal_record
from brief_tui.cli.exported_relations import all_disagreements, stands
from brief_tui.cli.output import one_line
from brief_tui.cli.problems import problem_record
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Library, Listed
from brief_tui.library.opening import closed, readable
from brief_tui.library.row import Row, Subject
from brief_tui.library.volume import Volume
from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.problem import Position
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Role
from brief_tui.render.record import Record, record

_TYPES = {
    KeyPoint: "key-point",
    NotKnown: "not-known",
    Claim: "claim",
    Evidence: "evidence",
    Assessment: "assessment",
    Option: "option",
    Actor: "actor",
    Moment: "date",
    Source: "source",
    Count: "figure",
    Bearing: "marked-item",
    Matrix: "question",
}

_IN_SECTIONS = ("summary", "not_known", "sources", "claims", "evidence", "assessments", "options")
_WITH_IDS = ("actors", "measures", "questions")
_LISTED_APART = (*_WITH_IDS, "hypotheses", "relations")


Weigh = Callable[[Volume, Filter], Weighing]
"""How the options of a briefing are weighed."""


def exported(library: Library, part: Section | None, filter_: Filter, weigh: Weigh) -> Record:
    """All briefings of a library, one section of each or all; those that are closed named."""
    return {
        "filter": {
            "countries": list(filter_.countries),
            "text": filter_.text,
            "query": str(filter_),
            "known_on": filter_.known_on.isoformat() if filter_.known_on else None,
            "words": filter_.describe(),
        },
        "briefings": [_briefing(volume, part, filter_, weigh) for volume in readable(library)],
        "closed": [_closed(library, listed) for listed in closed(library)],
    }


def _closed(library: Library, listed: Listed) -> Record:
    problems = [problem_record(problem) for problem in library.problems(listed.path)]
    return {"file": one_line(listed.path), "title": listed.title, "problems": problems}


def _briefing(volume: Volume, part: Section | None, filter_: Filter, weigh: Weigh) -> Record:
    briefing, register = volume.briefing, volume.register_on(filter_.known_on)
    whole = record(briefing)
    apart = (*_IN_SECTIONS, *_LISTED_APART)
    return {
        "file": one_line(volume.loaded.path),
        "text_replaced": volume.loaded.text_replaced,
        "problems": [problem_record(problem) for problem in volume.loaded.problems],
        "heading": {key: value for key, value in whole.items() if key not in apart},
        **{
            key: [
                {**record(each), "position": position_record(volume.position(each.id))}
                for each in getattr(briefing, key)
            ]
            for key in _WITH_IDS
        },
        "hypotheses": [
            {
                **hypothesis_record(each, register.later.keys()),
                "position": position_record(volume.position(each.id)),
            }
            for each in briefing.hypotheses
        ],
        "relations": [
            {**record(each), "position": position_record(volume.position(f"relations[{number}]"))}
            for number, each in enumerate(briefing.relations)
            if not {each.from_, each.to} & register.later.keys()
        ],
        "sections": [
            _section(volume, section, filter_, weigh) for section in ((part,) if part else Section)
        ],
    }


def _section(volume: Volume, section: Section, filter_: Filter, weigh: Weigh) -> Record:
    selection = volume.select(section, filter_)
    register = volume.register_on(filter_.known_on)
    rows = []
    for row in selection.rows:
        found = _row(volume, row, filter_)
        if section is Section.SOURCES:
            found["items"] = [item.id for item in row.items]
            found |= withdrawal_record(register, row.target)
        rows.append(found)
    derived: Record = {}
    if section is Section.HYPOTHESES:
        derived["matrices"] = [
            matrix_record(register, each) for each in matrices(register).values()
        ]
    elif section is Section.FIGURES:
        derived["measures"] = measure_records(register)
    elif section is Section.OVERVIEW:
        left = volume.items_left(filter_)
        derived["disagreements"] = all_disagreements(register, left)
        derived["origins"] = spread_record(register)
    elif section is Section.LEVERAGE:
        from brief_tui.cli.exported_weighing import weighing_record

        derived = weighing_record(weigh(volume, filter_))
    return {
        "section": section.key,
        "shown": len(rows),
        "total": selection.total,
        "hidden": selection.hidden,
        "countries": dict(volume.country_counts(section, filter_)),
        **derived,
        "rows": rows,
    }


def _row(volume: Volume, row: Row, filter_: Filter) -> Record:
    register = volume.register_on(filter_.known_on)
    found = thing_record(register, row.subject)
    if register.known_on is not None:
        found |= _known(row.subject, register, register.known_on)
    found["roles"] = _roles(row.roles)
    found["matched"] = _roles(row.matched_roles(filter_))
    found["position"] = position_record(volume.position(row.target)) if row.target else None
    return found


def thing_record(register: Register, subject: Subject) -> Record:
    """What a row is about, with what is worked out of it alone."""
    found: Record = {"type": _TYPES[type(subject)]}
    if isinstance(subject, Moment):
        found |= _moment(register, subject)
    elif isinstance(subject, Count):
        found |= figure_record(subject)
    elif isinstance(subject, Bearing):
        found |= bearing_record(subject)
    elif isinstance(subject, Matrix):
        found |= record(subject.question)
    else:
        found |= record(subject)
    if isinstance(subject, Actor):
        found["options"] = [option.id for option in options_of(register, subject.id)]
    if isinstance(subject, Item):
        found["provenance"] = provenance_record(register, subject)
        found["stands"] = stands(register, subject)
    return found


def _moment(register: Register, moment: Moment) -> Record:
    """A date of an item, with the first and last day that it can mean."""
    is_ahead = lies_ahead(register.briefing, moment.when)
    is_report = moment.lane is Lane.EVENT and not isinstance(moment.item, Option)
    return {
        "lane": moment.lane.value,
        "when": moment.when.text,
        "first": moment.when.first.isoformat(),
        "last": moment.when.last.isoformat(),
        "expected": is_ahead and is_report,
        "item": moment.item.id,
    }


def _known(subject: Subject, register: Register, day: date) -> Record:
    """Whether what a row tells of was known by the day; of several items, those that were."""
    if isinstance(subject, KeyPoint | NotKnown):
        return {"items": [id_ for id_ in subject.items if id_ not in register.later]}
    item = subject.item if isinstance(subject, Moment | Count | Bearing) else subject
    if not isinstance(item, Item):
        return {}
    return {"known": known_by(item, day, carried_on(register, item)).value}


def _roles(roles: Mapping[str, tuple[Role, ...]]) -> dict[str, list[str]]:
    return {code: [role.value for role in each] for code, each in roles.items()}


def position_record(position: Position | None) -> Record | None:
    """Where something is written."""
    if position is None:
        return None
    return {
        "file": one_line(position.file),
        "line": position.line,
        "column": position.column,
    }
