"""Every command, named once: bindings, footer, help and palette derive from this list."""

from __future__ import annotations

from enum import Enum, Flag, auto

from brief_tui.model.section import Section
from brief_tui.model.value import dataclass


class Where(Flag):
    """The screens a command works on."""

    READER = auto()
    COMPARISON = auto()
    PAGE = auto()
    MATRIX = auto()
    RANK = auto()
    PLAIN = auto()
    LIBRARY = auto()
    GRID = COMPARISON | MATRIX
    TEXT = READER | PAGE | RANK
    LISTS = READER | LIBRARY
    EVERYWHERE = TEXT | GRID | LIBRARY
    ANYWHERE = EVERYWHERE | PLAIN


class Needs(Enum):
    """What a command needs that a reader may not have, with what is told to one who has not."""

    NOTHING = ""
    SHELL = "there is nothing to go back to; q leaves"
    FILES = "nothing can be written to a file here"


@dataclass(frozen=True, slots=True)
class Action:
    """A command: its id, Textual's names of its keys, what it is called and what it does.

    What stands behind a dot in the id is the command's argument: ``section.claims``. Where a reader
    does not have what it needs, neither help nor palette nor a status line offers it.
    """

    id: str
    keys: tuple[str, ...]
    title: str
    help: str
    where: Where = Where.READER
    needs: Needs = Needs.NOTHING

    @property
    def key(self) -> str:
        """Its first key as a reader reads it."""
        return shown_key(self.keys[0])


_SHOWN = {
    "left": "←",
    "right": "→",
    "up": "↑",
    "down": "↓",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "enter": "Enter",
    "escape": "Esc",
    "space": "Space",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "equals_sign": "=",
    "colon": ":",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "tab": "Tab",
    "shift+tab": "Shift+Tab",
}


def shown_key(key: str) -> str:
    """A key as a reader reads it: ``Ctrl+D``, ``Enter``, ``j``."""
    if key in _SHOWN:
        return _SHOWN[key]
    if key.startswith("ctrl+"):
        return f"Ctrl+{key[5:].upper()}"
    return key


_SECTIONS = tuple(
    Action(
        f"section.{section.key}",
        (str(number),),
        section.title,
        f"go to {section.title}",
        Where.EVERYWHERE,
    )
    for number, section in enumerate(Section, 1)
)

ACTIONS: tuple[Action, ...] = (
    *_SECTIONS,
    Action("down", ("j", "down"), "down", "one line down", Where.ANYWHERE),
    Action("up", ("k", "up"), "up", "one line up", Where.ANYWHERE),
    Action(
        "half_down",
        ("ctrl+d", "d"),
        "half down",
        "half a view down",
        Where.TEXT | Where.LIBRARY | Where.MATRIX | Where.PLAIN,
    ),
    Action(
        "half_up",
        ("ctrl+u", "u"),
        "half up",
        "half a view up",
        Where.TEXT | Where.LIBRARY | Where.MATRIX | Where.PLAIN,
    ),
    Action("half_down", ("ctrl+d", "D"), "half down", "half a view down", Where.COMPARISON),
    Action("half_up", ("ctrl+u", "U"), "half up", "half a view up", Where.COMPARISON),
    Action("page_down", ("pagedown",), "page down", "a view down", Where.ANYWHERE),
    Action("page_up", ("pageup",), "page up", "a view up", Where.ANYWHERE),
    Action("first", ("g", "home"), "first", "to the first line", Where.ANYWHERE),
    Action("last", ("G", "end"), "last", "to the last line", Where.ANYWHERE),
    Action("next_link", ("n",), "next link", "to the next line that leads somewhere", Where.TEXT),
    Action("previous_link", ("N",), "link before", "to the link before", Where.TEXT),
    Action("next_pane", ("tab", "right", "l"), "next pane", "to the next pane"),
    Action("previous_pane", ("shift+tab", "left", "h"), "previous pane", "to the pane before"),
    Action("read_down", ("J",), "read on", "scroll the detail pane down from the list"),
    Action("read_up", ("K",), "read back", "scroll the detail pane up from the list"),
    Action("open", ("enter",), "open", "open the line: a row, a link, a country", Where.EVERYWHERE),
    Action("undo", ("escape",), "back", "drop the search, or back to the list"),
    Action("undo", ("escape",), "back", "drop the search, or back to what was read", Where.LIBRARY),
    Action(
        "undo",
        ("escape", "left_square_bracket"),
        "back",
        "back to what it was opened from",
        Where.GRID | Where.PAGE | Where.RANK | Where.PLAIN,
    ),
    Action(
        "countries",
        ("c",),
        "country",
        "choose countries: a digit takes the n-th at once",
        Where.LISTS,
    ),
    Action(
        "facets",
        ("f",),
        "facets",
        "narrow by kinds, speakers, sources, months, …: take or exclude",
        Where.LISTS,
    ),
    Action("country", ("C",), "on a country", "what the whole library holds on one country"),
    Action("search", ("slash",), "search", "search all text of the section, as you type"),
    Action(
        "search",
        ("slash",),
        "search",
        "search titles and all text of the briefings, as you type",
        Where.LIBRARY,
    ),
    Action("filters", ("F",), "filters", "saved filters: use, save or remove one", Where.LISTS),
    Action("clear", ("x",), "clear", "clear all filters and marks", Where.LISTS),
    Action(
        "mark",
        ("space",),
        "mark",
        "mark the row's actor for comparison",
        Where.READER | Where.MATRIX,
    ),
    Action(
        "compare",
        ("v",),
        "compare",
        "put the marked, or filtered, actors side by side",
        Where.READER | Where.MATRIX,
    ),
    Action(
        "stands", ("s",), "stands", "who stands with the line's item, who against it", Where.TEXT
    ),
    Action(
        "rests",
        ("r",),
        "rests on it",
        "what rests on the line's item or party, and would fall",
        Where.TEXT,
    ),
    Action(
        "paths", ("p",), "paths", "the ways from the line's item or party to another", Where.TEXT
    ),
    Action("disagreements", ("D",), "disagreements", "where the briefing's items disagree"),
    Action("weigh", ("w",), "weigh", "all options by dimension of leverage; their order; what if"),
    Action("known_on", ("a",), "as known on", "only what had been said by a day you choose"),
    Action(
        "regroup", ("o",), "regroup", "arrange otherwise, as the timeline in lanes or in one line"
    ),
    Action("regroup", ("o",), "order", "by date, by title or by how much they hold", Where.LIBRARY),
    Action(
        "zoom_in",
        ("plus", "equals_sign"),
        "zoom in",
        "half as much time, around the row's date",
    ),
    Action(
        "zoom_out",
        ("minus",),
        "zoom out",
        "twice as much time, as far as the row's date",
    ),
    Action("differing", ("d",), "differing", "show only the rows that differ", Where.COMPARISON),
    Action("stated", ("s",), "stated", "show only the rows that say something", Where.COMPARISON),
    Action(
        "regroup",
        ("o",),
        "align",
        "align by target, by instrument or by dimension",
        Where.COMPARISON,
    ),
    Action("left", ("left", "h"), "left", "to the cell on the left", Where.GRID),
    Action("right", ("right", "l"), "right", "to the cell on the right", Where.GRID),
    Action(
        "regroup",
        ("o",),
        "regroup",
        "levers of each actor, on each target, or all together",
        Where.MATRIX | Where.RANK,
    ),
    Action(
        "rank", ("r",), "rank", "which option outranks which, and why most do not", Where.MATRIX
    ),
    Action("suppose", ("i",), "what if", "fill in a cell that is not stated", Where.MATRIX),
    Action(
        "set_aside",
        ("z",),
        "set aside",
        "have a dimension not count for the order, or count again",
        Where.MATRIX,
    ),
    Action("clear", ("x",), "clear", "drop all that you supposed", Where.MATRIX | Where.RANK),
    Action("back", ("left_square_bracket",), "back", "back to where you were before"),
    Action("forward", ("right_square_bracket",), "forward", "forward again"),
    Action(
        "copy",
        ("y",),
        "copy",
        "copy the item with its citation, or else the page, by way of the terminal",
        Where.EVERYWHERE,
    ),
    Action(
        "by_hand",
        ("Y",),
        "by hand",
        "show plainly what y copies, to select by hand",
        Where.EVERYWHERE,
    ),
    Action(
        "write",
        ("w",),
        "to a file",
        "write the text to a new file, and name it",
        Where.PLAIN,
        Needs.FILES,
    ),
    Action(
        "mouse",
        ("m",),
        "mouse",
        "have the mouse act here, or leave it to the terminal's own selection",
        Where.ANYWHERE,
    ),
    Action("whole", ("L",), "library", "the whole library, or the row's own briefing again"),
    Action(
        "whole",
        ("L",),
        "all as one",
        "what all briefings say, section by section, in one list",
        Where.LIBRARY,
    ),
    Action(
        "briefings",
        ("b",),
        "briefings",
        "which briefings there are, and what is new or broken",
        Where.LISTS,
    ),
    Action("problems", ("e",), "errors", "the problems of the briefing's files", Where.LISTS),
    Action("theme", ("t",), "theme", "choose a theme, with preview", Where.EVERYWHERE),
    Action("palette", ("colon", "ctrl+p"), "commands", "find a command by name", Where.ANYWHERE),
    Action("help", ("question_mark",), "help", "this list", Where.ANYWHERE),
    Action("redraw", ("ctrl+l",), "redraw", "draw the whole screen again", Where.ANYWHERE),
    Action(
        "suspend",
        ("ctrl+z",),
        "suspend",
        "back to the shell, whose fg comes back here",
        Where.ANYWHERE,
        Needs.SHELL,
    ),
    Action("quit", ("q",), "quit", "leave", Where.ANYWHERE),
)


def actions_on(where: Where) -> tuple[Action, ...]:
    """The commands of a screen, in the order help lists them, whoever reads."""
    return tuple(action for action in ACTIONS if where & action.where)
