"""Generated briefings: valid ones of every form that `load` accepts, to test what always holds.

What an example names is drawn from every id there could be, and what names nothing that there is
is taken out at the end: so the strategies are made once, and an example shrinks to the few things
that make a test fail. Parties and items stand in one order, and a chain only ever leads further
back in it: that is what keeps chains from running in circles.
"""

from tests.strategies.dates import whens
from tests.strategies.figures import figures
from tests.strategies.made import COUNTRIES
from tests.strategies.size import SMALL, Size
from tests.strategies.whole import briefings, registers

__all__ = ("COUNTRIES", "SMALL", "Size", "briefings", "figures", "registers", "whens")
