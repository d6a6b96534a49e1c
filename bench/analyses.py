"""Times every analysis of a briefing, and prints the seconds of each as JSON.

``python -m bench.analyses FILE ROUNDS``: in a process of its own, as a reader has it who opened
FILE. Each analysis is asked of a register of which nothing has been asked before, so that what it
needs is worked out in its time; the fastest of so many ROUNDS counts. What is measured is the time
of the processor, since others may use the machine too.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from brief_tui.analysis.dependants import hanging
from brief_tui.analysis.differences import differences
from brief_tui.analysis.disagreements import disagreements
from brief_tui.analysis.dominance import Order, order_of
from brief_tui.analysis.figures import series
from brief_tui.analysis.hypotheses import matrices
from brief_tui.analysis.known import Growth, as_known_on
from brief_tui.analysis.look_alikes import look_alikes
from brief_tui.analysis.origins import spread
from brief_tui.analysis.paths import paths
from brief_tui.analysis.stance import stance
from brief_tui.analysis.time_axis import usual_window
from brief_tui.analysis.timeline import moments
from brief_tui.analysis.tornado import blocking_cells, one_step_changes
from brief_tui.analysis.withdrawal import falling_without, resting_on
from brief_tui.load.briefing_file import load_briefing
from brief_tui.model.register import Register

Analysis = Callable[[Register], object]

_DAY = date(2024, 9, 15)


def _ends(register: Register) -> tuple[str, str]:
    """The first item and the last one."""
    ids = list(register.items)
    return ids[0], ids[-1]


def _source(register: Register) -> str:
    return register.briefing.sources[0].id


def _order(register: Register) -> Order:
    return order_of(register.briefing.options)


ANALYSES: Mapping[str, Analysis] = {
    "the origins of every item": spread,
    "what rests on the first source": lambda register: resting_on(register, _source(register)),
    "what falls without the first source": lambda register: falling_without(
        register, _source(register)
    ),
    "what hangs on one item": lambda register: hanging(register, _ends(register)[:1]),
    "who stands with and against every item": lambda register: [
        stance(register, item) for item in register.items.values()
    ],
    "every figure by what it counts": series,
    "where figures differ": lambda register: [
        differences(each.counts) for each in series(register)
    ],
    "figures that look alike": lambda register: [
        look_alikes(register, each) for each in series(register)
    ],
    "the order of all options, in levels": lambda register: _order(register).levels(),
    "steps of one cell that change the order": lambda register: one_step_changes(_order(register)),
    "cells not stated in the order's way": lambda register: blocking_cells(_order(register)),
    "all disagreements, ranked": disagreements,
    "paths from the first item to the last": lambda register: paths(register, *_ends(register)),
    "the matrices of hypotheses": matrices,
    "every date, in order": lambda register: moments(register.briefing),
    "the stretch of time to show": usual_window,
    "what was known on a day": lambda register: as_known_on(register, _DAY),
    "how what is known grew": lambda register: Growth(register).days,
}


def main(path: Path, rounds: int) -> None:
    """Time and report.

    Raises:
        ValueError: the briefing has errors.
    """
    loaded = load_briefing(path)
    if loaded.briefing is None:
        raise ValueError(str(loaded.problems[0]))
    # As the app does: what was loaded is not looked through for garbage again and again.
    gc.freeze()
    seconds = {name: float("inf") for name in ANALYSES}
    for _ in range(rounds):
        for name, analysis in ANALYSES.items():
            register = Register.of(loaded.briefing)
            gc.collect()
            begin = time.process_time()
            analysis(register)
            seconds[name] = min(seconds[name], time.process_time() - begin)
    print(json.dumps(seconds))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
