"""Parts of bytes in one, with a checksum: what is damaged or foreign does not open.

Read at the very start of the program, so that nothing is imported here that costs.
"""

from zlib import crc32

_HEAD = b"brief-tui kept parts 1\n"
_NUMBER = 4
"""Bytes of a number."""

MOST = 1 << 20
"""Bytes of all of it; nothing of ours is larger."""


def sealed(parts: list[bytes]) -> bytes:
    """The parts in one."""
    body = b"".join(_number(len(part)) + part for part in parts)
    return _HEAD + _number(crc32(body)) + body


def unsealed(data: bytes) -> list[bytes] | None:
    """The parts again; None where these are not bytes that ``sealed`` has made."""
    at = len(_HEAD) + _NUMBER
    if len(data) > MOST or not data.startswith(_HEAD):
        return None
    if data[len(_HEAD) : at] != _number(crc32(data[at:])):
        return None
    parts = []
    while at < len(data):
        begin = at + _NUMBER
        end = begin + int.from_bytes(data[at:begin], "big")
        if end > len(data):
            return None
        parts.append(data[begin:end])
        at = end
    return parts


def _number(value: int) -> bytes:
    return value.to_bytes(_NUMBER, "big")
