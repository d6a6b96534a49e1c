"""A library opened: from its index where there is one, from its files where that is as good.

A briefing that has an index needs no YAML. Whoever prints wants what the files hold now; whoever
reads wants the first page at once, and what has changed soon after.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.interface import Library, Listed, State
from brief_tui.library.places import asked_or_default, found_at
from brief_tui.library.volume import Volume

if TYPE_CHECKING:
    from brief_tui.library.collection import Collection
    from brief_tui.library.index.due import Due
    from brief_tui.library.index.indexed import IndexedLibrary
    from brief_tui.library.index.progress import Report

FEW = 200
"""Up to how many briefings are looked at, whether they have changed, before the first page."""

LITTLE = 300_000
"""Bytes of changed files that are read before the first page."""

_MUCH = 5_000_000
"""Bytes from which a library is not read whole for want of an index; as many as take a second."""

_SQLITE = b"SQLite format 3\0"


class NoLibrary(ValueError):
    """A file that looks like a library cannot be read as one; the text says why."""


class Opened(NamedTuple):
    """A library for a reader.

    Attributes:
        library: what can be read by now.
        paths: the files and folders it is of.
        file: that of its index, which there may not be yet; None where none is kept.
        due: whether that index is yet to be made, or may not be as the files now are.
        live: whether its files are there, and may change.
    """

    library: Library
    paths: Sequence[Path]
    file: Path | None
    due: bool
    live: bool


def open_now(
    paths: Iterable[Path] = (), *, cache: bool = True, report: Report | None = None
) -> Library:
    """A library as its files are at this moment.

    Args:
        paths: files and folders; the reader's own and what ships where there are none.
        cache: whether an index may be read and written.
        report: is told how far it is, where that takes long.

    Raises:
        FileNotFoundError: a path does not exist; its ``filename`` says which.
        NoLibrary: a file that should be a library is none.
    """
    asked = asked_or_default(paths)
    portable = _portable(asked)
    if portable is not None:
        return portable
    indexed = _up_to_date(asked, report) if cache else None
    return indexed if indexed is not None else in_memory(asked, report)


def open_at_once(
    paths: Iterable[Path] = (), *, cache: bool = True, report: Report | None = None
) -> Opened:
    """A library to begin to read at once; arguments and errors are those of ``open_now``."""
    asked = asked_or_default(paths)
    portable = _portable(asked)
    if portable is not None:
        return Opened(portable, asked, file=None, due=False, live=False)
    if cache:
        from brief_tui.library.index.store import index_file

        file = index_file(asked)
        found = _begun(file, asked)
        if found is not None:
            return Opened(found[0], asked, file, due=found[1], live=True)
        if _is_large(asked) and _made(file):
            return Opened(_indexed(file, asked) or in_memory(asked), asked, file, True, True)
        return Opened(in_memory(asked, report), asked, file, due=True, live=True)
    return Opened(in_memory(asked, report), asked, file=None, due=False, live=True)


def in_memory(paths: Sequence[Path], report: Report | None = None) -> Collection:
    """A library of which all is read from its files and held in memory."""
    from brief_tui.library.collection import Collection
    from brief_tui.load.briefing_file import load_briefing

    if report is None:
        return Collection(load_briefing(Path(found.path)) for found in found_at(paths))
    from brief_tui.library.index.progress import Course

    every = list(found_at(paths))
    course = Course(len(every), sum(found.size for found in every), report)
    loaded = []
    for found in every:
        loaded.append(load_briefing(Path(found.path)))
        course.add(1, found.size)
    return Collection(loaded)


def readable(library: Library) -> Iterator[Volume]:
    """Every briefing whose files can be read as they are, opened one after another."""
    for listed in library.briefings(EVERYTHING):
        if listed.state is State.READABLE:
            volume = _volume(library, listed.path)
            if volume is not None:
                yield volume


def _volume(library: Library, path: Path) -> Volume | None:
    """A briefing; from its files where its index is damaged, which is not for the reader to see."""
    try:
        volume = library.open(path)
    except KeyError:
        volume = None
    if not _is_damaged(library) or _is_portable(library):
        return volume
    from brief_tui.load.briefing_file import load_briefing

    loaded = load_briefing(path)
    return Volume(loaded) if loaded.briefing is not None else volume


def open_or_stand_in(library: Library, path: Path) -> Volume:
    """A briefing for a reader who is there; where it is damaged, one that says nothing but that.

    Raises:
        KeyError: there is none at this path that can be read.
    """
    try:
        return library.open(path)
    except KeyError:
        if not _is_damaged(library):
            raise
        volume = _volume(library, path)
        if volume is None and not _is_portable(library):
            raise
        return volume or _stand_in(path)


def _stand_in(path: Path) -> Volume:
    from types import MappingProxyType

    from brief_tui.load.file_text import shown_path
    from brief_tui.load.loaded import Loaded
    from brief_tui.model.briefing import Briefing
    from brief_tui.model.problem import Position, Problem

    words = "this briefing is damaged in the library file, and cannot be read"
    at = Position(shown_path(path))
    problem = Problem(position=at, path="", code="damaged", message=words)
    briefing = Briefing(id="", title="This briefing is damaged")
    nowhere: MappingProxyType[str, Position] = MappingProxyType({})
    return Volume(Loaded(path, briefing, (problem,), nowhere, briefing.title, False))


# A library in memory has no such attributes, and nothing between it and the files.
def _is_damaged(library: Library) -> bool:
    return getattr(library, "is_damaged", False)


def _is_portable(library: Library) -> bool:
    return getattr(library, "is_portable", False)


def closed(library: Library) -> list[Listed]:
    """The briefings whose files cannot be read as they are, also where an older version can."""
    return [each for each in library.briefings(EVERYTHING) if each.state is not State.READABLE]


def is_library_file(path: Path) -> bool:
    """Whether a file is a database, and so no YAML."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False


def _portable(asked: Sequence[Path]) -> IndexedLibrary | None:
    """The one library file that was asked for; None where it was none.

    Raises:
        NoLibrary: it cannot be read, or something else was asked for with it.
    """
    files = [path for path in asked if path.is_file() and is_library_file(path)]
    if not files:
        return None
    if len(asked) > 1:
        raise NoLibrary(f"{files[0]} is a whole library, and is opened alone")
    from brief_tui.library.index.indexed import IndexedLibrary
    from brief_tui.library.index.snapshot import Unreadable

    try:
        return IndexedLibrary(files[0], is_portable=True)
    except Unreadable as error:
        raise NoLibrary(
            f"{files[0]} is no library that this version can read ({error});"
            " brief-tui index --output writes one"
        ) from error


def _up_to_date(asked: Sequence[Path], report: Report | None) -> IndexedLibrary | None:
    """The index, as the files are now; None where there is none and none is worth making."""
    from brief_tui.library.index.store import Unwritable, index_file

    file = index_file(asked)
    due = _due(file, asked)
    if due is None and not _is_large(asked):
        return None
    if due is None or due:
        from brief_tui.library.index.refresh import refresh

        try:
            refresh(file, asked, report)
        except Unwritable:
            return None
    return _indexed(file, asked)


def _begun(file: Path, asked: Sequence[Path]) -> tuple[IndexedLibrary, bool] | None:
    """The index to begin with, and whether it may not be as the files are; None without one."""
    library = _indexed(file, asked)
    if library is None:
        return None
    if len(library.briefings(EVERYTHING)) > FEW:
        return library, True
    due = _due(file, asked)
    if not due or due.size > LITTLE:
        return library, bool(due)
    from brief_tui.library.index.refresh import refresh
    from brief_tui.library.index.store import Unwritable

    try:
        done = refresh(file, asked, wait=False).did
    except Unwritable:
        return None
    again = _indexed(file, asked)
    return (again, not done) if again is not None else None


def _indexed(file: Path, asked: Sequence[Path]) -> IndexedLibrary | None:
    if not file.is_file():
        return None
    from brief_tui.library.index.indexed import IndexedLibrary
    from brief_tui.library.index.snapshot import Unreadable
    from brief_tui.library.index.store import let_go

    try:
        return IndexedLibrary(file, asked, lambda: let_go(file))
    except Unreadable:
        return None


def _due(file: Path, asked: Sequence[Path]) -> Due | None:
    """What is to be done to the index; None where there is none that can be relied on."""
    if not file.is_file():
        return None
    import os
    import sqlite3
    from contextlib import closing

    from brief_tui.library.index.codec import Damaged
    from brief_tui.library.index.due import look_for_changes
    from brief_tui.library.index.store import open_read_only

    try:
        with closing(open_read_only(file)) as connection:
            return look_for_changes(connection, [os.path.abspath(path) for path in asked])  # noqa: PTH100
    except (Damaged, sqlite3.Error):
        return None


def _is_large(asked: Sequence[Path]) -> bool:
    """Whether to read all of it would take longer than anybody waits for a first page."""
    size = 0
    for found in found_at(asked):
        size += found.size
        if size > _MUCH:
            return True
    return False


def _made(file: Path) -> bool:
    """Make an empty index, to be filled while it is read; whether there is one."""
    from contextlib import closing

    from brief_tui.library.index.store import Unwritable, open_to_write, writing

    try:
        with writing(file, wait=False) as held:
            if held:
                with closing(open_to_write(file)):
                    return True
            return file.is_file()
    except Unwritable:
        return False
