"""The program as a shell sees it: arguments in, exit code and two streams out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from brief_tui.cli.main import main

TALKS = """\
id: talks
title: Talks on a ceasefire
as_of: 2024-06-03
countries: [KR, RU]
source: paper
sources:
  - id: paper
    name: The Paper
    kind: outlet
actors:
  - {id: seoul, name: Government of South Korea, country: KR}
  - {id: moscow, name: Government of Russia, country: RU}
measures:
  - {id: sent, name: soldiers sent, unit: soldiers}
claims:
  - id: count
    text: About 1,500 soldiers were sent.
    speaker: seoul
    said: 2024-06-01
    voice: reported
    hedge: about
    figures: {value: 1500, qualifier: approximate, measure: sent}
    locator: ¶2
  - id: denial
    text: Nobody was sent.
    speaker: moscow
    voice: reported
options:
  - id: aid
    text: Send more aid.
    actor: seoul
    targets: moscow
    state: under-consideration
relations:
  - {from: denial, verb: disputes, to: count}
"""


@dataclass(frozen=True)
class Outcome:
    """What one run came to."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def _a_home_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("DATA", "CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / "home" / kind.lower()))
    for name in ("COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run the program with these arguments, without a terminal."""

    def run_main(*words: str | Path) -> Outcome:
        code = main([str(word) for word in words])
        out, err = capfd.readouterr()
        return Outcome(code, out, err)

    return run_main


@pytest.fixture
def talks(tmp_path: Path) -> Path:
    """A briefing without a fault."""
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS, encoding="utf-8")
    return path
