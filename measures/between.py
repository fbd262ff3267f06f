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
    least, most = _days(first.latest, then.earliest), _days(first.earliest, then.latest)
    if first.anchor != then.anchor:
        return least, most
    along = then.days_least - first.days_most, then.days_most - first.days_least
    return along[0] if pd.isna(least) else max(least, along[0]), along[1] if pd.isna(most) else min(most, along[1])


def receipt(event: Dated, share: Any) -> tuple[str, float, float]:
    """Where the receipt of a share of `event` stands in a chain: anchor, days_least, days_most.

    In the event's own chain where it was sent with the event and the days it took are known; else in one of its own.
    """
    with_event = share.sent_earliest == event.earliest and share.sent_latest == event.latest
    if with_event and not share.sent_own and pd.notna(share.days_least) and pd.notna(share.days_most):
        return event.anchor, event.days_least + share.days_least, event.days_most + share.days_most
    return f"share:{share.share_id}", 0, 0


def _days(start: pd.Timestamp, end: pd.Timestamp) -> float:
    return float("nan") if pd.isna(start) or pd.isna(end) else float((end - start).days)
