"""Which addresses may be sent to the terminal as links (OSC 8).

See "Hyperlinks in terminal emulators" for the sequence, and RFC 3986 for addresses. A terminal
hands what is clicked to other programs, each with a reading of its own: what any two of them might
take for different places is none.
"""

import re

_LONGEST = 2083
"""Characters. Terminals made with VTE take no longer ones."""

_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9_.-]*[A-Za-z0-9])?\.?|\[[0-9A-Fa-f:.]+\])"
_REST = r"[!-\[\]-~]*"  # printable ASCII but space and backslash, which some take for a slash
_WEB = re.compile(rf"(?i:https?)://{_HOST}(?::[0-9]{{1,5}})?(?:[/?#]{_REST})?")
_MAIL = re.compile(rf"(?i:mailto):[A-Za-z0-9.!#$&'*+/=^_`{{|}}~-]+@{_HOST}")
_HIDDEN_CONTROL = re.compile(r"%(?:[01][0-9A-Fa-f]|7[Ff])")


def safe_link(address: str) -> str | None:
    """``address`` if a terminal may be told to lead there, else None.

    That is one of the web without a user's name, or the mailbox of one person without a subject
    or text, in ASCII and without a control character, be it written as ``%0A``.
    """
    if len(address) > _LONGEST or _HIDDEN_CONTROL.search(address):
        return None
    return address if _WEB.fullmatch(address) or _MAIL.fullmatch(address) else None
