"""Where briefings are looked for: at the paths given, or in the reader's own and what ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from brief_tui.folders import library_folder
from brief_tui.library.found import Found, find
from brief_tui.shipped import content_folder


def default_paths() -> list[Path]:
    """The reader's library folder, where there is one, and the content that ships."""
    return [path for path in (library_folder(), content_folder()) if path.is_dir()]


def asked_or_default(paths: Iterable[Path]) -> list[Path]:
    """The paths asked for; the default ones where none is.

    Raises:
        FileNotFoundError: one does not exist; its ``filename`` says which.
    """
    asked = list(paths) or default_paths()
    for path in asked:
        if not path.is_dir() and not path.exists():
            raise FileNotFoundError(2, "there is nothing at this path", str(path))
    return asked


def find_briefings(path: Path) -> list[Path]:
    """The briefings at ``path``: itself, or those in it where it is a library folder.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
    """
    return [Path(found.path) for found in found_at([path])]


def found_at(paths: Iterable[Path]) -> Iterator[Found]:
    """The briefings at some paths, each once, with what tells whether they have changed.

    Raises:
        FileNotFoundError: there is nothing at one of them.
    """
    return find(asked_or_default(paths))
