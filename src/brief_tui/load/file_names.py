"""Which files are briefings, by their names; without what reads one."""

from __future__ import annotations

from pathlib import Path

HEAD_NAMES = ("briefing.yaml", "briefing.yml")
"""A folder with one of these is one briefing."""

SUFFIXES = (".yaml", ".yml")
"""What the name of a file of YAML ends in."""


def is_briefing_folder(path: Path) -> bool:
    """Whether ``path`` is a folder whose files together make one briefing."""
    return any((path / name).is_file() for name in HEAD_NAMES)


def is_yaml_name(name: str) -> bool:
    """Whether a file's name says that it is YAML; hidden files are nobody's briefing."""
    return name.endswith(SUFFIXES) and not name.startswith(".")
