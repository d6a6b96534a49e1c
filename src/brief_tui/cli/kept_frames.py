"""The first frames that were kept: which of them is that of this start.

A frame is kept with what it depends on. One that is damaged, is not ours, or depends on what has
changed since is passed over in silence. Imports next to nothing, as ``start.py``.
"""

from __future__ import annotations

import os
from zlib import adler32, crc32

from brief_tui.cli.traces import trace
from brief_tui.terminal.first_frame import KeptFrame
from brief_tui.terminal.sealed import MOST, unsealed

_OWNER_ONLY = 0o077

ENDING = ".frame"


def folder() -> str:
    """The folder they lie in, which need not exist: in the user's cache (XDG base directories).

    This is what platformdirs says, whose import would take longer than all else here.
    """
    from sys import platform

    base = os.environ.get("XDG_CACHE_HOME", "")
    if not base.startswith("/"):
        base = os.path.expanduser("~/Library/Caches" if platform == "darwin" else "~/.cache")
    return f"{base}/brief-tui/frames"


def name(key: bytes) -> str:
    """The name of the file of a frame; another key may have the same."""
    return f"{crc32(key):08x}{adler32(key):08x}{ENDING}"


def find(key: bytes, size: tuple[int, int]) -> KeptFrame | None:
    """The frame that was kept for this key, if it would be drawn the same now."""
    data = read(f"{folder()}/{name(key)}")
    parts = unsealed(data) if data else None
    if parts is None or len(parts) < _PARTS or parts[0] != key:
        return None
    _, enter, again, drawing, leave, shadow, terminal, *depends = parts
    if any(trace(path) != was for path, was in zip(depends[::2], depends[1::2], strict=False)):
        return None
    frame = KeptFrame(
        size,
        enter=enter,
        again=again,
        drawing=drawing,
        leave=leave,
        shadow=shadow,
        terminal=terminal,
    )
    return frame if frame.may_be_shown else None


_PARTS = 7


def parts_of(key: bytes, frame: KeptFrame, depends: list[tuple[bytes, bytes]]) -> list[bytes]:
    """What a frame is kept as: the key, the frame, and paths with the traces they had."""
    return [
        key,
        frame.enter,
        frame.again,
        frame.drawing,
        frame.leave,
        frame.shadow,
        frame.terminal,
        *(part for each in depends for part in each),
    ]


def read(path: str) -> bytes:
    """The bytes of a file that is ours alone; none where it is not there, or is another's."""
    try:
        file = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return b""
    try:
        found = os.fstat(file)
        ours = found.st_uid == os.geteuid() and not found.st_mode & _OWNER_ONLY
        return os.read(file, MOST + 1) if ours and found.st_size <= MOST else b""
    except OSError:  # a folder, or a disk that fails
        return b""
    finally:
        os.close(file)
