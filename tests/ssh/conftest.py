"""One host for all tests over SSH, as docs/ssh.md has it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ssh.host import host, missing
from tests.ssh.recipe import Recipe, recipe
from tests.ssh.site import Site
from tests.tui.pseudo_terminal import Terminal

REQUIRED = "BRIEF_TUI_REQUIRE_SSH"
"""The variable, set by .ci/run, by which what is not installed is a failure."""

MATERIAL = Path(__file__).parent.parent / "material"


def _lack(why: str) -> None:
    if os.environ.get(REQUIRED):
        pytest.fail(f"{why}; {REQUIRED} is set")
    pytest.skip(why)


@pytest.fixture(scope="session")
def written() -> Recipe:
    """What docs/ssh.md says."""
    return recipe()


@pytest.fixture(scope="session")
def site(written: Recipe, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """A host with two briefings that open and one that does not."""
    if why := missing():
        _lack(why)
    folder = tmp_path_factory.mktemp("ssh")
    broken = folder / "broken.yaml"
    broken.write_text("id: broken\ntitle: A broken one\ntitel: again\n", encoding="utf-8")
    with host(written, folder, [MATERIAL / "corridor.yaml", MATERIAL / "ferry.yaml", broken]) as up:
        yield up


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    """A reader's terminal of 80 columns and 24 lines."""
    with Terminal(80, 24) as terminal:
        yield terminal


@pytest.fixture
def tmux() -> str:
    """The program tmux."""
    found = shutil.which("tmux")
    if found is None:
        _lack("tmux is not installed")
    return str(found)
