"""What is counted beside the panes: answers that may be late, and are shown when they come."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, Protocol, TypeVar

Found = TypeVar("Found")


class Ask(Protocol):
    """Asks something: the answer in a list, or nothing where ``late`` will be told of it."""

    def __call__(
        self, work: Callable[[], Found], late: Callable[[Callable[[], Found]], object], /
    ) -> list[Found]:
        """Ask, in place of what was asked so before."""


class Aside(Generic[Found]):
    """Answers by what was asked; only the latest question is waited for.

    ``renewed`` is called when a late answer has come.
    """

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._found: dict[Hashable, Found] = {}
        self.renewed: Callable[[], object] = lambda: None

    def get(self, asked: Hashable, work: Callable[[], Found]) -> Found | None:
        """The answer, which ``work`` gives; None as long as it is not there."""
        if asked not in self._found:

            def late(answer: Callable[[], Found]) -> None:
                self._found[asked] = answer()
                self.renewed()

            for found in self._ask(work, late):
                self._found[asked] = found
        return self._found.get(asked)
