"""``brief-tui doctor``: what the terminal can do, why it is thought so, and how to change it."""

from __future__ import annotations

import sys

from brief_tui.cli.terminal import add_wishes, looked_at, say_problems, speak_as_shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterator, Sequence

    from brief_tui.model.problem import Problem
    from brief_tui.terminal.asking import Asked
    from brief_tui.terminal.finding import Finding
    from brief_tui.terminal.findings import Findings
    from brief_tui.terminal.surroundings import Surroundings

FORMATS = ("text", "json")

EXAMPLES = """
brief-tui doctor                  what the reader draws with here, and why
brief-tui doctor --colors 16      the same, if it were asked for that
brief-tui doctor --format json
"""

_BEHIND_NAME = 17
"""The column in which what is said of a name begins."""

_WIDEST = 100


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    add_wishes(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="text unless stated")


def run(options: Namespace) -> int:
    """Ask the terminal and print what is found; 1 where the configuration has problems."""
    from brief_tui.cli.output import write, write_json
    from brief_tui.terminal.findings import findings

    around, problems = looked_at(options)
    asked = _ask(around)
    around = around._replace(answers=asked.answers)
    size, found = _size(around), findings(around)
    if options.format == "json":
        write_json(_record(around, asked, size, found, problems))
    else:
        speak_as_shown(around)
        width = min(size[0], _WIDEST) if size else 80
        for block in (_facts(around, asked, size), *map(_finding, found)):
            for name, words in block:
                for line in _hung(name, words, width):
                    write(line)
    say_problems(problems)
    return 1 if problems else 0


def _ask(around: Surroundings) -> Asked:
    from brief_tui.terminal.asking import FAR, PATIENCE, Asked, ask

    if not (around.typed and around.shown):
        which = "stdout" if around.typed else "stdin"
        return Asked(why_not=f"{which} is not a terminal")
    patience = FAR if around.ssh else PATIENCE
    return ask(around.query, sys.stdin.fileno(), sys.stdout.fileno(), patience)


def _size(around: Surroundings) -> tuple[int, int] | None:
    """Columns and lines of the terminal that stdout is; None where it is none."""
    if not around.shown:
        return None
    from brief_tui.terminal.tty import Tty

    screen = sys.stdout.fileno()  # there may be no stdin, which its size does not need
    return Tty(screen, screen).size()


def _facts(
    around: Surroundings, asked: Asked, size: tuple[int, int] | None
) -> Iterator[tuple[str, str]]:
    """What nothing was decided on yet."""
    from brief_tui.cli.output import one_line
    from brief_tui.folders import config_file, is_there

    path = config_file()
    yield "TERM", around.term or "(not set)"
    yield "size", f"{size[0]} columns, {size[1]} lines" if size else "stdout is not a terminal"
    yield "reached", ", ".join(_between(around)) or "on this machine"
    yield "asked", _told(asked)
    yield "config.yaml", f"{one_line(path)}{'' if is_there(path) else ' (not there)'}"


def _between(around: Surroundings) -> Iterator[str]:
    """What stands between the program and the reader."""
    if around.ssh:
        yield f"over SSH ({around.ssh} is set)"
    if around.tmux:
        yield "through tmux (TMUX is set)"
    if around.screen:
        yield "through GNU screen (STY is set)"


def _told(asked: Asked) -> str:
    """How asking the terminal went."""
    if asked.why_not:
        return f"the terminal was not asked: {asked.why_not}"
    name = f"; it is {asked.answers.program}" if asked.answers.program else ""
    if asked.seconds is None:
        some = "answered only in part" if asked.answered else "did not answer"
        return f"the terminal {some}{name}"
    return f"the terminal answered within {asked.seconds * 1000:.0f} ms{name}"


def _finding(finding: Finding[object]) -> Iterator[tuple[str, str]]:
    yield "", ""
    yield finding.name, finding.words
    yield "  why", finding.reason
    if finding.change:
        yield "  to change", finding.change


def _hung(name: str, words: str, width: int) -> list[str]:
    """The name, and the words behind it, in as many lines as they take."""
    from textwrap import wrap

    column = min(_BEHIND_NAME, max(width // 3, 1))
    room = max(width - column, 1)
    lines = wrap(words, room, break_on_hyphens=False) or [""]
    heads = [f"{name} " if len(name) >= column else name, *[""] * (len(lines) - 1)]
    return [f"{head:<{column}}{line}".rstrip() for head, line in zip(heads, lines, strict=True)]


def _record(
    around: Surroundings,
    asked: Asked,
    size: tuple[int, int] | None,
    found: Findings,
    problems: Sequence[Problem],
) -> dict[str, object]:
    """The same under stable keys; what is not known is null or empty, never left out."""
    from brief_tui.cli.problems import problem_record

    columns, lines = size or (None, None)
    return {
        "terminal": {
            "term": around.term,
            "program": asked.answers.program,
            "columns": columns,
            "lines": lines,
            "ssh": bool(around.ssh),
            "tmux": around.tmux,
            "screen": around.screen,
        },
        "asked": {
            "answered": asked.answered,
            "seconds": asked.seconds,
            "why_not": asked.why_not,
        },
        "findings": [
            {
                "name": name,
                "value": finding.words,
                "reason": finding.reason,
                "change": finding.change,
            }
            for name, finding in zip(found._fields, found, strict=True)
        ],
        "problems": [problem_record(problem) for problem in problems],
    }
