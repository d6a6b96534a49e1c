"""Many briefings read at once, by a process for each core, and written by this one."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Queue
from threading import Lock, Semaphore, Thread
from typing import BinaryIO, cast

from brief_tui.library.found import Found
from brief_tui.library.index.progress import Course, Report
from brief_tui.library.index.segments import add_segment, known_texts
from brief_tui.library.index.worker import Chunk, chunk_of, receive, send
from brief_tui.library.index.writing import Writer

WORTH_IT = 4_000_000
"""From how many bytes on it pays to start processes."""

_LEAST, _MOST = 500_000, 16_000_000
"""How many bytes of YAML a process is given at once: what takes it half a second up to ten."""

_AHEAD = 2
"""How many chunks may wait to be written."""


def gather(writer: Writer, due: Sequence[Found], report: Report | None) -> None:
    """Read briefings and write them, a segment for each of the portions they are read in.

    Raises:
        OSError: no process can be started.
        Cancelled: ``report`` raised it; what was written by then stays.
    """
    course = Course(len(due), sum(found.size for found in due), report)
    portions = list(_portions(due))
    writer.expect_much()
    texts = known_texts(writer.connection)
    with _crew(portions, writer.next_number()) as crew:
        for chunk, portion in crew.chunks():
            with writer.batch():
                _write(writer, chunk, texts)
            course.add(len(portion), sum(found.size for found in portion))


def _write(writer: Writer, chunk: Chunk, texts: set[str]) -> None:
    for path, stamped, prepared, first in chunk.briefings:
        if prepared.good is None:
            writer.put(path, stamped, prepared)
        else:
            writer.put_good(path, stamped, prepared, prepared.good, first)
    if chunk.rows:
        last = chunk.first + chunk.rows - 1
        segment = (chunk.first, last, chunk.bits, chunk.phrases, chunk.texts)
        add_segment(writer.connection, *segment, texts)
    writer.use_numbers(chunk.first + chunk.rows)


class _Crew:
    """Hands out portions and numbers to processes, and gathers what they answer."""

    def __init__(self, portions: Sequence[Sequence[Found]], first: int) -> None:
        self._portions = iter(portions)
        self._next = first
        self._lock = Lock()
        self._done: Queue[tuple[Chunk, Sequence[Found]] | None] = Queue()
        self._room = Semaphore(_AHEAD)
        self._processes: list[subprocess.Popen[bytes]] = []
        self._threads: list[Thread] = []

    def start(self) -> None:
        """Start a process more.

        Raises:
            OSError: it cannot be started.
        """
        process = _start()
        self._processes.append(process)
        self._threads.append(Thread(target=self._serve, args=(process,), daemon=True))
        self._threads[-1].start()

    def stop(self) -> None:
        """End all processes, whatever they are at."""
        for process in self._processes:
            process.kill()
        for _ in self._threads:
            self._room.release()
        for thread in self._threads:
            thread.join()
        for process in self._processes:
            process.wait()
            for pipe in _pipes(process):
                with suppress(OSError):  # what is left in a buffer is for nobody
                    pipe.close()

    def chunks(self) -> Iterator[tuple[Chunk, Sequence[Found]]]:
        """What was answered, each with what it answers, until all processes are through."""
        busy = len(self._threads)
        while busy:
            done = self._done.get()
            if done is None:
                busy -= 1
            else:
                yield done
                self._room.release()

    def _serve(self, process: subprocess.Popen[bytes]) -> None:
        """Keep a process busy until there is no more to do, or it is no more."""
        to, back = _pipes(process)
        try:
            while (portion := self._portion()) is not None:
                send(to, [found.path for found in portion])
                send(to, self._numbers(receive(back)))
                chunk = chunk_of(receive(back))
                self._room.acquire()
                self._done.put((chunk, portion))
        except (EOFError, OSError, ValueError):
            pass  # what it did not do is found to be due again
        finally:
            self._done.put(None)

    def _portion(self) -> Sequence[Found] | None:
        with self._lock:
            return next(self._portions, None)

    def _numbers(self, count: int) -> int:
        with self._lock:
            first = self._next
            self._next += count
            return first


@contextmanager
def _crew(portions: Sequence[Sequence[Found]], first: int) -> Iterator[_Crew]:
    crew = _Crew(portions, first)
    try:
        for _ in range(min(_cores(), len(portions))):
            crew.start()
        yield crew
    finally:
        crew.stop()


def _portions(due: Sequence[Found]) -> Iterator[Sequence[Found]]:
    """The briefings in portions: the first ones small, so that there is soon something to read."""
    portion: list[Found] = []
    size, most = 0, _LEAST
    for found in due:
        if portion and size + found.size > most:
            yield portion
            portion, size, most = [], 0, min(most * 3 // 2, _MOST)
        portion.append(found)
        size += found.size
    if portion:
        yield portion


def _start() -> subprocess.Popen[bytes]:
    # The same program as this one, wherever that was found.
    package = Path(__file__).parents[3]
    path = os.pathsep.join(filter(None, (str(package), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        # Nothing is imported from the folder that it is started in, which may be anybody's.
        [sys.executable, "-P", "-m", "brief_tui.library.index.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=os.environ | {"PYTHONPATH": path},
    )


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None:
        raise ValueError("a process without pipes")
    return cast("BinaryIO", process.stdin), cast("BinaryIO", process.stdout)


def _cores() -> int:
    """How many processes can run at once."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:
        return os.cpu_count() or 1
