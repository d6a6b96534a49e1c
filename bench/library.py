"""A made-up library of any size, for the bench and for tests: the same for the same seed.

``python -m bench.library FOLDER --items N --briefings M --seed S`` writes M files of YAML without
problems with N items in all into folders by year under FOLDER. What is written hangs on the
three numbers alone, not on how many processes write it.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from itertools import accumulate, pairwise
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from bench.page import page_of
from bench.world import World, world_of

ITEMS_OF_A_BRIEFING = 100


class Shape(NamedTuple):
    """How large a library is, and which one of this size."""

    items: int
    briefings: int
    seed: int = 1


def shape_of(items: int, seed: int = 1) -> Shape:
    """The usual library with so many items."""
    return Shape(items, max(1, items // ITEMS_OF_A_BRIEFING), seed)


def write_library(folder: Path, shape: Shape, processes: int = 1) -> int:
    """Write a library into ``folder``.

    Returns:
        How many bytes of YAML it has.
    """
    (folder / "undated").mkdir(parents=True, exist_ok=True)
    if processes == 1:
        return _write(folder, shape, 0, 1)
    with get_context("spawn").Pool(processes) as pool:
        work = [(folder, shape, which, processes) for which in range(processes)]
        return sum(pool.starmap(_write, work))


def items_of(shape: Shape) -> list[int]:
    """How many items each briefing has: some few, some many, ``shape.items`` in all.

    Raises:
        ValueError: there are fewer items than briefings.
    """
    if shape.briefings > shape.items:
        raise ValueError("each briefing has an item at least")
    chance = random.Random(f"sizes {shape.seed}")  # noqa: S311 - repeatable, not secret
    weights = [chance.lognormvariate(0, 0.6) for _ in range(shape.briefings)]
    spare, total = shape.items - shape.briefings, sum(weights)
    ends = [round(spare * part / total) for part in accumulate(weights)]
    return [1 + end - begin for begin, end in pairwise([0, *ends])]


def world_for(shape: Shape) -> World:
    """The world that the library's briefings share."""
    chance = random.Random(f"world {shape.seed}")  # noqa: S311 - repeatable, not secret
    return world_of(chance, shape.items, shape.briefings)


def _write(folder: Path, shape: Shape, which: int, of: int) -> int:
    """Write every so-manyth briefing."""
    world, size = world_for(shape), 0
    items = items_of(shape)
    for number in range(which, shape.briefings, of):
        page = page_of(world, number, items[number], shape.seed)
        place = folder / page.folder
        if not place.is_dir():
            place.mkdir(exist_ok=True)
        data = page.text.encode()
        (place / f"{page.name}.yaml").write_bytes(data)
        size += len(data)
    return size


def main() -> None:
    """Write the library that the arguments ask for."""
    parser = argparse.ArgumentParser(prog="python -m bench.library", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--items", type=int, default=1_000)
    parser.add_argument("--briefings", type=int)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args()
    shape = shape_of(given.items, given.seed)
    if given.briefings:
        shape = shape._replace(briefings=given.briefings)
    begin = time.monotonic()
    size = write_library(given.folder, shape, given.processes)
    took = time.monotonic() - begin
    each = size / shape.items
    print(f"{shape.items:,} items, {shape.briefings:,} briefings: {size:,} bytes of YAML")
    print(f"{each:,.0f} bytes an item; written in {took:.1f} s")


if __name__ == "__main__":
    main()
