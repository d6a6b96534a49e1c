"""``brief-tui show [PATH ...]``: briefings as plain text or as JSON."""

from __future__ import annotations

from brief_tui.cli.compared import add_comparison, asks_to_compare
from brief_tui.cli.narrowing import add_narrowing, narrowing, paths, section
from brief_tui.cli.reading import add_cache, opened
from brief_tui.cli.terminal import add_ascii, speak_as_asked
from brief_tui.cli.usage import WrongUsage
from brief_tui.cli.weighing import Weighed, add_weighing, asks_to_weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Sequence

    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Library
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
    add_cache(parser)
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
    if asks_to_compare(options, filter_):
        from brief_tui.cli.compared import print_comparison

        library = opened(options, where)
        print_comparison(library, options, filter_)
        return tell_of_closed(library)
    weighed = Weighed() if alone else Weighed.asked(options, part)
    library = opened(options, where)
    if options.about is not None:
        print_about(library, options.about, options.format)
    elif options.path is not None:
        print_path(library, options.path, options.format)
    elif options.format == "json":
        print_json(library, part, filter_, weighed)
    else:
        print_text(library, part, filter_, weighed)
    return tell_of_closed(library)


def print_text(library: Library, part: Section | None, filter_: Filter, weighed: Weighed) -> None:
    """Print briefings as text, one section or all."""
    from brief_tui.cli.output import say, width, write
    from brief_tui.cli.printed import printed
    from brief_tui.library.opening import readable

    weighed.check(library)
    room = width()
    not_here: dict[str, int] = {}
    number = 0
    for number, volume in enumerate(readable(library), 1):
        if number > 1:
            write("")
        for piece in printed(volume, part, filter_, room, weighed.weighing):
            write(piece.removesuffix("\n"))
        for words in _names_not_here(volume, filter_):
            not_here[words] = not_here.get(words, 0) + 1
    for words, briefings in not_here.items():
        if briefings == number:
            say(words)


def _names_not_here(volume: Volume, filter_: Filter) -> Iterable[str]:
    if not filter_:
        return ()
    from brief_tui.library.query.names_here import names_not_here

    return names_not_here(filter_, volume.values)


def print_json(library: Library, part: Section | None, filter_: Filter, weighed: Weighed) -> None:
    """Print briefings as JSON, one section or all."""
    from brief_tui.cli.exported import exported
    from brief_tui.cli.output import write_json

    weighed.check(library)
    write_json(exported(library, part, filter_, weighed.weighing))


def print_about(library: Library, id_: str, form: str) -> None:
    """Print all there is on an id as text or JSON."""
    from brief_tui.cli import about
    from brief_tui.cli.output import width

    about.print_about(library, id_, form, width())


def print_path(library: Library, ends: Sequence[str], form: str) -> None:
    """Print the ways from one id to another as text or JSON."""
    from brief_tui.cli.output import width
    from brief_tui.cli.ways import print_ways

    start, end = ends
    print_ways(library, start, end, form, width())


def tell_of_closed(library: Library) -> int:
    """Say which briefings could not be opened; return the exit code."""
    from brief_tui.cli.output import say
    from brief_tui.library.filter import EVERYTHING
    from brief_tui.library.opening import closed

    cannot = closed(library)
    for listed in cannot:
        say(
            f"{listed.path} cannot be opened: {listed.errors} error"
            f"{'' if listed.errors == 1 else 's'}; brief-tui check lists them"
        )
    empty = not len(library.briefings(EVERYTHING))
    if empty:
        say("there is no briefing here")
    return 1 if cannot or empty else 0
