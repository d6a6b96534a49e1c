"""The two scales of estimative likelihood, with the bands each standard gives.

A word means different bands on different scales, so a term is only ever read together with
its scale. Bands are per cent; the gaps in PHIA's yardstick are deliberate.
"""

from __future__ import annotations

from brief_tui.model.value import dataclass
from brief_tui.model.vocabulary import Word


class LikelihoodScale(Word):
    """A published scale of likelihood terms."""

    ICD_203 = "icd-203", "ICD 203 (US intelligence community)"
    PHIA = "phia", "PHIA probability yardstick (UK)"


@dataclass(frozen=True, slots=True)
class LikelihoodTerm:
    """One term of a scale: its key, its other wordings, and its band as the standard prints it."""

    key: str
    other_wordings: tuple[str, ...]
    band: str

    def __str__(self) -> str:
        return self.key.replace("-", " ")


TERMS: dict[LikelihoodScale, tuple[LikelihoodTerm, ...]] = {
    LikelihoodScale.ICD_203: (
        LikelihoodTerm("almost-no-chance", ("remote",), "1–5 %"),
        LikelihoodTerm("very-unlikely", ("highly improbable",), "5–20 %"),
        LikelihoodTerm("unlikely", ("improbable",), "20–45 %"),
        LikelihoodTerm("roughly-even-chance", ("roughly even odds",), "45–55 %"),
        LikelihoodTerm("likely", ("probable",), "55–80 %"),
        LikelihoodTerm("very-likely", ("highly probable",), "80–95 %"),
        LikelihoodTerm("almost-certain", ("nearly certain",), "95–99 %"),
    ),
    LikelihoodScale.PHIA: (
        LikelihoodTerm("remote-chance", (), ">0–5 %"),
        LikelihoodTerm("highly-unlikely", (), "10–20 %"),
        LikelihoodTerm("unlikely", (), "25–35 %"),
        LikelihoodTerm("realistic-possibility", (), "40–<50 %"),
        LikelihoodTerm("likely", ("probable",), "55–75 %"),
        LikelihoodTerm("highly-likely", (), "80–90 %"),
        LikelihoodTerm("almost-certain", (), "95–<100 %"),
    ),
}


def term(scale: LikelihoodScale, key: str) -> LikelihoodTerm | None:
    """The term ``key`` of ``scale``, or None where the scale has no such term."""
    return next((term for term in TERMS[scale] if term.key == key), None)
