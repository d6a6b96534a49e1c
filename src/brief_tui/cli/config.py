"""The reader's configuration: what to ask of the terminal, in a small YAML file."""

from __future__ import annotations

from brief_tui.terminal.abilities import ClipboardRoute, Colours
from brief_tui.terminal.wishes import NO_WISHES, Value, Wish, Wishes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path

    from brief_tui.load.decoding import Decoding
    from brief_tui.load.nodes import Mapping, Node
    from brief_tui.model.problem import Problem

COLOURS = {each.words: each for each in reversed(Colours)}
ROUTES = {each.value: each for each in ClipboardRoute}
SWITCH = {"on": True, "off": False}
AUTO = "auto"
"""Leaves it to the program, as leaving the key out does."""

KEYS = ("colors", "ascii", "mouse", "synchronized", "hyperlinks", "clipboard")
_SAME = {"true": "on", "yes": "on", "false": "off", "no": "off"}
"""What YAML 1.1 takes for the same."""


def read_config(path: Path) -> tuple[Wishes, tuple[Problem, ...]]:
    """What the file asks for, and everything that is wrong with it; what is wrong is left out.

    No file, or one with nothing in it, asks for nothing.
    """
    from brief_tui.folders import is_there

    if not is_there(path):
        return NO_WISHES, ()
    from brief_tui.load.decoding import Decoding
    from brief_tui.load.nodes import Mapping, is_null
    from brief_tui.load.tree import read_tree

    tree = read_tree(path)
    decoding, wishes = Decoding(tree), NO_WISHES
    if isinstance(tree.root, Mapping):
        wishes = _wishes(tree.root, decoding)
    elif tree.root is not None and not is_null(tree.root):
        decoding.wrong_type(tree.root, "keys with their values, such as `colors: 256`")
    problems = [problem for problem in tree.problems if problem.code != "empty-file"]
    problems += map(tree.problem, decoding.findings)
    return wishes, tuple(sorted(problems, key=lambda problem: problem.position))


def _wishes(root: Mapping, decoding: Decoding) -> Wishes:
    for key, (mark, _) in root.entries.items():
        if key not in KEYS:
            decoding.unknown_key(key, mark, KEYS)

    def wish(key: str, values: dict[str, Value]) -> Wish[Value] | None:
        if key not in root.entries:
            return None
        mark, node = root.entries[key]
        word = _word(node, (*values, AUTO), decoding)
        said = f"`{key}: {word}`, line {mark.line + 1} of config.yaml"
        return None if word is None else Wish(values.get(word), said)

    return Wishes(
        colours=wish("colors", COLOURS),
        ascii=wish("ascii", SWITCH),
        mouse=wish("mouse", SWITCH),
        synchronized=wish("synchronized", SWITCH),
        hyperlinks=wish("hyperlinks", SWITCH),
        clipboard=wish("clipboard", ROUTES),
    )


def _word(node: Node, allowed: tuple[str, ...], decoding: Decoding) -> str | None:
    """The word that stands there; None where there is none, or a problem says that it is wrong."""
    from brief_tui.load.nearest import nearest
    from brief_tui.load.nodes import is_null

    if is_null(node):
        return None
    if type(node) is not tuple:
        decoding.wrong_type(node, f"one of {', '.join(allowed)}")
        return None
    word = _SAME.get(node[0], node[0]) if "on" in allowed else node[0]
    if word in allowed:
        return word
    decoding.fail(node, "unknown-word", "unknown word", allowed, nearest(word, allowed))
    return None
