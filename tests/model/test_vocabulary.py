"""The field's words: the keys of the YAML, each with its meaning."""

import inspect

import pytest

from brief_tui.model import vocabulary
from brief_tui.model.vocabulary import (
    Basis,
    Consistency,
    Credibility,
    Dimension,
    IdentityClass,
    Instrument,
    Level,
    Marking,
    OptionState,
    ProvenanceStep,
    Rank,
    Reliability,
    Role,
    SourceTag,
    Verb,
    Voice,
    Word,
)

KEYS: dict[type[Word], str] = {
    Voice: "reported article editor",
    Basis: "witnessed deduced induced told cannot-be-judged",
    Reliability: "A B C D E F",
    Credibility: "1 2 3 4 5 6",
    ProvenanceStep: "attributed-to quoted-from primary-source derived-from revision-of",
    Verb: "supports confirms disputes refutes qualifies corrects updates undercuts",
    Rank: "preferred normal deprecated",
    SourceTag: "secondhand preliminary retracted reviewed anonymous interested-party",
    Instrument: "diplomatic informational military economic financial intelligence law-enforcement",
    OptionState: (
        "in-use under-consideration requested raised-and-declined exhausted hypothetical"
    ),
    Dimension: (
        "capability willingness target_dependence target_absorption headroom cost_to_actor risk"
    ),
    Level: "none low moderate high contested",
    Consistency: "consistent inconsistent not-applicable",
    Role: "speaker subject actor target place",
    IdentityClass: "individual group system organization class unknown",
    Marking: "TLP:CLEAR TLP:GREEN TLP:AMBER TLP:AMBER+STRICT TLP:RED",
}

ALL = [
    member
    for _, member in inspect.getmembers(vocabulary, inspect.isclass)
    if issubclass(member, Word) and member is not Word
]


@pytest.mark.parametrize("words", KEYS, ids=lambda words: words.__name__)
def test_the_keys_are_those_of_the_field_in_its_order(words: type[Word]) -> None:
    assert [str(word) for word in words] == KEYS[words].split()


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.__name__)
def test_every_word_says_what_it_means(words: type[Word]) -> None:
    for word in words:
        assert word.meaning.strip()
        assert "_" not in word.meaning
        assert words(word.value) is word


def test_a_word_that_explains_itself_is_read_without_its_hyphens() -> None:
    assert OptionState.UNDER_CONSIDERATION.meaning == "under consideration"


@pytest.mark.parametrize(
    ("grade", "meaning"),
    [
        (Reliability.A, "completely reliable"),
        (Reliability.D, "not usually reliable"),
        (Reliability.F, "reliability cannot be judged"),
        (Credibility.CONFIRMED, "confirmed by other sources"),
        (Credibility.IMPROBABLE, "improbable"),
        (Credibility.CANNOT_BE_JUDGED, "truth cannot be judged"),
    ],
)
def test_admiralty_grades_are_spelled_out(grade: Word, meaning: str) -> None:
    assert grade.meaning == meaning


@pytest.mark.parametrize("words", ALL, ids=lambda words: words.__name__)
def test_not_stated_is_never_a_word(words: type[Word]) -> None:
    assert not {"not-stated", "not stated", "", "unstated"} & {str(word) for word in words}
