"""``brief-tui [PATH ...]``: read briefings in the terminal."""

from __future__ import annotations

from brief_tui.cli.narrowing import add_narrowing, narrowing, paths, section
from brief_tui.cli.reading import add_cache, opened, opened_at_once
from brief_tui.cli.terminal import (
    add_wishes,
    in_short,
    looked_at,
    say_problems,
    say_why_it_is_text,
    speak_as_shown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from brief_tui.cli.start import Start

EXAMPLES = """
brief-tui                              your library, and what ships
brief-tui --country KR --country RU    what bears on South Korea or Russia
brief-tui talks.yaml --section options --search sanctions
brief-tui check talks.yaml             what is wrong with it, line by line
brief-tui show --format json | less
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    add_narrowing(parser)
    parser.add_argument("--theme", metavar="NAME", help="colours; brief-tui themes lists them")
    add_cache(parser)
    add_wishes(parser)
    parser.add_argument(
        "--kiosk",
        action="store_true",
        help="as the only program of a login over SSH: reads, and does nothing else",
    )


def run(options: Namespace) -> int:
    """Open the reader, or print plain text where there is no terminal to open it in."""
    import gc

    from brief_tui.terminal.capabilities import decided

    if options.kiosk:
        from brief_tui.cli.kiosk import serve

        return serve(options)
    where, filter_, part = paths(options), narrowing(options), section(options)
    if options.theme is not None:
        from brief_tui.cli.themes import known

        known(options.theme)
    around, problems = looked_at(options)
    capabilities = decided(around)
    if not capabilities.interactive:
        from brief_tui.cli.show import print_text, tell_of_closed
        from brief_tui.cli.weighing import Weighed

        say_problems(problems)
        speak_as_shown(around)
        library = opened(options, where)
        print_text(library, part, filter_, Weighed())
        say_why_it_is_text(around)
        return tell_of_closed(library)
    # Starting makes next to no garbage: the app lets the collector in after its first frame.
    gc.disable()
    from brief_tui.cli.failure import ReaderFailed
    from brief_tui.cli.keeping import Keeper
    from brief_tui.model.section import Section
    from brief_tui.tui.app import run as read
    from brief_tui.tui.session import Place

    place = Place(part or Section.OVERVIEW, filter_)
    notice = in_short(problems)
    at_once = opened_at_once(options, where)
    start: Start = options.start
    shown = start.first_frame
    if shown is not None and not shown.is_for(repr(capabilities)):
        start.give_back()
    try:
        return read(
            at_once.library,
            capabilities,
            place=place,
            theme=options.theme,
            notice=notice,
            first_frame=start.first_frame,
            keeper=Keeper(start, capabilities, where, at_once.file) if start.key else None,
            opened=at_once,
        )
    except OSError as error:
        raise ReaderFailed from error
