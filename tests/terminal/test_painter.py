"""What the painter sends, and when."""

from __future__ import annotations

import asyncio
from typing import cast

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.outlet import Outlet
from brief_tui.terminal.painter import Painter
from tests.tui.painted import Painted


class Taker:
    """In the place of the way out: takes at once what is sent, or is busy."""

    def __init__(self) -> None:
        self.busy = False
        self.sent: list[str] = []

    def send(self, data: bytes) -> None:
        self.sent.append(data.decode())


async def painting(size: tuple[int, int] = (20, 2)) -> tuple[Painter, Taker]:
    taker = Taker()
    painter = Painter(Capabilities(), size, asyncio.get_running_loop(), lambda: None)
    painter.begin(cast("Outlet", taker), b"")
    await asyncio.sleep(0)
    taker.sent.clear()
    return painter, taker


async def drawn(taker: Taker, size: tuple[int, int] = (20, 2)) -> list[str]:
    """The lines of a terminal that is sent what has been sent since the last time."""
    await asyncio.sleep(0)
    screen = Painted(*size)
    screen.write("left over\r\nleft over" + "".join(taker.sent))
    taker.sent.clear()
    return screen.lines()


async def test_what_is_written_in_one_turn_is_one_frame() -> None:
    painter, taker = await painting()
    painter.write("\x1b[1;1Hone")
    painter.write("\x1b[2;1Htwo\x1b[1;1HONE")
    await asyncio.sleep(0)
    assert len(taker.sent) == 1
    assert await drawn(taker) == ["ONE", "two"]


async def test_a_terminal_that_is_slow_gets_the_last_frame_and_none_in_between() -> None:
    painter, taker = await painting()
    taker.busy = True
    for word in ("one", "two", "six"):
        painter.write(f"\x1b[1;1H{word}")
        await asyncio.sleep(0)
    assert taker.sent == []
    taker.busy = False
    painter.draw_soon()
    assert await drawn(taker) == ["six", ""]


async def test_nothing_is_drawn_in_another_size_before_it_is_written() -> None:
    painter, taker = await painting()
    painter.write("\x1b[1;1Hwide and long")
    await asyncio.sleep(0)
    taker.sent.clear()
    painter.resize((10, 2))
    painter.redraw()
    await asyncio.sleep(0)
    assert taker.sent == []
    painter.write("\x1b[1;1Hnarrow")
    assert await drawn(taker, (10, 2)) == ["narrow", ""]


async def test_what_was_written_is_drawn_in_a_size_that_comes_back() -> None:
    """The app may not have heard of the size in between, and so write nothing new."""
    painter, taker = await painting()
    painter.write("\x1b[1;1Hwide and long")
    await asyncio.sleep(0)
    taker.sent.clear()
    for size in ((10, 2), (30, 4), (20, 2)):
        painter.resize(size)
        painter.redraw()
    assert await drawn(taker) == ["wide and long", ""]
