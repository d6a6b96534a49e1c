"""Keeping the first frame for the next start, beside the app that shows it."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread

from brief_tui.cli import kept_frames
from brief_tui.cli.traces import CONTENTS, TOO_MUCH, changed_since, trace
from brief_tui.terminal.sealed import MOST, sealed, unsealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brief_tui.cli.start import Start
    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.screen import Screen

_MOST_FRAMES = 24

_PATIENCE = 0.5
"""Seconds that whoever leaves waits for what is being kept."""

_CLOCK = 50_000_000
"""Nanoseconds by which the clock of a file system may be behind."""


class Keeper:
    """Keeps what the terminal shows of an app that nobody has touched yet."""

    def __init__(self, start: Start, capabilities: Capabilities, library: Sequence[Path]) -> None:
        """Keep nothing yet.

        Args:
            start: How the program was started.
            capabilities: What the terminal was taken to be then.
            library: What was asked for to be read; nothing where that is what is read unasked.
        """
        self._start = start
        self._capabilities = capabilities
        self._library = library
        self._kept = False
        self._keeping: Thread | None = None

    def keep(self, shown: Screen) -> None:
        """Keep a screen, in a thread, or do nothing where that cannot be."""
        self._keeping = Thread(
            target=self._keep_if_possible, args=(shown,), name="brief-tui-keeping", daemon=True
        )
        self._keeping.start()

    def keep_on(self) -> None:
        """Have what was kept hold for the reader's state as it is by now."""
        if self._keeping is not None:
            self._keeping.join(_PATIENCE)
        if self._kept:
            # Whoever reads loses nothing where this cannot be, but would by being told.
            with suppress(Exception):
                _renew(self._start.key)

    def _keep_if_possible(self, shown: Screen) -> None:
        with suppress(Exception):  # as above
            self._kept = _keep(shown, self._start, self._capabilities, self._library)


def _keep(
    screen: Screen, start: Start, capabilities: Capabilities, library: Sequence[Path]
) -> bool:
    """Keep a screen; whether that is possible.

    Raises:
        OSError: it cannot be written.
    """
    from brief_tui.terminal.keepable import kept_frame

    if (screen.width, screen.height) != start.size:
        return False
    frame = kept_frame(screen, capabilities)
    depends = _depends(start, capabilities, library)
    if depends is None or not frame.may_be_shown:
        return False
    return _write(start.key, kept_frames.parts_of(start.key, frame, depends))


def _renew(key: bytes) -> None:
    """Give the frame of this key the trace that the reader's state has by now.

    Raises:
        OSError: it cannot be written.
    """
    parts = unsealed(kept_frames.read(f"{kept_frames.folder()}/{kept_frames.name(key)}")) or []
    state = _state()
    if parts[:1] == [key] and state in parts:
        parts[parts.index(state) + 1] = trace(state)
        _write(key, parts)


def _state() -> bytes:
    from brief_tui.folders import state_folder

    return CONTENTS + os.fsencode(state_folder())


def _depends(
    start: Start, capabilities: Capabilities, library: Sequence[Path]
) -> list[tuple[bytes, bytes]] | None:
    """All that the frame depends on, with its traces; None where that is not known.

    What has changed since the program began may have been read before it did.
    """
    paths = _looked_at(library, capabilities.around.term)
    if paths is None:
        return None
    named = [os.fsencode(path) for path in dict.fromkeys(paths)]
    traces = [(path, trace(path)) for path in named]
    before = start.began - _CLOCK
    if any(was == TOO_MUCH or changed_since(path, before) for path, was in traces):
        return None
    return traces


def _looked_at(library: Sequence[Path], term: str) -> list[str] | None:
    """Every path that what is shown at the start may depend on; None where these are too many."""
    from brief_tui.folders import config_file, library_folder
    from brief_tui.library.catalogue import default_paths
    from brief_tui.library.told_by import told_by
    from brief_tui.shipped import themes_folder
    from brief_tui.terminal.terminfo import places

    read = told_by(library or [library_folder(), *default_paths()])
    settings = told_by([config_file().parent, themes_folder()])
    if read is None or settings is None or not all(path.exists() for path in library):
        return None
    state = os.fsdecode(_state())
    return [*map(str, (*read, *settings)), state, *places(term), *_code()]


def _code() -> Iterator[str]:
    """The files of our own code that is loaded, and what would be otherwise where others' is."""
    ours = Path(__file__).parent.parent
    yield str(ours / "tui" / "app.tcss")
    library = str(Path(os.__file__).parent)
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None)
        if not isinstance(file, str):
            continue
        package = name.partition(".")[0]
        if package == ours.name:
            yield file
        elif name == package != "__main__" and not _is_of_python(file, library):
            # Whoever installs another version makes a folder beside it.
            yield file
            folder = Path(file).parent
            yield str(folder.parent if file.endswith("__init__.py") else folder)


def _is_of_python(file: str, library: str) -> bool:
    """Whether it came with Python, whose version is part of the key."""
    return file.startswith(library) and "-packages" not in file


def _write(key: bytes, parts: list[bytes]) -> bool:
    """Keep a frame in place of the one before, for nobody else to read; let the oldest go.

    Returns:
        Whether it is small enough to be kept.

    Raises:
        OSError: it cannot be written.
    """
    data = sealed(parts)
    if len(data) > MOST:
        return False
    folder = Path(kept_frames.folder())
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / kept_frames.name(key)
    if kept_frames.read(str(path)) == data:
        os.utime(path)
        return True
    temporary = folder / f".{path.name}.{os.getpid()}"
    temporary.unlink(missing_ok=True)
    file = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        with os.fdopen(file, "wb") as opened:
            opened.write(data)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    _let_go(sorted(folder.iterdir(), key=_age, reverse=True)[_MOST_FRAMES:])
    return True


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def _let_go(paths: Iterable[Path]) -> None:
    for path in paths:
        with suppress(OSError):
            path.unlink()
