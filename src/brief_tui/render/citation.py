"""An item, or a page, as text to paste elsewhere, with all that a citation needs."""

from __future__ import annotations

from brief_tui.analysis.origins import way_of
from brief_tui.model.chain import speaker_of
from brief_tui.model.item import Item
from brief_tui.model.party import Source
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Rank, Voice
from brief_tui.render import figures, words
from brief_tui.render.page import Page, Spans
from brief_tui.render.plain import PAPER, to_text

_NO_SPEAKER = f"speaker {words.NOT_STATED}"
_WITHOUT_SPEAKER: dict[Voice | None, str] = {
    Voice.ARTICLE: "the source text itself",
    Voice.EDITOR: "the briefing's editor",
}


def citation(register: Register, item: Item) -> str:
    """The item's text, hedge, voice, date, chain, source and briefing, in plain lines."""
    voice = speaker_of(item)
    in_voice = f"voice: {item.voice.value}" if item.voice else f"voice {words.NOT_STATED}"
    who = register.name(voice) if voice else _WITHOUT_SPEAKER.get(item.voice, _NO_SPEAKER)
    said = f"said {item.said}" if item.said else f"date said {words.NOT_STATED}"
    lines = [item.text, f"— {who} ({in_voice}), {said}"]
    if item.event:
        lines.append(f"{words.event_label(register, item).capitalize()}: {item.event}")
    if item.rank is not Rank.NORMAL:
        reason = f": {item.rank_reason}" if item.rank_reason else ""
        lines.append(f"Rank: {item.rank.value}{reason}")
    lines += (
        f"Figure: {_as_text(figures.figure_in_words(register, each))}" for each in item.figures
    )
    if item.hedge:
        lines.append("Hedge in the source: " + ", ".join(f"“{hedge}”" for hedge in item.hedge))
    source = register.source_of(item)
    place = f" {' '.join(item.locator)}" if item.locator else ""
    lines.append(f"Source: {register.name(source) if source else words.NOT_STATED}{place}")
    party = register.parties.get(source or "")
    if isinstance(party, Source) and party.url:
        lines.append(f"Address: {party.url}")
    way = way_of(register, item)
    if way.origin is not None and way.origin != voice:
        lines.append(f"Origin: {register.name(way.origin)}")
    elif way.steps and way.origin is None:
        lines.append(f"Origin: {words.NOT_STATED}")
    lines.append(briefing_line(register, f"#{item.id}"))
    return "\n".join(lines) + "\n"


def page_with_briefing(register: Register, page: Page, narrowed: str = "") -> str:
    """A page as text to paste elsewhere, and below it which briefing it is from.

    Args:
        register: The briefing.
        page: The page.
        narrowed: The filter in words, where there is one.
    """
    to_what = f"Narrowed to: {narrowed}\n" if narrowed else ""
    return f"{to_text(page, PAPER)}\n{briefing_line(register)}\n{to_what}"


def briefing_line(register: Register, item: str = "") -> str:
    """Which briefing something is from, with its date and id, and behind that the item's."""
    briefing = register.briefing
    as_of = f", as of {briefing.as_of}" if briefing.as_of else ""
    return f"Briefing: {briefing.title}{as_of} [{briefing.id}{item}]"


def _as_text(spans: Spans) -> str:
    return "".join(span.text for span in spans)
