"""What the terminal can do, decided from its name and the environment."""

from __future__ import annotations

import io

import pytest

from brief_tui.terminal.abilities import LINUX_CONSOLE, MULTIPLEXER, VT100, VT220, XTERM
from brief_tui.terminal.answers import FENCE, QUERY, Answers
from brief_tui.terminal.capabilities import Capabilities, ClipboardRoute, Colours, decided
from brief_tui.terminal.findings import findings
from brief_tui.terminal.surroundings import environment, surroundings
from brief_tui.terminal.terminfo import Facts
from brief_tui.terminal.wishes import Wish, Wishes
from tests.terminal.ends import LOCAL, SCREEN, SSH, TMUX, Terminal, around, found, seen

KITTY = "xterm-kitty"
NONE, SIXTEEN, INDEXED, TRUE = Colours
NOBODY_KNOWS = ("of-which-nobody-knows", "of-which-nobody-knows-256color", "../../etc/passwd")
NOT_A_VT100 = Facts(False, 0, False, False, False, False, False, False)
NAMES = {
    "xterm-256color": (INDEXED, XTERM, ClipboardRoute.TERMINAL),
    "xterm": (INDEXED, XTERM, ClipboardRoute.TERMINAL),
    "xterm-16color": (SIXTEEN, XTERM, ClipboardRoute.TERMINAL),
    "xterm-mono": (NONE, XTERM, ClipboardRoute.TERMINAL),
    "xterm-direct": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "screen": (SIXTEEN, MULTIPLEXER, ClipboardRoute.SCREEN),
    "screen-256color": (INDEXED, MULTIPLEXER, ClipboardRoute.SCREEN),
    "screen.xterm-256color": (INDEXED, MULTIPLEXER, ClipboardRoute.SCREEN),
    "tmux": (INDEXED, MULTIPLEXER, ClipboardRoute.NONE),
    "tmux-256color": (INDEXED, MULTIPLEXER, ClipboardRoute.NONE),
    "linux": (SIXTEEN, LINUX_CONSOLE, ClipboardRoute.NONE),
    "linux-16color": (SIXTEEN, LINUX_CONSOLE, ClipboardRoute.NONE),
    "vt100": (NONE, VT100, ClipboardRoute.NONE),
    "vt220": (NONE, VT220, ClipboardRoute.NONE),
    KITTY: (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "alacritty": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "foot": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "foot-extra": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "xterm-ghostty": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "wezterm": (TRUE, XTERM, ClipboardRoute.TERMINAL),
    "rxvt-unicode-256color": (INDEXED, XTERM, ClipboardRoute.TERMINAL),
    "of-which-nobody-knows": (SIXTEEN, VT100, ClipboardRoute.NONE),
    "of-which-nobody-knows-256color": (INDEXED, VT100, ClipboardRoute.NONE),
    "../../etc/passwd": (SIXTEEN, VT100, ClipboardRoute.NONE),
    "unknown": (NONE, VT100, ClipboardRoute.NONE),
    "dumb": (NONE, VT100, ClipboardRoute.NONE),
    "": (NONE, VT100, ClipboardRoute.NONE),
}


@pytest.fixture(autouse=True)
def _not_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")


def test_a_plain_terminal_is_coloured_interactive_and_local() -> None:
    plain = seen()
    assert plain == Capabilities(colours=INDEXED, query=QUERY, around=around())
    assert plain.animates
    assert plain.mouse
    assert plain.interactive


@pytest.mark.parametrize("term", NAMES)
def test_a_name_tells_colours_sequences_and_clipboard(term: str) -> None:
    capabilities = seen(TERM=term)
    assert (capabilities.colours, capabilities.dialect, capabilities.clipboard) == NAMES[term]


@pytest.mark.parametrize("term", NAMES)
def test_no_name_alone_is_believed_to_take_whole_frames(term: str) -> None:
    assert not seen(TERM=term).synchronized


@pytest.mark.parametrize("term", NAMES)
def test_only_terminals_that_have_them_are_asked_for_other_keys(term: str) -> None:
    having = {KITTY, "alacritty", "foot", "foot-extra", "xterm-ghostty", "wezterm"}
    assert seen(TERM=term).extended_keys is (term in having)


@pytest.mark.parametrize("term", NAMES)
def test_only_terminals_that_swallow_what_they_do_not_know_are_asked_everything(term: str) -> None:
    printing = {"vt100", "vt220", "linux", "linux-16color", *NOBODY_KNOWS}
    dumb = {"dumb", "unknown", ""}
    expected = FENCE if term in printing else "" if term in dumb else QUERY
    assert seen(TERM=term).query == expected


def test_the_terminal_of_macos_is_not_asked_what_it_would_print() -> None:
    assert seen(TERM_PROGRAM="Apple_Terminal").query == FENCE


@pytest.mark.parametrize("term", ["dumb", "unknown", "", "vt52"])
def test_a_terminal_without_a_cursor_is_not_interactive(
    term: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brief_tui.terminal.terminfo.look_up", lambda _: NOT_A_VT100)
    capabilities = seen(TERM=term)
    assert capabilities.dumb
    assert not capabilities.interactive
    assert not capabilities.animates
    assert "set TERM" in found(TERM=term).interactive.change


@pytest.mark.parametrize("term", NOBODY_KNOWS)
def test_a_terminal_that_nobody_knows_is_asked_as_little_as_possible(term: str) -> None:
    capabilities = seen(TERM=term)
    assert capabilities.interactive
    assert not capabilities.mouse
    assert "terminfo does not know" in found(TERM=term).mouse.reason


def test_a_pipe_or_a_closed_end_is_not_interactive() -> None:
    closed = Terminal()
    closed.close()
    for other in (io.StringIO(), closed, None):
        assert not decided(surroundings(LOCAL, other, Terminal())).interactive
        assert not decided(surroundings(LOCAL, Terminal(), other)).interactive


# Colours.


@pytest.mark.parametrize(("value", "no_color"), [("1", True), ("0", True), ("", False)])
def test_no_color_counts_when_it_is_set_and_not_empty(value: str, no_color: bool) -> None:
    assert seen(NO_COLOR=value, COLORTERM="truecolor").no_color is no_color


@pytest.mark.parametrize(
    ("environ", "colours"),
    [
        ({"COLORTERM": "truecolor"}, TRUE),
        ({"COLORTERM": "24bit"}, TRUE),
        ({"COLORTERM": "yes"}, INDEXED),
        ({"TERM": "vt100", "COLORTERM": "truecolor"}, NONE),
        ({"TERM": "linux", "COLORTERM": "truecolor"}, SIXTEEN),
        ({"TERM": "of-which-nobody-knows", "COLORTERM": "truecolor"}, TRUE),
        (TMUX, INDEXED),
        (TMUX | {"TERM": "screen"}, INDEXED),
        (TMUX | {"COLORTERM": "truecolor"}, TRUE),
        (TMUX | {"TERM": "screen-256color", "COLORTERM": "truecolor"}, TRUE),
        (TMUX | {"TERM": KITTY}, INDEXED),
        (SCREEN | {"COLORTERM": "truecolor"}, INDEXED),
        (SCREEN | {"TERM": "screen", "COLORTERM": "truecolor"}, SIXTEEN),
        (SCREEN | {"TERM": "xterm-256color", "COLORTERM": "truecolor"}, INDEXED),
        (SCREEN | TMUX | {"TERM": "screen", "COLORTERM": "truecolor"}, SIXTEEN),
        ({"TERM": "screen-256color", "COLORTERM": "truecolor"}, INDEXED),
        ({"TERM_PROGRAM": "iTerm.app"}, TRUE),
        ({"TERM_PROGRAM": "Apple_Terminal"}, INDEXED),
        (SCREEN | {"TERM_PROGRAM": "iTerm.app"}, INDEXED),
        ({"VTE_VERSION": "7006"}, TRUE),
    ],
)
def test_the_environment_tells_more_colours_where_it_can_be_believed(
    environ: dict[str, str], colours: Colours
) -> None:
    assert seen(**environ).colours is colours


@pytest.mark.parametrize(
    ("flag", "config", "no_color", "colours"),
    [
        (SIXTEEN, None, "", SIXTEEN),
        (SIXTEEN, NONE, "", SIXTEEN),
        (None, SIXTEEN, "", SIXTEEN),
        (None, SIXTEEN, "1", NONE),
        (SIXTEEN, None, "1", SIXTEEN),
        (SIXTEEN, TRUE, "1", SIXTEEN),
        ("auto", SIXTEEN, "", INDEXED),
        ("auto", SIXTEEN, "1", NONE),
    ],
)
def test_the_command_line_wins_over_no_color_and_that_over_the_configuration(
    flag: Colours | str | None, config: Colours | None, no_color: str, colours: Colours
) -> None:
    asked = None if isinstance(flag, str) else flag
    flags = Wishes(colours=Wish(asked, f"--colors {flag}", at_once=True) if flag else None)
    configured = Wishes(colours=Wish(config, "colors: …") if config else None)
    assert seen(flags.over(configured), NO_COLOR=no_color).colours is colours


# Characters.


@pytest.mark.parametrize(
    ("environ", "utf8"),
    [
        ({"LANG": "C.UTF-8"}, True),
        ({"LANG": "ko_KR.utf8"}, True),
        ({"LANG": "de_DE.UTF-8@euro"}, True),
        ({"LANG": "", "LC_CTYPE": "UTF-8"}, True),
        ({"LANG": "C"}, False),
        ({"LANG": "POSIX"}, False),
        ({"LANG": "de_DE"}, False),
        ({"LANG": "de_DE.ISO-8859-15@euro"}, False),
        ({"LANG": "ja_JP.eucJP"}, False),
        ({"LANG": "C.UTF-8", "LC_ALL": "C"}, False),
        ({"LANG": "C.UTF-8", "LC_CTYPE": "C"}, False),
        ({"LANG": "C", "LC_CTYPE": "C", "LC_ALL": "C.UTF-8"}, True),
        ({"LANG": ""}, False),
        ({"LANG": ""} | SSH, False),
        ({"LANG": "", "TERM": KITTY} | SSH, True),
        ({"LANG": "C", "TERM": KITTY} | SSH, False),
        ({"LANG": "", "TERM_PROGRAM": "WezTerm"}, True),
        ({"TERM": "linux"}, False),
        ({"TERM": "linux", "LANG": ""}, False),
        ({"TERM": "vt220"}, False),
    ],
)
def test_the_locale_tells_whether_it_is_utf8(environ: dict[str, str], utf8: bool) -> None:
    assert seen(**environ).utf8 is utf8


def test_the_locale_that_python_makes_up_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Started:
        utf8_mode = 1

    monkeypatch.setenv("LC_CTYPE", "C.UTF-8")
    monkeypatch.setattr("sys.flags", Started)
    assert "LC_CTYPE" not in environment()
    monkeypatch.setenv("LC_CTYPE", "ko_KR.UTF-8")
    assert environment()["LC_CTYPE"] == "ko_KR.UTF-8"


# What stands between.


@pytest.mark.parametrize("name", ["SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT"])
def test_over_ssh_nothing_moves_and_the_mouse_stays_with_the_terminal(name: str) -> None:
    remote = seen(**{name: "192.0.2.1 50000 22"})
    assert remote.over_ssh
    assert not remote.animates
    assert not remote.mouse
    assert remote.interactive
    assert name in found(**{name: "x"}).mouse.reason


def test_the_mouse_is_had_over_ssh_by_whoever_asks_for_it() -> None:
    assert seen(Wishes(mouse=Wish(True, "--mouse", at_once=True)), **SSH).mouse


def test_tmux_is_known_by_its_socket_and_fills_its_own_buffer() -> None:
    inside = seen(**TMUX)
    assert inside.in_tmux
    assert inside.clipboard is ClipboardRoute.TMUX
    assert not seen(TMUX="").in_tmux


@pytest.mark.parametrize("multiplexer", [TMUX, SCREEN])
def test_inside_a_multiplexer_that_is_what_draws_whatever_term_was_made_to_say(
    multiplexer: dict[str, str],
) -> None:
    inside = seen(**multiplexer | {"TERM": KITTY})
    assert inside.dialect == MULTIPLEXER
    assert not inside.extended_keys
    assert not inside.hyperlinks


def test_screen_wraps_what_is_for_the_terminal() -> None:
    assert seen(**SCREEN).clipboard is ClipboardRoute.SCREEN
    assert seen(STY="1234.pts-0.host").clipboard is ClipboardRoute.SCREEN


@pytest.mark.parametrize(
    "environ", [{"TERM_PROGRAM": "Apple_Terminal"}, {"VTE_VERSION": "7006"}, {"TERM": "linux"}]
)
def test_what_has_no_clipboard_is_sent_nothing(environ: dict[str, str]) -> None:
    assert seen(**environ).clipboard is ClipboardRoute.NONE


@pytest.mark.parametrize(
    ("environ", "links"),
    [
        ({}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "vt100"}, False),
        (SCREEN, False),
        (SCREEN | {"TERM_PROGRAM": "WezTerm"}, False),
        (TMUX, False),
        (TMUX | {"TERM_PROGRAM_VERSION": "3.4"}, True),
        (TMUX | {"TERM_PROGRAM_VERSION": "next-3.6"}, True),
        (TMUX | {"TERM_PROGRAM_VERSION": "3.10"}, True),
        (TMUX | {"TERM_PROGRAM_VERSION": ""}, False),
        (TMUX | {"TERM_PROGRAM": "WezTerm", "TERM_PROGRAM_VERSION": "20240203"}, False),
        ({"TERM": KITTY}, True),
        ({"TERM": "foot"}, True),
        ({"TERM_PROGRAM": "iTerm.app"}, True),
        ({"TERM_PROGRAM": "Apple_Terminal"}, False),
        ({"VTE_VERSION": "7006"}, True),
    ],
)
def test_links_are_sent_only_to_what_is_known_to_take_them(
    environ: dict[str, str], links: bool
) -> None:
    assert seen(**environ).hyperlinks is links


# Answers.


def test_answers_change_what_no_frame_depends_on() -> None:
    before = seen()
    answers = Answers(True, True, True, "WezTerm 20240203", complete=True)
    after = before.with_answers(answers)
    assert after.synchronized
    assert after.extended_keys
    assert after.hyperlinks
    kept = ("colours", "utf8", "dialect", "mouse", "query", "interactive")
    assert all(getattr(after, name) == getattr(before, name) for name in kept)


def test_an_answer_that_it_has_no_whole_frames_counts_too() -> None:
    after = seen().with_answers(Answers(synchronized=True)).with_answers(Answers(False))
    assert not after.synchronized


@pytest.mark.parametrize("asked", [True, False])
def test_what_the_reader_asked_for_stands_whatever_the_terminal_answers(asked: bool) -> None:
    wishes = Wishes(
        synchronized=Wish(asked, "synchronized: …"), hyperlinks=Wish(asked, "hyperlinks: …")
    )
    for said in (True, False):
        after = seen(wishes).with_answers(Answers(said, program="kitty(0.39.1)", complete=True))
        assert (after.synchronized, after.hyperlinks) == (asked, asked)


@pytest.mark.parametrize(
    ("environ", "answers", "route"),
    [
        ({"TERM": "screen"}, Answers(program="tmux 3.3a"), ClipboardRoute.NONE),
        ({"TERM": "tmux"}, Answers(clipboard=True), ClipboardRoute.TERMINAL),
        ({}, Answers(program="VTE(7006)"), ClipboardRoute.NONE),
        ({}, Answers(program="VTE(9000)", clipboard=True), ClipboardRoute.TERMINAL),
        (TMUX, Answers(program="tmux 3.3a", clipboard=True), ClipboardRoute.TMUX),
    ],
)
def test_answers_tell_of_the_clipboard(
    environ: dict[str, str], answers: Answers, route: ClipboardRoute
) -> None:
    assert seen(**environ).with_answers(answers).clipboard is route


@pytest.mark.parametrize(("version", "links"), [("tmux 3.3a", False), ("tmux 3.4", True)])
def test_tmux_on_another_machine_tells_its_version(version: str, links: bool) -> None:
    remote = seen(TERM="screen-256color", **SSH)
    assert remote.with_answers(Answers(program=version)).hyperlinks is links


# Findings.


@pytest.mark.parametrize("term", NAMES)
def test_what_is_shown_is_what_is_decided(term: str) -> None:
    shown, capabilities = found(TERM=term), seen(TERM=term)
    for name, finding in zip(shown._fields, shown, strict=True):
        assert getattr(capabilities, name) == finding.value
        assert finding.reason
        assert finding.words


@pytest.mark.parametrize("term", NAMES)
def test_findings_are_words_that_every_terminal_can_show(term: str) -> None:
    environ = {"TERM": term, "COLORTERM": "\x1b[31mtrue\u202ecolor" * 9, "LANG": "C\x9b.\x07"}
    for finding in found(**environ):
        text = f"{finding.name}{finding.words}{finding.reason}{finding.change}"
        assert text.isascii()
        assert text.isprintable()


def test_findings_with_answers_keep_to_what_the_reader_starts_with() -> None:
    remote = around(TERM="screen-256color", COLORTERM="truecolor")
    answered = remote._replace(answers=Answers(program="tmux 3.4", complete=True))
    assert findings(answered).colours == findings(remote).colours
    assert decided(answered).colours is decided(remote).colours


def test_what_was_asked_for_is_named_in_the_reason() -> None:
    said = found(Wishes(mouse=Wish(False, "--no-mouse", at_once=True))).mouse
    assert said.reason == "you asked for it: --no-mouse"
