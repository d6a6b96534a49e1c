"""What a terminal answers, and what of it is believed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brief_tui.terminal.answers import FENCE, QUERY, UNASKED, Answers
from tests.hostile.grammar import assert_ours
from tests.tui.answering import KITTY, SILENT, TMUX, XTERM, Manner


def said_by(terminal: Manner) -> Answers:
    """What a terminal says when it is asked everything."""
    answers = UNASKED
    for reply in terminal.answers(QUERY):
        answers = answers.taking(reply)
    return answers


@pytest.mark.parametrize(
    ("terminal", "answers"),
    [
        (XTERM, Answers(synchronized=True, program="XTerm(406)", complete=True)),
        (KITTY, Answers(True, extended_keys=True, program="kitty(0.39.1)", complete=True)),
        (TMUX, Answers(program="tmux 3.3a", complete=True)),
        (SILENT, UNASKED),
        (XTERM._replace(modes={}), Answers(False, program="XTerm(406)", complete=True)),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_terminal_says_what_it_can_do(terminal: Manner, answers: Answers) -> None:
    assert said_by(terminal) == answers
    assert UNASKED.taking_all("".join(terminal.answers(QUERY))) == answers


def test_the_last_question_is_the_one_that_every_terminal_answers() -> None:
    assert QUERY.endswith(FENCE)
    assert_ours(QUERY)


@pytest.mark.parametrize(
    ("mode", "there"), [("0", False), ("1", True), ("2", True), ("3", False), ("4", False)]
)
def test_a_mode_is_there_if_it_can_be_switched(mode: str, there: bool) -> None:
    assert UNASKED.taking(f"\x1b[?2026;{mode}$y").synchronized is there


@pytest.mark.parametrize(
    ("device", "clipboard"),
    [
        ("\x1b[?62;4;22;52c", True),
        ("\x1b[?62;4;22c", False),
        ("\x1b[?1;52c", False),
        ("\x1b[?52c", False),
        ("\x1b[?62;152c", False),
        ("\x1b[?6c", False),
    ],
)
def test_a_terminal_of_level_60_and_more_names_its_clipboard(device: str, clipboard: bool) -> None:
    assert UNASKED.taking(device) == Answers(clipboard=clipboard, complete=True)


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "\x1b",
        "\x1b[",
        "\x1b[?2026;9$y",
        "\x1b[?2026;$y",
        "\x1b[?2027;1$y",
        "\x1b[?2026;1$y\x1b[A",
        "\x1b[?u",
        "\x1b[1u",
        "\x1b[?99999u",
        "\x1bP>|\x1b\\",
        "\x1bP>|" + "x" * 61 + "\x1b\\",
        "\x1bP>|a\x1b[31mb\x1b\\",
        "\x1bP>|국\x1b\\",
        "\x1bP>|unended",
        "\x1b[>41;406;0c",
        "\x1b[?" + "1;" * 40 + "1c",
        "\x1b[?;1c",
        "\x1b[?c",
        "52c",
    ],
)
def test_what_is_malformed_or_was_not_asked_is_no_answer(reply: str) -> None:
    before = Answers(True, program="xterm")
    assert before.taking(reply) == before


def test_answers_are_found_among_keys() -> None:
    text = "j\x1b[?2026;2$y\x1b[A\x1b[?0u국q\x1b\x1b[?1;2c"
    assert UNASKED.taking_all(text) == Answers(True, extended_keys=True, complete=True)


@given(st.text(st.sampled_from("\x1b[?>P|;$012568cuyq\\ \x07a국")))
def test_no_answer_brings_more_than_printable_ascii(text: str) -> None:
    for answers in (UNASKED.taking(text), UNASKED.taking_all(text)):
        assert answers.program.isascii()
        assert not answers.program or answers.program.isprintable()
        assert len(answers.program) <= 60
