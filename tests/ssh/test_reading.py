"""Reading over a real ssh, from the first frame to the last."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.hostile.grammar import assert_only_shown
from tests.ssh.site import Site
from tests.tui.pseudo_terminal import Terminal
from tests.tui.restored import SHOWN_AT_FIRST, assert_restored


def first_line(screen: str) -> str:
    """What stands on top."""
    return screen.partition("\n")[0]


def last_line(screen: str) -> str:
    """What stands below."""
    return screen.rpartition("\n")[2]


def test_a_briefing_named_behind_the_host_opens(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        screen = program.wait_for("KEY POINTS")
        assert "Talks on a grain corridor" in screen.splitlines()[0]
        assert "Briefings" not in screen
        program.send("2jj")
        program.wait_for("── 3 of 8 ──")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_without_a_name_the_reader_chooses(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh(), {}) as program:
        screen = program.wait_for("Library  3 briefings")
        assert "The ferry that does not sail" in screen
        assert "broken   " in screen
        program.send("j\r")
        program.wait_for(lambda screen: "The ferry that does not sail" in first_line(screen))
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_what_is_wrong_with_a_briefing_names_no_folder_of_the_host(
    site: Site, terminal: Terminal
) -> None:
    with terminal.running_command(site.ssh(), {}) as program:
        program.wait_for("A broken one")
        program.send("G\r")
        screen = program.wait_for("titel")
        assert "briefings/broken.yaml, line 3" in screen
        program.send("q")
        assert program.wait_for_end() == 0
        assert "/briefings" not in program.written


def test_a_country_and_words_narrow_it_before_it_opens(site: Site, terminal: Terminal) -> None:
    words = ("corridor", "country:KR", "section:claims", "/port")
    with terminal.running_command(site.ssh(*words, options=["-t"]), {}) as program:
        program.wait_for("country: South Korea · text: port")
        program.send("x")
        program.wait_for("everything shown")
        program.send("q")
        assert program.wait_for_end() == 0


def test_the_terminal_may_change_its_size(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        program.wait_for("KEY POINTS")
        program.resize(132, 40)
        program.wait_for(lambda screen: screen.count("\n") == 39 and "shown" in last_line(screen))
        program.send("2")
        program.wait_for("8 claims and evidence")
        program.resize(50, 15)
        program.wait_for(lambda screen: screen.count("\n") == 14 and "shown" in last_line(screen))
        program.send("j\r")
        program.wait_for("Esc")
        program.send("q")
        assert program.wait_for_end() == 0
        assert_restored(program)


def test_without_a_terminal_it_is_plain_text(site: Site) -> None:
    done = site.run("corridor", "section:claims")
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "About 40 ships wait off Odesa for papers." in text
    assert "“about”" in text
    assert_only_shown(text)
    assert done.stderr == b""


def test_a_reader_who_wants_no_colour_gets_none(site: Site, terminal: Terminal) -> None:
    command = site.ssh("corridor", options=["-t"])
    with terminal.running_command(command, {"NO_COLOR": "1"}) as program:
        program.wait_for("KEY POINTS")
        assert not [look for look in program.screen.looks() if look.coloured]
        program.send("q")
        assert program.wait_for_end() == 0


def test_the_mouse_is_left_to_the_terminal(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        program.wait_for("KEY POINTS")
        assert not {"1000", "1002", "1003"} & {mode for mode, on in program.modes().items() if on}
        program.send("q")
        assert program.wait_for_end() == 0


def test_what_is_copied_goes_to_the_readers_own_terminal(site: Site, terminal: Terminal) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with terminal.running_command(command, {}) as program:
        program.wait_for("1 of 8")
        program.send("y")
        program.wait_for("sent to the terminal")
        assert "\x1b]52;c;" in program.written
        program.send("q")
        assert program.wait_for_end() == 0


def test_no_shell_stays_between_sshd_and_the_app(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        program.wait_for("KEY POINTS")
        names = {Path(words[0].split()[0]).name for words in site.processes().values()}
        assert names - {"unshare"} == {"sshd:", "python"}
        program.send("q")
        assert program.wait_for_end() == 0


def test_suspending_does_not_leave_it(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        program.wait_for("KEY POINTS")
        program.send("\x1a\x1c\x032")
        program.wait_for("8 claims and evidence")
        program.send("q")
        assert program.wait_for_end() == 0


def test_a_connection_is_shared_by_two_windows(site: Site, terminal: Terminal) -> None:
    """As the reader's configuration has it (ControlMaster), which takes a short path."""
    from tempfile import TemporaryDirectory

    with TemporaryDirectory(prefix="brief") as short:
        own = ("-o", f"ControlPath={short}/%C", "-o", "ControlPersist=no")
        command = site.ssh("corridor", options=["-t", *own])
        with terminal.running_command(command, {}) as program:
            program.wait_for("KEY POINTS")
            again = site.run("ferry", "section:overview", options=own)
            assert again.returncode == 0
            assert b"The ferry that does not sail" in again.stdout
            program.send("q")
            assert program.wait_for_end() == 0


TERMINALS = ["screen", "screen-256color", "tmux-256color", "linux", "vt100", "xterm-kitty", "odd"]


@pytest.mark.parametrize("term", TERMINALS)
def test_any_terminal_reads(site: Site, terminal: Terminal, term: str) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with terminal.running_command(command, {"TERM": term}) as program:
        program.wait_for("1 of 8")
        program.send("j")
        program.wait_for("2 of 8")
        program.send("q")
        assert program.wait_for_end() == 0
        # Not every one of these has an alternate screen.
        assert {mode for mode, on in program.modes().items() if on} <= SHOWN_AT_FIRST
        assert program.screen.cursor_shown


@pytest.mark.parametrize("term", ["dumb", ""])
def test_one_that_cannot_place_its_cursor_gets_text(
    site: Site, terminal: Terminal, term: str
) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with terminal.running_command(command, {"TERM": term}) as program:
        assert program.wait_for_end() == 0
        assert "\x1b" not in program.written
        assert "About 40 ships wait off Odesa for papers." in program.written


def test_one_that_is_not_utf_8_gets_ascii(site: Site, terminal: Terminal) -> None:
    command = site.ssh("corridor", "section:claims", options=["-t"])
    with terminal.running_command(command, {"LANG": "C"}) as program:
        program.wait_for("1 of 8")
        program.send("q")
        assert program.wait_for_end() == 0
        assert program.written.isascii()
