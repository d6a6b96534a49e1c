"""The arguments that narrow a briefing, shared by the commands that show one."""

from __future__ import annotations

from brief_tui.cli.usage import WrongUsage, unknown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from datetime import date
    from pathlib import Path

    from brief_tui.library.filter import Filter
    from brief_tui.model.section import Section


def add_narrowing(parser: ArgumentParser) -> None:
    """Add the paths, ``--country``, ``--section``, ``--search`` and ``--known-on``."""
    parser.add_argument(
        "paths", nargs="*", metavar="PATH", help="a briefing, or a folder of briefings"
    )
    parser.add_argument(
        "--country",
        action="append",
        default=[],
        metavar="CC",
        help="only what bears on this country: a code, a name or an alias; may be repeated",
    )
    parser.add_argument(
        "--section",
        metavar="NAME",
        help="overview, claims, assessments, options, leverage, timeline, sources, figures or"
        " hypotheses",
    )
    parser.add_argument(
        "--search", default="", metavar="TEXT", help="only what holds all of these words"
    )
    parser.add_argument(
        "--known-on",
        metavar="DATE",
        help="only what had been said by the end of this day, month or year; the undated stays",
    )


def paths(options: Namespace) -> list[Path]:
    """The paths asked for.

    Raises:
        WrongUsage: there is nothing at one of them.
    """
    return [existing(word) for word in options.paths]


def existing(word: str) -> Path:
    """The path that ``word`` names, if there is something at it.

    Raises:
        WrongUsage: there is not; a command that may have been meant is named.
    """
    from pathlib import Path

    from brief_tui.cli.commands import SUMMARIES
    from brief_tui.load.nearest import nearest

    path = Path(word)
    if not word:
        raise WrongUsage("a path is empty")
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        meant = nearest(str(path), SUMMARIES)
        hint = f"; did you mean the command `{meant}`?" if meant else ""
        raise WrongUsage(f"there is nothing at {path}{hint}") from None
    except ValueError:
        raise WrongUsage(f"{path} cannot be a path") from None
    except OSError as error:
        raise WrongUsage(f"{path}: {error.strerror}") from None
    return path


def narrowing(options: Namespace) -> Filter:
    """The filter asked for.

    Raises:
        WrongUsage: a country is unknown, or what was given fits more than one; or a date is none.
    """
    from brief_tui.library.filter import Filter
    from brief_tui.load.text import clean

    codes = tuple(dict.fromkeys(country(word) for word in options.country))
    return Filter(codes, clean(options.search), known_on(options))


def known_on(options: Namespace) -> date | None:
    """The last day of the date by which it must have been said, if one is asked for.

    Raises:
        WrongUsage: it is no day, month or year.
    """
    if options.known_on is None:
        return None
    from brief_tui.model.typed_date import last_day_meant

    try:
        return last_day_meant(options.known_on)
    except ValueError:
        raise WrongUsage(
            f"--known-on takes a day, month or year, as 2024-10-16, 2024-10 or 2024;"
            f" not `{options.known_on}`"
        ) from None


def country(word: str) -> str:
    """The code of the country that a code, name or alias means.

    Raises:
        WrongUsage: it means none, or several.
    """
    from brief_tui.model.countries import ALIASES, NAMES, matches
    from brief_tui.model.folding import fold

    wanted = " ".join(fold(word).split())
    # In a picker a reader sees what a part of a name finds; here it must begin a word of one.
    found = [
        code
        for code in (matches(word) if wanted else ())
        if any(f" {wanted}" in f" {fold(name)}" for name in (code, NAMES[code], *ALIASES[code]))
    ]
    for code in found[:1]:
        called = (code, NAMES[code], *ALIASES.get(code, ()))
        if len(found) == 1 or wanted in map(fold, called):
            return code
    if found:
        some = ", ".join(f"{code} {NAMES[code]}" for code in found[:6])
        raise WrongUsage(f"`{word}` fits {len(found)} countries: {some}")
    raise unknown_country(word)


def unknown_country(word: str) -> WrongUsage:
    """The refusal of a country, with the nearest name or code."""
    from brief_tui.load.nearest import nearest
    from brief_tui.model.countries import ALIASES, NAMES

    called = {name: code for code, names in ALIASES.items() for name in names}
    called |= {name: code for code, name in NAMES.items()}
    guess = nearest(word, called)
    hint = (
        f"did you mean `{guess}` ({called[guess]})?"
        if guess
        else "a country is given by its ISO 3166-1 code, as KR, its name or an alias"
    )
    return WrongUsage(f"there is no country `{word}`; {hint}")


def section(options: Namespace) -> Section | None:
    """The section asked for, if any.

    Raises:
        WrongUsage: there is no such section.
    """
    from brief_tui.model.section import Section

    if options.section is None:
        return None
    wanted = options.section.strip().casefold()
    for each in Section:
        if wanted == each.key:
            return each
    raise unknown("section", options.section, (each.key for each in Section))
