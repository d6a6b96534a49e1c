"""What hangs on an item."""

from __future__ import annotations

import random

from brief_tui.analysis.dependants import Weight, hanging, points_on, weigh
from brief_tui.model.briefing import Briefing, KeyPoint, Relation
from brief_tui.model.item import Assessment, Claim, Lever, Leverage, Option
from brief_tui.model.party import Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level, Verb


def carries(from_: str, to: str, verb: Verb = Verb.SUPPORTS) -> Relation:
    """A relation, by which ``to`` hangs on ``from_`` unless the verb says otherwise."""
    return Relation(from_=from_, verb=verb, to=to)


def of_claims(ids: str, *relations: Relation, points: tuple[str, ...] = ()) -> Register:
    """Claims of one letter each, with these relations, and key points that they carry."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            claims=tuple(Claim(id=id_, text=id_) for id_ in ids),
            relations=relations,
            summary=tuple(KeyPoint(text=each, items=tuple(each)) for each in points),
        )
    )


def on(register: Register, *ids: str) -> set[str]:
    """The ids of what hangs on these."""
    return {item.id for item in hanging(register, ids)}


def test_an_item_carries_what_it_supports_and_confirms_and_what_those_carry() -> None:
    register = of_claims(
        "abcd", carries("a", "b"), carries("b", "c", Verb.CONFIRMS), carries("d", "c")
    )
    assert on(register, "a") == {"b", "c"}
    assert on(register, "c") == set()
    assert on(register, "a", "d") == {"b", "c"}


def test_it_does_not_carry_what_it_only_bears_on() -> None:
    others = [verb for verb in Verb if verb not in (Verb.SUPPORTS, Verb.CONFIRMS)]
    register = of_claims("ab", *(carries("a", "b", verb) for verb in others))
    assert on(register, "a") == set()


def test_what_names_it_as_a_basis_or_has_come_from_it_hangs_on_it() -> None:
    basis = Lever(level=Level.LOW, basis=("c", "party"))
    register = Register.of(
        Briefing(
            id="b",
            title="B",
            claims=(Claim(id="c", text="c"), Claim(id="d", text="d", chain=(Step(who="c"),))),
            assessments=(Assessment(id="j", text="j", rests_on=("d",)),),
            options=(Option(id="o", text="o", leverage=Leverage(risk=(basis,))),),
        )
    )
    assert [item.id for item in hanging(register, ["c"])] == ["d", "o", "j"], "the nearest first"


def test_in_a_circle_each_hangs_on_the_others_and_none_on_itself() -> None:
    register = of_claims("abc", carries("a", "b"), carries("b", "a"), carries("b", "c"))
    assert on(register, "a") == {"b", "c"}
    assert on(register, "b") == {"a", "c"}
    assert on(register, "a", "b") == {"c"}
    assert weigh(register, [("a",), ("b",), ("a", "b")]) == [
        Weight(2, 0),
        Weight(2, 0),
        Weight(1, 0),
    ]


def test_a_key_point_hangs_on_the_items_that_carry_it() -> None:
    register = of_claims("abc", carries("a", "b"), points=("b", "ab", "c"))
    assert [point.text for point in points_on(register, ["a"])] == ["b", "ab"]
    assert weigh(register, [("a",), ("c",), ("a", "c")]) == [
        Weight(1, 2),
        Weight(0, 1),
        Weight(1, 3),
    ]


def test_what_is_weighed_is_what_would_be_listed() -> None:
    ids = "abcdefghijklmnopqrstuvwxyz"
    for seed in range(20):
        chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
        register = of_claims(
            ids,
            *(carries(chance.choice(ids), chance.choice(ids)) for _ in range(chance.randrange(60))),
            points=tuple("".join(chance.choices(ids, k=2)) for _ in range(3)),
        )
        groups = [tuple(chance.sample(ids, chance.choice((1, 2)))) for _ in range(40)]
        assert weigh(register, groups) == [
            Weight(len(hanging(register, group)), len(points_on(register, group)))
            for group in groups
        ]


def test_more_items_than_are_counted_at_once_are_all_counted() -> None:
    many = 20_000
    claims = tuple(Claim(id=f"c{number}", text="c") for number in range(many))
    relations = tuple(carries(f"c{number}", f"c{number + 1}") for number in range(many - 1))
    points = (KeyPoint(text="p", items=(f"c{many - 1}",)),)
    register = Register.of(
        Briefing(id="b", title="B", claims=claims, relations=relations, summary=points)
    )
    assert weigh(register, [("c0",), ("c1", "c0"), (f"c{many - 1}",)]) == [
        Weight(many - 1, 1),
        Weight(many - 2, 1),
        Weight(0, 1),
    ]
