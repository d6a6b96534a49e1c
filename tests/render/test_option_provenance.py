"""Where an option comes from, and who only passed it on, are told apart."""

from __future__ import annotations

import pytest

from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Option
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Voice
from brief_tui.render.item import item_page
from brief_tui.render.plain import to_text


def page(*chain: Step, voice: Voice = Voice.REPORTED) -> str:
    """The page of an option with this chain."""
    option = Option(id="o", text="Talk.", voice=voice, chain=chain)
    briefing = Briefing(
        id="b",
        title="B",
        options=(option,),
        sources=(Source(id="agency", name="The Agency"),),
        actors=(Actor(id="official", name="An official"),),
    )
    return to_text(item_page(Register.of(briefing), option), 80)


@pytest.mark.parametrize(
    ("chain", "said"),
    [
        ((Step(who="official"),), "comes from    An official\n"),
        (
            (Step(who="agency"), Step(who="official")),
            "comes from    An official, by way of The Agency\n",
        ),
        ((Step(who="agency"), Step()), "comes from    not stated, by way of The Agency\n"),
        ((), "comes from    not stated\n"),
    ],
)
def test_a_relay_is_never_given_as_the_one_who_said_it(chain: tuple[Step, ...], said: str) -> None:
    assert said in page(*chain)
    assert "said by" not in page(*chain)


def test_an_option_in_the_sources_own_voice_comes_from_no_speaker() -> None:
    assert "comes from" not in page(voice=Voice.ARTICLE)
