"""Wrong usage, and how it is said.

Everything here is on the way to ``--help``, so it imports next to nothing.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn


class WrongUsage(Exception):
    """What was asked for cannot be done as it was asked; the text says why. Exit code 2."""


class Parser(ArgumentParser):
    """An argument parser that raises instead of ending the program, and guesses no option."""

    def __init__(self, prog: str, description: str, epilog: str = "", usage: str = "") -> None:
        """Make a parser with its options still to be added.

        Args:
            prog: The words that call it, as ``brief-tui show``.
            description: What it does, in a sentence.
            epilog: What stands below the options, set as it is.
            usage: The lines behind ``usage:``; made from the options where empty.
        """
        super().__init__(
            prog=prog,
            description=description,
            epilog=epilog,
            usage=usage or None,
            allow_abbrev=False,
            formatter_class=RawDescriptionHelpFormatter,
        )
        # Python 3.14 would colour the help; words alone read the same everywhere.
        self.color = False

    def read(self, words: list[str]) -> Namespace:
        """The arguments read. Options may stand between paths; behind ``--`` all are paths.

        Raises:
            WrongUsage: they are not as the parser has them.
        """
        end = words.index("--") if "--" in words else len(words)
        # argparse cannot do both, and a path may as well begin with ./ as with a dash.
        behind = [f"./{word}" if word.startswith("-") else word for word in words[end + 1 :]]
        options, rest = self.parse_known_intermixed_args([*words[:end], *behind])
        if rest:
            named = rest[0].partition("=")[0]
            raise unknown("option", named, self._option_string_actions)
        return options

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            WrongUsage: always.
        """
        raise WrongUsage(message)


def unknown(kind: str, word: str, allowed: Iterable[str]) -> WrongUsage:
    """The refusal of ``word``, with the nearest of ``allowed``, or all of them where none is near.

    Args:
        kind: What the word should have been, as ``section``.
        word: What was given.
        allowed: Every word that would do.
    """
    from brief_tui.load.nearest import nearest

    choice = list(allowed)
    guess = nearest(word, choice)
    hint = f"did you mean `{guess}`?" if guess else f"there are: {', '.join(choice)}"
    return WrongUsage(f"there is no {kind} `{word}`; {hint}")
