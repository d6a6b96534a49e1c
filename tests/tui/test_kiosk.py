"""The app in a kiosk: it reads, and every way out of it is closed."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from brief_tui.library.opening import in_memory
from brief_tui.terminal.capabilities import Capabilities
from brief_tui.tui.app import BriefApp
from tests.tui.driver import reading
from tests.tui.pseudo_terminal import Terminal


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


def test_it_reads_filters_and_leaves(terminal: Terminal, corridor: Path) -> None:
    with terminal.running("--kiosk", corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("ck")
        program.wait_for("KR South Korea")
        program.send("\x1b")
        program.wait_for(lambda screen: "Countries" not in screen)
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_reader_begins_where_ssh_was_told_to(terminal: Terminal, corridor: Path) -> None:
    where = corridor.parent
    asked = "corridor section:claims country:KR"
    with terminal.running("--kiosk", where, SSH_ORIGINAL_COMMAND=asked) as program:
        screen = program.wait_for("6 hidden · country: South Korea")
        assert "2 of 8" in screen
        assert "Briefings" not in screen
        program.send("q")
        assert program.wait_for_end() == 0


def test_what_cannot_be_asked_for_is_told_in_a_line_and_nothing_opens(
    terminal: Terminal, corridor: Path
) -> None:
    with terminal.running("--kiosk", corridor, SSH_ORIGINAL_COMMAND="sh\x1b]0;x\x07") as program:
        assert program.wait_for_end() == 2
        assert "Possible behind the host" in program.written
        assert "\x1b" not in program.written


def test_it_cannot_be_stopped(terminal: Terminal, corridor: Path) -> None:
    with terminal.running("--kiosk", corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("\x1a")
        program.signal(signal.SIGTSTP)
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("q")
        assert program.wait_for_end() == 0


def test_copying_starts_no_program(terminal: Terminal, corridor: Path, tmp_path: Path) -> None:
    tool = tmp_path / "bin" / "tmux"
    tool.parent.mkdir()
    tool.write_text(f"#!/bin/sh\ntouch {tmp_path}/started\n", encoding="utf-8")
    tool.chmod(0o755)
    path = f"{tool.parent}:{os.environ['PATH']}"
    with terminal.running("--kiosk", corridor, PATH=path, TMUX="/nowhere,1,0") as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("y")
        program.wait_for("tmux did not take it: select by hand")
        program.send("\x1b")
        program.wait_for("8 claims and evidence")
        program.send("3")
        program.wait_for("── 1 of ")
        program.send("q")
        assert program.wait_for_end() == 0
    assert not (tmp_path / "started").exists()


def test_orders_to_textual_in_the_environment_are_not_taken(
    terminal: Terminal, corridor: Path, tmp_path: Path
) -> None:
    orders = {
        "TEXTUAL": "devtools,debug",
        "TEXTUAL_DRIVER": "no_such_module:Driver",
        "TEXTUAL_LOG": str(tmp_path / "log"),
        "TEXTUAL_PRESS": "q",
        "TEXTUAL_SCREENSHOT": "0",
        "TEXTUAL_SCREENSHOT_LOCATION": str(tmp_path),
        "COLUMNS": "20",
    }
    before = set(tmp_path.iterdir())
    with terminal.running("--kiosk", corridor, **orders) as program:
        program.wait_for("KEY POINTS")
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.send("q")
        assert program.wait_for_end() == 0
    assert set(tmp_path.iterdir()) == before


def test_problems_name_files_from_the_folder_that_is_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    library = tmp_path / "secret-place" / "briefings"
    library.mkdir(parents=True)
    (library / "broken.yaml").write_text("id: broken\ntitel: A broken one\n", encoding="utf-8")
    with terminal.running("--kiosk", library) as program:
        screen = program.wait_for("titel")
        assert "briefings/broken.yaml, line 2" in screen
        program.send("q")
        assert program.wait_for_end() == 0
        assert "secret-place" not in program.written


def test_a_choice_that_cannot_be_kept_is_told_once(
    terminal: Terminal, corridor: Path, tmp_path: Path
) -> None:
    (tmp_path / "no-folder").write_text("", encoding="utf-8")
    environ = {"XDG_STATE_HOME": str(tmp_path / "no-folder")}
    with terminal.running("--kiosk", corridor, **environ) as program:
        program.wait_for("KEY POINTS")
        program.send("tpaper")
        program.wait_for("ships with brief-tui")
        program.send("\r")
        program.wait_for("this theme holds until you leave")
        program.send("thigh")
        program.wait_for(lambda screen: "high" in screen and "holds until" not in screen)
        program.send("\r")
        program.wait_for(lambda screen: "Theme" not in screen)
        program.settle()
        assert "holds until" not in program.screen.text()
        program.send("q")
        assert program.wait_for_end() == 0


FAULTY = """
import sys
from brief_tui.cli.main import main
from brief_tui.tui.reader import Reader

def fault(reader):
    raise RuntimeError("gone wrong in /secret-place")

Reader.do_clear = fault
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_says_nothing_of_the_host(terminal: Terminal, corridor: Path) -> None:
    with terminal.running_python("-c", FAULTY, "--kiosk", corridor) as program:
        program.wait_for("KEY POINTS")
        program.send("x")
        assert program.wait_for_end() == 1
        said = program.written.split("\x1b")[-1]
        assert "Please tell whoever runs this host; a report is kept there." in said
        assert "secret-place" not in program.written


@pytest.mark.parametrize("kiosk", [True, False])
async def test_what_may_not_be_done_is_offered_nowhere(corridor: Path, kiosk: bool) -> None:
    offers = ("Ctrl+Z", "back to the shell", "write the text", "to a file")
    async with reading(corridor, size=(120, 40), kiosk=kiosk) as ui:
        await ui.press("?")
        seen = [ui.detail_text()]
        await ui.press("escape", ":")
        seen += ui.choices()
        await ui.press("escape", "2", "Y")
        seen.append(ui.status())
        await ui.press(":")
        seen += ui.choices()
        for offer in offers:
            assert any(offer in each for each in seen) is not kiosk, offer


async def test_whoever_asks_for_it_all_the_same_is_told(corridor: Path) -> None:
    async with reading(corridor, kiosk=True) as ui:
        await ui.press("ctrl+z")
        assert ui.status().startswith(" there is nothing to go back to; q leaves")
        await ui.press("2", "Y", "w")
        assert ui.status().startswith(" nothing can be written to a file here")


async def test_no_action_of_textual_makes_a_file_a_pause_or_a_panel(
    corridor: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = BriefApp(in_memory([corridor]), Capabilities(), kiosk=True)
    async with app.run_test():
        before = set(tmp_path.rglob("*"))
        for action in (
            "screenshot",
            "suspend_process",
            "command_palette",
            "change_theme",
            "show_help_panel",
            "simulate_key('q')",
            "push_screen('x')",
        ):
            assert not await app.run_action(action), action
        assert len(app.screen_stack) == 1
        assert set(tmp_path.rglob("*")) == before
        assert not app.may_write


async def test_no_key_runs_an_action_of_textuals_app_but_those_that_leave(corridor: Path) -> None:
    app = BriefApp(in_memory([corridor]), Capabilities(), kiosk=True)
    of_textual = set()
    async with app.run_test(size=(80, 24)) as pilot:
        for keys in ("2", "question_mark", "escape", "t", "escape", "colon", "escape", "slash"):
            await pilot.press(keys)
            for binding in app.screen.active_bindings.values():
                if binding.enabled and binding.node is app:
                    of_textual.add(binding.binding.action.partition("(")[0])
    assert of_textual <= {"quit", "help_quit"}
