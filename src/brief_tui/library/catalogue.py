"""Which briefings there are: in the folders given, the reader's own and the shipped one."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from brief_tui.folders import library_folder
from brief_tui.library.found import find
from brief_tui.library.volume import Volume
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.loaded import Loaded
from brief_tui.model.value import dataclass
from brief_tui.shipped import content_folder


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Briefings in the order they were found. A broken one is listed, and the others open."""

    entries: tuple[Loaded, ...]

    @property
    def newest_first(self) -> tuple[Loaded, ...]:
        """The latest as-of date first, then those without one, and the broken ones last."""
        return tuple(sorted(self.entries, key=_age))

    @property
    def readable(self) -> tuple[Loaded, ...]:
        """The briefings that open."""
        return tuple(entry for entry in self.entries if entry.briefing is not None)

    @property
    def newest(self) -> Loaded | None:
        """The readable briefing with the latest as-of date; None where none opens."""
        first = next(iter(self.newest_first), None)
        return first if first is not None and first.briefing is not None else None

    def open(self, entry: Loaded) -> Volume:
        """Open one of the readable briefings."""
        return Volume(entry)


def _age(entry: Loaded) -> tuple[bool, int]:
    as_of = entry.briefing.as_of if entry.briefing is not None else None
    return entry.briefing is None, -as_of.last.toordinal() if as_of is not None else 0


def open_catalogue(paths: Iterable[Path]) -> Catalogue:
    """Load every briefing under ``paths``; without a path, the reader's own and the shipped.

    Raises:
        FileNotFoundError: a path does not exist; its ``filename`` says which.
    """
    given = list(paths) or default_paths()
    found = dict.fromkeys(each for path in given for each in find_briefings(path))
    return Catalogue(tuple(load_briefing(path) for path in found))


def default_paths() -> list[Path]:
    """The reader's library folder, where there is one, and the content that ships."""
    return [path for path in (library_folder(), content_folder()) if path.is_dir()]


def find_briefings(path: Path) -> list[Path]:
    """The briefings at ``path``: itself, or those in it where it is a library folder.

    Raises:
        FileNotFoundError: there is nothing at ``path``.
    """
    if not path.is_dir() and not path.exists():
        raise FileNotFoundError(2, "there is nothing at this path", str(path))
    return [Path(found.path) for found in find([path])]
