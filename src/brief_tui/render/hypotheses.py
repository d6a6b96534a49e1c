"""Competing hypotheses as pages: an item with its marks, and a question with its whole matrix."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.analysis.hypotheses import Bearing, Contender, Matrix, matrices, who_is_against
from brief_tui.model.hypothesis import HypothesisMark
from brief_tui.model.problem import Position
from brief_tui.model.register import Register, Roles
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import Consistency
from brief_tui.render import marks, words
from brief_tui.render.address import passage
from brief_tui.render.item import item_page
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import (
    Block,
    Drawn,
    Field,
    Gap,
    Heading,
    Line,
    Link,
    Page,
    Paragraph,
    Span,
    Spans,
    Tone,
    plain,
)
from brief_tui.render.parts import item_link

CAUTION = (
    "The marks are the editor's judgement. This way of weighing rejects, it does not prove: what"
    " has least against it may still be wrong."
)


def page_in_matrix(
    register: Register, subject: object, matched: Roles, position: Position | None
) -> Page:
    """The page of a row of a matrix.

    Raises:
        TypeError: ``subject`` is no part of one.
    """
    if isinstance(subject, Bearing):
        return _bearing_page(register, subject, matched, position)
    if isinstance(subject, Matrix):
        return tuple(_question_and_hypotheses(register, subject))
    raise TypeError(f"no page for {type(subject).__name__}")


def _bearing_page(
    register: Register, bearing: Bearing, matched: Roles, position: Position | None
) -> Page:
    """One item with its marks; the question; all on the item; what is against each hypothesis."""
    matrix = matrices(register)[bearing.question.id]
    return (
        item_link(register, bearing.item.id),
        Gap(),
        Heading("THE EDITOR'S MARKS"),
        *_marks(matrix, bearing, named=True),
        Gap(),
        Heading("THE QUESTION"),
        *_question(register, matrix),
        Gap(),
        Heading("THE ITEM"),
        *item_page(register, bearing.item, matched, position),
        Gap(),
        *_hypotheses(register, matrix),
    )


def matrices_page(register: Register, entries: Iterable[tuple[object, Roles]]) -> Page:
    """Every question with its matrix drawn, then each of the items that a filter leaves.

    An entry is a row of a matrix, and the roles by which a country filter found it.
    """
    found: dict[str, list[_Row]] = {}
    for subject, matched in entries:
        assert isinstance(subject, Bearing | Matrix)
        rows = found.setdefault(subject.question.id, [])
        if isinstance(subject, Bearing):
            rows.append((subject, matched))
    blocks: list[Block] = []
    for id_, rows in found.items():
        blocks += _whole(register, matrices(register)[id_], rows)
    if not blocks:
        blocks.append(Paragraph(plain(f"No {Section.HYPOTHESES.many} here.", Tone.MUTED)))
    return tuple(blocks)


_Row = tuple[Bearing, Roles]


def _whole(register: Register, matrix: Matrix, rows: list[_Row]) -> Iterator[Block]:
    yield Heading("THE QUESTION", matrix.question.id)
    yield from _question_and_hypotheses(register, matrix)
    if not rows:
        yield Gap()
        return
    total = len(matrix.bearings)
    shown = marks.items_of(matrix)
    if len(rows) < total:
        shown = f"{len(rows)} of {shown} shown"
    if matrix.later:
        shown += f", {matrix.later} said later"
    yield Gap()
    yield Heading("THE MATRIX", shown)
    for mark, meaning in marks.legend():
        yield Field(mark, plain(meaning))
    yield Gap()
    yield Drawn(lambda width: _drawn(register, rows, width))
    yield Gap()
    for number, (bearing, matched) in enumerate(rows, 1):
        yield Heading(f"Item {number}", bearing.item.id)
        yield item_link(register, bearing.item.id)
        if matched:
            yield Paragraph(plain(f"matched: {words.roles(matched)}", Tone.ACCENT))
        yield from _marks(matrix, bearing, named=False)
        yield Gap()


def _drawn(register: Register, rows: list[_Row], width: int) -> Iterator[Line]:
    size = len(str(len(rows))) + 2
    for number, (bearing, _) in enumerate(rows, 1):
        text = marks.marks_line(register, bearing)(max(width - size, 1))
        spans = (Span(f"{number:>{size - 2}}  ", Tone.MUTED), *text)
        yield Line(fit_spans(spans, width), Link(bearing.item.id))


def _question_and_hypotheses(register: Register, matrix: Matrix) -> Iterator[Block]:
    yield from _question(register, matrix)
    yield Gap()
    yield from _hypotheses(register, matrix)


def _hypotheses(register: Register, matrix: Matrix) -> Iterator[Block]:
    yield Heading("THE HYPOTHESES", "fewest against first")
    for contender in matrix.contenders:
        yield Paragraph(_named(contender), _letter(contender))
        yield Paragraph(_counts(matrix, contender), indent=_indent(contender))
        if contender.inconsistent:
            yield Paragraph(_origins(register, contender), indent=_indent(contender))
        if contender.hypothesis.note:
            note = plain(contender.hypothesis.note, Tone.MUTED)
            yield Paragraph(note, indent=_indent(contender))
        for id_ in contender.inconsistent:
            before = (Span(f"{marks.GLYPHS[Consistency.INCONSISTENT]} ", Tone.WARNING),)
            yield item_link(register, id_, before, indent=_indent(contender), single=True)


def _question(register: Register, matrix: Matrix) -> Iterator[Block]:
    question = matrix.question
    yield Paragraph(plain(question.text, Tone.STRONG))
    if question.note:
        yield Paragraph(plain(question.note))
    if question.items:
        yield Paragraph(plain("left open by", Tone.LABEL))
    for id_ in question.items:
        yield item_link(register, id_, single=True)
    yield Paragraph(plain(CAUTION, Tone.HEDGE))


def _marks(matrix: Matrix, bearing: Bearing, *, named: bool) -> Iterator[Block]:
    """Each hypothesis with the item's mark and the editor's note; then what the item tells apart.

    ``named`` says whether a hypothesis is given in full or by its letter.
    """
    for contender in matrix.contenders:
        mark = bearing.marks.get(contender.hypothesis.id)
        judged = _judged(mark)
        if named:
            yield Paragraph(plain(contender.hypothesis.text), _letter(contender))
            yield Paragraph(judged, indent=_indent(contender))
        else:
            yield Paragraph(judged, _letter(contender))
    yield Paragraph(plain(marks.telling(matrix, bearing), Tone.ACCENT))


def _judged(mark: HypothesisMark | None) -> Spans:
    spans = [marks.in_words(mark.mark if mark is not None else None)]
    if mark is not None:
        if mark.note:
            spans.append(Span(f" · {mark.note}"))
        if mark.locator:
            spans += (Span(" · ", Tone.MUTED), *passage(mark.locator, Tone.MUTED))
    return tuple(spans)


def _letter(contender: Contender) -> Spans:
    return (Span(f"{contender.letter}  ", Tone.LABEL),)


def _indent(contender: Contender) -> int:
    return len(contender.letter) + 2


def _named(contender: Contender) -> Spans:
    text, id_ = contender.hypothesis.text, contender.hypothesis.id
    return (Span(text, Tone.STRONG), Span(f" [{id_}]", Tone.MUTED))


def _origins(register: Register, contender: Contender) -> Spans:
    """How many origins are behind the items against a hypothesis, and which."""
    found = who_is_against(register, contender)
    names = ", ".join(register.name(origin) for origin in found.origins)
    told = Span(f"against it: {marks.origins_in_words(found)}")
    return (told, Span(f" · {names}", Tone.MUTED)) if names else (told,)


def _counts(matrix: Matrix, contender: Contender) -> Spans:
    told = [f" · {len(contender.consistent)} fit"] if contender.consistent else []
    if contender.not_applicable:
        told.append(f" · {len(contender.not_applicable)} not applicable")
    return (*marks.against(matrix, contender), Span("".join(told), Tone.MUTED))
