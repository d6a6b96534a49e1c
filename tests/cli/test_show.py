"""``brief-tui show``: all that the panes show, as text or JSON, and what a pipe gets of it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from brief_tui.model.briefing import KeyPoint, NotKnown
from brief_tui.model.item import Assessment, Claim, Evidence, Option
from brief_tui.model.party import Actor, Source
from brief_tui.render.cells import width
from tests.cli.conftest import TALKS, Run
from tests.tui.pseudo_terminal import Terminal

CONTENT = Path(__file__).parents[2] / "content"
COUNT_LINE = TALKS.splitlines().index("  - id: count") + 1


def shown(run: Run, *words: str | Path) -> Any:
    """What the program shows as JSON."""
    outcome = run("show", "--format", "json", *words)
    assert outcome.code == 0, outcome.err
    return json.loads(outcome.out)


def rows(briefing: Any, section: str) -> Any:
    """The rows of a section of an exported briefing."""
    return next(each["rows"] for each in briefing["sections"] if each["section"] == section)


def test_text_has_title_sections_and_what_is_in_them(run: Run, talks: Path) -> None:
    outcome = run("show", talks)
    assert (outcome.code, outcome.err) == (0, "")
    for said in (
        "Talks on a ceasefire",
        "CLAIMS",
        "SOURCES",
        "About 1,500 soldiers were sent.",
        "Nobody was sent.",
        "Government of South Korea",
        "disputed by",
        "not stated",
        "¶2",
        f"talks.yaml, line {COUNT_LINE}",
    ):
        assert said in outcome.out


def test_one_section_is_shown_alone(run: Run, talks: Path) -> None:
    out = run("show", talks, "--section", "options").out
    assert "Send more aid." in out
    assert "Nobody was sent." not in out


def test_the_filter_is_said_with_what_it_hides_and_by_which_role_it_matched(
    run: Run, talks: Path
) -> None:
    out = run("show", talks, "--section", "claims", "--country", "Russia").out
    assert "country: Russia" in out
    assert "1 of 2, 1 hidden" in out
    assert re.search(r"matched +Russia as speaker", out)
    assert re.findall(r"^Claims \d+", out, re.MULTILINE) == ["Claims 1"]


@pytest.mark.parametrize("word", ["KR", "kr", "ROK", "South Korea", "south  korea"])
def test_a_country_is_asked_for_by_code_name_or_alias(run: Run, talks: Path, word: str) -> None:
    assert shown(run, talks, "--country", word)["filter"]["countries"] == ["KR"]


def test_several_countries_widen_and_words_narrow(run: Run, talks: Path) -> None:
    (briefing,) = shown(run, talks, "--country", "KR", "--country", "RU")["briefings"]
    assert [row["id"] for row in rows(briefing, "claims")] == ["count", "denial"]
    (briefing,) = shown(run, talks, "--country", "KR", "--country", "RU", "--search", "NOBODY")[
        "briefings"
    ]
    assert [row["id"] for row in rows(briefing, "claims")] == ["denial"]


def test_a_query_narrows_and_is_said_again(run: Run, talks: Path) -> None:
    document = shown(run, talks, "--country", "KR", "--search", "sent OR aid -is:disputed")
    assert document["filter"] == {
        "countries": ["KR"],
        "text": "",
        "query": "country:KR sent OR aid -is:disputed",
        "known_on": None,
        "words": "country: South Korea · sent OR aid · not is: disputed",
    }
    (briefing,) = document["briefings"]
    assert rows(briefing, "claims") == []
    assert [row["id"] for row in rows(briefing, "options")] == ["aid"]


def test_json_of_an_item_has_every_field_its_roles_and_its_place(run: Run, talks: Path) -> None:
    document = shown(run, talks, "--country", "KR", "--section", "claims")
    assert list(document) == ["filter", "briefings", "closed"]
    (briefing,) = document["briefings"]
    (section,) = briefing["sections"]
    assert (section["shown"], section["total"], section["hidden"]) == (1, 2, 1)
    assert section["countries"] == {"KR": 1, "RU": 1}
    assert section["rows"] == [
        {
            "type": "claim",
            "id": "count",
            "text": "About 1,500 soldiers were sent.",
            "said": "2024-06-01",
            "figures": [
                {"value": 1500, "qualifier": "approximate", "measure": "sent", "derived": False}
            ],
            "hedge": ["about"],
            "voice": "reported",
            "rank": "normal",
            "locator": ["¶2"],
            "speaker": "seoul",
            "credibility": "6",
            "provenance": {
                "voices": ["seoul", "paper"],
                "origins": ["seoul"],
                "not_stated": 0,
                "words": "2 voices, 1 origin",
            },
            "stands": {
                "with": [],
                "qualified_by": [],
                "against": [
                    {
                        "id": "denial",
                        "verb": "disputes",
                        "warrant": "inferred",
                        "note": "",
                        "locator": [],
                    }
                ],
                "changed": [],
                "does": [],
            },
            "roles": {"KR": ["speaker"]},
            "matched": {"KR": ["speaker"]},
            "position": {"file": str(talks), "line": COUNT_LINE, "column": 5},
        }
    ]


def test_json_holds_all_that_the_yaml_gives(run: Run) -> None:
    import yaml

    (briefing,) = shown(run, CONTENT)["briefings"]
    everything = "\n".join(_leaves(briefing))
    files = list(CONTENT.rglob("*.yaml"))
    assert files
    for file in files:
        text_only = yaml.BaseLoader  # makes nothing else of a scalar
        sections = yaml.load(file.read_bytes(), text_only)  # noqa: S506
        for text in _leaves(list(sections.values())):
            if text.strip():
                assert unicodedata.normalize("NFC", text) in everything, (file.name, text)


def _leaves(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from _leaves(each)
    elif isinstance(value, list):
        for each in value:
            yield from _leaves(each)
    else:
        yield str(value).lower() if isinstance(value, bool) else str(value)


def test_what_json_adds_to_an_item_hides_no_field_of_it() -> None:
    added = {"type", "roles", "matched", "position", "provenance", "stands"}
    for kind in (Claim, Evidence, Assessment, Option, Actor, Source, KeyPoint, NotKnown):
        assert not {field.name for field in fields(kind)} & added
    assert "options" not in {field.name for field in fields(Actor)}
    of_a_source = {"items", "rests", "would_fall", "may_fall"}
    assert not {field.name for field in fields(Source)} & of_a_source


def test_json_of_a_source_says_what_rests_on_it_and_would_fall(run: Run, talks: Path) -> None:
    (briefing,) = shown(run, talks, "--section", "sources")["briefings"]
    (paper,) = rows(briefing, "sources")
    assert paper["rests"] == paper["items"] == ["count", "denial", "aid"]
    assert paper["would_fall"] == ["count", "denial"]
    assert paper["may_fall"] == []


def test_every_section_of_the_shipped_briefing_has_rows(run: Run) -> None:
    (briefing,) = shown(run, CONTENT)["briefings"]
    assert [each["section"] for each in briefing["sections"] if not each["rows"]] == []


def test_without_a_path_there_is_the_readers_library_and_what_ships_the_latest_first(
    run: Run, talks: Path, tmp_path: Path
) -> None:
    library = tmp_path / "home" / "data" / "brief-tui" / "briefings"
    library.mkdir(parents=True)
    talks.rename(library / "talks.yaml")
    titles = [each["heading"]["title"] for each in shown(run)["briefings"]]
    assert titles == ["North Korean troops in Russia", "Talks on a ceasefire"]


def test_a_closed_briefing_is_told_of_and_the_others_are_shown(
    run: Run, talks: Path, tmp_path: Path
) -> None:
    (tmp_path / "broken.yaml").write_text("id: [", encoding="utf-8")
    outcome = run("show", tmp_path)
    assert outcome.code == 1
    assert "Talks on a ceasefire" in outcome.out
    assert "broken.yaml cannot be opened: 1 error; brief-tui check lists them" in outcome.err
    document = json.loads(run("show", tmp_path, "--format", "json").out)
    (closed,) = document["closed"]
    assert closed["file"] == str(tmp_path / "broken.yaml")
    assert closed["problems"][0]["code"] == "bad-yaml"


def test_without_a_terminal_the_reader_prints_what_show_prints(run: Run, talks: Path) -> None:
    words = [talks, "--country", "KR", "--section", "claims", "--theme", "paper", "--no-mouse"]
    assert run(*words).out == run("show", *words[:5]).out


def test_a_dumb_terminal_is_none(talks: Path) -> None:
    """Both ends are a terminal, but one that cannot place its cursor."""
    with (
        Terminal(80, 24) as terminal,
        terminal.running(talks, "--section", "options", TERM="dumb") as program,
    ):
        assert program.wait_for_end() == 0
        assert "Send more aid." in program.written
        assert "\x1b" not in program.written


@pytest.mark.parametrize("columns", ["", "40", "60", "120"])
def test_no_line_is_wider_than_the_terminal(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = run("show", CONTENT).out.splitlines()
    assert len(lines) > 100
    assert max(map(width, lines)) <= int(columns or 80)


@pytest.mark.parametrize("columns", ["10000000", "9" * 21, "9" * 5000, "-1"])
def test_a_width_that_no_terminal_has_is_not_laid_out(
    run: Run, monkeypatch: pytest.MonkeyPatch, columns: str
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    outcome = run("show", CONTENT)
    assert (outcome.code, outcome.err) == (0, "")
    assert max(map(width, outcome.out.splitlines())) <= 1000


HOSTILE = r"""
id: hostile
title: "\e]0;owned\a"
claims:
  - id: one
    text: "\e[2J [@click=app.quit]x[/] [/oops] \u202Eabc\u202C \u200B \U000E0041 e\u0301"
    hedge: "\x9b31m"
    note: "LONG"
  - id: two
    text: "\u05D0\u05D1 \u4E2D\u6587 \U0001F468\u200D\U0001F469\u200D\U0001F467"
""".replace("LONG", "x" * 10_000)


@pytest.mark.parametrize("form", ["text", "json"])
def test_hostile_text_is_shown_and_steers_nothing(run: Run, tmp_path: Path, form: str) -> None:
    path = tmp_path / "a\x1b[2J\nb.yaml"
    path.write_text(HOSTILE, encoding="utf-8")
    outcome = run("show", path, "--format", form)
    assert outcome.code == 0
    assert ("shown as substitutes" if form == "text" else '"text_replaced": true') in outcome.out
    written = outcome.out + outcome.err
    categories = {unicodedata.category(char) for char in written if char not in "\n\u200d"}
    assert not categories & {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
    joined = re.sub(r"\s+", "", outcome.out)
    for kept in ("[@click=app.quit]x[/]", "[/oops]", "x" * 10_000, "中文", "é"):
        assert kept in joined


def test_ascii_is_all_there_is_if_asked_for(run: Run, talks: Path) -> None:
    plain, ascii_ = run("show", talks).out, run("show", talks, "--ascii").out
    assert not plain.isascii()
    assert ascii_.isascii()
    assert [width(line) for line in plain.splitlines()] == [
        len(line) for line in ascii_.splitlines()
    ]
    assert "Government of South Korea" in ascii_
    assert "#2" in ascii_


def test_json_in_ascii_says_the_same(run: Run, talks: Path) -> None:
    outcome = run("show", talks, "--ascii", "--format", "json")
    assert outcome.out.isascii()
    assert json.loads(outcome.out) == shown(run, talks)


def test_ascii_is_not_for_the_next_run(run: Run, talks: Path) -> None:
    before = run("show", talks).out
    run("show", talks, "--ascii")
    assert run("show", talks).out == before


def test_in_ascii_the_name_of_a_file_is_no_other(run: Run, tmp_path: Path) -> None:
    (tmp_path / "süd.yaml").write_text("id: [")
    outcome = run("show", tmp_path / "süd.yaml", "--ascii")
    assert outcome.code == 1
    assert outcome.err.isascii()
    assert r"s\xfcd.yaml cannot be opened" in outcome.err
