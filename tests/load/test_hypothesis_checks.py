"""What a briefing's questions and hypotheses must hold together, and what it warns of."""

import pytest

from brief_tui.model.problem import Severity
from brief_tui.model.vocabulary import Consistency
from tests.load.written import HEAD, Desk, codes

ASKED = (
    HEAD
    + """\
evidence: [{id: e, text: x}, {id: f, text: y}]
questions: {id: why, text: Why?}
"""
)
"""A briefing with a question for hypotheses to answer."""


def competing(first: str, second: str = "{id: h2, question: why, text: B}") -> str:
    return f"hypotheses:\n  - {first}\n  - {second}\n"


class TestErrors:
    @pytest.mark.parametrize(
        ("text", "code", "path"),
        [
            (competing("▸{id: h1, text: A}"), "missing-key", "hypotheses[0].question"),
            (competing("{id: h1, question: ▸e, text: A}", "{id: h2, question: why, text: B}")
             + "  - {id: h3, question: why, text: C}\n", "dangling-id", "hypotheses[0].question"),
            (competing("{id: h1, question: why, text: A, marks: {item: ▸why, mark: consistent}}"),
             "dangling-id", "hypotheses[0].marks.item"),
            (competing("{id: h1, question: why, text: A, marks: [▸{mark: consistent}]}"),
             "missing-key", "hypotheses[0].marks[0].item"),
            (competing("{id: h1, question: why, text: A, marks: {item: e, mark: ▸consistant}}",
                       "{id: h2, question: why, text: B, marks: {item: e, mark: consistent}}"),
             "unknown-word", "hypotheses[0].marks.mark"),
            (competing("{id: ▸why, question: why, text: A}"), "duplicate-id", "hypotheses[0].id"),
        ],
    )  # fmt: skip
    def test_a_hypothesis_answers_a_question_and_marks_items(
        self, desk: Desk, text: str, code: str, path: str
    ) -> None:
        loaded = desk.load(ASKED + text.replace("▸", ""))
        assert loaded.briefing is None
        found = [problem for problem in loaded.problems if problem.closes]
        assert [(problem.code, problem.path) for problem in found] == [(code, path)]
        before = (ASKED + text)[: (ASKED + text).index("▸")]
        assert found[0].position.line == before.count("\n") + 1

    def test_an_item_is_marked_once_for_a_hypothesis(self, desk: Desk) -> None:
        marks = "[{item: e, mark: consistent}, {item: ▸e, mark: not-applicable}]"
        other = "{id: h2, question: why, text: B, marks: {item: e, mark: consistent}}"
        text = competing(f"{{id: h1, question: why, text: A, marks: {marks}}}", other)
        problem = desk.only_problem(text, after=ASKED)
        assert (problem.code, problem.severity) == ("marked-twice", Severity.ERROR)
        assert problem.path == "hypotheses[0].marks[1].item"

    def test_the_nearest_word_is_offered(self, desk: Desk) -> None:
        marks = "{item: e, mark: not-aplicable}"
        loaded = desk.load(ASKED + competing(f"{{id: h1, question: why, text: A, marks: {marks}}}"))
        (problem,) = (each for each in loaded.problems if each.code == "unknown-word")
        assert problem.nearest == "not-applicable"
        assert problem.allowed == tuple(Consistency)


class TestWarnings:
    @pytest.mark.parametrize(
        "text",
        [
            "questions: ▸{id: q, text: Why?}\n",
            "questions: ▸{id: q, text: Why?}\nhypotheses: {id: h1, question: q, text: A}\n",
        ],
    )
    def test_two_hypotheses_compete_at_least(self, desk: Desk, text: str) -> None:
        problem = desk.only_problem(text)
        assert (problem.code, problem.severity) == ("too-few-hypotheses", Severity.WARNING)

    def test_what_is_inconsistent_needs_a_why(self, desk: Desk) -> None:
        own = "{id: h1, question: why, text: A, marks: [▸{item: e, mark: inconsistent}]}"
        other = "{id: h2, question: why, text: B, marks: {item: e, mark: consistent}}"
        problem = desk.only_problem(competing(own, other), after=ASKED)
        assert (problem.code, problem.severity) == ("inconsistent-without-note", Severity.WARNING)
        assert problem.path == "hypotheses[0].marks[0]"

    def test_marks_go_along_the_row(self, desk: Desk) -> None:
        own = "{id: h1, question: why, text: A, marks: {item: e, mark: consistent}}"
        other = "▸{id: h2, question: why, text: B, marks: {item: f, mark: consistent}}"
        loaded = desk.load(ASKED + competing(own, other).replace("▸", ""))
        assert codes(loaded) == ["not-marked", "not-marked"]
        assert loaded.briefing is not None
        assert [problem.message[-1] for problem in loaded.problems] == ["f", "e"]

    def test_many_missing_marks_are_one_warning(self, desk: Desk) -> None:
        items = "".join(f"  - {{id: i{number}, text: x}}\n" for number in range(9))
        marks = ", ".join(f"{{item: i{number}, mark: consistent}}" for number in range(9))
        own = f"{{id: h1, question: why, text: A, marks: [{marks}]}}"
        text = ASKED + competing(own, "{id: h2, question: why, text: B}")
        (problem,) = desk.load(
            text + f"options:\n{items}".replace("x}", "x, targets: envoy}")
        ).problems
        assert problem.message.endswith("i0, i1, i2, i3, i4 and 4 more")


def test_what_is_in_order_is_not_warned_of(desk: Desk) -> None:
    own = (
        "{id: h1, question: why, text: A,"
        " marks: [{item: e, mark: inconsistent, note: n, locator: ¶1},"
        " {item: f, mark: consistent}]}"
    )
    other = (
        "{id: h2, question: why, text: B,"
        " marks: [{item: e, mark: consistent}, {item: f, mark: not-applicable}]}"
    )
    loaded = desk.load(ASKED + competing(own, other))
    assert loaded.problems == ()
    assert loaded.briefing is not None
    mark = loaded.briefing.hypotheses[0].marks[0]
    assert (mark.item, mark.note, mark.locator) == ("e", "n", ("¶1",))
    assert loaded.positions["h2"].line == loaded.positions["h1"].line + 1
    assert "why" in loaded.positions


def test_hypotheses_may_stand_in_a_file_of_their_own(desk: Desk) -> None:
    folder = desk.folder / "folder"
    folder.mkdir()
    (folder / "briefing.yaml").write_text(ASKED, encoding="utf-8")
    (folder / "ach.yaml").write_text(
        competing("{id: h1, question: why, text: A}"), encoding="utf-8"
    )
    from brief_tui.load.briefing_file import load_briefing

    loaded = load_briefing(folder)
    assert loaded.problems == ()
    assert loaded.briefing is not None
    assert len(loaded.briefing.hypotheses) == 2
