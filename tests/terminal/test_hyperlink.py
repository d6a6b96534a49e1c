"""Which addresses a terminal may be told to lead to."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from brief_tui.terminal.hyperlink import safe_link
from tests.hostile.grammar import text_of

SAFE = [
    "http://example.org",
    "https://example.org/",
    "HTTPS://EXAMPLE.ORG/A?b=c&d=%20e#f",
    "https://example.org:8443/a;b,c(d)'e\"<f>[g]",
    "https://xn--bcher-kva.example/buch",
    "https://[2001:db8::1]/a",
    "https://example.org/users/@someone",
    "https://example.org?mail=a@b",
    "https://example.org./a_b",
    "mailto:press@example.org",
]
REFUSED = {
    "no address": "¶7",
    "nothing": "",
    "another scheme": "ftp://example.org/",
    "another scheme and a path": "ftp://host/x",
    "a script": "javascript:alert(1)",
    "a script with a host, and a newline": "javascript://host/%0aalert(1)",
    "a script with a host": "javascript://example.org/",
    "a file": "file:///etc/passwd",
    "a file on a host": "file://example.org/a",
    "data": "data:text/html,a",
    "data with a host": "data://example.org/a",
    "a program's own scheme": "vscode://file/a",
    "a call": "tel:+123",
    "no scheme": "//example.org",
    "a scheme in capitals that is not one": "HTTPX://example.org",
    "no host": "https:///a",
    "no host but a port": "https://:80/a",
    "a user": "https://someone@example.org/",
    "a user of a scheme in capitals": "HTTP://user@host/",
    "a user and a password": "https://a:b@example.org/",
    "a user that looks like the host": "https://example.org@evil.example/",
    "a user written in numbers": "https://example.org%40evil.example/",
    "a port that is none": "https://example.org:80a/",
    "a backslash for a slash": "https://example.org\\@evil.example/",
    "a backslash in the path": "https://example.org/a\\b",
    "a host in another script": "https://bücher.example/",
    "a path in another script": "https://example.org/bücher",
    "a space": "https://example.org/a b",
    "a space at the end": "https://example.org/ ",
    "a tab behind the host": "https://host\t/",
    "a newline": "https://example.org/\n",
    "an escape": "https://example.org/\x1b]0;a",
    "the end of the sequence": "https://example.org/\x07",
    "the same in C1": "https://example.org/\x9c",
    "delete": "https://example.org/\x7f",
    "a control character written in numbers": "https://example.org/%1b%5d0",
    "a newline written in numbers": "https://example.org/?a=%0D%0Ab",
    "delete written in numbers": "https://example.org/%7f",
    "a direction": "https://example.org/\u202ea",
    "a letter without width": "https://example.org/\u200ba",
    "half a letter": "https://example.org/\ud800",
    "a host that begins with a dash": "https://-oProxyCommand/",
    "mail to nobody": "mailto:",
    "mail without a host": "mailto:press",
    "mail with a text": "mailto:a@example.org?body=b",
    "mail with a file": "mailto:a@example.org?attach=/etc/passwd",
    "mail to two": "mailto:a@example.org,b@example.org",
    "mail with another line": "mailto:a@example.org%0Abcc:b",
    "too long an address": "https://example.org/" + "a" * 2064,
}


@pytest.mark.parametrize("address", SAFE)
def test_an_address_of_the_web_or_of_mail_may_be_a_link(address: str) -> None:
    assert safe_link(address) == address


@pytest.mark.parametrize("address", REFUSED.values(), ids=REFUSED)
def test_what_two_programs_might_read_differently_is_none(address: str) -> None:
    assert safe_link(address) is None


@given(
    st.builds(
        "".join,
        st.lists(st.sampled_from([*SAFE, *REFUSED.values(), "@", ":", "/", "%", "\\", "\x1b"])),
    )
    | st.text()
)
@example("https://example.org/" + "a" * 2063)
def test_whatever_may_be_a_link_is_of_the_grammar_of_what_may_be_written(address: str) -> None:
    link = safe_link(address)
    if link is not None:
        assert link == address
        assert text_of(f"\x1b]8;;{link}\x1b\\here\x1b]8;;\x1b\\") == "here"
