"""Which briefings there are under some paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.interface import Library, State
from brief_tui.library.opening import closed, open_now, readable
from brief_tui.library.places import find_briefings


def briefing(path: Path, id_: str) -> Path:
    """A small briefing at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"id: {id_}\ntitle: {id_.title()}\n")
    return path


def titles(library: Library) -> set[str]:
    """Those of all briefings of a library."""
    return {listed.title for listed in library.briefings(EVERYTHING)}


def test_a_file_is_a_briefing_whatever_it_is_called(tmp_path: Path) -> None:
    path = briefing(tmp_path / "notes.txt", "notes")
    assert find_briefings(path) == [path]


def test_a_folder_with_a_head_is_one_briefing_and_any_other_a_library(tmp_path: Path) -> None:
    briefing(tmp_path / "one" / "briefing.yaml", "one")
    (tmp_path / "one" / "claims.yaml").write_text("claims: [{id: a, text: A.}]\n")
    two = briefing(tmp_path / "deep" / "er" / "two.yml", "two")
    three = briefing(tmp_path / "three.yaml", "three")
    briefing(tmp_path / ".hidden.yaml", "hidden")
    briefing(tmp_path / ".git" / "x.yaml", "x")
    briefing(tmp_path / "readme.md", "readme")
    assert set(find_briefings(tmp_path)) == {tmp_path / "one", two, three}
    (volume,) = readable(open_now([tmp_path / "one"]))
    assert [claim.id for claim in volume.briefing.claims] == ["a"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a" / "one.yaml", "one")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert find_briefings(tmp_path) == [path]


def test_a_briefing_named_twice_is_listed_once(tmp_path: Path) -> None:
    path = briefing(tmp_path / "one.yaml", "one")
    assert titles(open_now([path, tmp_path, path])) == {"One"}


def test_a_broken_one_is_listed_and_never_takes_the_others_down(tmp_path: Path) -> None:
    briefing(tmp_path / "fine.yaml", "fine")
    (tmp_path / "broken.yaml").write_text("id: [\n")
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff" * 100)
    library = open_now([tmp_path])
    assert [volume.briefing.title for volume in readable(library)] == ["Fine"]
    assert {listed.path.stem for listed in closed(library)} == {"binary", "broken"}
    assert all(library.problems(listed.path) for listed in closed(library))


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        open_now([tmp_path / "nothing.yaml"])
    assert caught.value.filename == str(tmp_path / "nothing.yaml")


def test_without_a_path_there_is_ones_own_library_and_what_ships(tmp_path: Path) -> None:
    shipped = titles(open_now())
    assert shipped
    briefing(tmp_path / "home" / "data" / "brief-tui" / "briefings" / "mine.yaml", "mine")
    assert titles(open_now()) == shipped | {"Mine"}


def test_a_folder_that_cannot_be_looked_into_is_listed_as_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    briefing(tmp_path / "fine.yaml", "fine")
    locked = tmp_path / "locked"
    briefing(locked / "inside.yaml", "inside")
    real = os.scandir

    def scandir(path: str | Path) -> AbstractContextManager[Iterator[os.DirEntry[str]]]:
        # Whoever runs the tests may be one whom no permission stops.
        if str(path) == str(locked):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    library = open_now([tmp_path])
    assert [volume.briefing.title for volume in readable(library)] == ["Fine"]
    (broken,) = closed(library)
    assert (broken.path, broken.state) == (locked, State.BROKEN)
    assert "Permission denied" in library.problems(locked)[0].message


def test_a_linked_folder_is_looked_into(tmp_path: Path) -> None:
    elsewhere = briefing(tmp_path / "elsewhere" / "one.yaml", "one")
    library = tmp_path / "library"
    library.mkdir()
    (library / "linked").symlink_to(elsewhere.parent)
    assert [path.name for path in find_briefings(library)] == ["one.yaml"]
