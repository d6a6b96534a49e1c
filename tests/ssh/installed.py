"""The program on a host, in an environment of its own that everybody there can read."""

from __future__ import annotations

import compileall
import shlex
import shutil
import site
import sys
import sysconfig
import venv
from pathlib import Path

_ROOT = Path(__file__).parent.parent.parent


def install(prefix: Path) -> None:
    """The program in an environment of its own, as pip would have it there."""
    venv.create(prefix, with_pip=False, symlinks=True)
    library = next((prefix / "lib").glob("python*/site-packages"))
    ours = library / "brief_tui"
    shutil.copytree(_ROOT / "src" / "brief_tui", ours, ignore=shutil.ignore_patterns("__pycache__"))
    for shipped in ("content", "themes"):
        shutil.copytree(_ROOT / shipped, ours / "_shipped" / shipped)
    compileall.compile_dir(ours, quiet=1)
    (library / "needed.pth").write_text("\n".join(map(str, libraries())), encoding="utf-8")


def libraries() -> list[Path]:
    """The folders of the packages that the program needs."""
    known = {*site.getsitepackages(), site.getusersitepackages()}
    return [Path(each) for each in sys.path if each in known or "-packages" in each]


def reachable(folder: Path) -> str:
    """Commands that make Python and its libraries reachable for all, where root hides them."""
    needed = {Path(sys.base_prefix), Path(sysconfig.get_path("stdlib")), *libraries()}
    hidden: dict[Path, list[Path]] = {}
    for path in sorted(each.resolve() for each in needed):
        for above in reversed(path.parents):
            if not above.stat().st_mode & 0o001:
                hidden.setdefault(above, []).append(path)
                break
    lines = []
    for above, paths in hidden.items():
        for number, path in enumerate(paths):
            stash = f'"$base/stash{number}"'
            lines.append(f"mkdir {stash}; mount --bind {shlex.quote(str(path))} {stash}")
        lines.append(f"mount -t tmpfs -o mode=0755 hidden {shlex.quote(str(above))}")
        for number, path in enumerate(paths):
            there = shlex.quote(str(path))
            lines.append(f'mkdir -p {there}; mount --bind "$base/stash{number}" {there}')
    return "\n".join(lines)
