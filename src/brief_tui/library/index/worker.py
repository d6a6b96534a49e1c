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

from brief_tui.library.facts import Facts
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
        phrases: texts that have phrases, by number.
    """

    briefings: list[Ready]
    first: int
    rows: int
    bits: list[tuple[str, str, bytes]]
    phrases: list[tuple[int, str]]


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
    gc.disable()
    try:
        while True:
            _answer(receive(asked), asked, answers)
            gc.collect()
    except (EOFError, BrokenPipeError, KeyboardInterrupt):
        os._exit(0)  # what is left in a buffer is for nobody


def _answer(paths: list[str], asked: BinaryIO, answers: BinaryIO) -> None:
    found: list[tuple[str, Stamped, Prepared]] = []
    for path in paths:
        reading = read(path)
        if reading is not None:
            found.append((path, reading.stamped, prepare(reading.loaded)))
    rows = sum(each.good.rows for _, _, each in found if each.good is not None)
    send(answers, rows)
    first = number = receive(asked)
    inverter = Inverter()
    phrases: list[tuple[int, str]] = []
    ready: list[object] = []
    for path, stamped, prepared in found:
        ready.append((path, tuple(stamped), prepared.plain(), number))
        facts: list[Facts] = prepared.good.facts if prepared.good is not None else []
        for each in facts:
            phrase = inverter.add(number, each)
            if phrase:
                phrases.append((number, phrase))
            number += 1
    bits = list(inverter.done().packed())
    send(answers, (ready, first, rows, bits, phrases))


if __name__ == "__main__":
    main()
