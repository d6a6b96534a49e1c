"""When files that are being written are looked at, by a clock turned by hand."""

from __future__ import annotations

from brief_tui.library.live.settling import LONGEST, QUIET, Settling


def test_nothing_is_looked_at_while_nothing_changes() -> None:
    settling = Settling()
    assert not settling.take(0.0)
    assert not settling.take(10**6)


def test_a_change_is_looked_at_once_and_only_after_a_moment() -> None:
    settling = Settling()
    settling.changed(100.0)
    assert not settling.take(100.0 + QUIET / 2)
    assert settling.take(100.0 + QUIET)
    assert not settling.take(200.0)


def test_what_is_written_in_pieces_is_looked_at_after_the_last() -> None:
    settling = Settling()
    for piece in range(3):
        settling.changed(piece * QUIET / 2)
    assert not settling.take(QUIET * 1.5)
    assert settling.take(QUIET * 2)


def test_what_goes_on_changing_is_looked_at_all_the_same() -> None:
    settling = Settling()
    now = 0.0
    while not settling.take(now):
        settling.changed(now)
        now += QUIET / 2
    assert LONGEST <= now < LONGEST + QUIET


def test_a_second_look_comes_after_a_while_or_with_the_next_change() -> None:
    settling = Settling()
    settling.again(0.0, 5.0)
    assert not settling.take(4.0)
    assert settling.take(5.0)
    settling.again(10.0, 5.0)
    settling.changed(11.0)
    assert settling.take(11.0 + QUIET)
    assert not settling.take(100.0)


def test_a_second_look_does_not_put_off_the_first() -> None:
    settling = Settling()
    settling.changed(0.0)
    settling.again(0.0, 5.0)
    assert settling.take(QUIET)
