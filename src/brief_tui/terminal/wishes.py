"""What the reader asks of the terminal, on the command line or in the configuration."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from brief_tui.terminal.abilities import ClipboardRoute, Colours

Value = TypeVar("Value")


class Wish(NamedTuple, Generic[Value]):
    """One thing that was asked for.

    Attributes:
        value: What; None leaves it to the program.
        said: How it was said, such as ``--colors 16``.
        at_once: It was asked for this time, on the command line.
    """

    value: Value | None
    said: str
    at_once: bool = False


class Wishes(NamedTuple):
    """All that can be asked for; None where nothing was."""

    colours: Wish[Colours] | None = None
    ascii: Wish[bool] | None = None
    mouse: Wish[bool] | None = None
    synchronized: Wish[bool] | None = None
    hyperlinks: Wish[bool] | None = None
    clipboard: Wish[ClipboardRoute] | None = None

    def over(self, others: Wishes) -> Wishes:
        """These, and of ``others`` what these say nothing about."""
        return Wishes(
            colours=self.colours or others.colours,
            ascii=self.ascii or others.ascii,
            mouse=self.mouse or others.mouse,
            synchronized=self.synchronized or others.synchronized,
            hyperlinks=self.hyperlinks or others.hyperlinks,
            clipboard=self.clipboard or others.clipboard,
        )


NO_WISHES = Wishes()
