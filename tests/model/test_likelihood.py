"""The two likelihood scales, with the bands their standards print."""

import pytest

from brief_tui.model.likelihood import TERMS, LikelihoodScale, term

ICD_203 = {
    "almost-no-chance": ("remote", "1–5 %"),
    "very-unlikely": ("highly improbable", "5–20 %"),
    "unlikely": ("improbable", "20–45 %"),
    "roughly-even-chance": ("roughly even odds", "45–55 %"),
    "likely": ("probable", "55–80 %"),
    "very-likely": ("highly probable", "80–95 %"),
    "almost-certain": ("nearly certain", "95–99 %"),
}
PHIA = {
    "remote-chance": ">0–5 %",
    "highly-unlikely": "10–20 %",
    "unlikely": "25–35 %",
    "realistic-possibility": "40–<50 %",
    "likely": "55–75 %",
    "highly-likely": "80–90 %",
    "almost-certain": "95–<100 %",
}


def test_icd_203_has_its_seven_bands_in_order() -> None:
    terms = TERMS[LikelihoodScale.ICD_203]
    assert {each.key: (*each.other_wordings, each.band) for each in terms} == ICD_203
    assert [each.key for each in terms] == list(ICD_203)


def test_phia_has_its_seven_bands_in_order_with_its_gaps() -> None:
    terms = TERMS[LikelihoodScale.PHIA]
    assert {each.key: each.band for each in terms} == PHIA
    assert [each.key for each in terms] == list(PHIA)


def test_one_word_means_different_bands_on_different_scales() -> None:
    bands = {scale: each.band for scale in LikelihoodScale if (each := term(scale, "unlikely"))}
    assert bands == {LikelihoodScale.ICD_203: "20–45 %", LikelihoodScale.PHIA: "25–35 %"}


@pytest.mark.parametrize(
    ("scale", "key"),
    [
        (LikelihoodScale.ICD_203, "realistic-possibility"),
        (LikelihoodScale.PHIA, "roughly-even-chance"),
        (LikelihoodScale.ICD_203, ""),
    ],
)
def test_a_scale_has_only_its_own_terms(scale: LikelihoodScale, key: str) -> None:
    assert term(scale, key) is None


@pytest.mark.parametrize("scale", LikelihoodScale)
def test_a_term_is_found_by_its_key_and_said_in_words(scale: LikelihoodScale) -> None:
    for each in TERMS[scale]:
        assert term(scale, each.key) is each
        assert "-" not in str(each)


@pytest.mark.parametrize("scale", LikelihoodScale)
def test_nothing_is_impossible_or_certain(scale: LikelihoodScale) -> None:
    for each in TERMS[scale]:
        low, high = each.band.removesuffix(" %").split("–")
        assert low != "0"
        assert high != "100"


@pytest.mark.parametrize("scale", LikelihoodScale)
def test_a_scale_has_a_name_to_be_shown(scale: LikelihoodScale) -> None:
    assert scale.meaning.startswith({"icd-203": "ICD 203", "phia": "PHIA"}[scale.value])
