"""The diff that the bench compares with is a fair one: no byte in it that could plainly be left."""

from __future__ import annotations

import pytest

from bench.plain_diff import plain_diff
from tests.tui.painted import Painted


def screen(written: str) -> Painted:
    painted = Painted(12, 2)
    painted.write(written)
    return painted


@pytest.mark.parametrize(
    ("before", "after", "sent"),
    [
        ("", "", ""),
        ("one", "one", ""),
        ("one", "ore", "\x1b[1;2Hr"),
        ("abcdef", "xbcxef", "\x1b[1;1Hx\x1b[1;4Hx"),
        ("", "\x1b[1;38;5;110ma\x1b[0m b", "\x1b[1;1H\x1b[1;38;5;110ma\x1b[1;3H\x1b[0mb"),
        ("", "\x1b[31ma b\x1b[32mc", "\x1b[1;1H\x1b[31ma\x1b[1;3Hb\x1b[32mc"),
        ("xxxxx", "\x1b[31ma  \x1b[32mb", "\x1b[1;1H\x1b[31ma  \x1b[32mb "),
        ("xx", "\x1b[44m  ", "\x1b[1;1H\x1b[44m  "),
        ("xxxx", "\ubd81\ud55c", "\x1b[1;1H\ubd81\ud55c"),
        ("a\r\nb", "c\r\nd", "\x1b[1;1Hc\x1b[2;1Hd"),
    ],
)
def test_it_is_each_run_of_changed_cells(before: str, after: str, sent: str) -> None:
    diff = plain_diff(screen(before).shown(), screen(after).shown())
    assert diff == sent
    drawn = screen(before)
    drawn.write(f"\x1b[0m{diff}")
    assert drawn.shown() == screen(after).shown()
