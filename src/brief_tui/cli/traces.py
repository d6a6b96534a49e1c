"""Traces that a change leaves: by them is known, unread, whether something is as it was.

Of a file or a folder that is what ``stat`` says: any change leaves its time there (``ctime``),
which nobody can set. Of a folder of small files that are written anew with nothing new in them it
is what stands in these; of a database, how it and what waits beside it to be written to it were
written last. Imports next to nothing, as ``start.py``.
"""

from __future__ import annotations

import os

CONTENTS = b"="
"""Before the path of a folder: what stands in its files counts, and not when it was written."""

DATABASE = b"#"
"""Before the path of an SQLite file. Who only reads it may make empty files beside it."""

TOO_MUCH = b"?"
"""The trace of a folder with more in it than is looked at; it tells nothing."""

_MOST = 1 << 16
"""Bytes of what stands in all files of such a folder."""

_REPORT = b"last-failure.txt"
"""The report on the last failure, on which nothing depends."""


def trace(path: bytes) -> bytes:
    """What would be otherwise if anything had changed at ``path``; empty where nothing is there."""
    if path.startswith(DATABASE):
        return b"\0".join(map(_written, _of_database(path[1:])))
    return _contents(path[1:]) if path.startswith(CONTENTS) else _stat(path)


def changed_since(path: bytes, moment: int) -> bool:
    """Whether anything at ``path`` may have changed since so many ns after the epoch."""
    paths = [path]
    if path.startswith(DATABASE):
        paths = [each for each in _of_database(path[1:]) if _written(each)]
    elif path.startswith(CONTENTS):
        folder = path[1:]
        paths = [folder, *(folder + b"/" + name for name in _names(folder))]
    return any(_last_change(each) >= moment for each in paths)


def _last_change(path: bytes) -> int:
    try:
        found = os.stat(path)
    except OSError:
        return 0
    return max(found.st_mtime_ns, found.st_ctime_ns)


def _of_database(path: bytes) -> tuple[bytes, bytes]:
    return path, path + b"-wal"


def _written(path: bytes) -> bytes:
    """When something was last written to a file that is not empty."""
    try:
        found = os.stat(path)
    except OSError:
        return b""
    if not found.st_size:
        return b""
    return b"%d %d %d" % (found.st_ino, found.st_size, found.st_mtime_ns)


def _stat(path: bytes) -> bytes:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return b""
    return b"%d %d %d %d %d" % (
        found.st_mode,
        found.st_ino,
        found.st_size,
        found.st_mtime_ns,
        found.st_ctime_ns,
    )


def _names(folder: bytes) -> list[bytes]:
    try:
        names = os.listdir(folder)
    except (OSError, ValueError):
        return []
    return sorted(name for name in names if not name.startswith(b".") and name != _REPORT)


def _contents(folder: bytes) -> bytes:
    parts, size = [], 0
    for name in _names(folder):
        content = _content(folder + b"/" + name)
        size += len(name) + len(content)
        if size > _MOST:
            return TOO_MUCH
        parts += [b"%d" % len(content), name, content]
    return b"\0".join(parts)


def _content(path: bytes) -> bytes:
    """What stands in a file; of anything else, its trace."""
    from stat import S_ISREG

    try:
        file = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError:
        return _stat(path)
    try:
        regular = S_ISREG(os.fstat(file).st_mode)
        return os.read(file, _MOST + 1) if regular else _stat(path)
    except OSError:
        return _stat(path)
    finally:
        os.close(file)
