"""The circles of a graph: its nodes in groups that lead to each other, most of them of one node."""

from __future__ import annotations

from collections.abc import Sequence


def circles_of(above: Sequence[Sequence[int]]) -> list[list[int]]:
    """The strongly connected parts, each node in one; what one leads to comes before it (Tarjan).

    Args:
        above: for every node, by its number, the numbers of those that it leads to.
    """
    order = [0] * len(above)
    lowest = [0] * len(above)
    open_: list[int] = []
    is_open = [False] * len(above)
    found: list[list[int]] = []
    count = 0
    for root in range(len(above)):
        if order[root]:
            continue
        count += 1
        order[root] = lowest[root] = count
        open_.append(root)
        is_open[root] = True
        way = [(root, iter(above[root]))]
        while way:
            here, rest = way[-1]
            for there in rest:
                if not order[there]:
                    count += 1
                    order[there] = lowest[there] = count
                    open_.append(there)
                    is_open[there] = True
                    way.append((there, iter(above[there])))
                    break
                if is_open[there]:
                    lowest[here] = min(lowest[here], order[there])
            else:
                way.pop()
                if way:
                    before = way[-1][0]
                    lowest[before] = min(lowest[before], lowest[here])
                if lowest[here] == order[here]:
                    members = [open_.pop()]
                    while members[-1] != here:
                        members.append(open_.pop())
                    for member in members:
                        is_open[member] = False
                    found.append(members)
    return found
