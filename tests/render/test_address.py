"""Addresses as they are read, and where they lead."""

from __future__ import annotations

import pytest

from brief_tui.render.address import address, passage
from brief_tui.render.layout import lay_out
from brief_tui.render.page import Field, Span, Spans, Tone


def text(spans: Spans) -> str:
    """What is read."""
    return "".join(span.text for span in spans)


@pytest.mark.parametrize(
    "written",
    ["https://example.org/a?b#c", "http://example.org", "mailto:a@example.org", "HTTPS://A.ORG"],
)
def test_an_address_is_shown_as_it_is_and_leads_there(written: str) -> None:
    assert address(written) == (Span(written, Tone.PLAIN, written),)


@pytest.mark.parametrize("written", ["¶7", "p. 3", "javascript:alert(1)", "https://a b"])
def test_what_is_no_address_leads_nowhere(written: str) -> None:
    assert address(written) == (Span(written),)


def test_a_host_in_another_script_keeps_it_and_says_what_is_looked_up() -> None:
    spans = address("https://bücher.example/straße?q=é")
    assert text(spans) == "https://bücher.example/straße?q=é (host xn--bcher-kva.example)"
    assert spans[0].address == "https://xn--bcher-kva.example/stra%C3%9Fe?q=%C3%A9"
    assert spans[1].address == ""


def test_letters_of_another_script_that_look_like_latin_ones_are_told_apart() -> None:
    assert "(host xn--" in text(address("https://еxample.org/"))
    assert "(host" not in text(address("https://example.org/"))


def test_a_host_keeps_its_port() -> None:
    assert address("http://bücher.example:80/")[0].address == "http://xn--bcher-kva.example:80/"


@pytest.mark.parametrize(
    "host",
    [
        *("faß.example", "a..ü", "ü" * 70 + ".example", "a@ü.example", "example.org／ü.example"),
        *("example。org", "℀.example", "ü%40.example", "ü_.example"),
    ],
)
def test_a_host_whose_name_would_become_another_leads_nowhere(host: str) -> None:
    assert address(f"https://{host}/") == (Span(f"https://{host}/"),)


def test_a_path_in_another_script_needs_no_word_about_the_host() -> None:
    (span,) = address("https://example.org/길")
    assert span == Span("https://example.org/길", Tone.PLAIN, "https://example.org/%EA%B8%B8")


def test_a_passage_may_be_paragraphs_and_addresses() -> None:
    spans = passage(("¶7", "https://example.org/a", "p. 3"), Tone.MUTED)
    assert text(spans) == "¶7 https://example.org/a p. 3"
    assert [span.address for span in spans if span.address] == ["https://example.org/a"]
    assert {span.tone for span in spans} == {Tone.MUTED}


@pytest.mark.parametrize("width", [20, 40, 80])
def test_a_long_address_is_wrapped_whole_and_every_piece_leads_to_all_of_it(width: int) -> None:
    written = "https://example.org/" + "-".join(map(str, range(100)))
    lines = lay_out((Field("address", address(written)),), width)
    pieces = [span for line in lines for span in line.spans if span.address]
    assert len(pieces) > 1
    assert text(tuple(pieces)) == written
    assert {piece.address for piece in pieces} == {written}
