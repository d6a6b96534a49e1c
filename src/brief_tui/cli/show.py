"""``brief-tui show [PATH ...]``: briefings as plain text or as JSON."""

from __future__ import annotations

from brief_tui.cli.compared import add_comparison, asks_to_compare
from brief_tui.cli.narrowing import add_narrowing, narrowing, paths, section
from brief_tui.cli.terminal import add_ascii, speak_as_asked
from brief_tui.cli.usage import WrongUsage
from brief_tui.cli.weighing import Weighed, add_weighing, asks_to_weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from brief_tui.library.catalogue import Catalogue
    from brief_tui.library.filter import Filter
    from brief_tui.library.volume import Volume
    from brief_tui.model.section import Section

FORMATS = ("text", "json")

EXAMPLES = """
brief-tui show                                     all there is, as text
brief-tui show talks.yaml --section claims --country "South Korea"
brief-tui show talks.yaml --search sanctions --format json
brief-tui show talks.yaml --about filling          one item or party, whole
brief-tui show talks.yaml --path filling cairo     how the two hang together
brief-tui show talks.yaml --compare Ankara --compare Seoul --align dimension
brief-tui show talks.yaml --section leverage --suppose council.risk=low
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    add_narrowing(parser)
    parser.add_argument(
        "--about",
        metavar="ID",
        help="one item, source or actor: its chain, what rests on it and would fall without it",
    )
    parser.add_argument(
        "--path",
        nargs=2,
        metavar=("FROM", "TO"),
        help="only the ways from one item, source or actor to another, by their ids",
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="text unless stated")
    add_ascii(parser)
    add_comparison(parser)
    add_weighing(parser)


def run(options: Namespace) -> int:
    """Print what the panes show; 1 where a briefing could not be opened."""
    speak_as_asked(options)
    where, filter_, part = paths(options), narrowing(options), section(options)
    alone = "--about" if options.about is not None else "--path" if options.path else ""
    if alone and (filter_ or part or options.compare or asks_to_weigh(options)):
        raise WrongUsage(f"{alone} looks in the whole briefing: it goes with no narrowing")
    if options.about is not None and options.path:
        raise WrongUsage("--about and --path are asked one at a time")
    if options.about is not None:
        return print_about(where, options.about, options.format)
    if options.path is not None:
        return print_path(where, options.path, options.format)
    if asks_to_compare(options, filter_):
        from brief_tui.cli.compared import print_comparison
        from brief_tui.library.catalogue import open_catalogue

        catalogue = open_catalogue(where)
        print_comparison(catalogue, options, filter_)
        return tell_of_closed(catalogue)
    weighed = Weighed.asked(options, part)
    if options.format == "json":
        return print_json(where, part, filter_, weighed)
    from brief_tui.library.catalogue import open_catalogue

    catalogue = open_catalogue(where)
    print_text(catalogue, part, filter_, weighed)
    return tell_of_closed(catalogue)


def print_text(
    catalogue: Catalogue, part: Section | None, filter_: Filter, weighed: Weighed
) -> None:
    """Print briefings as text, one section or all."""
    from brief_tui.cli.output import say, width, write
    from brief_tui.cli.printed import printed

    weighed.check(catalogue)
    room = width()
    not_here: dict[str, int] = {}
    for number, entry in enumerate(catalogue.readable, 1):
        if number > 1:
            write("")
        volume = catalogue.open(entry)
        for piece in printed(volume, part, filter_, room, weighed.weighing):
            write(piece.removesuffix("\n"))
        for words in _names_not_here(volume, filter_):
            not_here[words] = not_here.get(words, 0) + 1
    for words, briefings in not_here.items():
        if briefings == len(catalogue.readable):
            say(words)


def _names_not_here(volume: Volume, filter_: Filter) -> Iterable[str]:
    if not filter_:
        return ()
    from brief_tui.library.query.names_here import names_not_here

    return names_not_here(filter_, volume.values)


def print_json(
    where: Sequence[Path], part: Section | None, filter_: Filter, weighed: Weighed
) -> int:
    """Print briefings as JSON, one section or all; return the exit code."""
    from brief_tui.cli.exported import exported
    from brief_tui.cli.output import write_json
    from brief_tui.library.catalogue import open_catalogue

    catalogue = open_catalogue(where)
    weighed.check(catalogue)
    write_json(exported(catalogue, part, filter_, weighed.weighing))
    return tell_of_closed(catalogue)


def print_about(where: Sequence[Path], id_: str, form: str) -> int:
    """Print all there is on an id as text or JSON; return the exit code."""
    from brief_tui.cli import about
    from brief_tui.cli.output import width

    return tell_of_closed(about.print_about(where, id_, form, width()))


def print_path(where: Sequence[Path], ends: Sequence[str], form: str) -> int:
    """Print the ways from one id to another as text or JSON; return the exit code."""
    from brief_tui.cli.output import width
    from brief_tui.cli.ways import print_ways

    start, end = ends
    return tell_of_closed(print_ways(where, start, end, form, width()))


def tell_of_closed(catalogue: Catalogue) -> int:
    """Say which briefings could not be opened; return the exit code."""
    from brief_tui.cli.output import say

    closed = [entry for entry in catalogue.entries if entry.briefing is None]
    for entry in closed:
        errors = sum(problem.closes for problem in entry.problems)
        say(
            f"{entry.path} cannot be opened: {errors} error{'' if errors == 1 else 's'};"
            " brief-tui check lists them"
        )
    if not catalogue.entries:
        say("there is no briefing here")
    return 1 if closed or not catalogue.entries else 0
