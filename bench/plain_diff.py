"""What a straightforward program would send to change one screen into another."""

from __future__ import annotations

from collections.abc import Sequence

from pyte.graphics import BG_AIXTERM, BG_ANSI, FG_AIXTERM, FG_ANSI, FG_BG_256

from tests.tui.painted import Cell, Look

_INDEX = {name: number for number, name in reversed([*enumerate(FG_BG_256)])}
_FRONT = {name: str(code) for code, name in (*FG_AIXTERM.items(), *FG_ANSI.items())}
_BACK = {name: str(code) for code, name in (*BG_AIXTERM.items(), *BG_ANSI.items())}
_PLAIN = Look("default", "default", *[False] * 4)


def plain_diff(before: Sequence[Sequence[Cell]], after: Sequence[Sequence[Cell]]) -> str:
    """For each run of changed cells on a row its place, and its text with what styles it needs.

    Args:
        before: Every cell that is shown, row by row.
        after: The same of the screen to come.
    """
    sent = []
    style = _PLAIN
    for y, (was, row) in enumerate(zip(before, after, strict=True), 1):
        last = -1
        for x, (old, cell) in enumerate(zip(was, row, strict=True)):
            if old == cell:
                continue
            if last != x - 1 or last < 0:
                sent.append(f"\x1b[{y};{x + 1}H")
            blank_in_style = cell.text == " " and Cell(" ", style).shown == cell
            if cell.look != style and not blank_in_style:
                sent.append(f"\x1b[{_styled(style, cell.look)}m")
                style = cell.look
            sent.append(cell.text)
            last = x
    return "".join(sent)


def _styled(before: Look, after: Look) -> str:
    """The SGR parameters that lead from one look to another: all of it where some is dropped."""
    attributes = {
        "1": "bold",
        "2": "faint",
        "3": "italic",
        "4": "underline",
        "7": "reverse",
        "9": "struck",
    }
    dropped = any(getattr(before, name) > getattr(after, name) for name in attributes.values())
    base = _PLAIN if dropped else before
    parameters = ["0"] if dropped else []
    parameters += [
        code for code, name in attributes.items() if getattr(after, name) > getattr(base, name)
    ]
    if after.colour != base.colour:
        parameters.append(_FRONT.get(after.colour) or _colour(38, after.colour))
    if after.ground != base.ground:
        parameters.append(_BACK.get(after.ground) or _colour(48, after.ground))
    return ";".join(parameters)


def _colour(ground: int, name: str) -> str:
    """One of 256 by its number, any other by its red, green and blue."""
    if name in _INDEX:
        return f"{ground};5;{_INDEX[name]}"
    return ";".join(map(str, (ground, 2, *bytes.fromhex(name))))
