"""Whatever else a client asks of the account is refused, and nothing on the host comes of it."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from brief_tui.cli.kiosk_query import POSSIBLE
from tests.hostile.grammar import assert_only_shown
from tests.ssh.site import Site
from tests.tui.program import DEADLINE
from tests.tui.pseudo_terminal import Terminal

REFUSAL = f"Possible behind the host: {POSSIBLE}"

TRICKS = [
    "sh",
    "sh -c id",
    "/bin/sh",
    "bash -i",
    "cat /etc/passwd",
    "corridor; id",
    "corridor && id",
    "corridor | sh",
    "$(id)",
    "`id`",
    "${SHELL}",
    "'; id; '",
    '"; id; "',
    "corridor\nid",
    "corridor\rid",
    "\x1b]52;c;aWQ=\x07",
    "\x1b[2J\x9b2J",
    "--help",
    "--kiosk /etc",
    "-c id",
    "corridor --theme paper",
    "../../etc",
    "/srv/briefings/corridor.yaml",
    "show",
    "check /etc",
    "PYTHONPATH=x corridor",
    "internal-sftp",
    "scp -t /",
    "rsync --server . /",
    "git-upload-pack 'x'",
    "%n%n%n",
    "corridor \udcff",
    "x" * 100_000,
    "/" + "é" * 50_000,
]


@pytest.mark.parametrize("asked", TRICKS, ids=lambda asked: ascii(asked[:30]))
def test_a_command_is_refused_in_one_safe_line(site: Site, asked: str) -> None:
    done = site.run(asked)
    assert done.returncode == 2
    assert done.stdout == b""
    said = done.stderr.decode("ascii")
    assert_only_shown(said)
    assert said.count("\n") == 1
    assert REFUSAL in said


def test_more_than_the_host_takes_as_a_variable_is_no_way_in_either(site: Site) -> None:
    done = site.run("x" * 120_000, options=["-o", "SetEnv=LC_ALL=" + "y" * 20_000])
    assert done.returncode != 0
    assert done.stdout == b""


@pytest.mark.parametrize("asked", ["sh", "top", "\x1b]0;x\x07"], ids=ascii)
def test_on_a_terminal_it_is_the_same(site: Site, terminal: Terminal, asked: str) -> None:
    with terminal.running_command(site.ssh(asked, options=["-tt"]), {}) as program:
        assert program.wait_for_end() == 2
        assert REFUSAL in " ".join(program.written.split())
        assert "\x1b" not in program.written


def test_there_is_no_sftp(site: Site) -> None:
    done = subprocess.run(
        ["sftp", "-b", "-", "-F", str(site.folder / "client"), "briefings"],
        input=b"ls /\n",
        capture_output=True,
        env=site.environment,
        timeout=DEADLINE,
        check=False,
    )
    assert done.returncode != 0
    assert done.stdout.replace(b"sftp> ls /\n", b"") == b""


@pytest.mark.parametrize("protocol", ["-O", "-s"], ids=["scp", "sftp"])
@pytest.mark.parametrize("out", [True, False], ids=["from", "to"])
def test_nothing_is_copied_from_or_to_it(
    site: Site, tmp_path: Path, protocol: str, out: bool
) -> None:
    here = tmp_path / "here"
    there = "briefings:/etc/passwd" if out else "briefings:/var/tmp/brief-kiosk-was-here"
    if not out:
        here.write_text("ours", encoding="utf-8")
    ends = [there, str(here)] if out else [str(here), there]
    done = subprocess.run(
        ["scp", protocol, "-F", str(site.folder / "client"), *ends],
        capture_output=True,
        env=site.environment,
        timeout=DEADLINE,
        check=False,
    )
    assert done.returncode != 0
    assert here.exists() is not out
    assert not Path("/var/tmp/brief-kiosk-was-here").exists()  # noqa: S108


def environment_of(site: Site) -> dict[str, str]:
    """The variables that the program was started with."""
    (pid,) = site.readers()
    found = Path(f"/proc/{pid}/environ").read_bytes().decode().rstrip("\0").split("\0")
    return dict(each.split("=", 1) for each in found)


def test_of_the_environment_only_what_says_how_to_draw_comes_through(
    site: Site, terminal: Terminal
) -> None:
    own = {"LANG": "C.UTF-8", "LC_CTYPE": "C.UTF-8", "COLORTERM": "truecolor"}
    others = {
        "LC_EVIL": "1",
        "LD_PRELOAD": "evil.so",
        "PYTHONINSPECT": "1",
        "PYTHONPATH": "evil",
        "TEXTUAL": "devtools",
        "TEXTUAL_DRIVER": "evil:Driver",
        "BASH_ENV": "evil",
        "ENV": "evil",
        "HOME": "evil",
        "SHELL": "evil",
        "EDITOR": "vi",
        "XDG_CONFIG_HOME": "evil",
    }
    sent = ["-o", f"SetEnv={' '.join(f'{name}={value}' for name, value in others.items())}"]
    with terminal.running_command(site.ssh("corridor", options=["-tt", *sent]), own) as program:
        program.wait_for("KEY POINTS")
        found = environment_of(site)
        program.send("q")
        assert program.wait_for_end() == 0
    assert found.items() >= (own | {"TERM": "xterm-256color"}).items()
    assert set(found) == {
        *("HOME", "XDG_STATE_HOME", "TERM", "COLORTERM", "NO_COLOR", "LANG", "LC_ALL", "LC_CTYPE"),
        *("SSH_CONNECTION", "SSH_ORIGINAL_COMMAND"),
    }
    assert "evil" not in " ".join(found.values())


def test_a_name_of_a_terminal_is_no_way_in(site: Site, terminal: Terminal) -> None:
    name = "\x1b]52;c;aWQ=\x07$(id);'\"../../etc/passwd"
    with terminal.running_command(site.ssh("corridor", options=["-tt"]), {"TERM": name}) as program:
        program.wait_for("KEY POINTS")
        program.send("q")
        assert program.wait_for_end() == 0
        assert "aWQ" not in program.written


def test_only_keys_let_anyone_in(site: Site) -> None:
    without = [
        "-o",
        "PubkeyAuthentication=no",
        "-o",
        "BatchMode=no",
        "-o",
        "NumberOfPasswordPrompts=0",
    ]
    done = site.run("corridor", options=without)
    assert done.returncode == 255
    assert b"Permission denied (publickey)." in done.stderr


def test_nobody_else_is_let_in(site: Site) -> None:
    done = site.run("corridor", options=["-l", "nobody-of-this-name"])
    assert done.returncode == 255
    assert b"Permission denied" in done.stderr
