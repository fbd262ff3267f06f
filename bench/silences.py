"""The longest silences of 400,000 events, against pandas' groupby.apply of the same."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np
import pandas as pd

from bench.rows import Row, compared, timed
from measures.quiet import longest_silences, taking_part

CASES, EVENTS, AGENCIES, RUNS, TARGET = 2000, 200, 10, 5, 0.05


def made_up(cases: int = CASES, events: int = EVENTS) -> dict[str, pd.DataFrame]:
    """The events of so many cases: ten agencies, ten years, four in ten within a month rather than on a day."""
    draw = np.random.default_rng(7)
    found = {}
    for number in range(cases):
        first = np.datetime64("2010-01-01", "s") + draw.integers(0, 3650, events) * np.timedelta64(86400, "s")
        blur = np.where(draw.random(events) < 0.4, 30, 0) * np.timedelta64(86400, "s")
        ids = [f"e{place}" for place in range(events)]
        found[f"case-{number}"] = pd.DataFrame(
            {
                "event_id": ids,
                "agency": draw.choice([f"agency-{one}" for one in range(AGENCIES)], events),
                "present": [()] * events,
                "planned": False,
                "earliest": first,
                "latest": first + blur,
                "lasts": False,
                "anchor": ids,
                "days_least": 0,
                "days_most": 0,
            }
        )
    return found


def with_apply(part: pd.DataFrame) -> pd.Series:
    """The least days of each case and agency, as one would write it with groupby.apply."""

    def longest(own: pd.DataFrame) -> float:
        days: float = (own["earliest"] - own["latest"].cummax().shift()).dt.days.max()
        return days

    return part.groupby(["case_id", "agency"], observed=True)[["earliest", "latest"]].apply(longest).clip(lower=0)


def measure(runs: int = RUNS) -> Iterator[Row]:
    """Both by the clock on the wall; raises ValueError where the two ways give different days."""
    part = taking_part(made_up())
    ours, theirs = longest_silences(part).set_index(["case_id", "agency"])["least_days"], with_apply(part)
    if not np.array_equal(ours.sort_index().to_numpy(), theirs.sort_index().to_numpy(), equal_nan=True):
        raise ValueError("The two ways give different days.")

    def mine() -> float:
        return timed(lambda: longest_silences(part), time.perf_counter)

    def peer() -> float:
        return timed(lambda: with_apply(part), time.perf_counter)

    what = f"longest silences of {len(part):,} events in {len(ours):,} groups"
    yield compared(what, mine, peer, runs, TARGET, against="groupby.apply")
