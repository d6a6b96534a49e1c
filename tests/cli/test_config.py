"""The reader's configuration file: what it asks for, and what is said of what it gets wrong."""

from __future__ import annotations

import os
from argparse import ArgumentParser
from errno import EACCES
from pathlib import Path

import pytest

from brief_tui.cli.config import AUTO, COLOURS, KEYS, read_config
from brief_tui.cli.terminal import add_wishes
from brief_tui.terminal.abilities import ClipboardRoute, Colours
from brief_tui.terminal.wishes import NO_WISHES, Wish, Wishes
from tests.cli.conftest import Run


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The place of the file, which is not there yet."""
    path = tmp_path / "home" / "config" / "brief-tui" / "config.yaml"
    path.parent.mkdir(parents=True)
    return path


def asked(path: Path, text: str) -> Wishes:
    """What is asked for by a file with this in it, which is right."""
    path.write_text(text, encoding="utf-8")
    wishes, problems = read_config(path)
    assert problems == ()
    return wishes


@pytest.mark.parametrize("text", ["", "\n\n", "# colors: 256\n", "---\n", "~\n", "colors:\n"])
def test_a_file_that_says_nothing_asks_for_nothing(config: Path, text: str) -> None:
    assert asked(config, text) == NO_WISHES


def test_the_arguments_take_the_same_words_for_colours() -> None:
    parser = ArgumentParser()
    add_wishes(parser)
    choices = {each.dest: each.choices for each in parser._actions}
    assert list(choices["colors"] or ()) == [*COLOURS, AUTO]


def test_no_file_asks_for_nothing(config: Path) -> None:
    assert read_config(config) == (NO_WISHES, ())
    assert read_config(config / "below") == (NO_WISHES, ())


def test_every_key_asks_for_something(config: Path) -> None:
    text = "colors: 16\nascii: on\nmouse: off\nsynchronized: on\nhyperlinks: off\nclipboard: tmux"
    wishes = asked(config, text)
    values = [wish.value for wish in wishes if wish is not None]
    assert values == [Colours.SIXTEEN, True, False, True, False, ClipboardRoute.TMUX]
    assert wishes.colours == Wish(Colours.SIXTEEN, "`colors: 16`, line 1 of config.yaml")
    assert len(KEYS) == len(wishes)


@pytest.mark.parametrize(("word", "colours"), [("24-bit", Colours.TRUE), ("none", Colours.NONE)])
def test_a_word_may_be_quoted(config: Path, word: str, colours: Colours) -> None:
    for text in (f"colors: {word}", f"colors: '{word}'", f'colors: "{word}"'):
        wish = asked(config, text).colours
        assert wish is not None
        assert wish.value is colours


@pytest.mark.parametrize(("word", "value"), [("true", True), ("yes", True), ("no", False)])
def test_a_switch_may_be_said_as_yaml_says_it(config: Path, word: str, value: bool) -> None:
    wish = asked(config, f"ascii: {word}").ascii
    assert wish is not None
    assert wish.value is value


@pytest.mark.parametrize("key", KEYS)
def test_auto_leaves_it_to_the_program(config: Path, key: str) -> None:
    (wish,) = [wish for wish in asked(config, f"{key}: auto") if wish is not None]
    assert wish.value is None


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("colours: 256", "unknown key `colours`; did you mean `colors`? [unknown-key]"),
        (
            "mouse: on\nascii: of",
            "2:8: error: ascii: unknown word, found `of`; did you mean `off`?",
        ),
        ("colors: 265", "1:9: error: colors: unknown word, found `265`; did you mean `256`?"),
        ("colors: true", "1:9: error: colors: unknown word, found `true`"),
        ("clipboard: [tmux]", "1:12: error: clipboard: expected one of terminal, tmux, screen"),
        ("- colors: 256", "1:1: error: expected keys with their values, such as `colors: 256`"),
        ("256", "1:1: error: expected keys with their values"),
        ("colors: 16\ncolors: 256", "2:1: error: colors: `colors` stands here twice"),
        ("colors: [", "not YAML"),
        ("colors: 16\n\x00", "U+0000"),
        ("colors: &a 16", "anchors may not be used"),
        ("colors: *a", "aliases may not be used"),
        ("colors: !a 16", "tags may not be used"),
        ("<<: {colors: 16}", "merge keys may not be used"),
        ("colors: 16\n---\ncolors: 16", "a file is one document"),
        ("%YAML 1.1\n---\ncolors: 16", "YAML directives may not be used"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_what_is_allowed(
    config: Path, run: Run, text: str, message: str
) -> None:
    config.write_text(text, encoding="utf-8")
    outcome = run("doctor")
    assert outcome.code == 1
    assert f"{config}:" in outcome.err
    assert message in outcome.err
    assert "briefing" not in outcome.err.replace(str(config), "")
    assert "brief-tui opens" in outcome.out


def test_what_is_allowed_is_listed(config: Path, run: Run) -> None:
    config.write_text("clipboard: x11", encoding="utf-8")
    assert "allowed: terminal, tmux, screen, none, auto" in run("doctor").err
    config.write_text("color: 256", encoding="utf-8")
    assert f"allowed: {', '.join(KEYS)}" in run("doctor").err


def test_what_is_right_holds_beside_what_is_wrong(config: Path) -> None:
    config.write_text("colors: 16\nascii: maybe\nfoo: bar\n", encoding="utf-8")
    wishes, problems = read_config(config)
    assert wishes.colours is not None
    assert wishes.ascii is None
    assert [problem.code for problem in problems] == ["unknown-word", "unknown-key"]


@pytest.mark.parametrize("data", [b"\xff\xfe", b"colors: \xe4", b"\x00" * 9, b"x" * 200_000])
def test_a_file_that_is_no_text_is_a_problem_and_no_fault(
    config: Path, run: Run, data: bytes
) -> None:
    config.write_bytes(data)
    outcome = run("doctor")
    assert outcome.code == 1
    assert "config.yaml" in outcome.err
    assert "a fault in the program" not in outcome.err


def test_a_folder_in_its_place_is_a_problem_and_no_fault(config: Path, run: Run) -> None:
    config.mkdir()
    outcome = run("doctor")
    assert outcome.code == 1
    assert "not a regular file" in outcome.err


def test_a_link_that_leads_to_itself_is_a_problem_and_not_nothing(config: Path, run: Run) -> None:
    config.symlink_to(config)
    outcome = run("doctor")
    assert outcome.code == 1
    assert "cannot be opened" in outcome.err
    assert "not there" not in outcome.out
    assert f"{config}\n" in run("paths").out


def test_a_closed_folder_is_a_problem_and_no_fault(
    config: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_at = Path.stat

    def closed(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path == config:
            raise PermissionError(EACCES, "Permission denied")
        return looked_at(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", closed)
    outcome = run("doctor")
    assert outcome.code == 1
    assert "the file cannot be opened: Permission denied" in outcome.err
    assert "not there" not in outcome.out
    assert f"{config}\n" in run("paths").out


def test_text_comes_all_the_same_and_words_of_the_file_steer_nothing(
    config: Path, run: Run, talks: Path
) -> None:
    config.write_text("mouse: '\\e[31m'\n\"\\e]0;x\\a\": 1\n", encoding="utf-8")
    outcome = run(talks)
    assert outcome.code == 0
    assert "Talks on a ceasefire" in outcome.out
    assert "config.yaml:1:8" in outcome.err
    assert "\x1b" not in outcome.err


def test_paths_lists_it(config: Path, run: Run) -> None:
    assert f"{config}  (not there)" in run("paths").out
    config.touch()
    assert f"{config}\n" in run("paths").out
