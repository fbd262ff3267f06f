"""One episode of the running order by itself: its events, points, agencies and days, with what was known only later."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from measures.lanes import FAMILY, default_range


@dataclass(frozen=True)
class Episode:
    """The frames of one episode, as the loader gives them, and the days a picture of it opens on (inclusive; None: no day known)."""

    events: pd.DataFrame
    practice: pd.DataFrame
    agencies: pd.DataFrame
    periods: pd.DataFrame
    shares: pd.DataFrame
    days: tuple[pd.Timestamp, pd.Timestamp] | None


def episode(
    episode_id: str,
    running: pd.DataFrame,
    events: pd.DataFrame,
    practice: pd.DataFrame,
    agencies: pd.DataFrame,
    periods: pd.DataFrame,
    shares: pd.DataFrame,
) -> Episode:
    """What the running order takes into an episode, looking back included.

    running: as `running_order` gives it. Agencies: those that acted, were present, were told or are named by a point,
    and the family; periods: theirs, where they touch its days.
    """
    steps = running[running["episode_id"] == episode_id]
    own = events[events["event_id"].isin({one for ids in steps["event_ids"] for one in ids})]
    points = practice[practice["practice_id"].isin({one for ids in steps["practice_ids"] for one in ids})]
    passed = shares[shares["event_id"].isin(own["event_id"])]
    known = own[~own["hindsight"].astype(bool)]
    dated = known.loc[known["earliest"].notna() & known["latest"].notna(), ["earliest", "latest"]]
    days = default_range(dated, (pd.NaT, pd.NaT)) if len(dated) else None
    named = {FAMILY, *own["agency"], *passed["agency"]}
    named |= {one for ids in (*own["present"], *points["agencies"]) for one in ids}
    lasting = periods[periods["agency"].isin(named) & _touching(periods, days)]
    return Episode(own, points, agencies[agencies["agency_id"].isin(named)], lasting, passed, days)


def _touching(periods: pd.DataFrame, days: tuple[pd.Timestamp, pd.Timestamp] | None) -> pd.Series:
    """Which periods may have lasted on some of those days; an end that is not known is open."""
    if days is None:
        return pd.Series(False, index=periods.index, dtype=bool)
    starts = periods["from_earliest"].fillna(periods["from_latest"])
    ends = periods["to_latest"].fillna(periods["to_earliest"])
    some = starts.notna() | ends.notna()
    return some & ~(starts > days[1]) & ~(ends < days[0])
