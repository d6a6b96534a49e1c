"""Who stands with an item and who against it."""

from __future__ import annotations

import pytest

from brief_tui.analysis.stance import changed_by, second_hand, stance
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Evidence
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb, Warrant


def register(*relations: Relation) -> Register:
    """Some items, those of Ayşe's that she has changed among them, with these relations."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            actors=(Actor(id="ayse", name="Ayşe"), Actor(id="ben", name="Ben")),
            claims=tuple(Claim(id=id_, text=id_, speaker="ben") for id_ in "abc"),
            evidence=(Evidence(id="e", text="e"),),
            assessments=tuple(
                Assessment(id=id_, text=id_, expert="ayse") for id_ in ("first", "later")
            ),
            relations=relations,
        )
    )


def does(from_: str, verb: Verb, to: str, warrant: Warrant = Warrant.INFERRED) -> Relation:
    """A relation."""
    return Relation(from_=from_, verb=verb, to=to, warrant=warrant)


@pytest.mark.parametrize(
    ("verb", "side"),
    [
        (Verb.SUPPORTS, "with_"),
        (Verb.CONFIRMS, "with_"),
        (Verb.QUALIFIES, "qualified_by"),
        (Verb.DISPUTES, "against"),
        (Verb.REFUTES, "against"),
        (Verb.CORRECTS, "against"),
        (Verb.UNDERCUTS, "against"),
        (Verb.UPDATES, "changed"),
    ],
)
def test_what_is_done_to_an_item_says_where_the_other_stands(verb: Verb, side: str) -> None:
    found = register(does("b", verb, "a"))
    stands = stance(found, found.items["a"])
    for name in ("with_", "qualified_by", "against", "changed", "does"):
        assert [each.from_ for each in getattr(stands, name)] == (["b"] if name == side else [])


def test_what_an_item_does_to_others_is_told_apart_from_what_is_done_to_it() -> None:
    found = register(does("a", Verb.DISPUTES, "b"))
    assert stance(found, found.items["b"]).against
    mine = stance(found, found.items["a"])
    assert mine.against == ()
    assert [each.to for each in mine.does] == ["b"]


def test_a_change_is_seen_from_what_was_said_before_and_from_what_was_said_since() -> None:
    found = register(does("later", Verb.UPDATES, "first"))
    for id_ in ("first", "later"):
        stands = stance(found, found.items[id_])
        assert len(stands.changed) == 1
        assert stands.does == ()


@pytest.mark.parametrize("verb", Verb)
def test_what_an_item_does_to_itself_stands_neither_with_it_nor_against_it(verb: Verb) -> None:
    found = register(does("a", verb, "a"))
    stands = stance(found, found.items["a"])
    assert len(stands.does) == 1
    assert (stands.with_, stands.qualified_by, stands.against, stands.changed) == ((), (), (), ())
    assert second_hand(found, found.items["a"]) == ()


def test_what_the_source_states_comes_before_what_the_editor_infers() -> None:
    found = register(does("b", Verb.SUPPORTS, "a"), does("c", Verb.CONFIRMS, "a", Warrant.STATED))
    assert [each.from_ for each in stance(found, found.items["a"]).with_] == ["c", "b"]


def test_an_author_changed_a_view_only_where_both_are_in_one_voice() -> None:
    found = register()
    assert changed_by(found, does("later", Verb.UPDATES, "first")) == "ayse"
    assert changed_by(found, does("a", Verb.UPDATES, "first")) is None
    assert changed_by(found, does("e", Verb.UPDATES, "a")) is None
    assert changed_by(found, does("later", Verb.QUALIFIES, "first")) is None
    assert changed_by(found, does("first", Verb.UPDATES, "first")) is None


def test_at_second_hand_is_what_bears_on_what_stands_with_it() -> None:
    found = register(
        does("b", Verb.SUPPORTS, "a"),
        does("c", Verb.UNDERCUTS, "b"),
        does("e", Verb.SUPPORTS, "b"),
        does("e", Verb.QUALIFIES, "a"),
        does("first", Verb.DISPUTES, "a"),
        does("later", Verb.SUPPORTS, "first"),
    )
    assert [
        (each.relation.from_, each.relation.verb, each.via.from_)
        for each in second_hand(found, found.items["a"])
    ] == [("c", Verb.UNDERCUTS, "b")], "e bears on it itself, and who is against it is no support"
