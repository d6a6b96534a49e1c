"""Briefings of nothing but options, for what asks only for these."""

from __future__ import annotations

from brief_tui.model.briefing import Briefing
from brief_tui.model.item import Lever, Leverage, Option
from brief_tui.model.register import Register
from brief_tui.model.vocabulary import Level


def register(*options: Option) -> Register:
    """A briefing of nothing but options."""
    return Register.of(Briefing(id="b", title="B", options=options))


def option(id_: str, actor: str | None, *targets: str, **more: object) -> Option:
    """An option."""
    return Option(id=id_, text=id_, actor=actor, targets=targets, **more)  # type: ignore[arg-type]


def levels(**dimensions: tuple[Level, ...]) -> Leverage:
    """Leverage with a voice per level."""
    return Leverage(
        **{name: tuple(Lever(level=level) for level in many) for name, many in dimensions.items()}
    )
