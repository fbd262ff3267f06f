"""Days from one event to another: a least and a most, exact along a chain of relative dates."""

from __future__ import annotations

from typing import Any, Protocol

import pandas as pd


class Dated(Protocol):
    """A row with a window, and its place in a chain."""

    earliest: Any
    latest: Any
    anchor: Any
    days_least: Any
    days_most: Any


def days_between(first: Dated, then: Dated) -> tuple[float, float]:
    """The least and the most days from `first` to `then`; negative where `then` may come before.

    Events counted from the same event keep their exact days though the days themselves are not known.
    NaN where an end is open.
    """
    if first.anchor == then.anchor:
        return then.days_least - first.days_most, then.days_most - first.days_least
    return _days(first.latest, then.earliest), _days(first.earliest, then.latest)


def _days(start: pd.Timestamp, end: pd.Timestamp) -> float:
    return float("nan") if pd.isna(start) or pd.isna(end) else float((end - start).days)
