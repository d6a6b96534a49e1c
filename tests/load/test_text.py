"""The one door through which text comes in."""

import random

import pytest

from brief_tui.load.text import MAX_MARKS, MAX_QUOTED, clean, is_safe, quote, sanitise

PLAIN = [
    "plain",
    "",
    "two\nlines\n",
    "“quoted” – with dashes … ¶7",
    "Łódź, Ærø, İstanbul, Ελλάδα, Київ",
    "北朝鮮の兵士 1,500人",
    "대한민국",
    "سلام دنیا",
    "שלום",
    "ไทย",
    "می\u200cخواهم",
    "ක්\u200dෂ",
    "क्\u200dष",
    "👩\u200d🔬 👨\u200d👩\u200d👧 ❤\ufe0f\u200d🔥 🏳\ufe0f\u200d🌈",
    "👍🏽 🇰🇷 1\ufe0f\u20e3 ©\ufe0f ☎\ufe0e",
    "葛\U000e0100",
    "\u2800\u2801",
    "x" + "\u0323" * MAX_MARKS,
]


@pytest.mark.parametrize("text", PLAIN)
def test_text_that_people_write_comes_through_as_it_is(text: str) -> None:
    assert sanitise(text) == (text, ())


def test_text_is_composed() -> None:
    assert sanitise("Zoe\u0308") == ("Zoë", ())


def test_a_tab_becomes_a_space_and_is_no_fault() -> None:
    assert sanitise("a\tb") == ("a b", ())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2J", "␛[2J"),
        ("\0", "␀"),
        ("a\rb", "a␍b"),
        ("\x7f", "␡"),
        ("\x85", "⟨U+0085⟩"),
        ("\x9b31m", "⟨U+009B⟩31m"),
        ("\u202etxt.exe", "⟨U+202E⟩txt.exe"),
        ("\u061c", "⟨U+061C⟩"),
        ("\u200e\u200f", "⟨U+200E⟩⟨U+200F⟩"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("no\u200bgap", "no⟨U+200B⟩gap"),
        ("\ufeff", "⟨U+FEFF⟩"),
        ("\u2060\u2063", "⟨U+2060⟩⟨U+2063⟩"),
        ("soft\xadhyphen", "soft⟨U+00AD⟩hyphen"),
        ("\u2028\u2029", "⟨U+2028⟩⟨U+2029⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("\ufdd0\uffff\U0001fffe", "⟨U+FDD0⟩⟨U+FFFF⟩⟨U+1FFFE⟩"),
        ("\ue000\U000f0000", "⟨U+E000⟩⟨U+F0000⟩"),
        ("\u3164\u115f\uffa0", "⟨U+3164⟩⟨U+115F⟩⟨U+FFA0⟩"),
        ("\u180e\u034f", "⟨U+180E⟩⟨U+034F⟩"),
        ("\U000e0041", "⟨U+E0041⟩"),
        ("\ufff9a\ufffa", "⟨U+FFF9⟩a⟨U+FFFA⟩"),
    ],
)
def test_what_a_terminal_obeys_or_nobody_sees_becomes_visible(text: str, shown: str) -> None:
    clean_text, faults = sanitise(text)
    assert clean_text == shown
    assert {fault.character for fault in faults} <= set(text)
    assert faults
    assert faults[0].name == f"U+{ord(faults[0].character):04X}"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("paypal\u200d.com", "paypal⟨U+200D⟩.com"),
        ("a\u200cb", "a⟨U+200C⟩b"),
        ("می\u200c", "می⟨U+200C⟩"),
        ("می\u200c\u200cخ", "می⟨U+200C⟩⟨U+200C⟩خ"),
        ("👩\u200d", "👩⟨U+200D⟩"),
        ("👩\u200c🔬", "👩⟨U+200C⟩🔬"),
        ("a\ufe0f", "a⟨U+FE0F⟩"),
        ("👍\ufe0f\ufe0f", "👍\ufe0f⟨U+FE0F⟩"),
        ("a\U000e0101", "a⟨U+E0101⟩"),
        ("\ufe0f", "⟨U+FE0F⟩"),
    ],
)
def test_joiners_and_selectors_stay_only_where_they_do_something(text: str, shown: str) -> None:
    assert sanitise(text)[0] == shown


def test_the_flag_of_a_region_shows_the_tags_it_is_spelt_with() -> None:
    shown, faults = sanitise(
        "🏴" + "".join(chr(0xE0000 + ord(char)) for char in "gbeng") + "\U000e007f"
    )
    assert shown.startswith("🏴⟨U+E0067⟩⟨U+E0062⟩")
    assert len(faults) == 6


def test_a_base_carries_eight_marks_and_each_further_one_is_shown_apart() -> None:
    shown, faults = sanitise("x" + "\u0323" * 10 + "y")
    assert shown == "x" + "\u0323" * 8 + "⟨U+0323⟩⟨U+0323⟩y"
    assert len(faults) == 2


def test_a_mark_too_many_is_found_among_the_marks_of_any_script() -> None:
    for mark in "\u0301\u05b0\u064b\u0941\u0e34\u0f71\u1ab0\u20d0\u302a\ua8e0\ufe20\U0001e8d0":
        assert sanitise("ก" + mark * 9)[1], f"U+{ord(mark):04X}"


def test_nothing_is_deleted() -> None:
    text = "".join(map(chr, [*range(0x250), *range(0x2000, 0x2100), *range(0xFE00, 0x10000)]))
    shown, faults = sanitise(text)
    assert len(shown) >= len(text)
    assert all(f"⟨{fault.name}⟩" in shown or ord(fault.character) < 0x80 for fault in faults)


def test_every_control_of_unicode_is_found_wherever_it_stands() -> None:
    from unicodedata import category

    for code in range(0x110000):
        character = chr(code)
        if category(character) in ("Cc", "Zl", "Zp", "Cs") and character not in "\n\t":
            assert sanitise(f"a{character}b")[1], f"U+{code:04X}"


def test_what_was_made_safe_is_safe() -> None:
    chance = random.Random(7)  # noqa: S311 - repeatable, not secret
    alphabet = [
        *"aZ 0#é\n\t",
        *"\x00\x1b\x7f\x9b\xad\u200b\u200c\u200d\u202e\u2028\ufeff\ufe0f\ufe00",
        *"\u0301\u0323\u0344\u034f\u064b\u094d\u0915\u0d15\u06cc\u1100\u1161\u11a8\u3164\u1820\u180b",
        *"👩🔬❤🏽🏴葛한",
        "\U000e0100",
        "\U000e0067",
        "\ud800",
        "\ufdd0",
        "\ue000",
        "\U0001d15e",
    ]
    for _ in range(4000):
        text = "".join(chance.choices(alphabet, k=chance.randint(1, 30)))
        shown, faults = sanitise(text)
        assert sanitise(shown) == (shown, ()), ascii(text)
        assert is_safe(shown), ascii(text)
        assert is_safe(text) is (not faults and "\t" not in text), ascii(text)
        assert not set(shown) & set("\x00\x1b\x7f\x9b\xad\u200b\u202e\u2028\ufeff\t")


def test_clean_gives_the_text_alone() -> None:
    assert clean("a\x1bb") == "a␛b"


def test_a_quotation_is_short_and_on_one_line() -> None:
    assert quote("two\nlines\x1b") == "two␤lines␛"
    assert len(quote("x" * 10_000)) == MAX_QUOTED
    assert quote("x" * 10_000).endswith("…")
    assert quote("x" * MAX_QUOTED) == "x" * MAX_QUOTED
