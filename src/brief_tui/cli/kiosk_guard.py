"""What the program may not do in a kiosk, held by the interpreter and not by good will.

Nothing in the app tries any of this there. Should something some day, Python's audit events
(PEP 578) stop it: no program is started, no socket goes anywhere, the process does not stop
itself, and no file is written or changed but those of the reader's state. What Python tells no
one of is not stopped, such as the making of a named pipe.
"""

from __future__ import annotations

import errno
import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping
    from pathlib import Path

    Check = Callable[[tuple[object, ...]], bool]

_KEPT = frozenset(
    (
        *("TERM", "COLORTERM", "NO_COLOR", "TMUX", "STY"),
        *("LANG", "LC_ALL", "LC_CTYPE"),
        *("SSH_CONNECTION", "SSH_TTY"),
        *("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"),
    )
)
"""The variables that say what the terminal is, where it is, and where the folders are."""

_NEVER = (
    *("subprocess.Popen", "os.system", "os.exec", "os.spawn", "os.posix_spawn"),
    *("os.fork", "os.forkpty", "pty.spawn", "webbrowser.open"),
    *("socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"),
)

_CHANGES = {
    **dict.fromkeys(("os.remove", "os.rmdir", "os.truncate", "os.chmod", "os.chown"), 1),
    **dict.fromkeys(("os.utime", "os.setxattr", "os.removexattr"), 1),
    **dict.fromkeys(("os.rename", "os.link", "os.symlink"), 2),
}
"""The events that change a file or folder, and how many paths each begins with."""

_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def keep_what_says_how_to_draw(environ: MutableMapping[str, str]) -> None:
    """Take out of ``environ`` all but what tells of the terminal and of the folders.

    Textual and Rich take orders from theirs: to load a driver, to write a log or a picture of
    the screen, to connect to a console.
    """
    for name in environ.keys() - _KEPT:
        del environ[name]


def hold(state: Path) -> None:
    """Refuse, from now until the process ends, all that is said above.

    Args:
        state: The folder of the reader's state; it may be made, and files in it written.
    """
    state = state.resolve()
    checks: dict[str, Check] = {
        **dict.fromkeys(_NEVER, lambda _: False),
        **dict.fromkeys(("os.kill", "os.killpg", "signal.pthread_kill"), _does_not_stop),
        "open": lambda args: not _is_to_write(args) or _may_be_changed(args[0], state),
        "os.mkdir": lambda args: _leads_to(args[0], state) or _may_be_changed(args[0], state),
        **{event: _on_paths(count, state) for event, count in _CHANGES.items()},
    }
    # A cache of compiled code is none of the reader's state.
    sys.dont_write_bytecode = True

    def check(event: str, args: tuple[object, ...]) -> None:
        allows = checks.get(event)
        if allows is not None and not allows(args):
            raise PermissionError(errno.EPERM, "this is not done in a kiosk")

    sys.addaudithook(check)


def _does_not_stop(args: tuple[object, ...]) -> bool:
    from signal import SIGSTOP, SIGTSTP

    return args[1] not in (SIGSTOP, SIGTSTP)


def _is_to_write(args: tuple[object, ...]) -> bool:
    return isinstance(args[2], int) and bool(args[2] & _WRITES)


def _on_paths(count: int, state: Path) -> Check:
    return lambda args: all(_may_be_changed(path, state) for path in args[:count])


def _may_be_changed(path: object, state: Path) -> bool:
    if isinstance(path, int):  # a file that is open already was allowed to be
        return True
    whole = _whole(path)
    return whole is not None and (str(whole) == os.devnull or whole.is_relative_to(state))


def _leads_to(path: object, state: Path) -> bool:
    """Whether a folder is one of those that the folder of the state lies in."""
    whole = _whole(path)
    return whole is not None and state.is_relative_to(whole)


def _whole(path: object) -> Path | None:
    from pathlib import Path

    if not isinstance(path, str | bytes | os.PathLike):
        return None
    return Path(os.fsdecode(path)).resolve()
