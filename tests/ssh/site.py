"""A host that serves briefings, as its readers and its operator reach it."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.ssh.recipe import moved
from tests.tui.program import DEADLINE


class Site:
    """A host that runs, and a reader's configuration to reach it."""

    def __init__(
        self,
        folder: Path,
        account: str,
        port: int,
        process: subprocess.Popen[bytes],
        *,
        whole: bool,
    ) -> None:
        self.folder = folder
        self.account = account
        self.port = port
        self.whole = whole
        self._process = process

    def path(self, path: str) -> str:
        """Where a path of the recipe is, for programs on the host."""
        return moved(path, "" if self.whole else str(self.folder / "files"), self.account)

    def on_host(self, *words: str) -> subprocess.CompletedProcess[str]:
        """What comes of a command that the operator runs."""
        enter = []
        if self.whole:
            (inside,) = (pid for pid, above in _parents().items() if above == self._process.pid)
            enter = ["nsenter", f"--target={inside}", "--mount", "--"]
        return subprocess.run(
            [*enter, *words],
            capture_output=True,
            encoding="utf-8",
            timeout=DEADLINE,
            check=False,
        )

    def ssh(self, *words: str, options: Sequence[str] = ()) -> list[str]:
        """The command of a reader: ``options`` of ssh, and ``words`` behind the host."""
        own = ("-F", str(self.folder / "client"), "-o", "ControlPath=none")
        # ssh takes what follows the host for options of its own, as far as they look like some.
        return ["ssh", *options, *own, "briefings", *(["--", *words] if words else [])]

    def run(
        self, *words: str, options: Sequence[str] = (), **environ: str
    ) -> subprocess.CompletedProcess[bytes]:
        """What comes of a reader's command where there is no terminal."""
        return subprocess.run(
            self.ssh(*words, options=options),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=self.environment | environ,
            timeout=DEADLINE,
            check=False,
        )

    @property
    def environment(self) -> dict[str, str]:
        """What a client needs, and nothing of the agent of whoever runs the tests."""
        kept = ("PATH", "HOME", "TMPDIR")
        return {"LANG": "C.UTF-8"} | {name: os.environ[name] for name in kept if name in os.environ}

    def processes(self) -> dict[int, list[str]]:
        """The processes below the server, each with the words of its command."""
        parents = _parents()
        below = {self._process.pid}
        while more := {pid for pid, parent in parents.items() if parent in below} - below:
            below |= more
        return {pid: words for pid in below if (words := _command(pid))}

    def readers(self) -> dict[int, list[str]]:
        """Those of them that are ours."""
        return {pid: words for pid, words in self.processes().items() if "--kiosk" in words}

    def sessions(self) -> set[int]:
        """What a connection has brought about: ours, and the two of sshd that serve it."""
        return {
            pid
            for pid, words in self.processes().items()
            if "--kiosk" in words
            or (words[0].startswith("sshd: ") and "[listener]" not in words[0])
        }

    def log(self) -> str:
        """What the server has said."""
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")


def _parents() -> dict[int, int]:
    """Every process with the one that started it."""
    found: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            text = stat.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        found[int(stat.parent.name)] = int(text.rpartition(") ")[2].split()[1])
    return found


def _command(pid: int) -> list[str]:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return []
    return words.decode(errors="replace").rstrip("\0").split("\0") if words else []


def still_there(pids: set[int]) -> set[int]:
    """Those of some processes that have not ended."""
    return {pid for pid in pids if _command(pid)}
