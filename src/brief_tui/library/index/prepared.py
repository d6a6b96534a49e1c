"""A briefing made ready to be written into an index: its rows in order, each with its facts."""

from __future__ import annotations

from collections.abc import Iterator

from brief_tui.analysis.timeline import LANES, Moment
from brief_tui.library.facts import facts_of
from brief_tui.library.index.blocks import blocks_of
from brief_tui.library.index.body import pack_body
from brief_tui.library.index.entry import (
    ITEM_SECTIONS,
    Outline,
    pack_entry,
    pack_outline,
    pack_problems,
)
from brief_tui.library.index.schema import ABOUT, MOMENT, MONTH
from brief_tui.library.index.writing import Good, Prepared
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume
from brief_tui.load.loaded import Loaded
from brief_tui.model.section import Section


def prepare(loaded: Loaded) -> Prepared:
    """Make a briefing ready to be written."""
    errors = sum(problem.closes for problem in loaded.problems)
    problems = pack_problems(loaded.problems, loaded.path)
    good = _good(Volume(loaded)) if loaded.briefing is not None else None
    return Prepared(loaded.title, errors, problems, good)


def _good(volume: Volume) -> Good:
    loaded, briefing = volume.loaded, volume.briefing
    rows = list(rows_in_order(volume))
    places = {
        row.key: place for place, (section, row) in enumerate(rows) if section in ITEM_SECTIONS
    }
    entries, facts = [], []
    for section, row in rows:
        entries.append(pack_entry(section, row, _part(row), places))
        found = facts_of(row)
        if isinstance(row.subject, Moment):
            found = found._replace(marks=(*found.marks, *_moment(row.subject)))
        facts.append(found)
    about = tuple((ABOUT, code) for code in briefing.countries)
    if about and facts:
        facts[0] = facts[0]._replace(marks=(*facts[0].marks, *about))
    outline = Outline(
        briefing.as_of,
        volume.countries(),
        tuple(len(volume.rows(section)) for section in Section),
    )
    return Good(
        as_of=briefing.as_of.last.toordinal() if briefing.as_of is not None else None,
        name=briefing.id,
        title=loaded.title,
        outline=pack_outline(outline),
        body=pack_body(loaded, places),
        rows=len(entries),
        blocks=list(blocks_of(entries)),
        facts=facts,
    )


def rows_in_order(volume: Volume) -> Iterator[tuple[Section, Row]]:
    """Every row with its section, in the order of an index: behind each item its moments."""
    moments: dict[str, list[Row]] = {}
    for row in volume.rows(Section.TIMELINE):
        moments.setdefault(row.target, []).append(row)
    for section in Section:
        if section is Section.TIMELINE:
            continue
        for row in volume.rows(section):
            yield section, row
            if section in ITEM_SECTIONS:
                for moment in moments.get(row.key, ()):
                    yield Section.TIMELINE, moment


def _part(row: Row) -> int:
    if isinstance(row.subject, Moment):
        return LANES.index(row.subject.lane)
    return getattr(row.subject, "number", 0)


def _moment(moment: Moment) -> tuple[tuple[str, str], ...]:
    """What puts a row of the timeline in order."""
    when = moment.when
    first = when.first.isoformat()
    value = f"{first} {when.last.isoformat()} {LANES.index(moment.lane)}"
    return (MOMENT, value), (MONTH, first[:7])
