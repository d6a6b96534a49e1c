"""A made-up library on disk, indexed for a reader whose own files lie beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from bench.library import shape_of, write_library
from tests.tui.pseudo_terminal import files_in

_HEAD = 2_000
"""In bytes: what stands of a briefing's title and date stands in so many."""

TITLE = 12
"""How many letters of a title are waited for: they stand in one piece on any screen."""

_TITLE = re.compile(rb"^title: (.*)$", re.MULTILINE)
_AS_OF = re.compile(rb"^as_of: (.*)$", re.MULTILINE)


class Made(NamedTuple):
    """A library, and where the reader of it has its files.

    Attributes:
        items: How many items it has.
        folder: Where its YAML lies.
        home: The reader's home.
        yaml: Bytes of YAML.
        title: The beginning of the title of its newest briefing, which is what the app opens.
    """

    items: int
    folder: Path
    home: Path
    yaml: int
    title: str

    @property
    def cache(self) -> Path:
        """Where the app keeps what it can make again."""
        return Path(files_in(self.home)["XDG_CACHE_HOME"])

    @property
    def newest(self) -> Path:
        """The file of the newest briefing."""
        return _newest(self.folder)


def make(folder: Path, items: int, processes: int) -> Made:
    """Write the usual library of so many items under ``folder``."""
    library, home = folder / "library", folder / "home"
    home.mkdir(parents=True)
    size = write_library(library, shape_of(items), processes)
    found = _TITLE.search(_newest(library).read_bytes())
    assert found is not None
    return Made(items, library, home, size, found[1].decode()[:TITLE])


def _newest(library: Path) -> Path:
    """The latest as-of date, the first of its paths, as the app lists briefings."""
    ages: list[tuple[bytes, Path]] = []
    for file in sorted(library.rglob("*.yaml")):
        with file.open("rb") as opened:
            as_of = _AS_OF.search(opened.read(_HEAD))
        ages.append((as_of[1] if as_of else b"", file))
    latest = max(age for age, _ in ages)
    return next(file for age, file in ages if age == latest)


def bytes_in(folder: Path) -> int:
    """What all files in a folder hold together."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
