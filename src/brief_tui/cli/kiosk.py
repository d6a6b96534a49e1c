"""``brief-tui --kiosk``: the reader as the only program of a login, set up as docs/ssh.md has it.

Arguments are the operator's, from the forced command; ``SSH_ORIGINAL_COMMAND`` is the reader's.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from brief_tui.cli.usage import WrongUsage

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from brief_tui.library.catalogue import Catalogue
    from brief_tui.library.filter import Filter
    from brief_tui.load.briefing_file import Loaded
    from brief_tui.model.section import Section

_LISTED = 8
"""How many briefings are named to someone who asked for one that is not there."""


def serve(options: Namespace) -> int:
    """Show what the reader asks for and nothing else; as plain text where there is no terminal.

    Raises:
        WrongUsage: the operator's arguments are wrong; no path stands in the text.
    """
    if sys.flags.inspect or sys.flags.interactive:
        raise WrongUsage("--kiosk does not start where Python stays when its program ends")
    try:
        return _serve(options)
    except (WrongUsage, BrokenPipeError):
        raise
    except Exception as error:
        from brief_tui.cli.failure import report_to_a_stranger
        from brief_tui.cli.main import PROBLEMS

        report_to_a_stranger(error)
        return PROBLEMS


def _serve(options: Namespace) -> int:
    from brief_tui.cli.kiosk_guard import hold, keep_what_says_how_to_draw
    from brief_tui.cli.kiosk_query import asked_for
    from brief_tui.cli.narrowing import narrowing, section
    from brief_tui.folders import state_folder
    from brief_tui.library.catalogue import open_catalogue

    command = os.fsencode(os.environ.get("SSH_ORIGINAL_COMMAND", ""))
    # Nobody waits who could have it go on.
    signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    keep_what_says_how_to_draw(os.environ)
    where = _below_one_folder(_paths(options))
    hold(state_folder())
    usual = section(options), narrowing(options)
    if options.theme is not None:
        from brief_tui.cli.themes import known

        known(options.theme)
    try:
        asked = asked_for(command)
        catalogue = open_catalogue(where)
        entry = _entry(catalogue, asked.briefing) if asked.briefing else None
    except WrongUsage as refusal:
        return _refuse(refusal)
    if asked.section is not None or asked.filter:
        usual = asked.section, asked.filter
    return _show(catalogue, entry, usual[0], usual[1], options)


def _show(
    catalogue: Catalogue,
    entry: Loaded | None,
    part: Section | None,
    filter_: Filter,
    options: Namespace,
) -> int:
    import gc

    from brief_tui.cli.terminal import looked_at, say_why_it_is_text, speak_as_shown
    from brief_tui.terminal.capabilities import decided

    # What is wrong with the configuration is nothing to a reader here.
    around, _ = looked_at(options)
    capabilities = decided(around)
    if not capabilities.interactive:
        speak_as_shown(around)
        code = _print(catalogue, entry, part, filter_)
        say_why_it_is_text(around)
        return code
    gc.disable()  # the app lets it in, as in cli/open.py
    from brief_tui.library.collection import Collection
    from brief_tui.library.row import NOWHERE
    from brief_tui.model.section import Section
    from brief_tui.tui.app import run as read
    from brief_tui.tui.session import Place

    path = entry.path if entry is not None else NOWHERE
    place = Place(part or Section.OVERVIEW, filter_, path=path)
    library = Collection(catalogue.entries)
    return read(library, capabilities, place=place, theme=options.theme, kiosk=True)


def _print(
    catalogue: Catalogue, entry: Loaded | None, part: Section | None, filter_: Filter
) -> int:
    from brief_tui.cli.main import FINE, PROBLEMS
    from brief_tui.cli.output import say
    from brief_tui.cli.show import print_text
    from brief_tui.cli.weighing import Weighed
    from brief_tui.library.catalogue import Catalogue

    print_text(Catalogue((entry,)) if entry else catalogue, part, filter_, Weighed())
    closed = len(catalogue.entries) - len(catalogue.readable)
    if closed and entry is None:
        say(f"{closed} of {len(catalogue.entries)} briefings cannot be opened")
    if not catalogue.entries:
        say("there is no briefing here")
    return FINE if entry or (catalogue.entries and not closed) else PROBLEMS


def _refuse(refusal: WrongUsage) -> int:
    from brief_tui.cli.kiosk_query import POSSIBLE
    from brief_tui.cli.main import WRONG_USAGE
    from brief_tui.cli.output import say

    say(f"brief-tui: {refusal}. Possible behind the host: {POSSIBLE}")
    return WRONG_USAGE


def _entry(catalogue: Catalogue, id_: str) -> Loaded:
    """The latest readable briefing with this id.

    Raises:
        WrongUsage: there is none.
    """
    from brief_tui.cli.kiosk_query import NO_PATH
    from brief_tui.load.nearest import nearest

    readable: dict[str, Loaded] = {}
    for entry in catalogue.newest_first:
        if entry.briefing is not None:
            readable.setdefault(entry.briefing.id, entry)
    if id_ in readable:
        return readable[id_]
    if id_.casefold().endswith((".yaml", ".yml")):
        raise WrongUsage(NO_PATH)
    if not readable:
        raise WrongUsage("no briefing can be opened here")
    guess = nearest(id_, readable)
    some = ", ".join(list(readable)[:_LISTED])
    more = f" and {len(readable) - _LISTED} more" if len(readable) > _LISTED else ""
    hint = f"did you mean `{guess}`?" if guess else f"there are: {some}{more}"
    raise WrongUsage(f"there is no briefing `{id_}`; {hint}")


def _paths(options: Namespace) -> list[Path]:
    from brief_tui.cli.narrowing import paths
    from brief_tui.library.catalogue import default_paths

    try:
        return [path.absolute() for path in paths(options) or default_paths()]
    except WrongUsage:
        raise WrongUsage("what is to be read here is not there") from None


def _below_one_folder(where: Sequence[Path]) -> list[Path]:
    """The paths, from the folder that they all lie in, which is gone to.

    That is how problems name files, and where they lie on the host is nothing to a reader.
    """
    folder = Path(os.path.commonpath([path.parent for path in where]))
    os.chdir(folder)
    return [path.relative_to(folder) for path in where]
