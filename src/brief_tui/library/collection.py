"""Many briefings in memory, behind the interface of a library."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import overload

from brief_tui.analysis.timeline import Moment
from brief_tui.library.filter import Filter
from brief_tui.library.interface import Bucket, Listed, Rows, State
from brief_tui.library.plain_rows import JoinedRows, PlainRows
from brief_tui.library.row import Row
from brief_tui.library.volume import Volume, most_first
from brief_tui.load.loaded import Loaded
from brief_tui.model.problem import Position, Problem
from brief_tui.model.section import Section
from brief_tui.model.tally import Tally


class Kept:
    """A briefing as it was last read, with its last good version, if it ever had one."""

    def __init__(self, loaded: Loaded, good: Volume | None) -> None:
        self.loaded = loaded
        self.good = good
        self.changed = _changed(loaded.path)

    @property
    def state(self) -> State:
        """What became of it the last time."""
        if self.loaded.briefing is not None:
            return State.READABLE
        return State.BROKEN if self.good is None else State.KEPT

    @property
    def listed(self) -> Listed:
        """It as a list of briefings shows it."""
        good = self.good
        loaded = good.loaded if good is not None else self.loaded
        return Listed(
            path=loaded.path,
            id=good.briefing.id if good is not None else "",
            title=loaded.title,
            as_of=good.briefing.as_of if good is not None else None,
            countries=good.countries() if good is not None else (),
            counts=tuple(len(good.rows(each)) if good is not None else 0 for each in Section),
            state=self.state,
            errors=sum(problem.closes for problem in self.loaded.problems),
            changed=self.changed,
        )


class Collection:
    """Briefings that are all in memory. A broken one is listed, and the others open."""

    def __init__(self, briefings: Iterable[Loaded] = ()) -> None:
        """Hold loaded briefings; of two with one path, the second."""
        self._kept: dict[Path, Kept] = {}
        self._version = 0
        self._values: dict[str, tuple[int, Sequence[tuple[str, Bucket]]]] = {}
        for loaded in briefings:
            self._put(loaded)
        self._order()

    @property
    def version(self) -> int:
        """Grows whenever what can be read here has changed."""
        return self._version

    @property
    def changed(self) -> Mapping[Path, int]:
        """When the files of each briefing were last changed, as they were read."""
        return {path: kept.changed for path, kept in self._kept.items()}

    def take(self, loaded: Loaded) -> None:
        """Take in a briefing that is new or has changed; of a broken one its last good version."""
        self._put(loaded)
        self._order()

    def drop(self, path: Path) -> None:
        """Forget a briefing that is gone."""
        if self._kept.pop(path, None) is not None:
            self._order()

    def briefings(self, filter_: Filter) -> Sequence[Listed]:
        """The briefings in which a filter leaves anything; all of them where it is empty."""
        kept = list(self._kept.values())
        if filter_:
            kept = [each for each in kept if each.good is not None and _leaves(each.good, filter_)]
        return _Listing(kept)

    def open(self, path: Path) -> Volume:
        """One of the readable briefings.

        Raises:
            KeyError: there is none with this path.
        """
        good = self._kept[path].good
        if good is None:
            raise KeyError(path)
        return good

    def problems(self, path: Path) -> Sequence[Problem]:
        """What is wrong with the files of a briefing."""
        return self._kept[path].loaded.problems

    def position(self, path: Path, id_: str) -> Position | None:
        """Where what has this id stands in the files of a briefing."""
        kept = self._kept.get(path)
        return kept.good.position(id_) if kept is not None and kept.good is not None else None

    def rows_left(self, section: Section, filter_: Filter) -> Rows:
        """The rows of a section that a filter leaves; the dates of all briefings in one line."""
        parts = [(each.loaded.path, each.rows_left(section, filter_)) for each in self._volumes()]
        if section is not Section.TIMELINE:
            return JoinedRows(parts)
        return PlainRows(_by_date(JoinedRows(parts)), self._all_by_date)

    def tally(self, section: Section, filter_: Filter) -> Tally:
        """How much of a section a filter leaves."""
        found = [volume.tally(section, filter_) for volume in self._volumes()]
        return Tally(
            section,
            sum(each.shown for each in found),
            sum(each.total for each in found),
            sum(each.apart for each in found),
            sum(each.of_apart for each in found),
        )

    def country_counts(self, section: Section, filter_: Filter) -> Mapping[str, int]:
        """For every country, the rows it bears on that all but countries leave."""
        weight = _sums(volume.country_weights() for volume in self._volumes())
        found = _sums(volume.bearing(section, filter_) for volume in self._volumes())
        return {code: found.get(code, 0) for code in most_first(weight)}

    def facet(self, field: str, section: Section, filter_: Filter) -> Sequence[Bucket]:
        """The values of a field, with the rows of a section that all other clauses leave."""
        from brief_tui.library.facets import counted

        others = filter_.without(field)
        found = (volume.select(section, others).rows for volume in self._volumes())
        return counted(field, (row.facts for rows in found for row in rows))

    def values(self, field: str, beginning: str, most: int) -> Sequence[Bucket]:
        """Values of a field in which a word begins so, the most frequent first."""
        from brief_tui.library.facets import beginning_so, found_in

        kept = self._values.get(field)
        if kept is None or kept[0] != self._version:
            told = (facts for volume in self._volumes() for facts in volume.facts())
            kept = self._values[field] = (self._version, found_in(field, told))
        return beginning_so(kept[1], beginning, most)

    def _volumes(self) -> Iterator[Volume]:
        return (each.good for each in self._kept.values() if each.good is not None)

    def _all_by_date(self) -> Sequence[Row]:
        rows = (row for volume in self._volumes() for row in volume.rows(Section.TIMELINE))
        return _by_date(rows)

    def _put(self, loaded: Loaded) -> None:
        before = self._kept.get(loaded.path)
        last = before.good if before is not None else None
        good = Volume(loaded) if loaded.briefing is not None else last
        self._kept[loaded.path] = Kept(loaded, good)

    def _order(self) -> None:
        self._kept = dict(sorted(self._kept.items(), key=lambda item: _age(item[1])))
        self._version += 1


class _Listing(Sequence[Listed]):
    """Briefings that are made ready for a list when they are asked for."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        self._kept = kept

    def __len__(self) -> int:
        return len(self._kept)

    @overload
    def __getitem__(self, index: int) -> Listed: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Listed]: ...
    def __getitem__(self, index: int | slice) -> Listed | Sequence[Listed]:
        if isinstance(index, slice):
            return _Listing(self._kept[index])
        return self._kept[index].listed


def _age(kept: Kept) -> tuple[bool, int, bytes]:
    as_of = kept.good.briefing.as_of if kept.good is not None else None
    day = as_of.last.toordinal() if as_of is not None else 0
    return kept.good is None, -day, os.fsencode(kept.loaded.path)


def _leaves(volume: Volume, filter_: Filter) -> bool:
    return any(volume.select(section, filter_).rows for section in Section)


def _by_date(rows: Iterable[Row]) -> Sequence[Row]:
    return sorted(rows, key=_first_day)


def _first_day(row: Row) -> int:
    return row.subject.when.first.toordinal() if isinstance(row.subject, Moment) else 0


def _sums(many: Iterable[Mapping[str, int]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for counts in many:
        for code, count in counts.items():
            found[code] = found.get(code, 0) + count
    return found


def _changed(path: Path) -> int:
    """When the files of a briefing were last changed, as far as that can be told."""
    try:
        if not path.is_dir():
            return path.stat().st_mtime_ns
        files = (Path(folder, name) for folder, _, names in os.walk(path) for name in names)
        return max((file.stat().st_mtime_ns for file in files), default=0)
    except OSError:
        return 0
