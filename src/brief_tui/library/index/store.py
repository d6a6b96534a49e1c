"""The file of an index: where it lies, whether it can be relied on, and how it is opened.

Nothing is believed of a file that is there. One that is damaged, older, of another program or made
by another version of the model is put aside for an empty one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.library.index.codec import Damaged
from brief_tui.library.index.schema import APPLICATION, TABLES, VERSION

if TYPE_CHECKING:
    from sqlite3 import Connection

_PRIVATE = 0o600
_PRIVATE_FOLDER = 0o700
_BESIDE = ".new"
_LOCK = ".lock"
_OF_SQLITE = ("-wal", "-shm", "-journal")
_PATIENCE = 30.0
"""For how many seconds a short wait of another's is waited for."""


class Unwritable(Exception):
    """No index can be kept here; the text says why."""


def index_file(paths: Iterable[Path]) -> Path:
    """The file of the index of the library at these paths, whether there is one or not."""
    # Not hashlib, which loads OpenSSL: two libraries in one file would be no more than slow.
    from zlib import adler32, crc32

    from brief_tui.folders import cache_folder

    given = sorted({os.fsencode(Path(os.path.abspath(path))) for path in paths})  # noqa: PTH100
    named = b"\0".join(given)
    return cache_folder() / "libraries" / f"{crc32(named):08x}{adler32(named):08x}.sqlite"


def open_read_only(file: Path) -> Connection:
    """Open an index to read it: one of the cache, or a portable one.

    Raises:
        Damaged: there is none, or none that can be relied on.
    """
    # What nobody writes to needs no files beside it, which may not be possible there.
    portable = _is_portable(file)
    return _opened(file, "mode=ro&immutable=1" if portable else "mode=ro")


def open_to_write(file: Path) -> Connection:
    """Open an index to write to it, made where there is none to be relied on.

    Only who holds the lock of the file (``writing``) may do this.

    Raises:
        Unwritable: it cannot be written.
    """
    from sqlite3 import Error

    try:
        _prepare_folder(file)
        try:
            connection = _opened(file, "mode=rw")
        except Damaged:
            start_anew(file)
            connection = _opened(file, "mode=rw")
        connection.execute("pragma synchronous=normal")
        connection.execute("pragma wal_autocheckpoint=4000")
        connection.execute("begin immediate")
        connection.execute("rollback")
    except (OSError, Error, Damaged) as error:
        raise Unwritable(str(error)) from error
    return connection


def start_anew(file: Path) -> None:
    """Put an empty index in the place of whatever is there; who has that open goes on reading it.

    Raises:
        OSError: it cannot be written.
        sqlite3.Error: it cannot be written.
    """
    _prepare_folder(file)
    remove(beside(file))
    make(beside(file))
    swap(file)


def beside(file: Path) -> Path:
    """Where a new index is made before it takes the place of ``file``."""
    return file.with_name(file.name + _BESIDE)


def swap(file: Path) -> None:
    """Put the index beside ``file``, which nobody has open, in its place.

    Raises:
        OSError: it cannot be done.
    """
    for ending in _OF_SQLITE:  # of the old file; beside the new one they would be taken for its own
        file.with_name(file.name + ending).unlink(missing_ok=True)
    beside(file).replace(file)


def let_go(file: Path) -> None:
    """Take away an index that is damaged, so that the next who comes makes it anew.

    Whoever has it open goes on with what can be read of it. Where it is being written, or cannot be
    taken away, it stays.
    """
    with suppress(Unwritable, OSError), writing(file, wait=False) as held:
        if held:
            remove(file)


def remove(file: Path) -> None:
    """Take away an index that nobody has open, where there is one.

    Raises:
        OSError: it cannot be done.
    """
    for ending in ("", *_OF_SQLITE):
        file.with_name(file.name + ending).unlink(missing_ok=True)


def make(file: Path) -> None:
    """Make an empty index where there is nothing.

    Raises:
        OSError: it cannot be written.
        sqlite3.Error: it cannot be written.
    """
    import sqlite3

    os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE))
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("pragma page_size=32768")
        connection.execute("pragma auto_vacuum=incremental")
        connection.execute("pragma journal_mode=wal")
        connection.execute("begin")
        connection.execute(f"pragma application_id={APPLICATION}")
        connection.execute(f"pragma user_version={VERSION}")
        for statement in TABLES:
            connection.execute(statement)
        connection.executemany(
            "insert into meta values(?, ?)",
            [("version", 0), ("next", 0), ("fingerprint", fingerprint())],
        )
        connection.execute("commit")


@contextmanager
def writing(file: Path, wait: bool = True) -> Iterator[bool]:
    """Hold the one lock under which an index is written, over all processes.

    It falls with the process that holds it, however that ends.

    Args:
        file: the file of the index.
        wait: whether to wait for another who holds it.

    Yields:
        Whether it is held; always, where it was waited for.

    Raises:
        Unwritable: there can be no lock.
    """
    from fcntl import LOCK_EX, LOCK_NB, flock

    try:
        _prepare_folder(file)
        lock = os.open(file.with_name(file.name + _LOCK), os.O_CREAT | os.O_RDWR, _PRIVATE)
    except OSError as error:
        raise Unwritable(str(error)) from error
    try:
        try:
            flock(lock, LOCK_EX if wait else LOCK_EX | LOCK_NB)
        except BlockingIOError:
            yield False
        except OSError as error:
            raise Unwritable(str(error)) from error
        else:
            yield True
    finally:
        os.close(lock)


@contextmanager
def transaction(connection: Connection) -> Iterator[None]:
    """All or nothing of what is written within, and all of it at once for whoever reads."""
    connection.execute("begin immediate")
    try:
        yield
    except BaseException:
        connection.execute("rollback")
        raise
    connection.execute("commit")


def among(ids: Iterable[int]) -> str:
    """The end of a condition of SQL: to be one of these numbers, which are our own."""
    found = ", ".join(map(str, ids))
    # Of what is one number alone SQLite knows that it comes in order.
    return f"in ({found})" if "," in found or not found else f"= {found}"


@cache
def fingerprint() -> str:
    """What this program writes into an index, in short: another model's is another one."""
    from dataclasses import fields, is_dataclass
    from zlib import crc32

    from brief_tui import __version__
    from brief_tui.model import briefing, hypothesis, item, party, vocabulary
    from brief_tui.model.section import Section

    said = [__version__]
    for module in (briefing, item, party, hypothesis):
        for name, cls in vars(module).items():
            if isinstance(cls, type) and is_dataclass(cls):
                said += [name, *(field.name for field in fields(cls))]
    for words in vars(vocabulary).values():
        if isinstance(words, type) and issubclass(words, vocabulary.Word):
            said += [words.__name__, *words]
    said += [section.key for section in Section]
    return f"{crc32(' '.join(said).encode()):08x}"


def _opened(file: Path, mode: str) -> Connection:
    import sqlite3

    try:
        connection = sqlite3.connect(
            f"{file.absolute().as_uri()}?{mode}",
            uri=True,
            isolation_level=None,
            timeout=_PATIENCE,
            check_same_thread=False,
        )
    except sqlite3.Error as error:
        raise Damaged(str(error)) from error
    try:
        _rely_on(connection)
    except (sqlite3.Error, Damaged) as error:
        connection.close()
        raise Damaged(str(error)) from error
    return connection


def _rely_on(connection: Connection) -> None:
    """See that an index is one of ours, in a few reads.

    Raises:
        Damaged: it is not.
        sqlite3.Error: it is no database, or damaged.
    """
    connection.execute("pragma trusted_schema=0")
    connection.execute("pragma cell_size_check=1")
    found = [connection.execute(f"pragma {name}").fetchone()[0] for name in _HEADER]
    if found != list(_HEADER.values()):
        raise Damaged("of another program, or of another version")
    # Views or triggers that somebody put in would be run.
    schema = connection.execute("select type, name, sql from sqlite_schema order by name, type")
    if schema.fetchall() != _schema():
        raise Damaged("the tables are not those of an index")
    kept = dict(connection.execute("select key, value from meta where key != 'dead'").fetchall())
    if kept.get("fingerprint") != fingerprint():
        raise Damaged("of another version of the model")
    if not all(isinstance(kept.get(key), int) for key in ("version", "next")):
        raise Damaged("no index")


_HEADER = {"application_id": APPLICATION, "user_version": VERSION}


@cache
def _schema() -> list[tuple[str, str, str]]:
    import sqlite3

    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in TABLES:
            connection.execute(statement)
        found = connection.execute("select type, name, sql from sqlite_schema order by name, type")
        return found.fetchall()


def _is_portable(file: Path) -> bool:
    """Whether a file says that nothing is written beside it: its journal is not a WAL."""
    try:
        with file.open("rb") as stream:
            return stream.read(20)[18:20] == b"\x01\x01"
    except OSError as error:
        raise Damaged(str(error)) from error


def _prepare_folder(file: Path) -> None:
    file.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
