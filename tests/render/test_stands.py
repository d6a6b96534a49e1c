"""Where an item stands, as a reader sees it."""

from __future__ import annotations

import pytest

from brief_tui.model.briefing import Briefing, KeyPoint, Relation
from brief_tui.model.dates import parse
from brief_tui.model.item import Assessment, Claim
from brief_tui.model.party import Actor, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Rank, Verb, Voice, Warrant
from brief_tui.render.item import item_page
from brief_tui.render.layout import lay_out
from brief_tui.render.page import Page
from brief_tui.render.plain import to_text
from brief_tui.render.stands import stands_page


def register(*relations: Relation) -> Register:
    """Two views of one expert, and two claims, with these relations."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            actors=(Actor(id="ayse", name="Ayşe"), Actor(id="wire", name="The Wire")),
            claims=(
                Claim(
                    id="count",
                    text="Forty ships wait.",
                    speaker="ayse",
                    voice=Voice.REPORTED,
                    said=parse("2024-06-12"),
                    chain=(Step(who="wire"),),
                ),
                Claim(id="denial", text="No ship waits.", voice=Voice.ARTICLE),
            ),
            assessments=(
                Assessment(
                    id="first",
                    text="It will not last.",
                    expert="ayse",
                    dating="in June",
                    rank=Rank.DEPRECATED,
                ),
                Assessment(id="later", text="It may last.", expert="ayse", said=parse("2024-10")),
            ),
            relations=relations,
            summary=(KeyPoint(text="Ships wait.", items=("count",)),),
        )
    )


def does(from_: str, verb: Verb, to: str, **more: object) -> Relation:
    """A relation."""
    return Relation(from_=from_, verb=verb, to=to, **more)  # type: ignore[arg-type]


def lines(page: Page) -> list[str]:
    """A page as the lines that a reader sees, with the ids of links."""
    return to_text(page, 100).splitlines()


def part(page: Page, title: str) -> list[str]:
    """The lines below a heading up to the next empty one; the heading itself where it is one."""
    every = lines(page)
    start = next(number for number, line in enumerate(every) if line.startswith(title))
    end = every.index("", start) if "" in every[start:] else len(every)
    return [line.strip() for line in every[start:end]]


def page_of(found: Register, id_: str) -> Page:
    """The page of an item."""
    return item_page(found, found.items[id_])


def test_that_nobody_answered_is_never_called_undisputed() -> None:
    found = register()
    for page in (page_of(found, "count"), stands_page(found, found.items["count"])):
        assert (
            part(page, "STANDS AGAINST")[0].split("  ")[-1].strip() == "no response in this source"
        )
        assert "undisputed" not in to_text(page, 100)


@pytest.mark.parametrize(
    "title", ["STANDS WITH", "QUALIFIED BY", "STANDS AGAINST", "CHANGED SINCE", "WHAT IT DOES"]
)
def test_what_there_is_none_of_takes_one_line(title: str) -> None:
    (line,) = [each for each in lines(page_of(register(), "count")) if each.startswith(title)]
    assert line.endswith(("nothing in this briefing", "no response in this source"))


def test_a_relation_is_told_with_verb_word_place_other_side_and_note() -> None:
    relation = does(
        *("denial", Verb.DISPUTES, "count"),
        warrant=Warrant.STATED,
        locator=("¶3",),
        note="In so many words.",
    )
    found = register(relation)
    assert part(page_of(found, "count"), "STANDS AGAINST")[1:] == [
        "disputed by · stated in the source ¶3",
        "› claim article: No ship waits. [denial]",
        "In so many words.",
    ]
    assert part(page_of(found, "denial"), "WHAT IT DOES")[1:] == [
        "disputes · stated in the source ¶3",
        "› claim Ayşe: Forty ships wait. [count]",
        "In so many words.",
    ]


def test_an_editors_inference_says_so_in_words() -> None:
    page = page_of(register(does("denial", Verb.QUALIFIES, "count")), "count")
    assert part(page, "QUALIFIED BY")[1] == "qualified by · editor infers"


def test_the_other_side_is_one_enter_away() -> None:
    page = page_of(register(does("denial", Verb.SUPPORTS, "count")), "count")
    links = [line.link.id for line in lay_out(page, 80) if line.link and "No ship" in line.text]
    assert links == ["denial"]


def test_what_an_item_does_to_itself_is_told_as_that() -> None:
    page = page_of(register(does("count", Verb.SUPPORTS, "count")), "count")
    assert part(page, "STANDS WITH")[0] == "STANDS WITH       nothing in this briefing"
    assert part(page, "WHAT IT DOES")[1] == "supports itself · editor infers"


def test_a_changed_view_shows_both_with_who_and_both_dates() -> None:
    found = register(does("later", Verb.UPDATES, "first", warrant=Warrant.STATED))
    assert part(page_of(found, "first"), "CHANGED SINCE")[1:] == [
        "updated by its own author · stated in the source",
        "before · Ayşe · date said not stated (“in June”)",
        "this assessment",
        "since · Ayşe · said Oct 2024",
        "› assessment Ayşe: It may last. [later]",
    ]
    assert part(page_of(found, "later"), "CHANGED SINCE")[1:] == [
        "updates what its author said before · stated in the source",
        "before · Ayşe · date said not stated (“in June”)",
        "› assessment Ayşe: deprecated: It will not last. [first]",
        "since · Ayşe · said Oct 2024",
        "this assessment",
    ]


def test_what_another_updates_is_not_called_a_changed_view() -> None:
    page = page_of(register(does("denial", Verb.UPDATES, "count")), "count")
    told = part(page, "CHANGED SINCE")
    assert told[1] == "updated by · editor infers"
    assert "since · article · date said not stated" in told


def test_the_whole_page_has_voice_date_and_origin_of_every_side() -> None:
    found = register(does("count", Verb.SUPPORTS, "denial"))
    page = stands_page(found, found.items["denial"])
    assert lines(page)[1] == "article · date said not stated · origin: not stated"
    assert "reported · said 12 Jun 2024 · origin: The Wire" in part(page, "STANDS WITH")


def test_the_whole_page_counts_the_origins_behind_each_side() -> None:
    found = register(does("count", Verb.SUPPORTS, "denial"), does("first", Verb.SUPPORTS, "denial"))
    assert "together 2 voices, 2 origins" in part(
        stands_page(found, found.items["denial"]), "STANDS WITH"
    )
    assert "together" not in to_text(page_of(found, "denial"), 100), "the item's own page is short"


def test_the_whole_page_goes_on_to_second_hand_and_to_what_hangs_on_it() -> None:
    found = register(does("count", Verb.SUPPORTS, "denial"), does("first", Verb.UNDERCUTS, "count"))
    page = stands_page(found, found.items["denial"])
    assert part(page, "AT SECOND HAND")[1:3] == [
        "undercuts what supports it · editor infers",
        "› assessment Ayşe: deprecated: It will not last. [first]",
    ]
    assert part(page, "HANGS ON IT")[-1] == "nothing in this briefing"
    told = part(stands_page(found, found.items["count"]), "HANGS ON IT")
    assert told[0].split()[-1] == "2"
    assert told[2:] == ["› claim article: No ship waits. [denial]", "key point Ships wait."]


def test_more_than_one_could_read_that_hangs_on_it_is_cut_and_counted() -> None:
    claims = tuple(Claim(id=f"c{number}", text="c") for number in range(150))
    relations = tuple(does("c0", Verb.SUPPORTS, claim.id) for claim in claims[1:])
    found = Register.of(Briefing(id="b", title="B", claims=claims, relations=relations))
    told = part(stands_page(found, claims[0]), "HANGS ON IT")
    assert told[0].split()[-1] == "149"
    assert sum("[c" in line for line in told) == 100
    assert told[-1] == "the nearest 100 of 149"
