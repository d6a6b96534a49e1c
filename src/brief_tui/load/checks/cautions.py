"""What a briefing may hold but should not without thought: warnings, never errors."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from brief_tui.load.checks.likelihoods import stated_likelihoods
from brief_tui.model.likelihood import TERMS
from brief_tui.model.problem import Severity
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Credibility, Voice

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from brief_tui.load.merged import Merged, Where
    from brief_tui.model.item import Claim, Evidence
    from brief_tui.model.problem import Problem

_OWN_VOICES = (Voice.ARTICLE, Voice.EDITOR)


def cautions(merged: Merged) -> Iterator[Problem]:
    """Every warning about a briefing's items that needs nothing but the item."""
    yield from _claims_without_speaker_or_source(merged)
    yield from _likelihoods_without_assessor(merged)
    yield from _likelihood_with_confidence(merged)
    yield from _options_without_target(merged)
    yield from _said_after_as_of(merged)


def _warning(merged: Merged, where: Where, code: str, message: str) -> Problem:
    return merged.problem(where, code, message, severity=Severity.WARNING)


def _claims_without_speaker_or_source(merged: Merged) -> Iterator[Problem]:
    whole = merged.briefing.source is not None
    for index, claim in enumerate(merged.briefing.claims):
        where: Where = ("claims", index)
        if (
            claim.speaker is None
            and claim.voice not in _OWN_VOICES
            and not merged.gives(where, "speaker")
            and not (claim.voice is None and merged.gives(where, "voice"))
        ):
            yield _warning(merged, where, "claim-without-speaker", "the claim names no `speaker`")
        if (
            not whole
            and claim.source is None
            and not claim.chain
            and not merged.gives(where, "source", "chain")
        ):
            yield _warning(
                merged, where, "claim-without-source", "the claim names no `source` and no `chain`"
            )


def unconfirmed_items(merged: Merged) -> Iterator[Problem]:
    """Items graded *confirmed by other sources* that fewer than two origins stand behind.

    Follows chains, so these must be known to end.
    """
    from brief_tui.analysis.origins import provenance

    briefing = merged.briefing
    register: Register | None = None
    graded: tuple[tuple[str, Sequence[Claim | Evidence]], ...] = (
        ("claims", briefing.claims),
        ("evidence", briefing.evidence),
    )
    for section, items in graded:
        for index, item in enumerate(items):
            if item.credibility is not Credibility.CONFIRMED:
                continue
            register = register or Register.of(briefing)
            origins = provenance(register, item).origins
            stated = [register.name(origin) for origin in origins]
            if len(stated) < 2:
                behind = f"only {stated[0]} is behind it" if stated else "no origin is stated"
                yield _warning(
                    merged,
                    (section, index, "credibility"),
                    "credibility-without-origins",
                    f"credibility 1 needs two independent origins; {behind}",
                )


def _likelihoods_without_assessor(merged: Merged) -> Iterator[Problem]:
    assessments = merged.briefing.assessments
    for section, index, key, likelihood in stated_likelihoods(merged):
        named = likelihood.assessor is not None or likelihood.voice is Voice.EDITOR
        if section == "assessments":
            named = named or assessments[index].expert is not None
        if not named:
            yield _warning(
                merged,
                (section, index, key),
                "likelihood-without-assessor",
                "the likelihood names no `assessor`",
            )


def _likelihood_with_confidence(merged: Merged) -> Iterator[Problem]:
    sections = ("claims", "evidence", "assessments", "options")
    for section in sections:
        for index, item in enumerate(getattr(merged.briefing, section)):
            # Nearly no text speaks of confidence, and this is the cheap way to know.
            if "onfiden" not in item.text:
                continue
            likelihood, confidence = _likelihood_words(), _confidence_words()
            for sentence in _SENTENCE_END.split(item.text):
                if confidence.search(sentence) and likelihood.search(sentence):
                    yield _warning(
                        merged,
                        (section, index, "text"),
                        "likelihood-with-confidence",
                        "a likelihood and a confidence stand in one sentence; ICD 203 keeps them"
                        " apart",
                    )
                    break


_SENTENCE_END = re.compile(r"(?<=[.!?;])\s+|\n{2,}")


@cache
def _confidence_words() -> re.Pattern[str]:
    """A stated confidence; to be confident of nothing in particular is none."""
    step = r"(?:low|moderate|medium|high)"
    level = rf"(?:very |fairly )?{step}(?:[ -]to[ -]{step})?"
    return re.compile(
        rf"\b{level}[ -]+(?:degree of |level of )?confidence\b"
        rf"|\bconfidence (?:is|was|level is|of) {level}\b"
        r"|\b(?:highly|moderately|very|fairly) confident\b",
        re.IGNORECASE,
    )


@cache
def _likelihood_words() -> re.Pattern[str]:
    """Any term of either scale, since the sentence is at fault whichever the briefing names."""
    wordings = {"probably", "remote chance", "even chance", "highly improbable"}
    for terms in TERMS.values():
        for term in terms:
            wordings.update((str(term), *term.other_wordings))
    # Places are remote, too.
    wordings.discard("remote")
    longest_first = sorted(wordings, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _options_without_target(merged: Merged) -> Iterator[Problem]:
    for index, option in enumerate(merged.briefing.options):
        if not option.targets and not merged.gives(("options", index), "targets"):
            yield _warning(
                merged, ("options", index), "option-without-target", "the option names no `targets`"
            )


def _said_after_as_of(merged: Merged) -> Iterator[Problem]:
    as_of = merged.briefing.as_of
    if as_of is None:
        return
    for section in ("claims", "evidence", "assessments", "options"):
        for index, item in enumerate(getattr(merged.briefing, section)):
            if item.said is not None and item.said.first > as_of.last:
                yield _warning(
                    merged,
                    (section, index, "said"),
                    "said-after-as-of",
                    f"this was said after {as_of}, the briefing's as-of date",
                )
