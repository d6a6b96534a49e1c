"""What the terminal around the program is, as far as its environment tells."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping


class Environment(NamedTuple):
    """The terminal, and what the reader asked of it.

    Attributes:
        no_color: The reader wants no colour at all (``NO_COLOR`` set and not empty).
        dumb: The terminal cannot place its cursor (``TERM`` is ``dumb``, or nothing).
        over_ssh: Every byte crosses a network.
        in_tmux: tmux stands between the program and the terminal.
        interactive: Someone can read a full screen and answer: both ends are a terminal that is
            not dumb.
    """

    no_color: bool = False
    dumb: bool = False
    over_ssh: bool = False
    in_tmux: bool = False
    interactive: bool = True

    @property
    def animates(self) -> bool:
        """Whether movement may be drawn."""
        return not (self.over_ssh or self.dumb)


def read_environment(
    environ: Mapping[str, str], stdin: IO[str] | None, stdout: IO[str] | None
) -> Environment:
    """The environment that ``environ`` and the two ends of the program describe.

    See https://no-color.org for ``NO_COLOR``. Windows has no ``TERM``; there its absence says
    nothing.
    """
    term = environ.get("TERM", "")
    dumb = term == "dumb" or (not term and sys.platform != "win32")
    return Environment(
        no_color=bool(environ.get("NO_COLOR")),
        dumb=dumb,
        over_ssh=bool(environ.get("SSH_CONNECTION")),
        in_tmux=bool(environ.get("TMUX")),
        interactive=not dumb and _is_terminal(stdin) and _is_terminal(stdout),
    )


def _is_terminal(stream: IO[str] | None) -> bool:
    """Whether ``stream`` is a terminal; one that is missing or closed is not."""
    return stream is not None and not stream.closed and stream.isatty()
