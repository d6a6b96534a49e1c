"""Nothing that a briefing gives is kept from its reader, and nothing absent is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Assessment, Claim, Evidence, Item, Option
from brief_tui.model.register import Register
from brief_tui.render.item import item_page
from brief_tui.render.party import party_page
from brief_tui.render.plain import to_text
from tests.hostile.grammar import squashed
from tests.hostile.test_files import said


@pytest.fixture
def volume(corridor: Path) -> Volume:
    """The test briefing, opened."""
    return Volume(load_briefing(corridor))


def test_an_items_page_has_all_its_text(volume: Volume) -> None:
    for item in volume.briefing.items():
        page = squashed(to_text(item_page(volume.register, item), 80))
        for text in said(item):
            assert squashed(text) in page, (item.id, text)


def test_a_partys_page_has_all_its_text(volume: Volume) -> None:
    for party in volume.register.parties.values():
        page = squashed(to_text(party_page(volume.register, party), 80))
        for text in said(party):
            assert squashed(text) in page, (party.id, text)


def test_an_items_page_says_what_its_figures_measures_include(volume: Volume) -> None:
    page = to_text(item_page(volume.register, volume.register.items["grain-so-far"]), 80)
    assert "Without transit." in " ".join(page.split())


@pytest.mark.parametrize(
    ("item", "labels"),
    [
        (Claim(id="c", text="C"), ("speaker", "voice", "basis", "happened", "said", "published")),
        (Evidence(id="e", text="E"), ("form", "place", "identity", "origin", "voice")),
        (
            Assessment(id="a", text="A"),
            ("expert", "affiliation", "basis", "likelihood", "confidence"),
        ),
        (
            Option(id="o", text="O"),
            (
                *("actor", "target", "state", "instruments", "channel", "constraints"),
                *(
                    "motives",
                    "precedent",
                    "capability",
                    "risk",
                    "likely to be used",
                    "likely to work",
                ),
            ),
        ),
    ],
    ids=lambda value: value.id if isinstance(value, Item) else "",
)
def test_what_is_absent_is_said_to_be_not_stated(item: Item, labels: tuple[str, ...]) -> None:
    register = Register.of(Briefing(id="b", title="B"))
    lines = to_text(item_page(register, item), 80).splitlines()
    for label in labels:
        line = next(line for line in lines if line.startswith(f"{label}  "))
        assert line.endswith("not stated"), line
