"""``brief-tui index [PATH ...]``: index a library ahead of time, or write it as one file."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence
    from pathlib import Path

    from brief_tui.cli.telling import Telling
    from brief_tui.library.index.refresh import Outcome

FORMS = ("text", "json", "none")

_MANNERS = 5
"""How much others go before it, where it goes on beside an app."""

_PATIENCE = 1.0
"""Seconds in which it ends in the usual way when that app has ended."""

EXAMPLES = """
brief-tui index                          your own library and what ships
brief-tui index briefings                a folder, so that it opens at once
brief-tui index briefings --stats        what the index holds, and its size
brief-tui index briefings --output desk.brief
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments."""
    from argparse import SUPPRESS

    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a briefing, or a folder of briefings"
    )
    parser.add_argument(
        "--rebuild", action="store_true", help="make the index anew, whatever there is"
    )
    parser.add_argument(
        "--stats", action="store_true", help="print what the index holds, and how large it is"
    )
    parser.add_argument(
        "--output",
        metavar="FILE",
        help="write the library as one file, read-only and without its sources",
    )
    parser.add_argument(
        "--progress",
        choices=FORMS,
        default="text",
        help="how far it is: words on stderr unless stated, or lines of JSON on stdout",
    )
    parser.add_argument("--beside", action="store_true", help=SUPPRESS)


def run(options: Namespace) -> int:
    """Index the briefings; 1 where the index cannot be written.

    Raises:
        WrongUsage: a path is that of nothing or of a library file, or that to write is a folder's.
    """
    from brief_tui.cli.narrowing import existing
    from brief_tui.cli.output import say
    from brief_tui.cli.telling import Telling
    from brief_tui.library.index.store import Unwritable, index_file
    from brief_tui.library.places import default_paths

    if options.beside:
        _end_with_who_asked()
    paths = [_source(existing(word)) for word in options.paths] or default_paths()
    telling = Telling(options.progress)
    try:
        if options.output is not None:
            return _write(paths, options, telling)
        file = index_file(paths)
        outcome = _bring_up_to_date(file, paths, options.rebuild, telling)
    except Unwritable as error:
        telling.end()
        say(f"the index cannot be written: {error}")
        return 1
    except KeyboardInterrupt:
        telling.end()
        say("stopped; what was indexed is kept" if not options.rebuild else "stopped")
        raise
    telling.end()
    _tell(outcome, options.progress)
    if options.stats:
        _print_stats(file)
    return 0


def _source(path: Path) -> Path:
    """``path``, where it is not a library file, which would be read as a briefing that is broken.

    Raises:
        WrongUsage: it is one.
    """
    from brief_tui.cli.usage import WrongUsage
    from brief_tui.library.opening import is_library_file

    if is_library_file(path):
        raise WrongUsage(f"{path} is a library file, which is an index already")
    return path


def _end_with_who_asked() -> None:
    """End when standard input does, which the app that this goes on beside holds open."""
    import os
    import signal
    import sys
    from threading import Thread, main_thread
    from time import sleep

    def wait() -> None:
        while os.read(0, 1024):
            pass
        ident = main_thread().ident
        if ident is not None:  # what it waits in has to end
            signal.pthread_kill(ident, signal.SIGINT)
        sleep(_PATIENCE)
        os._exit(1)

    os.nice(_MANNERS)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.stdin is not None:
        Thread(target=wait, daemon=True).start()


def _bring_up_to_date(file: Path, paths: Sequence[Path], anew: bool, telling: Telling) -> Outcome:
    from brief_tui.library.index.rebuild import rebuild
    from brief_tui.library.index.refresh import refresh

    if anew:
        return rebuild(file, paths, telling.report)
    return refresh(file, paths, telling.report)


def _write(paths: Sequence[Path], options: Namespace, telling: Telling) -> int:
    """Write the library as one file; by an index of its own where none can be kept."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from brief_tui.cli.usage import WrongUsage
    from brief_tui.library.index.portable import write_portable
    from brief_tui.library.index.store import Unwritable, index_file

    to = Path(options.output)
    if to.is_dir():
        raise WrongUsage(f"{to} is a folder; --output names the file to write")
    file = index_file(paths)
    with TemporaryDirectory() as folder:
        try:
            outcome = _bring_up_to_date(file, paths, options.rebuild, telling)
        except Unwritable:
            file = Path(folder, "index.sqlite")
            outcome = _bring_up_to_date(file, paths, False, telling)
        write_portable(file, paths, to)
    telling.end()
    _tell(outcome, options.progress)
    if options.stats:
        _print_stats(to)
    return 0


def _tell(outcome: Outcome, form: str) -> None:
    from brief_tui.cli.output import say
    from brief_tui.cli.telling import print_json

    if form == "json":
        print_json(outcome._asdict())
    elif form == "text":
        read, gone = outcome.read, outcome.removed
        said = f"{read:,} briefing{'' if read == 1 else 's'} read"
        say(f"{said}, {gone:,} taken out" if gone else said)


def _print_stats(file: Path) -> None:
    from contextlib import closing

    from brief_tui.cli.output import one_line, write
    from brief_tui.library.index.store import open_read_only

    with closing(open_read_only(file)) as connection:

        def number(sql: str) -> int:
            found: int = connection.execute(sql).fetchone()[0]
            return found

        states = "select count(*) from briefing where state = "
        words = (
            "select count(distinct value) from bits"
            " where segment in (select id from segment) and kind = 'word'"
        )
        for name, count in (
            ("briefings", number("select count(*) from briefing")),
            ("broken", number(f"{states}1")),
            ("broken since", number(f"{states}2")),
            ("rows", number("select coalesce(sum(count), 0) from briefing")),
            ("words", number(words)),
            ("pieces", number("select count(*) from segment")),
            ("bytes", file.stat().st_size),
        ):
            write(f"{name:<20}{count:,}")
    write(f"{'file':<20}{one_line(file)}")
