"""Changes one file of an indexed library, again and again, and times each refresh of the index.

``python -m bench.refreshing FOLDER FILE ROUNDS``: FILE is one of those under FOLDER. Each refresh
looks at every file, reads what has changed and writes it. Printed as JSON are the seconds of each.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from brief_tui.library.index.refresh import refresh
from brief_tui.library.index.store import index_file


def main(folder: Path, file: Path, rounds: int) -> None:
    """Time and report.

    Raises:
        ValueError: a refresh did not take the change over.
    """
    index = index_file([folder])
    refresh(index, [folder])
    seconds: list[float] = []
    for number in range(rounds):
        text = file.read_text(encoding="utf-8")
        changed = text.replace("not_known:", f"not_known:\n  - text: Question number {number}.", 1)
        file.write_text(changed, encoding="utf-8")
        begin = time.perf_counter()
        outcome = refresh(index, [folder])
        seconds.append(time.perf_counter() - begin)
        if outcome.read != 1:
            raise ValueError(f"{outcome.read} briefings were read")
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
