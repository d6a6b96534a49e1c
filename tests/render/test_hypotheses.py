"""Competing hypotheses as they read: a glyph and a word, and nothing but the editor's marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.analysis.hypotheses import matrices
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.section import Section
from brief_tui.render.book import Entry, section_page, subject_page
from brief_tui.render.columns import Table
from brief_tui.render.groups import headings
from brief_tui.render.marks import telling
from brief_tui.render.plain import to_text


@pytest.fixture
def volume(ferry: Path) -> Volume:
    return Volume(load_briefing(ferry))


def listed(volume: Volume, width: int) -> dict[str, str]:
    """Every row as the list has it, by its key."""
    table = Table(Section.HYPOTHESES, width, 0)
    return {
        row.key: "".join(
            span.text for span in table.row(volume.register, row.subject, row.roles)
        ).rstrip()
        for row in volume.rows(Section.HYPOTHESES)
    }


def heads(volume: Volume, width: int) -> list[str]:
    """The lines above the rows of the first question."""
    subjects = (row.subject for row in volume.rows(Section.HYPOTHESES))
    lines = headings(volume.register, Section.HYPOTHESES, subjects)[0]
    return ["".join(span.text for span in line(width)) for line in lines]


def header(width: int) -> str:
    return "".join(span.text for span in Table(Section.HYPOTHESES, width, 0).header())


def page(volume: Volume, key: str) -> str:
    row = next(row for row in volume.rows(Section.HYPOTHESES) if row.key == key)
    position = volume.position(row.target)
    return to_text(subject_page(volume.register, row.subject, {}, position), 80)


def test_with_room_a_mark_has_a_glyph_a_word_and_a_letter(volume: Volume) -> None:
    rows = listed(volume, 77)
    marks = {key: line[:38].rstrip() for key, line in rows.items()}
    assert marks["why-still/wind-fell"] == "/ n/a A      + fits B     × against C"
    assert marks["why-still/engine-photo"] == "· no mark A  / n/a B      × against C"
    assert rows["why-still/wind-fell"].endswith("Harbour office: The wind fell on Tues…")
    assert header(77).startswith("the editor's marks: + fits  × against  / n/a  · no mark")


def test_without_room_it_has_a_glyph_and_a_letter(volume: Volume) -> None:
    rows = listed(volume, 37)
    assert rows["why-still/wind-fell"] == "/A +B ×C  Harbour office: The wind f…"
    assert rows["why-still/engine-photo"].startswith("·A /B ×C  photo: ")
    assert header(35) == "editor: +fits ×against /n/a ·none"


def test_counts_have_fewer_words_before_the_hypothesis_has_none(volume: Volume) -> None:
    told = "C 2 of 5 against, 1 origin, 1 with none stated  The weather keeps it in port."
    assert heads(volume, 80)[3] == told
    assert heads(volume, 35)[1:] == [
        "A 0 of 5 ×, 1 ·  The engine is und…",
        "B 1 of 5 against  The crew is on s…",
        "C 2 of 5 against  The weather keep…",
    ]


def test_hypotheses_that_do_not_fit_are_counted(tmp_path: Path) -> None:
    marks = "marks: {item: e, mark: consistent}"
    hypotheses = "".join(
        f"  - {{id: h{number}, question: q, text: T{number}, {marks}}}\n" for number in range(30)
    )
    path = tmp_path / "many.yaml"
    path.write_text(
        "id: m\ntitle: M\nevidence: {id: e, text: Much.}\n"
        f"questions: {{id: q, text: Why?}}\nhypotheses:\n{hypotheses}",
        encoding="utf-8",
    )
    rows = listed(Volume(load_briefing(path)), 37)
    assert rows == {"q/e": "+A  +B  +C  +D  26 more  evidence: M…"}


@pytest.mark.parametrize(
    ("item", "told"),
    [
        ("wind-fell", "Tells B apart from C."),
        ("crew-at-work", "Tells C apart from B."),
        ("engine-photo", "Is against C, and fits none. Not marked for A."),
        ("no-sailing", "Tells nothing apart: it fits every hypothesis."),
        ("fare-cut", "Tells nothing apart: it bears on none."),
    ],
)
def test_what_an_item_tells_apart_is_said_in_a_sentence(
    volume: Volume, item: str, told: str
) -> None:
    matrix = matrices(volume.register)["why-still"]
    bearing = next(each for each in matrix.bearings if each.item.id == item)
    assert telling(matrix, bearing) == told


def test_a_rows_page_has_the_marks_in_words_the_why_and_all_on_the_item(volume: Volume) -> None:
    text = page(volume, "why-still/engine-photo")
    words = " ".join(text.split())
    for said in (
        "THE EDITOR'S MARKS",
        "A The engine is under repair. · not marked",
        "B The crew is on strike. / not applicable",
        "C The weather keeps it in port. × inconsistent · Only a made-up briefing would say so.",
        "Is against C, and fits none.",
        "Why does the ferry lie still? Nobody has said why.",
        "The marks are the editor's judgement. This way of weighing rejects, it does not prove",
        "form photo",
        "Raised by the harbour's neighbours.",
        "2 of 5 against · 2 fit · 1 not applicable"
        " against it: 1 origin, 1 with none stated · Harbour office",
        "A The engine is under repair. [repair] 0 of 5 against, 1 not marked · 1 fit",
    ):
        assert said in words, said
    assert text.index("× inconsistent") < text.index("THE QUESTION") < text.index("THE ITEM")


def test_a_note_comes_with_its_place_in_the_source(volume: Volume) -> None:
    text = page(volume, "why-still/wind-fell")
    assert "× inconsistent · A calm sea holds no ferry back. · ¶2" in text


def test_a_question_without_marks_is_not_lost(volume: Volume) -> None:
    words = " ".join(page(volume, "when-back/").split())
    for said in ("When will it sail again?", "Within days.", "A guess.", "no item marked"):
        assert said in words
    assert listed(volume, 77)["when-back/"] == "no item is marked yet"


def test_the_whole_section_says_everything_the_briefing_gives(volume: Volume) -> None:
    rows = volume.rows(Section.HYPOTHESES)
    entries: list[Entry] = [(row.subject, {}, None) for row in rows]
    text = " ".join(to_text(section_page(volume.register, Section.HYPOTHESES, entries), 80).split())
    briefing = volume.briefing
    for question in briefing.questions:
        assert question.text in text
        assert question.note in text
    for hypothesis in briefing.hypotheses:
        assert f"{hypothesis.text} [{hypothesis.id}]" in text
        assert hypothesis.note in text
        for mark in hypothesis.marks:
            assert mark.note in text
            assert f"[{mark.item}]" in text
    assert "1 / n/a A + fits B × against C Harbour office" in text


def test_a_section_that_is_filtered_counts_the_whole_matrix(volume: Volume) -> None:
    row = next(row for row in volume.rows(Section.HYPOTHESES) if row.target == "crew-at-work")
    entries = [(row.subject, row.roles, None)]
    text = to_text(section_page(volume.register, Section.HYPOTHESES, entries), 80)
    assert "1 of 5 items shown" in text
    assert "2 of 5 against" in text
    assert "matched: Japan as speaker" in text
