"""``schema``, ``themes``, ``paths`` and ``completion``."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from brief_tui.cli.commands import SUMMARIES
from brief_tui.cli.completion import SHELLS
from brief_tui.shipped import content_folder, themes_folder
from tests.cli.conftest import Run


def test_the_schema_is_json_and_describes_every_key(run: Run) -> None:
    outcome = run("schema")
    assert (outcome.code, outcome.err) == (0, "")
    schema = json.loads(outcome.out)
    assert {"id", "title", "claims", "relations"} <= schema["properties"].keys()
    assert "from_" not in outcome.out


def test_every_shipped_theme_is_listed_with_its_title(run: Run) -> None:
    outcome = run("themes")
    assert (outcome.code, outcome.err) == (0, "")
    names = [line.split()[0] for line in outcome.out.splitlines()]
    assert sorted(names) == sorted(path.stem for path in themes_folder().glob("*.yaml"))
    assert all(line.endswith("  shipped") for line in outcome.out.splitlines())


@pytest.fixture
def own_themes(tmp_path: Path) -> Path:
    folder = tmp_path / "home" / "config" / "brief-tui" / "themes"
    folder.mkdir(parents=True)
    return folder


def test_a_theme_of_ones_own_is_listed_with_its_file(run: Run, own_themes: Path) -> None:
    shutil.copy(themes_folder() / "paper.yaml", own_themes / "mine.yaml")
    outcome = run("themes")
    assert outcome.code == 0
    (line,) = [line for line in outcome.out.splitlines() if line.startswith("mine ")]
    assert line.endswith(str(own_themes / "mine.yaml"))


def test_a_theme_that_cannot_be_used_says_why(run: Run, own_themes: Path) -> None:
    (own_themes / "bad.yaml").write_text('title: Bad\nbackground: "#12345"\n', encoding="utf-8")
    outcome = run("themes")
    assert outcome.code == 1
    assert "bad" in outcome.out
    assert "bad.yaml:2:13: error: " in outcome.err
    assert "dusk" in outcome.out


def test_an_unknown_theme_is_wrong_usage(run: Run) -> None:
    outcome = run("--theme", "papr")
    assert outcome.code == 2
    assert "no theme `papr`; did you mean `paper`?" in outcome.err


def test_paths_names_what_is_used_and_whether_it_is_there(run: Run, tmp_path: Path) -> None:
    library = tmp_path / "home" / "data" / "brief-tui" / "briefings"
    before = run("paths")
    library.mkdir(parents=True)
    after = run("paths")
    assert before.code == after.code == 0
    assert f"{library}  (not there)" in before.out
    assert f"{library}\n" in after.out
    assert f"{content_folder()}\n" in after.out


@pytest.mark.parametrize("shell", SHELLS)
def test_completion_knows_the_commands_and_their_options(run: Run, shell: str) -> None:
    outcome = run("completion", shell)
    assert (outcome.code, outcome.err) == (0, "")
    for word in (*SUMMARIES, "strict", "no-mouse", "leverage", "github", "KR"):
        assert word in outcome.out


def test_bash_completes_commands_paths_and_words(run: Run, tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    (tmp_path / "showcase.yaml").touch()
    assert _completed(script, "brief-tui", "show") == {"show", "showcase.yaml"}
    assert _completed(script, "brief-tui", "show", "--sec") == {"--section"}
    assert _completed(script, "brief-tui", "--section", "o") == {"overview", "options"}
    assert _completed(script, "brief-tui", "show", "--country", "KR") == {"KR"}
    assert _completed(script, "brief-tui", "check", "showc") == {"showcase.yaml"}


def _completed(script: Path, *words: str) -> set[str]:
    ask = (
        'source "$1"; shift; compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
        '_shtab_brief_tui; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", ask, "-", str(script), *words],
        cwd=script.parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=30,
    )
    return set(done.stdout.split())


def test_zsh_completes_a_path_where_a_command_may_stand(run: Run) -> None:
    script = run("completion", "zsh").out
    assert "_describe 'brief-tui commands' _commands\n  _files" in script
    assert "*) _arguments -C -s $_shtab_brief_tui_open_options ;;\n      esac" in script
