"""A writer that is killed: nothing is lost, nothing is half there, and the next one goes on."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from brief_tui.library.index import refresh as refreshing
from brief_tui.library.index.store import start_anew
from tests.library.index.indexes import Indexed

KILLS = 200
LONGEST = 0.01


def killed_within(seconds: float, index: Indexed) -> bool:
    """Refresh in a process that is ended, wherever it then is, after so many seconds."""
    child = os.fork()
    if not child:
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)
        index.refresh()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


def test_a_writer_may_be_killed_at_any_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refreshing, "MOST_RECENT", 10)
    chance = random.Random(5)  # noqa: S311 - repeatable, not secret
    index = Indexed(tmp_path)
    for number in range(4):
        index.write(f"{number}.yaml", f"Title {number}", claims=number + 1)
    index.refresh()
    killed = version = 0
    for turn in range(KILLS):
        name = f"{chance.randrange(5)}.yaml"
        if chance.random() < 0.15:
            (index.library / name).unlink(missing_ok=True)
        else:
            index.write(name, f"Title {turn}", claims=chance.randrange(1, 4))
        before = index.contents if turn % 10 == 0 else None
        killed += killed_within(chance.uniform(0.0005, LONGEST), index)
        assert index.version >= version
        version = index.version
        if before is not None:
            after = index.contents
            there = {each.name for each in index.library.iterdir()}
            assert before.keys() & there <= after.keys()  # what was there and is, is
    index.refresh()
    assert index.contents == index.fresh
    assert killed > KILLS // 10
    left = {path.name for path in index.file.parent.iterdir()}
    assert left <= {f"one.sqlite{ending}" for ending in ("", "-wal", "-shm", ".lock")}


def test_one_who_is_killed_while_making_an_index_anew_leaves_none_or_an_empty_one(
    tmp_path: Path,
) -> None:
    index = Indexed(tmp_path)
    index.write("one.yaml", "One")
    chance = random.Random(6)  # noqa: S311 - repeatable, not secret
    for _ in range(30):
        child = os.fork()
        if not child:
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.setitimer(signal.ITIMER_REAL, chance.uniform(0.0005, LONGEST))
            start_anew(index.file)
            os._exit(0)
        os.waitpid(child, 0)
    index.refresh()
    assert index.contents == index.fresh
