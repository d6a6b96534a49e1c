"""The theme files: which there are, and reading one of them.

Listing reads no file. Reading never fails: whatever is wrong with a theme, all of it is told at
once, and another theme that works stands in.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from brief_tui.folders import user_themes_folder
from brief_tui.model.problem import Position, Problem, Severity
from brief_tui.model.value import dataclass
from brief_tui.shipped import themes_folder
from brief_tui.tui.theme import MINIMAL, Theme, check_colours

if TYPE_CHECKING:
    from brief_tui.load.tree import Tree

DEFAULT_THEME = "dusk"


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A theme that can be asked for by ``name``, which is its file's name."""

    name: str
    path: Path
    shipped: bool


@dataclass(frozen=True, slots=True)
class LoadedTheme:
    """What became of a wish for a theme.

    Attributes:
        name: The theme that is used: the one wished for, unless it has errors.
        theme: Its colours, checked.
        wanted: The theme wished for.
        problems: Everything wrong with the one wished for.
    """

    name: str
    theme: Theme
    wanted: str
    problems: tuple[Problem, ...] = ()

    @property
    def fell_back(self) -> bool:
        """Whether another theme stands in for the one wished for."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def message(self) -> str:
        """All that is wrong, in one message; nothing where nothing is."""
        from brief_tui.load.text import quote

        if not self.problems:
            return ""
        head = f"Theme {quote(self.wanted)}"
        if self.fell_back:
            head += f" cannot be used; {self.name} stands in"
        return "\n".join([f"{head}:", *(f"  {_in_words(problem)}" for problem in self.problems)])


def find_themes() -> list[ThemeFile]:
    """Every theme, the default first and then by name.

    A theme of the reader's own takes the place of a shipped one of the same name.
    """
    found = {theme.name: theme for theme in _themes_in(themes_folder(), shipped=True)}
    found |= {theme.name: theme for theme in _themes_in(user_themes_folder(), shipped=False)}
    return sorted(found.values(), key=lambda theme: (theme.name != DEFAULT_THEME, theme.name))


def load_theme(name: str | None = None) -> LoadedTheme:
    """Read the theme called ``name``; the default one where it is None.

    Where it has an error, the default stands in; where the reader's own default has one, the
    shipped default; and where that cannot be read, the terminal's own colours.
    """
    wanted = name or DEFAULT_THEME
    # By name first: at start, one look at a folder is cheaper than listing both.
    path = _named(wanted, user_themes_folder()) or _named(wanted, themes_folder())
    if path is None:
        problems: tuple[Problem, ...] = (_unknown(wanted),)
    else:
        theme, problems = read_theme(path)
        if theme is not None:
            return LoadedTheme(wanted, theme, wanted, problems)
    if wanted != DEFAULT_THEME:
        instead = load_theme(DEFAULT_THEME)
        return replace(instead, wanted=wanted, problems=problems + instead.problems)
    theme, shipped_problems = read_theme(themes_folder() / f"{DEFAULT_THEME}.yaml")
    if theme is not None:
        return LoadedTheme(DEFAULT_THEME, theme, wanted, problems)
    return LoadedTheme("terminal", MINIMAL, wanted, problems or shipped_problems)


def read_theme(path: Path) -> tuple[Theme | None, tuple[Problem, ...]]:
    """The theme in a file, or None where it has an error, and all that is wrong with it."""
    from brief_tui.load.decode import decode
    from brief_tui.load.tree import read_tree

    tree = read_tree(path)
    theme, decoding = decode(tree, Theme)
    findings = [
        finding for finding in decoding.findings if tree.complete or finding.code != "missing-key"
    ]
    problems = tree.problems + [tree.problem(finding) for finding in findings]
    if isinstance(theme, Theme):
        theme, problems = _check(theme, tree, problems)
    problems.sort(key=lambda problem: problem.position)
    usable = isinstance(theme, Theme) and not any(
        problem.severity is Severity.ERROR for problem in problems
    )
    return theme if usable else None, tuple(problems)


def _check(theme: Theme, tree: Tree, problems: list[Problem]) -> tuple[Theme, list[Problem]]:
    """``theme`` with its colours checked, and ``problems`` with what is wrong with them."""
    from brief_tui.load.nearest import nearest
    from brief_tui.load.nodes import Finding, Mapping, is_null, mark_of
    from brief_tui.load.text import quote

    theme, faults = check_colours(theme)
    known_bad = {problem.path for problem in problems}
    entries = tree.root.entries if isinstance(tree.root, Mapping) else {}
    for fault in faults:
        _, node = entries.get(fault.key, (None, None))
        if node is None:
            continue
        if is_null(node):
            problems = [problem for problem in problems if problem.path != fault.key]
        elif fault.key in known_bad:
            continue
        finding = Finding(
            mark_of(node),
            fault.code,
            fault.message,
            quote(fault.found),
            fault.allowed,
            nearest(fault.found, fault.allowed),
            fault.severity,
            closes=fault.severity is Severity.ERROR,
        )
        problems.append(tree.problem(finding))
    return theme, problems


def _in_words(problem: Problem) -> str:
    """The problem on one line, saying nothing twice."""
    message = problem.message
    if problem.path and f"`{problem.path}`" not in message:
        message = f"{problem.path}: {message}"
    if problem.found and problem.found not in message:
        message += f" (found {problem.found})"
    if problem.nearest:
        message += f"; did you mean {problem.nearest}?"
    return f"{problem.position}: {message}"


def _themes_in(folder: Path, *, shipped: bool) -> list[ThemeFile]:
    try:
        paths = sorted(folder.iterdir(), reverse=True)
    except OSError:
        return []
    return [
        ThemeFile(path.stem, path, shipped)
        for path in paths
        if path.suffix in _SUFFIXES and _may_be_a_name(path.stem)
    ]


_SUFFIXES = (".yaml", ".yml")


def _named(name: str, folder: Path) -> Path | None:
    if not _may_be_a_name(name):
        return None
    paths = (folder / f"{name}{suffix}" for suffix in _SUFFIXES)
    return next((path for path in paths if path.exists()), None)


def _may_be_a_name(name: str) -> bool:
    """Letters, digits, ``-`` and ``_``, so that a name is never a path and is safe to show."""
    return name.isascii() and name.replace("-", "").replace("_", "").isalnum()


def _unknown(name: str) -> Problem:
    from brief_tui.load.nearest import nearest
    from brief_tui.load.text import quote

    names = tuple(theme.name for theme in find_themes())
    return Problem(
        position=Position(user_themes_folder()),
        path="",
        code="unknown-theme",
        message="there is no such theme",
        found=quote(name),
        allowed=names,
        nearest=nearest(name, names),
    )
