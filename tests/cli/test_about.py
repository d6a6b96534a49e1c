"""``brief-tui show --about ID``: all there is on one item or party."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_item_is_shown_with_its_chain_and_what_rests_on_it(run: Run, talks: Path) -> None:
    outcome = run("show", talks, "--about", "count")
    assert (outcome.code, outcome.err) == (0, "")
    assert "About 1,500 soldiers were sent." in outcome.out
    assert "2 voices, 1 origin" in outcome.out
    assert "RESTS ON IT" in outcome.out
    assert "Send more aid." not in outcome.out


def test_a_party_is_shown_with_what_would_fall_without_it(run: Run, talks: Path) -> None:
    out = run("show", talks, "--about", "seoul").out
    assert "Government of South Korea" in out
    assert "said by it · 1" in out
    assert " ".join(out.split()).count("WOULD FALL WITHOUT IT 1 of 1") == 1


def test_json_says_how_each_rests_on_it(run: Run, talks: Path) -> None:
    outcome = run("show", talks, "--about", "paper", "--format", "json")
    document = json.loads(outcome.out)
    assert document["about"] == "paper"
    (found,) = document["briefings"]
    assert (found["type"], found["id"], found["file"]) == ("source", "paper", str(talks))
    assert found["would_fall"] == ["count", "denial"]
    assert found["had_no_stated_origin"] == ["aid"]
    assert {"id": "count", "how": "stands in it", "on": "paper"} in found["how"]


def test_json_of_an_item_has_its_origins(run: Run, talks: Path) -> None:
    outcome = run("show", talks, "--about", "denial", "--format", "json")
    (found,) = json.loads(outcome.out)["briefings"]
    assert found["provenance"]["origins"] == ["moscow"]
    assert found["position"]["file"] == str(talks)


@pytest.mark.parametrize("format_", ["text", "json"])
def test_an_unknown_id_is_wrong_usage_with_the_nearest(run: Run, talks: Path, format_: str) -> None:
    outcome = run("show", talks, "--about", "cuont", "--format", format_)
    assert (outcome.code, outcome.out) == (2, "")
    assert "there is no item, source or actor `cuont`; did you mean `count`?" in outcome.err


def test_every_briefing_that_has_the_id_is_asked(run: Run, talks: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("id: o\ntitle: Another\nclaims: {id: count, text: Later., voice: article}\n")
    out = run("show", talks, other, "--about", "count").out
    assert "About 1,500 soldiers were sent." in out
    assert "Later." in out
    assert "Another" in out
    assert "Nobody" not in run("show", other, talks, "--about", "denial").out.partition("\n")[0]


@pytest.mark.parametrize(
    "narrowed", [("--section", "claims"), ("--country", "KR"), ("--path", "count", "denial")]
)
def test_it_is_not_narrowed(run: Run, talks: Path, narrowed: tuple[str, ...]) -> None:
    outcome = run("show", talks, "--about", "count", *narrowed)
    assert (outcome.code, outcome.out) == (2, "")
    assert "--about" in outcome.err


def test_a_briefing_that_does_not_open_is_told_as_ever(
    run: Run, talks: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.yaml"
    broken.write_text("id: o\n")
    outcome = run("show", talks, broken, "--about", "count")
    assert outcome.code == 1
    assert "About 1,500" in outcome.out
    assert "broken.yaml cannot be opened" in outcome.err
