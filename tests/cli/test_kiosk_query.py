"""What a reader may ask for behind the host: these words, and nothing that only looks like them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.cli.kiosk_query import LONGEST, asked_for
from brief_tui.cli.usage import WrongUsage
from brief_tui.library.filter import Filter
from brief_tui.library.query.parse import parse_filter
from brief_tui.model.section import Section


def asked(command: str) -> tuple[str, Section | None, Filter]:
    """What is asked for, as values."""
    found = asked_for(command.encode())
    return found.briefing, found.section, found.filter


def test_nothing_asks_for_everything() -> None:
    assert asked("") == ("", None, Filter())
    assert asked("   ") == ("", None, Filter())


def test_the_first_word_names_a_briefing() -> None:
    assert asked("water-talks") == ("water-talks", None, Filter())
    assert asked("briefing:water-talks") == ("water-talks", None, Filter())


def test_fields_and_a_text_narrow_it() -> None:
    command = "water-talks  country:KR country:ru section:Claims /grain port"
    assert asked(command) == (
        "water-talks",
        Section.CLAIMS,
        Filter.of(("KR", "RU"), "grain port"),
    )


def test_a_narrowing_needs_no_briefing() -> None:
    assert asked("country:KR") == ("", None, Filter.of(("KR",)))
    assert asked("/dam") == ("", None, Filter.of((), "dam"))


def test_a_text_may_be_of_any_script() -> None:
    assert asked("/각국의 sécurité हिन्दी") == ("", None, Filter.of((), "각국의 sécurité हिन्दी"))


REFUSED = [
    "sh -c id",
    "talks other",
    "--help",
    "talks --theme",
    "-t",
    "scp -f notes",
    "/etc/passwd",
    "../talks",
    "talks/other",
    "talks;id",
    "talks&id",
    "talks|id",
    "$(id)",
    "`id`",
    "talks\nid",
    "talks\tcountry:KR",
    "talks\0",
    "\x1b]52;c;YQ==\x07",
    "talks \x9b2J",
    "'talks'",
    '"talks"',
    "talks\\ other",
    "talks*",
    "talks?",
    "~",
    "country:",
    "country:KOR",
    "country:ZZ",
    "country:South",
    "section:all",
    "section:claims section:options",
    "briefing:one briefing:two",
    "one briefing:two",
    "known_on:2024",
    "country:KR talks",
    "talks /a\x1b[2J",
    "talks /a\u202eb",
    "talks /a\u200bb",
    "talks /$HOME",
    "talks /\N{NO-BREAK SPACE}",
    "т",
    "a" * 101,
    "/" + "a" * LONGEST,
    "/...",
    "/a OR",
    "/a -",
    "/" + "한" * 100_000,
    "country:KR " * 50,
]


@pytest.mark.parametrize("command", REFUSED, ids=ascii)
def test_whatever_else_is_refused_in_a_line_that_is_safe_to_show(command: str) -> None:
    with pytest.raises(WrongUsage) as refusal:
        asked_for(command.encode())
    assert str(refusal.value).isprintable()
    assert str(refusal.value).isascii()
    assert len(str(refusal.value)) < 300


def test_what_is_not_utf_8_is_refused() -> None:
    with pytest.raises(WrongUsage, match="UTF-8"):
        asked_for(b"/caf\xe9")


@given(
    st.binary(max_size=300) | st.text(max_size=100).map(lambda text: text.encode(errors="ignore"))
)
def test_any_bytes_are_understood_or_refused_safely(command: bytes) -> None:
    try:
        found = asked_for(command)
    except WrongUsage as refusal:
        assert str(refusal).isascii() and str(refusal).isprintable()
    else:
        assert found.briefing.isascii()
        assert found.filter.text.isprintable()


WORDS = st.lists(
    st.sampled_from(["country:KR", "country:us", "section:timeline", "briefing:a.b_c-d"]),
    unique=True,
)


TEXTS = st.lists(st.sampled_from(["a", "bé,", "각국의", "o'neill", "s-400.", "-x"]), max_size=3)


@given(WORDS, TEXTS.map(" ".join))
def test_words_of_the_grammar_are_understood_in_any_order(words: list[str], text: str) -> None:
    found = asked_for(" ".join((*words, f"/{text}")).encode())
    countries = Filter.of(found.filter.countries)
    assert found.filter == countries.also(parse_filter(text).filter)
    assert set(found.filter.countries) == {
        word.partition(":")[2].upper() for word in words if word.startswith("country:")
    }
    assert (found.section is Section.TIMELINE) == ("section:timeline" in words)
