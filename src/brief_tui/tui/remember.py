"""What is remembered from one reading to the next: the theme, and what was opened when.

Forgetting is always safe: a file that is missing, damaged or cannot be written costs the reader
a choice, never a briefing.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from brief_tui.folders import replace_file, state_folder

_THEME = "theme"


def state_file() -> Path:
    """The file it is kept in."""
    return state_folder() / "state.json"


def remembered_theme() -> str | None:
    """The name of the theme chosen last; None where nothing is known."""
    theme = _read().get(_THEME)
    return theme if isinstance(theme, str) else None


def remember_theme(name: str) -> bool:
    """Remember that ``name`` was chosen. Returns whether it could be."""
    return remember({_THEME: name})


def remembered(name: str) -> object:
    """What was remembered under a name, whatever it is; None where nothing is known."""
    return _read().get(name)


def remember(values: Mapping[str, object]) -> bool:
    """Remember values under their names, besides those of others. Returns whether it could be."""
    import json

    return _write(json.dumps({**_read(), **values}, indent=2) + "\n")


def _read() -> dict[str, object]:
    try:
        if not state_file().is_file():  # a pipe would be waited for
            return {}
        data = state_file().read_bytes()
    except OSError:
        return {}
    import json

    try:
        state = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return state if isinstance(state, dict) else {}


def _write(text: str) -> bool:
    try:
        replace_file(state_file(), text.encode())
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself
        return False
    return True
