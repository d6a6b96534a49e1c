"""Keeping the first frame for the next start, beside the app that shows it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from threading import Thread

from brief_tui.cli import kept_frames
from brief_tui.terminal.sealed import MOST, sealed, unsealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from brief_tui.cli.start import Start
    from brief_tui.terminal.capabilities import Capabilities
    from brief_tui.terminal.screen import Screen

_MOST_FRAMES = 24

_PATIENCE = 0.5
"""Seconds that whoever leaves waits for what is being kept."""


class Keeper:
    """Keeps what the terminal shows of an app that nobody has touched yet."""

    def __init__(
        self,
        start: Start,
        capabilities: Capabilities,
        library: Sequence[Path],
        index: Path | None = None,
    ) -> None:
        """Keep nothing yet.

        Args:
            start: How the program was started.
            capabilities: What the terminal was taken to be then.
            library: What was asked for to be read; nothing where that is what is read unasked.
            index: The file of the index that is read in place of it, if one is.
        """
        self._start = start
        self._capabilities = capabilities
        self._library = library
        self._index = index
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
            self._kept = self._keep(shown)

    def _keep(self, screen: Screen) -> bool:
        """Keep a screen; whether that is possible.

        Raises:
            OSError: it cannot be written.
        """
        from brief_tui.cli.depends import depends
        from brief_tui.terminal.keepable import kept_frame

        start, can = self._start, self._capabilities
        if (screen.width, screen.height) != start.size:
            return False
        frame = kept_frame(screen, can)
        traces = depends(self._library, self._index, can.around.term, start.began)
        if traces is None or not frame.may_be_shown:
            return False
        return _write(start.key, kept_frames.parts_of(start.key, frame, traces))


def _renew(key: bytes) -> None:
    """Give the frame of this key the trace that the reader's state has by now.

    Raises:
        OSError: it cannot be written.
    """
    from brief_tui.cli.depends import reader_state
    from brief_tui.cli.traces import TOO_MUCH, trace

    parts = unsealed(kept_frames.read(f"{kept_frames.folder()}/{kept_frames.name(key)}")) or []
    state = reader_state()
    now = trace(state)
    if parts[:1] == [key] and state in parts and now != TOO_MUCH:
        parts[parts.index(state) + 1] = now
        _write(key, parts)


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
