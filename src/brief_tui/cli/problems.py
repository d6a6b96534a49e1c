"""Problems in the forms that ``check`` prints: for people, for programs, for GitHub."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from textwrap import wrap

from brief_tui.cli.output import one_line
from brief_tui.load.excerpt import excerpt
from brief_tui.model.problem import Problem, Severity
from brief_tui.render.cells import width

_EXCERPT = 76
"""Cells."""


def text_lines(problem: Problem) -> Iterator[str]:
    """The problem, the line it stands in with a caret under the place, and what is allowed."""
    at = problem.position
    place = f"{one_line(at.file)}:{at.line}:{at.column}"
    yield f"{place}: {problem.severity}: {advice(problem)} [{problem.code}]"
    for line in excerpt(at, _EXCERPT, width):
        yield f"    {line}"
    if problem.allowed:
        allowed = f"allowed: {', '.join(problem.allowed)}"
        yield from wrap(allowed, 80, initial_indent="    ", subsequent_indent=" " * 13)


def problem_record(problem: Problem) -> dict[str, object]:
    """The problem under stable keys; what is not known is null or empty, never left out."""
    at = problem.position
    return {
        "file": one_line(at.file),
        "line": at.line,
        "column": at.column,
        "path": problem.path,
        "severity": problem.severity.value,
        "code": problem.code,
        "message": problem.message,
        "found": problem.found,
        "allowed": list(problem.allowed),
        "nearest": problem.nearest,
        "closes": problem.closes,
    }


def github_lines(problem: Problem) -> Iterator[str]:
    """A workflow command that annotates the line. See GitHub's "Workflow commands"."""
    at = problem.position
    properties = {
        "file": one_line(at.file),
        "line": str(at.line),
        "col": str(at.column),
        "title": problem.code,
    }
    told = ",".join(f"{key}={_escaped(value, ':,')}" for key, value in properties.items())
    yield f"::{problem.severity} {told}::{_escaped(advice(problem))}"


def advice(problem: Problem) -> str:
    """Where in the document, what is wrong, what was found, and the nearest valid word."""
    said = problem.message
    if problem.found and problem.found not in said:
        said += f", found `{problem.found}`"
    if problem.nearest is not None:
        said += f"; did you mean `{problem.nearest}`?"
    return f"{problem.path}: {said}" if problem.path else said


def counted(problems: Sequence[Problem]) -> str:
    """``2 errors, 1 warning``; ``no problems`` where there are none."""
    amounts = Counter(problem.severity for problem in problems)
    told = [
        f"{amounts[severity]} {severity}{'' if amounts[severity] == 1 else 's'}"
        for severity in Severity
        if amounts[severity]
    ]
    return ", ".join(told) or "no problems"


def _escaped(text: str, more: str = "") -> str:
    """``text`` as it may stand in a workflow command; ``more`` are characters escaped as well."""
    for char in f"%\r\n{more}":
        text = text.replace(char, f"%{ord(char):02X}")
    return text
