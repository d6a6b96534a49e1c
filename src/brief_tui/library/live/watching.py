"""Whether anything changes at some paths: as the system tells, or else as one sees by looking."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from threading import Event
from time import monotonic

from brief_tui.library.found import Found, find
from brief_tui.load.file_names import is_yaml_name

_TURN = 100
"""Milliseconds between two turns."""

_BETWEEN = 0.4
"""Seconds between two looks at files that nobody tells of."""

_SPARING = 20
"""How much longer than a look takes it is waited for the next."""


def turns(paths: Sequence[Path], stop: Event) -> Iterator[bool]:
    """Some times a second, whether anything may have changed since; until ``stop`` is set.

    Folders are watched by the system where it can; a file that is named is looked at, since an
    editor puts another in its place.
    """
    while not stop.is_set():
        folders = [path for path in paths if path.is_dir()]
        files = [path for path in paths if path not in folders]
        try:
            if folders:
                yield from _told(folders, files, stop)
        except (ImportError, OSError, RuntimeError):  # no notices here, or too many are asked for
            folders = []
        if not folders:
            yield from _seen(paths, stop)


def _told(folders: Sequence[Path], files: Sequence[Path], stop: Event) -> Iterator[bool]:
    """As the system tells, as long as the folders are the same."""
    from watchfiles import watch

    looks = _Looks(files)
    names = [os.path.join(folder, "") for folder in folders]  # noqa: PTH118
    roots = _identities(folders)
    for events in watch(
        *folders,
        watch_filter=None,
        debounce=_TURN,
        step=_TURN // 2,
        stop_event=stop,
        rust_timeout=_TURN,
        yield_on_timeout=True,
        raise_interrupt=False,
        ignore_permission_denied=True,
    ):
        told = any(_matters(path, names) for _, path in events)
        yield looks.changed() or told
        if _identities(folders) != roots:
            yield True
            return


def _seen(paths: Sequence[Path], stop: Event) -> Iterator[bool]:
    """As one sees by looking."""
    looks = _Looks(paths)
    while not stop.wait(_TURN / 1000):
        yield looks.changed()


class _Looks:
    """Looks at files now and then."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths
        self._found: list[Found] = []
        self._next = 0.0
        self.changed()

    def changed(self) -> bool:
        """Whether they are others than when they were last looked at."""
        began = monotonic()
        if not self._paths or began < self._next:
            return False
        before, self._found = self._found, list(find(self._paths))
        self._next = monotonic() + max(_BETWEEN, _SPARING * (monotonic() - began))
        return before != self._found


def _matters(path: str, folders: Iterable[str]) -> bool:
    """Whether what happened at a path in one of the folders may concern a briefing.

    An editor's own files do not, nor does what lies in a hidden folder, as those of git do.
    """
    within = next((path[len(folder) :] for folder in folders if path.startswith(folder)), path)
    *above, name = Path(within).parts or ("",)
    if within != path and any(each.startswith(".") for each in above):
        return False
    if is_yaml_name(name):
        return True
    return not name.startswith(".") and (not os.path.exists(path) or os.path.isdir(path))  # noqa: PTH110, PTH112


def _identities(folders: Iterable[Path]) -> list[tuple[int, int] | None]:
    found: list[tuple[int, int] | None] = []
    for folder in folders:
        try:
            state = folder.stat()
            found.append((state.st_dev, state.st_ino))
        except OSError:
            found.append(None)
    return found
