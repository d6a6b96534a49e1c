"""Where the items of a briefing stand against each other, by how much hangs on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from brief_tui.analysis.dependants import Weight
from brief_tui.analysis.disagreements import (
    Contested,
    Differing,
    Disagreement,
    Kind,
    among,
    disagreements,
    foremost,
)
from brief_tui.model.briefing import Relation
from brief_tui.model.register import Register
from brief_tui.render import words
from brief_tui.render.page import Block, Gap, Heading, Link, Page, Paragraph, Span, Tone, plain
from brief_tui.render.parts import item_link, warrant

IN_THE_OVERVIEW = 5
"""How many of them the overview shows."""

ON_THE_PAGE = 500
"""How many disagreements, and how many tensions, the page lists; a filter brings up the others."""

_NONE = "none stated or inferred in this briefing"
_INDENT = 4
_MOST_GIVING = 5
"""How many more items are listed that give one of two numbers."""
_HOW_RANKED = (
    "First those on which most hangs: items that one of the sides supports, confirms or is the"
    " basis of, whatever hangs on those in turn, and the key points that any of them carry. Where"
    " as much hangs on two, what the source states comes before what the editor infers."
)

Left = Collection[str] | None
"""The ids of the items that a filter leaves; None where nothing is filtered."""


def disagreements_page(register: Register, left: Left = None) -> Page:
    """Every disagreement and tension of the briefing with at least one side in ``left``."""
    return tuple(_page(register, left))


def _page(register: Register, left: Left) -> Iterator[Block]:
    every, shown = _narrowed(register, left)
    for title, is_tension in (("DISAGREEMENTS", False), ("TENSIONS", True)):
        of_kind = [each for each in shown if each.kind.is_tension is is_tension]
        total = sum(each.kind.is_tension is is_tension for each in every)
        yield Heading(title, _amount(len(of_kind), total))
        if not of_kind:
            yield Paragraph(plain(_none(total), Tone.MUTED), indent=1)
        for number, each in enumerate(of_kind[:ON_THE_PAGE], 1):
            yield from _block(register, each, number)
            yield Gap()
        if len(of_kind) > ON_THE_PAGE:
            more = f"The first {ON_THE_PAGE} of {len(of_kind):,}: narrow to a country or words."
            yield Paragraph(plain(more, Tone.MUTED), indent=_INDENT)
            yield Gap()
    if shown:
        yield Paragraph(plain(_HOW_RANKED, Tone.MUTED))


def overview_blocks(register: Register, left: Left, *, whole: bool) -> Iterator[Block]:
    """The foremost disagreements and tensions of the overview, or with ``whole`` all of them."""
    every, shown = _narrowed(register, left)
    chosen = shown if whole else foremost(shown, IN_THE_OVERVIEW)
    yield Heading("DISAGREEMENTS AND TENSIONS", _amount(len(shown), len(every)))
    if not shown:
        yield Paragraph(plain(_none(len(every)), Tone.MUTED))
    for number, each in enumerate(chosen, 1):
        yield from _block(register, each, number)
    if len(chosen) < len(shown):
        more = (
            f"{len(chosen)} of {len(shown):,}: the heaviest of disagreements, qualifications and"
            " changed views. D lists all."
        )
        yield Paragraph(plain(more, Tone.MUTED), indent=_INDENT)
    yield Gap()


def _narrowed(
    register: Register, left: Left
) -> tuple[Sequence[Disagreement], Sequence[Disagreement]]:
    every = disagreements(register)
    return every, every if left is None else among(every, left)


def _amount(shown: int, total: int) -> str:
    return f"{total:,}" if shown == total else f"{shown:,} of {total:,}"


def _none(total: int) -> str:
    return "none with this filter" if total else _NONE


def _block(register: Register, each: Disagreement, number: int) -> Iterator[Block]:
    """Both sides, each a link, and between them what the one does to the other."""
    hangs = Span(f" · {weight_in_words(each.weight)}")
    lead = (Span(f"{number:>2}  ", Tone.ACCENT), Span("› ", Tone.LINK))
    yield replace(item_link(register, each.sides[0], single=True), lead=lead)
    if isinstance(each.about, Contested):
        yield from _contested(register, each.about, hangs)
        return
    if isinstance(each.about, Differing):
        yield from _differing(register, each.about, each.sides, hangs)
        return
    verb = Span(_verb(register, each.kind, each.about), Tone.ACCENT)
    yield Paragraph((verb, *warrant(each.about), hangs), indent=_INDENT + 2)
    yield item_link(register, each.about.to, indent=_INDENT, single=True)
    if each.about.note:
        yield Paragraph(plain(each.about.note, Tone.MUTED), indent=_INDENT + 2)


def _verb(register: Register, kind: Kind, relation: Relation) -> str:
    if kind is Kind.CHANGED_VIEW:
        who = words.voice_of_row(register, register.items[relation.from_]).text
        return f"updates what {who} said before"
    return relation.verb.value


def _contested(register: Register, about: Contested, hangs: Span) -> Iterator[Block]:
    voices = f"{len(about.levers)} voices" if len(about.levers) > 1 else "as one voice says"
    what = Span(f"{about.dimension.label} is contested", Tone.ACCENT)
    yield Paragraph((what, Span(f" · {voices}", Tone.MUTED), hangs), indent=_INDENT + 2)
    for lever in about.levers:
        link = Link(lever.assessor) if lever.assessor else None
        lead = (Span("› ", Tone.LINK),) if link else ()
        yield Paragraph(words.lever(register, lever), lead, _INDENT, link)


def _differing(
    register: Register, about: Differing, sides: Sequence[str], hangs: Span
) -> Iterator[Block]:
    from brief_tui.render.counts import difference_in_words

    what = Span(f"figures of {about.measure.name} differ", Tone.ACCENT)
    yield Paragraph((what, Span(" · worked out from them", Tone.HEDGE), hangs), indent=_INDENT + 2)
    yield Paragraph(difference_in_words(register, about.difference), indent=_INDENT + 2)
    # The other number first, so that both are among those listed.
    lower = about.difference.lower.counts[0].item.id
    others = list(dict.fromkeys((lower, *sides[1:])))
    for id_ in others[:_MOST_GIVING]:
        yield item_link(register, id_, indent=_INDENT, single=True)
    if len(others) > _MOST_GIVING:
        more = f"and {len(others) - _MOST_GIVING} more items that give one of these numbers"
        yield Paragraph(plain(more, Tone.MUTED), indent=_INDENT + 2)


def weight_in_words(weight: Weight) -> str:
    """How much hangs on something: ``5 items, 1 key point hang on it``."""
    amounts = [
        f"{amount} {one}{'' if amount == 1 else 's'}"
        for amount, one in ((weight.items, "item"), (weight.points, "key point"))
        if amount
    ]
    if not amounts:
        return "nothing else hangs on it"
    return f"{', '.join(amounts)} hang{'s' if weight.total == 1 else ''} on it"
