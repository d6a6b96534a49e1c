"""Saved filters: a file with one on each line, which the reader may write in too."""

from __future__ import annotations

from pathlib import Path

import pytest

from brief_tui.library.saved_filters import LONGEST_NAME, key_of, read_saved, remove, save


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The place of the file, which is not there yet, nor its folder."""
    return tmp_path / "config" / "filters.txt"


def written(file: Path, text: str | bytes) -> Path:
    """The file, with this in it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return file


def names(file: Path) -> list[str]:
    """The names of the filters that can be read, where nothing is wrong."""
    saved, problems = read_saved(file)
    assert problems == ()
    return [each.name for each in saved]


def test_there_are_none_at_first(file: Path) -> None:
    assert read_saved(file) == ((), ())


def test_what_is_saved_is_read_again(file: Path) -> None:
    save(file, "Seoul in October", 'country:KR "special forces" said:2024-10')
    save(file, "no article", "-voice:article")
    assert [(each.name, each.query) for each in read_saved(file)[0]] == [
        ("Seoul in October", 'country:KR "special forces" said:2024-10'),
        ("no article", "-voice:article"),
    ]


def test_a_query_stands_in_its_line_as_it_is_typed(file: Path) -> None:
    for query in ("#tag", "[x] {y}: z", '"a: b" OR c', "grade:>=C3", "'", "% & *", "länder:日本"):
        save(file, "it", query)
        (saved,) = read_saved(file)[0]
        assert saved.query == query
        assert file.read_text(encoding="utf-8").splitlines()[-1] == f"it: {query}"


def test_saving_under_a_name_that_is_there_takes_its_place(file: Path) -> None:
    written(file, "first: a\nSecond one: b\nthird: c\n")
    save(file, "second-ONE", "new")
    assert file.read_text() == "first: a\nsecond-ONE: new\nthird: c\n"


def test_what_the_reader_wrote_besides_stays_as_it_is(file: Path) -> None:
    before = "\ufeff# mine\r\n\r\nfirst: a\r\nnonsense\n  second :  b"
    written(file, before)
    save(file, "third", "c")
    assert file.read_bytes().decode() == f"{before}\nthird: c\n"
    remove(file, "third")
    remove(file, "first")
    remove(file, "never there")
    assert file.read_bytes().decode() == "\ufeff# mine\r\n\r\nnonsense\n  second :  b\n"


def test_a_bad_line_costs_no_other_line_anything(file: Path) -> None:
    lines = (
        b"a: x\nno colon:here\n\xff: y\nb:\n# c: d\nA: again\n\te :\tf  \n: g\n\x1b: h\ni: \xff\n"
    )
    saved, problems = read_saved(written(file, lines))
    assert [(each.name, each.query) for each in saved] == [("a", "x"), ("e", "f")]
    assert [
        (each.code, each.position.line, each.position.column, each.found) for each in problems
    ] == [
        ("no-name", 2, 1, "no colon:here"),
        ("not-utf-8", 3, 1, "byte 0xFF"),
        ("no-query", 4, 3, "b"),
        ("same-name", 6, 1, "A"),
        ("bad-name", 8, 1, ""),
        ("bad-name", 9, 1, "␛"),
        ("not-utf-8", 10, 4, "byte 0xFF"),
    ]
    assert saved[1].position.line == 7
    assert saved[1].position.column == 6


@pytest.mark.parametrize(
    "name", ["", "  ", "a: b", "# a", "a\nb\x1b", "\u202e", "--", "x" * (LONGEST_NAME + 1)]
)
def test_what_cannot_be_a_name_is_refused_and_nothing_is_written(file: Path, name: str) -> None:
    with pytest.raises(ValueError, match="a name "):
        save(file, name, "x")
    assert not file.exists()


def test_a_name_is_found_whatever_its_case_and_with_hyphens_for_spaces() -> None:
    assert key_of("Séoul  in_October") == "seoul-in-october" == key_of("seoul-in October")


def test_a_file_that_cannot_be_read_is_not_written_over(file: Path) -> None:
    file.mkdir(parents=True)
    assert read_saved(file)[1][0].code == "not-a-file"
    with pytest.raises(OSError, match="not a regular file"):
        save(file, "a", "x")


def test_a_link_stays_a_link_and_permissions_stay(file: Path) -> None:
    real = written(file.parent.parent / "elsewhere" / "mine.txt", "a: x\n")
    real.chmod(0o640)
    file.parent.mkdir()
    file.symlink_to(real)
    save(file, "b", "y")
    assert file.is_symlink()
    assert names(real) == ["a", "b"]
    assert real.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in real.parent.iterdir()] == ["mine.txt"]
