"""Reading a query.

Words and fields behind one another must all hold; ``OR`` stands between two parts any of which
must, and binds closer: ``country:KR deal OR talks`` asks for South Korea, and for either word.
``-`` before a part excludes it, parentheses enclose parts, ``"…"`` words that stand so.

What cannot be read is a problem, with its place, and is left out: what is left is the longest part
of the query that can be answered, which is what a reader sees while typing.
"""

from __future__ import annotations

from typing import NamedTuple

from brief_tui.library.filter import Filter
from brief_tui.library.query.fields import FIELDS
from brief_tui.library.query.meaning import KNOWN, is_known
from brief_tui.library.query.not_a_value import NotAValue
from brief_tui.library.query.pieces import Kind, Piece, pieces_of
from brief_tui.library.query.syntax import (
    LONGEST,
    Clause,
    Part,
    Value,
    Words,
    all_of,
    any_of,
    clause,
    excluded,
    group,
)
from brief_tui.load.text import quote

_DEEPEST = 20
_NO_WORD = "`{}` has no letter or digit to search for"


class Problem(NamedTuple):
    """What is wrong with a part of a query.

    Attributes:
        start: where it begins in the text, in characters from 0.
        end: where it ends.
        text: what is wrong, in one sentence that is safe to show.
        meant: what may be meant in its place; empty where that cannot be guessed.
    """

    start: int
    end: int
    text: str
    meant: str = ""


class Parsed(NamedTuple):
    """A query as read: a filter of all that could be, and what could not."""

    filter: Filter
    problems: tuple[Problem, ...]


def parse_filter(text: str) -> Parsed:
    """Read a query. ``str`` of a filter reads back as an equal one, without problems."""
    reader = _Reader(text)
    return Parsed(Filter(all_of(reader.parts(0))), tuple(reader.problems))


class _Reader:
    """Takes the pieces of one text in turn."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        if len(text) > LONGEST:
            self._tell(LONGEST, len(text), f"a query has at most {LONGEST} characters")
        self._text = "".join(map(self._safe, range(LONGEST), text))
        self._pieces = pieces_of(self._text)
        self._at = 0

    def _safe(self, place: int, character: str) -> str:
        if character.isprintable() or character in "\u200c\u200d":
            return character
        if not character.isspace():
            self._tell(place, place + 1, f"U+{ord(character):04X} cannot be searched for")
        return " "

    def _tell(self, start: int, end: int, text: str, meant: str = "") -> None:
        self.problems.append(Problem(start, end, text, meant))

    @property
    def _next(self) -> Piece | None:
        return self._pieces[self._at] if self._at < len(self._pieces) else None

    def _take(self) -> Piece:
        self._at += 1
        return self._pieces[self._at - 1]

    def parts(self, depth: int) -> list[Part]:
        """Parts up to the end, or to the parenthesis that ends them."""
        found: list[Part] = []
        while (piece := self._next) is not None:
            if piece.kind is Kind.CLOSE:
                if depth:
                    break
                self._take()
                self._tell(piece.start, piece.end, "there is no ( before this )")
                continue
            part = self._either(depth)
            if part is None:
                continue
            if is_known(part) and any(map(is_known, found)):
                self._tell(piece.start, piece.end, f"`{KNOWN}:` can be asked once")
            else:
                found.append(part)
        return found

    def _either(self, depth: int) -> Part | None:
        """Parts with ``OR`` between them, or one."""
        start = self._at
        found = [self._part(depth)]
        while (piece := self._next) is not None and piece.kind is Kind.OR:
            self._take()
            after = self._next
            if after is None or after.kind in (Kind.CLOSE, Kind.OR):
                self._tell(piece.start, piece.end, "behind OR something is missing")
            else:
                found.append(self._part(depth))
        kept = [part for part in found if part is not None]
        if len(found) > 1 and any(map(is_known, kept)):
            first = self._pieces[start]
            self._tell(first.start, first.end, f"`{KNOWN}:` stands for itself, not with OR")
            kept = [part for part in kept if not is_known(part)]
        return any_of(kept)

    def _part(self, depth: int) -> Part | None:
        excludes = False
        piece = minus = self._take()
        while piece.kind is Kind.MINUS:
            minus, after = piece, self._next
            if after is None or after.start > piece.end or after.kind in (Kind.CLOSE, Kind.OR):
                self._tell(piece.start, piece.end, "behind - stands what is to be left out")
                return None
            excludes = not excludes
            piece = self._take()
        part = self._plain(piece, depth)
        if part is None or not is_known(part):
            return excluded(part) if excludes and part is not None else part
        if depth or minus is not piece:
            self._tell(
                piece.start, piece.end, f"`{KNOWN}:` stands for itself, not in ( ) or with -"
            )
            return None
        return part

    def _plain(self, piece: Piece, depth: int) -> Part | None:
        match piece.kind:
            case Kind.OPEN:
                return self._group(piece, depth)
            case Kind.OR:
                self._tell(piece.start, piece.end, "before OR something is missing")
                return None
            case Kind.FIELD:
                return self._clause(piece)
            case _:
                return self._words(piece)

    def _group(self, opened: Piece, depth: int) -> Part | None:
        if depth == _DEEPEST:
            self._tell(opened.start, opened.end, "these parentheses are too many in one another")
            return None
        found = group(self.parts(depth + 1))
        if self._next is None:
            self._tell(opened.start, opened.end, "this ( is not closed")
        else:
            self._take()
        return found

    def _words(self, piece: Piece) -> Part | None:
        is_whole = piece.kind is Kind.PHRASE and piece.closed
        if not piece.closed:
            self._tell(piece.start, piece.end, "this quotation is not closed")
        found = Words.of(piece.text, whole=is_whole)
        if found is None and piece.closed:
            self._tell(piece.start, piece.end, _NO_WORD.format(quote(piece.text)))
        return found

    def _clause(self, piece: Piece) -> Clause | None:
        field = FIELDS.get(piece.text)
        if field is None:
            unknown = NotAValue.unknown(f"field `{piece.text}:`", piece.text, FIELDS)
            hint = "" if unknown.meant else "; in quotes it would be words"
            end = piece.start + len(piece.text)
            self._tell(piece.start, end, f"{unknown}{hint}", unknown.meant)
            return None
        values: list[Value] = []
        for each in piece.values:
            if not each.closed:
                self._tell(each.start, each.end, "this quotation is not closed")
            try:
                if not each.text.strip():
                    stands = " or ".join(field.words) or field.meaning
                    raise NotAValue(f"behind `{field.name}:` stands {stands}")
                values.append(field.read(each.text, each.kind is Kind.PHRASE and each.closed))
            except NotAValue as error:
                self._tell(each.start, each.end, str(error), error.meant)
        if field.name == KNOWN and len(values) > 1:
            self._tell(piece.start, piece.end, f"`{KNOWN}:` takes one day")
            del values[1:]
        return clause(field.name, values) if values else None
