"""What a person may write by hand, and what is said where it cannot be read."""

import pytest

from brief_tui.load.scalars import MAX_DIGITS
from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Claim, Figure, Lever, Likelihood, Place
from brief_tui.model.party import Step
from brief_tui.model.vocabulary import (
    Credibility,
    Level,
    Qualifier,
    Rank,
    Reliability,
    Role,
)
from tests.load.written import MARK, Desk, codes


def claim_of(desk: Desk, more: str) -> Claim:
    """The claim of a briefing that has one, with these keys."""
    return briefing_of(desk, f"claims:\n  - {{id: c, text: x, speaker: envoy, {more}}}\n").claims[0]


def briefing_of(desk: Desk, more: str) -> Briefing:
    loaded = desk.load_after_head(more)
    assert loaded.briefing is not None, loaded.problems
    return loaded.briefing


def test_what_is_not_stated_stays_so(desk: Desk) -> None:
    claim = briefing_of(desk, "claims: [{id: c, text: x, speaker: envoy}]\n").claims[0]
    assert claim == Claim(id="c", text="x", speaker="envoy")
    assert claim.credibility is Credibility.CANNOT_BE_JUDGED
    assert claim.rank is Rank.NORMAL
    assert (claim.event, claim.voice, claim.basis) == (None, None, None)
    assert briefing_of(desk, "").sources[0].reliability is Reliability.F


@pytest.mark.parametrize("nothing", ["", "~", "null", "Null", "NULL"])
def test_a_key_with_nothing_behind_it_is_no_key(desk: Desk, nothing: str) -> None:
    claim = briefing_of(
        desk,
        f"claims:\n  - id: c\n    text: x\n    speaker: envoy\n    voice: {nothing}\n"
        f"    figures: {nothing}\n    countries: {nothing}\n",
    ).claims[0]
    assert claim == Claim(id="c", text="x", speaker="envoy")


def test_one_value_is_a_list_of_one(desk: Desk) -> None:
    assert claim_of(desk, "hedge: about, locator: ¶7").hedge == ("about",)
    assert briefing_of(desk, "countries: KR\n").countries == ("KR",)
    assert briefing_of(desk, "evidence: {id: e, text: x}\n").evidence[0].id == "e"


def test_a_text_stands_for_what_it_is_the_first_field_of(desk: Desk) -> None:
    assert claim_of(desk, "places: [Kyiv, {name: Seoul}]").places == (
        Place(name="Kyiv"),
        Place(name="Seoul"),
    )
    assert claim_of(desk, "chain: [agency, minister]").chain == (
        Step(who="agency"),
        Step(who="minister"),
    )
    assert claim_of(desk, "figures: 1500").figures == (Figure(value=1500.0),)
    assert briefing_of(desk, "not_known: No reply.\n").not_known[0].text == "No reply."
    option = briefing_of(
        desk,
        "options:\n  - id: o\n    text: x\n    targets: envoy\n    likelihood_of_use: likely\n"
        "    leverage: {capability: high, risk: [low, {level: none}]}\n",
    ).options[0]
    assert option.likelihood_of_use == Likelihood(term="likely")
    assert option.leverage.capability == (Lever(level=Level.HIGH),)
    assert [lever.level for lever in option.leverage.risk] == [Level.LOW, Level.NONE]


def test_numbers_and_years_are_texts_where_text_is_meant(desk: Desk) -> None:
    claim = claim_of(desk, "credibility: 2, said: 2021, note: 1984, hedge: [1.50]")
    assert claim.credibility is Credibility.PROBABLY_TRUE
    assert str(claim.said) == "2021"
    assert (claim.note, claim.hedge) == ("1984", ("1.50",))


def test_roles_of_countries_may_be_one_or_several(desk: Desk) -> None:
    assert dict(claim_of(desk, "countries: {KR: subject, RU: [place, target]}").countries) == {
        "KR": (Role.SUBJECT,),
        "RU": (Role.PLACE, Role.TARGET),
    }


def test_the_key_from_is_a_relations_beginning(desk: Desk) -> None:
    briefing = briefing_of(
        desk,
        "evidence: [{id: a, text: x}, {id: b, text: y}]\n"
        "relations: [{from: a, verb: supports, to: b}]\n",
    )
    assert (briefing.relations[0].from_, briefing.relations[0].to) == ("a", "b")


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0.0),
        ("-3", -3.0),
        ("+1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("0x1F", 31.0),
        ("0o17", 15.0),
    ],
)
def test_numbers_are_those_of_yaml_1_2(desk: Desk, written: str, value: float) -> None:
    assert claim_of(desk, f"figures: {{value: {written}}}").figures[0].value == value


@pytest.mark.parametrize(
    "written",
    [
        "'15'",
        "1_000",
        "1,5",
        "dozens",
        "12:30",
        ".inf",
        "-.Inf",
        ".nan",
        "true",
        "0b1",
        "１５",
        "[1]",
    ],
)
def test_what_is_no_number_is_of_a_wrong_type(desk: Desk, written: str) -> None:
    text = f"evidence:\n  id: e\n  text: x\n  figures:\n    measure: sent\n    low: {written}\n"
    assert codes(desk.load_after_head(text)) == ["wrong-type"]


@pytest.mark.parametrize(
    "written",
    ["1e999", "-1e400", "9" * 400, "1" * (MAX_DIGITS + 1), "0.1234567890123456", "0x" + "F" * 20],
)
def test_a_number_that_cannot_be_held_exactly_is_refused(desk: Desk, written: str) -> None:
    loaded = desk.load_after_head(
        f"evidence: {{id: e, text: x, figures: {{value: {written}, measure: sent}}}}\n"
    )
    assert len(loaded.problems) == 1
    assert codes(loaded)[0] in ("bad-number", "wrong-type")


def test_a_number_keeps_its_trailing_zeros_out_of_the_count(desk: Desk) -> None:
    assert claim_of(desk, "figures: 1000000000000000000").figures[0].value == 1e18


@pytest.mark.parametrize(
    ("text", "code", "nearest"),
    [
        ("▸titel: x\n", "unknown-key", "title"),
        ("claims: {id: c, text: x, voice: article, ▸speker: y}\n", "unknown-key", "speaker"),
        ("▸actor: [{id: x, name: y}]\n", "unknown-key", "actors"),
        ("evidence: {id: e, text: x, voice: ▸artcle}\n", "unknown-word", "article"),
        ("evidence: {id: e, text: x, voice: ▸Article}\n", "unknown-word", "article"),
        ("evidence: {id: e, text: x, voice: ▸''}\n", "unknown-word", None),
        ("evidence: {id: e, text: x, credibility: ▸probably true}\n", "unknown-word", "2"),
        ("options: {id: o, text: x, targets: envoy, state: ▸Under consideration}\n",
         "unknown-word", "under-consideration"),
        ("options: {id: o, text: x, targets: envoy, state: ▸under_consideration}\n",
         "unknown-word", "under-consideration"),
        ("marking: ▸tlp:clear\n", "unknown-word", "TLP:CLEAR"),
        ("countries: ▸kr\n", "unknown-country", "KR"),
        ("countries: [KR, ▸South Korea]\n", "unknown-country", "KR"),
        ("countries: ▸UK\n", "unknown-country", "GB"),
        ("countries: ▸ZZ\n", "unknown-country", None),
        ("countries: ▸Rusia\n", "unknown-country", "RU"),
        ("countries: ▸NORTH KOREA\n", "unknown-country", "KP"),
        ("evidence: {id: e, text: x, countries: {▸Kr: subject}}\n", "unknown-country", "KR"),
        ("as_of: ▸2024-13\n", "bad-date", None),
        ("as_of: ▸2024-02-30\n", "bad-date", None),
        ("as_of: ▸23 Oct 2024\n", "bad-date", None),
        ("as_of: ▸2024-10-13/2024-10-08\n", "bad-date", None),
        ("evidence: {id: ▸a b, text: x}\n", "bad-id", None),
        ("evidence: {id: ▸-a, text: x}\n", "bad-id", None),
        ("evidence: {id: ▸'', text: x}\n", "bad-id", None),
        ("evidence: {id: ▸é, text: x}\n", "bad-id", None),
        ("language: ▸english!\n", "bad-language", None),
        ("evidence: {id: e, text: x, places: {name: y, subdivision: ▸Primorye}}\n",
         "bad-subdivision", None),
        ("evidence: {id: e, text: x, places: {name: y, subdivision: ▸ZZ-1}}\n",
         "bad-subdivision", None),
        ("evidence: ▸{id: e}\n", "missing-key", None),
        ("evidence: ▸{id: e, text: ~}\n", "missing-key", None),
        ("evidence: {id: e, text: ▸''}\n", "wrong-type", None),
        ("evidence: {id: e, text: ▸'  '}\n", "wrong-type", None),
        ("evidence: {id: e, text: ▸true}\n", "wrong-type", None),
        ("editor: ▸false\n", "wrong-type", None),
        ("editor: ▸[Kim, Lee]\n", "wrong-type", None),
        ("editor: ▸{name: Kim}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, hedge: [about, ▸~]}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, hedge: [about, ▸[b]]}\n", "wrong-type", None),
        ("evidence: [▸e]\n", "wrong-type", None),
        ("evidence: ▸e\n", "wrong-type", None),
        ("evidence: {id: e, text: x, event: ▸[2024]}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, voice: ▸{a: b}}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, countries: ▸[KR]}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, countries: {KR: ▸~}}\n", "wrong-type", None),
        ("evidence: {id: e, text: x, figures: {words: y, measure: sent, derived: ▸yes}}\n",
         "wrong-type", None),
        ("options: {id: o, text: x, targets: envoy, leverage: ▸high}\n", "wrong-type", None),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_told_at_its_place_with_what_may_be_meant(
    desk: Desk, text: str, code: str, nearest: str | None
) -> None:
    problem = desk.only_problem(text)
    assert (problem.code, problem.nearest, problem.closes) == (code, nearest, True)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "https://user@example.org/",
        "https://user:secret@example.org/",
        "https://",
        "https:///x",
        "//example.org",
        "example.org",
        "https://example.org/a b",
        "https://exam\\ple.org/",
        "https://example.org/\u202e",
    ],
)
def test_only_web_addresses_without_a_user_are_addresses(desk: Desk, url: str) -> None:
    loaded = desk.load(f"id: a\ntitle: b\nsources: {{id: s, name: x, url: '{url}'}}\n")
    assert "bad-url" in codes(loaded)
    assert loaded.briefing is None


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org:8080/a?b=c#d", "https://social.example/@kim"]
)
def test_web_addresses_are_addresses(desk: Desk, url: str) -> None:
    loaded = desk.load(f"id: a\ntitle: b\nsources: {{id: s, name: x, url: '{url}'}}\n")
    assert loaded.problems == ()


def test_a_problem_names_the_path_what_was_found_and_what_is_allowed(desk: Desk) -> None:
    problem = desk.only_problem(
        "claims:\n  - {id: a, text: x, speaker: envoy}\n"
        "  - id: b\n    text: x\n    speaker: envoy\n"
        "    figures:\n      - {value: 1, measure: sent}\n"
        f"      - {{value: 2, measure: sent, qualifier: {MARK}atleast}}\n"
    )
    assert problem.path == "claims[1].figures[1].qualifier"
    assert problem.found == "atleast"
    assert problem.allowed == tuple(word.value for word in Qualifier)
    assert problem.nearest == "at-least"


def test_the_path_of_a_missing_key_names_the_key(desk: Desk) -> None:
    loaded = desk.load("id: a\nevidence: [{id: e}]\n")
    assert [(each.path, each.code) for each in loaded.problems] == [
        ("title", "missing-key"),
        ("evidence[0].text", "missing-key"),
    ]


def test_all_problems_of_a_file_are_told_at_once_in_the_order_of_the_file(desk: Desk) -> None:
    loaded = desk.load_after_head(
        "countries: [kr, KR, Rusia]\nas_of: yesterday\neditor: [a]\n"
        "claims:\n"
        "  - {id: c, txt: x, voice: me, said: 2024-99, countries: {QQ: subject, KR: boss}}\n"
    )
    assert codes(loaded) == [
        "unknown-country", "unknown-country", "bad-date", "wrong-type", "missing-key",
        "unknown-key", "unknown-word", "bad-date", "unknown-country", "unknown-word",
    ]  # fmt: skip
    places = [problem.position for problem in loaded.problems]
    assert places == sorted(places)


def test_text_that_is_not_safe_is_told_at_its_place_and_the_briefing_opens(desk: Desk) -> None:
    text = 'claims:\n  - {id: c, speaker: envoy, text: "ab▸\\e[2J and \\u202e"}\n'
    problem = desk.only_problem(text)
    assert (problem.code, problem.closes) == ("unsafe-text", False)
    assert problem.path == "claims[0].text"
    assert problem.found == "U+001B, U+202E"
    loaded = desk.load_after_head(text.replace(MARK, ""))
    assert loaded.briefing is not None
    assert loaded.text_replaced
    assert loaded.briefing.claims[0].text == "ab␛[2J and ⟨U+202E⟩"


@pytest.mark.parametrize(
    "text",
    [
        "editor: Ki▸\u200bm\n",
        "editor: 'Ki▸\u202em'\n",
        "editor: ▸>\n  one\n  \u202etwo\n",
        "not_known: [a, 北▸\u2066b]\n",
    ],
)
def test_what_cannot_be_seen_in_the_file_is_told_at_its_own_column(desk: Desk, text: str) -> None:
    problem = desk.only_problem(text)
    assert (problem.code, problem.closes) == ("unsafe-text", False)


def test_keys_are_shown_safely_too(desk: Desk) -> None:
    (problem,) = desk.load_after_head('"\\e]0;x\\a": y\n').problems
    assert problem.code == "unknown-key"
    assert "\x1b" not in problem.message + problem.found + problem.path
    assert "␛" in problem.message


def test_a_long_text_is_quoted_short(desk: Desk) -> None:
    (problem,) = desk.load_after_head(f"language: {'x' * 50_000}\n").problems
    assert len(problem.message) + len(problem.found) < 300


def test_the_newline_at_the_end_of_a_block_is_not_part_of_the_text(desk: Desk) -> None:
    briefing = briefing_of(desk, "evidence:\n  - id: e\n    text: |\n      one\n\n      two\n")
    assert briefing.evidence[0].text == "one\n\ntwo"
