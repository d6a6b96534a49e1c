"""What a shell gets to see: exit codes, what stands on which stream, and never a traceback."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import IO

import pytest

from brief_tui import __version__
from brief_tui.cli.commands import SUMMARIES
from tests.cli.conftest import Run


def test_the_help_says_what_there_is_to_do(run: Run) -> None:
    outcome = run("--help")
    assert outcome.code == 0
    assert outcome.err == ""
    assert "examples:" in outcome.out
    for command in SUMMARIES:
        assert f"\n  {command} " in outcome.out


@pytest.mark.parametrize("command", SUMMARIES)
def test_every_command_has_help_with_examples(run: Run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert outcome.out.startswith(f"usage: brief-tui {command}")
    assert "examples:\n  brief-tui" in outcome.out


@pytest.mark.parametrize("command", ["", *SUMMARIES])
def test_help_fits_eighty_columns(run: Run, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run(*command.split(), "--help").out.splitlines()
    assert [line for line in lines if len(line) > 80] == []


def test_the_version_is_the_packages(run: Run) -> None:
    assert run("--version").out == f"brief-tui {__version__}\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--contry", "KR"], "no option `--contry`; did you mean `--country`?"),
        (["show", "--formt=json"], "no option `--formt`; did you mean `--format`?"),
        (["show", "--format", "yaml"], "invalid choice: 'yaml'"),
        (["check"], "PATH"),
        (["completion"], "shell"),
        (["show", "--section", "optoins"], "no section `optoins`; did you mean `options`?"),
        (["--section", "xyz"], "there are: overview, claims, "),
        (
            ["show", "--search", "a speker:kim"],
            "--search, at character 3: no field `speker:`; did you mean `speaker`?",
        ),
        (["--search", '"half'], "--search, at character 1: this quotation is not closed"),
        (["show", "--search", "a\x1b[2J"], "U+001B cannot be searched for"),
        (["show", "--search=known:2024", "--known-on=2023"], "can be asked for once"),
        (["show", "--country", "Sout Korea"], "did you mean `South Korea` (KR)?"),
        (["show", "--country", "Congo Belge Bleu"], "no country `Congo Belge Bleu`"),
        (["show", "--country", ""], "no country ``"),
        (["nowhere/at/all.yaml"], "there is nothing at nowhere/at/all.yaml"),
        (["shwo"], "there is nothing at shwo; did you mean the command `show`?"),
        (["check", "a\0b"], "cannot be a path"),
    ],
)
def test_wrong_usage_is_refused_in_words(run: Run, words: list[str], said: str) -> None:
    outcome = run(*words)
    assert outcome.code == 2
    assert outcome.out == ""
    first, second = outcome.err.splitlines()
    assert said in first
    assert second.endswith("--help says what is possible.")


def test_a_refusal_names_the_command(run: Run) -> None:
    assert run("check").err.startswith("brief-tui check: ")
    assert run("--x").err.startswith("brief-tui: ")


@pytest.mark.parametrize("name", ["-dash.yaml", "--strict", "show", "--"])
def test_a_path_behind_two_dashes_may_be_named_anything(
    run: Run, talks: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talks.parent)
    talks.rename(name)
    assert run("check", "--strict", "--", name).code == 0
    assert "Talks on a ceasefire" in run("--section", "overview", "--", name).out


def test_options_may_stand_between_paths(run: Run, talks: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("id: other\ntitle: The other one\n", encoding="utf-8")
    outcome = run(talks, "--section", "overview", other, "--search=")
    assert outcome.code == 0
    assert "Talks on a ceasefire" in outcome.out
    assert "The other one" in outcome.out


def test_a_path_named_like_a_command_is_given_with_its_folder(
    run: Run, talks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(talks.parent)
    talks.rename("show")
    assert "Talks on a ceasefire" in run("./show").out


def test_a_country_that_could_be_several_is_asked_back(run: Run) -> None:
    outcome = run("show", "--country", "korea")
    assert outcome.code == 2
    assert "KP North Korea" in outcome.err
    assert "KR South Korea" in outcome.err


@pytest.mark.parametrize("word", ["a\x1b[2Jb", "a\u202eb", "a\nb", "a\udcffb"])
def test_an_argument_quoted_back_steers_no_terminal(run: Run, word: str) -> None:
    for words in ([word], ["--section", word], ["--country", word], [f"--{word}"]):
        outcome = run(*words)
        assert outcome.code == 2
        assert len(outcome.err.splitlines()) == 2
        assert not set(outcome.err) & {"\x1b", "\u202e", "\udcff"}


def test_an_interrupt_ends_with_130(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("brief_tui.cli.paths.run", interrupted)
    outcome = run("paths")
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_a_fault_is_told_in_two_lines_and_kept_for_a_report(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(_options: object) -> int:
        raise LookupError("\x1b[2J in a briefing")

    monkeypatch.setattr("brief_tui.cli.paths.run", fails)
    outcome = run("paths")
    assert outcome.code == 1
    assert outcome.out == ""
    assert len(outcome.err.splitlines()) == 2
    assert "LookupError" in outcome.err
    assert "Traceback" not in outcome.err
    assert "\x1b" not in outcome.err
    kept = tmp_path / "home" / "state" / "brief-tui" / "last-failure.txt"
    assert str(kept) in outcome.err
    details = kept.read_text(encoding="ascii")
    assert "LookupError (what it says is left out)" in details
    assert "in fails" in details
    assert "\x1b" not in details


def test_a_fault_is_told_where_nothing_can_be_kept(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fails(_options: object) -> int:
        raise LookupError

    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr("brief_tui.cli.paths.run", fails)
    outcome = run("paths")
    assert outcome.code == 1
    assert len(outcome.err.splitlines()) == 2


def _program(
    *words: str | Path, stdout: int | IO[bytes], env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "brief_tui", *words],
        check=False,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=stdout,
        stderr=subprocess.PIPE,
        timeout=60,
    )


def test_a_reader_who_closes_the_pipe_hears_nothing() -> None:
    read, write = os.pipe()
    os.close(read)
    try:
        done = _program("completion", "bash", stdout=write)
    finally:
        os.close(write)
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told_in_words() -> None:
    with Path("/dev/full").open("wb") as full:
        done = _program("completion", "bash", stdout=full)
    assert done.returncode == 1
    assert done.stderr.startswith(b"brief-tui: No space left on device")
    assert b"Traceback" not in done.stderr
    assert b"Exception" not in done.stderr


def test_utf_8_is_written_whatever_the_locale(talks: Path) -> None:
    environ = {**os.environ, "LC_ALL": "C", "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = _program("show", talks, stdout=subprocess.PIPE, env=environ)
    assert done.returncode == 0
    assert "¶2" in done.stdout.decode("utf-8")


def test_whoever_stops_reading_is_told_of_no_problem() -> None:
    run = "sys.exit(main(['show', '--format', 'json']))"
    code = f"import sys; from brief_tui.cli.main import main; {run}"
    program = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    assert program.stderr is not None
    program.stdout.read(1)
    program.stdout.close()
    said = program.stderr.read()
    program.stderr.close()
    assert program.wait() == 141
    assert said == b""
