"""The account is no way through: into the host's network, out of it, or to an agent or display."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.ssh.host import free_port
from tests.ssh.site import Site
from tests.tui.program import DEADLINE
from tests.tui.pseudo_terminal import Terminal


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
