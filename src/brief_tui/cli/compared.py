"""Actors side by side, as ``show --compare`` prints them."""

from __future__ import annotations

from brief_tui.cli.usage import WrongUsage, unknown
from brief_tui.cli.weighing import asks_to_weigh

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Iterable, Mapping

    from brief_tui.analysis.side_by_side import Aspect, Comparison
    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Library
    from brief_tui.library.volume import Volume
    from brief_tui.model.register import Register
    from brief_tui.render.record import Record

ALIGNMENTS = ("target", "instrument", "dimension")
_LEAST, _MOST = 2, 4


def add_comparison(parser: ArgumentParser) -> None:
    """Add ``--compare`` and ``--align``."""
    parser.add_argument(
        "--compare",
        action="append",
        default=[],
        metavar="ACTOR",
        help="put actors side by side: an id, name or alias; two to four times",
    )
    parser.add_argument(
        "--align",
        choices=ALIGNMENTS,
        help="what stands on one line of a comparison: by target unless stated",
    )


def asks_to_compare(options: Namespace, filter_: Filter) -> bool:
    """Whether actors are to be put side by side.

    Raises:
        WrongUsage: there are too few or too many, or something is asked for with them that a
            comparison, which takes all options of its actors, leaves no room for.
    """
    if not options.compare:
        if options.align:
            raise WrongUsage("--align goes with --compare")
        return False
    if not _LEAST <= len(options.compare) <= _MOST:
        raise WrongUsage(f"--compare is given {_LEAST} to {_MOST} times, once for each actor")
    narrowed = options.section or filter_.as_known_on(None)
    if narrowed or asks_to_weigh(options):
        raise WrongUsage(
            "--compare takes all options of its actors, as the briefing states them: it goes with"
            " --align, --known-on and --format alone"
        )
    return True


def print_comparison(library: Library, options: Namespace, filter_: Filter) -> None:
    """Print the actors of each briefing that has all of them, as text or as JSON.

    Raises:
        WrongUsage: no briefing has.
    """
    from brief_tui.cli.output import width, write, write_json
    from brief_tui.cli.printed import head
    from brief_tui.render.comparison import comparison_blocks
    from brief_tui.render.plain import to_text

    found = _found(library, options, filter_)
    if options.format == "json":
        write_json({"comparisons": [_record(*each) for each in found]})
        return
    room = width()
    for number, (volume, comparison) in enumerate(found):
        register = volume.register_on(filter_.known_on)
        blocks = (*head(volume, filter_), *comparison_blocks(register, comparison))
        write(("\n" if number else "") + to_text(blocks, room).removesuffix("\n"))


def _found(
    library: Library, options: Namespace, filter_: Filter
) -> list[tuple[Volume, Comparison]]:
    from brief_tui.analysis.side_by_side import Alignment, compare
    from brief_tui.library.opening import readable

    volumes = list(readable(library))
    alignment = Alignment(options.align or ALIGNMENTS[0])
    found = []
    for volume in volumes:
        register = volume.register_on(filter_.known_on)
        actors = [_actor(register, word) for word in options.compare]
        if None not in actors:
            once = tuple(dict.fromkeys(each for each in actors if each is not None))
            if len(once) < len(actors):
                raise WrongUsage("--compare names one actor twice")
            found.append((volume, compare(register, once, alignment)))
    if not found:
        raise _refusal([volume.register for volume in volumes], options.compare)
    return found


def _refusal(registers: list[Register], wanted: Iterable[str]) -> WrongUsage:
    names = [name for register in registers for name in _called(register)]
    for word in wanted:
        if not any(_actor(register, word) for register in registers):
            return unknown("actor with options", word, names)
    return WrongUsage("no briefing has all of these actors")


def _actor(register: Register, word: str) -> str | None:
    """The actor with options that an id, name or alias means.

    Raises:
        WrongUsage: it means several.
    """
    from brief_tui.model.folding import fold

    wanted = fold(word)
    found = [id_ for id_, names in _called(register).items() if wanted in map(fold, names)]
    if len(found) > 1 and word not in found:
        raise WrongUsage(f"`{word}` is what {len(found)} actors are called: {', '.join(found)}")
    return word if word in found else found[0] if found else None


def _called(register: Register) -> Mapping[str, tuple[str, ...]]:
    """Every actor with options, and what it is called."""
    from brief_tui.analysis.leverage import actors_with_options
    from brief_tui.model.party import Actor

    found = {}
    for id_ in actors_with_options(register):
        party = register.parties.get(id_)
        aliases = party.aliases if isinstance(party, Actor) else ()
        found[id_] = (id_, register.name(id_), *aliases)
    return found


def _record(volume: Volume, comparison: Comparison) -> Record:
    from brief_tui.cli.output import one_line

    return {
        "file": one_line(volume.loaded.path),
        "aligned_by": comparison.alignment.value,
        "actors": [
            {"actor": actor, "coverage": {"stated": cover.stated, "cells": cover.cells}}
            for actor, cover in zip(comparison.actors, comparison.coverage, strict=True)
        ],
        "blocks": [[_row(row) for row in block.rows] for block in comparison.blocks],
    }


def _row(row: Aspect) -> Record:
    from brief_tui.render.record import record

    shared = row.shared
    return {
        "aspect": row.dimension.value if row.dimension else row.aspect,
        "target": shared.target,
        "instrument": shared.instrument.value if shared.instrument else None,
        "number": shared.number,
        "differs": row.differs,
        "cells": [
            {
                "option": cell.option.id if cell.option else None,
                "text": list(cell.text),
                "level": cell.level.value if cell.level else None,
                "voices": [record(lever) for lever in cell.levers],
            }
            for cell in row.cells
        ],
    }
