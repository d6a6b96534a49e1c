"""The briefing's disagreements and tensions, as a reader sees them."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from brief_tui.analysis.dependants import Weight
from brief_tui.model.briefing import Briefing, Relation
from brief_tui.model.item import Assessment, Claim, Figure, Lever, Leverage, Measure, Option
from brief_tui.model.party import Actor
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level, Verb, Voice
from brief_tui.render.disagreements import ON_THE_PAGE, disagreements_page, weight_in_words
from brief_tui.render.layout import lay_out
from brief_tui.render.overview import overview_page
from brief_tui.render.page import Page
from brief_tui.render.plain import to_text

MANY = "abcdefghij"


def register(*relations: Relation, options: tuple[Option, ...] = ()) -> Register:
    """Claims of one letter each, two views of one expert, and these relations and options."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            actors=(Actor(id="ayse", name="Ayşe"),),
            claims=tuple(Claim(id=id_, text=f"Claim {id_}.", voice=Voice.ARTICLE) for id_ in MANY),
            assessments=tuple(
                Assessment(id=id_, text=id_, expert="ayse") for id_ in ("first", "later")
            ),
            options=options,
            relations=relations,
        )
    )


def does(from_: str, verb: Verb, to: str, note: str = "") -> Relation:
    """A relation."""
    return Relation(from_=from_, verb=verb, to=to, note=note)


def in_overview(
    found: Register, left: Collection[str] | None = None, *, whole: bool = False
) -> list[str]:
    """The lines of the overview's part."""
    text = to_text(overview_page(found, (), (), left, whole=whole), 100)
    return text.partition("DISAGREEMENTS AND TENSIONS")[2].partition("\n\n")[0].splitlines()


def links(page: Page) -> list[str]:
    """Where the lines of a page lead."""
    return [line.link.id for line in lay_out(page, 100) if line.link is not None]


def test_both_sides_stand_around_the_verb_with_what_hangs_on_it_and_why() -> None:
    found = register(
        does("a", Verb.DISPUTES, "b", "For want of proof."), does("b", Verb.SUPPORTS, "c")
    )
    count, *lines = in_overview(found)
    assert count.strip() == "1"
    assert lines == [
        " 1  › claim article: Claim a. [a]",
        "      disputes · editor infers · 1 item hangs on it",
        "    › claim article: Claim b. [b]",
        "      For want of proof.",
    ]


def test_each_side_is_one_enter_away() -> None:
    found = register(does("a", Verb.DISPUTES, "b"))
    assert links(disagreements_page(found)) == ["a", "b"]


def test_the_page_has_disagreements_first_and_then_tensions() -> None:
    found = register(
        does("a", Verb.QUALIFIES, "b"),
        does("c", Verb.UNDERCUTS, "d"),
        does("later", Verb.UPDATES, "first"),
    )
    page = disagreements_page(found)
    assert links(page) == ["c", "d", "a", "b", "later", "first"]
    text = to_text(page, 100)
    assert text.index("DISAGREEMENTS") < text.index("undercuts") < text.index("TENSIONS")
    assert "updates what Ayşe said before" in text


def test_the_overview_shows_five_and_says_how_many_there_are_and_where() -> None:
    found = register(*(does("a", Verb.DISPUTES, id_) for id_ in MANY[1:]))
    lines = in_overview(found)
    assert [line[:3].strip() for line in lines if line[1:2].strip()] == list("12345")
    assert lines[-1].strip().startswith("5 of 9: ")
    assert "D lists all" in lines[-1]


def test_what_is_printed_lists_all() -> None:
    found = register(*(does("a", Verb.DISPUTES, id_) for id_ in MANY[1:]))
    lines = in_overview(found, whole=True)
    assert [line[:3].strip() for line in lines if line[1:2].strip()] == list("123456789")
    assert "D lists all" not in "".join(lines)


@pytest.mark.parametrize("whole", [True, False])
def test_a_briefing_without_any_is_not_called_undisputed(whole: bool) -> None:
    found = register(does("a", Verb.SUPPORTS, "b"))
    assert in_overview(found, whole=whole)[1:] == ["none stated or inferred in this briefing"]
    assert to_text(disagreements_page(found), 80).count("none stated or inferred") == 2


def test_a_filter_leaves_those_with_a_side_in_it_and_says_how_many_there_are() -> None:
    found = register(does("a", Verb.DISPUTES, "b"), does("c", Verb.QUALIFIES, "d"))
    lines = in_overview(found, {"d"})
    assert lines[0].strip() == "1 of 2"
    assert [line for line in lines if "[c]" in line or "[d]" in line]
    assert not [line for line in lines if "[a]" in line]
    page = disagreements_page(found, {"d"})
    assert links(page) == ["c", "d"]
    assert "none with this filter" in to_text(page, 80)


def test_a_contested_dimension_gives_each_voice_with_who_it_is() -> None:
    levers = (
        Lever(level=Level.HIGH, assessor="ayse", wording="eager"),
        Lever(level=Level.LOW, voice=Voice.ARTICLE),
    )
    option = Option(id="o", text="Close it.", leverage=Leverage(willingness=levers))
    page = disagreements_page(register(options=(option,)))
    assert links(page) == ["o", "ayse"]
    text = to_text(page, 100)
    assert "willingness is contested · 2 voices · nothing else hangs on it" in text
    assert "high “eager” · Ayşe" in text
    assert "low · assessor not stated · voice: article" in text


def test_figures_that_differ_give_whose_they_are_and_by_how_much() -> None:
    claims = tuple(
        Claim(id=id_, text=f"{id_}.", speaker=id_, figures=(Figure(value=value, measure="m"),))
        for id_, value in (("kyiv", 40), ("moscow", 90))
    )
    measure = Measure(id="m", name="ships waiting")
    found = Register.of(Briefing(id="b", title="B", claims=claims, measures=(measure,)))
    higher, what, how_much, lower = in_overview(found)[1:]
    assert higher == " 1  › claim moscow: moscow. [moscow]"
    assert what.strip() == (
        "figures of ships waiting differ · worked out from them · nothing else hangs on it"
    )
    assert "90 (moscow, date not stated): 50 more than 40 (kyiv, date not stated)" in how_much
    assert lower == "    › claim kyiv: kyiv. [kyiv]"


def test_of_many_who_give_one_number_a_few_are_listed_and_the_rest_counted() -> None:
    claims = tuple(
        Claim(id=id_, text=f"{id_}.", figures=(Figure(value=value, measure="m"),))
        for id_, value in (("few", 40), *((f"c{number}", 90) for number in range(9)))
    )
    measure = Measure(id="m", name="ships waiting")
    page = disagreements_page(
        Register.of(Briefing(id="b", title="B", claims=claims, measures=(measure,)))
    )
    assert len(links(page)) == 6
    assert "few" in links(page), "one of each number is among them"
    assert "and 4 more items that give one of these numbers" in to_text(page, 100)


@pytest.mark.parametrize(
    ("weight", "said"),
    [
        (Weight(0, 0), "nothing else hangs on it"),
        (Weight(1, 0), "1 item hangs on it"),
        (Weight(0, 1), "1 key point hangs on it"),
        (Weight(5, 0), "5 items hang on it"),
        (Weight(1, 1), "1 item, 1 key point hang on it"),
        (Weight(12, 2), "12 items, 2 key points hang on it"),
    ],
)
def test_what_hangs_on_it_is_said_in_words(weight: Weight, said: str) -> None:
    assert weight_in_words(weight) == said


def test_more_than_one_could_read_are_cut_and_that_is_said() -> None:
    found = register(*(does("a", Verb.DISPUTES, "b") for _ in range(ON_THE_PAGE + 1)))
    text = to_text(disagreements_page(found), 80)
    assert text.count("disputes ·") == ON_THE_PAGE
    assert f"The first {ON_THE_PAGE} of {ON_THE_PAGE + 1}: narrow to a country" in text
    assert len(in_overview(found, whole=True)) == 1 + 3 * (ON_THE_PAGE + 1), (
        "what is printed has all"
    )
