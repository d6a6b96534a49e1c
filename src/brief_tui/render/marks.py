"""The editor's marks of items against competing hypotheses: a glyph and a word, line by line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from brief_tui.analysis.hypotheses import (
    Against,
    Bearing,
    Contender,
    Matrix,
    matrices,
    who_is_against,
)
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Consistency
from brief_tui.render import words
from brief_tui.render.groups import Group, Heading
from brief_tui.render.layout import fit_spans, spans_width
from brief_tui.render.page import Span, Spans, Tone, plain

GLYPHS: Mapping[Consistency | None, str] = {
    Consistency.CONSISTENT: "+",
    Consistency.INCONSISTENT: "×",
    Consistency.NOT_APPLICABLE: "/",
    None: "·",
}
NOT_MARKED = "not marked"
_TONES: Mapping[Consistency | None, Tone] = {
    Consistency.CONSISTENT: Tone.PLAIN,
    Consistency.INCONSISTENT: Tone.WARNING,
    Consistency.NOT_APPLICABLE: Tone.MUTED,
    None: Tone.MUTED,
}
_SHORT: Mapping[Consistency | None, str] = {
    Consistency.CONSISTENT: "fits",
    Consistency.INCONSISTENT: "against",
    Consistency.NOT_APPLICABLE: "n/a",
    None: "no mark",
}
_WORD = max(map(len, _SHORT.values()))
_ROOM_FOR_TEXT = 30
_ROOM_FOR_NAME = 16
"""Cells: with less beside them, marks of an item, or counts of a hypothesis, have fewer words."""


def mark_of(bearing: Bearing, contender: Contender) -> Consistency | None:
    """How the item goes with a hypothesis; None where it is not marked."""
    mark = bearing.marks.get(contender.hypothesis.id)
    return mark.mark if mark is not None else None


def legend() -> Iterator[tuple[str, str]]:
    """Every mark as a row has it, and what it means."""
    for mark, glyph in GLYPHS.items():
        means = f"{mark.label}: {mark.meaning}" if mark else f"{NOT_MARKED} by the editor"
        yield f"{glyph} {_SHORT[mark]}", means


def in_words(mark: Consistency | None) -> Span:
    """A mark's glyph and its own word."""
    return Span(f"{GLYPHS[mark]} {mark.label if mark else NOT_MARKED}", _TONES[mark])


def marks_line(register: Register, subject: object) -> Heading:
    """One row of the matrix: a mark for each hypothesis, then whose voice and what it says.

    As ``× against B`` where there is room, as ``×B`` where there is less; hypotheses that even
    so do not fit beside the text are counted.
    """
    assert isinstance(subject, Bearing | Matrix)
    if isinstance(subject, Matrix):
        return lambda width: fit_spans(plain("no item is marked yet", Tone.MUTED), width)
    matrix = matrices(register)[subject.question.id]
    voice = words.voice_of_row(register, subject.item)
    text = words.row_text(register, subject.item)

    def draw(width: int) -> Spans:
        marks = _cells(matrix, subject, width)
        return fit_spans((*marks, voice, Span(": ", voice.tone), *text), width)

    return draw


def _cells(matrix: Matrix, bearing: Bearing, width: int) -> Spans:
    contenders = matrix.contenders
    if not contenders:
        return ()
    letter = len(contenders[-1].letter)
    roomy = len("+ ") + _WORD + len(" ") + letter + 2
    worded = width - roomy * len(contenders) >= _ROOM_FOR_TEXT
    size = roomy if worded else len("+") + letter + 1
    fitting = len(contenders) if worded else max(width // 2 // size, 1)
    spans: list[Span] = []
    for contender in contenders[:fitting]:
        mark = mark_of(bearing, contender)
        cell = f"{GLYPHS[mark]} {_SHORT[mark]} " if worded else GLYPHS[mark]
        spans.append(Span(f"{cell + contender.letter:<{size}}", _TONES[mark]))
    left_out = len(contenders) - fitting
    if left_out > 0:
        spans.append(Span(f"{left_out} more ", Tone.MUTED))
    return tuple(spans) if worded else (*spans, Span(" "))


def matrix_group(register: Register, subject: object) -> Group:
    """What stands above the rows of a question: the question, then every hypothesis.

    The counts are of the whole matrix, whatever a filter leaves of its rows, so that no filter
    makes a hypothesis look better than it is.
    """
    assert isinstance(subject, Bearing | Matrix)
    return _groups(register)[subject.question.id]


@lru_cache(maxsize=4)
def _groups(register: Register) -> Mapping[str, Group]:
    return {id_: _group(register, matrix) for id_, matrix in matrices(register).items()}


def _group(register: Register, matrix: Matrix) -> Group:
    return Group(
        matrix.question.id,
        lambda width: _question_line(matrix, width),
        tuple(_contender_line(register, matrix, each) for each in matrix.contenders),
    )


def _question_line(matrix: Matrix, width: int) -> Spans:
    aside = f"  {items_of(matrix)}, fewest against first"
    text = plain(matrix.question.text, Tone.HEADING)
    if matrix.later:
        aside = f"  {matrix.later} said later"
    elif not matrix.bearings or spans_width(text) + len(aside) > width:
        return fit_spans(text, width)
    room = max(width - len(aside), 0)
    return fit_spans((*fit_spans(text, room, fill=True), Span(aside, Tone.MUTED)), width)


def items_of(matrix: Matrix) -> str:
    """How many items are marked: ``8 items``."""
    total = len(matrix.bearings)
    return f"{total} {'item' if total == 1 else 'items'}"


def _contender_line(register: Register, matrix: Matrix, contender: Contender) -> Heading:
    """A hypothesis with what is against it, in the longest words that leave room for its text."""
    letter = Span(f"{contender.letter} ", Tone.LABEL)
    text = Span(f"  {contender.hypothesis.text}")

    def draw(width: int) -> Spans:
        counts = against(matrix, contender)
        forms = ((*counts, *_one_voice(register, contender)), counts)
        room = (form for form in forms if width - spans_width((letter, *form)) >= _ROOM_FOR_NAME)
        counted = next(room, _in_glyphs(matrix, contender))
        return fit_spans((letter, *counted, text), width)

    return draw


def _in_glyphs(matrix: Matrix, contender: Contender) -> Spans:
    count, total = len(contender.inconsistent), len(matrix.bearings)
    told = f"{count} of {total} {GLYPHS[Consistency.INCONSISTENT]}"
    if contender.unmarked:
        told += f", {contender.unmarked} {GLYPHS[None]}"
    return (Span(told, _TONES[Consistency.INCONSISTENT] if count else Tone.PLAIN),)


def against(matrix: Matrix, contender: Contender) -> Spans:
    """How many items are against a hypothesis, of all that are marked for any."""
    count, total = len(contender.inconsistent), len(matrix.bearings)
    if not total:
        return plain("no item marked", Tone.MUTED)
    tone = _TONES[Consistency.INCONSISTENT] if count else Tone.PLAIN
    spans = [Span(f"{count} of {total} against", tone)]
    if contender.unmarked:
        spans.append(Span(f", {contender.unmarked} {NOT_MARKED}", Tone.HEDGE))
    return tuple(spans)


def _one_voice(register: Register, contender: Contender) -> Spans:
    """How many origins are against a hypothesis, where they are fewer than the items are."""
    found = who_is_against(register, contender)
    if len(found.origins) == len(contender.inconsistent):
        return ()
    return (Span(f", {origins_in_words(found)}", Tone.HEDGE),)


def origins_in_words(found: Against) -> str:
    """How many origins: ``2 origins, 1 with none stated``."""
    count = len(found.origins)
    if not count:
        return "no origin stated"
    told = f"{count} {'origin' if count == 1 else 'origins'}"
    return f"{told}, {found.unstated} with none stated" if found.unstated else told


def telling(matrix: Matrix, bearing: Bearing) -> str:
    """Whether the item tells hypotheses apart, and which, in a sentence."""
    letters: dict[Consistency | None, list[str]] = {each: [] for each in GLYPHS}
    for contender in matrix.contenders:
        letters[mark_of(bearing, contender)].append(contender.letter)
    fits, rejects = letters[Consistency.CONSISTENT], letters[Consistency.INCONSISTENT]
    if bearing.alike:
        how = {
            Consistency.CONSISTENT: "it fits every hypothesis",
            Consistency.INCONSISTENT: "it is against every hypothesis",
            Consistency.NOT_APPLICABLE: "it bears on none",
        }
        told = f"Tells nothing apart: {how[next(iter(bearing.marks.values())).mark]}."
    elif fits and rejects:
        told = f"Tells {_listed(fits)} apart from {_listed(rejects)}."
    elif rejects:
        told = f"Is against {_listed(rejects)}, and fits none."
    else:
        told = "Is against none, so it rejects nothing."
    if letters[None]:
        told += f" Not marked for {_listed(letters[None])}."
    return told


def _listed(letters: list[str]) -> str:
    return letters[0] if len(letters) == 1 else f"{', '.join(letters[:-1])} and {letters[-1]}"
