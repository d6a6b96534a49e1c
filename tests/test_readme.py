"""What the README tells readers and authors to write works, and what it says of keys is true."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from brief_tui.cli import main
from brief_tui.cli.commands import program_parser
from brief_tui.cli.config import read_config
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.vocabulary import Level
from brief_tui.tui.actions import ACTIONS, shown_key

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The README's code blocks in a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.DOTALL | re.MULTILINE)


def test_the_example_briefing_loads_without_a_problem(tmp_path: Path) -> None:
    file = tmp_path / "talks.yaml"
    file.write_text(blocks("yaml")[0], encoding="utf-8")
    loaded = load_briefing(file)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    (claim,), (option,) = loaded.briefing.claims, loaded.briefing.options
    assert claim.hedge == ("about",)
    assert option.leverage.headroom[0].level is Level.LOW


def test_the_keys_it_names_are_those_of_the_app() -> None:
    table = README.partition("## Keys")[2].partition("\n## ")[0]
    named = set(re.findall(r"`([^`]+)`", table)) | set("123456789")
    keys = {shown_key(key) for action in ACTIONS for key in action.keys}
    assert {action.key for action in ACTIONS} - named == set()
    assert named - keys == {"NO_COLOR"}


CALLS = [
    shlex.split(line.partition(">")[0], comments=True)[1:]
    for block in blocks("sh")
    for line in block.splitlines()
    if line.startswith("brief-tui")
]


@pytest.mark.parametrize("words", CALLS, ids=" ".join)
def test_every_call_it_shows_does_what_it_says_with_the_example(
    words: list[str], tmp_path: Path
) -> None:
    for folder in (tmp_path, tmp_path / "briefings"):
        folder.mkdir(exist_ok=True)
        (folder / "talks.yaml").write_text(blocks("yaml")[0], encoding="utf-8")
    # Not a terminal: where it would open the reader, it prints.
    done = subprocess.run(
        [sys.executable, "-m", "brief_tui", *words],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout or words[0] in ("check", "index")


def exit_codes(text: str) -> str:
    """The sentence that lists them, without what stands in brackets."""
    sentence = text.partition("Exit codes: ")[2].partition(".")[0]
    return re.sub(r" \(.*?\)", "", " ".join(sentence.split()))


def test_its_exit_codes_are_those_of_the_help_and_of_the_code() -> None:
    assert exit_codes(README).startswith("0 fine, ")
    assert exit_codes(README) == exit_codes(program_parser().format_help())
    assert exit_codes(README) == exit_codes(main.__doc__ or "")


def test_the_matrix_it_shows_loads_with_the_example(tmp_path: Path) -> None:
    file = tmp_path / "talks.yaml"
    (matrix,) = (block for block in blocks("yaml") if block.startswith("questions:"))
    file.write_text(blocks("yaml")[0] + matrix, encoding="utf-8")
    assert load_briefing(file).problems == ()


def test_the_configuration_it_shows_is_right_and_whole(tmp_path: Path) -> None:
    file = tmp_path / "config.yaml"
    (config,) = (block for block in blocks("yaml") if block.startswith("colors:"))
    file.write_text(config, encoding="utf-8")
    wishes, problems = read_config(file)
    assert problems == ()
    assert None not in wishes
