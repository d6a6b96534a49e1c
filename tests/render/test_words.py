"""Figures, dates, likelihoods and grades in a reader's words."""

from __future__ import annotations

import pytest

from brief_tui.model.briefing import Briefing
from brief_tui.model.dates import parse
from brief_tui.model.item import Claim, Figure, Likelihood, Measure
from brief_tui.model.likelihood import LikelihoodScale
from brief_tui.model.party import Actor, Source
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Credibility, Level, Qualifier, Reliability, Role, Voice
from brief_tui.render import figures, words
from brief_tui.render.citation import citation
from brief_tui.render.page import Spans

REGISTER = Register.of(
    Briefing(
        id="b",
        title="B",
        sources=(Source(id="paper", name="Paper", reliability=Reliability.B),),
        actors=(Actor(id="ann", name="Ann Example the Elder", aliases=("Ann",)),),
        measures=(Measure(id="sent", name="soldiers sent", unit="soldiers"),),
    )
)


def text(spans: Spans) -> str:
    """Spans as text."""
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(value=1500), "1,500"),
        (Figure(value=0.5), "0.5"),
        (Figure(value=1500, qualifier=Qualifier.APPROXIMATE), "about 1,500"),
        (Figure(value=3, qualifier=Qualifier.EXACT), "exactly 3"),
        (Figure(value=3, qualifier=Qualifier.MORE_THAN), "more than 3"),
        (Figure(value=3, qualifier=Qualifier.FEWER_THAN), "fewer than 3"),
        (Figure(low=8000, high=11000), "8,000–11,000"),
        (Figure(low=8000, high=11000, qualifier=Qualifier.APPROXIMATE), "about 8,000–11,000"),
        (Figure(low=8000), "at least 8,000"),
        (Figure(high=8000), "up to 8,000"),
        (Figure(words="dozens"), "“dozens”"),
        (Figure(value=24, words="two dozen"), "24 (“two dozen”)"),
        (Figure(value=-3), "-3"),
        (Figure(value=0), "0"),
        (Figure(), "no number stated"),
    ],
)
def test_a_quantity_keeps_its_qualifier_and_its_own_words(figure: Figure, said: str) -> None:
    assert figures.quantity(figure) == said


def test_a_figure_says_what_it_counts_or_that_this_is_not_stated() -> None:
    figure = Figure(value=1500, measure="sent", as_of=parse("2024-10"))
    assert (
        text(figures.figure_in_words(REGISTER, figure))
        == "1,500 soldiers · soldiers sent · as of Oct 2024"
    )
    assert "what is counted: not stated" in text(figures.figure_in_words(REGISTER, Figure(value=1)))


def test_what_the_editor_worked_out_is_marked() -> None:
    figure = Figure(value=12000, measure="sent", derived=True, derived_from="2 × 6,000")
    assert "worked out by the editor from 2 × 6,000" in text(
        figures.figure_in_words(REGISTER, figure)
    )


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2024-10-22", "22 Oct"),
        ("2023-10-22", "22 Oct 2023"),
        ("2024-10", "Oct"),
        ("2021", "2021"),
        ("2021~", "~2021"),
        ("2024-10-22?", "?22 Oct"),
        ("2024-10~/2024-11?", "~?Oct–Nov"),
        ("2024-10-08/2024-10-13", "8–13 Oct"),
        ("2024-09-28/2024-10-13", "28 Sep–13 Oct"),
        ("2023-12-28/2024-01-02", "28 Dec 2023–2 Jan"),
        ("2021/2024", "2021–2024"),
        (None, "not stated"),
    ],
)
def test_short_dates_leave_out_the_year_of_the_briefing_and_no_doubt(
    written: str | None, said: str
) -> None:
    assert words.short_date(parse(written) if written else None, 2024) == said


def test_a_likelihood_comes_with_scale_band_assessor_and_wording() -> None:
    likelihood = Likelihood(
        term="likely", assessor="ann", voice=Voice.EDITOR, wording="a fair chance"
    )
    said = text(words.likelihood(REGISTER, likelihood, LikelihoodScale.ICD_203))
    for part in ("likely", "55–80 %", "ICD 203", "Ann Example", "editor", "“a fair chance”"):
        assert part in said
    other = text(words.likelihood(REGISTER, likelihood, LikelihoodScale.PHIA))
    assert "55–75 %" in other
    assert text(words.likelihood(REGISTER, None, LikelihoodScale.PHIA)) == "not stated"
    without = text(words.likelihood(REGISTER, Likelihood(term="likely"), LikelihoodScale.PHIA))
    assert "assessor: not stated" in without


def test_grades_are_spelled_out_and_f6_is_no_verdict() -> None:
    ungraded = text(words.grade(REGISTER, Claim(id="c", text="c")))
    assert ungraded.startswith("F6")
    assert "no basis to judge" in ungraded
    graded = Claim(id="c", text="c", source="paper", credibility=Credibility.PROBABLY_TRUE)
    said = text(words.grade(REGISTER, graded))
    assert said.startswith("B2")
    assert "usually reliable" in said
    assert "probably true" in said


def test_every_level_has_a_word_and_a_glyph_of_its_own_and_so_has_its_absence() -> None:
    said = [text(words.level(level)) for level in (*Level, None)]
    assert len({each.split()[0] for each in said}) == len(said)
    assert [each.split(maxsplit=1)[1] for each in said] == [
        *(level.value for level in Level),
        "not stated",
    ]


def test_roles_are_said_in_full_and_in_short() -> None:
    one = {"KR": (Role.SPEAKER, Role.TARGET)}
    assert words.roles(one) == "South Korea as speaker, target"
    assert words.short_roles(one) == "speaker+1"
    both = one | {"RU": (Role.PLACE,)}
    assert words.roles(both) == "South Korea as speaker, target; Russia as place"
    assert words.short_roles(both) == "KR speaker+1 RU place"


def test_a_long_name_gives_way_to_the_shortest_alias() -> None:
    assert words.short_name(REGISTER, "ann") == "Ann"
    assert words.short_name(REGISTER, "paper") == "Paper"


def test_a_citation_says_what_is_not_stated() -> None:
    said = citation(REGISTER, Claim(id="c", text="Said so."))
    assert said.startswith("Said so.\n")
    assert said.count("not stated") >= 3
    assert "[b#c]" in said
