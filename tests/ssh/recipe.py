"""The recipe of docs/ssh.md, read from the page itself so that it cannot say anything else."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

GUIDE = Path(__file__).parent.parent.parent / "docs" / "ssh.md"

SSHD_CONFIG = "/etc/brief-kiosk/sshd_config"
MATCH_BLOCK = "/etc/ssh/sshd_config.d/brief-kiosk.conf"
KEYS = "/etc/brief-kiosk/authorized_keys"
COMMAND = "/usr/local/libexec/brief-kiosk"
UNIT = "/etc/systemd/system/brief-kiosk.service"
PROGRAM = "/opt/brief-tui"
BRIEFINGS = "/srv/briefings"
HOST_KEY = "/etc/brief-kiosk/host_key"
STATE = "/var/lib/brief/state"
ACCOUNT = "brief"

A_KEY = "ssh-ed25519 AAAA... reader@desk.example"
"""What stands for a reader's key."""

_PATHS = (
    *("/etc/brief-kiosk", "/etc/ssh/sshd_config.d", "/opt/brief-tui", "/srv/briefings"),
    *("/usr/local/libexec", "/var/lib/brief"),
)
_FILE = re.compile(
    r"^\*\*`(?P<path>/[^`]+)`\*\*, root's, mode (?P<mode>0[0-7]{3}).*?^```\w*\n(?P<text>.*?)^```",
    re.DOTALL | re.MULTILINE,
)
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```", re.DOTALL | re.MULTILINE)


class File(NamedTuple):
    """A file that the operator makes."""

    path: str
    mode: int
    text: str


class Recipe(NamedTuple):
    """All that the operator does: the commands that make the account, and the files."""

    account: str
    files: tuple[File, ...]
    client: str

    def file(self, path: str) -> str:
        """What stands in a file."""
        return next(file.text for file in self.files if file.path == path)

    @property
    def daemon(self) -> list[str]:
        """The command that the service runs."""
        return self.directives("ExecStart")[0].split()

    def directives(self, name: str) -> list[str]:
        """The values of a setting of the service."""
        return re.findall(rf"^{name}=(.*)$", self.file(UNIT), re.MULTILINE)

    @property
    def match_block(self) -> Iterator[tuple[str, str]]:
        """Every keyword of the account's block with its value."""
        for line in self.file(MATCH_BLOCK).splitlines()[1:]:
            keyword, _, value = line.strip().partition(" ")
            yield keyword, value


def recipe() -> Recipe:
    """What the page says."""
    page = GUIDE.read_text(encoding="utf-8")
    files = tuple(
        File(found["path"], int(found["mode"], 8), found["text"]) for found in _FILE.finditer(page)
    )
    blocks = [(found["language"], found["text"]) for found in _BLOCK.finditer(page)]
    (account,) = (text for language, text in blocks if language == "sh" and "useradd" in text)
    (client,) = (text for _, text in blocks if text.startswith("Host "))
    return Recipe(account, files, client)


def moved(text: str, here: str, account: str) -> str:
    """``text`` with the recipe's paths below ``here``, and another account in it."""
    if here:
        for path in _PATHS:
            text = text.replace(path, f"{here}{path}")
        for before in ("Match User ", "AllowUsers ", "    User "):
            text = text.replace(f"{before}{ACCOUNT}\n", f"{before}{account}\n")
        if os.geteuid() == 0:  # where root has no namespaces, the account is root's own
            text = text.replace("PermitRootLogin no", "PermitRootLogin yes")
    return text
