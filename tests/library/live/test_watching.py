"""Whether something changes at some paths: told by the system, or seen by looking."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from threading import Event

import pytest
import watchfiles

from brief_tui.library.live.watching import turns

MANY = 100
"""Turns in which a change is seen; a second has ten."""


@pytest.fixture
def stop() -> Iterator[Event]:
    event = Event()
    yield event
    event.set()


def is_seen(watched: Iterator[bool]) -> bool:
    return any(islice(watched, MANY))


def test_files_in_a_folder(tmp_path: Path, stop: Event) -> None:
    watched = turns([tmp_path], stop)
    next(watched)
    (tmp_path / "deep").mkdir()
    assert is_seen(watched)
    (tmp_path / "new.yaml").write_text("title: New")
    assert is_seen(watched)


def test_an_editors_own_files_are_nothing(tmp_path: Path, stop: Event) -> None:
    watched = turns([tmp_path], stop)
    next(watched)
    (tmp_path / ".new.yaml.swp").write_text("x")
    (tmp_path / "notes.txt").write_text("x")
    assert not any(islice(watched, 4))


def test_what_lies_in_a_hidden_folder_is_nothing(tmp_path: Path, stop: Event) -> None:
    library = tmp_path / ".desk" / "library"
    inside = library / ".git" / "objects"
    inside.mkdir(parents=True)
    watched = turns([library], stop)
    next(watched)
    (inside / "a1").mkdir()
    (inside / "a1" / "new.yaml").write_text("title: New")
    (library / ".git" / "index").write_text("x")
    assert not any(islice(watched, 4))
    (library / "new.yaml").write_text("title: New")
    assert is_seen(watched)


def test_a_folder_that_is_put_in_the_place_of_another(tmp_path: Path, stop: Event) -> None:
    folder = tmp_path / "library"
    folder.mkdir()
    watched = turns([folder], stop)
    next(watched)
    folder.rename(tmp_path / "old")
    folder.mkdir()
    assert is_seen(watched)
    for _ in islice(watched, 3):
        pass
    (folder / "new.yaml").write_text("title: New")
    assert is_seen(watched)


def test_a_file_that_an_editor_puts_another_in_the_place_of(
    tmp_path: Path, corridor: Path, stop: Event
) -> None:
    file = Path(shutil.copy(corridor, tmp_path / "one.yaml"))
    watched = turns([file], stop)
    next(watched)
    other = Path(shutil.copy(corridor, tmp_path / "one.new"))
    other.replace(file)
    assert is_seen(watched)


def test_where_the_system_tells_nothing_it_is_looked(
    tmp_path: Path, stop: Event, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError("too many files are watched")

    monkeypatch.setattr(watchfiles, "watch", refuse)
    watched = turns([tmp_path], stop)
    next(watched)
    (tmp_path / "new.yaml").write_text("title: New")
    assert is_seen(watched)


def test_it_ends_when_it_is_told_to(tmp_path: Path, stop: Event) -> None:
    watched = turns([tmp_path], stop)
    next(watched)
    stop.set()
    assert len(list(islice(watched, MANY))) < MANY
