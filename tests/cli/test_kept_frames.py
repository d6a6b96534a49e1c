"""Which kept frame is that of a start, and that none is which only looks like it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from brief_tui.cli import keeping, kept_frames
from brief_tui.cli.start import Start
from brief_tui.cli.traces import CONTENTS, DATABASE, TOO_MUCH, changed_since, trace
from brief_tui.folders import cache_folder
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.keepable import kept_frame
from brief_tui.terminal.screen import Screen
from brief_tui.terminal.sealed import MOST, sealed, unsealed
from brief_tui.terminal.styles import Styles

SIZE = (20, 2)
KEY = b"this start"


@pytest.fixture(autouse=True)
def _on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brief_tui.cli.start._is_on_a_terminal", lambda: True)
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size(SIZE))


# What a start is.


def set_to(name: str, value: str) -> Callable[[pytest.MonkeyPatch], None]:
    return lambda patch: patch.setenv(name, value)


OTHERWISE: dict[str, Callable[[pytest.MonkeyPatch], None]] = {
    "terminal": set_to("TERM", "xterm"),
    "colours": set_to("COLORTERM", "no"),
    "no colours": set_to("NO_COLOR", "1"),
    "locale": set_to("LC_ALL", "C"),
    "locale of characters": set_to("LC_CTYPE", "de_DE.UTF-8"),
    "language": set_to("LANG", "C"),
    "terminal program": set_to("TERM_PROGRAM", "iTerm.app"),
    "terminal program's version": set_to("TERM_PROGRAM_VERSION", "3"),
    "VTE": set_to("VTE_VERSION", "7000"),
    "SSH": set_to("SSH_CONNECTION", "here there"),
    "tmux": set_to("TMUX", "socket"),
    "screen": set_to("STY", "socket"),
    "time zone": set_to("TZ", "Asia/Seoul"),
    "home": set_to("HOME", "/elsewhere"),
    "configuration": set_to("XDG_CONFIG_HOME", "/elsewhere"),
    "state": set_to("XDG_STATE_HOME", "/elsewhere"),
    "library": set_to("XDG_DATA_HOME", "/elsewhere"),
    "Textual": set_to("TEXTUAL_COLOR_SYSTEM", "256"),
    "folder": lambda patch: patch.chdir("/"),
    "where modules are": lambda patch: patch.setattr(sys, "path", [*sys.path, "/elsewhere"]),
    "Python": lambda patch: patch.setattr(sys, "version", "4"),
    "program": lambda patch: patch.setattr("brief_tui.__version__", "next"),
    "width": lambda patch: patch.setattr(os, "get_terminal_size", lambda _: (21, 2)),
    "height": lambda patch: patch.setattr(os, "get_terminal_size", lambda _: (20, 3)),
}


@pytest.mark.parametrize("change", OTHERWISE.values(), ids=OTHERWISE)
def test_a_start_that_may_look_otherwise_is_another(
    change: Callable[[pytest.MonkeyPatch], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Start(["talks.yaml"]).key
    assert before
    assert Start(["talks.yaml"]).key == before
    change(monkeypatch)
    assert Start(["talks.yaml"]).key not in (before, b"")


@pytest.mark.parametrize(
    "words", [[], ["other.yaml"], ["talks.yaml", "--ascii"], ["talks.yaml", "--theme", "paper"]]
)
def test_other_arguments_are_another_start(words: list[str]) -> None:
    assert Start(words).key not in (Start(["talks.yaml"]).key, b"")


def test_the_next_login_is_the_same_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50000 10.0.0.2 22")
    before = Start([]).key
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.1 50001 10.0.0.2 22")
    assert Start([]).key == before


@pytest.mark.parametrize("words", [["--kiosk"], ["--no-cache"], ["talks.yaml", "--no-cache"]])
def test_where_nothing_is_to_be_kept_there_is_no_key(words: list[str]) -> None:
    assert Start(words).key == b""


def test_without_a_terminal_there_is_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("brief_tui.cli.start._is_on_a_terminal", lambda: False)
    assert Start([]).key == b""


# What a frame depends on.


def keep(tmp_path: Path, *paths: Path) -> Path:
    """Keep a frame that depends on these; the file it is kept in."""
    screen = Screen.blank(*SIZE).after("a frame", Styles())[0]
    depends = [(os.fsencode(path), trace(os.fsencode(path))) for path in paths]
    frame = kept_frame(screen, Capabilities())
    keeping._write(KEY, kept_frames.parts_of(KEY, frame, depends))
    return Path(kept_frames.folder()) / kept_frames.name(KEY)


def is_found() -> bool:
    return kept_frames.find(KEY, SIZE) is not None


def test_a_frame_is_found_while_all_is_as_it_was(tmp_path: Path) -> None:
    there = tmp_path / "there"
    there.write_text("one")
    assert not is_found()
    keep(tmp_path, there, tmp_path / "not there")
    assert is_found()
    found = kept_frames.find(KEY, SIZE)
    assert found is not None
    assert b"a frame" in found.drawing
    assert (found.columns, found.lines) == SIZE
    assert kept_frames.find(b"another start", SIZE) is None


def rewritten(path: Path) -> None:
    """Written again, by someone who puts back the time."""
    before = path.stat()
    time.sleep(0.02)
    path.write_text("two")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def replaced(path: Path) -> None:
    other = path.with_suffix(".new")
    other.write_text("two")
    other.replace(path)


CHANGES: dict[str, Callable[[Path], object]] = {
    "rewritten": rewritten,
    "replaced": replaced,
    "gone": Path.unlink,
    "closed": lambda path: path.chmod(0o400),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_frame_is_not_found_once_what_it_depends_on_has_changed(
    change: Callable[[Path], object], tmp_path: Path
) -> None:
    there = tmp_path / "there"
    there.write_text("one")
    keep(tmp_path, there)
    time.sleep(0.02)
    change(there)
    assert not is_found()


def test_a_frame_is_not_found_once_something_is_there_that_was_not(tmp_path: Path) -> None:
    keep(tmp_path, tmp_path / "later")
    (tmp_path / "later").touch()
    assert not is_found()


def test_a_frame_is_not_found_once_a_folder_has_something_more(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    keep(tmp_path, folder)
    time.sleep(0.02)
    (folder / "later.yaml").touch()
    assert not is_found()


def test_files_written_anew_with_the_same_in_them_change_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "state"
    contents = CONTENTS + os.fsencode(folder)
    assert trace(contents) == b""
    folder.mkdir()
    (folder / "state.json").write_text("{}")
    before = trace(contents)
    replaced(folder / "state.json")
    (folder / "state.json").write_text("{}")
    (folder / ".state-half").write_text("x")
    (folder / "last-failure.txt").write_text("x")
    assert trace(contents) == before
    (folder / "state.json").write_text("{ }")
    assert trace(contents) != before
    (folder / "large").write_bytes(bytes(1 << 17))
    assert trace(contents) == TOO_MUCH


def test_a_database_changes_when_it_is_written_to_and_not_when_it_is_read(tmp_path: Path) -> None:
    file, beside = tmp_path / "library.sqlite", tmp_path / "library.sqlite-wal"
    path = DATABASE + os.fsencode(file)
    file.write_text("one")
    then = file.stat().st_mtime_ns
    os.utime(file, ns=(then - 10**10, then - 10**10))
    before, now = trace(path), time.time_ns() + 10**9
    beside.touch()
    assert trace(path) == before
    beside.write_text("what waits")
    assert trace(path) != before
    assert changed_since(path, beside.stat().st_mtime_ns)
    assert not changed_since(path, now)


def test_no_pipe_is_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert trace(CONTENTS + os.fsencode(tmp_path))
    assert trace(os.fsencode(tmp_path / "pipe"))


def test_what_was_written_while_the_program_ran_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.touch()
    path, contents = os.fsencode(file), CONTENTS + os.fsencode(tmp_path)
    before, after = file.stat().st_ctime_ns, file.stat().st_ctime_ns + 1
    assert changed_since(path, before)
    assert not changed_since(path, after)
    assert changed_since(contents, before)
    assert not changed_since(os.fsencode(tmp_path / "not there"), 1)


# What is damaged, or not ours.


def bits(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def with_part(number: int, part: bytes) -> Callable[[Path], None]:
    """Sealed as it should be, but with something else in it."""

    def change(file: Path) -> None:
        parts = unsealed(file.read_bytes()) or []
        parts[number : number + 1] = [part]
        file.write_bytes(sealed(parts))

    return change


def linked(file: Path) -> None:
    file.rename(file.with_suffix(".elsewhere"))
    file.symlink_to(file.with_suffix(".elsewhere"))


def as_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


def as_pipe(file: Path) -> None:
    file.unlink()
    os.mkfifo(file, 0o600)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "a bit": bits,
    "empty": lambda file: file.write_bytes(b""),
    "cut off": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "longer": lambda file: file.write_bytes(file.read_bytes() + b"\0"),
    "far too large": lambda file: os.truncate(file, MOST + 1),
    "another form": lambda file: file.write_bytes(b"another" + file.read_bytes()),
    "few parts": lambda file: file.write_bytes(sealed([KEY])),
    "another start": with_part(0, b"another start"),
    "something else to enter": with_part(1, b"\x1b[?1004h"),
    "something else to enter again": with_part(2, b"\x1b]0;title\x07"),
    "something else to draw": with_part(3, b"\x1b]52;c;QQ==\x07"),
    "something else to leave": with_part(4, b"\x1bc"),
    "another's to read": lambda file: file.chmod(0o644),
    "a link": linked,
    "a folder": as_folder,
    "a pipe": as_pipe,
}


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
def test_what_is_damaged_or_not_ours_is_passed_over(
    damage: Callable[[Path], object], tmp_path: Path
) -> None:
    file = keep(tmp_path)
    assert is_found()
    damage(file)
    assert not is_found()


# Where they lie.


def test_they_lie_in_the_folder_of_the_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    assert kept_frames.folder() == str(cache_folder() / "frames")
    for base in ("", "relative", "/elsewhere"):
        monkeypatch.setenv("XDG_CACHE_HOME", base)
        assert kept_frames.folder() == str(cache_folder() / "frames")


def test_nobody_else_may_read_them(tmp_path: Path) -> None:
    file = keep(tmp_path)
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.parent.stat().st_mode & 0o777 == 0o700


def test_the_oldest_go(tmp_path: Path) -> None:
    first = keep(tmp_path)
    os.utime(first, (0, 0))
    folder = first.parent
    for number in range(40):
        keeping._write(b"start %d" % number, [b"frame"])
    assert not first.exists()
    assert len(list(folder.iterdir())) == keeping._MOST_FRAMES


def test_what_is_kept_again_is_not_the_oldest(tmp_path: Path) -> None:
    first = keep(tmp_path)
    os.utime(first, (0, 0))
    keep(tmp_path)
    assert first.stat().st_mtime > 0
