"""Themes: found by name, read whole or not at all, every fault told at once."""

from dataclasses import asdict
from pathlib import Path

import pytest

from brief_tui.folders import user_themes_folder
from brief_tui.shipped import themes_folder
from brief_tui.tui.colour import contrast, parse_hex
from brief_tui.tui.theme import COLOURS, MINIMAL
from brief_tui.tui.theme_files import (
    DEFAULT_THEME,
    LoadedTheme,
    find_themes,
    load_theme,
    read_theme,
)

SHIPPED = sorted(path.stem for path in themes_folder().glob("*.yaml"))


@pytest.fixture(autouse=True)
def own_themes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The reader's own theme folder, empty."""
    folder = tmp_path / "themes"
    folder.mkdir()
    monkeypatch.setattr("brief_tui.tui.theme_files.user_themes_folder", lambda: folder)
    return folder


def dusk_with(**changes: str) -> str:
    """The text of the default theme, the values of some keys written otherwise."""
    lines = (themes_folder() / "dusk.yaml").read_text("utf-8").splitlines()
    changed = [
        f"{key}: {changes[key]}" if (key := line.partition(":")[0]) in changes else line
        for line in lines
    ]
    return "\n".join(changed) + "\n"


def faults(loaded: LoadedTheme) -> list[tuple[str, str]]:
    """The path and code of each problem."""
    return [(problem.path, problem.code) for problem in loaded.problems]


def test_at_least_five_themes_ship_the_default_first() -> None:
    names = [theme.name for theme in find_themes()]
    assert names[0] == DEFAULT_THEME
    assert {"dusk", "paper", "high-contrast", "blue-orange", "terminal"} <= set(names)
    assert all(theme.shipped for theme in find_themes())


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_theme_has_nothing_wrong_with_it(name: str) -> None:
    loaded = load_theme(name)
    assert loaded.message == ""
    assert (loaded.name, loaded.fell_back) == (name, False)
    assert loaded.theme.title


def test_without_a_wish_the_default_is_read() -> None:
    assert load_theme() == load_theme(DEFAULT_THEME)


def test_the_theme_of_last_resort_is_the_shipped_one_for_terminals() -> None:
    assert load_theme("terminal").theme == MINIMAL


def test_the_readers_own_theme_takes_the_place_of_a_shipped_one(own_themes: Path) -> None:
    (own_themes / "paper.yaml").write_text(dusk_with(title="Mine"))
    (own_themes / "night.yml").write_text(dusk_with(title="Night"))
    found = {theme.name: theme for theme in find_themes()}
    assert not found["paper"].shipped
    assert found["paper"].path == own_themes / "paper.yaml"
    assert load_theme("paper").theme.title == "Mine"
    assert load_theme("night").theme.title == "Night"


def test_a_theme_that_is_not_there_is_named_with_the_nearest_that_is() -> None:
    loaded = load_theme("papper")
    assert loaded.name == DEFAULT_THEME
    assert loaded.fell_back
    assert loaded.theme == load_theme().theme
    assert "papper" in loaded.message
    assert "did you mean paper?" in loaded.message


@pytest.mark.parametrize("name", ["../paper", "/etc/passwd", "", "a b", "\x1b[2J"])
def test_a_name_is_never_a_path(name: str, own_themes: Path) -> None:
    (own_themes.parent / "paper.yaml").write_text(dusk_with(title="Outside"))
    loaded = load_theme(name)
    assert loaded.name == DEFAULT_THEME
    assert loaded.theme.title == "Dusk"
    assert "\x1b" not in loaded.message


def test_all_faults_are_told_in_one_message_with_their_places(own_themes: Path) -> None:
    file = own_themes / "mine.yaml"
    file.write_text(
        dusk_with(
            dark="maybe", accent="#85b5cc", text='"#12345g"', error="ansi_red", hit="[1, 2]"
        ).replace("hedge:", "hege:")
    )
    loaded = load_theme("mine")
    assert loaded.name == DEFAULT_THEME
    assert sorted(faults(loaded)) == [
        ("accent", "not-a-colour"),
        ("dark", "wrong-type"),
        ("error", "not-a-colour"),
        ("hedge", "missing-key"),
        ("hege", "unknown-key"),
        ("hit", "wrong-type"),
        ("text", "not-a-colour"),
    ]
    head, *lines = loaded.message.splitlines()
    assert head == "Theme mine cannot be used; dusk stands in:"
    assert len(lines) == 7
    assert all(line.startswith(f"  {file}:") for line in lines)
    assert f"{file}:7:7: text: " in loaded.message
    assert "did you mean hedge?" in loaded.message


def test_a_colour_without_its_quotes_is_a_comment_and_the_message_says_so(
    own_themes: Path,
) -> None:
    (own_themes / "mine.yaml").write_text(dusk_with(link="#85b5cc"))
    loaded = load_theme("mine")
    assert faults(loaded) == [("link", "not-a-colour")]
    assert "in quotes" in loaded.message


@pytest.mark.parametrize(
    ("written", "colour"),
    [("85b5cc", "#85b5cc"), ('"#8BC"', "#88bbcc"), ("1e1e22", "#1e1e22"), ("123456", "#123456")],
)
def test_a_colour_may_be_written_short_or_without_its_sign(
    written: str, colour: str, own_themes: Path
) -> None:
    (own_themes / "mine.yaml").write_text(dusk_with(faint=written))
    loaded = load_theme("mine")
    assert loaded.problems == ()
    assert loaded.theme.faint == colour


def test_a_theme_of_the_terminals_colours_has_no_others(own_themes: Path) -> None:
    text = (themes_folder() / "terminal.yaml").read_text("utf-8")
    (own_themes / "mine.yaml").write_text(
        text.replace("ansi_green", '"#ffff00"').replace("ansi_magenta", "ansi_magneta")
    )
    loaded = load_theme("mine")
    assert {code for _, code in faults(loaded)} == {"not-a-colour"}
    assert [path for path, _ in faults(loaded)] == ["accent", "hit", "marked", "link"]
    assert "did you mean ansi_magenta?" in loaded.message


def test_low_contrast_is_a_warning_and_the_theme_is_used(own_themes: Path) -> None:
    (own_themes / "mine.yaml").write_text(dusk_with(muted='"#50555f"', cursor_text='"#454a54"'))
    loaded = load_theme("mine")
    assert loaded.name == "mine"
    assert loaded.theme.muted == "#50555f"
    assert not loaded.fell_back
    assert faults(loaded) == [
        ("muted", "low-contrast"),
        ("muted", "low-contrast"),
        ("cursor_text", "low-contrast"),
    ]
    assert "`background`" in loaded.message
    assert "cannot be used" not in loaded.message


def test_a_broken_default_of_the_readers_own_leaves_the_shipped_one(own_themes: Path) -> None:
    shipped = load_theme().theme
    (own_themes / "dusk.yaml").write_text("title: [")
    loaded = load_theme()
    assert loaded.theme == shipped
    assert faults(loaded) == [("", "bad-yaml")]


@pytest.mark.parametrize("wanted", [None, "paper"])
def test_with_no_theme_to_read_the_terminals_colours_are_left(
    wanted: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("brief_tui.tui.theme_files.themes_folder", lambda: tmp_path / "gone")
    loaded = load_theme(wanted)
    assert loaded.theme == MINIMAL
    assert loaded.fell_back
    assert find_themes() == []


def test_a_theme_that_is_no_mapping_is_told_once(own_themes: Path) -> None:
    (own_themes / "mine.yaml").write_text("- a\n- b\n")
    assert [code for _, code in faults(load_theme("mine"))] == ["wrong-type"]


def test_the_readers_own_themes_lie_in_the_config_folder() -> None:
    assert user_themes_folder().name == "themes"
    assert user_themes_folder().parent.name == "brief-tui"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_colour_of_a_shipped_theme_is_written_in_full(name: str) -> None:
    theme, _ = read_theme(themes_folder() / f"{name}.yaml")
    assert theme is not None
    text = (themes_folder() / f"{name}.yaml").read_text("utf-8")
    assert all(asdict(theme)[key] in text for key in COLOURS)


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#d3d6db", "#d3d6db") == 1


@pytest.mark.parametrize("text", ["", "#12", "#12345", "#1234567", "red", "#ggg", "1 2", "#fff\n"])
def test_what_is_no_colour_is_none(text: str) -> None:
    assert parse_hex(text) is None
