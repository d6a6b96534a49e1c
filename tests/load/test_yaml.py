"""Files and the YAML in them: what is refused, and where it is said to stand."""

import os
import re
from pathlib import Path

import pytest

from brief_tui.load.briefing_file import load_briefing
from brief_tui.load.document import MAX_DEPTH, MAX_TEXT
from brief_tui.load.file_text import MAX_BYTES, MAX_PROBLEMS
from brief_tui.load.nodes import Mapping
from brief_tui.load.tree import parse
from brief_tui.model.problem import Severity
from tests.load.written import HEAD, MARK, Desk, codes


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("▸title: Once more\n", "duplicate-key"),
        ("editor: ▸&me Kim\n", "anchor"),
        ("summary: ▸&list [a, b]\n", "anchor"),
        ("editor: ▸*me\n", "alias"),
        ("▸<<: {editor: Kim}\n", "merge-key"),
        ("editor: ▸!!str 5\n", "tag"),
        ("summary: ▸!!python/object/apply:os.system [ls]\n", "tag"),
        ("editor: ▸! x\n", "tag"),
        ("? ▸[a, b]\n: c\n", "key-not-text"),
        ("? ▸{a: b}\n: c\n", "key-not-text"),
        ("editor: Kim\n▸---\nid: second\n", "second-document"),
        ("editor: Kim\n▸...\nid: second\n", "second-document"),
        ("editor: Kim\n▸...\n...\n", "second-document"),
        ("editor: a▸: b\n", "bad-yaml"),
        ('editor: "x\n', "bad-yaml"),
        ("summary: [a, b\n▸", "bad-yaml"),
        ("editor: ▸@me\n", "bad-yaml"),
        ("▸\teditor: me\n", "bad-yaml"),
        ('editor: "\\u▸d800"\n', "bad-yaml"),
        ("editor: ▸" + "x" * (MAX_TEXT + 1) + "\n", "text-too-long"),
    ],
)
def test_yaml_that_a_briefing_does_not_need_is_refused(desk: Desk, text: str, code: str) -> None:
    if MARK not in text:
        assert codes(desk.load_after_head(text)) == [code]
        return
    problem = desk.only_problem(text)
    assert (problem.code, problem.severity, problem.closes) == (code, Severity.ERROR, True)


@pytest.mark.parametrize("text", ["%YAML 1.1\n---\n", "# c\n\n%TAG ! tag:x,2024:\n--- \n"])
def test_directives_are_refused(desk: Desk, text: str) -> None:
    loaded = desk.load(text + HEAD)
    assert codes(loaded) == ["directive"]
    assert loaded.problems[0].position.line == text.count("\n", 0, text.index("%")) + 1


@pytest.mark.parametrize(
    "text",
    [
        "---\n" + HEAD,
        HEAD + "...\n",
        HEAD + "# the end\n",
        "\ufeff" + HEAD,
        HEAD.replace("\n", "\r\n"),
    ],
)
def test_yaml_that_says_no_more_is_accepted(desk: Desk, text: str) -> None:
    loaded = desk.load(text)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert loaded.briefing.title == "Talks on a ceasefire"


def test_several_refusals_are_reported_at_once_with_their_paths(desk: Desk) -> None:
    loaded = desk.load_after_head(
        "editor: &a Kim\nclaims:\n"
        "  - {id: c, text: *a, text: x, voice: !x editor}\n  - &b {id: d}\n"
    )
    found = [(problem.code, problem.path) for problem in loaded.problems]
    assert ("anchor", "editor") in found
    assert ("alias", "claims[0].text") in found
    assert ("duplicate-key", "claims[0].text") in found
    assert ("tag", "claims[0].voice") in found
    assert ("anchor", "claims[1]") in found


def test_what_was_refused_is_not_reported_as_missing_or_of_a_wrong_type(desk: Desk) -> None:
    assert codes(desk.load_after_head("claims: [{id: c, text: *a, voice: article}]\n")) == ["alias"]


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("editor: a: b\n", "quotes"),
        ("\teditor: b\n", "a tab cannot indent"),
        ("editor\nid: x\n", "`: `"),
    ],
)
def test_a_slip_that_everybody_makes_is_explained(desk: Desk, text: str, hint: str) -> None:
    assert hint in desk.load(text).problems[-1].message


def test_what_came_before_a_syntax_error_is_reported_with_it(desk: Desk) -> None:
    loaded = desk.load("title: Talks\ntitel: Talks\neditor: &x Kim\nclaims: [a,\n")
    assert codes(loaded) == ["unknown-key", "anchor", "bad-yaml"]
    assert loaded.title == "Talks"


@pytest.mark.parametrize("opening", ["[", "{", "- ", "? ", "[{a: "])
def test_thirty_thousand_openings_are_one_problem(desk: Desk, opening: str) -> None:
    assert "too-deep" in codes(desk.load(opening * 30_000))


def test_the_deepest_allowed_is_allowed() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH, Path("x")).problems == []
    too_deep = parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), Path("x")).problems
    assert [(problem.code, problem.position.column) for problem in too_deep] == [
        ("too-deep", MAX_DEPTH + 1)
    ]


def test_billion_laughs_ends_at_once(desk: Desk) -> None:
    text = "a: &a [x, x]\n" + "".join(
        f"{new}: &{new} [*{old}, *{old}]\n" for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    found = codes(desk.load(text))
    assert found.count("anchor") == 9
    assert found.count("alias") == 16


def test_more_problems_than_anyone_reads_end_with_one_that_says_so(desk: Desk) -> None:
    loaded = desk.load_after_head("claims: [" + "&a x, " * 3000 + "]\n")
    assert len(loaded.problems) == MAX_PROBLEMS + 1
    assert loaded.problems[-1].code == "too-many"
    assert loaded.briefing is None


def test_errors_are_told_before_warnings_where_there_are_too_many(desk: Desk) -> None:
    claims = "".join(f"  - {{id: c{number}, text: x}}\n" for number in range(1200))
    loaded = desk.load_after_head(f"claims:\n{claims}  - {{id: last, text: x, voice: artcle}}\n")
    assert "unknown-word" in codes(loaded)
    assert loaded.briefing is None


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff"])
def test_a_file_with_nothing_in_it_is_no_briefing(desk: Desk, text: str) -> None:
    loaded = desk.load(text)
    assert loaded.briefing is None
    assert len(loaded.problems) == 1


@pytest.mark.parametrize("text", ["just a text\n", "- a\n- b\n", "[]\n"])
def test_a_document_that_is_no_mapping_is_no_briefing(desk: Desk, text: str) -> None:
    assert codes(desk.load(text))[0] == "wrong-type"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"id: a\ntitle: caf\xe9\n", 2, 11),
        ("id: ä\ntitle: ö".encode() + b"\xff", 2, 9),
        (b"a: \xed\xa0\x80", 1, 4),
        ("id: a\n".encode("utf-16"), 1, 1),
        ("id: a\n".encode("utf-16-be"), 1, 1),
        ("id: a\n".encode("utf-32"), 1, 1),
    ],
)
def test_another_encoding_is_one_problem_with_its_place(
    desk: Desk, data: bytes, line: int, column: int
) -> None:
    (problem,) = desk.load(data).problems
    assert problem.code == "not-utf-8"
    assert (problem.position.line, problem.position.column) == (line, column)


@pytest.mark.parametrize(
    "character", ["\0", "\x1b", "\x7f", "\x80", "\x85", "\u2028", "\u2029", "\ufeff", "\ufffe"]
)
def test_a_raw_control_is_told_at_its_place_and_the_briefing_still_opens(
    desk: Desk, character: str
) -> None:
    loaded = desk.load_after_head(f"editor: K{character}m\nlanguage: en\n")
    (problem,) = loaded.problems
    assert (problem.code, problem.found) == ("unsafe-text", f"U+{ord(character):04X}")
    assert (problem.position.line, problem.position.column) == (HEAD.count("\n") + 1, 10)
    assert loaded.text_replaced
    assert loaded.briefing is not None
    assert re.fullmatch("K[^\x00-\x7f]m", loaded.briefing.editor)
    assert loaded.briefing.language == "en"


def test_lines_are_counted_as_editors_do(desk: Desk) -> None:
    loaded = desk.load_after_head("editor: a\u2028b\u0085c\n# \u2029\nlanguage: '!'\n")
    assert loaded.problems[-1].code == "bad-language"
    assert loaded.problems[-1].position.line == HEAD.count("\n") + 3


def test_a_file_of_controls_is_no_text_file(desk: Desk) -> None:
    loaded = desk.load(b"abcd" + b"\x01" * 5000)
    assert "not-text" in codes(loaded)
    assert loaded.briefing is None


def test_a_file_too_large_is_not_read(desk: Desk) -> None:
    file = desk.folder / "large.yaml"
    with file.open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    (problem,) = load_briefing(file).problems
    assert problem.code == "too-large"


def test_a_pipe_is_not_waited_for(desk: Desk) -> None:
    pipe = desk.folder / "pipe.yaml"
    os.mkfifo(pipe)
    assert codes(load_briefing(pipe)) == ["not-a-file"]


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="there is no such device here")
def test_a_device_is_not_read() -> None:
    assert codes(load_briefing(Path("/dev/zero"))) == ["not-a-file"]


def test_a_file_that_is_not_there_is_a_problem(desk: Desk) -> None:
    assert codes(load_briefing(desk.folder / "nowhere.yaml")) == ["not-found"]
    assert codes(load_briefing(Path("a\0b"))) == ["unreadable"]


def test_scalars_are_read_as_yaml_1_2_reads_them(desk: Desk) -> None:
    loaded = desk.load_after_head(
        "countries: [NO, SE]\nas_of: 2024-10-23\neditor: 12:30\n"
        "not_known: [yes, on, 1_000, 0777, 1e3, 2024-10-22, '~', .inf, =]\n"
    )
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert loaded.briefing.countries == ("NO", "SE")
    assert loaded.briefing.editor == "12:30"
    assert [each.text for each in loaded.briefing.not_known] == [
        "yes", "on", "1_000", "0777", "1e3", "2024-10-22", "~", ".inf", "=",
    ]  # fmt: skip


def test_every_key_and_value_has_a_place() -> None:
    tree = parse("a: 1\nb:\n  - c: 'x'\n    d: [e]\n", Path("x"))
    assert isinstance(tree.root, Mapping)
    key_mark, below = tree.root.entries["b"]
    assert (key_mark.line, key_mark.column) == (1, 0)
    assert tree.position(below.mark if not isinstance(below, tuple) else below[1]).line == 3


def test_a_pyyaml_without_its_c_part_reads_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    text = HEAD + "claims: [{id: c, text: x, voice: artcle, a: &b c}]\neditor: [\n"
    with_c = desk.load(text)
    monkeypatch.setitem(sys.modules, "yaml._yaml", None)
    without = desk.load(text)
    assert codes(without) == codes(with_c)
    assert without.problems[0].position == with_c.problems[0].position
