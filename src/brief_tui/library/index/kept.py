"""Values that took some work, the last used of them kept in memory of a bounded size."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values that were used last, as many as are no larger than ``most`` together.

    Several threads may ask it.
    """

    def __init__(self, most: int, size: Callable[[Value], int]) -> None:
        """Keep values of ``most`` in all; ``size`` says how much of that one takes."""
        self._most = most
        self._size = size
        self._kept: OrderedDict[Hashable, Value] = OrderedDict()
        self._total = 0
        self._lock = Lock()

    def get(self, key: Hashable) -> Value | None:
        """The value kept under a key."""
        with self._lock:
            found = self._kept.get(key)
            if found is not None:
                self._kept.move_to_end(key)
            return found

    def put(self, key: Hashable, value: Value) -> None:
        """Keep a value, and let go of those used longest ago."""
        with self._lock:
            before = self._kept.pop(key, None)
            if before is not None:
                self._total -= self._size(before)
            self._kept[key] = value
            self._total += self._size(value)
            while self._total > self._most and len(self._kept) > 1:
                _, oldest = self._kept.popitem(last=False)
                self._total -= self._size(oldest)

    def clear(self) -> None:
        """Keep nothing."""
        with self._lock:
            self._kept.clear()
            self._total = 0
