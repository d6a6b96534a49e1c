"""Queries: filters of every form of the language, and texts that only look like one."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from brief_tui.library.filter import Filter
from brief_tui.library.marks import KINDS_OF_ROWS
from brief_tui.library.query.syntax import (
    Part,
    Words,
    all_of,
    any_of,
    clause,
    excluded,
    group,
)
from brief_tui.model.section import Section
from brief_tui.model.vocabulary import (
    Basis,
    Instrument,
    OptionState,
    Role,
    SourceKind,
    SourceTag,
    Voice,
)
from tests.strategies.made import COUNTRIES

NASTY = (
    *("convoy", "the", "S-400", "OR", "or", "-x", "a:b", "country:KR", '"', "(", ")", "\\", ","),
    *(
        "北韓",
        "각국의",
        "שלום",
        "مرحبا",
        "Türkiye",
        "ﬁne",
        "m²",
        "don't",
        "a,b",
        '5"',
        "10:30",
        "_",
    ),
    *("Ministry", "a0", "s1", "1,500", "2024", "¶7", "port", "north-korea", "\u200c", "e\u0301"),
)
"""Words that a query could take for something else, and words of generated briefings."""

_DATES = ("2024", "2023", "2024-06", "2024-10", "2024-10-08", "2024-10-22", "2024-11-01", "2025-02")
_TEXTS = st.lists(st.sampled_from(NASTY) | st.text(max_size=4), min_size=1, max_size=3).map(
    " ".join
)


def _some(values: Sequence[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(values), unique=True, min_size=1, max_size=2).map(tuple)


def _words(texts: st.SearchStrategy[str]) -> st.SearchStrategy[Words]:
    made = st.builds(lambda text, whole: Words.of(text, whole=whole), texts, st.booleans())
    return made.filter(bool)  # type: ignore[return-value]


def _names(field: str) -> st.SearchStrategy[Part]:
    names = ("Ministry", "ministry a0", "a0", "s0", "Agency", "通訊社", "Bureau of", "alias", "абв")
    name = _words(st.sampled_from((*names, "generated", "x, y")) | _TEXTS)
    values = st.lists(name, min_size=1, max_size=2)
    return values.map(lambda given: clause(field, given))


def _canonical(field: str, values: Sequence[str]) -> st.SearchStrategy[Part]:
    return _some(values).map(lambda given: clause(field, given))


def _dates(field: str) -> st.SearchStrategy[Part]:
    date = st.sampled_from(_DATES)
    ordered = st.tuples(date, date).map(sorted)
    value = st.one_of(
        date,
        ordered.map(lambda pair: f"{pair[0][:4]}..{pair[1]}"),
        date.map(lambda day: f"{day}.."),
        date.map(lambda day: f"..{day}"),
        st.builds(str.__add__, st.sampled_from(("<", "<=", ">", ">=")), date),
    )
    return st.lists(value, min_size=1, max_size=2).map(lambda given: clause(field, given))


_FORMS: tuple[st.SearchStrategy[Part], ...] = (
    _canonical("country", (*COUNTRIES, *(f"{COUNTRIES[0]}/{role}" for role in Role))),
    *map(_names, ("actor", "speaker", "source", "expert", "briefing")),
    _canonical("section", [each.key for each in Section]),
    _canonical("tag", (*SourceTag, *SourceKind)),
    _canonical("instrument", tuple(Instrument)),
    _canonical("state", tuple(OptionState)),
    _canonical("voice", tuple(Voice)),
    _canonical("basis", tuple(Basis)),
    _canonical("grade", ("B2", "A", "F6", "F", "6", ">=C3", ">=B", ">=2", "<=D4", "<=C")),
    _canonical("origins", ("0", "1", ">=1", ">1", "<2", "<=1")),
    *map(_dates, ("said", "event", "published")),
    _canonical("has", ("figures", "relations")),
    _canonical("is", ("hedged", "disputed")),
    _canonical("kind", KINDS_OF_ROWS),
)
LEAVES: st.SearchStrategy[Part] = st.one_of(_words(_TEXTS), st.one_of(*_FORMS))


def _within(inner: st.SearchStrategy[Part]) -> st.SearchStrategy[Part]:
    two = st.tuples(inner, inner)
    return st.one_of(
        inner.map(excluded),
        two.map(lambda parts: any_of(parts) or parts[0]),
        two.map(lambda parts: group(parts) or parts[0]),
    )


PARTS: st.SearchStrategy[Part] = st.recursive(LEAVES, _within, max_leaves=5)

FILTERS: st.SearchStrategy[Filter] = st.builds(
    lambda parts, day: Filter(all_of(parts)).as_known_on(day),
    st.lists(PARTS, max_size=3),
    st.none() | st.dates(),
)
"""Whatever a reader may have narrowed to."""

_SIGNS = ('"', "(", ")", "-", " OR ", ",", ":", "country:", "said:", "KR", "..", ">=", "\x00", " ")
TYPED: st.SearchStrategy[str] = st.lists(
    st.sampled_from((*_SIGNS, *NASTY)) | st.text(max_size=3), max_size=12
).map("".join)
"""What looks like a query and mostly is none."""
