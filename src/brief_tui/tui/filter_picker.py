"""The saved filters: use one, save what is narrowed to under a name, remove one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from brief_tui.library.saved_filters import Saved, key_of, meant_by, read_saved, remove, save
from brief_tui.model.folding import fold
from brief_tui.render.cells import padded
from brief_tui.render.layout import fit_spans
from brief_tui.render.page import Span, Spans, Tone
from brief_tui.tui.picker import DrawnLater, Picker, line_width

if TYPE_CHECKING:
    from pathlib import Path

    from brief_tui.library.filter import Filter

_NAME, _COUNT = 22, 7
"""Cells of a name, so that queries stand one below the other, and of what a filter leaves."""

NEW = ""
"""The key of the line that saves; no saved filter has it."""


class SavedFilters:
    """The saved filters, what they leave, and what is done to their file.

    Args:
        file: Where they are saved.
        current: What is narrowed to.
        left: How many rows a filter leaves where the reader is.
        may_write: Whether the reader may save and remove any.
    """

    def __init__(
        self, file: Path, current: Filter, left: Callable[[Filter], int], *, may_write: bool
    ) -> None:
        self._file = file
        self._current = current
        self._left = left
        self.may_write = may_write
        self._saved, self.problems = read_saved(file)
        self._removed: set[str] = set()

    def matching(self, typed: str, width: int) -> Sequence[DrawnLater]:
        """Those in whose name or query all typed words occur, and what saving under it does."""
        wanted = fold(typed).split()
        found = [
            DrawnLater(each.key, partial(self._line, each, width))
            for each in self._saved
            if all(word in fold(f"{each.name} {each.query}") for word in wanted)
        ]
        if self.may_write and (typed.strip() or not found):
            found.append(DrawnLater(NEW, partial(self._new_line, typed, width)))
        return found

    def filter_of(self, key: str) -> Filter:
        """The filter that is saved under a key.

        Raises:
            ValueError: it cannot be read; the text says why.
        """
        return meant_by(self._by_key(key))

    def save(self, name: str) -> str:
        """Save what is narrowed to; what to tell the reader.

        Raises:
            ValueError: it cannot be saved so; the text says why.
            OSError: it cannot be written.
        """
        if not self._current:
            raise ValueError("nothing is narrowed, so there is no filter to save")
        from shlex import quote

        save(self._file, name, str(self._current))
        # As a shell is told it: a name may have quotes, and what begins a comment.
        typed = quote(key_of(name))
        return f"saved as {' '.join(name.split())}: F, or --filter {typed}, brings it back"

    def remove_or_bring_back(self, key: str) -> None:
        """Remove a saved filter; where that has just been done, undo it.

        Raises:
            OSError: it cannot be written.
        """
        saved = self._by_key(key)
        if key in self._removed:
            save(self._file, saved.name, saved.query)
            self._removed.remove(key)
        else:
            remove(self._file, saved.name)
            self._removed.add(key)

    def _by_key(self, key: str) -> Saved:
        return next(each for each in self._saved if each.key == key)

    def _line(self, saved: Saved, width: int) -> Spans:
        """Its name, its query, and at the right edge how many rows it leaves."""
        name = Span(f"{padded(saved.name, _NAME)}  ", Tone.STRONG)
        if saved.key in self._removed:
            return (name, Span("removed · ! brings it back", Tone.WARNING))
        try:
            left, tone = f"{self._left(self.filter_of(saved.key)):,}", Tone.MUTED
        except ValueError:
            left, tone = "wrong", Tone.WARNING
        query = fit_spans((name, Span(saved.query, tone)), max(width - _COUNT, 1), fill=True)
        return (*query, Span(f"{left:>{_COUNT}}", tone))

    def _new_line(self, typed: str, width: int) -> Spans:
        if not self._current:
            words: Spans = (Span("nothing is narrowed, so there is nothing to save", Tone.MUTED),)
        elif not typed.strip():
            words = (Span("type a name to save ", Tone.MUTED), Span(str(self._current)))
        else:
            there = any(each.key == key_of(typed) for each in self._saved)
            said = "save in place of it: " if there else "save under this name: "
            words = (Span(said, Tone.ACCENT), Span(str(self._current)))
        return fit_spans(words, width)


def filter_picker(
    filters: SavedFilters,
    narrow: Callable[[Filter], None],
    tell: Callable[[str, Tone], None],
    room: int,
) -> Picker:
    """A picker of the saved filters.

    Args:
        filters: What is shown.
        narrow: Is told of the filter chosen.
        tell: Is told what to say to the reader, once the picker has closed.
        room: The width of the screen.
    """
    width = line_width(room)
    typed_last = ""

    def choices(typed: str) -> Sequence[DrawnLater]:
        nonlocal typed_last
        typed_last = typed
        return filters.matching(typed, width)

    def chosen(key: str) -> bool:
        try:
            if key != NEW:
                narrow(filters.filter_of(key))
            elif typed_last.strip():
                tell(filters.save(typed_last), Tone.ACCENT)
            else:
                return False
        except ValueError as error:
            tell(str(error), Tone.WARNING)
        except OSError as error:
            tell(f"not saved: {error.strerror}", Tone.WARNING)
        return True

    def otherwise(key: str) -> None:
        if key != NEW:
            try:
                filters.remove_or_bring_back(key)
            except OSError as error:
                tell(f"not removed: {error.strerror}", Tone.WARNING)

    hint = "Enter uses · ! removes · a new name saves" if filters.may_write else "Enter uses"
    return Picker(
        "Saved filters",
        f"{hint} · Esc closes",
        choices,
        chosen=chosen,
        otherwise=otherwise if filters.may_write else None,
    )
