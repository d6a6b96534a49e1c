"""The ways from one thing of a briefing to another."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.analysis.known import as_known_on
from brief_tui.analysis.paths import LONGER, LONGEST, Step, paths
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.dates import parse
from brief_tui.model.item import Assessment, Claim, Item, Lever, Leverage, Option
from brief_tui.model.party import Actor, Source
from brief_tui.model.party import Step as ChainStep
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level, Verb


def supports(from_: str, to: str) -> Relation:
    """A relation."""
    return Relation(from_=from_, verb=Verb.SUPPORTS, to=to)


def row_of(count: int, *more: Relation) -> Register:
    """Claims ``c0``, ``c1``, … each of which supports the next."""
    claims = tuple(Claim(id=f"c{number}", text="c") for number in range(count))
    relations = tuple(supports(f"c{number}", f"c{number + 1}") for number in range(count - 1))
    return Register.of(Briefing(id="b", title="B", claims=claims, relations=(*relations, *more)))


def lengths(register: Register, start: str, end: str) -> list[int]:
    """How many steps each way has."""
    return [len(way) for way in paths(register, start, end).found]


def words(register: Register, start: str, end: str) -> list[str]:
    """The ties of the shortest way that are no relation, in words."""
    (way, *_) = paths(register, start, end).found
    return [tie.words for step in way for tie in step.ties if tie.relation is None]


def test_a_way_leads_through_relations_in_both_directions() -> None:
    register = row_of(3)
    for start, end in (("c0", "c2"), ("c2", "c0")):
        ((one, other),) = paths(register, start, end).found
        assert (one.start, one.end, other.start, other.end) == (start, "c1", "c1", end)
        assert all(tie.relation is not None for step in (one, other) for tie in step.ties)


def test_the_shortest_come_first_and_it_is_said_that_there_are_more() -> None:
    register = row_of(3, *(supports("c0", f"c{n}") for n in (2, 1)), supports("c1", "c2"))
    assert lengths(register, "c0", "c2") == [1, 2]
    found = paths(register, "c0", "c2", most=1)
    assert ([len(way) for way in found.found], found.more) == ([1], True)
    assert paths(register, "c0", "c2", most=2).more is False


def test_all_that_ties_two_things_is_one_step() -> None:
    register = row_of(2, Relation(from_="c1", verb=Verb.QUALIFIES, to="c0"))
    ((step,),) = paths(register, "c0", "c1").found
    assert [tie.relation.verb for tie in step.ties if tie.relation] == ["supports", "qualifies"]


def test_a_detour_is_found_up_to_so_many_steps_beyond_the_shortest() -> None:
    around = LONGER + 2
    register = row_of(around + 1, supports("c0", f"c{around}"))
    assert lengths(register, "c0", f"c{around}") == [1]
    register = row_of(around, supports("c0", f"c{around - 1}"))
    assert lengths(register, "c0", f"c{around - 1}") == [1, 1 + LONGER]


def test_what_is_too_far_off_has_no_way() -> None:
    register = row_of(LONGEST + 2)
    assert lengths(register, "c0", f"c{LONGEST}") == [LONGEST]
    assert lengths(register, "c0", f"c{LONGEST + 1}") == []


def test_there_is_no_way_to_itself_nor_to_what_stands_alone() -> None:
    register = Register.of(
        Briefing(id="b", title="B", claims=tuple(Claim(id=id_, text="c") for id_ in "ab"))
    )
    assert paths(register, "a", "a").found == ()
    assert paths(register, "a", "b").found == ()


@pytest.mark.parametrize("ends", [("a", "nobody"), ("nobody", "a")])
def test_what_the_briefing_does_not_have_is_no_end(ends: tuple[str, str]) -> None:
    register = Register.of(Briefing(id="b", title="B", claims=(Claim(id="a", text="a"),)))
    with pytest.raises(KeyError, match="nobody"):
        paths(register, *ends)


PARTIES = (Actor(id="ayse", name="Ayşe", affiliation="house"), Actor(id="house", name="House"))
SOURCES = (
    Source(id="paper", name="Paper", chain=(ChainStep(who="wire"),)),
    Source(id="wire", name="Wire"),
)


@pytest.mark.parametrize(
    ("item", "end", "there", "back"),
    [
        (Claim(id="i", text="i", speaker="ayse"), "ayse", "is said by", "says"),
        (Assessment(id="i", text="i", expert="ayse"), "ayse", "is the judgement of", "judges"),
        (Assessment(id="i", text="i", rests_on=("x",)), "x", "rests on", "is a basis of"),
        (Option(id="i", text="i", actor="ayse"), "ayse", "could be done by", "could do"),
        (Option(id="i", text="i", targets=("ayse",)), "ayse", "would work on", "is the target of"),
        (
            Option(
                id="i", text="i", leverage=Leverage(risk=(Lever(level=Level.LOW, basis=("x",)),))
            ),
            "x",
            "rests for its risk on",
            "is a basis of the risk of",
        ),
        (
            Option(
                id="i", text="i", leverage=Leverage(risk=(Lever(level=Level.LOW, assessor="ayse"),))
            ),
            "ayse",
            "has its risk judged by",
            "judges the risk of",
        ),
        (
            Claim(id="i", text="i", chain=(ChainStep(who="wire"), ChainStep(who="ayse"))),
            "wire",
            "is attributed to",
            "relays",
        ),
        (
            Claim(id="i", text="i", chain=(ChainStep(who="wire"), ChainStep(who="ayse"))),
            "ayse",
            "is attributed to",
            "is the origin of",
        ),
        (
            Claim(id="i", text="i", chain=(ChainStep(who="paper"),)),
            "paper",
            "is attributed to",
            "relays",
        ),
        (Claim(id="i", text="i", source="wire"), "wire", "stands in", "holds"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_whatever_ties_two_things_is_a_step_told_from_either_end(
    item: Item, end: str, there: str, back: str
) -> None:
    section = {Claim: "claims", Assessment: "assessments", Option: "options"}[type(item)]
    items: dict[str, tuple[Item, ...]] = {"claims": (Claim(id="x", text="x"),)}
    items[section] = (*items.get(section, ()), item)
    briefing = Briefing(id="b", title="B", actors=PARTIES, sources=SOURCES, **items)  # type: ignore[arg-type]
    register = Register.of(briefing)
    assert words(register, "i", end) == [there]
    assert words(register, end, "i") == [back]


def test_parties_are_tied_by_where_they_belong_and_what_they_draw_on() -> None:
    register = Register.of(Briefing(id="b", title="B", actors=PARTIES, sources=SOURCES))
    assert words(register, "ayse", "house") == ["belongs to"]
    assert words(register, "house", "ayse") == ["includes"]
    assert words(register, "paper", "wire") == ["draws on"]
    assert words(register, "wire", "paper") == ["is drawn on by"]


def test_to_stand_in_one_source_is_no_way_between_two_items() -> None:
    claims = tuple(Claim(id=id_, text=id_, source="wire") for id_ in "ab")
    register = Register.of(Briefing(id="b", title="B", claims=claims, sources=SOURCES))
    assert paths(register, "a", "b").found == ()
    assert paths(register, "a", "wire").found


def test_a_step_says_where_it_begins_and_ends() -> None:
    ((step,),) = paths(row_of(2), "c0", "c1").found
    assert isinstance(step, Step)
    assert (step.start, step.end) == ("c0", "c1")


def test_no_way_leads_through_what_was_said_after_the_day_that_is_looked_at() -> None:
    claims = (
        Claim(id="later", text="c", said=parse("2024-07-01")),
        Claim(id="told", text="c", chain=(ChainStep(who="later"),)),
    )
    views = (Assessment(id="view", text="a", rests_on=("later",)),)
    register = Register.of(Briefing(id="b", title="B", claims=claims, assessments=views))
    assert lengths(register, "told", "view") == [2]
    earlier = as_known_on(register, date(2024, 6, 1))
    assert lengths(earlier, "told", "view") == []
