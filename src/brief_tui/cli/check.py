"""``brief-tui check PATH ...``: everything that is wrong with briefings."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from brief_tui.model.problem import Problem

FORMATS = ("text", "json", "github")

EXAMPLES = """
brief-tui check talks.yaml               one briefing
brief-tui check briefings --strict       a folder of them; warnings count too
brief-tui check . --format json
brief-tui check . --format github        annotations for a workflow on GitHub
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "paths", nargs="+", metavar="PATH", help="a briefing, or a folder of briefings"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text unless stated")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")


def run(options: Namespace) -> int:
    """Print the problems; 1 where there are some."""
    from brief_tui.cli.output import say, write, write_exactly, write_json
    from brief_tui.cli.problems import github_lines, problem_record, text_lines
    from brief_tui.cli.terminal import speak_as_asked
    from brief_tui.load.briefing_file import load_briefing
    from brief_tui.model.problem import Severity

    speak_as_asked(options)
    briefings = _briefings(options.paths)
    problems = [problem for path in briefings for problem in load_briefing(path).problems]
    if options.format == "json":
        write_json(
            {
                "briefings": len(briefings),
                "problems": [problem_record(problem) for problem in problems],
            }
        )
    else:
        lines = github_lines if options.format == "github" else text_lines
        for problem in problems:
            where, *about = lines(problem)
            write_exactly(where)
            for line in about:
                write(line)
    say(_summary(problems, len(briefings)))
    counts = options.strict or any(each.severity is Severity.ERROR for each in problems)
    return 1 if problems and counts else 0


def _briefings(words: Sequence[str]) -> list[Path]:
    """Every briefing at these paths, each once.

    Raises:
        WrongUsage: there is nothing at one of them, or no briefing in it.
    """
    from brief_tui.cli.narrowing import existing
    from brief_tui.cli.usage import WrongUsage
    from brief_tui.library.places import find_briefings

    found: dict[Path, None] = {}
    for word in words:
        inside = find_briefings(existing(word))
        if not inside:
            raise WrongUsage(f"there is no briefing in {word}")
        found.update(dict.fromkeys(inside))
    return list(found)


def _summary(problems: Sequence[Problem], briefings: int) -> str:
    from brief_tui.cli.problems import counted

    checked = f"{briefings} briefing{'' if briefings == 1 else 's'} checked"
    return f"{checked}: {counted(problems)}"
