"""Agency by month over 400,000 events, against pd.crosstab of the same events in the same run."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from measures.columns import on_calendar
from measures.entries import KINDS
from measures.spread import cells, place

EVENTS, AGENCIES, DAYS, RUNS, GOAL = 400_000, 20, 3650, 7, 0.4
FIRST = 15_340


def made_up(blurred: float, events: int = EVENTS) -> pd.DataFrame:
    """Entries as measures.entries gives them, over ten years; `blurred`: the share that is a window of up to 40 days."""
    chance = np.random.default_rng(7)
    wide = np.where(chance.random(events) < blurred, chance.integers(2, 40, events), 1)
    return pd.DataFrame(
        {
            "agency": chance.integers(0, AGENCIES, events, dtype="int32"),
            "kind": pd.Categorical.from_codes(chance.integers(0, 4, events), list(KINDS)),
            "dated": np.ones(events, dtype=bool),
            "start": (FIRST + chance.integers(0, DAYS, events)).astype("int32"),
            "wide": wide.astype("int32"),
        }
    )


def ours(entries: pd.DataFrame) -> pd.DataFrame:
    """Agency by month, a blurred event shared out over its days."""
    columns = on_calendar("month", FIRST, FIRST + DAYS)
    return cells(entries, place(entries, columns, aligned=False), np.arange(AGENCIES), AGENCIES, len(columns))


def peer(events: pd.DataFrame) -> pd.DataFrame:
    """The same with pandas, each event in the month of its first day."""
    return pd.crosstab(events["agency"], events["earliest"].dt.to_period("M"))


def peer_with_months(events: pd.DataFrame) -> pd.DataFrame:
    """Likewise, where the month is already a column."""
    return pd.crosstab(events["agency"], events["month"])


def seconds(work: Callable[[], Any]) -> float:
    """How long it takes once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def measure(runs: int = RUNS) -> Iterator[tuple[str, float, float, float, float, int, str]]:
    """One row per comparison: what, ours and peer in seconds (medians), their ratio, the goal, runs, and the spread of the ratio."""
    events = made_up(0.0)
    named = pd.DataFrame({"agency": pd.Categorical(events["agency"]), "earliest": pd.to_datetime(events["start"], unit="D")})
    named["month"] = pd.Categorical(named["earliest"].dt.to_period("M"))
    for what, share, other in (
        ("agency by month, every event on a day", 0.0, peer),
        ("agency by month, three in ten blurred", 0.3, peer),
        ("agency by month, three in ten blurred, the peer's months made before", 0.3, peer_with_months),
    ):
        entries = made_up(share)
        ours(entries)
        other(named)
        pairs = [(seconds(partial(ours, entries)), seconds(partial(other, named))) for _ in range(runs)]
        mine, theirs = (statistics.median(pair[at] for pair in pairs) for at in (0, 1))
        ratios = [one / two for one, two in pairs]
        yield what, mine, theirs, mine / theirs, GOAL, runs, f"{min(ratios):.2f} to {max(ratios):.2f}"


if __name__ == "__main__":
    for row in measure():
        print(f"{row[0]}: {row[1] * 1000:.1f} ms, peer {row[2] * 1000:.1f} ms, ratio {row[3]:.2f} [{row[6]}], goal {row[4]}")
