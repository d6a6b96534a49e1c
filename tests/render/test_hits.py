"""Marking what was searched for, in the text as the reader sees it."""

from __future__ import annotations

import pytest

from brief_tui.library.filter import Filter
from brief_tui.render.hits import highlight, highlight_page
from brief_tui.render.page import Field, Heading, Paragraph, Span, Tone, plain


def hits(text: str, searched: str) -> list[str]:
    """The pieces of ``text`` that are marked."""
    spans = highlight(plain(text), Filter.of(text=searched).needles)
    assert "".join(span.text for span in spans) == text
    return [span.text for span in spans if span.tone is Tone.HIT]


@pytest.mark.parametrize(
    ("text", "searched", "marked"),
    [
        ("Ships wait", "ship", ["Ship"]),
        ("Ships ship", "SHIP", ["Ship", "ship"]),
        ("Ayşe Yıldız", "yildiz", ["Yıldız"]),
        ("Constanța", "constanțA", ["Constanța"]),
        ("Constanța", "nțA", []),
        ("Straße", "strasse", ["Straße"]),
        ("Cafe\u0301 noir", "cafe", ["Cafe"]),
        ("ﬁne", "fine", ["ﬁne"]),
        ("北韓軍隊", "軍", ["軍"]),
        ("aaa", "aa", ["aa"]),
        ("abc", "b c", []),
        ("an S-400s, 400", "s-400", ["S-400"]),
        ("[/oops] [x]", "[/oops]", ["oops"]),
        ("nothing", "zzz", []),
        ("nothing", "", []),
    ],
)
def test_hits_are_the_readers_own_characters(text: str, searched: str, marked: list[str]) -> None:
    assert hits(text, searched) == marked


def test_a_word_that_must_be_whole_is_marked_where_it_is() -> None:
    spans = highlight(plain("North Korean, north-Korea"), (" north korea ",))
    assert [span.text for span in spans if span.tone is Tone.HIT] == ["north-Korea"]


def test_a_hit_runs_over_tones_and_leaves_the_others() -> None:
    spans = highlight((Span("a b", Tone.MUTED), Span("cd", Tone.LINK)), (" bc",))
    assert spans == (
        Span("a ", Tone.MUTED),
        Span("b", Tone.HIT),
        Span("c", Tone.HIT),
        Span("d", Tone.LINK),
    )


def test_the_text_of_a_page_is_marked_and_its_labels_are_not() -> None:
    page = (
        Heading("ship"),
        Field("ship", plain("a ship")),
        Paragraph(plain("ship"), plain("ship")),
    )
    heading, field, paragraph = highlight_page(page, (" ship",))
    assert heading == page[0]
    assert isinstance(field, Field)
    assert field.label == "ship"
    assert Span("ship", Tone.HIT) in field.spans
    assert isinstance(paragraph, Paragraph)
    assert paragraph.spans == (Span("ship", Tone.HIT),)
    assert paragraph.lead == plain("ship")
