"""Days on which nobody was in touch with a family: surely none, or none that is sure."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from measures.silences import FAMILY

DAYS = "days sure possible longest longest_from longest_to contacts undated".split()


def in_touch(events: pd.DataFrame) -> pd.DataFrame:
    """The events in which an agency and the family were in touch: contacts, and whatever else records who was seen in person.

    Attempts, what was only planned and what only the family's lane holds are left out.
    """
    seen = np.fromiter((bool(one) for one in events["seen"]), bool, len(events))
    alone = np.fromiter((bool(one) for one in events["seen_alone"]), bool, len(events))
    happened = ~events["planned"].astype(bool) & (events["agency"] != FAMILY)
    return events[((events["kind"] == "contact") | seen | alone) & happened]


def days_without(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> dict[str, Any]:
    """Days from `first` to `last` (both inclusive) on which no agency was in touch, by the names in DAYS.

    events: those in which one was, as `in_touch` gives them. sure: days that no event's window touches; possible: days on
    which no event is sure to have been, each blurred one on at most some day of its window; longest: the longest run of sure
    days, longest_from to longest_to (NaT where none); contacts: events with two known days that touch the period; undated:
    those without, which may lie on any day.
    """
    known = events[events["earliest"].notna() & events["latest"].notna()]
    inside = known[(known["latest"] >= first) & (known["earliest"] <= last)]
    length = (last - first).days + 1
    touched = _covered(inside, first, length)
    sure = inside[inside["lasts"].astype(bool) | (inside["earliest"] == inside["latest"])]
    run, start = _longest(~touched)
    days = [first + pd.Timedelta(days=int(one)) for one in (start, start + run - 1)] if run else [pd.NaT, pd.NaT]
    told = (length, int((~touched).sum()), int((~_covered(sure, first, length)).sum()), run, *days)
    return dict(zip(DAYS, (*told, len(inside), len(events) - len(known)), strict=True))


def _covered(events: pd.DataFrame, first: pd.Timestamp, length: int) -> Any:
    """For each day of the period whether a window of the events touches it."""
    starts = (events["earliest"] - first).dt.days.clip(lower=0).to_numpy(dtype="int64")
    ends = (events["latest"] - first).dt.days.clip(upper=length - 1).to_numpy(dtype="int64")
    steps = np.bincount(starts, minlength=length + 1) - np.bincount(ends + 1, minlength=length + 1)
    return np.cumsum(steps)[:length] > 0


def _longest(silent: Any) -> tuple[int, int]:
    """The length of the longest run of true days and the day it begins on; the first where several are as long."""
    edges = np.flatnonzero(np.diff(np.r_[False, silent, False].astype("int8")))
    if not len(edges):
        return 0, 0
    starts, runs = edges[::2], edges[1::2] - edges[::2]
    place = int(runs.argmax())
    return int(runs[place]), int(starts[place])


def period(events: pd.DataFrame, scope: Any) -> tuple[Any, Any]:
    """The days a case is counted over: its scope, and where an end is not given, that of its first or last dated event."""
    ends = [pd.NaT if day is None else pd.Timestamp(day) for day in (scope.earliest, scope.latest)]
    first = events["earliest"].min() if pd.isna(ends[0]) else ends[0]
    last = events["latest"].max() if pd.isna(ends[1]) else ends[1]
    return (pd.NaT, pd.NaT) if pd.isna(first) or pd.isna(last) or last < first else (first, last)
