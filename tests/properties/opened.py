"""Generated briefings as a reader has them open, and every page there is of one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from hypothesis import Phase, settings
from hypothesis import strategies as st

from bench.weighty import generate_weighty
from brief_tui.analysis.leverage import DIMENSIONS, actors_with_options
from brief_tui.analysis.matrix import Arrangement, Weighing
from brief_tui.analysis.scratch import NOTHING_SUPPOSED, Scratch
from brief_tui.analysis.side_by_side import Alignment, compare
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import Loaded, load_briefing
from brief_tui.load.decode import decode_part
from brief_tui.load.merged import Merged
from brief_tui.load.tree import parse
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Option
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Level
from brief_tui.render.book import section_page, subject_page
from brief_tui.render.cell import cell_page
from brief_tui.render.comparison import lay_out_comparison
from brief_tui.render.disagreements import disagreements_page
from brief_tui.render.grid import Grid
from brief_tui.render.matrix import lay_out_matrix
from brief_tui.render.order import comparisons_page, order_page
from brief_tui.render.page import Page
from brief_tui.render.party import party_page
from brief_tui.render.paths import path_page
from brief_tui.render.rests import rests_page
from brief_tui.render.stands import stands_page
from brief_tui.shipped import content_folder
from tests.conftest import MATERIAL
from tests.strategies import COUNTRIES, SMALL, Size, briefings, whens

MOST_ACTORS = 4

as_found = settings(phases=(Phase.explicit, Phase.generate))
"""For a test that looks at every page: it says which one fails, and not for the least briefing.

To find that takes minutes; take this off the test to have it.
"""


def opened(briefing: Briefing) -> Volume:
    """A briefing that is in no file."""
    return Volume(Loaded(Path("generated.yaml"), briefing, (), {}, briefing.title, False))


def volumes(size: Size = SMALL) -> st.SearchStrategy[Volume]:
    """Opened briefings, each fresh."""
    return briefings(size).map(opened)


WORDS = ("the", "convoy", "北韓", "2024", "soldiers ministry", "no such word")
FILTERS: st.SearchStrategy[Filter] = st.builds(
    Filter.of,
    st.lists(st.sampled_from(COUNTRIES), unique=True, max_size=2).map(tuple),
    st.just("") | st.sampled_from(WORDS),
    st.none() | whens().map(lambda when: when.first),
)
"""What a reader may narrow to: countries, words and a day, each or none of them."""


@cache
def written(name: str) -> Volume:
    """A briefing by one of ``WRITTEN``: one that somebody wrote, or a large generated one."""
    if name == "shipped":
        (path,) = (each.parent for each in content_folder().glob("*/briefing.yaml"))
        return Volume(load_briefing(path))
    if name.startswith("generated"):
        text = generate_weighty(60, seed=int(name.removeprefix("generated ")))
        tree = parse(text, Path(f"{name}.yaml"))
        part = decode_part(tree, Briefing)
        return opened(Merged([part]).briefing)
    return Volume(load_briefing(MATERIAL / name))


WRITTEN = ("shipped", "corridor.yaml", "ferry.yaml", "hostile", "generated 1", "generated 2")
"""Briefings with much more in them than what is drawn for a property, which is mostly little."""

TRIED = (
    EVERYTHING,
    Filter.of(("KR",)),
    Filter.of(("RU", "US"), "the"),
    Filter.of(known_on=date(2024, 10, 15)),
)
"""What these are narrowed to."""


def weighing(volume: Volume, filter_: Filter = EVERYTHING) -> Weighing:
    """The options that a filter leaves, by actor, nothing supposed."""
    selection = volume.select(Section.OPTIONS, filter_)
    options = tuple(row.subject for row in selection.rows if isinstance(row.subject, Option))
    return Weighing(options, selection.hidden, Arrangement.OF, NOTHING_SUPPOSED)


class Shown(NamedTuple):
    """A page with what it is of: its kind, what it is about, how its options are weighed."""

    kind: str
    page: Page
    about: tuple[str, ...] = ()
    weighed: Weighing | None = None


def pages(volume: Volume, filter_: Filter = EVERYTHING) -> Iterator[Shown]:
    """Every page that can be opened with a filter."""
    register = volume.register_on(filter_.known_on)
    left = volume.items_left(filter_)
    others = (section for section in Section if section is not Section.OVERVIEW)
    counts = [volume.tally(section, filter_) for section in others]
    for section in Section:
        rows = volume.select(section, filter_).rows
        entries = [(row.subject, row.matched_roles(filter_), None) for row in rows]
        for whole in (True, False):
            page = section_page(register, section, entries, counts, left, whole=whole)
            yield Shown(section.key, page)
        if section is not Section.OVERVIEW:
            for row, entry in zip(rows, entries, strict=True):
                yield Shown("row", subject_page(register, *entry), (row.target,))
    yield Shown("disagreements", disagreements_page(register, left))
    for id_, item in register.items.items():
        yield Shown("stands", stands_page(register, item), (id_,))
    for party in register.parties.values():
        yield Shown("party", party_page(register, party), (party.id,))
    for id_ in (*register.items, *register.parties):
        yield Shown("rests", rests_page(register, id_), (id_,))
    ends = [*register.items, *register.parties]
    for start, end in pairwise(ends):
        yield Shown("path", path_page(register, start, end), (start, end))
    yield from _weighing_pages(volume, filter_)


def _weighing_pages(volume: Volume, filter_: Filter) -> Iterator[Shown]:
    register = volume.register_on(filter_.known_on)
    for found in _weighings(volume, filter_):
        yield Shown("rank", order_page(register, found), (), found)
        for option in found.options:
            page = comparisons_page(register, found, option.id)
            yield Shown("against", page, (option.id,), found)
            for dimension in DIMENSIONS:
                page = cell_page(register, option, dimension, found.scratch)
                yield Shown("cell", page, (option.id,), found)


def grids(volume: Volume, width: int, filter_: Filter = EVERYTHING) -> Iterator[tuple[str, Grid]]:
    """Every matrix and comparison, set in a width."""
    register = volume.register_on(filter_.known_on)
    for found in _weighings(volume, filter_):
        yield f"matrix {found.arrangement.value}", lay_out_matrix(register, found, width)
    actors = actors_with_options(register)[:MOST_ACTORS]
    for count in range(2, len(actors) + 1):
        for alignment in Alignment:
            comparison = compare(register, actors[:count], alignment)
            name = f"comparison of {count} by {alignment.value}"
            yield name, lay_out_comparison(register, comparison, width)


def _weighings(volume: Volume, filter_: Filter) -> Iterator[Weighing]:
    """What is left weighed in every arrangement, with nothing supposed and with something."""
    plain = weighing(volume, filter_)
    for arrangement in Arrangement:
        for scratch in (NOTHING_SUPPOSED, _supposing(plain.options)):
            yield Weighing(plain.options, plain.hidden, arrangement, scratch)


def _supposing(options: tuple[Option, ...]) -> Scratch:
    """The last dimension set aside, and the first cell that is not stated filled in."""
    scratch = NOTHING_SUPPOSED.setting_aside(DIMENSIONS[-1])
    for option in options:
        for dimension in DIMENSIONS:
            if not option.leverage.on(dimension):
                return scratch.filling(option, dimension, Level.HIGH)
    return scratch
