"""The tables of an index.

Rows of all briefings are numbered: those of one briefing in one run, a changed briefing's anew at
the end. A number is never used twice, and between two briefings some may be left out. In a section
rows stand in the order of their numbers, but for the timeline: the moments of an item follow its
own row at once. What puts them in order stands in the values of ``MOMENT``.

What a list shows is found by number; which numbers a query leaves is worked out with bitmaps, one
for each value of each mark and for each word, in as many pieces as there are segments. A moment
says what its item says and bears its marks, so a bitmap is kept without those, where it can be, and
spread over the rows that ``FOLLOWS`` names as it is read (``inverted.read_bits``); the same goes
for what ``words`` finds (``inverted.spread``). Rows added since the last segment was closed are
``recent``: their facts are kept as they are and read one by one, so that a changed file costs next
to nothing.

Numbers of rows that are no more stand in ``meta`` under ``dead``. Bitmaps and ``words`` may still
name them.
"""

from __future__ import annotations

APPLICATION = 0x62726965
"""Says in the file's header that it is one of ours (``PRAGMA application_id``)."""

VERSION = 10
"""Of these tables and of what is written in them; an index of any other is made anew."""

TABLES = (
    # version: grows whenever what can be read has changed. next: the first number not yet used.
    # dead: a bitmap (BitMap.serialize). fingerprint: of the program's model.
    "create table meta(key text primary key, value) without rowid",
    """create table briefing(
  id integer primary key autoincrement,
  path blob not null unique,     -- as the file system has it; absolute, but in a portable file
  stamp blob not null,           -- its files with sizes, times and a digest
  changed integer not null,      -- the latest of those times, in nanoseconds
  state integer not null,        -- 0 readable, 1 broken, 2 broken since, the last good one is kept
  errors integer not null,
  as_of integer,                 -- the last day it can mean, as an ordinal
  name text not null,            -- the author's id
  title text not null,
  first integer not null,        -- its rows' numbers: first, first + 1, ...
  count integer not null,
  listed blob not null,          -- entry.Outline
  body blob,                     -- body.Body: all but its items; null where none was ever good
  problems blob not null         -- entry.unpack_problems
)""",
    "create index briefing_by_date on briefing(state = 1, as_of desc, path)",
    "create index briefing_by_first on briefing(first)",
    # rows: blocks.entries_in, of which the first has this number; each is an entry.Entry.
    "create table entry(number integer primary key, rows blob not null)",
    # Facts; the marks as entry.marks_from_words reads them.
    "create table recent(number integer primary key, words text not null, marks text not null)",
    """create table segment(id integer primary key autoincrement, first integer not null,
                     last integer not null)""",
    # bitmap: inverted.read_bits; a large one in several pieces (inverted.in_pieces), since of what
    # does not fit into a quarter of a page the last page would stay empty for the most part.
    # By segment first: a new one is written behind all others, not into every page there is.
    """create table bits(segment integer not null, kind text not null, value text not null,
                  piece integer not null, bitmap blob not null,
                  primary key(segment, kind, value, piece)) without rowid""",
    # Of the rows of all segments, the texts of two words and more; from ``SHARED`` on those that
    # many rows have, each once.
    "create virtual table words using fts5(text, content='', columnsize=0, tokenize='ascii')",
)

WORD = "word"
"""The kind of the bitmaps of whole words."""

START = "start"
"""The kind of the bitmaps of what words begin with, of up to ``LONGEST_START`` characters."""

LONGEST_START = 2

FOLLOWS = "follows"
"""The kind of the one bitmap (value empty) of rows that say and bear what the row before does."""

MOMENT = "moment"
"""The kind of the bitmaps of the timeline's rows by first day, last day and place of the lane.

Values sort as the timeline does within a briefing, ``2024-10-08 2024-10-13 1``; rows of the same
value stand in the order of their numbers. Recent rows bear it as a mark.
"""

MONTH = "month"
"""The kind of the bitmaps of the same rows by the month of the first day, ``2024-10``."""

ABOUT = "about"
"""The kind of marks of a briefing's first row: the countries that its author says it is about."""

TEXT = "text"
"""The kind of the bitmaps of texts that many rows have; the value is ``text_value`` of it."""

SHARED = 1 << 32
"""From here on the numbers in ``words`` are not of rows but of texts that many rows have."""


def text_value(number: int) -> str:
    """The value under which the bitmap of a text stands, by its number in ``words``."""
    return f"{number - SHARED:x}"
