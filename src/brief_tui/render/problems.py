"""Problems as a page: what is wrong, where, what was found and what is allowed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from brief_tui.model.problem import Problem, Severity
from brief_tui.render.page import Block, Field, Gap, Page, Paragraph, Span, Tone, plain


def problems_page(
    problems: Iterable[Problem], excerpt: Callable[[Problem], Sequence[str]] = lambda _: ()
) -> Page:
    """Every problem, in the order given; ``excerpt`` gives the line it is about, with a caret."""
    return tuple(_problems(problems, excerpt))


def _problems(
    problems: Iterable[Problem], excerpt: Callable[[Problem], Sequence[str]]
) -> Iterator[Block]:
    none = True
    for problem in problems:
        none = False
        tone = Tone.ERROR if problem.severity is Severity.ERROR else Tone.WARNING
        yield Paragraph((Span(f"{problem.severity.value}: ", tone), Span(problem.message)))
        position = problem.position
        place = f"{position.file}, line {position.line}, column {position.column}"
        yield Field("place", plain(place, Tone.MUTED))
        for line in excerpt(problem):
            yield Paragraph(plain(line), indent=2, single=True)
        if problem.path:
            yield Field("in", plain(problem.path))
        if problem.found:
            yield Field("found", plain(problem.found))
        if problem.allowed:
            yield Field("allowed", plain(", ".join(problem.allowed)))
        if problem.nearest:
            yield Field("did you mean", plain(f"{problem.nearest}?", Tone.STRONG))
        yield Gap()
    if none:
        yield Paragraph(plain("There are no problems."))
