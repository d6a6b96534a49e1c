"""A briefing from one file or from the files of a folder."""

import gc
import os
from pathlib import Path

import pytest

from bench.generate import generate
from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.file_names import is_briefing_folder
from brief_tui.model.problem import Position
from tests.load.written import HEAD, Desk, codes

SHIPPED = Path(__file__).parents[2] / "content"


def written(folder: Path, **files: str) -> Path:
    """``folder`` with these YAML files; ``__`` in a name stands for a folder's ``/``."""
    for name, text in files.items():
        file = folder / (name.replace("__", "/") + ".yaml")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return folder


def test_a_file_is_a_briefing(desk: Desk) -> None:
    loaded = desk.load(HEAD)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert (loaded.briefing.id, loaded.title) == ("talks", "Talks on a ceasefire")
    assert [source.name for source in loaded.briefing.sources] == ["The Paper", "The Agency"]
    assert not loaded.text_replaced


def test_everything_with_an_id_and_every_relation_has_its_place(desk: Desk) -> None:
    loaded = desk.load_after_head(
        "evidence:\n  - id: e\n    text: x\n  - text: y\n    id: f\n"
        "relations:\n  - {from: e, verb: supports, to: f}\n"
    )
    head = HEAD.count("\n")
    file = loaded.path
    assert loaded.positions["paper"] == Position(file, 5, 5)
    assert loaded.positions["sent"] == Position(file, 11, 5)
    assert loaded.positions["e"] == Position(file, head + 2, 5)
    assert loaded.positions["f"] == Position(file, head + 4, 5)
    assert loaded.positions["relations[0]"] == Position(file, head + 7, 5)


def test_the_files_of_a_folder_are_one_briefing(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "talks",
        briefing=HEAD,
        a="evidence: [{id: e1, text: x}]\nrelations: [{from: e1, verb: supports, to: e2}]\n",
        more__b="evidence: [{id: e2, text: y, chain: envoy}]\nsources: {id: wire, name: Wire}\n",
    )
    (folder / "notes.txt").write_text("not: [yaml")
    loaded = load_briefing(folder)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert [item.id for item in loaded.briefing.evidence] == ["e1", "e2"]
    assert [source.id for source in loaded.briefing.sources] == ["paper", "agency", "wire"]
    assert loaded.positions["e2"] == Position(folder / "more" / "b.yaml", 1, 12)


def test_hidden_files_and_linked_folders_are_not_part_of_it(tmp_path: Path) -> None:
    folder = written(tmp_path / "talks", briefing=HEAD, **{".swap": "[", ".git__config": "["})
    written(tmp_path / "elsewhere", broken="[")
    (folder / "link").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    (folder / "round").symlink_to(folder, target_is_directory=True)
    assert load_briefing(folder).problems == ()


def test_a_key_of_the_heading_may_stand_in_one_file_only(tmp_path: Path) -> None:
    folder = written(tmp_path / "talks", briefing=HEAD, more="editor: Kim\ntitle: Other\n")
    (problem,) = load_briefing(folder).problems
    assert problem.code == "duplicate-key"
    assert problem.position == Position(folder / "more.yaml", 2, 1)
    assert f"{folder / 'briefing.yaml'}:2:1" in problem.message


def test_problems_stand_in_the_file_they_are_in(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "talks",
        briefing=HEAD + "evidence: [{id: e, text: x}]\n",
        more="evidence:\n  - {id: e, text: y}\n  - {id: f, text: z, figures: 5}\n",
        other="claims:\n  - {id: c, text: x, speaker: nobody}\n",
    )
    found = [
        (problem.code, problem.position.file.name, problem.position.line, problem.path)
        for problem in load_briefing(folder).problems
    ]
    assert found == [
        ("duplicate-id", "more.yaml", 2, "evidence[0].id"),
        ("figure-without-measure", "more.yaml", 3, "evidence[1].figures"),
        ("dangling-id", "other.yaml", 2, "claims[0].speaker"),
    ]


def test_what_a_broken_file_may_hold_is_not_missed_elsewhere(tmp_path: Path) -> None:
    folder = written(
        tmp_path / "talks",
        briefing="id: a\ntitle: b\nsource: paper\n",
        parties="sources: [{id: paper, name: x}\n",
    )
    assert codes(load_briefing(folder)) == ["bad-yaml"]


def test_a_key_that_no_file_has_is_missed_in_the_first(tmp_path: Path) -> None:
    folder = written(tmp_path / "talks", briefing="id: a\n", more="editor: b\n")
    (problem,) = load_briefing(folder).problems
    assert (problem.code, problem.path) == ("missing-key", "title")
    assert problem.position.file.name == "briefing.yaml"


def test_a_folder_without_a_head_is_no_briefing(tmp_path: Path) -> None:
    written(tmp_path, talks=HEAD)
    assert not is_briefing_folder(tmp_path)
    assert codes(load_briefing(tmp_path)) == ["not-found"]


@pytest.mark.parametrize("name", ["briefing.yaml", "briefing.yml"])
def test_a_folder_with_a_head_is_one(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(HEAD)
    assert is_briefing_folder(tmp_path)
    assert load_briefing(tmp_path).problems == ()


def test_a_closed_briefing_keeps_its_best_title(desk: Desk) -> None:
    assert desk.load("id: x\ntitle: Known\nas_of: never\n").title == "Known"
    assert desk.load("title: [\n", "the-name.yaml").title == "the-name"
    assert desk.load('id: x\ntitle: "a\\e[31mb"\nas_of: never\n').title == "a␛[31mb"


def test_file_names_are_text_from_outside_too(desk: Desk) -> None:
    loaded = desk.load("id: [\n", "a\x1b[2J\u202eb.yaml")
    (problem,) = loaded.problems[-1:]
    shown = f"{problem.position} {loaded.title} {problem.message}"
    assert "\x1b" not in shown
    assert "␛[2J⟨U+202E⟩b" in shown
    assert os.fsencode(loaded.path).endswith("\u202eb.yaml".encode())


def test_an_undecodable_file_name_is_shown_too(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.yaml"))
    try:
        file.write_text(HEAD)
    except OSError:
        pytest.skip("this file system holds no such name")
    loaded = load_briefing(file)
    assert loaded.problems == ()
    str(loaded.positions["paper"]).encode()


def test_a_folder_named_like_a_file_is_no_briefing(tmp_path: Path) -> None:
    folder = tmp_path / "briefing.yaml"
    folder.mkdir()
    assert not is_briefing_folder(tmp_path)
    assert codes(load_briefing(folder)) == ["not-found"]


def test_a_part_that_cannot_be_searched_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "talks", briefing=HEAD, closed__more="editor: Kim\n")
    scan = os.scandir

    def refuse(path: str) -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    # Whoever may read everything cannot be refused by the file system itself.
    monkeypatch.setattr(os, "scandir", refuse)
    assert codes(load_briefing(folder)) == ["unreadable"]


def test_a_part_that_is_no_regular_file_is_a_problem(tmp_path: Path) -> None:
    folder = written(tmp_path / "talks", briefing=HEAD)
    os.mkfifo(folder / "pipe.yaml")
    (folder / "gone.yaml").symlink_to("nowhere")
    assert codes(load_briefing(folder)) == ["not-found", "not-a-file"]


def test_the_collector_is_left_as_it_was(desk: Desk) -> None:
    assert gc.isenabled()
    desk.load("id: [\n")
    assert gc.isenabled()


@pytest.mark.parametrize("claims", [1, 7, 400])
def test_the_generated_briefing_is_without_fault(desk: Desk, claims: int) -> None:
    text = generate(claims, seed=claims)
    assert text == generate(claims, seed=claims)
    loaded = desk.load(text)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert len(loaded.briefing.claims) == claims


def test_what_ships_is_without_error() -> None:
    for head in SHIPPED.glob("*/briefing.yaml"):
        loaded = load_briefing(head.parent)
        assert loaded.briefing is not None, loaded.problems
        assert not loaded.text_replaced
