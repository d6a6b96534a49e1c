"""Handing text to the reader's own clipboard, which over SSH is on another machine.

No way to it answers, so what can be told is where the text was sent, never that it arrived.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from brief_tui.terminal.abilities import ClipboardRoute

if TYPE_CHECKING:
    from collections.abc import Callable

LARGEST = 74_994
"""Bytes of UTF-8. With it OSC 52 is 100,000 bytes long, the most that hterm and others after it
take; few terminals say so when they drop a longer one."""

_TMUX_MAY_TAKE = 1.0
"""Seconds."""

_SCREEN_TAKES = 252
"""Bytes between the ends of a control string: with them 256, as much as screen before 4.2 took."""


class Route(NamedTuple):
    """The way a text took.

    Attributes:
        sent: Whether it left the program.
        words: What to tell the reader; where it was not sent, why.
    """

    sent: bool
    words: str


TO_TERMINAL = Route(True, "sent to the terminal")
TO_SCREEN = Route(True, "sent through screen to the terminal")
TO_TMUX = Route(True, "in tmux's buffer, and sent on to the terminal if tmux is set to")
TO_TMUX_ALONE = Route(True, "in tmux's buffer, and nowhere else")
NO_CLIPBOARD = Route(False, "no clipboard here")
NOT_IN_TMUX = Route(False, "tmux did not take it")


async def copy(text: str, by: ClipboardRoute, send: Callable[[str], object]) -> Route:
    """Send ``text`` towards the clipboard and tell which way it went.

    tmux drops OSC 52 of programs unless told otherwise. It is asked itself to take the text, which
    it then has in any case, and to pass it on.

    Args:
        text: What to copy; not empty.
        by: The way that is to be trusted.
        send: Sends a sequence to the terminal as it is; called at most once.
    """
    data = text.encode("utf-8", "replace")
    if by is ClipboardRoute.NONE:
        return NO_CLIPBOARD
    if by is ClipboardRoute.TMUX:
        return await _to_tmux(data)
    if len(data) > LARGEST:
        return Route(False, f"{len(data):,} bytes, of which terminals take {LARGEST:,}")
    if by is ClipboardRoute.SCREEN:
        send(_through_screen(_osc_52(data)))
        return TO_SCREEN
    send(_osc_52(data))
    return TO_TERMINAL


def _osc_52(data: bytes) -> str:
    """Set the selection ``c``, the clipboard (xterm control sequences, OSC 52)."""
    from base64 import b64encode

    return f"\x1b]52;c;{b64encode(data).decode('ascii')}\x07"


def _through_screen(sequence: str) -> str:
    """``sequence`` in device control strings (DCS), which screen hands on as they are."""
    starts = range(0, len(sequence), _SCREEN_TAKES)
    return "".join(f"\x1bP{sequence[at : at + _SCREEN_TAKES]}\x1b\\" for at in starts)


async def _to_tmux(data: bytes) -> Route:
    """Have tmux take ``data``, and from 3.2 on send it to its own terminal (``-w``)."""
    import asyncio
    from shutil import which

    tmux = which("tmux")
    if tmux is None:
        return NOT_IN_TMUX
    try:
        async with asyncio.timeout(_TMUX_MAY_TAKE):
            if len(data) <= LARGEST and await _succeeds(data, tmux, "load-buffer", "-w", "-"):
                return TO_TMUX
            if await _succeeds(data, tmux, "load-buffer", "-"):
                return TO_TMUX_ALONE
    except TimeoutError:
        pass
    return NOT_IN_TMUX


async def _succeeds(data: bytes, program: str, *words: str) -> bool:
    """Whether the program took ``data`` and ended well; it does not go on after this."""
    import asyncio
    from asyncio.subprocess import DEVNULL, PIPE
    from contextlib import suppress

    try:
        process = await asyncio.create_subprocess_exec(
            program, *words, stdin=PIPE, stdout=DEVNULL, stderr=DEVNULL
        )
    except OSError:
        return False
    try:
        await process.communicate(data)
    finally:
        with suppress(ProcessLookupError):
            process.kill()
        await process.wait()
    return process.returncode == 0
