"""``brief-tui themes``: the themes by name, and where they come from."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

EXAMPLES = """
brief-tui themes
brief-tui --theme paper
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments, of which it has none."""


def run(options: Namespace) -> int:
    """List the themes, their problems on stderr; 1 where one cannot be used."""
    from brief_tui.cli.output import one_line, say, write
    from brief_tui.cli.problems import text_lines
    from brief_tui.tui.theme_files import find_themes, read_theme

    broken = False
    themes = find_themes()
    width = max((len(each.name) for each in themes), default=0)
    for each in themes:
        theme, problems = read_theme(each.path)
        title = one_line(theme.title) if theme else "(cannot be used)"
        origin = "shipped" if each.shipped else one_line(each.path)
        write(f"{each.name:<{width}}  {title:<24}  {origin}")
        for problem in problems:
            for line in text_lines(problem):
                say(line)
        broken = broken or theme is None
    return 1 if broken else 0


def known(name: str) -> str:
    """``name``, if there is such a theme.

    Raises:
        WrongUsage: there is not.
    """
    from brief_tui.cli.usage import unknown
    from brief_tui.tui.theme_files import find_themes

    names = [each.name for each in find_themes()]
    if name not in names:
        raise unknown("theme", name, names)
    return name
