"""The parser of a PyYAML that was installed without its C part: the same events, slower."""

from __future__ import annotations

from yaml.parser import Parser as _Parser
from yaml.reader import Reader
from yaml.scanner import Scanner


class Parser(Reader, Scanner, _Parser):
    """PyYAML's own parts put together as its loaders do, without a constructor."""

    def __init__(self, text: str) -> None:
        Reader.__init__(self, text)
        Scanner.__init__(self)
        _Parser.__init__(self)
