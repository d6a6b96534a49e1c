"""``brief-tui filters`` and ``--filter``: saved filters on the command line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def filters(tmp_path: Path) -> Path:
    """The file of the saved filters, which is not there yet, in a folder that is."""
    file = tmp_path / "home" / "config" / "brief-tui" / "filters.txt"
    file.parent.mkdir(parents=True)
    return file


def test_they_are_listed_with_their_queries(run: Run, filters: Path) -> None:
    filters.write_text("Seoul in October: country:KR said:2024-10\nb: -voice:article\n")
    outcome = run("filters")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.splitlines() == [
        "Seoul in October  country:KR said:2024-10",
        "b                 -voice:article",
    ]


def test_without_any_it_says_how_one_is_saved(run: Run) -> None:
    outcome = run("filters")
    assert (outcome.code, outcome.out) == (0, "")
    assert "F in the reader saves one" in outcome.err


def test_what_is_wrong_is_told_with_its_place_and_the_others_are_listed(
    run: Run, filters: Path
) -> None:
    filters.write_text("a: x staet:y\nnonsense\nb: country:KR\n")
    outcome = run("filters")
    assert outcome.code == 1
    assert "filters.txt:1:6: error: no field `staet:`; did you mean `state`?" in outcome.err
    assert "filters.txt:2:1: error: a line is a name" in outcome.err
    assert "b  country:KR" in outcome.out


def test_one_narrows_what_is_printed_and_goes_with_the_other_arguments(
    run: Run, talks: Path, filters: Path
) -> None:
    filters.write_text("Seoul's: speaker:seoul\nhedged: is:hedged\n")
    alone = run("show", str(talks), "--section", "claims", "--filter", "seoul's")
    assert "speaker: seoul" in alone.out
    assert "1 of 2, 1 hidden" in alone.out
    more = ("--filter", "hedged", "--country", "RU", "--search", "sent")
    both = run("show", str(talks), "--section", "claims", "--filter", "SEOUL'S", *more)
    assert "country: Russia · text: sent · speaker: seoul · is: hedged" in both.out


def test_an_unknown_name_is_wrong_usage_with_the_nearest(
    run: Run, talks: Path, filters: Path
) -> None:
    assert run("show", str(talks), "--filter", "a").code == 2
    filters.write_text("Seoul in October: country:KR\n")
    outcome = run("show", str(talks), "--filter", "seul-in-october")
    assert outcome.code == 2
    assert "no saved filter `seul-in-october`; did you mean `Seoul in October`?" in outcome.err


def test_one_that_cannot_be_read_is_wrong_usage(run: Run, talks: Path, filters: Path) -> None:
    filters.write_text("a: staet:y\n")
    outcome = run(str(talks), "--filter", "a")
    assert outcome.code == 2
    assert "the saved filter a cannot be read: no field `staet:`" in outcome.err


def test_two_days_that_it_is_known_on_are_wrong_usage(run: Run, talks: Path, filters: Path) -> None:
    filters.write_text("a: known:2024-06-01\n")
    assert run("show", str(talks), "--filter", "a").code == 0
    assert run("show", str(talks), "--filter", "a", "--known-on", "2024-06-01").code == 0
    outcome = run("show", str(talks), "--filter", "a", "--known-on", "2024")
    assert outcome.code == 2
    assert "a day that it is known on can be asked for once" in outcome.err


def test_a_name_that_nobody_here_has_is_told_and_finds_nothing(
    run: Run, talks: Path, filters: Path
) -> None:
    filters.write_text("elsewhere: speaker:nobody\n")
    outcome = run("show", str(talks), "--section", "claims", "--filter", "elsewhere")
    assert outcome.code == 0
    assert "0 of 2" in outcome.out
    assert outcome.err == "no speaker here is called nobody\n"


def test_the_file_is_among_the_paths(run: Run, filters: Path) -> None:
    assert f"{filters}  (not there)" in run("paths").out


def test_their_names_are_completed_and_nothing_in_them_is_run(
    run: Run, filters: Path, tmp_path: Path
) -> None:
    if shutil.which("bash") is None:
        pytest.skip("needs bash")
    filters.write_text("Seoul in October: a\nsea $(touch oops) `x`: b\nother: c\n")
    names = run("filters", "--names").out
    assert names.splitlines() == ["seoul-in-october", "sea-$(touch-oops)-`x`", "other"]
    script = tmp_path / "completion.bash"
    script.write_text(run("completion", "bash").out, encoding="utf-8")
    (tmp_path / "names").write_text(names, encoding="utf-8")
    ask = (
        'source "$1"; brief-tui() { cat names; }; compopt() { :; }; '
        "COMP_WORDS=(brief-tui show --filter se); COMP_CWORD=3; "
        '_shtab_brief_tui; printf "%s\\n" "${COMPREPLY[@]}"'
    )
    done = subprocess.run(
        ["bash", "-c", ask, "-", str(script)],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=30,
    )
    assert done.stdout.splitlines() == ["seoul-in-october", "sea-$(touch-oops)-`x`"]
    assert not (tmp_path / "oops").exists()
