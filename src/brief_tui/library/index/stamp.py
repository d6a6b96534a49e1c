"""By what it is known, without reading its files, whether a briefing has changed.

The times of a file tell, but not always: a file may be written twice within what its file system
counts as one moment, and its times may change though it does not. There its content decides.
"""

from __future__ import annotations

import os
from enum import Enum, auto
from pathlib import Path
from typing import NamedTuple

from brief_tui.library.found import Found

_MOMENT = 2_000_000_000
"""What the coarsest file systems count as one moment, in nanoseconds."""


class Verdict(Enum):
    """What two stamps say."""

    SAME = auto()
    IN_DOUBT = auto()
    CHANGED = auto()


class Stamp(NamedTuple):
    """The files of a briefing at a moment.

    Attributes:
        files: one line for each, in order: times and number, then size, then name.
        taken: when they were looked at, in nanoseconds since 1970.
        digest: of what they held at that moment, or shortly before.
    """

    files: bytes
    taken: int
    digest: bytes

    def written(self) -> bytes:
        """The stamp in bytes."""
        return b"%d %s\n%s" % (self.taken, self.digest.hex().encode(), self.files)

    def verdict(self, files: bytes, changed: int) -> Verdict:
        """What is to be thought of a briefing whose files now look so.

        Args:
            files: what ``lines`` says of them.
            changed: what ``changed`` says of them.
        """
        if files == self.files:
            return Verdict.SAME if changed < self.taken - _MOMENT else Verdict.IN_DOUBT
        return Verdict.IN_DOUBT if _lasting(files) == _lasting(self.files) else Verdict.CHANGED


def read_stamp(data: bytes) -> Stamp:
    """What ``Stamp.written`` wrote; of anything else a stamp that nothing is the same as."""
    head, _, files = data.partition(b"\n")
    taken, _, digest = head.partition(b" ")
    try:
        return Stamp(files, int(taken), bytes.fromhex(digest.decode("ascii")))
    except ValueError:
        return Stamp(b"", 0, b"")


def lines(found: Found) -> bytes:
    """The files of a briefing, one line for each."""
    return os.fsencode(
        "".join(
            [
                f"{modified} {altered} {node} {size} {name}\n"
                for name, size, modified, altered, node in found.files
            ]
        )
    )


def altered(found: Found) -> int:
    """When anything of a briefing's files was last altered, in nanoseconds since 1970."""
    return max([max(file.modified, file.altered) for file in found.files], default=0)


def changed(found: Found) -> int:
    """When a briefing's files were last written to, in nanoseconds since 1970."""
    return max([file.modified for file in found.files], default=0)


def digest_of(found: Found) -> bytes:
    """Of what the files of a briefing hold now; what cannot be read is part of it as that."""
    from hashlib import blake2b

    from brief_tui.load.file_text import read_bytes

    digest = blake2b(digest_size=16)
    for file in found.files:
        content = read_bytes(Path(found.path, file.name) if file.name else Path(found.path))
        data = content if isinstance(content, bytes) else content.code.encode()
        digest.update(
            b"%d %d %s\n" % (isinstance(content, bytes), len(data), os.fsencode(file.name))
        )
        digest.update(data)
    return digest.digest()


def _lasting(files: bytes) -> list[bytes]:
    """Of each file its size and its name, which its times are behind of."""
    return [line.split(b" ", 3)[-1] for line in files.split(b"\n")]
