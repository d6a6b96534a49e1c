"""The choice of theme is remembered, and forgetting it is never fatal."""

import json
from pathlib import Path

import pytest

from brief_tui.tui.remember import remember_theme, remembered_theme, state_file


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state file of a reader who has none yet, nor a folder for it."""
    file = tmp_path / "state" / "brief-tui" / "state.json"
    monkeypatch.setattr("brief_tui.tui.remember.state_file", lambda: file)
    return file


def test_nothing_is_remembered_at_first() -> None:
    assert remembered_theme() is None


def test_the_last_choice_is_remembered() -> None:
    assert remember_theme("paper")
    assert remember_theme("dusk")
    assert remembered_theme() == "dusk"


def test_what_else_is_in_the_file_stays(state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_text('{"later": [1], "theme": "paper"}')
    remember_theme("dusk")
    assert json.loads(state.read_text()) == {"later": [1], "theme": "dusk"}


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[1]", b"null", b'{"theme": 7}', b"\xff\xfe\x00", b"[" * 100_000],
    ids=["empty", "cut off", "a list", "null", "a number", "not UTF-8", "deep"],
)
def test_a_damaged_file_is_ignored_and_replaced(damaged: bytes, state: Path) -> None:
    state.parent.mkdir(parents=True)
    state.write_bytes(damaged)
    assert remembered_theme() is None
    assert remember_theme("paper")
    assert remembered_theme() == "paper"


def test_where_nothing_can_be_written_the_choice_is_lost_and_nothing_else(state: Path) -> None:
    state.parent.parent.mkdir(parents=True)
    state.parent.write_text("a file where the folder should be")
    assert not remember_theme("paper")
    assert remembered_theme() is None


def test_nothing_but_the_file_is_left_behind(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert remember_theme("paper")

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(Path, "replace", refuse)
    assert not remember_theme("dusk")
    assert [path.name for path in state.parent.iterdir()] == ["state.json"]
    assert remembered_theme() == "paper"


def test_it_lies_in_the_state_folder() -> None:
    assert state_file().parts[-2:] == ("brief-tui", "state.json")
