"""Values made of drawn fields, and the texts they hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from hypothesis import strategies as st

Value = TypeVar("Value")
Fields = dict[str, st.SearchStrategy[Any]]

TEXTS = (
    "The convoy has left the port.",
    "Around 1,500 are said to train there, none of them in the region itself.",
    "北韓軍隊在俄羅斯的部署情況，以及各國的反應。",
    "Cafés in Kyïv: Ärger über Zölle 👩‍🚀 [b]not bold[/b]",
    "שלום עולם مرحبا بالعالم",
    "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetzesentwurf",
    "yes",
    "First line\n\nSecond paragraph: with a colon, and a # that is no comment",
)
NAMES = ("Ministry", "The Agency", "通訊社", "Bureau of Very Long Names and Longer Affairs")
COUNTRIES = ("KR", "KP", "RU", "US", "NO", "XK")
LOCATORS = ("¶1", "¶7", "p. 12")


def some(values: Sequence[Value], most: int = 3) -> st.SearchStrategy[tuple[Value, ...]]:
    """A few of these, each once, in any order."""
    if not values:
        return st.just(())
    return st.lists(st.sampled_from(values), unique=True, max_size=most).map(tuple)


def mostly(values: st.SearchStrategy[Value]) -> st.SearchStrategy[Value | None]:
    """Three times in four a value; that there is none is the simpler."""
    return st.one_of(st.none(), values, values, values)


def one_of_ids(ids: Sequence[str]) -> st.SearchStrategy[str | None]:
    """One of these ids; None where there are none to choose from."""
    return st.sampled_from(ids) if ids else st.none()


def made(cls: Callable[..., Value], required: Fields, optional: Fields) -> st.SearchStrategy[Value]:
    """A value of a class with its required fields and any of the others."""
    return given_any(required, optional).map(lambda given: cls(**given))


def given_any(required: Fields, optional: Fields) -> st.SearchStrategy[dict[str, Any]]:
    """The required fields and any of the others; that one is left out is the simpler."""
    values = (*required.values(), *(st.none() | value for value in optional.values()))
    return st.tuples(*values).map(lambda drawn: _stated((*required, *optional), drawn))


def _stated(keys: Sequence[str], values: Sequence[Any]) -> dict[str, Any]:
    pairs = zip(keys, values, strict=True)
    return {key: value for key, value in pairs if value is not None}
