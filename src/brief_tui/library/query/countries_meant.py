"""Which country a code, a name or an alias means."""

from __future__ import annotations

from brief_tui.library.query.not_a_value import NotAValue
from brief_tui.load.text import quote
from brief_tui.model.countries import ALIASES, NAMES, matches
from brief_tui.model.folding import fold

_NAMED = 6


def country_meant(word: str) -> str:
    """The code of the country that a code, name or alias means, or the beginning of one's words.

    Raises:
        NotAValue: it means none, or several.
    """
    if word.upper() in NAMES:
        return word.upper()
    wanted = " ".join(fold(word).split())
    found = _begun_with(wanted) or _begun_with(wanted.replace("-", " "))
    for code in found[:1]:
        if len(found) == 1 or wanted in map(fold, _called(code)):
            return code
    if found:
        some = ", ".join(f"{code} {NAMES[code]}" for code in found[:_NAMED])
        raise NotAValue(f"`{quote(word)}` fits {len(found)} countries: {some}", found[0])
    raise _unknown(word)


def _begun_with(wanted: str) -> list[str]:
    # In a picker a reader sees what a part of a name finds; here it must begin a word of one.
    return [
        code
        for code in (matches(wanted) if wanted else ())
        if any(f" {wanted}" in f" {fold(name)}" for name in _called(code))
    ]


def _called(code: str) -> tuple[str, ...]:
    return (code, NAMES[code], *ALIASES[code])


def _unknown(word: str) -> NotAValue:
    """That there is no such country, with the nearest name or code."""
    from brief_tui.load.nearest import nearest

    called = {name: code for code, names in ALIASES.items() for name in names}
    called |= {name: code for code, name in NAMES.items()}
    guess = nearest(word, called)
    hint = (
        f"did you mean `{guess}` ({called[guess]})?"
        if guess
        else "a country is given by its ISO 3166-1 code, as KR, its name or an alias"
    )
    return NotAValue(f"there is no country `{quote(word)}`; {hint}", called.get(guess or "", ""))
