"""The tables of an index.

Rows of all briefings are numbered: those of one briefing in one run, a changed briefing's anew at
the end. A number is never used twice. What a list shows is found by number; which numbers a query
leaves is worked out with bitmaps, one for each value of each mark and for each word, in as many
pieces as there are segments. Rows added since the last segment was closed are ``recent``: their
facts are kept as they are and read one by one, so that a changed file costs next to nothing.
"""

from __future__ import annotations

APPLICATION = 0x62726965
"""Says in the file's header that it is one of ours (``PRAGMA application_id``)."""

VERSION = 1
"""Of these tables and of what is written in them; an index of any other is made anew."""

TABLES = """
create table meta(key text primary key, value) without rowid;

create table briefing(
  id integer primary key autoincrement,
  path blob not null unique,     -- as the file system has it, absolute
  stamp blob not null,           -- its files with sizes, times and a digest
  changed integer not null,      -- the latest of those times, in nanoseconds
  state integer not null,        -- 0 readable, 1 broken, 2 broken since, the last good one is kept
  errors integer not null,
  as_of integer,                 -- the last day it can mean, as an ordinal
  name text not null,            -- the author's id
  title text not null,
  first integer not null,        -- its rows' numbers: first, first + 1, ...
  count integer not null,
  listed blob not null,          -- what a list of briefings shows besides
  body blob,                     -- the briefing without its items; null where none was ever good
  problems blob not null
);
create index briefing_by_date on briefing(state = 1, as_of desc, id);

create table entry(number integer primary key, row blob not null);

create table recent(number integer primary key, words text not null, marks blob not null);

create table segment(id integer primary key autoincrement, first integer not null,
                     last integer not null);

create table bits(kind text not null, value text not null, segment integer not null,
                  bitmap blob not null, primary key(kind, value, segment)) without rowid;

create virtual table words using fts5(text, content='', columnsize=0, tokenize='ascii');
"""

WORD = "word"
"""The kind of the bitmaps of whole words."""

START = "start"
"""The kind of the bitmaps of what words begin with, of up to ``LONGEST_START`` characters."""

LONGEST_START = 3
