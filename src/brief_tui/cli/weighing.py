"""The arguments that say how options are weighed, and what is supposed of them."""

from __future__ import annotations

from brief_tui.cli.usage import WrongUsage, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from collections.abc import Sequence

    from brief_tui.analysis.matrix import Weighing
    from brief_tui.library.filter import Filter
    from brief_tui.library.interface import Library
    from brief_tui.library.volume import Volume
    from brief_tui.model.briefing import Briefing
    from brief_tui.model.section import Section
    from brief_tui.model.vocabulary import Dimension, Level

    Supposed = tuple[str, Dimension, Level]
    """The id of an option, a dimension, and the level it is supposed to have."""

ARRANGEMENTS = ("actor", "target", "all")


def add_weighing(parser: ArgumentParser) -> None:
    """Add ``--arrange``, ``--suppose`` and ``--set-aside``."""
    parser.add_argument(
        "--arrange",
        choices=ARRANGEMENTS,
        help="group the leverage matrix and the order by actor (unless stated), target, or not",
    )
    parser.add_argument(
        "--suppose",
        action="append",
        default=[],
        metavar="OPTION.DIMENSION=LEVEL",
        help="what if: a cell of the matrix that is not stated; marked as yours; may be repeated",
    )
    parser.add_argument(
        "--set-aside",
        action="append",
        default=[],
        metavar="DIMENSION",
        help="what if: a dimension that does not count for the order; may be repeated",
    )


def asks_to_weigh(options: Namespace) -> bool:
    """Whether any of these arguments is given."""
    return bool(options.arrange or options.suppose or options.set_aside)


class Weighed:
    """How the options of any briefing are weighed: as it was asked for, or else as they are."""

    def __init__(
        self,
        arrangement: str = ARRANGEMENTS[0],
        supposed: Sequence[Supposed] = (),
        aside: frozenset[Dimension] = frozenset(),
    ) -> None:
        """Group by one of ``ARRANGEMENTS``, with cells supposed and dimensions set aside."""
        self.arrangement = arrangement
        self.supposed = supposed
        self.aside = aside

    @classmethod
    def asked(cls, options: Namespace, part: Section | None) -> Weighed:
        """What the arguments ask for.

        Raises:
            WrongUsage: a dimension or a level is none, or the section asked for has no matrix.
        """
        from brief_tui.model.section import Section

        if asks_to_weigh(options) and part not in (None, Section.LEVERAGE):
            raise WrongUsage("--arrange, --suppose and --set-aside go with --section leverage")
        return cls(
            options.arrange or ARRANGEMENTS[0],
            [_supposed(word) for word in options.suppose],
            frozenset(dimension(word) for word in options.set_aside),
        )

    def check(self, library: Library) -> None:
        """See that every cell that is supposed is in a briefing, and not stated there.

        Raises:
            WrongUsage: one is not; what may have been meant is named.
        """
        if not self.supposed:
            return
        from brief_tui.library.opening import readable

        briefings = [volume.briefing for volume in readable(library)]
        for id_, which, level in self.supposed:
            found = [each for briefing in briefings for each in briefing.options if each.id == id_]
            if not found:
                raise unknown("option", id_, _ids(briefings))
            for option in found:
                stated = option.leverage.level(which)
                if stated is not None:
                    raise WrongUsage(
                        f"{which.value} of {id_} is stated: {stated.value};"
                        f" only what is not stated can be supposed to be {level.value}"
                    )

    def weighing(self, volume: Volume, filter_: Filter) -> Weighing:
        """The options of a briefing that the filter leaves, weighed so."""
        from brief_tui.analysis.matrix import Arrangement, Weighing
        from brief_tui.analysis.scratch import Scratch
        from brief_tui.model.item import Option
        from brief_tui.model.section import Section

        selection = volume.select(Section.OPTIONS, filter_)
        options = tuple(row.subject for row in selection.rows if isinstance(row.subject, Option))
        scratch = Scratch(aside=self.aside)
        by_id = {option.id: option for option in volume.briefing.options}
        for id_, which, level in self.supposed:
            if id_ in by_id:
                scratch = scratch.filling(by_id[id_], which, level)
        return Weighing(options, selection.hidden, Arrangement(self.arrangement), scratch)


def dimension(word: str) -> Dimension:
    """The dimension that ``word`` names, as its key, as its label or in one word.

    Raises:
        WrongUsage: it names none.
    """
    from brief_tui.model.vocabulary import Dimension
    from brief_tui.render.cell import SHORT

    wanted = "_".join(word.casefold().replace("_", " ").replace("-", " ").split())
    for each in Dimension:
        if wanted in (each.value, SHORT.get(each)):
            return each
    raise unknown("dimension", word, (each.value for each in Dimension))


def _supposed(word: str) -> Supposed:
    from brief_tui.model.vocabulary import STEPS

    cell, equals, level = word.partition("=")
    id_, dot, which = cell.rpartition(".")
    if not (equals and dot and id_):
        example = "as in council.risk=low"
        raise WrongUsage(f"--suppose takes OPTION.DIMENSION=LEVEL, {example}, not `{word}`")
    for step in STEPS:
        if level.strip().casefold() == step.value:
            return id_.strip(), dimension(which), step
    raise unknown("level", level, (step.value for step in STEPS))


def _ids(briefings: Sequence[Briefing]) -> list[str]:
    return [option.id for briefing in briefings for option in briefing.options]
