"""``brief-tui show --about ID``: all there is on one item or party."""

from __future__ import annotations

from collections.abc import Callable

from brief_tui.cli.ways import having_all
from brief_tui.library.interface import Library
from brief_tui.library.opening import readable
from brief_tui.library.volume import Volume
from brief_tui.render.page import Gap, Page, Paragraph, Tone, plain
from brief_tui.render.record import Record


def print_about(library: Library, id_: str, form: str, width: int) -> None:
    """Print what every briefing that has an id holds on it.

    Args:
        library: the briefings to look in.
        id_: the id of an item or party.
        form: ``text`` or ``json``.
        width: the cells that a line of text may take.

    Raises:
        WrongUsage: no briefing has it.
    """
    from brief_tui.cli.output import write, write_json

    having = having_all(list(readable(library)), (id_,))
    if form == "json":
        write_json({"about": id_, "briefings": [_record(volume, id_) for volume in having]})
        return
    from brief_tui.render.plain import to_text

    for number, volume in enumerate(having):
        title = Paragraph(plain(volume.briefing.title, Tone.STRONG))
        parts = (block for page in PAGES for block in (Gap(), *page(volume, id_)))
        write(("\n" if number else "") + to_text((title, *parts), width).removesuffix("\n"))


def _own_page(volume: Volume, id_: str) -> Page:
    from brief_tui.render.item import item_page
    from brief_tui.render.party import party_page

    register, position = volume.register, volume.position(id_)
    item = register.items.get(id_)
    if item is not None:
        return item_page(register, item, position=position)
    return party_page(register, register.parties[id_], position, rests=False)


def _beyond_page(volume: Volume, id_: str) -> Page:
    from brief_tui.render.stands import beyond_blocks

    item = volume.register.items.get(id_)
    return tuple(beyond_blocks(volume.register, item)) if item is not None else ()


def _rests_page(volume: Volume, id_: str) -> Page:
    from brief_tui.render.rests import rests_blocks

    return tuple(rests_blocks(volume.register, id_))


PAGES: tuple[Callable[[Volume, str], Page], ...] = (_own_page, _beyond_page, _rests_page)
"""What is printed, one below the other."""


def _record(volume: Volume, id_: str) -> Record:
    from brief_tui.cli.exported import position_record, thing_record
    from brief_tui.cli.exported_provenance import resting_record
    from brief_tui.cli.exported_relations import beyond
    from brief_tui.cli.output import one_line

    register = volume.register
    item = register.items.get(id_)
    return {
        "file": one_line(volume.loaded.path),
        **thing_record(register, item if item is not None else register.parties[id_]),
        "position": position_record(volume.position(id_)),
        **resting_record(register, id_),
        **(beyond(register, item) if item is not None else {}),
    }
