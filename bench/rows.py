"""What a bench yields: a row for each comparison, both sides measured by turns in the same run."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from typing import NamedTuple

Clock = Callable[[], float]


class Row(NamedTuple):
    """One comparison: ours and the peer's in `unit` (medians), the median of their ratios, the goal, runs, and the ratios' spread."""

    what: str
    ours: float
    peer: float
    ratio: float
    goal: float | None
    runs: int
    spread: str
    unit: str = "s"
    against: str = ""


def timed(work: Callable[[], object], clock: Clock = time.process_time) -> float:
    """How long it takes once, with Python's cyclic collector off and nothing left for it to do."""
    gc.collect()
    gc.disable()
    try:
        start = clock()
        work()
        return clock() - start
    finally:
        gc.enable()


def compared(what: str, ours: Callable[[], float], peer: Callable[[], float], runs: int, goal: float | None, **more: str) -> Row:
    """Both by turns; the first pair warms up and is not counted."""
    pairs = [(ours(), peer()) for _ in range(runs + 1)][1:]
    ratios = [mine / theirs for mine, theirs in pairs]
    mine, theirs = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
    spread = f"{min(ratios):.3g} to {max(ratios):.3g}"
    return Row(what, mine, theirs, statistics.median(ratios), goal, runs, spread, **more)
