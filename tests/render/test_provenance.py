"""How the chain of an item is shown, and how many origins it is said to have."""

from __future__ import annotations

import pytest

from brief_tui.analysis.origins import provenance
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Claim, Evidence, Item
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import SourceKind, Verb, Verification, Voice, Warrant
from brief_tui.render.columns import Table
from brief_tui.render.item import item_page
from brief_tui.render.overview import overview_page
from brief_tui.render.plain import to_text
from brief_tui.render.provenance import in_words

SOURCES = (
    Source(id="text", name="An explainer of 3 June", kind=SourceKind.ARTICLE),
    Source(id="agency", name="The Agency"),
)
ACTORS = (
    Actor(id="ministry", name="The Ministry", country="KR"),
    Actor(id="president", name="The President", country="KR"),
    Actor(id="envoy", name="The Envoy", country="UA"),
    Actor(id="rebels", name="The Rebels"),
)


def claim(id_: str, *chain: str | None, speaker: str | None = None) -> Claim:
    """A claim with this chain."""
    return Claim(id=id_, text=id_, speaker=speaker, chain=tuple(Step(who=who) for who in chain))


def register(*items: Item, warrant: Warrant = Warrant.INFERRED) -> Register:
    """A briefing in which every item after the first confirms the first."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            source="text",
            sources=SOURCES,
            actors=ACTORS,
            claims=tuple(item for item in items if isinstance(item, Claim)),
            evidence=tuple(item for item in items if isinstance(item, Evidence)),
            relations=tuple(
                Relation(from_=each.id, verb=Verb.CONFIRMS, to=items[0].id, warrant=warrant)
                for each in items[1:]
            ),
        )
    )


def chain(*items: Item, width: int = 80, warrant: Warrant = Warrant.INFERRED) -> str:
    """What the page of the first item says of its chain."""
    text = to_text(item_page(register(*items, warrant=warrant), items[0]), width)
    return text.partition("\nCHAIN")[2].partition("\nRELATIONS")[0]


def squeezed(text: str) -> str:
    """``text`` on one line, its words one space apart."""
    return " ".join(text.split())


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ([claim("a", "agency", "ministry")], "3 voices, 1 origin"),
        ([claim("a")], "1 voice, origin not stated"),
        ([Claim(id="a", text="t", voice=Voice.EDITOR)], "editor's own, origin not stated"),
        ([claim("a", "agency", None)], "2 voices, origin not stated"),
        (
            [claim("a", speaker="ministry"), claim("b", "agency", "ministry")],
            "3 voices, 1 origin",
        ),
        ([claim("a", speaker="ministry"), claim("b", speaker="envoy")], "3 voices, 2 origins"),
        (
            [claim("a", speaker="ministry"), claim("b", speaker="president")],
            "3 voices, 2 origins, both of South Korea",
        ),
        (
            [claim("a", speaker="ministry"), claim("b", speaker="rebels")],
            "3 voices, 2 origins",
        ),
        (
            [claim("a", speaker="ministry"), claim("b", speaker="envoy"), claim("c", "agency", "")],
            "4 voices, 2 origins, and 1 chain whose origin is not stated",
        ),
        (
            [claim("a", speaker="ministry"), claim("b"), claim("c")],
            "2 voices, 1 origin, and 2 chains whose origins are not stated",
        ),
    ],
)
def test_the_count_in_words(items: list[Item], said: str) -> None:
    of = register(*items)
    assert in_words(of, provenance(of, items[0])) == said
    assert said in squeezed(chain(*items, width=40))


def test_without_any_source_neither_voice_nor_origin_is_stated() -> None:
    of = Register.of(Briefing(id="b", title="B", claims=(claim("a"),)))
    assert in_words(of, provenance(of, claim("a"))) == "voice and origin not stated"


def test_the_way_stands_on_one_line_origin_first_where_it_fits() -> None:
    item = claim("a", "agency", "ministry")
    line = "The Ministry → The Agency → this article\n"
    assert line in chain(item)
    narrow = chain(item, width=30)
    assert "→" not in narrow
    for text in (chain(item), narrow):
        steps = "origin attributed to The Ministry via attributed to The Agency stands in"
        assert steps in squeezed(text)


def test_a_single_step_is_not_said_twice() -> None:
    assert "→" not in chain(claim("a", speaker="ministry"))


def test_a_chain_that_ends_in_nothing_says_so_where_its_origin_would_stand() -> None:
    said = squeezed(chain(claim("a", "agency", None)))
    assert "origin not stated → The Agency → this article" in said
    assert "origin not stated via attributed to The Agency" in said


def test_an_item_in_which_a_chain_ends_is_not_called_its_origin() -> None:
    said = chain(claim("a", "agency", "b"), claim("b"))
    assert "origin not stated via attributed to b via attributed to The Agency" in squeezed(said)


def test_evidence_whose_maker_is_withheld_says_why_it_has_no_origin() -> None:
    photo = Evidence(
        id="e",
        text="t",
        chain=(Step(who="agency"),),
        origin_verified=Verification.UNDISCLOSED,
    )
    said = chain(photo)
    assert "2 voices, origin not stated" in said
    assert "not stated · withheld by whoever published it via" in squeezed(said)


def test_each_confirmation_says_whether_it_adds_an_origin() -> None:
    said = squeezed(
        chain(
            claim("a", speaker="ministry"),
            claim("b", "agency", "ministry"),
            claim("c", speaker="envoy"),
            claim("d"),
        )
    )
    assert "The Ministry → The Agency → this article · same origin: counted once" in said
    assert "The Envoy → this article · another origin" in said
    assert "origin not stated → this article · adds no origin" in said


@pytest.mark.parametrize(
    ("warrant", "said"),
    [(Warrant.STATED, "stated in the source"), (Warrant.INFERRED, "editor infers")],
)
def test_who_says_that_it_confirms_is_told(warrant: Warrant, said: str) -> None:
    of = squeezed(chain(claim("a"), claim("b", speaker="envoy"), warrant=warrant))
    assert "its origin counts" in of
    assert said in of


@pytest.mark.parametrize(("width", "is_shown"), [(70, False), (90, True)])
def test_a_list_with_room_says_how_many_origins_each_has(width: int, is_shown: bool) -> None:
    items = claim("a", speaker="ministry"), claim("b", speaker="envoy"), claim("c")
    of = register(*items)
    table = Table(Section.CLAIMS, width, 0)
    header, *rows = (
        "".join(span.text for span in spans)
        for spans in (table.header(), *(table.row(of, item, {}) for item in items))
    )
    assert header.endswith("origins") == is_shown
    ends = [row[-4:].split()[-1] for row in rows]
    assert (ends == ["2", "1", "n.s."]) == is_shown


def test_the_overview_says_how_few_are_behind_how_much() -> None:
    items = [claim(f"m{n}", speaker="ministry") for n in range(3)]
    of = register(claim("bare"), *items, claim("e", speaker="envoy"))
    said = squeezed(to_text(overview_page(of, (), ()), 60))
    assert "ORIGINS 2 behind 5 of 5 items" in said
    assert "3 have The Ministry as their only origin" in said
    assert "1 has The Envoy as its only origin" in said
    assert "1 has two origins or more" in said
    assert "0 have no stated origin" in said
