"""What is installed is what is in the checkout: the code, the briefings and the themes."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    return _built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds what the wheel installs."""
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _built(target: str, source: Path, folder: Path) -> Path:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)],
        cwd=source,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (built,) = folder.iterdir()
    return built


def _files(*folders: str) -> set[str]:
    return {
        path.relative_to(ROOT).as_posix()
        for folder in folders
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_the_wheel_holds_the_code_the_briefings_and_the_themes(wheel: Path) -> None:
    shipped = {f"brief_tui/_shipped/{name}" for name in _files("content", "themes")}
    code = {name.removeprefix("src/") for name in _files("src")}
    assert any(name.endswith(".yaml") for name in shipped)
    inside = {name for name in _names(wheel) if ".dist-info/" not in name}
    assert inside == shipped | code


def test_the_source_archive_makes_the_same_wheel(wheel: Path, tmp_path: Path) -> None:
    archive = _built("sdist", ROOT, tmp_path / "sdist")
    with tarfile.open(archive) as packed:
        names = {name.partition("/")[2] for name in packed.getnames()}
        if hasattr(tarfile, "data_filter"):  # since Python 3.11.4; it was packed a moment ago
            packed.extraction_filter = tarfile.data_filter
        packed.extractall(tmp_path / "unpacked")
    assert names >= _files("src", "content", "themes", "tests", "docs") | {
        "Makefile",
        "constraints.txt",
    }
    (source,) = (tmp_path / "unpacked").iterdir()
    assert _names(_built("wheel", source, tmp_path / "wheel")) == _names(wheel)


def _run(installed: Path, folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "PYTHONPATH": str(installed), "XDG_DATA_HOME": str(folder)}
    return subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=True,
    )


def test_the_installed_program_shows_what_ships_from_any_folder(
    installed: Path, tmp_path: Path
) -> None:
    where = _run(installed, tmp_path, "-c", "import brief_tui; print(brief_tui.__file__)")
    assert where.stdout.startswith(str(installed))
    shown = _run(installed, tmp_path, "-m", "brief_tui", "show", "--format", "json")
    assert f'"file": "{installed / "brief_tui" / "_shipped" / "content"}' in shown.stdout


def test_the_installed_program_finds_its_themes(installed: Path, tmp_path: Path) -> None:
    listed = _run(installed, tmp_path, "-m", "brief_tui", "themes")
    for theme in (ROOT / "themes").glob("*.yaml"):
        assert theme.stem in listed.stdout
