"""Look-ups by id, and in which roles a country bears on an item."""

from __future__ import annotations

from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Evidence, Option, Place
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Role, Verb

ACTORS = (
    Actor(id="seoul", name="Seoul", country="KR"),
    Actor(id="institute", name="Institute", country="TR"),
    Actor(id="ann", name="Ann", affiliation="institute"),
    Actor(id="abroad", name="Abroad", affiliation="institute", country="FR"),
    Actor(id="group", name="Group", members=("seoul", "ann")),
    Actor(id="loop", name="Loop", members=("pool",)),
    Actor(id="pool", name="Pool", members=("loop",)),
)
REGISTER = Register.of(
    Briefing(
        id="b",
        title="B",
        source="paper",
        sources=(Source(id="paper", name="Paper", country="GB"),),
        actors=ACTORS,
        claims=(Claim(id="x", text="X"), Claim(id="y", text="Y", source="other")),
        relations=(
            Relation(from_="x", verb=Verb.DISPUTES, to="y"),
            Relation(from_="x", verb=Verb.SUPPORTS, to="x"),
        ),
    )
)


def test_a_party_is_of_its_own_country_its_bodys_or_its_members() -> None:
    found = {id_: REGISTER.countries_of(id_) for id_ in REGISTER.parties}
    assert found == {
        "paper": ("GB",),
        "seoul": ("KR",),
        "institute": ("TR",),
        "ann": ("TR",),
        "abroad": ("FR",),
        "group": ("KR", "TR"),
        "loop": (),
        "pool": (),
    }
    assert REGISTER.countries_of(None) == ()
    assert REGISTER.countries_of("nobody") == ()


def test_roles_come_from_parties_places_and_what_is_written() -> None:
    claim = Claim(
        id="c",
        text="C",
        speaker="seoul",
        places=(Place(name="P", country="KR"), Place(name="Nowhere")),
        countries={"KR": (Role.SUBJECT,), "RU": (Role.TARGET,)},
    )
    assert REGISTER.roles_of(claim) == {
        "KR": (Role.SPEAKER, Role.SUBJECT, Role.PLACE),
        "RU": (Role.TARGET,),
    }
    option = Option(id="o", text="O", actor="group", targets=("abroad", "seoul"))
    assert REGISTER.roles_of(option) == {
        "KR": (Role.ACTOR, Role.TARGET),
        "TR": (Role.ACTOR,),
        "FR": (Role.TARGET,),
    }
    assert REGISTER.roles_of(Assessment(id="a", text="A", expert="ann")) == {"TR": (Role.SPEAKER,)}
    assert REGISTER.roles_of(Evidence(id="e", text="E")) == {}


def test_a_relation_is_found_from_both_ends_and_once() -> None:
    assert [each.verb for each in REGISTER.relations["x"]] == [Verb.DISPUTES, Verb.SUPPORTS]
    assert [each.verb for each in REGISTER.relations["y"]] == [Verb.DISPUTES]


def test_an_item_stands_in_its_own_source_or_the_briefings() -> None:
    assert REGISTER.source_of(REGISTER.items["x"]) == "paper"
    assert REGISTER.source_of(REGISTER.items["y"]) == "other"


def test_a_name_that_is_not_known_is_the_id() -> None:
    assert REGISTER.name("seoul") == "Seoul"
    assert REGISTER.name("nobody") == "nobody"
