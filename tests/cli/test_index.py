"""``index``: a library indexed ahead of time, or written as one file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from brief_tui.cli.telling import in_words
from brief_tui.library.index.progress import Progress
from brief_tui.library.index.store import open_read_only
from tests.cli.conftest import Run


@pytest.fixture
def library(tmp_path: Path, corridor: Path, ferry: Path) -> Path:
    folder = tmp_path / "library"
    folder.mkdir()
    for path in (corridor, ferry):
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def test_a_library_is_indexed_and_then_up_to_date(run: Run, library: Path) -> None:
    first, again = run("index", str(library)), run("index", str(library))
    assert (first.code, first.out, again.code, again.out) == (0, "", 0, "")
    assert first.err.endswith("2 briefings read\n")
    assert again.err == "0 briefings read\n"


def test_what_it_holds_is_printed(run: Run, library: Path) -> None:
    (library / "broken.yaml").write_text("[")
    outcome = run("index", str(library), "--stats")
    assert outcome.code == 0
    told = dict(line.split(None, 1) for line in outcome.out.splitlines() if "since" not in line)
    assert (told["briefings"], told["broken"]) == ("3", "1")
    assert told["file"].endswith(".sqlite")


def test_how_far_it_is_can_be_read_by_a_program(run: Run, library: Path) -> None:
    outcome = run("index", str(library), "--progress", "json")
    *told, last = map(json.loads, outcome.out.splitlines())
    assert [each["done"] for each in told][-1] == 2
    assert last == {"read": 2, "removed": 0, "did": True}
    assert outcome.err == ""


def test_a_library_is_written_as_one_file(run: Run, library: Path, tmp_path: Path) -> None:
    to = tmp_path / "desk.brief"
    outcome = run("index", str(library), "--output", str(to))
    assert (outcome.code, outcome.out) == (0, "")
    open_read_only(to).close()


def test_a_library_file_is_not_indexed_again(run: Run, library: Path, tmp_path: Path) -> None:
    file, other = tmp_path / "desk.brief", tmp_path / "other.brief"
    run("index", str(library), "--output", str(file))
    for words in ((), ("--output", str(other)), (str(library),)):
        outcome = run("index", str(file), *words)
        assert outcome.code == 2
        assert "is a library file, which is an index already" in outcome.err
    assert not other.exists()


def test_a_folder_is_no_file_to_write(run: Run, library: Path, tmp_path: Path) -> None:
    outcome = run("index", str(library), "--output", str(tmp_path))
    assert outcome.code == 2
    assert "is a folder; --output names the file to write" in outcome.err


def test_it_is_made_anew_where_that_is_asked_for(run: Run, library: Path) -> None:
    run("index", str(library))
    assert run("index", str(library), "--rebuild").err == "2 briefings read\n"


def test_where_no_index_can_be_kept_it_is_said(
    run: Run, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nowhere = tmp_path / "no-folder"
    nowhere.write_text("")
    monkeypatch.setenv("XDG_CACHE_HOME", str(nowhere))
    outcome = run("index", str(library))
    assert outcome.code == 1
    assert "the index cannot be written" in outcome.err
    to = tmp_path / "desk.brief"
    assert run("index", str(library), "--output", str(to)).code == 0
    open_read_only(to).close()


def test_what_is_not_there_is_wrong_usage(run: Run) -> None:
    assert run("index", "nothing-here").code == 2


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (None, "1,200 of 10,000 briefings"),
        (61.4, "1,200 of 10,000 briefings, 1 min 1 s left"),
        (8.0, "1,200 of 10,000 briefings, 8 s left"),
    ],
)
def test_how_far_it_is_in_words(left: float | None, said: str) -> None:
    progress = Progress(1200, 10_000, 50, 100, 3.0, left)
    assert in_words(progress) == said
    assert in_words(progress, bar=4) == f"[==  ] {said}"
