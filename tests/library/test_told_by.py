"""What tells, unread, that a library is as it was."""

from pathlib import Path

from brief_tui.library.told_by import MOST, told_by


def test_files_and_folders_are_told_by_themselves_and_all_in_them(tmp_path: Path) -> None:
    folder = tmp_path / "library" / "talks"
    folder.mkdir(parents=True)
    for name in ("briefing.yaml", "claims.yaml", ".hidden.yaml"):
        (folder / name).touch()
    single = tmp_path / "single.yaml"
    single.touch()
    inside = [folder, folder / "briefing.yaml", folder / "claims.yaml"]
    assert told_by([folder.parent, single]) == [folder.parent, *inside, single]


def test_a_path_where_nothing_is_counts(tmp_path: Path) -> None:
    assert told_by([tmp_path / "later"]) == [tmp_path / "later"]


def test_a_link_that_leads_back_is_followed_once(tmp_path: Path) -> None:
    (tmp_path / "back").symlink_to(tmp_path)
    assert told_by([tmp_path]) == [tmp_path, tmp_path / "back"]


def test_of_a_large_library_it_is_not_known(tmp_path: Path) -> None:
    for number in range(MOST):
        (tmp_path / f"{number}.yaml").touch()
    assert told_by([tmp_path]) is None
    (tmp_path / "0.yaml").unlink()
    assert told_by([tmp_path]) is not None
