"""Which briefings there are under some paths."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from brief_tui.library.catalogue import find_briefings, open_catalogue


def briefing(path: Path, id_: str) -> Path:
    """A small briefing at ``path``."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"id: {id_}\ntitle: {id_.title()}\n")
    return path


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
    (entry,) = open_catalogue([tmp_path / "one"]).entries
    assert entry.briefing is not None
    assert [claim.id for claim in entry.briefing.claims] == ["a"]


def test_a_circle_of_links_ends(tmp_path: Path) -> None:
    path = briefing(tmp_path / "a" / "one.yaml", "one")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert find_briefings(tmp_path) == [path]


def test_a_briefing_named_twice_is_listed_once(tmp_path: Path) -> None:
    path = briefing(tmp_path / "one.yaml", "one")
    assert len(open_catalogue([path, tmp_path, path]).entries) == 1


def test_a_broken_one_is_listed_and_never_takes_the_others_down(tmp_path: Path) -> None:
    briefing(tmp_path / "fine.yaml", "fine")
    (tmp_path / "broken.yaml").write_text("id: [\n")
    (tmp_path / "binary.yaml").write_bytes(b"\x00\xff" * 100)
    catalogue = open_catalogue([tmp_path])
    assert [entry.title for entry in catalogue.readable] == ["Fine"]
    assert {entry.path.stem for entry in catalogue.entries} == {"binary", "broken", "fine"}
    assert all(entry.problems for entry in catalogue.entries if entry.briefing is None)


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        open_catalogue([tmp_path / "nothing.yaml"])
    assert caught.value.filename == str(tmp_path / "nothing.yaml")


def test_without_a_path_there_is_ones_own_library_and_what_ships(tmp_path: Path) -> None:
    shipped = {entry.title for entry in open_catalogue([]).entries}
    assert shipped
    briefing(tmp_path / "home" / "data" / "brief-tui" / "briefings" / "mine.yaml", "mine")
    assert {entry.title for entry in open_catalogue([]).entries} == shipped | {"Mine"}


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
    catalogue = open_catalogue([tmp_path])
    assert [entry.title for entry in catalogue.readable] == ["Fine"]
    (broken,) = (entry for entry in catalogue.entries if entry.briefing is None)
    assert broken.path == locked
    assert "Permission denied" in broken.problems[0].message


def test_a_linked_folder_is_looked_into(tmp_path: Path) -> None:
    elsewhere = briefing(tmp_path / "elsewhere" / "one.yaml", "one")
    library = tmp_path / "library"
    library.mkdir()
    (library / "linked").symlink_to(elsewhere.parent)
    assert [path.name for path in find_briefings(library)] == ["one.yaml"]
