"""When an agency recorded nothing while others did: whole days that are sure to be silent."""

from __future__ import annotations

import pandas as pd

from measures.between import days_between

FAMILY = "family"


def silences(events: pd.DataFrame) -> pd.DataFrame:
    """One row per silence between two events of an agency, longest first.

    events: one row per event with event_id, agency, present, earliest, latest (days, inclusive), anchor,
    days_least, days_most. A meeting counts for every agency present. Returns agency, after, before (event
    ids), at_least_days: whole silent days however the blurred dates fall, 0 where none is sure; first_day,
    last_day: those days (NaT where none); others: how many events of other agencies lie surely within them.
    The family's lane is not an agency. An undated event may lie in any silence: callers say how many there are.
    """
    dated = events[events["earliest"].notna() & events["latest"].notna()]
    rows = []
    for agency, own in _by_agency(dated):
        last = None
        for event in own.itertuples():
            if last is not None:
                rows.append(_silence(agency, last, event, dated))
            last = event if last is None or event.latest >= last.latest else last
    names = ["agency", "after", "before", "at_least_days", "first_day", "last_day", "others"]
    found = pd.DataFrame(rows, columns=names)
    return found.sort_values(["at_least_days", "agency"], ascending=[False, True], kind="stable").reset_index(drop=True)


def _by_agency(dated: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    takes = dated.assign(agencies=[(one, *present) for one, present in zip(dated["agency"], dated["present"], strict=True)])
    long = takes.explode("agencies").drop_duplicates(["event_id", "agencies"])
    long = long[long["agencies"] != FAMILY].sort_values(["earliest", "latest", "order"], kind="stable")
    return [(str(agency), own) for agency, own in long.groupby("agencies", sort=False)]


def _silence(agency: str, last: object, event: object, dated: pd.DataFrame) -> tuple[object, ...]:
    first_day, last_day = last.latest + pd.Timedelta(days=1), event.earliest - pd.Timedelta(days=1)  # type: ignore[attr-defined]
    sure = max(0, (last_day - first_day).days + 1)
    least, _ = days_between(last, event)  # type: ignore[arg-type]
    at_least = max(sure, int(least) - 1) if last.anchor == event.anchor else sure  # type: ignore[attr-defined]
    if not sure:
        return agency, last.event_id, event.event_id, max(0, at_least), pd.NaT, pd.NaT, 0  # type: ignore[attr-defined]
    inside = dated[(dated["earliest"] >= first_day) & (dated["latest"] <= last_day) & ~dated["agency"].isin([agency, FAMILY])]
    return agency, last.event_id, event.event_id, at_least, first_day, last_day, len(inside)  # type: ignore[attr-defined]


def can_be_measured(events: pd.DataFrame) -> bool:
    """Whether at least half of the events have a usable date: silence and last sight are refused otherwise."""
    usable = events["earliest"].notna() & events["latest"].notna()
    return len(events) > 0 and bool(usable.mean() >= 0.5)
