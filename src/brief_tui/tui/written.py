"""A text written to a file of its own."""

from __future__ import annotations

import os
from pathlib import Path

from brief_tui.folders import state_folder

_MOST = 1000
"""Files of this kind in one folder."""


def write_new(text: str) -> Path:
    """Write ``text`` to a file that was not there before, which only the reader may read.

    It is written to the folder that the program was started in, where a reader will look for it;
    if that cannot be, to the state folder.

    Returns:
        The full path.

    Raises:
        OSError: it can be written to neither.
    """
    try:
        return _write_in(Path.cwd(), text)
    except OSError:
        folder = state_folder()
        folder.mkdir(parents=True, exist_ok=True)
        return _write_in(folder, text)


def _write_in(folder: Path, text: str) -> Path:
    for number in range(1, _MOST + 1):
        path = folder / f"brief-tui-{number}.txt"
        try:
            # With O_EXCL whatever has that name already, a link too, is left as it is.
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        try:
            with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)
            raise
        return path
    raise FileExistsError(0, f"there are {_MOST} such files already")
