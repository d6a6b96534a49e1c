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

    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Library
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
    from brief_tui.library.opening import NoLibrary, open_now

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
        # An index would be the reader's, who has none; the operator prepares a library file.
        library = open_now(where, cache=False)
        path = _path_of(library, asked.briefing) if asked.briefing else None
    except WrongUsage as refusal:
        return _refuse(refusal)
    except NoLibrary:
        raise WrongUsage("the library that is to be read here cannot be read") from None
    if asked.section is not None or asked.filter:
        usual = asked.section, asked.filter
    return _show(library, path, usual[0], usual[1], options)


def _show(
    library: Library,
    path: Path | None,
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
        code = _print(library, path, part, filter_)
        say_why_it_is_text(around)
        return code
    gc.disable()  # the app lets it in, as in cli/open.py
    from brief_tui.library.row import NOWHERE
    from brief_tui.model.section import Section
    from brief_tui.tui.app import run as read
    from brief_tui.tui.session import Place

    place = Place(part or Section.OVERVIEW, filter_, path=path or NOWHERE)
    return read(library, capabilities, place=place, theme=options.theme, kiosk=True)


def _print(library: Library, path: Path | None, part: Section | None, filter_: Filter) -> int:
    from brief_tui.cli.main import FINE, PROBLEMS
    from brief_tui.cli.output import say
    from brief_tui.cli.show import print_text
    from brief_tui.cli.weighing import Weighed
    from brief_tui.library.collection import Collection
    from brief_tui.library.filter import EVERYTHING
    from brief_tui.library.opening import closed

    if path is not None:
        print_text(Collection((library.open(path).loaded,)), part, filter_, Weighed())
        return FINE
    print_text(library, part, filter_, Weighed())
    cannot, every = len(closed(library)), len(library.briefings(EVERYTHING))
    if cannot:
        say(f"{cannot} of {every} briefings cannot be opened")
    if not every:
        say("there is no briefing here")
    return FINE if every and not cannot else PROBLEMS


def _refuse(refusal: WrongUsage) -> int:
    from brief_tui.cli.kiosk_query import POSSIBLE
    from brief_tui.cli.main import WRONG_USAGE
    from brief_tui.cli.output import say

    say(f"brief-tui: {refusal}. Possible behind the host: {POSSIBLE}")
    return WRONG_USAGE


def _path_of(library: Library, id_: str) -> Path:
    """Where the latest readable briefing with this id was read from.

    Raises:
        WrongUsage: there is none.
    """
    from brief_tui.cli.kiosk_query import NO_PATH
    from brief_tui.library.filter import EVERYTHING
    from brief_tui.library.interface import State
    from brief_tui.load.nearest import nearest

    paths: dict[str, Path] = {}
    for listed in library.briefings(EVERYTHING):
        if listed.state is not State.BROKEN:
            paths.setdefault(listed.id, listed.path)
    if id_ in paths:
        return paths[id_]
    if id_.casefold().endswith((".yaml", ".yml")):
        raise WrongUsage(NO_PATH)
    if not paths:
        raise WrongUsage("no briefing can be opened here")
    guess = nearest(id_, paths)
    some = ", ".join(list(paths)[:_LISTED])
    more = f" and {len(paths) - _LISTED} more" if len(paths) > _LISTED else ""
    hint = f"did you mean `{guess}`?" if guess else f"there are: {some}{more}"
    raise WrongUsage(f"there is no briefing `{id_}`; {hint}")


def _paths(options: Namespace) -> list[Path]:
    from brief_tui.cli.narrowing import paths
    from brief_tui.library.places import default_paths

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
