"""A library in memory follows its files, and believes no briefing to be broken at first sight."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING
from brief_tui.library.interface import State
from brief_tui.library.live.in_memory import InMemory
from brief_tui.library.opening import in_memory


class Followed:
    """A folder of one briefing, the collection of it, and what follows it."""

    def __init__(self, folder: Path, corridor: Path) -> None:
        self.folder = folder
        self.file = folder / "corridor.yaml"
        shutil.copy(corridor, self.file)
        self.good = self.file.read_text()
        self.collection: Collection = in_memory([folder])
        self.live = InMemory(self.collection, [folder], lambda change: change())
        self.beginning = self.collection.version

    @property
    def has_changed(self) -> bool:
        return self.collection.version != self.beginning

    @property
    def listed(self) -> dict[str, State]:
        return {each.path.name: each.state for each in self.collection.briefings(EVERYTHING)}

    @property
    def title(self) -> str:
        return self.collection.open(self.file).briefing.title


@pytest.fixture
def followed(tmp_path: Path, corridor: Path) -> Followed:
    folder = tmp_path / "library"
    folder.mkdir()
    return Followed(folder, corridor)


def test_files_that_do_not_change_change_nothing(followed: Followed) -> None:
    assert followed.live.look() == 0.0
    assert not followed.has_changed


def test_a_change_is_there_at_once(followed: Followed) -> None:
    followed.file.write_text(followed.good.replace("grain corridor", "wheat corridor"))
    assert followed.live.look() == 0.0
    assert followed.title == "Talks on a wheat corridor"


def test_a_change_between_loading_and_following_is_seen(tmp_path: Path, corridor: Path) -> None:
    file = tmp_path / "corridor.yaml"
    shutil.copy(corridor, file)
    os.utime(file, (1, 1))
    collection = in_memory([file])
    file.write_text(file.read_text().replace("grain corridor", "wheat corridor"))
    InMemory(collection, [file], lambda change: change()).look()
    assert collection.open(file).briefing.title == "Talks on a wheat corridor"


def _truncate(followed: Followed) -> None:
    followed.file.write_text("")


def _write_half(followed: Followed) -> None:
    followed.file.write_text(followed.good[: len(followed.good) // 2] + "\n  [")


def _take_away(followed: Followed) -> None:
    followed.file.unlink()


@pytest.mark.parametrize("half", [_truncate, _write_half, _take_away])
def test_a_save_that_is_half_done_is_not_shown(
    followed: Followed, half: Callable[[Followed], None]
) -> None:
    half(followed)
    assert followed.live.look() > 0
    assert not followed.has_changed
    followed.file.write_text(followed.good.replace("grain corridor", "wheat corridor"))
    assert followed.live.look() == 0.0
    assert followed.listed == {"corridor.yaml": State.READABLE}
    assert followed.title == "Talks on a wheat corridor"


def test_what_stays_broken_is_shown_so_with_its_last_good_version(followed: Followed) -> None:
    followed.file.write_text("title: [")
    assert followed.live.look() > 0
    assert followed.live.look() == 0.0
    assert followed.listed == {"corridor.yaml": State.KEPT}
    assert followed.title == "Talks on a grain corridor"
    followed.file.write_text(followed.good)
    followed.live.look()
    assert followed.listed == {"corridor.yaml": State.READABLE}


def test_what_breaks_otherwise_is_waited_for_again(followed: Followed) -> None:
    followed.file.write_text("title: [")
    followed.live.look()
    followed.file.write_text("title: [[[[")
    assert followed.live.look() > 0
    assert not followed.has_changed


def test_files_come_and_go(followed: Followed, ferry: Path) -> None:
    shutil.copy(ferry, followed.folder / "ferry.yaml")
    (followed.folder / ".corridor.yaml.swp").write_text("no briefing")
    followed.live.look()
    assert followed.listed.keys() == {"corridor.yaml", "ferry.yaml"}
    followed.file.unlink()
    assert followed.live.look() > 0
    assert followed.live.look() == 0.0
    assert followed.listed.keys() == {"ferry.yaml"}
