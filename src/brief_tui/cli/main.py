"""The program: which command runs, and what its end looks like from outside.

Exit codes: 0 fine, 1 problems found or a failure, 2 wrong usage, 129 terminal lost,
130 interrupted, 141 output no longer read, 143 told to end. Whatever happens, data goes to stdout,
words about it to stderr, and no traceback to either.
"""

from __future__ import annotations

import os
import sys

from brief_tui.cli.start import Start

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

FINE, PROBLEMS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130

UNREAD = 141
"""Whoever read the output stopped, as `head` does: what a shell says of a closed pipe."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code.

    Args:
        argv: The arguments without the program's name; those of the process where absent.
    """
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        with Start(words) as start:
            code = _run(words, start)
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as end:  # argparse, after --help and --version
        return end.code if isinstance(end.code, int) else FINE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        _drop_unwritten()
        return UNREAD
    except Exception as error:
        if isinstance(error.__cause__, KeyboardInterrupt):  # so Python has it while a class is made
            return INTERRUPTED
        from brief_tui.cli.usage import WrongUsage

        if isinstance(error, WrongUsage):
            return _refuse(words, str(error))
        from brief_tui.cli.failure import report

        _drop_unwritten()
        report(error)
        return PROBLEMS
    return code


def _run(words: list[str], start: Start) -> int:
    from brief_tui.cli.commands import DEFAULT, SUMMARIES, command, parser_of, program_parser
    from brief_tui.cli.output import speak

    speak("utf-8")
    named = bool(words) and words[0] in SUMMARIES
    options = parser_of(words[0]).read(words[1:]) if named else program_parser().read(words)
    options.start = start
    return command(words[0] if named else DEFAULT).run(options)


def _refuse(words: list[str], why: str) -> int:
    from brief_tui.cli.commands import PROGRAM, SUMMARIES
    from brief_tui.cli.output import say

    call = f"{PROGRAM} {words[0]}" if words and words[0] in SUMMARIES else PROGRAM
    say(f"{call}: {why}")
    say(f"{call} --help says what is possible.")
    return WRONG_USAGE


def _drop_unwritten() -> None:
    """Let what could not be written go, or Python tries once more on its way out and says so."""
    try:
        sys.stdout.flush()
    except OSError:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
