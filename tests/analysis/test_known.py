"""What had been said by a day, and what nobody can tell."""

from __future__ import annotations

from datetime import date

import pytest

from brief_tui.analysis.known import Growth, Known, as_known_on, carried_on, known_by
from brief_tui.model.briefing import Briefing, KeyPoint, Relation
from brief_tui.model.chain import chain_of
from brief_tui.model.dates import parse
from brief_tui.model.item import Assessment, Claim
from brief_tui.model.party import Actor, Source, Step
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Verb, Voice


def claim(id_: str = "c", **dates: str) -> Claim:
    """A claim with these dates."""
    return Claim(id=id_, text=id_, **{name: parse(text) for name, text in dates.items()})  # type: ignore[arg-type]


def known(day: str, **dates: str) -> str:
    """Whether a claim with these dates was known by the end of a day, in a word."""
    return known_by(claim(**dates), date.fromisoformat(day)).value


def test_what_was_said_on_a_day_is_known_by_its_end_and_not_before() -> None:
    assert known("2024-10-15", said="2024-10-16") == "later"
    assert known("2024-10-16", said="2024-10-16") == "known"
    assert known("2024-10-17", said="2024-10-16") == "known"


@pytest.mark.parametrize("said", ["2024-10", "2024-10-01/2024-10-31"])
def test_what_was_said_some_time_in_a_span_is_known_when_the_span_is_over(said: str) -> None:
    assert known("2024-09-30", said=said) == "later"
    assert known("2024-10-01", said=said) == "perhaps later"
    assert known("2024-10-30", said=said) == "perhaps later"
    assert known("2024-10-31", said=said) == "known"


@pytest.mark.parametrize("said", ["2024-10-16~", "2024-10-16?", "2024-10-10~/2024-10-16"])
def test_a_date_that_is_not_sure_is_known_only_when_its_last_day_is_over(said: str) -> None:
    assert known("2024-10-16", said=said) == "perhaps later"
    assert known("2024-10-17", said=said) == "known"


def test_the_date_said_counts_before_the_date_published_and_no_other_counts() -> None:
    assert known("2024-10-16", said="2024-10-20", published="2024-10-01") == "later"
    assert known("2024-10-16", published="2024-10-20") == "later"
    assert known("2024-10-16", published="2024-10-01") == "known"
    assert known("2024-10-16", event="2024-10-01") == "undated"
    assert known("2024-10-16", event="2030") == "undated"
    assert known("2024-10-16") == "undated"


def test_what_is_not_dated_was_known_when_its_source_was_published() -> None:
    source = Source(id="paper", name="The Paper", published=parse("2024-10-16"))
    report = Claim(id="c", text="c")
    inferred = Claim(id="e", text="e", voice=Voice.EDITOR)
    briefing = Briefing(id="b", title="B", source="paper", sources=(source,), claims=(report,))
    register = Register.of(briefing)
    carried = carried_on(register, report)
    assert known_by(report, date(2024, 10, 15), carried) is Known.UNDATED
    assert known_by(report, date(2024, 10, 16), carried) is Known.KNOWN
    assert carried_on(register, inferred) is None
    growth = Growth(register)
    assert (growth.on(date(2024, 10, 15)).said, growth.on(date(2024, 10, 16)).said) == (0, 1)


def grown() -> Register:
    """Something said in June, disputed in July, judged in August; and something undated."""
    return Register.of(
        Briefing(
            id="b",
            title="B",
            summary=(KeyPoint(text="P", items=("june", "july")),),
            actors=(Actor(id="ann", name="Ann"),),
            claims=(
                claim("june", said="2024-06-10"),
                Claim(id="july", text="j", speaker="ann", said=parse("2024-07-10")),
                Claim(id="whenever", text="w", chain=(Step(who="july"),)),
            ),
            assessments=(
                Assessment(id="august", text="a", said=parse("2024-08"), rests_on=("june", "july")),
            ),
            relations=(
                Relation(from_="july", verb=Verb.DISPUTES, to="june"),
                Relation(from_="august", verb=Verb.SUPPORTS, to="june"),
                Relation(from_="whenever", verb=Verb.QUALIFIES, to="june"),
            ),
        )
    )


def test_what_was_said_later_is_left_out_with_its_relations() -> None:
    register = as_known_on(grown(), date(2024, 6, 30))
    assert list(register.items) == ["june", "whenever"]
    assert [each.from_ for each in register.relations["june"]] == ["whenever"]
    assert [item.id for item in register.briefing.items()] == ["june", "whenever"]
    assert set(register.later) == {"july", "august"}
    assert register.known_on == date(2024, 6, 30)


def test_what_is_perhaps_later_and_what_is_undated_stays() -> None:
    assert "august" in as_known_on(grown(), date(2024, 8, 1)).items
    assert list(as_known_on(grown(), date.min).items) == ["whenever"]
    assert list(as_known_on(grown(), date.max).items) == list(grown().items)


def test_what_was_said_later_has_no_words_but_still_its_origin() -> None:
    register = as_known_on(grown(), date(2024, 6, 30))
    assert register.name("july") == "something said later"
    assert chain_of(register, register.items["whenever"]).origin == "ann"


def test_a_register_of_a_day_is_worked_out_once() -> None:
    register = grown()
    day = date(2024, 6, 30)
    assert as_known_on(register, day) is as_known_on(register, day)


def test_growth_lists_the_days_that_bring_something_newest_first() -> None:
    growth = Growth(grown())
    assert (growth.items, growth.undated) == (4, 1)
    assert [(str(each.day), each.said, each.perhaps) for each in growth.days] == [
        ("2024-08-31", 3, 0),
        ("2024-07-10", 2, 0),
        ("2024-06-10", 1, 0),
    ]
    amid = growth.on(date(2024, 8, 15))
    assert (amid.said, amid.perhaps) == (2, 1)


def test_growth_counts_what_the_rule_says() -> None:
    items = [claim(f"c{n}", said=text) for n, text in enumerate(("2024-06-01~", "2024", "9999"))]
    growth = Growth(Register.of(Briefing(id="b", title="B", claims=tuple(items))))
    for day in (date(2024, 6, 1), date(2024, 6, 2), date(2024, 12, 31), date.min, date.max):
        counted = growth.on(day)
        states = [known_by(item, day) for item in items]
        assert counted.said == states.count(Known.KNOWN)
        assert counted.perhaps == states.count(Known.PERHAPS)


def test_a_briefing_without_a_date_has_no_day() -> None:
    growth = Growth(Register.of(Briefing(id="b", title="B", claims=(claim(event="2024"),))))
    assert growth.days == ()
    assert growth.undated == 1
