"""``brief-tui show --path FROM TO``: the ways from one item or party to another."""

from __future__ import annotations

from brief_tui.cli.usage import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from brief_tui.library.interface import Library
    from brief_tui.library.volume import Volume


def print_ways(library: Library, start: str, end: str, form: str, width: int) -> None:
    """Print the ways in every briefing that has both ends.

    Args:
        library: the briefings to look in.
        start: the id of an item or party.
        end: another.
        form: ``text`` or ``json``.
        width: the cells that a line of text may take.

    Raises:
        WrongUsage: no briefing has both.
    """
    from brief_tui.cli.output import one_line, write, write_json
    from brief_tui.library.opening import readable

    having = having_all(list(readable(library)), (start, end))
    if form == "json":
        from brief_tui.analysis.paths import paths
        from brief_tui.cli.exported_relations import ways

        found = [
            {
                "file": one_line(volume.loaded.path),
                "path": ways(start, end, paths(volume.register, start, end)),
            }
            for volume in having
        ]
        write_json({"briefings": found})
        return
    from brief_tui.render.page import Gap, Paragraph, Tone, plain
    from brief_tui.render.paths import path_page
    from brief_tui.render.plain import to_text

    for number, volume in enumerate(having):
        title = Paragraph(plain(volume.briefing.title, Tone.STRONG))
        page = (title, Gap(), *path_page(volume.register, start, end))
        write(("\n" if number else "") + to_text(page, width).removesuffix("\n"))


def having_all(volumes: Sequence[Volume], ids: Sequence[str]) -> list[Volume]:
    """The briefings that have an item or a party with each of these ids.

    Raises:
        WrongUsage: no briefing has one of them, or none has all.
    """
    known = [{*volume.register.items, *volume.register.parties} for volume in volumes]
    for id_ in ids if known else ():
        if not any(id_ in own for own in known):
            raise _unknown(id_, sorted(set().union(*known)))
    having = [volume for volume, own in zip(volumes, known, strict=True) if own.issuperset(ids)]
    if known and not having:
        raise WrongUsage(f"{' and '.join(f'`{id_}`' for id_ in ids)} stand in different briefings")
    return having


def _unknown(id_: str, known: Sequence[str]) -> WrongUsage:
    from brief_tui.load.nearest import nearest

    guess = nearest(id_, known)
    hint = (
        f"did you mean `{guess}`?"
        if guess
        else "`brief-tui show` gives every id, in brackets and below each page"
    )
    return WrongUsage(f"there is no item, source or actor `{id_}`; {hint}")
