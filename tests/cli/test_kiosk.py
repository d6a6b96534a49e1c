"""``--kiosk`` as a forced command runs it, without a terminal: what it prints and what it refuses.

In processes of their own: what a kiosk gives up, a process cannot take back.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import TALKS, Outcome

Kiosk = Callable[..., Outcome]

POSSIBLE = "Possible behind the host: [BRIEFING] [country:CC]... [section:NAME] [/TEXT]"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A folder of two briefings that open."""
    folder = tmp_path / "secret-place" / "briefings"
    folder.mkdir(parents=True)
    (folder / "talks.yaml").write_text(TALKS, encoding="utf-8")
    other = TALKS.replace("id: talks\n", "id: older\n", 1).replace("2024-06-03", "2023-01-01")
    (folder / "older.yaml").write_text(other, encoding="utf-8")
    return folder


@pytest.fixture
def kiosk(tmp_path: Path) -> Kiosk:
    """Run it with the operator's words and what a reader asks for."""

    def run(*words: str | Path, asked: str = "", python: str = "", **environ: str) -> Outcome:
        own = {"SSH_ORIGINAL_COMMAND": asked} if asked else {}
        command = (*python.split(), "-m", "brief_tui", "--kiosk", *words)
        return python_in(tmp_path, *command, **own, **environ)

    return run


def python_in(folder: Path, *words: str | Path, **environ: str) -> Outcome:
    """What one run of Python without a terminal came to."""
    path = os.pathsep.join(each for each in sys.path if each)
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | {"PYTHONPATH": path} | environ,
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)


def test_without_a_terminal_it_prints_what_is_there(kiosk: Kiosk, library: Path) -> None:
    done = kiosk(library)
    assert (done.code, done.err) == (0, "")
    assert "as of 3 Jun 2024" in done.out
    assert "as of 1 Jan 2023" in done.out


def test_a_briefing_is_named_by_its_id(kiosk: Kiosk, library: Path) -> None:
    done = kiosk(library, asked="talks")
    assert (done.code, done.err) == (0, "")
    assert "as of 3 Jun 2024" in done.out
    assert "as of 1 Jan 2023" not in done.out


def test_a_reader_narrows_it(kiosk: Kiosk, library: Path) -> None:
    done = kiosk(library, asked="talks country:KR section:claims /soldiers")
    assert done.code == 0
    assert "country: South Korea · text: soldiers" in done.out
    assert "About 1,500 soldiers were sent." in done.out
    assert "as denial" not in done.out


def test_what_the_operator_narrows_to_is_where_a_reader_begins(kiosk: Kiosk, library: Path) -> None:
    assert "country: Russia" in kiosk(library, "--country", "RU").out
    assert "country: Russia" not in kiosk(library, "--country", "RU", asked="/soldiers").out


def test_a_briefing_that_is_not_there_is_refused_with_what_is(kiosk: Kiosk, library: Path) -> None:
    done = kiosk(library, asked="sh")
    assert (done.code, done.out) == (2, "")
    assert (
        done.err == f"brief-tui: there is no briefing `sh`; there are: talks, older. {POSSIBLE}\n"
    )
    assert "did you mean `talks`?" in kiosk(library, asked="talk").err


@pytest.mark.parametrize(
    "asked", ["/etc/passwd", "../talks", "./talks", "~/talks", "talks.yaml", "sub/talks.yml"]
)
def test_a_path_is_refused_as_one(kiosk: Kiosk, library: Path, asked: str) -> None:
    done = kiosk(library, asked=asked)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        f"brief-tui: a path cannot be asked for here; a briefing is named by its id. {POSSIBLE}\n"
    )


def test_where_no_briefing_opens_none_is_offered(kiosk: Kiosk, library: Path) -> None:
    for file in library.iterdir():
        file.write_text("id: talks\n", encoding="utf-8")
    done = kiosk(library, asked="talks")
    assert (done.code, done.out) == (2, "")
    assert done.err == f"brief-tui: no briefing can be opened here. {POSSIBLE}\n"


@pytest.mark.parametrize("asked", ["sh -c id", "--help", "talks; id", "\x1b[2Jx", "check", "a\nb"])
def test_anything_else_is_refused_in_one_line(kiosk: Kiosk, library: Path, asked: str) -> None:
    done = kiosk(library, asked=asked)
    assert (done.code, done.out) == (2, "")
    assert done.err.endswith(f"{POSSIBLE}\n")
    assert done.err.count("\n") == 1
    assert done.err.strip().isprintable()


def test_nothing_says_where_files_lie_on_the_host(kiosk: Kiosk, library: Path) -> None:
    (library / "broken.yaml").write_text("id: broken\ntitel: No\n", encoding="utf-8")
    done = kiosk(library)
    assert done.code == 1
    assert done.err == "1 of 3 briefings cannot be opened\n"
    gone = kiosk(library / "gone")
    assert gone.code == 2
    assert "secret-place" not in done.out + gone.out + gone.err


def test_a_path_named_like_a_command_is_a_path(kiosk: Kiosk, library: Path) -> None:
    assert kiosk(library, "schema").code == 2


def test_no_other_command_takes_it(tmp_path: Path, library: Path) -> None:
    done = python_in(tmp_path, "-m", "brief_tui", "show", "--kiosk", library)
    assert done.code == 2
    assert "there is no option `--kiosk`" in done.err


def test_what_a_reader_asks_for_counts_in_a_kiosk_alone(tmp_path: Path, library: Path) -> None:
    file = library / "talks.yaml"
    done = python_in(tmp_path, "-m", "brief_tui", file, SSH_ORIGINAL_COMMAND="older; id")
    assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    ("python", "environ"), [("-i", {}), ("", {"PYTHONINSPECT": "1"})], ids=["-i", "PYTHONINSPECT"]
)
def test_it_does_not_start_where_python_would_go_on_without_it(
    kiosk: Kiosk, library: Path, python: str, environ: dict[str, str]
) -> None:
    done = kiosk(library, python=python, **environ)
    assert "--kiosk does not start" in done.err
    assert done.out == ""


FAULT = """
import sys
from brief_tui.cli.main import main
from brief_tui.library.volume import Volume

def fault(*_):
    raise RuntimeError("gone wrong in /secret-place")

Volume.rows = fault
sys.exit(main(sys.argv[1:]))
"""


def test_a_fault_is_told_without_a_word_of_the_host(tmp_path: Path, library: Path) -> None:
    done = python_in(tmp_path, "-c", FAULT, "--kiosk", library)
    assert done.code == 1
    assert done.err == (
        "brief-tui: a fault in the program ended it.\n"
        "Please tell whoever runs this host; a report is kept there.\n"
    )
    kept = tmp_path / "home" / "state" / "brief-tui" / "last-failure.txt"
    assert "RuntimeError" in kept.read_text(encoding="ascii")


def test_nothing_is_written_by_reading(kiosk: Kiosk, library: Path, tmp_path: Path) -> None:
    before = sorted(tmp_path.rglob("*"))
    kiosk(library, asked="talks")
    assert sorted(tmp_path.rglob("*")) == before
