"""The compact form of the model's values: what goes in comes out, and nothing else does."""

from __future__ import annotations

import json
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.library.index.codec import Damaged, pack, read, unpack, written
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Claim, Option
from brief_tui.model.party import Source
from tests.strategies import briefings


@given(briefings())
def test_a_briefing_comes_back_as_it_was(briefing: Briefing) -> None:
    assert unpack(Briefing, pack(briefing)) == briefing


@given(briefings())
def test_every_item_comes_back_as_it_was(briefing: Briefing) -> None:
    for item in briefing.items():
        assert unpack(type(item), pack(item)) == item


def test_a_field_at_its_default_takes_no_room() -> None:
    assert len(pack(Option(id="a", text="b"))) < 20


@given(st.binary(max_size=60))
def test_bytes_of_anything_else_are_damaged(data: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(Claim, data)


@given(briefings(), st.randoms(use_true_random=False))
def test_what_was_tampered_with_is_damaged_or_still_of_the_model(
    briefing: Briefing, chance: random.Random
) -> None:
    packed = bytearray(pack(briefing))
    for _ in range(3):
        packed[chance.randrange(len(packed))] = chance.randrange(256)
    try:
        briefing = unpack(Briefing, bytes(packed))
    except Damaged:
        return
    assert unpack(Briefing, pack(briefing)) == briefing


@pytest.mark.parametrize("text", ["\x1b]0;title\x07", "a\u202eb", "tab\there", "\ud800", "\x9b1m"])
def test_text_that_may_not_be_shown_is_damaged(text: str) -> None:
    for escaped in (True, False):
        data = json.dumps([3, "an-id", text], ensure_ascii=escaped)
        with pytest.raises(Damaged):
            unpack(Source, data.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("text", ["two\nlines", 'a "quoted" word', r"C:\users\nobody", "¶ 🇰🇷 ‘a’"])
def test_text_that_may_be_shown_comes_back(text: str) -> None:
    assert unpack(Source, pack(Source(id="a", name=text))).name == text


@pytest.mark.parametrize(
    "value",
    [None, 1, "x", [], {}, [None], [-1], [1], [3, "a"], [3, "a", 1], [1 << 90], [True, "a"]],
)
def test_a_value_of_another_shape_is_damaged(value: object) -> None:
    with pytest.raises(Damaged):
        unpack(Source, written(value))


@pytest.mark.parametrize(
    "data", [b"[" * 100_000, b"NaN", b"[1e400]", b"1" * 5000, b"[] []", b"\xff", b"", b" []"]
)
def test_what_no_encoder_of_ours_writes_is_damaged_or_plain(data: bytes) -> None:
    with pytest.raises(Damaged):
        unpack(Source, data)


def test_a_country_that_there_is_not_is_damaged() -> None:
    packed = pack(Source(id="a", name="b", country="KR"))
    with pytest.raises(Damaged):
        unpack(Source, packed.replace(b"KR", b"ZZ"))


def test_whatever_is_written_is_read() -> None:
    value: list[object] = [None, True, 1, -2.5, "é", ["x"], {"a": []}]
    assert read(written(value)) == value
