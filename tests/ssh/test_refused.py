"""Whatever else a client asks of the account is refused, and nothing on the host comes of it."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from brief_tui.cli.kiosk_query import POSSIBLE
from tests.hostile.grammar import assert_only_shown
from tests.ssh.recipe import Recipe
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


@pytest.fixture
def secret() -> Iterator[socket.socket]:
    """Something on the host's own network that nobody outside may reach."""
    with closing(socket.create_server(("127.0.0.1", 0))) as listening:
        listening.setblocking(False)
        yield listening


def was_reached(listening: socket.socket) -> bool:
    """Whether anybody has connected to it."""
    try:
        listening.accept()[0].close()
    except BlockingIOError:
        return False
    return True


@contextmanager
def forwarding(site: Site, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """A client that asks for nothing but a way through."""
    with subprocess.Popen(
        site.ssh(options=["-N", *options]),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=site.environment,
    ) as client:
        try:
            yield client
        finally:
            client.kill()


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port


def connected(port: int) -> socket.socket:
    """A connection to a client that may still be starting."""
    end = time.monotonic() + DEADLINE
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), timeout=DEADLINE)
        except OSError:
            assert time.monotonic() < end, "the client does not listen"
            time.sleep(0.02)


def test_a_local_forwarding_leads_nowhere(site: Site, secret: socket.socket) -> None:
    port, target = free_port(), secret.getsockname()[1]
    with forwarding(site, "-L", f"127.0.0.1:{port}:127.0.0.1:{target}"), connected(port) as way:
        assert way.recv(1) == b""
    assert not was_reached(secret)


def test_a_local_forwarding_to_a_unix_socket_leads_nowhere(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # the path of a socket must be short
    short = tmp_path / "s"
    with closing(socket.socket(socket.AF_UNIX)) as listening:
        listening.bind("s")
        listening.listen()
        listening.setblocking(False)
        port = free_port()
        with forwarding(site, "-L", f"127.0.0.1:{port}:{short}"), connected(port) as way:
            assert way.recv(1) == b""
        assert not was_reached(listening)


def test_a_proxy_leads_nowhere(site: Site, secret: socket.socket) -> None:
    port, target = free_port(), secret.getsockname()[1]
    with forwarding(site, "-D", f"127.0.0.1:{port}"), connected(port) as way:
        # SOCKS 4: connect to a port of 127.0.0.1, as nobody.
        way.sendall(b"\x04\x01" + target.to_bytes(2, "big") + bytes((127, 0, 0, 1)) + b"\0")
        assert way.recv(8)[:2] in (b"", b"\x00\x5b")
    assert not was_reached(secret)


def test_its_standard_ends_lead_nowhere(site: Site, secret: socket.socket) -> None:
    done = site.run(options=["-W", f"127.0.0.1:{secret.getsockname()[1]}"])
    assert done.returncode == 255
    assert b"forwarding failed" in done.stderr
    assert not was_reached(secret)


@pytest.mark.parametrize("kind", ["port", "socket"])
def test_the_host_listens_for_nobody(site: Site, tmp_path: Path, kind: str) -> None:
    port = free_port()
    listen = str(port) if kind == "port" else f"/var/tmp/brief-{port}"  # noqa: S108
    options = ("-o", "ExitOnForwardFailure=yes", "-R", f"{listen}:127.0.0.1:9")
    with forwarding(site, *options) as client:
        assert client.wait(DEADLINE) == 255
        assert client.stderr is not None
        assert b"forwarding failed" in client.stderr.read()
    assert not Path(listen).exists()


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The socket of a reader's own ssh-agent, which holds no key."""
    monkeypatch.chdir(tmp_path)
    with subprocess.Popen(
        ["ssh-agent", "-D", "-a", "agent"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as process:
        end = time.monotonic() + DEADLINE
        while not (tmp_path / "agent").exists():
            assert time.monotonic() < end, "the agent does not start"
            time.sleep(0.01)
        yield "agent"
        process.terminate()


def lent_agents() -> set[Path]:
    """The sockets by which sshd lends readers' agents to the host."""
    return set(Path("/tmp").glob("ssh-*/agent.*"))  # noqa: S108 - where sshd has them


def test_neither_agent_nor_display_is_taken(site: Site, terminal: Terminal, agent: str) -> None:
    before = lent_agents()
    lent = {"SSH_AUTH_SOCK": agent, "DISPLAY": "127.0.0.1:77"}
    with terminal.running_command(site.ssh("corridor", options=["-vttAX"]), lent) as program:
        program.wait_for("KEY POINTS")
        assert lent_agents() == before
        program.send("q")
        assert program.wait_for_end() == 0
        assert "Requesting authentication agent forwarding" in program.written
        assert "X11 forwarding request failed" in program.written


def environment_of(site: Site) -> dict[str, str]:
    """The variables that the program was started with."""
    (pid,) = site.readers()
    found = Path(f"/proc/{pid}/environ").read_bytes().decode().rstrip("\0").split("\0")
    return dict(each.split("=", 1) for each in found)


def test_of_the_environment_only_what_says_how_to_draw_comes_through(
    site: Site, terminal: Terminal, written: Recipe
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
