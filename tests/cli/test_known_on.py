"""``--known-on``: what had been said by a day, as text and as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run


def exported(run: Run, *words: str | Path) -> dict[str, Any]:
    """What ``show`` prints as JSON."""
    outcome = run("show", *words, "--format", "json")
    assert outcome.code == 0, outcome.err
    found: dict[str, Any] = json.loads(outcome.out)
    return found


def section(found: dict[str, Any], name: str) -> dict[str, Any]:
    """One section of the only briefing."""
    (briefing,) = found["briefings"]
    (section,) = [each for each in briefing["sections"] if each["section"] == name]
    return dict(section)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("2024-06-11", "2024-06-11"), ("2024-06", "2024-06-30"), ("2021", "2021-12-31")],
)
def test_a_day_month_or_year_means_its_last_day(
    run: Run, corridor: Path, typed: str, meant: str
) -> None:
    assert exported(run, corridor, "--known-on", typed)["filter"]["known_on"] == meant


def test_without_a_day_the_filter_has_none(run: Run, corridor: Path) -> None:
    found = exported(run, corridor)
    assert found["filter"]["known_on"] is None
    assert all("known" not in row for row in section(found, "claims")["rows"])


@pytest.mark.parametrize("typed", ["soon", "2024-02-30", "2024-06-01/2024-06-02", "2024~", ""])
@pytest.mark.parametrize("command", [(), ("show",)])
def test_a_wrong_date_is_refused_with_the_form(
    run: Run, corridor: Path, command: tuple[str, ...], typed: str
) -> None:
    outcome = run(*command, corridor, "--known-on", typed)
    assert (outcome.code, outcome.out) == (2, "")
    for said in ("--known-on", "2024-10-16", "2024-10", f"`{typed}`"):
        assert said in outcome.err


def test_rows_say_whether_they_were_known(run: Run, corridor: Path) -> None:
    found = exported(run, corridor, "--known-on", "2024-06-11")
    claims = section(found, "claims")
    assert (claims["shown"], claims["hidden"]) == (6, 2)
    assert {row["id"]: row["known"] for row in claims["rows"]} == {
        "inspections": "undated",
        "seoul-pays": "perhaps later",
        "grain-so-far": "undated",
        "old-count": "known",
        "port-sign": "undated",
        "silo-photo": "known",
    }
    dates = {row["item"]: row["known"] for row in section(found, "timeline")["rows"]}
    assert dates["old-count"] == "known"


def test_what_points_at_something_said_later_points_at_the_rest(run: Run, corridor: Path) -> None:
    found = exported(run, corridor, "--known-on", "2024-06-12")
    point = section(found, "overview")["rows"][0]
    assert point["items"] == ["ships-wait"], "no ship is held: said on the 13th"
    (briefing,) = found["briefings"]
    assert [each["from"] for each in briefing["relations"]] == ["silo-photo", "ships-wait"]
    (gazette,) = [row for row in section(found, "sources")["rows"] if row["id"] == "gazette"]
    assert "no-ship-held" not in gazette["items"]


def test_text_says_the_day_and_shows_nothing_said_later(run: Run, corridor: Path) -> None:
    whole = run("show", corridor)
    outcome = run("show", corridor, "--known-on", "2024-06-11")
    assert outcome.code == 0
    assert "as known on 11 Jun 2024" in outcome.out
    assert "No ship is being held by anyone." in whole.out
    assert "No ship is being held by anyone." not in outcome.out
    assert "CLAIMS 6 of 8, 2 hidden" in " ".join(outcome.out.split())
    assert "undated: when it was said is not stated" in " ".join(outcome.out.split())


def test_what_rests_on_something_said_later_says_so(run: Run, corridor: Path) -> None:
    option = "something said later"
    assert option not in run("show", corridor, "--section", "options").out
    early = run("show", corridor, "--section", "options", "--known-on", "2024-06-11")
    assert option in early.out
