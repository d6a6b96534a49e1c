"""How a command that reads opens its library, and what is said while that takes long."""

from __future__ import annotations

from brief_tui.cli.usage import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from brief_tui.library.interface import Library
    from brief_tui.library.opening import Opened

_LONG = 1.0
"""Seconds after which it is said how far the reading is."""


def add_cache(parser: ArgumentParser) -> None:
    """Add ``--no-cache``."""
    parser.add_argument(
        "--no-cache",
        action="store_true",
        help="hold all in memory: read and write no index, and keep no first frame",
    )


def opened(options: Namespace, where: Sequence[Path]) -> Library:
    """The library at some paths as its files are now.

    Raises:
        WrongUsage: a file that should be a library is none.
    """
    from brief_tui.cli.telling import Telling
    from brief_tui.library.opening import NoLibrary, open_now

    telling = Telling("text", _LONG)
    try:
        return open_now(where, cache=not options.no_cache, report=telling.report)
    except NoLibrary as error:
        raise WrongUsage(str(error)) from error
    finally:
        telling.end()


def opened_at_once(options: Namespace, where: Sequence[Path]) -> Opened:
    """The library at some paths, to begin to read at once.

    Raises:
        WrongUsage: a file that should be a library is none.
    """
    from brief_tui.cli.telling import Telling
    from brief_tui.library.opening import NoLibrary, open_at_once

    telling = Telling("text", _LONG)
    try:
        return open_at_once(where, cache=not options.no_cache, report=telling.report)
    except NoLibrary as error:
        raise WrongUsage(str(error)) from error
    finally:
        telling.end()
