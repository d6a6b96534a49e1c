"""The ways between two things, as a reader sees them."""

from __future__ import annotations

from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Claim
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb, Voice, Warrant
from brief_tui.render.layout import lay_out
from brief_tui.render.paths import path_page
from brief_tui.render.plain import to_text


def register(*relations: Relation) -> Register:
    """Claims of one letter each, ``c`` of them Ayşe's, with these relations."""
    voiced = [Claim(id=id_, text=f"Claim {id_}.", voice=Voice.ARTICLE) for id_ in "ab"]
    spoken = Claim(id="c", text="Claim c.", speaker="ayse")
    return Register.of(
        Briefing(
            id="b",
            title="B",
            actors=(Actor(id="ayse", name="Ayşe"),),
            claims=(*voiced, spoken),
            relations=relations,
        )
    )


FOUND = register(
    Relation(from_="a", verb=Verb.SUPPORTS, to="b", warrant=Warrant.STATED, locator=("¶3",)),
    Relation(from_="c", verb=Verb.DISPUTES, to="b"),
)


def tree(start: str, end: str, found: Register = FOUND) -> list[str]:
    """The lines of the first way."""
    text = to_text(path_page(found, start, end), 80)
    return text.partition("WAY 1 OF 1")[2].partition("\n\n")[0].splitlines()[1:]


def test_each_step_stands_one_further_in_with_what_ties_it() -> None:
    assert tree("a", "ayse") == [
        "› claim article: Claim a. [a]",
        "  supports · stated in the source ¶3",
        "  › claim article: Claim b. [b]",
        "    is disputed by · editor infers",
        "    › claim Ayşe: Claim c. [c]",
        "      is said by",
        "      › Ayşe [ayse]",
    ]


def test_it_reads_as_well_from_the_other_end() -> None:
    assert [line.strip() for line in tree("ayse", "a") if "›" not in line] == [
        "says",
        "disputes · editor infers",
        "is supported by · stated in the source ¶3",
    ]


def test_every_step_is_one_enter_away() -> None:
    links = [line.link.id for line in lay_out(path_page(FOUND, "a", "ayse"), 80) if line.link]
    assert links == ["a", "ayse", "a", "b", "c", "ayse"]


def test_where_there_is_no_way_that_is_said() -> None:
    text = to_text(path_page(register(), "a", "b"), 80)
    assert "no way between them in this briefing" in text
    assert "WAY" not in text


def test_the_shortest_of_more_are_called_that() -> None:
    lone = [Claim(id=f"c{number}", text="c") for number in range(8)]
    relations = [
        Relation(from_=end, verb=Verb.SUPPORTS, to=claim.id)
        for claim in lone[2:]
        for end in ("c0", "c1")
    ]
    briefing = Briefing(id="b", title="B", claims=tuple(lone), relations=tuple(relations))
    text = to_text(path_page(Register.of(briefing), "c0", "c1"), 80)
    assert text.count("WAY ") == 5
    assert "The 5 shortest of more." in text
