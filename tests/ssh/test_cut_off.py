"""However a reader goes, nothing of them stays on the host."""

from __future__ import annotations

import os
import signal
import time
from contextlib import suppress

import pytest

from tests.ssh.site import Site, still_there
from tests.tui.program import DEADLINE, Program
from tests.tui.pseudo_terminal import Terminal


def reading(site: Site, program: Program) -> set[int]:
    """The processes that serve a reader, once the first page is there."""
    program.wait_for("KEY POINTS")
    assert site.readers()
    return site.sessions()


def assert_gone(pids: set[int]) -> None:
    """Of these processes none is left, after a moment."""
    end = time.monotonic() + DEADLINE
    while left := still_there(pids):
        assert time.monotonic() < end, f"still there: {left}"
        time.sleep(0.01)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
def test_a_client_that_is_killed(site: Site, terminal: Terminal, number: int) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        program.signal(number)
        assert program.wait_for_end() != 0
        assert_gone(pids)


def test_a_terminal_that_is_closed(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        terminal.lose()
        assert program.wait_for_end() != 0
        assert_gone(pids)


def test_a_session_that_the_reader_breaks_off(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        program.send("\r~.")
        assert program.wait_for_end() == 255
        assert_gone(pids)


def test_a_connection_that_the_host_drops(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        ours = set(site.readers())
        for pid in pids - ours:
            with suppress(ProcessLookupError):  # the two of sshd end each other
                os.kill(pid, signal.SIGKILL)
        assert program.wait_for_end() == 255
        assert_gone(pids)


def test_a_picker_open_and_a_terminal_that_is_not_read(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        program.send(":")
        program.wait_for("Commands")
        terminal.stop_draining()
        program.send("j" * 200)
        program.signal(signal.SIGKILL)
        assert_gone(pids)


def test_one_who_leaves(site: Site, terminal: Terminal) -> None:
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        pids = reading(site, program)
        program.send("q")
        assert program.wait_for_end() == 0
        assert_gone(pids)


def test_one_who_goes_before_it_has_started(site: Site, terminal: Terminal) -> None:
    before = site.sessions()
    with terminal.running_command(site.ssh("corridor", options=["-t"]), {}) as program:
        end = time.monotonic() + DEADLINE
        while not site.readers():
            assert time.monotonic() < end
            time.sleep(0.005)
        pids = site.sessions() - before
        program.signal(signal.SIGKILL)
        assert_gone(pids)
