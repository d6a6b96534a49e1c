"""Where the briefings and themes that come with the program lie.

In an installed package they are inside it; in a checkout they stand at the top level, where
their authors look for them.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_shipped"
_CHECKOUT = _PACKAGE.parent.parent


def content_folder() -> Path:
    """The folder of briefings that ship."""
    return _folder("content")


def themes_folder() -> Path:
    """The folder of themes that ship."""
    return _folder("themes")


def _folder(name: str) -> Path:
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name
