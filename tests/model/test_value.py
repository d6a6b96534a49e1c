"""A value class behaves as the standard dataclass that type checkers take it for."""

from __future__ import annotations

import copy
import dataclasses
from collections.abc import Callable
from typing import Any

import pytest

from brief_tui.model.value import define

DECORATORS: list[Callable[..., Any]] = [dataclasses.dataclass, define]


@pytest.fixture(params=DECORATORS, ids=["standard", "ours"])
def classes(request: pytest.FixtureRequest) -> tuple[Any, Any, Any]:
    """Three classes, made by the standard decorator and by ours."""
    decorator = request.param

    @decorator(frozen=True, slots=True, order=True)
    class Point:
        """A point."""

        x: int
        y: int = 0

    @decorator(frozen=True, slots=True, kw_only=True)
    class Base:
        """A base."""

        name: str = ""
        id: str

    @decorator(frozen=True, slots=True, kw_only=True)
    class Derived(Base):
        """A derived class."""

        parts: list[str] = dataclasses.field(default_factory=list)
        must: int

        def __str__(self) -> str:
            return f"derived {self.id}"

    return Point, Base, Derived


def test_values_come_by_position_and_by_name_with_defaults(classes: tuple[Any, ...]) -> None:
    point, base, derived = classes
    assert (point(1).x, point(1).y, point(1, y=2).y) == (1, 0, 2)
    assert (base(id="a").name, base(name="b", id="a").name) == ("", "b")
    one, other = derived(id="a", must=1), derived(id="a", must=1)
    one.parts.append("x")
    assert other.parts == []
    assert derived(id="a", must=1, parts=["y"]).parts == ["y"]


@pytest.mark.parametrize(
    ("given", "named"),
    [((), {}), ((1, 2, 3), {}), ((1,), {"x": 1}), ((1,), {"z": 1})],
    ids=["missing", "too many", "twice", "unknown"],
)
def test_wrong_arguments_are_refused(
    classes: tuple[Any, ...], given: tuple[int, ...], named: dict[str, int]
) -> None:
    with pytest.raises(TypeError):
        classes[0](*given, **named)


def test_what_is_by_name_only_is_refused_by_position(classes: tuple[Any, ...]) -> None:
    with pytest.raises(TypeError):
        classes[1]("a")


def test_equality_hash_and_order_go_by_class_and_values(classes: tuple[Any, ...]) -> None:
    point, base, derived = classes
    assert point(1, 2) == point(1, 2)
    assert point(1, 2) != point(2, 2)
    assert point(1, 2) != (1, 2)
    assert base(id="a") != derived(id="a", must=1)
    assert hash(point(1, 2)) == hash(point(1, 2))
    assert sorted([point(2), point(1, 5), point(1)]) == [point(1), point(1, 5), point(2)]
    assert point(1) <= point(1) < point(2) >= point(1)


def test_nothing_can_be_changed_added_or_taken_away(classes: tuple[Any, ...]) -> None:
    value = classes[0](1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.x = 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        del value.x
    assert not hasattr(value, "__dict__")


def test_it_says_what_it_holds_unless_its_class_says_it_otherwise(
    classes: tuple[Any, ...],
) -> None:
    assert repr(classes[0](1)).endswith("Point(x=1, y=0)")
    assert str(classes[2](id="a", must=1)) == "derived a"


def test_the_standard_functions_take_it_for_a_dataclass(classes: tuple[Any, ...]) -> None:
    point, _, derived = classes
    assert [field.name for field in dataclasses.fields(derived)] == ["name", "id", "parts", "must"]
    assert dataclasses.is_dataclass(derived)
    assert dataclasses.replace(point(1, 2), y=3) == point(1, 3)
    assert dataclasses.asdict(point(1, 2)) == {"x": 1, "y": 2}
    assert copy.deepcopy(point(1, 2)) == point(1, 2)


@pytest.mark.parametrize("decorator", DECORATORS, ids=["standard", "ours"])
def test_what_may_change_can_be_compared_but_not_hashed(decorator: Callable[..., Any]) -> None:
    @decorator(slots=True)
    class Count:
        """A count."""

        n: int = 0

    count, same = Count(), Count()
    count.n = same.n = 1
    assert count == same
    with pytest.raises(TypeError):
        hash(count)


@pytest.mark.parametrize("decorator", DECORATORS, ids=["standard", "ours"])
def test_a_field_without_default_cannot_follow_one_with(decorator: Callable[..., Any]) -> None:
    class Wrong:
        """Wrong."""

        x: int = 0
        y: int

    with pytest.raises(TypeError):
        decorator(slots=True)(Wrong)
