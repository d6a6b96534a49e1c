"""Where the reader's own files lie; none of these need exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_NAME = "brief-tui"


def library_folder() -> Path:
    """The folder where the reader keeps briefings."""
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False) / "briefings"


def user_themes_folder() -> Path:
    """The folder of the reader's own themes."""
    return _config_folder() / "themes"


def config_file() -> Path:
    """The file in which the reader says what to ask of the terminal."""
    return _config_folder() / "config.yaml"


def saved_filters_file() -> Path:
    """The file of the filters that the reader has saved."""
    return _config_folder() / "filters.txt"


def replace_file(file: Path, data: bytes) -> None:
    """Write a file as a whole, so that two programs at once never leave half of it.

    What a link leads to is written, and keeps its permissions.

    Raises:
        OSError: it cannot be written; what was there still is.
    """
    import os
    import tempfile
    from pathlib import Path

    file = file.resolve()
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.stem}-")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as written:
            written.write(data)
        if file.exists():
            temporary.chmod(file.stat().st_mode & 0o777)
        temporary.replace(file)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def is_there(path: Path) -> bool:
    """Whether there is anything; also where it cannot be read, or looked at."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # a closed folder, or a link that leads to itself
    return True


def _config_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path(_NAME, appauthor=False)


def state_folder() -> Path:
    """The folder of what the program remembers, and of the report on its last failure."""
    from platformdirs import user_state_path

    return user_state_path(_NAME, appauthor=False)


def cache_folder() -> Path:
    """The folder of what can be made anew at any time: the indexes of libraries."""
    from platformdirs import user_cache_path

    return user_cache_path(_NAME, appauthor=False)
