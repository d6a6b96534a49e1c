"""Everything that the first screen depends on and that a file tells, with the trace of each."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from brief_tui.cli.traces import CONTENTS, DATABASE, TOO_MUCH, changed_since, trace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOCK = 50_000_000
"""Nanoseconds by which the clock of a file system may be behind."""


def depends(
    library: Sequence[Path], index: Path | None, term: str, began: int
) -> list[tuple[bytes, bytes]] | None:
    """The paths and their traces; None where not all is known.

    What has changed since the program began may have been read before it did.

    Args:
        library: What was asked for to be read; nothing where that is what is read unasked.
        index: The file of the index that is read in place of it, if one is.
        term: The name of the terminal.
        began: When the program began, in nanoseconds since the epoch.
    """
    read, settings = _of_library(library, index), _settings()
    if read is None or settings is None:
        return None
    paths = dict.fromkeys((*read, *settings, reader_state(), *_of_terminal(term), *_code()))
    traces = [(path, trace(path)) for path in paths]
    before = began - _CLOCK
    if any(was == TOO_MUCH or changed_since(path, before) for path, was in traces):
        return None
    return traces


def reader_state() -> bytes:
    """The path by which the reader's state leaves a trace."""
    from brief_tui.folders import state_folder

    return CONTENTS + os.fsencode(state_folder())


def _of_library(library: Sequence[Path], index: Path | None) -> list[bytes] | None:
    from brief_tui.folders import library_folder
    from brief_tui.library.places import default_paths
    from brief_tui.library.told_by import told_by

    if not all(path.exists() for path in library):
        return None
    found = told_by(library or [library_folder(), *default_paths()])
    if found is None:
        # What is shown at first is what the index holds, whatever has changed since.
        return None if index is None else [DATABASE + os.fsencode(index)]
    return list(map(os.fsencode, found))


def _settings() -> list[bytes] | None:
    from brief_tui.folders import config_file
    from brief_tui.library.told_by import told_by
    from brief_tui.shipped import themes_folder

    found = told_by([config_file().parent, themes_folder()])
    return None if found is None else list(map(os.fsencode, found))


def _of_terminal(term: str) -> Iterator[bytes]:
    from brief_tui.terminal.terminfo import places

    return map(os.fsencode, places(term))


def _code() -> Iterator[bytes]:
    """Our own code that is loaded, and what would be otherwise were another version of others'."""
    ours = Path(__file__).parent.parent
    python = str(Path(os.__file__).parent)
    yield os.fsencode(ours / "tui" / "app.tcss")
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if not isinstance(file, str):
            continue
        package = name.partition(".")[0]
        if package == ours.name:
            yield os.fsencode(file)
        elif name == package != "__main__" and not _is_of_python(file, python):
            # Whoever installs another version makes a folder beside it.
            yield os.fsencode(file)
            folder = Path(file).parent
            yield os.fsencode(folder.parent if file.endswith("__init__.py") else folder)


def _is_of_python(file: str, python: str) -> bool:
    """Whether it came with Python, whose version is part of the key of a start."""
    return file.startswith(python) and "-packages" not in file
