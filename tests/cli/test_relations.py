"""Relations, disagreements and ways without a terminal, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def section(run: Run, path: Path, name: str, *words: str) -> dict[str, Any]:
    """A section of the only briefing, as JSON."""
    outcome = run("show", path, "--section", name, "--format", "json", *words)
    assert outcome.code == 0, outcome.err
    (briefing,) = json.loads(outcome.out)["briefings"]
    (found,) = briefing["sections"]
    return dict(found)


def test_an_item_has_where_others_stand_and_what_it_does(run: Run, corridor: Path) -> None:
    rows = {row["id"]: row["stands"] for row in section(run, corridor, "claims")["rows"]}
    assert list(rows["ships-wait"]) == ["with", "qualified_by", "against", "changed", "does"]
    assert rows["ships-wait"]["against"] == [
        {
            "id": "no-ship-held",
            "verb": "disputes",
            "warrant": "stated",
            "note": "",
            "locator": ["¶3"],
        }
    ]
    assert [each["id"] for each in rows["ships-wait"]["with"]] == ["silo-photo"]
    assert [each["id"] for each in rows["ships-wait"]["does"]] == ["old-count"]
    assert not any(rows["port-sign"].values())


def test_a_change_says_which_came_before_and_whether_it_is_one_author(
    run: Run, tmp_path: Path
) -> None:
    path = tmp_path / "views.yaml"
    path.write_text(
        "id: v\ntitle: V\nsource: p\nsources: [{id: p, name: P}]\nassessments:\n"
        "  - {id: first, text: No., expert: p}\n  - {id: later, text: Yes., expert: p}\n"
        "relations: [{from: later, verb: updates, to: first}]\n",
        encoding="utf-8",
    )
    first, later = (row["stands"] for row in section(run, path, "assessments")["rows"])
    (change,) = first["changed"]
    assert (change["id"], change["came"], change["same_author"]) == ("later", "since", True)
    (change,) = later["changed"]
    assert (change["id"], change["came"], change["same_author"]) == ("first", "before", True)


def test_the_overview_has_every_disagreement_with_its_sides_and_weight(
    run: Run, corridor: Path
) -> None:
    found = section(run, corridor, "overview")["disagreements"]
    contested = [each for each in found if each["verb"] == "contested"]
    assert [(each["sides"], each["dimension"]) for each in contested] == [
        (["inspect"], "willingness")
    ]
    assert [voice["level"] for voice in contested[0]["voices"]] == ["high", "low"]
    (dispute,) = [each for each in found if each["verb"] == "disputes"]
    assert dispute["sides"] == ["no-ship-held", "ships-wait"]
    assert dispute["kind"] == "disagreement"
    assert dispute["hanging_on_it"] == {"items": 2, "key_points": 1}


def test_a_filter_leaves_the_disagreements_with_a_side_in_it(run: Run, corridor: Path) -> None:
    found = section(run, corridor, "overview", "--country", "Romania")["disagreements"]
    assert found == []
    found = section(run, corridor, "overview", "--search", "about 40")["disagreements"]
    assert {side for each in found for side in each["sides"]} >= {"ships-wait"}
    assert all("ships-wait" in each["sides"] for each in found)


def test_text_lists_all_of_them(run: Run, corridor: Path) -> None:
    out = run("show", corridor, "--section", "overview").out
    assert out.index("KEY POINTS") < out.index("DISAGREEMENTS AND TENSIONS")
    assert "willingness is contested" in out
    assert "disputes · stated in the source ¶3 · 2 items, 1 key point hang on it" in out
    assert "D lists all" not in out


def test_the_ways_between_two_ids_as_text(run: Run, corridor: Path) -> None:
    outcome = run("show", corridor, "--path", "silo-photo", "moscow")
    assert (outcome.code, outcome.err) == (0, "")
    for said in (
        "Talks on a grain corridor",
        "from photo article: A photo shows silos that look empty. [silo-photo]",
        "supports · editor infers",
        "is disputed by · stated in the source ¶3",
        "is said by",
        "› Government of Russia [moscow]",
    ):
        assert said in outcome.out
    assert "CLAIMS" not in outcome.out


def test_the_ways_between_two_ids_as_json(run: Run, corridor: Path) -> None:
    outcome = run("show", corridor, "--path", "silo-photo", "moscow", "--format", "json")
    (briefing,) = json.loads(outcome.out)["briefings"]
    path = briefing["path"]
    assert (path["from"], path["to"]) == ("silo-photo", "moscow")
    first, *_, last = path["ways"][0]
    assert (first["from"], last["to"]) == ("silo-photo", "moscow")
    (tie,) = first["ties"]
    assert (tie["words"], tie["relation"]["warrant"]) == ("supports", "inferred")
    assert last["ties"] == [{"words": "is said by", "relation": None}]


def test_an_unknown_id_is_wrong_usage_with_the_nearest(run: Run, corridor: Path) -> None:
    outcome = run("show", corridor, "--path", "ship-wait", "moscow")
    assert (outcome.code, outcome.out) == (2, "")
    assert (
        "there is no item, source or actor `ship-wait`; did you mean `ships-wait`?" in outcome.err
    )


def test_two_ids_of_different_briefings_have_no_way(run: Run, corridor: Path, talks: Path) -> None:
    assert run("show", corridor, talks, "--path", "kyiv", "ships-wait").code == 0
    outcome = run("show", corridor, talks, "--path", "kyiv", "denial")
    assert outcome.code == 2
    assert "stand in different briefings" in outcome.err


@pytest.mark.parametrize("more", [["--country", "KR"], ["--search", "x"], ["--section", "claims"]])
def test_a_way_is_looked_for_in_the_whole_briefing(
    run: Run, corridor: Path, more: list[str]
) -> None:
    outcome = run("show", corridor, "--path", "kyiv", "moscow", *more)
    assert outcome.code == 2
    assert "goes with no narrowing" in outcome.err


def test_figures_that_differ_are_named_by_their_keys(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "figures.yaml"
    path.write_text(
        "id: f\ntitle: F\nsource: p\nsources: [{id: p, name: P}, {id: q, name: Q}]\n"
        "measures: {id: m, name: ships}\nclaims:\n"
        "  - {id: few, text: Few., speaker: p, figures: {value: 4, measure: m}}\n"
        "  - {id: many, text: Many., speaker: q, figures: {value: 9, measure: m}}\n",
        encoding="utf-8",
    )
    (found,) = section(run, path, "overview")["disagreements"]
    assert (found["verb"], found["measure"]) == ("differ", "m")
    assert (found["lower"], found["higher"]) == (["few#1"], ["many#1"])


def test_about_an_item_comes_what_bears_on_it_at_second_hand_and_hangs_on_it(
    run: Run, corridor: Path
) -> None:
    out = run("show", corridor, "--about", "ships-wait").out
    assert out.index("STANDS AGAINST") < out.index("HANGS ON IT") < out.index("RESTS ON IT")
    outcome = run("show", corridor, "--about", "ships-wait", "--format", "json")
    (found,) = json.loads(outcome.out)["briefings"]
    assert found["hanging_on_it"]["items"] == ["deal-likely", "inspect"]
    assert found["hanging_on_it"]["key_points"] == [
        "Ships wait off Odesa; whether anyone holds them is disputed."
    ]
    assert found["at_second_hand"] == []
    outcome = run("show", corridor, "--about", "old-count", "--format", "json")
    (found,) = json.loads(outcome.out)["briefings"]
    assert found["at_second_hand"] == [], "what corrects it does not stand with it"
    assert "HANGS ON IT" not in run("show", corridor, "--about", "kyiv").out
