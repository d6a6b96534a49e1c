"""``brief-tui paths``: every file and folder the program uses."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace
    from pathlib import Path

EXAMPLES = """
brief-tui paths
"""


def configure(parser: ArgumentParser) -> None:
    """Add the command's arguments, of which it has none."""


def run(options: Namespace) -> int:
    """Print what each path is for, the path, and whether it is there."""
    from brief_tui.cli.output import one_line, write
    from brief_tui.folders import is_there

    for use, path in used_paths():
        state = "" if is_there(path) else "  (not there)"
        write(f"{use:<20}{one_line(path)}{state}")
    return 0


def used_paths() -> list[tuple[str, Path]]:
    """What each path is for, and the path."""
    from pathlib import Path

    from brief_tui.cli import kept_frames
    from brief_tui.cli.failure import details_file
    from brief_tui.folders import (
        cache_folder,
        config_file,
        library_folder,
        saved_filters_file,
        user_themes_folder,
    )
    from brief_tui.shipped import content_folder, themes_folder
    from brief_tui.tui.remember import state_file

    return [
        ("your briefings", library_folder()),
        ("your themes", user_themes_folder()),
        ("your configuration", config_file()),
        ("your saved filters", saved_filters_file()),
        ("shipped briefings", content_folder()),
        ("shipped themes", themes_folder()),
        ("your choices", state_file()),
        ("kept first screens", Path(kept_frames.folder())),
        ("last failure", details_file()),
        ("indexes and the like", cache_folder()),
    ]
