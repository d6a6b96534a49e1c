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
    """Add the paths and what narrows: ``--country``, ``--section``, ``--search``, …."""
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
        "--search",
        default="",
        metavar="QUERY",
        help='only what this finds: words, "phrases", -without, OR, fields as speaker:kim',
    )
    parser.add_argument(
        "--filter",
        action="append",
        default=[],
        metavar="NAME",
        help="only what a filter leaves that you saved under this name; may be repeated",
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
        WrongUsage: a country is unknown, or what was given fits more than one; a date is none; no
            filter is saved under a name; or a query cannot be read.
    """
    from brief_tui.library.filter import Filter

    codes = dict.fromkeys(country(word) for word in options.country)
    found, day = Filter.of(codes), known_on(options)
    for each in (*map(saved, options.filter), query(options.search)):
        if each.known_on is not None:
            if day not in (None, each.known_on):
                raise WrongUsage("a day that it is known on can be asked for once")
            day = each.known_on
        found = found.also(each)
    return found.as_known_on(day)


def saved(name: str) -> Filter:
    """The filter saved under a name.

    Raises:
        WrongUsage: there is none, or its query cannot be read.
    """
    from brief_tui.folders import saved_filters_file
    from brief_tui.library.saved_filters import key_of, meant_by, read_saved

    found, _ = read_saved(saved_filters_file())
    wanted = key_of(name)
    for each in found:
        if each.key == wanted:
            try:
                return meant_by(each)
            except ValueError as error:
                raise WrongUsage(f"the saved filter {each.name} cannot be read: {error}") from None
    if not found:
        raise WrongUsage("no filter is saved; F in the reader saves one")
    raise unknown("saved filter", name, (each.name for each in found))


def query(text: str) -> Filter:
    """The filter that a query is.

    Raises:
        WrongUsage: a part of it cannot be read; nothing is guessed in its place.
    """
    from brief_tui.library.query.parse import parse_filter

    parsed = parse_filter(text)
    for problem in parsed.problems[:1]:
        raise WrongUsage(f"--search, at character {problem.start + 1}: {problem.text}")
    return parsed.filter


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
    from brief_tui.library.query.countries_meant import country_meant
    from brief_tui.library.query.not_a_value import NotAValue

    try:
        return country_meant(word)
    except NotAValue as error:
        raise WrongUsage(str(error)) from None


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
