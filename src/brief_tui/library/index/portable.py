"""A library as one file, to be read anywhere: without its sources, and never written to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.index.entry import pack_problems, unpack_problems
from brief_tui.library.index.segments import close_recent, join_all
from brief_tui.library.index.store import Unwritable, open_to_write, writing
from brief_tui.library.index.writing import Writer

if TYPE_CHECKING:
    from sqlite3 import Connection


def write_portable(file: Path, paths: Iterable[Path], to: Path) -> None:
    """Write the index in ``file``, of the briefings at ``paths``, as a file of its own.

    Names in it are relative to the folder that holds all of ``paths``. What was at ``to`` is there
    until the new file is whole.

    Raises:
        Unwritable: it cannot be written.
    """
    import sqlite3

    half = to.with_name(f".{to.name}.new")
    root = _root([os.path.abspath(path) for path in paths])  # noqa: PTH100
    try:
        half.unlink(missing_ok=True)
        with writing(file), closing(open_to_write(file)) as connection:
            with Writer(connection).batch():
                close_recent(connection)
            with Writer(connection).batch():
                join_all(connection, file)
            connection.execute("vacuum into ?", (os.fspath(half),))
        with closing(sqlite3.connect(half, isolation_level=None)) as connection:
            connection.execute("pragma journal_mode=delete")
            connection.execute("begin")
            _make_relative(connection, root)
            connection.execute("commit")
        half.replace(to)
    except (OSError, sqlite3.Error) as error:
        raise Unwritable(str(error)) from error
    finally:
        half.unlink(missing_ok=True)


def _root(paths: Sequence[str]) -> str:
    """The folder that holds all of the paths; a folder that is alone is its own."""
    folders = [path if os.path.isdir(path) else os.path.dirname(path) for path in paths]  # noqa: PTH112, PTH120
    return os.path.commonpath(folders) if folders else os.sep


def _make_relative(connection: Connection, root: str) -> None:
    """Leave nothing in the file of where the library lay."""
    rows = connection.execute("select id, path, problems from briefing").fetchall()
    for id_, name, problems in rows:
        path = os.fsdecode(name)
        own = os.path.relpath(path, root)
        if own == os.curdir:
            own = os.path.basename(root)  # noqa: PTH119
        told = [
            replace(problem, message=problem.message.replace(f"{root}{os.sep}", ""))
            for problem in unpack_problems(problems, Path(path))
        ]
        connection.execute(
            "update briefing set path = ?, stamp = x'', problems = ? where id = ?",
            (os.fsencode(own), pack_problems(told, Path(path)), id_),
        )
