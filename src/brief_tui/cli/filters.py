"""``brief-tui filters``: the filters that you have saved, with what is wrong in their file."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EXAMPLES = """
brief-tui filters
brief-tui --filter "Seoul in October"
brief-tui show --filter seoul-in-october --section claims
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    parser.add_argument(
        "--names", action="store_true", help="the names alone, as a shell completes them"
    )


def run(options: Namespace) -> int:
    """List names and queries, problems on stderr; 1 where there are some."""
    from brief_tui.cli.output import say, write
    from brief_tui.cli.problems import text_lines
    from brief_tui.folders import saved_filters_file
    from brief_tui.library.saved_filters import checked, read_saved

    saved, problems = read_saved(saved_filters_file())
    if options.names:
        for each in saved:
            write(each.key)
        return 0
    wrong = [*problems, *(problem for each in saved for problem in checked(each))]
    wrong.sort(key=lambda problem: problem.position)
    width = min(max((len(each.name) for each in saved), default=0), 30)
    for each in saved:
        write(f"{each.name:<{width}}  {each.query}")
    for problem in wrong:
        for line in text_lines(problem):
            say(line)
    if not saved and not wrong:
        say("no filter is saved; F in the reader saves one")
    return 1 if wrong else 0
