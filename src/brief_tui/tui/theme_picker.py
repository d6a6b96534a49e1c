"""Choose a theme with live preview; Escape goes back to the one before."""

from __future__ import annotations

from collections.abc import Sequence

from brief_tui.model.folding import fold
from brief_tui.render.page import Span, Tone
from brief_tui.tui.host import Host
from brief_tui.tui.picker import Choice, Picker


def theme_picker(host: Host) -> Picker:
    """A picker over the themes found; it closes with the name of the one chosen."""
    from brief_tui.tui.theme_files import find_themes

    before = host.theme_name
    files = find_themes()

    def choices(typed: str) -> Sequence[Choice]:
        wanted = fold(typed)
        return [
            Choice(
                file.name,
                (
                    Span(f"{file.name:<18}  ", Tone.STRONG),
                    Span("ships with brief-tui" if file.shipped else "yours", Tone.MUTED),
                ),
            )
            for file in files
            if wanted in fold(file.name)
        ]

    return Picker(
        "Theme",
        "Enter keeps · Esc goes back",
        choices,
        highlighted=host.use_theme,
        reverted=lambda: host.use_theme(before),
        start=before,
    )
