"""How long the C parser takes to emit the events of all YAML of a library, and nothing else.

``python -m bench.events FOLDER``: by ``yaml.parse`` with ``CSafeLoader``, on one core, every text
read beforehand. No validation of a library on one core can take less.

Printed as JSON are the seconds, how many events there were, and how many bytes of YAML.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import yaml


def main(folder: Path) -> None:
    """Parse and report."""
    events = size = 0
    seconds = 0.0
    for file in sorted(folder.rglob("*.yaml")):
        text = file.read_bytes()
        begin = time.perf_counter()
        events += sum(1 for _ in yaml.parse(text, Loader=yaml.CSafeLoader))
        seconds += time.perf_counter() - begin
        size += len(text)
    print(json.dumps({"seconds": seconds, "events": events, "bytes": size}))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
