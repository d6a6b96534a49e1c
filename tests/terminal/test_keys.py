"""What comes from the terminal, read into keys, pastes, mouse reports and answers."""

from __future__ import annotations

import pytest

from brief_tui.terminal.capabilities import Capabilities
from brief_tui.terminal.enclosed import LONGEST_PASTE, LONGEST_STRING
from brief_tui.terminal.keys import (
    LONGEST_SEQUENCE,
    Decoder,
    Key,
    Mouse,
    Pasted,
    Reply,
    Token,
    patience,
)
from tests.terminal.decoded import (
    LOCAL,
    REMOTE,
    assert_reads,
    cut_in_two,
    one_by_one,
    read,
    said,
    timed,
)
from tests.terminal.sent import KEYS, MALFORMED, REPLIES

LONG = {name for name, data in MALFORMED.items() if len(data) > 2 * LONGEST_SEQUENCE}


@pytest.mark.parametrize("character", ["j", "Q", " ", "é", "한", "🚢", "\u200d"])
def test_a_character_is_a_key_however_it_is_cut(character: str) -> None:
    assert_reads(character.encode(), Key(character))


@pytest.mark.parametrize("code", [*range(0x1B), *range(0x1C, 0x20), 0x7F])
def test_a_control_character_is_a_key(code: int) -> None:
    assert_reads(bytes([code]), Key(chr(code)))


@pytest.mark.parametrize("sequence", KEYS.values(), ids=KEYS)
def test_a_key_that_sends_a_sequence_is_one_key_however_it_is_cut(sequence: str) -> None:
    assert_reads(sequence.encode(), Key(sequence))
    assert_reads(f"j{sequence}k{sequence}".encode(), *map(Key, ("j", sequence, "k", sequence)))


@pytest.mark.parametrize("sequence", REPLIES.values(), ids=REPLIES)
def test_what_the_terminal_answers_is_never_a_key_however_it_is_cut(sequence: str) -> None:
    assert_reads(sequence.encode(), Reply(sequence))
    assert_reads(f"j{sequence}{sequence}k".encode(), Key("j"), *[Reply(sequence)] * 2, Key("k"))


@pytest.mark.parametrize("sequence", ["\x1b[<0;10;20M", "\x1b[<0;10;20m", "\x1b[<65;1;1M"])
def test_the_mouse_is_neither_a_key_nor_an_answer(sequence: str) -> None:
    assert_reads(sequence.encode(), Mouse(sequence))


@pytest.mark.parametrize("name", MALFORMED)
def test_what_is_malformed_is_dropped_and_what_follows_is_read(name: str) -> None:
    data = MALFORMED[name]
    assert read(data) == []
    cut_off = "cut off" in name
    if not cut_off:
        assert said(read(data + "j\x1b[Aé".encode())) == said([Key("j"), Key("\x1b[A"), Key("é")])
    assert said(read(data, b"j", gap=5)) == said([Key("j")])
    if name not in LONG:
        for pieces in (*cut_in_two(data), one_by_one(data)):
            assert read(*pieces) == [], pieces


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"\xff", "\ufffd"),
        (b"\x80", "\ufffd"),
        (b"\xe9j", "\ufffdj"),
        (b"caf\xe9 \xfcber", "caf\ufffd \ufffdber"),
        (b"\xed\xa0\x80", "\ufffd\ufffd\ufffd"),
        (b"\xc0\xaf", "\ufffd\ufffd"),
        (b"\xf4\x90\x80\x80", "\ufffd\ufffd\ufffd\ufffd"),
    ],
)
def test_what_is_not_utf_8_is_the_replacement_character(data: bytes, expected: str) -> None:
    assert_reads(data, *map(Key, expected))


@pytest.mark.parametrize("lead", [b"\xe9", b"\xc3", b"\xf0\x9f", b"\xf0\x9f\x9a"])
def test_a_character_that_is_cut_off_is_not_held_for_ever(lead: bytes) -> None:
    assert_reads(lead, Key("\ufffd"))
    assert_reads(lead + b"j", Key("\ufffd"), Key("j"))
    assert_reads(lead + b"\x1b[A", Key("\ufffd"), Key("\x1b[A"))
    assert said(read(lead, "é".encode(), gap=1)) == said([Key("\ufffd"), Key("é")])


def test_eight_bit_controls_are_never_sequences() -> None:
    for control in range(0x80, 0xA0):
        for written in (bytes([control]), chr(control).encode()):
            assert_reads(written + b"31mj", *map(Key, "\ufffd31mj"))


@pytest.mark.parametrize("begun", [b"\x1b[", b"\x1b[1;5", b"\x1bO", b"\x1b[<0;1", b"\x1b[M!"])
def test_a_control_character_ends_a_sequence_and_is_read(begun: bytes) -> None:
    assert_reads(begun + b"\rj", Key("\r"), Key("j"))
    assert_reads(begun + b"\x03", Key("\x03"))
    assert_reads(begun + b"\x1b[A", Key("\x1b[A"))
    assert_reads(begun + b"\x1b", Key("\x1b"))


def test_a_sequence_as_long_as_allowed_is_read() -> None:
    text = ":".join(["104"] * 14)
    sequence = f"\x1b[0;;{text}u"
    assert len(sequence) <= LONGEST_SEQUENCE
    assert_reads(sequence.encode(), Key(sequence))
    longer = f"\x1b[0;;{text}:{'1' * (LONGEST_SEQUENCE - len(sequence))}u"
    assert len(longer) == LONGEST_SEQUENCE + 1
    assert_reads(f"{longer}j".encode(), Key("j"))
    answer = "\x1b]52;c;" + "A" * (LONGEST_STRING - 7)
    assert said(read(f"{answer}\x1b\\j".encode())) == said([Reply(f"{answer}\x1b\\"), Key("j")])
    assert said(read(f"{answer}A\x1b\\j".encode())) == said([Key("j")])


@pytest.mark.parametrize("begun", ["\x1b]11;rgb:", "\x1bP>|XTerm", "\x1b]", "\x1b_G"])
def test_a_sequence_ends_a_string_and_is_read(begun: str) -> None:
    assert_reads(f"{begun}\x1b[Aj".encode(), Key("\x1b[A"), Key("j"))
    assert_reads(f"{begun}\x1b[?1u".encode(), Reply("\x1b[?1u"))


# Escape.


def test_an_escape_alone_acts_within_50_ms_here() -> None:
    here = patience(Capabilities())
    assert here <= 0.04
    assert list(timed(b"\x1b", patience=here)) == [(here, Key("\x1b"))]


def test_over_ssh_a_sequence_in_pieces_150_ms_apart_is_no_escape() -> None:
    remote = patience(Capabilities(over_ssh=True))
    assert remote <= 0.25
    for name, sequence in (KEYS | REPLIES).items():
        kind = Key if name in KEYS else Reply
        for pieces in cut_in_two(sequence.encode()):
            found = read(*pieces, gap=0.15, patience=remote)
            assert said(found) == said([kind(sequence)]), pieces
    assert said(read(*one_by_one(b"\x1b[5~"), gap=0.15, patience=remote)) == said([Key("\x1b[5~")])


def test_tmux_sends_whole_sequences_so_escape_need_not_wait_for_ssh() -> None:
    assert patience(Capabilities(over_ssh=True, in_tmux=True)) == patience(Capabilities())


@pytest.mark.parametrize("wait", [LOCAL, REMOTE])
def test_the_kitty_protocol_s_escape_waits_for_nothing(wait: float) -> None:
    assert list(timed(b"\x1b[27u", patience=wait)) == [(0, Key("\x1b[27u"))]


@pytest.mark.parametrize("after", ["j", "b", "f", "1", "é", "-", "q", "\r", " ", "\x03"])
def test_escape_may_be_typed_ahead_of_other_keys(after: str) -> None:
    assert_reads(f"\x1b{after}".encode(), Key("\x1b"), Key(after))
    assert_reads(f"\x1b{after}j\x1b[A".encode(), *map(Key, ("\x1b", after, "j", "\x1b[A")))


def test_escapes_in_a_row_all_count() -> None:
    assert_reads(b"\x1b\x1b", Key("\x1b"), Key("\x1b"))
    assert_reads(b"\x1b\x1b\x1b[Aj", *map(Key, ("\x1b", "\x1b", "\x1b[A", "j")))


@pytest.mark.parametrize("begins", "[O")
def test_a_character_that_begins_a_key_is_one_when_nothing_follows(begins: str) -> None:
    assert_reads(f"\x1b{begins}".encode(), Key("\x1b"), Key(begins))


@pytest.mark.parametrize("begins", "]PX^_")
def test_what_may_be_the_beginning_of_an_answer_is_no_key(begins: str) -> None:
    assert_reads(f"\x1b{begins}".encode())


def test_keys_typed_into_a_paste_that_never_ends_do_not_keep_it_open() -> None:
    decoder = Decoder(0.025)
    now = 0.0
    decoder.feed(b"\x1b[200~x", now)
    for _ in range(5):
        now += 0.9
        if decoder.wakes_at is not None and now >= decoder.wakes_at:
            decoder.wake(now)
        last = decoder.feed(b"?", now)
    assert said(last) == said([Key("?")])


@pytest.mark.parametrize("begins", ["]l", "PA", "_G", "^a", "Xa", "]11;", "]\x1b", "]a\x1b"])
def test_a_string_without_an_end_gives_the_keyboard_back(begins: str) -> None:
    typed = [f"\x1b{begins}".encode(), *[b"j"] * 30]
    found = [at for at, _ in timed(*typed, gap=0.1)]
    assert found[0] <= 1.2
    assert len(found) >= 19


def test_what_came_before_anyone_looked_is_not_too_late() -> None:
    decoder = Decoder(LOCAL)
    assert decoder.feed(b"\x1b", 0) == []
    assert said(decoder.feed(b"[A", 3)) == said([Key("\x1b[A")])
    assert decoder.wakes_at is None


def test_to_wake_it_early_or_for_nothing_changes_nothing() -> None:
    decoder = Decoder(LOCAL)
    assert decoder.wake(10) == []
    decoder.feed(b"\x1b", 10)
    assert decoder.wake(10.001) == []
    assert decoder.feed(b"", 10.01) == []
    assert decoder.wakes_at == pytest.approx(10 + LOCAL)
    assert said(decoder.feed(b"[A", 10.002)) == said([Key("\x1b[A")])
    assert decoder.wakes_at is None
    assert decoder.wake(20) == []


# Pastes.


def bracketed(data: bytes) -> bytes:
    """A paste of ``data``."""
    return b"\x1b[200~" + data + b"\x1b[201~"


def test_a_paste_is_text_and_no_keys() -> None:
    assert_reads(bracketed(b"q j\tx"), Pasted("q j\tx"))
    assert_reads(b"a" + bracketed("é한".encode()) + b"b", Key("a"), Pasted("é한"), Key("b"))
    assert_reads(bracketed(b""), Pasted(""))
    assert_reads(bracketed(b"a") + bracketed(b"b"), Pasted("a"), Pasted("b"))


def test_the_lines_of_a_paste_end_as_lines_do_here() -> None:
    assert_reads(bracketed(b"a\rb\r\nc\n\rd"), Pasted("a\nb\nc\n\nd"))


def test_no_control_character_comes_by_a_paste() -> None:
    every = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
    assert_reads(bracketed(f"a{every}b".encode()), Pasted("a\t\n\nb"))
    assert_reads(bracketed(b"\x1b[31mred\x1b[A\x1b[200~"), Pasted("[31mred[A[200~"))
    assert_reads(bracketed(b"\xff\xc3"), Pasted("\ufffd\ufffd"))


def test_the_end_of_a_paste_that_is_not_quite_one_is_text() -> None:
    assert_reads(bracketed(b"\x1b[201\x1b[20"), Pasted("[201[20"))


def test_of_a_long_paste_the_first_megabyte_is_taken_and_the_rest_dropped() -> None:
    most = b"x" * LONGEST_PASTE
    assert said(read(bracketed(most), b"j")) == said([Pasted(most.decode()), Key("j")])
    assert said(read(bracketed(most + b"more"), b"j")) == said([Pasted(most.decode()), Key("j")])
    # A character that the limit cuts is no part of it.
    cut = "é".encode() * LONGEST_PASTE
    (token,) = read(b"\x1b[200~x", cut, b"\x1b[201~")
    assert token == Pasted("x" + "é" * ((LONGEST_PASTE - 1) // 2))


def test_a_paste_that_never_ends_gives_the_keyboard_back() -> None:
    assert said(read(b"\x1b[200~lost", b"j", gap=3)) == said([Key("j")])
    assert said(read(b"\x1b[200~lost\x1b[20", b"j", b"1~", gap=3)) == said(map(Key, "j1~"))


def test_a_paste_over_a_link_that_stalls_for_a_second_stays_one() -> None:
    pieces = (b"\x1b[200~on", b"e and", b" the same\x1b[20", b"1~")
    assert said(read(*pieces, gap=1)) == said([Pasted("one and the same")])


def test_tokens_are_compared_with_their_kind_here() -> None:
    tokens: list[Token] = [Key("j"), Reply("j")]
    assert tokens[0] == tokens[1]
    assert said(tokens)[0] != said(tokens)[1]
