"""Which briefings lie at some paths, and by what it is known whether their files have changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from brief_tui.load.file_names import HEAD_NAMES, is_yaml_name


class File(NamedTuple):
    """A file of a briefing, as the file system tells of it.

    Attributes:
        name: relative to the briefing's path; empty where the briefing is this one file.
        size: in bytes; -1 where it cannot be looked at.
        modified: when it was last written to, in nanoseconds since 1970.
        altered: when anything of it was last altered, its permissions too.
        node: which file of the file system it is.
    """

    name: str
    size: int
    modified: int
    altered: int
    node: int


class Found(NamedTuple):
    """A briefing: its path, and the files it is made of; none where it cannot be looked into."""

    path: str
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """How many bytes its files have."""
        return sum(max(file.size, 0) for file in self.files)


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Found]:
    """The briefings at some paths, each once: themselves, or those in them.

    What is not there is left out; a folder that cannot be looked into is found as one that has no
    files.
    """
    seen: set[str] = set()
    for path in paths:
        name = os.fspath(path)
        for found in _in_folder(name, set()) if os.path.isdir(name) else _alone(name):  # noqa: PTH112
            if found.path not in seen:
                seen.add(found.path)
                yield found


def look_at(path: str) -> Found | None:
    """A briefing at a path; None where there is nothing any more, or other than one briefing."""
    if not os.path.isdir(path):  # noqa: PTH112
        return next(_alone(path), None)
    try:
        with os.scandir(path) as inside:
            return _briefing_folder(path) if any(map(_is_head, inside)) else None
    except OSError:
        return Found(path, ())


def _alone(path: str) -> Iterator[Found]:
    try:
        yield Found(path, (_file("", os.stat(path)),))  # noqa: PTH116
    except OSError:
        if os.path.lexists(path):  # a link that leads nowhere is something
            yield Found(path, (File("", -1, 0, 0, 0),))


def _in_folder(folder: str, been: set[tuple[int, int]]) -> Iterator[Found]:
    try:
        state = os.stat(folder)  # noqa: PTH116
        if (state.st_dev, state.st_ino) in been:
            return
        been.add((state.st_dev, state.st_ino))
        with os.scandir(folder) as scanned:
            inside = sorted(scanned, key=_name)
    except OSError:
        yield Found(folder, ())
        return
    if any(map(_is_head, inside)):
        yield _briefing_folder(folder)
        return
    for entry in inside:
        if entry.name.startswith("."):
            continue
        if _is_folder(entry):
            yield from _in_folder(entry.path, been)
        elif is_yaml_name(entry.name):
            yield Found(entry.path, (_file_at("", entry),))


def _briefing_folder(folder: str) -> Found:
    files: list[File] = []
    below = [("", folder)]
    while below:
        prefix, path = below.pop()
        try:
            with os.scandir(path) as scanned:
                inside = list(scanned)
        except OSError:
            files.append(File(prefix, -1, 0, 0, 0))
            continue
        for entry in inside:
            # Folders that are linked to are not walked through; see ``load_briefing``.
            if _is_folder(entry):
                if not entry.name.startswith(".") and not entry.is_symlink():
                    below.append((f"{prefix}{entry.name}/", entry.path))
            elif is_yaml_name(entry.name):
                files.append(_file_at(prefix + entry.name, entry))
    return Found(folder, tuple(sorted(files)))


def _is_head(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.name in HEAD_NAMES and entry.is_file()
    except OSError:
        return False


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _file_at(name: str, entry: os.DirEntry[str]) -> File:
    try:
        return _file(name, entry.stat())
    except OSError:
        return File(name, -1, 0, 0, 0)


def _file(name: str, state: os.stat_result) -> File:
    return File(name, state.st_size, state.st_mtime_ns, state.st_ctime_ns, state.st_ino)


def _name(entry: os.DirEntry[str]) -> str:
    return entry.name
