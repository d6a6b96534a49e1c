"""What the terminal can do, as the arguments, the configuration and the environment have it."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from brief_tui.model.problem import Problem
    from brief_tui.terminal.surroundings import Surroundings
    from brief_tui.terminal.wishes import Wishes

_COLOURS = ("24-bit", "256", "16", "none", "auto")
"""Those of the configuration, which takes more time to load than ``--help`` should."""


def add_wishes(parser: ArgumentParser) -> None:
    """Add ``--colors``, ``--ascii`` and ``--mouse``."""
    from argparse import BooleanOptionalAction

    add_ascii(parser)
    parser.add_argument(
        "--colors",
        choices=_COLOURS,
        help="how many to draw with; unless stated, what brief-tui doctor says",
    )
    parser.add_argument(
        "--mouse",
        action=BooleanOptionalAction,
        help="have the mouse act, or leave it to the terminal; unless stated, not over SSH",
    )


def add_ascii(parser: ArgumentParser) -> None:
    """Add ``--ascii``."""
    from argparse import BooleanOptionalAction

    parser.add_argument(
        "--ascii",
        action=BooleanOptionalAction,
        help="nothing but ASCII, a sign for each sign, or not; unless stated, as the locale says",
    )


def asked(options: Namespace) -> Wishes:
    """What those of these arguments ask for that the command has."""
    from brief_tui.terminal.abilities import Colours
    from brief_tui.terminal.wishes import Wish, Wishes

    given = vars(options)

    def switch(name: str) -> Wish[bool] | None:
        value: bool | None = given.get(name)
        said = f"--{name}" if value else f"--no-{name}"
        return None if value is None else Wish(value, said, at_once=True)

    word: str | None = given.get("colors")
    colours = next((each for each in Colours if each.words == word), None)
    wish = Wish(colours, f"--colors {word}", at_once=True) if word else None
    return Wishes(colours=wish, ascii=switch("ascii"), mouse=switch("mouse"))


def looked_at(options: Namespace) -> tuple[Surroundings, tuple[Problem, ...]]:
    """What surrounds the program, with what is asked for; and what is wrong with the configuration.

    What the arguments ask for goes before the configuration.
    """
    import sys

    from brief_tui.cli.config import read_config
    from brief_tui.folders import config_file
    from brief_tui.terminal.surroundings import environment, surroundings

    configured, problems = read_config(config_file())
    wishes = asked(options).over(configured)
    return surroundings(environment(), sys.stdin, sys.stdout, wishes), problems


def speak_as_asked(options: Namespace) -> None:
    """Write ASCII from now on where the terminal shows no more, or these arguments ask for it."""
    import sys

    # A pipe needs no look at the terminal, and no time for it.
    asks: bool | None = vars(options).get("ascii")
    if asks is not None or (sys.stdout is not None and sys.stdout.isatty()):
        around, problems = looked_at(options)
        say_problems(problems)
        speak_as_shown(around)


def speak_as_shown(around: Surroundings) -> None:
    """Write ASCII from now on where the terminal shows no more, or where that is asked for.

    A pipe gets UTF-8 unless ``--ascii`` is given: whoever reads it has a locale of its own.
    """
    from brief_tui.terminal.decided_at_start import utf8

    wish = around.wishes.ascii
    asked = wish is not None and wish.at_once and bool(wish.value)
    if asked or (around.shown and not utf8(around).value):
        from brief_tui.cli.output import speak

        speak("ascii")


def say_why_it_is_text(around: Surroundings) -> None:
    """Say on stderr why there is no reader, to someone who has a terminal to read it on."""
    if around.typed and around.shown:
        from brief_tui.cli.output import say
        from brief_tui.terminal.decided_at_start import interactive

        finding = interactive(around)
        say(f"This is plain text, since {finding.reason}.")
        say(f"For the reader, {finding.change}.")


def say_problems(problems: Sequence[Problem]) -> None:
    """Say on stderr what is wrong with the configuration."""
    if problems:
        from brief_tui.cli.output import say
        from brief_tui.cli.problems import text_lines

        for problem in problems:
            for line in text_lines(problem):
                say(line)


def in_short(problems: Sequence[Problem]) -> str:
    """The same in a line, for a screen that has one."""
    if not problems:
        return ""
    amount = f"{len(problems)} problem{'' if len(problems) == 1 else 's'}"
    return f"{amount} in config.yaml (brief-tui doctor): {problems[0].message}"
