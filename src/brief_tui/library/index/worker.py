"""``python -m brief_tui.library.index.worker``: reads briefings for who writes an index.

It is sent lists of paths and answers each with all that is to be written of the briefings at them,
rows counted from a number that it asks for in between. It ends when nobody sends any more, however
the other ended.
"""

from __future__ import annotations

import gc
import marshal
import os
import signal
import sys
from typing import Any, BinaryIO, NamedTuple

from brief_tui.library.index.inverted import Inverter
from brief_tui.library.index.prepared import prepare
from brief_tui.library.index.reading import read
from brief_tui.library.index.writing import Prepared, Stamped

_SIZE = 4


class Ready(NamedTuple):
    """A briefing ready to be written; ``first`` is its first row's number."""

    path: str
    stamped: Stamped
    prepared: Prepared
    first: int


class Chunk(NamedTuple):
    """Some briefings ready to be written, as one segment.

    Attributes:
        briefings: the briefings; without facts, which the segment has.
        first: the first number of their rows.
        rows: how many numbers they take.
        bits: kind, value and bytes of each bitmap, in order.
        phrases: as ``Inverted.phrases``.
        texts: as ``Inverted.texts``.
    """

    briefings: list[Ready]
    first: int
    rows: int
    bits: list[tuple[str, str, bytes]]
    phrases: list[tuple[int, str]]
    texts: list[tuple[int, str]]


def send(stream: BinaryIO, value: Any) -> None:  # noqa: ANN401 - what marshal can write
    """Send a value made of what Python itself has."""
    data = marshal.dumps(value)
    stream.write(len(data).to_bytes(_SIZE, "big"))
    stream.write(data)
    stream.flush()


def receive(stream: BinaryIO) -> Any:  # noqa: ANN401 - whatever the other process sent
    """What was sent.

    Raises:
        EOFError: nothing will be sent any more.
    """
    head = stream.read(_SIZE)
    data = stream.read(int.from_bytes(head, "big"))
    if len(head) < _SIZE or not data:
        raise EOFError
    return marshal.loads(data)  # noqa: S302 - from a process of our own


def chunk_of(sent: Any) -> Chunk:  # noqa: ANN401 - whatever the other process sent
    """A chunk as it was sent."""
    briefings, *rest = sent
    ready = [
        Ready(path, Stamped(*stamped), Prepared.of_plain(prepared), first)
        for path, stamped, prepared, first in briefings
    ]
    return Chunk(ready, *rest)


def main() -> None:
    """Answer until nobody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # which is for the process that asks
    asked, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # nothing that is printed may get among the answers
    gc.disable()  # what a briefing leaves has no circles, and to look for them takes long
    try:
        while True:
            _answer(receive(asked), asked, answers)
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)  # what is left in a buffer is for nobody


def _answer(paths: list[str], asked: BinaryIO, answers: BinaryIO) -> None:
    inverter = Inverter()
    found: list[tuple[str, Stamped, Prepared, int]] = []
    rows = 0
    for path in paths:
        reading = read(path)
        if reading is None:
            continue
        prepared = prepare(reading.loaded)
        found.append((path, reading.stamped, prepared, rows))
        if prepared.good is not None:
            for facts in prepared.good.facts:
                inverter.add(rows, facts)
                rows += 1
            prepared.good.facts.clear()  # there may be a great many
    send(answers, rows)
    first = receive(asked)
    ready = [
        (path, tuple(stamped), prepared.plain(), first + place)
        for path, stamped, prepared, place in found
    ]
    done = inverter.done()
    phrases = [(first + place, text) for place, text in done.phrases]
    send(answers, (ready, first, rows, list(done.packed(first)), phrases, done.texts))


if __name__ == "__main__":
    main()
