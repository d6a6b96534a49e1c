"""The commands by name, and the parser of each; a command's code is imported when it is asked for.

A command is a module of this package with ``EXAMPLES`` (lines for its help), ``configure`` (adds
its arguments to a parser) and ``run`` (does it, and returns the exit code).
"""

from __future__ import annotations

from importlib import import_module

from brief_tui.cli.usage import Parser

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from typing import Protocol

    class Command(Protocol):
        """What a command's module offers."""

        EXAMPLES: str

        def configure(self, parser: ArgumentParser) -> None:
            """Add the command's arguments."""

        def run(self, options: Namespace) -> int:
            """Do it, and return the exit code."""


PROGRAM = "brief-tui"

DEFAULT = "open"
"""What runs when the first word names no command."""

SUMMARIES = {
    "open": "Read briefings in the terminal; what runs when none is named.",
    "show": "Print briefings as plain text or as JSON.",
    "check": "List everything that is wrong with briefings.",
    "index": "Index a library ahead of time, or write it as one file.",
    "schema": "Print the JSON Schema of the YAML, for an editor to check against.",
    "themes": "List the themes and where they come from.",
    "filters": "List the filters that you have saved.",
    "doctor": "Say what the terminal can do, why, and what to set to change it.",
    "paths": "List every file and folder the program uses.",
    "completion": "Print the completion script for a shell.",
}

_USAGE = f"""\
{PROGRAM} [PATH ...] [OPTION ...]
       {PROGRAM} COMMAND [...]"""

_ABOUT = (
    "Read structured briefings in the terminal: who said what, when and on what\n"
    "evidence, narrowed to a country, with actors side by side. Without a PATH it\n"
    "opens your own library folder and the briefings that ship."
)

_MORE = f"""
Each command has its own help: {PROGRAM} check --help
A path that is named like a command is given as ./show.
Exit codes: 0 fine, 1 problems found or a failure, 2 wrong usage, 129
terminal lost, 130 interrupted, 141 output no longer read, 143 told to end.
"""


def command(name: str) -> Command:
    """The code of a command."""
    module: Command = import_module(f"brief_tui.cli.{name}")
    return module


def parser_of(name: str) -> Parser:
    """The parser of a command, its arguments added."""
    code = command(name)
    examples = "\n".join(f"  {line}" for line in code.EXAMPLES.strip().splitlines())
    parser = Parser(f"{PROGRAM} {name}", SUMMARIES[name], f"examples:\n{examples}")
    code.configure(parser)
    return parser


def program_parser() -> Parser:
    """The parser of the program itself: the default command's arguments, and all there is to do."""
    code = command(DEFAULT)
    commands = "\n".join(f"  {name:<12}{summary}" for name, summary in SUMMARIES.items())
    examples = "\n".join(f"  {line}" for line in code.EXAMPLES.strip().splitlines())
    parser = Parser(
        PROGRAM, _ABOUT, f"commands:\n{commands}\n\nexamples:\n{examples}\n{_MORE}", _USAGE
    )
    code.configure(parser)
    parser.add_argument("--version", action="version", version=_version())
    return parser


def _version() -> str:
    from brief_tui import __version__

    return f"{PROGRAM} {__version__}"
