"""Figures as they stand among others: whose they are, from when, and in one line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from brief_tui.analysis.differences import Difference, Reading
from brief_tui.analysis.figures import Count
from brief_tui.analysis.origins import way_of
from brief_tui.model.item import Item, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Rank, Voice
from brief_tui.render import words
from brief_tui.render.figures import number, quantity, reserves
from brief_tui.render.page import Span, Spans, Tone

_MOST_LISTED = 5


def said_by(register: Register, item: Item) -> Span:
    """Whose the figures of an item are; never the actor of an option, who does not speak of it."""
    if not isinstance(item, Option):
        return words.voice_of_row(register, item)
    if item.voice in (Voice.ARTICLE, Voice.EDITOR):
        return Span(item.voice.value, Tone.HEDGE)
    origin = way_of(register, item).origin
    return words.UNKNOWN[0] if origin is None else Span(words.short_name(register, origin))


def in_row(register: Register, count: Count) -> Spans:
    """A figure for one line, behind what must not be missed: rank, voice, and the editor's hand."""
    spans = list(_caveats(register, count.item, Voice.EDITOR if count.is_derived else None))
    spans.append(Span(quantity(count.figure)))
    if count.unit and (count.measure is None or count.is_apart):
        spans.append(Span(f" {count.unit}"))
    if count.figure.derived_from:
        spans.append(Span(f" from {count.figure.derived_from}", Tone.HEDGE))
    if count.as_of:
        spans.append(Span(f" · as of {count.as_of}", Tone.MUTED))
    hedges = _hedges(count)
    return (*spans, Span(f" {hedges}", Tone.HEDGE)) if hedges else tuple(spans)


def in_full(register: Register, count: Count) -> Spans:
    """A figure of a series with all that is said of it: when, by whom, how much, and reserves."""
    when = f"{count.said}" if count.said else "date not stated"
    tone = Tone.PLAIN if count.said else Tone.MUTED
    hedges = _hedges(count)
    return (
        Span(f"{when} · ", tone),
        said_by(register, count.item),
        Span(": "),
        *_caveats(register, count.item),
        Span(quantity(count.figure), Tone.STRONG),
        *reserves(count.figure),
        *((Span(f" · hedge {hedges}", Tone.HEDGE),) if hedges else ()),
    )


def others_in_words(register: Register, counts: Iterable[Count]) -> str:
    """Figures with whose they are: ``12,000 (NIS, date not stated), about 90 (Kyiv, 2 Jun)``."""
    by_quantity: dict[str, list[str]] = {}
    for count in counts:
        by_quantity.setdefault(quantity(count.figure), []).append(_whose(register, count))
    return _listed(
        [
            f"{amount} ({_listed(list(dict.fromkeys(voices)), '; ')})"
            for amount, voices in by_quantity.items()
        ],
        ", ",
    )


def difference_in_words(register: Register, difference: Difference) -> Spans:
    """By how much one reading is more than another, with who gives each and when."""
    higher, lower = (_reading(register, each) for each in (difference.higher, difference.lower))
    return (
        Span(higher),
        Span(f": {_amount(difference)} than ", Tone.MUTED),
        Span(lower),
        Span(_times(difference), Tone.MUTED),
    )


def _caveats(register: Register, item: Item, voice: Voice | None = None) -> Iterator[Span]:
    """What a reader must not miss of whoever gives a figure; ``voice`` is not the item's own."""
    known = words.known_mark(register, item)
    if known:
        yield Span(f"{known}: ", Tone.HEDGE)
    if item.rank is Rank.DEPRECATED:
        yield Span("deprecated: ", Tone.WARNING)
    told = said_by(register, item).text
    voice = voice or item.voice
    if voice not in (None, Voice.REPORTED) and voice.value != told:
        yield Span(f"{voice}: ", Tone.HEDGE)


def _hedges(count: Count) -> str:
    return ", ".join(f"“{hedge}”" for hedge in count.item.hedge)


def _whose(register: Register, count: Count) -> str:
    who = said_by(register, count.item).text
    if count.is_derived and who != Voice.EDITOR.value:
        who = f"editor, from {who}"
    parts = [who, str(count.said) if count.said else "date not stated"]
    if count.as_of:
        parts.append(f"as of {count.as_of}")
    if count.item.rank is Rank.DEPRECATED:
        parts.append("deprecated")
    return ", ".join(parts)


def _listed(parts: list[str], between: str) -> str:
    left = len(parts) - _MOST_LISTED
    shown = between.join(parts[:_MOST_LISTED])
    return f"{shown}{between}and {left} more" if left > 0 else shown


def _reading(register: Register, reading: Reading) -> str:
    return others_in_words(register, reading.counts)


def _amount(difference: Difference) -> str:
    about = "about " if difference.is_approximate else ""
    least, most = difference.least, difference.most
    if not least:
        return "more"
    if most is None:
        return f"at least {about}{number(least)} more"
    if least == most:
        return f"{about}{number(least)} more"
    return f"{about}{number(least)} to {number(most)} more"


def _times(difference: Difference) -> str:
    """The ratio where it helps: as a share where the numbers are near, else as so many times."""
    ratio = difference.ratio
    counts = (*difference.lower.counts, *difference.higher.counts)
    if ratio is None or any(_is_share(count.unit) for count in counts):
        return ""
    if ratio < 2:
        exact = (ratio - 1) * 100
        rounded = float(f"{exact:.2g}")
        said = f"{number(rounded)} % more"
    else:
        exact = ratio
        rounded = float(f"{exact:.3g}")
        said = f"{number(rounded)} times as much"
    is_exact = abs(exact - rounded) <= 1e-9 * exact and not difference.is_approximate
    return f", {'' if is_exact else 'about '}{said}"


def _is_share(unit: str) -> bool:
    """Whether numbers are shares already, of which a share would only confuse."""
    return any(word in unit.casefold() for word in ("%", "percent", "per cent"))
