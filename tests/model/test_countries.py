"""Countries: codes, names, and the search that picks one."""

import pytest

from brief_tui.model import countries
from brief_tui.model.folding import fold, parted, parted_with_map


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("S-400, S-500", "s 400 s 500"),
        ("U.S.'s 1,500", "u s s 1 500"),
        ("Łódź—Tromsø", "lodz tromso"),
        ("m² and ½", "m2 and 1 2"),
        ("北韓軍隊 in KR", "北 韓 軍 隊 in kr"),
        ("ひらがなカタ", "ひ ら か な カ タ"),
        ("กรุง", "ก ร ง"),
        ("हिन्दी", "हिनदी"),
        ("ᄒ", "ᄒ"),
        ("مى\u200cخواهم", "مىخواهم"),
        ("¶7 ❤\ufe0f 🚢", "7"),
        ("_a_", "a"),
        ("…", ""),
    ],
)
def test_words_are_letters_and_digits_and_single_characters_of_some_scripts(
    text: str, words: str
) -> None:
    assert " ".join(parted(text).split()) == words
    assert parted_with_map(text)[0].split() == words.split()


def test_korean_has_words_whatever_form_it_is_written_in() -> None:
    one, other = "각국의 정부", "\u1100\u1161\u11a8국의 정부"
    assert parted(one) == parted(other)
    assert len(parted(one).split()) == 2


def test_a_hit_in_words_is_traced_to_the_text_it_came_from() -> None:
    text = "Die Große Straße"
    words, origin = parted_with_map(text)
    assert len(words) == len(origin)
    hit = words.index("strasse")
    assert text[origin[hit] : origin[hit + len("strasse") - 1] + 1] == "Straße"
