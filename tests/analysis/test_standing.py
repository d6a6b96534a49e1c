"""What hangs on a source or a party."""

from __future__ import annotations

from pathlib import Path

from brief_tui.analysis.standing import hanging_on
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.register import Register


def test_items_hang_on_source_voice_chain_and_what_they_rest_on(corridor: Path) -> None:
    briefing = load_briefing(corridor).briefing
    assert briefing is not None
    found = {
        who: [item.id for item in items] for who, items in hanging_on(Register.of(briefing)).items()
    }
    assert found["wire"] == ["ships-wait", "seoul-pays"]
    assert found["channel"] == ["silo-photo"]
    assert found["yildiz"] == ["deal-likely"]
    assert found["brussels"] == ["tariff"]
    assert len(found["gazette"]) == len(list(briefing.items()))
    assert "mediators" in found, "the wire has it from the mediators"
    assert set(found) <= set(Register.of(briefing).parties)
