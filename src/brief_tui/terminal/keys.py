r"""Reading what the terminal sends: bytes to keys, pastes, mouse reports and answers.

Any bytes can come, cut anywhere, and none of them may end the app or take its keyboard away:

- What is not UTF-8, and every 8-bit control (C1), is U+FFFD. No C1 control begins a sequence.
- A sequence that is malformed, too long or never finished is dropped, and what follows it is read
  as if it had not been there. A control character inside one ends it; CAN and SUB are then part of
  it, any other is read as what it is.
- What a terminal answers is a ``Reply`` however it is cut, and never a key.

An ESC alone is the Escape key once ``patience`` has passed. An ESC and the character of another
key are Escape and that key: so Escape may be typed ahead of others, and Alt is read as Escape. Only
``ESC Tab`` (Shift+Tab on the Linux console) and ``ESC DEL`` (Alt+Backspace) are keys of their own,
and ``ESC \``, which ends a string, is nothing. Where the second character could begin a key's
sequence (``[`` or ``O``) and nothing follows it for a while, it was a key too; but Escape, ``[``
and ``A`` in one burst are an arrow. Where it could begin an answer alone (``] P X ^ _``), both are
dropped: the answer may have been cut there.
"""

from __future__ import annotations

import re
from codecs import utf_8_decode
from typing import TYPE_CHECKING, NamedTuple

from brief_tui.terminal.enclosed import ControlString, Paste
from brief_tui.terminal.sequences import Kind, kind_of

if TYPE_CHECKING:
    from brief_tui.terminal.capabilities import Capabilities

UNFINISHED = 0.5
"""Seconds after its last byte that the rest of a sequence, or of a character, is waited for."""

ANSWER = 1.0
"""Seconds that a string (OSC, DCS) may take from its first byte on. One that takes longer is no
answer: someone typed Alt+] or Alt+P."""

PASTE = 2.0
"""Seconds after its last byte that the rest of a paste is waited for. It is long, because the rest
of a paste that was given up too early would be read as keys."""

_TYPED = 8
"""Bytes that a key, or some held down, have at most; more at once are part of a paste."""


LONGEST_SEQUENCE = 64
"""Bytes."""


class Key(NamedTuple):
    """One key: a character, a control character, or the sequence that stands for the key."""

    sequence: str


class Pasted(NamedTuple):
    """What was pasted, without control characters but newline and tab."""

    text: str


class Mouse(NamedTuple):
    """One report of the mouse (SGR, mode 1006)."""

    sequence: str


class Reply(NamedTuple):
    """What the terminal says of itself, asked or not."""

    sequence: str


Token = Key | Pasted | Mouse | Reply


def patience(capabilities: Capabilities) -> float:
    """Seconds that an ESC alone may wait for the rest of a sequence before it is Escape.

    The trade: an Escape that acts at once, against an arrow key that arrives in two pieces and is
    taken for Escape. A terminal on the same machine sends a sequence in one piece, and so does
    tmux, which has read it before: 25 ms are plenty, and Escape acts within 50. Over SSH the pieces
    may be 150 ms apart: with 200 ms they still make one key, and Escape is that much later. Where
    the terminal speaks the kitty protocol, Escape is a whole sequence (``CSI 27 u``) and acts as
    soon as it is there, over SSH too.
    """
    return 0.2 if capabilities.over_ssh and not capabilities.in_tmux else 0.025


_ESC = b"\x1b"
_CANCELS = b"\x18\x1a"
_STRINGS = b"P]X^_"
"""DCS, OSC, SOS, PM and APC."""

_BEGIN_STRINGS = tuple(bytes([each]) for each in _STRINGS)

_SEQUENCE = re.compile(
    rb"\x1b(?:\[(?:"
    rb"M[\x20-\xff]{0,2}([\x20-\xff])?"  # X10's mouse report: three bytes of any kind
    rb"|\[([@-~])?"  # the Linux console's function keys
    rb"|[0-9]{1,2}(\$)"  # rxvt's Shift, where an intermediate byte is the last one
    rb"|[ -?]*([@-~])?"
    rb")|O[0-9;]*([@-~])?)"
)
"""A sequence as far as it goes; one of the groups has its last byte once that is there."""

_ASCII_KEYS = tuple(Key(chr(code)) for code in range(128))
_C1 = re.compile(r"[\x80-\x9f]")


class Decoder:
    """Bytes to tokens, by the clock of whoever feeds it.

    Attributes:
        patience: Seconds after which an ESC alone is the Escape key.
        wakes_at: When ``wake`` is to be called; None if nothing is waited for.
    """

    def __init__(self, patience: float) -> None:
        self.patience = patience
        self.wakes_at: float | None = None
        self._enclosed: ControlString | Paste | None = None
        self._answer_by = 0.0
        self._paste_by = 0.0
        self._held = b""

    def feed(self, data: bytes, now: float) -> list[Token]:
        """Read the bytes that have come, in pieces of any size.

        Nothing is too late until ``wake`` has been called: an app that was busy reads what came
        meanwhile as it came.

        Args:
            data: What was read.
            now: When, in seconds of a clock that only goes forward.
        """
        if not data:
            return []
        before, pasted = self._enclosed, len(data) > _TYPED
        data = self._held + data
        self._held = b""
        tokens: list[Token] = []
        at = 0
        while at < len(data):
            if self._enclosed is not None:
                at = self._take(self._enclosed, data, at, tokens)
            elif data[at] == _ESC[0]:
                at = self._escape(data, at, now, tokens)
            else:
                at = self._characters(data, at, tokens)
        if self._enclosed is not before or pasted:
            self._paste_by = now + PASTE
        self.wakes_at = self._deadline(now)
        return tokens

    def wake(self, now: float) -> list[Token]:
        """Wait for nothing any longer; but before ``wakes_at``, go on waiting."""
        if self.wakes_at is None or now < self.wakes_at:
            return []
        held = self._held
        begun = held[:1] == _ESC and (len(held) > 2 or held[1:2] in _BEGIN_STRINGS)
        dropped = self._enclosed is not None or begun
        self._enclosed = None
        self._held = b""
        self.wakes_at = None
        return [] if dropped else [*_keys(held.decode("utf-8", "replace"))]

    def _deadline(self, now: float) -> float | None:
        if isinstance(self._enclosed, Paste):
            # What comes key by key is typed: it must not keep a paste open that never ends.
            return self._paste_by
        if self._enclosed is not None:
            return self._answer_by
        if self._held == _ESC:
            return now + self.patience
        return now + UNFINISHED if self._held else None

    # Each of these reads what stands at ``at``, and tells where the next thing begins.

    def _hold(self, data: bytes, at: int) -> int:
        """What is unfinished; of what is too long already, so much that it still is."""
        self._held = data[at : at + LONGEST_SEQUENCE + 1]
        return len(data)

    def _take(
        self, enclosed: ControlString | Paste, data: bytes, at: int, tokens: list[Token]
    ) -> int:
        """More of a string or a paste."""
        at = enclosed.take(data, at)
        if not enclosed.ended:
            return self._hold(data, at)
        self._enclosed = None
        if enclosed.text is not None:
            token = Pasted if isinstance(enclosed, Paste) else Reply
            tokens.append(token(enclosed.text))
        return at

    def _characters(self, data: bytes, at: int, tokens: list[Token]) -> int:
        """What is no sequence."""
        end = data.find(_ESC, at)
        last = end < 0
        text, length = utf_8_decode(data[at:] if last else data[at:end], "replace", not last)
        tokens += _keys(text)
        return self._hold(data, at + length) if last else end

    def _escape(self, data: bytes, at: int, now: float, tokens: list[Token]) -> int:
        """What begins with ESC."""
        begins = data[at : at + 2]
        if begins == _ESC:
            return self._hold(data, at)
        second = begins[1]
        if second in b"[O":
            return self._sequence(data, at, tokens)
        if second in _STRINGS:
            if at + 2 == len(data):
                return self._hold(data, at)
            self._enclosed = ControlString(begins)
            self._answer_by = now + ANSWER
        elif second in b"\t\x7f":
            tokens.append(Key(begins.decode("ascii")))
        elif second != ord("\\"):
            tokens.append(Key("\x1b"))
            return at + 1
        return at + 2

    def _sequence(self, data: bytes, at: int, tokens: list[Token]) -> int:
        """What begins with CSI or SS3."""
        found = _SEQUENCE.match(data, at)
        assert found is not None
        end = found.end()
        if found.lastindex is None:
            if end == len(data):
                return self._hold(data, at)
            return end + (data[end] in _CANCELS)
        if end - at > LONGEST_SEQUENCE:
            return end
        sequence = found.group().decode("latin-1")
        match kind_of(sequence):
            case Kind.KEY:
                tokens.append(Key(sequence))
            case Kind.MOUSE:
                tokens.append(Mouse(sequence))
            case Kind.REPLY:
                tokens.append(Reply(sequence))
            case Kind.PASTE_BEGINS:
                self._enclosed = Paste()
        return end


def _keys(text: str) -> list[Key]:
    """Each character as a key; a C1 control is none."""
    if text.isascii():
        return [_ASCII_KEYS[ord(character)] for character in text]
    text = _C1.sub("\ufffd", text)
    known = {character: Key(character) for character in set(text)}
    return [known[character] for character in text]
