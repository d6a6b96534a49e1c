"""The same briefings in an index and in memory, which must answer alike."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import strategies as st

from brief_tui.library.collection import Collection
from brief_tui.library.filter import EVERYTHING, Filter
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.index.prepared import prepare
from brief_tui.library.index.segments import close_recent
from brief_tui.library.index.store import open_to_write
from brief_tui.library.index.writing import Stamped, Writer
from brief_tui.library.query.parse import parse_filter
from brief_tui.load.loaded import Loaded
from brief_tui.model.briefing import Briefing
from brief_tui.model.section import Section
from tests.strategies import COUNTRIES, briefings

Draw = Callable[[st.SearchStrategy[Any]], Any]

_FORMS = (
    "{word}",
    '"{word}"',
    '"{phrase}"',
    "{phrase}",
    "{start}",
    "-{start}",
    "{start} OR {word}",
    "country:{country}",
    "country:{country} {start}",
    "country:{country}/speaker OR -{word}",
    "-country:{country} (is:hedged OR has:figures)",
    "speaker:{start}",
    "source:{start} kind:claim",
    "grade:>=C3",
    "origins:>=1",
    "said:{year}",
    "event:<{year}",
    "published:>={year} -{start}",
    "section:timeline happened",
    "voice:editor OR kind:option",
    "kind:source",
    "briefing:{start}",
    "known:{year}",
    "known:{year} country:{country} {start}",
)
"""Queries of every field, with words that occur, or nearly."""


class Both:
    """An index and a collection that the same is done to."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "index.sqlite"
        open_to_write(self.file).close()
        self.collection = Collection()
        self.index = IndexedLibrary(self.file)

    def put(self, name: str, briefing: Briefing) -> None:
        """A briefing is new, or has changed."""
        path = self.folder / name
        loaded = Loaded(path, briefing, (), {}, briefing.title, False)
        self.collection.take(loaded)
        self._write(loaded)

    def break_(self, name: str) -> None:
        """A briefing cannot be read any more."""
        loaded = Loaded(self.folder / name, None, (), {}, "Broken", False)
        self.collection.take(loaded)
        self._write(loaded)

    def remove(self, name: str) -> None:
        """A briefing is gone."""
        self.collection.drop(self.folder / name)
        with closing(open_to_write(self.file)) as connection:
            writer = Writer(connection)
            with writer.batch():
                writer.remove(str(self.folder / name))

    def close_segment(self) -> None:
        """What is recent is recent no more."""
        with closing(open_to_write(self.file)) as connection, Writer(connection).batch():
            close_recent(connection)

    def _write(self, loaded: Loaded) -> None:
        with closing(open_to_write(self.file)) as connection:
            writer = Writer(connection)
            with writer.batch():
                writer.put(str(loaded.path), Stamped(b"", 0), prepare(loaded))


@contextmanager
def both() -> Iterator[Both]:
    """An empty one of each."""
    with TemporaryDirectory() as folder:
        yield Both(Path(folder))


def libraries() -> st.SearchStrategy[list[Briefing]]:
    """A few briefings, of some several times: nothing but the path tells briefings apart."""
    few = st.lists(briefings(), min_size=1, max_size=2)
    return st.builds(lambda found, again: found + found[: 1 if again else 0], few, st.booleans())


def filter_of(draw: Draw, found: Collection) -> Filter:
    """A filter that asks for something that is there, or nearly."""
    texts = sorted(set(_words(found))) or [" nothing "]
    said = draw(st.sampled_from(texts)).split() or ["nothing"]
    begin = draw(st.integers(0, len(said) - 1))
    word = draw(st.sampled_from(said))
    text = draw(st.sampled_from(_FORMS)).format(
        word=word,
        start=word[: draw(st.integers(1, 5))],
        phrase=" ".join(said[begin : begin + draw(st.integers(2, 3))]),
        country=draw(st.sampled_from(COUNTRIES)),
        year=draw(st.sampled_from(("2023", "2024", "2024-10", "2025"))),
    )
    return parse_filter(text).filter


def _words(found: Collection) -> Iterator[str]:
    for section in Section:
        rows = found.rows_left(section, EVERYTHING)
        for place in range(len(rows)):
            yield rows[place].facts.words
