"""Addresses as they are read, and where they lead.

An address is shown as it is written, whole. Where its host is written in another script than
Latin without marks, the form that is looked up stands behind it (RFC 3490), since letters of two
scripts can look the same.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from brief_tui.render.page import Span, Spans, Tone

_ADDRESS = re.compile(r"(?i:https?://|mailto:)\S+")
_PARTS = re.compile(r"(?P<scheme>[A-Za-z]+://)(?P<host>[^/?#:]*)(?P<rest>.*)")
_HOST = re.compile("[A-Za-z0-9.-]+")
_KEPT = "".join(map(chr, range(0x21, 0x7F)))
"""What is ASCII stands in an address as it is."""


def address(text: str, tone: Tone = Tone.PLAIN) -> Spans:
    """``text``, which leads somewhere if it is an address of the web or of mail."""
    if not _ADDRESS.fullmatch(text):
        return (Span(text, tone),)
    parts = _PARTS.fullmatch(text)
    if text.isascii() or parts is None:
        return (Span(text, tone, text if text.isascii() else ""),)
    host = _looked_up(parts["host"])
    if not host:
        return (Span(text, tone),)
    leads_to = parts["scheme"] + host + quote(parts["rest"], safe=_KEPT, errors="replace")
    shown = Span(text, tone, leads_to)
    return (shown,) if host == parts["host"] else (shown, Span(f" (host {host})", Tone.MUTED))


def passage(locator: tuple[str, ...], tone: Tone = Tone.PLAIN) -> Spans:
    """Where something stands in a source: paragraphs, pages, or addresses."""
    spans: list[Span] = []
    for each in locator:
        spans += (*([Span(" ", tone)] if spans else []), *address(each, tone))
    return tuple(spans)


def _looked_up(host: str) -> str:
    """The ASCII form of a host's name; empty where it has none, or one that is another name's.

    The rules of 2003, which Python has, write some letters as others (``ß`` as ``ss``), for which
    those of 2008 have forms of their own.
    """
    if host.isascii():
        return host
    try:
        ascii_form = host.encode("idna").decode("ascii")
        same = ascii_form.encode("ascii").decode("idna") == host.lower()
    except UnicodeError:
        return ""
    return ascii_form if same and _HOST.fullmatch(ascii_form) else ""
