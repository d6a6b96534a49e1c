"""The line of a problem with a caret under its place."""

from pathlib import Path

import pytest

from brief_tui.load.excerpt import excerpt
from brief_tui.model.problem import Position
from brief_tui.render import cells


def shown(folder: Path, line: str, column: int, width: int = 76) -> tuple[str, ...]:
    file = folder / "file.yaml"
    file.write_bytes(f"first: line\r\n{line}\nlast: line\n".encode())
    return excerpt(Position(file, 2, column), width, cells.width)


def test_the_caret_stands_under_the_column(tmp_path: Path) -> None:
    assert shown(tmp_path, "said: 2024-13", 7) == ("said: 2024-13", "      ^")


def test_the_caret_counts_cells(tmp_path: Path) -> None:
    line = "title: 北朝鮮 e\u0301 *x"
    text, caret = shown(tmp_path, line, line.index("*") + 1)
    assert caret.index("^") == cells.width("title: 北朝鮮 é ") == len("title: ") + 6 + 3
    assert text.startswith("title: 北朝鮮 é *x")


def test_what_is_not_safe_is_replaced_and_the_caret_still_points_at_it(tmp_path: Path) -> None:
    text, caret = shown(tmp_path, "a: \u202eb\x1bc", 6)
    assert text == "a: ⟨U+202E⟩b␛c"
    assert caret.index("^") == text.index("␛")


@pytest.mark.parametrize("column", [1, 4, 60, 500, 999, 1004])
@pytest.mark.parametrize("letter", ["x", "北", "\u202e", "e\u0301"])
def test_a_long_line_is_cut_around_the_column(tmp_path: Path, letter: str, column: int) -> None:
    text, caret = shown(tmp_path, "ab " + letter * 1000, column, width=40)
    assert cells.width(text) <= 40
    assert len(caret) <= 41
    assert "…" in text


def test_a_place_behind_the_end_is_shown_there(tmp_path: Path) -> None:
    assert shown(tmp_path, "a: [", 5) == ("a: [", "    ^")
    assert shown(tmp_path, "a: [", 99) == ("a: [", "    ^")


def test_where_there_is_no_line_nothing_is_shown(tmp_path: Path) -> None:
    assert shown(tmp_path, "", 1) == ()
    assert excerpt(Position(tmp_path / "file.yaml", 99, 1), 76, cells.width) == ()
    assert excerpt(Position(tmp_path / "nowhere.yaml", 1, 1), 76, cells.width) == ()
    assert excerpt(Position(tmp_path, 1, 1), 76, cells.width) == ()


def test_a_file_that_changed_is_read_again(tmp_path: Path) -> None:
    assert shown(tmp_path, "a: b", 1)[0] == "a: b"
    assert shown(tmp_path, "longer: line", 1)[0] == "longer: line"
