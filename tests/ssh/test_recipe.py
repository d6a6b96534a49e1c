"""docs/ssh.md itself: its blocks are understood, hold what they promise, and each line is told."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from brief_tui.cli.kiosk_query import POSSIBLE
from tests.ssh import recipe as page
from tests.ssh.recipe import GUIDE, Recipe
from tests.ssh.site import Site

LOOSE = """\
HostKey {key}
UsePAM no
PermitUserEnvironment yes
PasswordAuthentication yes
KbdInteractiveAuthentication yes
X11Forwarding yes
AllowTcpForwarding yes
AllowAgentForwarding yes
GatewayPorts yes
PermitTunnel yes
PermitUserRC yes
ForceCommand /bin/sh
AuthorizedKeysFile .ssh/authorized_keys
MaxSessions 100
Subsystem sftp /usr/lib/openssh/sftp-server
Include {block}
"""
"""A host's own configuration, as loose as can be."""


def holds(site: Site, config: str) -> dict[str, str]:
    """What holds for the account under a configuration, by keyword in small letters."""
    who = f"user={site.account},host=x,addr=192.0.2.1"
    done = site.on_host("/usr/sbin/sshd", "-T", "-f", config, "-C", who)
    assert done.returncode == 0, done.stderr
    found: dict[str, str] = {}
    for line in done.stdout.splitlines():
        keyword, _, value = line.partition(" ")
        found[keyword] = f"{found[keyword]} {value}" if keyword in found else value
    return found


def promised(site: Site, written: Recipe) -> dict[str, str]:
    """What the account's block says."""
    return {keyword.lower(): site.path(value) for keyword, value in written.match_block}


def test_its_own_server_holds_what_the_block_says(site: Site, written: Recipe) -> None:
    found = holds(site, site.path(page.SSHD_CONFIG))
    wanted = promised(site, written)
    assert {keyword: found[keyword] for keyword in wanted} == wanted
    assert "subsystem" not in found
    assert found["compression"] == "yes"
    assert found["permituserenvironment"] == "no"
    assert found["strictmodes"] == "yes"
    assert found["allowusers"] == site.account


def test_a_loose_host_holds_it_too(site: Site, written: Recipe) -> None:
    config = site.folder / "loose"
    key, block = site.path(page.HOST_KEY), site.path(page.MATCH_BLOCK)
    config.write_text(LOOSE.format(key=key, block=block), encoding="utf-8")
    found = holds(site, str(config))
    wanted = promised(site, written)
    assert {keyword: found[keyword] for keyword in wanted} == wanted


def test_the_readers_key_alone_opens_nothing_but_briefings(written: Recipe) -> None:
    options = written.file(page.KEYS).partition(f" {page.A_KEY}")[0]
    assert options == f'restrict,pty,command="exec {page.COMMAND}"'


def test_the_command_is_a_script_that_a_shell_understands(written: Recipe) -> None:
    script = written.file(page.COMMAND)
    done = subprocess.run(["sh", "-n"], input=script, encoding="utf-8", check=False)
    assert done.returncode == 0
    # Nothing of the client's is ever outside quotes, where the shell would read it.
    assert re.findall(r"\$", script) == re.findall(r"(?<==\")\$(?=\{\w+:?-)", script)


def test_systemd_understands_the_service(written: Recipe, tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("systemd is not installed")
    if not Path("/usr/sbin/sshd").exists():
        pytest.skip("openssh-server is not installed, and systemd asks whether it is there")
    unit = tmp_path / "brief-kiosk.service"
    unit.write_text(written.file(page.UNIT), encoding="utf-8")
    done = subprocess.run(
        [analyze, "verify", "--man=no", str(unit)],
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    about_it = [line for line in done.stderr.splitlines() if "brief-kiosk" in line]
    assert (done.returncode, about_it) == (0, [])


def test_the_files_are_those_that_the_others_name(written: Recipe) -> None:
    names = {file.path: file.mode for file in written.files}
    assert names == {
        page.COMMAND: 0o755,
        page.MATCH_BLOCK: 0o644,
        page.KEYS: 0o644,
        page.SSHD_CONFIG: 0o644,
        page.UNIT: 0o644,
    }
    everything = written.account + "".join(file.text for file in written.files)
    for path in (page.COMMAND, page.MATCH_BLOCK, page.KEYS, page.SSHD_CONFIG, page.HOST_KEY):
        assert path in everything, path


def test_every_line_of_a_configuration_says_what_it_is_for(written: Recipe) -> None:
    told = " ".join(re.findall(r"^\| .* \|", GUIDE.read_text(encoding="utf-8"), re.MULTILINE))
    configured = [*written.match_block]
    configured += [
        (line.partition(" ")[0], "") for line in written.file(page.SSHD_CONFIG).splitlines()
    ]
    between = {
        *("AllowStreamLocalForwarding", "AllowAgentForwarding", "X11Forwarding", "PermitTunnel"),
        *("ClientAliveInterval", "ClientAliveCountMax"),
    }
    untold = {name for name, _ in configured if f"`{name}`" not in told} - between
    assert untold == set()


def test_what_may_be_asked_for_is_what_the_program_says() -> None:
    assert f"`{POSSIBLE}`" in GUIDE.read_text(encoding="utf-8")
