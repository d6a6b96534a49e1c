"""Likelihood terms: each is one of the scale that the briefing names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brief_tui.load.nearest import nearest
from brief_tui.load.text import quote
from brief_tui.model.likelihood import TERMS, LikelihoodScale

if TYPE_CHECKING:
    from collections.abc import Iterator

    from brief_tui.load.merged import Merged
    from brief_tui.model.item import Assessment, Likelihood, Option
    from brief_tui.model.problem import Problem

Stated = tuple[str, int, str, "Likelihood"]
"""A likelihood with the section, index and key where it stands."""


def stated_likelihoods(merged: Merged) -> Iterator[Stated]:
    """Every likelihood of the briefing."""
    assessment: Assessment
    for index, assessment in enumerate(merged.briefing.assessments):
        if assessment.likelihood is not None:
            yield "assessments", index, "likelihood", assessment.likelihood
    option: Option
    for index, option in enumerate(merged.briefing.options):
        if option.likelihood_of_use is not None:
            yield "options", index, "likelihood_of_use", option.likelihood_of_use
        if option.likelihood_of_effect is not None:
            yield "options", index, "likelihood_of_effect", option.likelihood_of_effect


def unknown_terms(merged: Merged) -> Iterator[Problem]:
    """Terms that the briefing's scale does not have, with its own term for the same wording."""
    scale = merged.briefing.likelihood_scale
    keys = tuple(term.key for term in TERMS[scale])
    wordings = {wording: term.key for term in TERMS[scale] for wording in term.other_wordings}
    for section, index, key, likelihood in stated_likelihoods(merged):
        term = likelihood.term
        if not term or term in keys:
            continue
        near = nearest(term, (*keys, *wordings))
        yield merged.problem(
            (section, index, key, "term"),
            "unknown-likelihood",
            f"`{quote(term)}` is no term of {_SHORT[scale]}",
            found=quote(term),
            allowed=keys,
            nearest=wordings.get(near, near) if near is not None else None,
        )


_SHORT = {LikelihoodScale.ICD_203: "ICD 203", LikelihoodScale.PHIA: "PHIA's yardstick"}
