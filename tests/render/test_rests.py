"""What rests on something, as a page."""

from __future__ import annotations

from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb
from brief_tui.render.layout import lay_out
from brief_tui.render.page import Link
from brief_tui.render.party import party_page
from brief_tui.render.plain import to_text
from brief_tui.render.rests import rests_page

REGISTER = Register.of(
    Briefing(
        id="b",
        title="B",
        source="paper",
        sources=(
            Source(id="paper", name="The Paper", chain=(Step(who="desk"),)),
            Source(id="desk", name="The Desk"),
        ),
        actors=(Actor(id="envoy", name="The Envoy"), Actor(id="expert", name="The Expert")),
        claims=(
            Claim(id="first", text="Ships wait.", speaker="envoy"),
            Claim(id="again", text="They still wait.", chain=(Step(who="first"),)),
            Claim(id="bare", text="Nobody says so."),
        ),
        assessments=(
            Assessment(id="view", text="They will leave.", expert="expert", rests_on=("first",)),
            *(
                Assessment(id=f"v{n}", text=f"View {n}.", rests_on=(f"v{n - 1}" if n else "view",))
                for n in range(3000)
            ),
        ),
        relations=(
            Relation(from_="first", verb=Verb.SUPPORTS, to="bare"),
            Relation(from_="first", verb=Verb.SUPPORTS, to="view"),
        ),
    )
)


def page(id_: str, width: int = 80) -> str:
    """The page of what rests on something."""
    return to_text(rests_page(REGISTER, id_), width)


def test_each_thing_stands_under_what_it_rests_on_and_says_how() -> None:
    said = page("envoy")
    assert "said by it · 1\n› claim The Envoy: Ships wait. [first]\n" in said
    assert "\n  › rests on that: assessment The Expert: They will leave. [view]\n" in said
    assert "goes back to it · 1\n› claim not stated: They still wait. [again]\n" in said


def test_headings_count_what_rests_and_what_would_fall() -> None:
    lines = [" ".join(line.split()) for line in page("envoy").splitlines()]
    assert "RESTS ON IT 3,003 items, 2 directly" in lines
    assert "WOULD FALL WITHOUT IT 2 of 3,003" in lines
    assert "KEEP AN ORIGIN WITHOUT IT 1 of 3,003" in lines
    assert "HAD NO STATED ORIGIN BEFORE 3,000 of 3,003" in lines


def test_a_line_leads_to_its_item() -> None:
    links = [line.link for line in lay_out(rests_page(REGISTER, "envoy"), 60)]
    for id_ in ("first", "again", "view", "v2999"):
        assert links.count(Link(id_)) == 2, "in the tree, and where it says what becomes of it"


def test_what_may_fall_says_why_nobody_can_tell() -> None:
    said = " ".join(page("desk").split())
    assert "draws on it · 1 › The Paper · " in said
    assert "WOULD FALL WITHOUT IT 0 of" in said
    assert "none for certain" in said
    assert "MAY FALL WITHOUT IT 3 of" in said
    assert "which of them come from it is not stated" in said


def test_where_nothing_rests_it_says_so() -> None:
    assert "nothing in this briefing" in page("v2999")
    assert "WOULD FALL" not in page("v2999")


def test_all_of_them_is_said_in_three_words() -> None:
    said = " ".join(page("v2996").split())
    assert "RESTS ON IT 3 items, 1 directly" in said
    assert "HAD NO STATED ORIGIN BEFORE 3 of 3 all of them" in said


def test_the_page_of_a_party_has_it_in_short() -> None:
    said = " ".join(to_text(party_page(REGISTER, REGISTER.parties["envoy"]), 60).split())
    assert "RESTS ON IT 3,003 items, 2 directly" in said
    assert "WOULD FALL WITHOUT IT 2 of 3,003" in said
    assert said.count("[first]") == 1


def test_what_it_only_supports_is_named_as_not_counted() -> None:
    assert "not counted: 1 item that it only supports" in page("first")
    assert "not counted" not in page("bare") + page("envoy")
