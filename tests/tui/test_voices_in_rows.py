"""A row, a link and a cell tell whose voice they are in, and that their source hedges."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.driver import reading

BRIEFING = """
id: voices
title: Voices
actors:
  - {id: kyiv, name: Kyiv, country: UA}
  - {id: moscow, name: Moscow, country: RU}
claims:
  - {id: said, text: It is so., speaker: kyiv, voice: reported, hedge: perhaps}
  - {id: inferred, text: Kyiv means more., speaker: kyiv, voice: editor}
options:
  - id: mine
    text: Talk.
    actor: kyiv
    targets: moscow
    voice: editor
    hedge: could
    leverage: {risk: {level: high, voice: editor}}
  - id: theirs
    text: Wait.
    actor: moscow
    targets: moscow
    voice: article
    leverage: {risk: {level: high, voice: article, wording: very risky}}
relations:
  - {from: inferred, verb: qualifies, to: said}
"""


@pytest.fixture
def voices(tmp_path: Path) -> Path:
    """A briefing in which an editor and an article speak of parties."""
    path = tmp_path / "voices.yaml"
    path.write_text(BRIEFING)
    return path


async def test_an_editors_words_never_look_like_a_speakers(voices: Path) -> None:
    async with reading(voices) as ui:
        await ui.section("claims")
        said, inferred = ui.rows("claims")
        assert "≈ It is so." in said
        assert "editor" not in said
        assert "editor: Kyiv means more." in inferred
        await ui.press("enter")
        assert "editor: Kyiv means more." in " ".join(ui.detail_text().split())


async def test_options_and_cells_say_whose_they_are(voices: Path) -> None:
    async with reading(voices, size=(120, 40)) as ui:
        await ui.section("options")
        mine, theirs = ui.rows("options")
        assert "editor: ≈ Talk." in mine
        assert "article: Wait." in theirs
        await ui.press("v")
        text = ui.comparison()
        assert "■■■ high · voice: editor" in text
        assert "■■■ high “very risky” · voice: article" in text


async def test_the_same_level_in_another_voice_is_a_difference(voices: Path) -> None:
    async with reading(voices, size=(120, 40)) as ui:
        await ui.section("leverage")
        await ui.press("v", "d")
        assert "risk" in ui.comparison()
        assert "headroom" not in ui.comparison()
