"""Reading an index: what one question sees, stopping it, damage, and what is loaded for it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from threading import Event, Thread

import pytest

from brief_tui.library.filter import EVERYTHING
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.index.refresh import refresh
from brief_tui.library.index.segments import close_recent
from brief_tui.library.index.snapshot import Snapshot, Unreadable
from brief_tui.library.index.store import open_to_write
from brief_tui.library.index.writing import Writer
from brief_tui.library.interface import Interrupted
from brief_tui.library.query.parse import parse_filter
from brief_tui.model.section import Section

BRIEFING = """
id: one
title: One
as_of: 2024-10-0{day}
countries: [KR]
actors: [{{id: kim, name: Kim, country: KR}}]
claims:
  - {{id: first, text: The ferry sails at noon., speaker: kim, said: 2024-10-0{day}}}
  - {{id: second, text: The ferry waits., speaker: kim, said: 2024-10-0{day}}}
"""


class Kept:
    """A folder of briefings with its index."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "library"
        self.folder.mkdir()
        self.file = folder / "one.sqlite"

    def write(self, name: str, day: int) -> None:
        """A briefing is new, or has changed."""
        (self.folder / name).write_text(BRIEFING.format(day=day))
        refresh(self.file, [self.folder])

    def close_segment(self) -> None:
        """What is recent is recent no more."""
        with closing(open_to_write(self.file)) as connection, Writer(connection).batch():
            close_recent(connection)

    def damage(self, sql: str, *given: object) -> None:
        """Something is written over what stands in the index."""
        with closing(sqlite3.connect(self.file, isolation_level=None)) as connection:
            connection.execute(sql, given)


@pytest.fixture
def kept(tmp_path: Path) -> Kept:
    """Two briefings in an index."""
    found = Kept(tmp_path)
    found.write("a.yaml", 5)
    found.write("b.yaml", 4)
    return found


def keys(library: IndexedLibrary, query: str, section: Section = Section.CLAIMS) -> list[str]:
    rows = library.rows_left(section, parse_filter(query).filter)
    return [f"{row.path.stem}:{row.key}" for row in map(rows.__getitem__, range(len(rows)))]


def test_what_an_answer_leads_to_is_of_the_state_in_which_it_was_asked(kept: Kept) -> None:
    library = IndexedLibrary(kept.file)
    before = library.version
    rows = library.rows_left(Section.CLAIMS, EVERYTHING)
    listed = library.briefings(EVERYTHING)
    (kept.folder / "a.yaml").unlink()
    kept.write("b.yaml", 6)
    assert [rows[0].path.stem, rows[3].path.stem] == ["a", "b"]
    assert [each.path.stem for each in listed] == ["a", "b"]
    assert library.tally(Section.CLAIMS, EVERYTHING).total == 4
    assert library.version > before
    assert library.tally(Section.CLAIMS, EVERYTHING).total == 2
    assert str(library.briefings(EVERYTHING)[0].as_of) == "6 Oct 2024"


def test_the_version_stays_where_nothing_changes(kept: Kept) -> None:
    library = IndexedLibrary(kept.file)
    before = library.version
    refresh(kept.file, [kept.folder])
    assert library.version == before


def test_an_index_that_is_made_anew_is_read_on(kept: Kept) -> None:
    library = IndexedLibrary(kept.file)
    before = library.version
    kept.file.unlink()
    assert library.version == before
    assert keys(library, "noon") == ["a:first", "b:first"]
    for beside in kept.file.parent.glob("one.sqlite-*"):
        beside.unlink()
    kept.write("c.yaml", 7)
    assert library.version > before
    assert keys(library, "noon") == ["c:first", "a:first", "b:first"]


def test_where_there_is_no_index_nothing_is_read(tmp_path: Path) -> None:
    with pytest.raises(Unreadable):
        IndexedLibrary(tmp_path / "none.sqlite")
    (tmp_path / "other.sqlite").write_bytes(b"SQLite format 3\0 but nothing else")
    with pytest.raises(Unreadable):
        IndexedLibrary(tmp_path / "other.sqlite")


def test_a_question_is_stopped_from_another_thread(
    kept: Kept, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = IndexedLibrary(kept.file)
    asked, stopped = Event(), Event()
    rows = Snapshot.rows

    def slow(self: Snapshot, sql: str, *given: object) -> object:
        if "from bits" in sql and not asked.is_set():
            asked.set()
            stopped.wait()
        return rows(self, sql, *given)

    monkeypatch.setattr(Snapshot, "rows", slow)
    found: list[object] = []
    thread = Thread(target=lambda: found.append(outcome(lambda: keys(library, "noon"))))
    thread.start()
    asked.wait()
    library.interrupt()
    stopped.set()
    thread.join()
    assert found == [Interrupted]
    assert keys(library, "noon") == ["a:first", "b:first"]


def outcome(question: Callable[[], object]) -> object:
    """What is answered, or what kind of exception is raised."""
    try:
        return question()
    except Interrupted as stopped:
        return type(stopped)


def test_a_row_that_cannot_be_read_is_left_out(kept: Kept) -> None:
    kept.damage("update entry set rows = x'00' where number = (select min(number) from entry)")
    library = IndexedLibrary(kept.file)
    rows = library.rows_left(Section.CLAIMS, EVERYTHING)
    assert len(rows) == 2
    assert [rows[0].path.stem, rows[1].path.stem] == ["b", "b"]
    assert library.is_damaged


@pytest.mark.parametrize(
    "sql",
    [
        "update bits set bitmap = x'07ff' where kind = 'section'",
        "update briefing set body = x'ff', listed = x'ff', problems = x'ff'",
        "update briefing set first = -1, count = 9999999999",
        "update briefing set first = 'first'",
        "delete from entry",
        "update recent set words = x'ff', marks = x'ff'",
        "update bits set value = cast(value as blob)",
        "update briefing set title = x'ff', state = 'none', as_of = 'then'",
        "update briefing set title = cast(x'ff' as text)",
        "update briefing set errors = 'many', changed = x''",
        "update briefing set id = id + 9223372036854775000",
        "update or replace bits set value = '' where kind = 'moment'",
        "update or replace bits set kind = 'follows', value = '' where kind = 'word'",
        "insert into meta select 'k' || id, 1 from briefing",
    ],
)
def test_damage_is_no_error_to_whoever_reads(kept: Kept, sql: str) -> None:
    kept.close_segment()
    kept.write("b.yaml", 3)
    kept.damage(sql)
    library = IndexedLibrary(kept.file)
    for query in ("", "noon", "country:KR", '"at noon"'):
        for section in Section:
            keys(library, query, section)
            library.tally(section, parse_filter(query).filter)
            library.country_counts(section, parse_filter(query).filter)
        [each.title for each in library.briefings(parse_filter(query).filter)]
    for name in ("a.yaml", "b.yaml"):
        try:
            library.open(kept.folder / name)
        except KeyError:
            assert library.is_damaged
        library.problems(kept.folder / name)


def test_half_a_briefing_is_not_shown_as_a_whole_one(kept: Kept) -> None:
    kept.damage("update entry set rows = x'00' where number = (select min(number) from entry)")
    library = IndexedLibrary(kept.file)
    with pytest.raises(KeyError):
        library.open(kept.folder / "a.yaml")
    assert library.is_damaged
    library.open(kept.folder / "b.yaml")


def test_to_open_a_briefing_from_an_index_loads_no_parser(kept: Kept) -> None:
    code = f"""
import sys
from pathlib import Path
from brief_tui.library.index.indexed import IndexedLibrary
from brief_tui.library.filter import EVERYTHING
library = IndexedLibrary(Path({str(kept.file)!r}))
volume = library.open(library.briefings(EVERYTHING)[0].path)
assert volume.briefing.title == "One"
print([name for name in ("yaml", "brief_tui.load.decode", "pyroaring") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
