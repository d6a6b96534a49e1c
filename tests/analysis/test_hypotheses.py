"""Competing hypotheses: what is against each, and which items tell them apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.analysis.hypotheses import Matrix, letter, matrices, who_is_against
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.hypothesis import Hypothesis, HypothesisMark, Question
from brief_tui.model.item import Claim
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Consistency, Voice

WORDS = {
    "+": Consistency.CONSISTENT,
    "-": Consistency.INCONSISTENT,
    "/": Consistency.NOT_APPLICABLE,
}


def weighed(**columns: str) -> Matrix:
    """The matrix of hypotheses, each with a mark for each of items ``i0``, ``i1``, …."""
    items = max(map(len, columns.values()), default=0)
    hypotheses = tuple(
        Hypothesis(
            id=id_,
            question="q",
            text=id_,
            marks=tuple(
                HypothesisMark(item=f"i{place}", mark=WORDS[mark])
                for place, mark in enumerate(marks)
                if mark in WORDS
            ),
        )
        for id_, marks in columns.items()
    )
    briefing = Briefing(
        id="b",
        title="B",
        claims=tuple(Claim(id=f"i{place}", text="x") for place in range(items)),
        questions=(Question(id="q", text="Why?"),),
        hypotheses=hypotheses,
    )
    return matrices(Register.of(briefing))["q"]


def order(matrix: Matrix) -> list[str]:
    return [each.hypothesis.id for each in matrix.contenders]


def rows(matrix: Matrix) -> list[str]:
    return [each.item.id for each in matrix.bearings]


def test_the_fewest_inconsistent_items_come_first_whatever_is_consistent() -> None:
    matrix = weighed(popular="++++--", quiet="/////-", spotless="//////")
    assert order(matrix) == ["spotless", "quiet", "popular"]
    assert [each.letter for each in matrix.contenders] == ["A", "B", "C"]


def test_what_is_even_stays_in_the_briefings_order() -> None:
    assert order(weighed(late="-+", early="+-", mid="/-")) == ["late", "early", "mid"]


def test_every_count_is_of_ids_in_the_briefings_order() -> None:
    (only,) = weighed(h="-+/-+ ").contenders
    assert only.inconsistent == ("i0", "i3")
    assert only.consistent == ("i1", "i4")
    assert only.not_applicable == ("i2",)


def test_not_marked_is_not_the_same_as_not_applicable() -> None:
    matrix = weighed(whole="+-/", gaps="+  ")
    counts = {each.hypothesis.id: each.unmarked for each in matrix.contenders}
    assert counts == {"gaps": 2, "whole": 0}
    marks = {each.item.id: list(each.marks) for each in matrix.bearings}
    assert marks["i2"] == ["whole"]


def test_what_tells_most_apart_comes_first_and_what_tells_nothing_last() -> None:
    matrix = weighed(
        a="+/+-+ +",
        b="+/--- -",
        c="+/ /--+",
    )
    # i4 and i6 tell two pairs apart, i2 one; i3 and i5 are against some and fit none.
    assert rows(matrix) == ["i4", "i6", "i2", "i3", "i5", "i0", "i1"]
    assert [each.tells_apart for each in matrix.bearings] == [True] * 3 + [False] * 4
    assert [each.alike for each in matrix.bearings] == [False] * 5 + [True] * 2


def test_an_item_that_goes_with_some_and_is_against_none_tells_more_than_one_alike() -> None:
    assert rows(weighed(a="++", b="+/")) == ["i1", "i0"]


def test_the_same_mark_is_alike_only_where_every_hypothesis_has_it() -> None:
    bearings = weighed(a="+-", b="+-", c="+ ").bearings
    assert {each.item.id: each.alike for each in bearings} == {"i0": True, "i1": False}


def test_who_is_told_from_whom_is_in_the_order_of_the_matrix() -> None:
    (bearing, *_) = weighed(worst="+--", best="-  ", mid="+- ").bearings
    assert bearing.marked(Consistency.CONSISTENT) == ("mid", "worst")
    assert bearing.marked(Consistency.INCONSISTENT) == ("best",)


def test_every_question_has_a_matrix_in_the_briefings_order(ferry: Path) -> None:
    briefing = load_briefing(ferry).briefing
    assert briefing is not None
    found = matrices(Register.of(briefing))
    assert list(found) == ["why-still", "who-pays", "when-back"]
    assert order(found["why-still"]) == ["repair", "strike", "storm"]
    assert order(found["when-back"]) == ["soon", "late"]
    assert found["when-back"].bearings == ()


def test_several_items_of_one_origin_are_one_voice_against_a_hypothesis() -> None:
    claims = (
        Claim(id="a", text="x", speaker="office"),
        Claim(id="b", text="y", chain=(Step(who="paper"), Step(who="office"))),
        Claim(id="c", text="z", speaker="paper"),
        Claim(id="d", text="w", voice=Voice.ARTICLE),
    )
    marks = tuple(HypothesisMark(item=each.id, mark=WORDS["-"]) for each in claims)
    register = Register.of(
        Briefing(
            id="b",
            title="B",
            sources=(Source(id="paper", name="Paper"),),
            actors=(Actor(id="office", name="Office"),),
            claims=claims,
            questions=(Question(id="q", text="Why?"),),
            hypotheses=(Hypothesis(id="h", question="q", text="h", marks=marks),),
        )
    )
    (only,) = matrices(register)["q"].contenders
    assert who_is_against(register, only) == (("office", "paper"), 1)


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_letters_go_on_after_z(place: int, name: str) -> None:
    assert letter(place) == name
