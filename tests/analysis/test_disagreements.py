"""Where a briefing disagrees with itself, and in what order that is told."""

from __future__ import annotations

from itertools import pairwise

from brief_tui.analysis.disagreements import (
    Contested,
    Differing,
    Disagreement,
    Kind,
    among,
    disagreements,
    foremost,
)
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.dates import parse
from brief_tui.model.item import Assessment, Claim, Figure, Lever, Leverage, Measure, Option
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


def counted(*figures: tuple[str, str | None, float, str]) -> tuple[Disagreement, ...]:
    """The disagreements where these ids and speakers give these numbers, each as of a date."""
    briefing = Briefing(
        id="b",
        title="B",
        measures=(Measure(id="m", name="ships"),),
        claims=tuple(
            Claim(
                id=id_,
                text=id_,
                speaker=speaker,
                figures=(Figure(value=value, measure="m", as_of=parse(as_of) if as_of else None),),
            )
            for id_, speaker, value, as_of in figures
        ),
    )
    return disagreements(Register.of(briefing))


def test_figures_of_one_measure_that_differ_are_a_disagreement() -> None:
    (found,) = counted(("a", "kyiv", 40, ""), ("b", "moscow", 90, ""), ("c", "seoul", 40, ""))
    assert (found.kind, set(found.sides)) == (Kind.DISAGREEMENT, {"a", "b", "c"})
    assert isinstance(found.about, Differing)
    assert not found.is_stated, "it is worked out"
    assert counted(("a", "kyiv", 40, ""), ("b", "moscow", 40, "")) == ()


def test_one_speakers_two_figures_are_a_changed_view() -> None:
    (found,) = counted(("a", "kyiv", 40, ""), ("b", "kyiv", 90, ""))
    assert found.kind is Kind.CHANGED_VIEW
    (found,) = counted(("a", None, 40, ""), ("b", None, 90, ""))
    assert found.kind is Kind.DISAGREEMENT, "who does not say who speaks is nobody in particular"


def test_figures_for_different_dates_may_both_be_right() -> None:
    assert counted(("a", "kyiv", 40, "2024-06"), ("b", "moscow", 90, "2024-07")) == ()
    assert counted(("a", "kyiv", 40, "2024-06"), ("b", "moscow", 90, "2024-06-12"))
    assert counted(("a", "kyiv", 40, "2024-06"), ("b", "moscow", 90, ""))


def test_figures_that_a_relation_already_sets_apart_are_told_once() -> None:
    claims = tuple(
        Claim(id=id_, text=id_, figures=(Figure(value=value, measure="m"),))
        for id_, value in (("a", 40), ("b", 90))
    )
    briefing = Briefing(
        id="b",
        title="B",
        measures=(Measure(id="m", name="ships"),),
        claims=claims,
        relations=(does("b", Verb.CORRECTS, "a"),),
    )
    assert len(disagreements(Register.of(briefing))) == 1


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
