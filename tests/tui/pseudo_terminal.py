"""The real program in a real terminal, which is a pseudo one.

The only way in which a test runs a program on a terminal. Whatever a program wrote there is
judged when the program is done with (``tests/hostile/grammar.py``), so that no test can forget to.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.tui.answering import XTERM, Manner
from tests.tui.program import Program

_FOLDERS = ("CACHE", "CONFIG", "DATA", "STATE")
_KEPT = ("PATH", "PYTHONPATH", "TMPDIR", "HOME", *(f"XDG_{each}_HOME" for each in _FOLDERS))
_ENVIRONMENT = {"LANG": "C.UTF-8", "TERM": "xterm-256color"}

# Who opens a terminal as the leader of a session gets it as its controlling one, and so the
# signals of the kernel; all three ends are one open file, as after a login.
_OPEN = 'exec "$@" 0<>"$0" 1>&0 2>&0 '


def files_in(home: Path) -> dict[str, str]:
    """The variables that tell a program that all of its reader's files lie in ``home``."""
    folders = {f"XDG_{each}_HOME": str(home / each.lower()) for each in _FOLDERS}
    return folders | {"HOME": str(home)}


class Terminal:
    """A pseudo-terminal that outlives the programs in it."""

    def __init__(
        self, columns: int, lines: int, manner: Manner = XTERM, home: Path | None = None
    ) -> None:
        """Be there.

        Args:
            columns: How wide it is.
            lines: How high it is.
            manner: How it answers when asked what it is.
            home: Where the reader's files lie; those of the test where None.
        """
        self.manner = manner
        self.lost = False
        self.size = columns, lines
        self.master, self._slave = pty.openpty()
        self.resize(columns, lines)
        self._home = home

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def settings(self) -> list[object]:
        """How the terminal treats input and output (termios)."""
        return list(termios.tcgetattr(self._slave))

    @property
    def name(self) -> str:
        """The file that it is."""
        return os.ttyname(self._slave)

    @property
    def raw(self) -> bool:
        """Whether keys come as they are typed: a program has taken it."""
        return not termios.tcgetattr(self._slave)[3] & termios.ICANON

    def echo_nothing(self) -> None:
        """Show nothing of what is typed before a program takes it."""
        settings = termios.tcgetattr(self._slave)
        settings[3] &= ~termios.ECHO
        termios.tcsetattr(self._slave, termios.TCSANOW, settings)

    def resize(self, columns: int, lines: int) -> None:
        """Be of another size; the kernel tells whatever runs in it."""
        self.size = columns, lines
        termios.tcsetwinsize(self._slave, (lines, columns))

    def lose(self) -> None:
        """Be cut off, as when a connection is lost."""
        os.close(self.master)
        self.lost = True

    def stop_draining(self) -> None:
        """Read no more, so that whoever writes has to wait."""
        termios.tcflow(self._slave, termios.TCOOFF)

    def drain_again(self) -> None:
        """Read again."""
        termios.tcflow(self._slave, termios.TCOON)

    @contextmanager
    def running(
        self, *words: str | Path, redirected: str = "", **environ: str
    ) -> Iterator[Program]:
        """brief-tui with these arguments; it is ended if it has not ended by itself."""
        with self.running_python(
            "-m", "brief_tui", *words, redirected=redirected, **environ
        ) as program:
            yield program

    @contextmanager
    def running_python(
        self, *words: str | Path, redirected: str = "", **environ: str
    ) -> Iterator[Program]:
        """Python with these arguments; it is ended if it has not ended by itself."""
        command = (sys.executable, *words)
        with self.running_command(command, environ, redirected=redirected) as program:
            yield program

    @contextmanager
    def running_command(
        self,
        words: Sequence[str | Path],
        environ: Mapping[str, str],
        *,
        redirected: str = "",
        ours: bool = True,
    ) -> Iterator[Program]:
        """A command on the terminal; it is ended if it has not ended by itself.

        Args:
            words: The command and its arguments.
            environ: What it finds beside a clean environment of a terminal with 256 colours.
            redirected: Where a shell is to lead its ends instead: ``</dev/null``.
            ours: Whether what comes from it is written by us, and judged.
        """
        process = subprocess.Popen(
            ["/bin/sh", "-c", _OPEN + redirected, self.name, *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=self._environment() | dict(environ),
            start_new_session=True,
        )
        program = Program(process, self)
        try:
            yield program
            if process.poll() is not None:
                program.wait_for_end()
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()
        if ours:
            program.judge()

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        if self._home is not None:
            kept |= files_in(self._home)
        return kept | _ENVIRONMENT

    def close(self) -> None:
        """Be gone."""
        os.close(self._slave)
        if not self.lost:
            os.close(self.master)


__all__ = ["Program", "Terminal"]
