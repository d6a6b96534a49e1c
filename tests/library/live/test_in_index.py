"""An index that is read follows its files by the writer's own code."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.index.refresh import refresh
from brief_tui.library.index.store import index_file, writing
from brief_tui.library.interface import State
from brief_tui.library.live import in_index
from brief_tui.library.live.in_index import InIndex


class Followed:
    """A folder of one briefing, its index, what follows it and what that told."""

    def __init__(self, folder: Path, corridor: Path) -> None:
        self.file = folder / "corridor.yaml"
        shutil.copy(corridor, self.file)
        self.good = self.file.read_text()
        self.index = index_file([folder])
        refresh(self.index, [folder])
        self.library = IndexedLibrary(self.index, [folder])
        self.told: list[str] = []
        self.live = InIndex(
            self.index,
            [folder],
            lambda: self.told.append("changed"),
            lambda: self.told.append("much"),
        )

    @property
    def listed(self) -> dict[str, State]:
        _ = self.library.version
        return {each.title: each.state for each in self.library.briefings(EVERYTHING)}

    @property
    def names(self) -> list[str]:
        _ = self.library.version
        return sorted(each.path.name for each in self.library.briefings(EVERYTHING))


@pytest.fixture
def followed(tmp_path: Path, corridor: Path) -> Followed:
    folder = tmp_path / "library"
    folder.mkdir()
    return Followed(folder, corridor)


def test_a_change_is_written_and_told(followed: Followed) -> None:
    assert followed.live.look() == 0.0
    assert followed.told == []
    followed.file.write_text(followed.good.replace("grain corridor", "wheat corridor"))
    assert followed.live.look() == 0.0
    assert followed.told == ["changed"]
    assert followed.listed == {"Talks on a wheat corridor": State.READABLE}


def test_what_breaks_is_believed_the_second_time(followed: Followed) -> None:
    followed.file.write_text("title: [")
    assert followed.live.look() > 0
    assert followed.told == []
    assert followed.live.look() == 0.0
    assert followed.listed == {"Talks on a grain corridor": State.KEPT}


def test_what_goes_is_believed_the_second_time(followed: Followed) -> None:
    followed.file.unlink()
    assert followed.live.look() > 0
    assert len(followed.listed) == 1
    followed.live.look()
    assert followed.listed == {}


def test_what_is_broken_again_and_again_holds_nothing_else_up(followed: Followed) -> None:
    for number in range(3):
        followed.file.write_text(f"title: [{number}")
        other = followed.file.with_name(f"other-{number}.yaml")
        other.write_text(followed.good.replace("grain corridor", f"corridor {number}"))
        assert followed.live.look() > 0
        assert followed.listed[f"Talks on a corridor {number}"] is State.READABLE
        assert followed.listed["Talks on a grain corridor"] is State.READABLE
    assert followed.live.look() == 0.0
    assert followed.listed["Talks on a grain corridor"] is State.KEPT


def test_what_goes_holds_nothing_else_up(followed: Followed) -> None:
    followed.file.rename(followed.file.with_name("moved.yaml"))
    assert followed.live.look() > 0
    assert followed.names == ["corridor.yaml", "moved.yaml"]
    assert followed.live.look() == 0.0
    assert followed.names == ["moved.yaml"]


def test_while_another_writes_it_is_looked_again_later(followed: Followed) -> None:
    followed.file.write_text(followed.good.replace("grain corridor", "wheat corridor"))
    with writing(followed.index):
        assert followed.live.look() > 0
    assert followed.told == []
    followed.live.look()
    assert followed.told == ["changed"]


def test_much_is_left_to_a_process(followed: Followed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(in_index, "_LITTLE", 10)
    followed.file.write_text(followed.good.replace("grain corridor", "wheat corridor"))
    assert followed.live.look() == 0.0
    assert followed.told == ["much"]


def test_an_index_that_is_gone_is_left_to_a_process(followed: Followed) -> None:
    followed.index.unlink()
    assert followed.live.look() == 0.0
    assert followed.told == ["much"]
