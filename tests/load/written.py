"""Briefings written for one test, with the place of what is wrong marked in them."""

from __future__ import annotations

from pathlib import Path

from brief_tui.load.briefing_file import Loaded, load_briefing
from brief_tui.model.problem import Problem

MARK = "▸"
"""Stands before the place a problem is expected at; it is not part of the file."""

HEAD = """\
id: talks
title: Talks on a ceasefire
source: paper
sources:
  - {id: paper, name: The Paper}
  - {id: agency, name: The Agency}
actors:
  - {id: minister, name: The Minister, country: KR}
  - {id: envoy, name: The Envoy}
measures:
  - {id: sent, name: soldiers sent}
"""
"""A briefing without fault, to which a test adds what it is about."""


class Desk:
    """A folder of its own to write briefings in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def load(self, text: str | bytes, name: str = "briefing-at-hand.yaml") -> Loaded:
        """Load a file of this text."""
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return load_briefing(file)

    def load_after_head(self, text: str) -> Loaded:
        """Load ``HEAD`` with this text after it."""
        return self.load(HEAD + text)

    def only_problem(self, text: str, *, after: str = HEAD) -> Problem:
        """The one problem of ``after`` and ``text``, which stands where ``MARK`` is."""
        whole = after + text
        assert whole.count(MARK) == 1, "a test marks one place"
        before = whole[: whole.index(MARK)]
        loaded = self.load(whole.replace(MARK, ""))
        codes = [problem.code for problem in loaded.problems]
        assert len(codes) == 1, codes
        (problem,) = loaded.problems
        place = (problem.position.line, problem.position.column)
        assert place == (before.count("\n") + 1, len(before) - before.rfind("\n")), problem
        return problem


def codes(loaded: Loaded) -> list[str]:
    """The codes of all problems, in order."""
    return [problem.code for problem in loaded.problems]
