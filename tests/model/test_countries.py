"""Countries: codes, names, and the search that picks one."""

import pytest

from brief_tui.model import countries
from brief_tui.model.folding import fold, fold_with_map


def test_every_country_has_a_name_and_an_alpha_3_code() -> None:
    assert len(countries.NAMES) == 250
    assert countries.NAMES.keys() == countries.ALIASES.keys()
    codes = [aliases[0] for aliases in countries.ALIASES.values()]
    assert len(set(codes)) == 250
    assert all(len(code) == 3 and code.isupper() for code in codes)


def test_only_upper_case_codes_are_codes() -> None:
    assert "NO" in countries.NAMES
    assert "XK" in countries.NAMES
    assert "no" not in countries.NAMES
    assert "UK" not in countries.NAMES
    assert "" not in countries.NAMES


def test_an_unknown_code_stands_for_itself() -> None:
    assert countries.name("KR") == "South Korea"
    assert countries.name("ZZ") == "ZZ"


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("kr", "KR"),
        ("ROK", "KR"),
        ("korea", "KP"),
        ("south kor", "KR"),
        ("DPRK", "KP"),
        ("u.s.", "US"),
        ("usa", "US"),
        ("uk", "GB"),
        ("ukr", "UA"),
        ("holland", "NL"),
        ("Burma", "MM"),
        ("turkiye", "TR"),
        ("TÜRKİYE", "TR"),
        ("cote d'iv", "CI"),
        ("côte d\N{RIGHT SINGLE QUOTATION MARK}iv", "CI"),
        ("congo", "CG"),
        ("aland", "AX"),
        ("  new   zea ", "NZ"),
    ],
)
def test_a_country_is_found_by_what_a_reader_would_type(query: str, first: str) -> None:
    assert countries.matches(query)[0] == first


def test_the_code_comes_before_aliases_names_and_parts_of_them() -> None:
    assert countries.matches("in", ["AR", "BA", "IO", "ID", "IN"]) == ["IN", "ID", "IO", "AR", "BA"]
    assert countries.matches("guinea", ["PG", "GW", "GN"]) == ["GW", "GN", "PG"]


def test_an_empty_query_leaves_the_order_given() -> None:
    assert countries.matches(" ", ["RU", "KP", "CN"]) == ["RU", "KP", "CN"]
    everything = countries.matches("")
    assert everything[0] == "AF"
    assert everything.index("AX") < everything.index("AL")


def test_nothing_matches_nonsense() -> None:
    assert countries.matches("qqq") == []


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("About 1,500", "about 1,500"),
        ("Türkiye", "turkiye"),
        ("e\u0301lite", "elite"),
        ("Straße", "strasse"),
        ("Łódź, Tromsø", "lodz, tromso"),
        ("İstanbul", "istanbul"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("\N{LATIN SMALL LIGATURE FI}re", "fire"),
    ],
)
def test_folding_drops_case_and_diacritics(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold_with_map(text)[0] == folded


def test_a_hit_in_folded_text_is_traced_to_the_text_it_came_from() -> None:
    text = "Die Große Straße"
    folded, sources = fold_with_map(text)
    hit = folded.index("strasse")
    assert text[sources[hit] : sources[hit + len("strasse") - 1] + 1] == "Straße"
