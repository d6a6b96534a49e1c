"""Where a briefing disagrees with itself, and in what order that is told."""

from __future__ import annotations

from itertools import pairwise

from brief_tui.analysis.disagreements import (
    Contested,
    Disagreement,
    Kind,
    among,
    disagreements,
    foremost,
)
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Lever, Leverage, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level, Verb, Voice, Warrant
from brief_tui.shipped import content_folder


def does(from_: str, verb: Verb, to: str, warrant: Warrant = Warrant.INFERRED) -> Relation:
    """A relation."""
    return Relation(from_=from_, verb=verb, to=to, warrant=warrant)


def found(*relations: Relation, options: tuple[Option, ...] = ()) -> tuple[Disagreement, ...]:
    """The disagreements of a few items with these relations; ``first`` and ``later`` are one's."""
    briefing = Briefing(
        id="b",
        title="B",
        claims=tuple(Claim(id=id_, text=id_) for id_ in "abcdefgh"),
        assessments=tuple(
            Assessment(id=id_, text=id_, expert="ayse") for id_ in ("first", "later")
        ),
        options=options,
        relations=relations,
    )
    return disagreements(Register.of(briefing))


def sides(every: tuple[Disagreement, ...]) -> list[str]:
    """Both sides of each, as one word."""
    return ["".join(each.sides) for each in every]


def test_disagreements_come_before_tensions_and_support_is_neither() -> None:
    every = found(
        does("a", Verb.QUALIFIES, "b"),
        does("a", Verb.SUPPORTS, "b"),
        does("c", Verb.CONFIRMS, "b"),
        does("c", Verb.UNDERCUTS, "d"),
        does("e", Verb.DISPUTES, "f"),
        does("e", Verb.REFUTES, "g"),
        does("e", Verb.CORRECTS, "h"),
    )
    assert [each.kind for each in every] == [Kind.DISAGREEMENT] * 4 + [Kind.QUALIFICATION]
    assert [each.kind.is_tension for each in every] == [False] * 4 + [True]


def test_an_update_is_a_tension_only_where_an_author_changed_a_view() -> None:
    every = found(does("a", Verb.UPDATES, "b"), does("later", Verb.UPDATES, "first"))
    assert [(each.kind, each.sides) for each in every] == [(Kind.CHANGED_VIEW, ("later", "first"))]


def test_nothing_disagrees_with_itself() -> None:
    assert found(does("a", Verb.DISPUTES, "a"), does("b", Verb.QUALIFIES, "b")) == ()


def test_first_comes_that_on_which_most_hangs_on_either_side() -> None:
    every = found(
        does("a", Verb.DISPUTES, "b"),
        does("c", Verb.DISPUTES, "d"),
        does("d", Verb.SUPPORTS, "e"),
        does("f", Verb.DISPUTES, "h"),
        does("f", Verb.SUPPORTS, "g"),
        does("g", Verb.SUPPORTS, "first"),
    )
    assert sides(every) == ["fh", "cd", "ab"]
    assert [each.weight.items for each in every] == [2, 1, 0]


def test_where_as_much_hangs_on_both_what_is_stated_comes_first() -> None:
    every = found(does("a", Verb.DISPUTES, "b"), does("c", Verb.DISPUTES, "d", Warrant.STATED))
    assert sides(every) == ["cd", "ab"]


def test_a_dimension_on_which_voices_differ_is_a_disagreement() -> None:
    low, high = Lever(level=Level.LOW), Lever(level=Level.HIGH)
    called = Lever(level=Level.CONTESTED, voice=Voice.EDITOR)
    options = (
        Option(id="agreed", text="o", leverage=Leverage(risk=(low, low))),
        Option(id="differ", text="o", leverage=Leverage(risk=(low, high), headroom=(low,))),
        Option(id="called", text="o", leverage=Leverage(headroom=(called,))),
    )
    every = found(options=options)
    assert [each.sides for each in every] == [("differ",), ("called",)]
    assert [each.is_stated for each in every] == [True, False]
    about = every[0].about
    assert isinstance(about, Contested)
    assert (about.dimension.value, about.levers) == ("risk", (low, high))


def test_a_filter_keeps_those_with_at_least_one_side_in_it() -> None:
    every = found(
        does("a", Verb.DISPUTES, "b"), does("c", Verb.DISPUTES, "d"), does("e", Verb.QUALIFIES, "f")
    )
    assert sides(among(every, {"b", "e", "g"})) == ["ab", "ef"]
    assert among(every, set()) == ()


def test_the_foremost_leave_no_kind_out_and_keep_the_order() -> None:
    many = "abcdefgh"
    every = found(
        *(does(one, Verb.DISPUTES, other) for one, other in pairwise(many)),
        does("a", Verb.QUALIFIES, "h"),
        does("later", Verb.UPDATES, "first"),
    )
    assert sides(foremost(every, 5)) == ["ab", "bc", "cd", "ah", "laterfirst"]
    assert foremost(every, 100) == every
    assert foremost((), 5) == ()


def test_the_shipped_briefings_foremost_are_where_its_trouble_lies() -> None:
    volume = Volume(load_briefing(next(content_folder().iterdir())))
    told = {each.sides for each in foremost(disagreements(volume.register), 5)}
    assert ("austin-presence", "us-confirmed-sending") in told, "narrower than the lead has it"
    assert ("videos-origin-unclear", "videos-found") in told
    assert ("tertitskiy-assault-troops", "tertitskiy-first-expectation") in told
