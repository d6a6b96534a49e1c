"""A briefing from a file, or from the files of a folder that together make one."""

from __future__ import annotations

import gc
import os
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from brief_tui.load.checks.cautions import cautions, unconfirmed_items
from brief_tui.load.checks.chains import circular_chains
from brief_tui.load.checks.figures import figures
from brief_tui.load.checks.hypotheses import hypotheses
from brief_tui.load.checks.ids import dangling_ids, duplicate_ids
from brief_tui.load.checks.likelihoods import unknown_terms
from brief_tui.load.checks.relations import circular_bases, circular_confirmations, self_relations
from brief_tui.load.decode import Part, decode_part
from brief_tui.load.file_names import SUFFIXES, is_briefing_folder, is_yaml_name
from brief_tui.load.file_text import MAX_PROBLEMS, shown_path
from brief_tui.load.loaded import Loaded as Loaded
from brief_tui.load.merged import SECTIONS, Merged
from brief_tui.load.text import clean
from brief_tui.load.tree import read_tree
from brief_tui.model.briefing import Briefing
from brief_tui.model.problem import Position, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_FILES = 1000
"""How many files one briefing may be made of."""

_CHECKS = (
    duplicate_ids,
    dangling_ids,
    unknown_terms,
    figures,
    hypotheses,
    self_relations,
    circular_bases,
    cautions,
)


def load_briefing(path: Path) -> Loaded:
    """Load a briefing; whatever is wrong with it is among its problems, none is raised."""
    with _without_garbage_collection():
        try:
            files = _files(path)
        except OSError as error:
            message = f"the folder cannot be read: {clean(error.strerror or '')}"
            return _closed(path, "unreadable", message)
        if not files:
            return _closed(path, "not-found", "the folder holds no briefing.yaml")
        if len(files) > MAX_FILES:
            message = f"the folder holds {len(files):,} files; at most {MAX_FILES:,} are read"
            return _closed(path, "too-many-files", message)
        return _load(
            path, [decode_part(read_tree(file, shown_path(file)), Briefing) for file in files]
        )


def _load(path: Path, parts: list[Part]) -> Loaded:
    merged = Merged(parts)
    problems = [problem for part in parts for problem in part.tree.problems]
    for part in parts:
        problems.extend(part.tree.problem(finding) for finding in part.decoding.findings)
    # What a file that could not be read to its end lacks is not for the others to answer for.
    if all(part.tree.complete for part in parts):
        problems += merged.problems
        for check in _CHECKS:
            problems += islice(check(merged), MAX_PROBLEMS + 1)
        problems += (
            list(islice(circular_chains(merged), MAX_PROBLEMS + 1))
            # Only where every chain is known to end.
            or [
                *unconfirmed_items(merged),
                *islice(circular_confirmations(merged), MAX_PROBLEMS + 1),
            ]
        )
    problems.sort(key=lambda problem: problem.position)
    closed = any(problem.closes for problem in problems)
    replaced = any(problem.code == "unsafe-text" for problem in problems)
    return Loaded(
        path=path,
        briefing=None if closed else merged.briefing,
        problems=_at_most(problems),
        positions=MappingProxyType(_positions(merged)),
        title=_title(path, parts),
        text_replaced=replaced,
    )


def _at_most(problems: list[Problem]) -> tuple[Problem, ...]:
    """All problems, or the worst ``MAX_PROBLEMS`` of them and one that says so."""
    if len(problems) <= MAX_PROBLEMS:
        return tuple(problems)
    worst = sorted(
        problems,
        key=lambda problem: (not problem.closes, problem.severity is Severity.WARNING),
    )[:MAX_PROBLEMS]
    worst.sort(key=lambda problem: problem.position)
    rest = Problem(
        position=worst[-1].position,
        path="",
        code="too-many",
        message=f"there are more than {MAX_PROBLEMS:,} problems; the rest are left out",
        severity=min(problem.severity for problem in worst),
        closes=False,
    )
    return (*worst, rest)


def _closed(path: Path, code: str, message: str) -> Loaded:
    position = Position(shown_path(path))
    problem = Problem(position=position, path="", code=code, message=message)
    return Loaded(path, None, (problem,), MappingProxyType({}), _file_title(path), False)


def _files(path: Path) -> list[Path]:
    """The files a briefing is made of, in the order in which they are joined."""
    if not path.is_dir():
        return [path]
    if not is_briefing_folder(path):
        os.scandir(path).close()  # says so where the folder cannot be looked into
        return []
    found: list[Path] = []
    for folder, folders, names in os.walk(path, onerror=_give_up):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (Path(folder, name) for name in names if is_yaml_name(name))
        if len(found) > MAX_FILES:
            break
    return sorted(found)


def _give_up(error: OSError) -> None:
    # A part that cannot be read is not a part that is not there.
    raise error


def _positions(merged: Merged) -> dict[str, Position]:
    positions: dict[str, Position] = {}
    for section in SECTIONS:
        for index, element in enumerate(getattr(merged.briefing, section)):
            positions.setdefault(element.id, merged.position(section, index))
    for index in range(len(merged.briefing.relations)):
        positions[f"relations[{index}]"] = merged.position("relations", index)
    return positions


def _title(path: Path, parts: list[Part]) -> str:
    for part in parts:
        title = part.values.get("title")
        if isinstance(title, str) and title:
            return " ".join(title.split())
    return _file_title(path)


def _file_title(path: Path) -> str:
    return clean(path.stem if path.suffix in SUFFIXES else path.name) or clean(str(path))


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Hold the collector off: a load makes millions of values that live, and no circles of them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
