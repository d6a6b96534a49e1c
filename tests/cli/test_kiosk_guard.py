"""What a kiosk does not do, whatever code in it tries; in processes of their own: no way back."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from brief_tui.cli.kiosk_guard import keep_what_says_how_to_draw

TRIAL = """
import os, sys
from pathlib import Path
from brief_tui.cli.kiosk_guard import hold
state, other = Path(sys.argv[1]), Path(sys.argv[2])
hold(state)
try:
    exec(sys.argv[3])
except PermissionError as error:
    print("refused:", error.strerror)
else:
    print("done")
"""


def attempt(code: str, folder: Path) -> str:
    """What becomes of some code under the guard, with its ``state`` and an ``other`` folder."""
    (folder / "other").mkdir(exist_ok=True)
    (folder / "other" / "file").write_text("theirs", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRIAL, folder / "state" / "brief-tui", folder / "other", code],
        cwd=folder,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    return done.stdout.strip()


REFUSED = [
    "import subprocess; subprocess.run(['true'])",
    "os.system('true')",
    "os.execv('/bin/true', ['true'])",
    "os.posix_spawn('/bin/true', ['true'], {})",
    "os.fork()",
    "import pty; pty.fork()",
    "import webbrowser; webbrowser.GenericBrowser('true').open('https://example.org')",
    "import socket; socket.create_connection(('127.0.0.1', 9))",
    "import socket; socket.socket(socket.AF_UNIX).connect('none')",
    "import socket; socket.socket().bind(('127.0.0.1', 0))",
    "import signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "import signal; os.killpg(os.getpgrp(), signal.SIGTSTP)",
    "import signal, threading; signal.pthread_kill(threading.get_ident(), signal.SIGSTOP)",
    "open(other / 'new', 'w')",
    "open(other / 'file', 'a')",
    "open(other / 'file', 'r+')",
    "open('new', 'wb')",
    "os.open(other / 'new', os.O_CREAT)",
    "(other / 'file').write_text('ours')",
    "(other / 'file').unlink()",
    "(other / 'file').rename(other / 'renamed')",
    "(other / 'file').chmod(0o777)",
    "(other / 'link').symlink_to(other / 'file')",
    "os.truncate(other / 'file', 0)",
    "(other / 'folder').mkdir()",
    "open(state / '..' / 'beside', 'w')",
    "import tempfile; tempfile.mkdtemp(dir=other)",
    "state.mkdir(parents=True); (state / 'x').write_text('x'); (state / 'x').rename(other / 'x')",
]


@pytest.mark.parametrize("code", REFUSED)
def test_nothing_is_started_sent_stopped_or_written(code: str, tmp_path: Path) -> None:
    assert attempt(code, tmp_path) == "refused: this is not done in a kiosk"
    assert [path.name for path in (tmp_path / "other").iterdir()] == ["file"]
    assert (tmp_path / "other" / "file").read_text(encoding="utf-8") == "theirs"


ALLOWED = [
    "print((other / 'file').read_text(), end=' ')",
    "state.mkdir(parents=True); (state / 'state.json').write_text('{}')",
    "state.mkdir(parents=True); (state / 'a').touch(); (state / 'a').replace(state / 'b')",
    "open(os.devnull, 'w').close()",
    "import asyncio; asyncio.run(asyncio.sleep(0))",
    "import threading; threading.Thread(target=print).start()",
    "import socket; socket.socketpair()",
]


@pytest.mark.parametrize("code", ALLOWED)
def test_what_reading_takes_is_allowed(code: str, tmp_path: Path) -> None:
    assert attempt(code, tmp_path).endswith("done")


def test_the_theme_is_remembered_under_the_guard(tmp_path: Path) -> None:
    code = (
        "from brief_tui.tui.remember import remember_theme;"
        "os.environ['XDG_STATE_HOME'] = str(state.parent);"
        "print(remember_theme('paper'), end=' ')"
    )
    assert attempt(code, tmp_path) == "True done"
    assert "paper" in (tmp_path / "state" / "brief-tui" / "state.json").read_text(encoding="utf-8")


def test_of_the_environment_only_what_says_how_to_draw_is_kept() -> None:
    environ = {
        "TERM": "xterm",
        "LANG": "C.UTF-8",
        "SSH_CONNECTION": "1 2 3 4",
        "TEXTUAL": "devtools",
        "TEXTUAL_DRIVER": "evil:Driver",
        "TEXTUAL_LOG": "log",
        "TEXTUAL_SCREENSHOT": "1",
        "COLUMNS": "10000",
        "EDITOR": "vi",
        "SHELL": "/bin/sh",
        "PAGER": "less",
        "PATH": "/bin",
        "LC_EVIL": "x",
        "PYTHONINSPECT": "1",
        "SSH_AUTH_SOCK": "agent",
        "SSH_ORIGINAL_COMMAND": "sh",
    }
    keep_what_says_how_to_draw(environ)
    assert set(environ) == {"TERM", "LANG", "SSH_CONNECTION"}
