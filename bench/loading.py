"""Loads a briefing and prints, as JSON, how long that took: run in a process of its own.

``python -m bench.loading ours PATH ROUNDS``: by ``load_briefing``, validation included.
``python -m bench.loading yaml FILE ROUNDS``: by ``yaml.load`` with ``CSafeLoader``, which checks
nothing and keeps no positions.

Printed are the seconds of the imports, of the first load, and of the fastest of so many ROUNDS
more; and the number of claims.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path


def main(way: str, path: Path, rounds: int) -> None:
    """Load and report.

    Raises:
        ValueError: the briefing has errors.
    """
    begin = time.perf_counter()
    load = _ours(path) if way == "ours" else _yaml(path)
    imported = time.perf_counter()
    claims = load()
    first = time.perf_counter()
    warm = [_timed(load) for _ in range(rounds)]
    report = {
        "imports": imported - begin,
        "first": first - imported,
        "warm": min(warm, default=None),
        "claims": claims,
    }
    print(json.dumps(report))


def _timed(load: Callable[[], int]) -> float:
    begin = time.perf_counter()
    load()
    return time.perf_counter() - begin


def _ours(path: Path) -> Callable[[], int]:
    from brief_tui.load.briefing_file import load_briefing

    def load() -> int:
        loaded = load_briefing(path)
        if loaded.briefing is None:
            raise ValueError(str(loaded.problems[0]))
        return len(loaded.briefing.claims)

    return load


def _yaml(path: Path) -> Callable[[], int]:
    import yaml

    text = path.read_text(encoding="utf-8")
    return lambda: len(yaml.load(text, Loader=yaml.CSafeLoader)["claims"])


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
