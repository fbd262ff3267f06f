"""The rows of the picture: a lane for each agency with entries, one strip each for nil returns and mere mentions."""

from __future__ import annotations

import pandas as pd

from measures.each import each

FAMILY = "family"
NIL, MENTIONED, EMPTY = "nil-returns", "mentioned-only", "no-entry"


def lanes(agencies: pd.DataFrame, events: pd.DataFrame, periods: pd.DataFrame) -> pd.DataFrame:
    """One row per lane, in drawing order: the family first, then agencies in file order, strips last.

    Returns lane_id, agencies (ids in the lane), name, area, kind (family, own, empty, mentioned or nil)
    and says: the words of a strip, which holds the agencies without an entry of their own, those only
    mentioned, or those that made a nil return.
    """
    entered = set(events["agency"]) | set(periods["agency"])
    rows, empty, mentioned, nil = [], [], [], []
    for agency in each(agencies):
        if agency.agency_id == FAMILY:
            rows.append((FAMILY, (FAMILY,), agency.short, "", "family", ""))
        elif agency.nil_return and agency.agency_id not in entered:
            nil.append(agency)
        elif agency.mentioned_only and agency.agency_id not in entered:
            mentioned.append(agency)
        elif agency.agency_id not in entered:
            empty.append(agency)
        else:
            rows.append((agency.agency_id, (agency.agency_id,), agency.short, agency.area, "own", ""))
    strips = (
        (EMPTY, "No entry of their own", "empty", empty),
        (MENTIONED, "Mentioned only", "mentioned", mentioned),
        (NIL, "Nil return", "nil", nil),
    )
    for lane, name, kind, found in strips:
        if found:
            ids = tuple(one.agency_id for one in found)
            rows.append((lane, ids, name, "", kind, ", ".join(one.short for one in found)))
    return pd.DataFrame(rows, columns=["lane_id", "agencies", "name", "area", "kind", "says"])


def lane_of(found: pd.DataFrame) -> dict[str, str]:
    """The lane each agency is drawn in."""
    return {agency: lane.lane_id for lane in each(found) for agency in lane.agencies}


def points_of(events: pd.DataFrame, practice: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The practice points (ids, in order of number) that name an event, by event."""
    found: dict[str, list[str]] = {}
    for point in practice.itertuples():
        for event in point.events:
            found.setdefault(event, []).append(point.practice_id)
    return {event: tuple(found.get(event, ())) for event in events["event_id"]}


def marked_at(events: pd.DataFrame, practice: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The practice points whose badge stands at an event: each at its first event, in order of number.

    The first is the one with the earliest day, else the first in the file; a point with a date of its
    own and no event has no badge here.
    """
    by_day = events[["event_id", "earliest", "order"]].sort_values(["earliest", "order"], na_position="last")
    order = {event: place for place, event in enumerate(by_day["event_id"])}
    found: dict[str, list[str]] = {}
    for point in each(practice.sort_values("number")):
        named = [event for event in point.events if event in order]
        if named:
            found.setdefault(min(named, key=lambda event: order[event]), []).append(point.practice_id)
    return {event: tuple(ids) for event, ids in found.items()}


def default_range(
    events: pd.DataFrame, scope: tuple[pd.Timestamp, pd.Timestamp], *, spare: bool = True
) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The days a picture opens on: the scope widened to every event that lies within a tenth of it.

    spare: a little room on both sides, so that no mark stands on the edge.

    Without a scope, from the first to the last dated event that any agency could know.
    """
    dated = events[events["earliest"].notna() & events["latest"].notna()]
    first, last = scope
    if pd.isna(first):
        first = dated["earliest"].min()
    if pd.isna(last):
        last = dated["latest"].max()
    if pd.isna(first) or pd.isna(last) or last < first:
        return pd.Timestamp("2000-01-01"), pd.Timestamp("2000-12-31")
    margin = max((last - first) / 10, pd.Timedelta(days=16))
    near = dated[(dated["latest"] >= first - margin) & (dated["earliest"] <= last + margin)]
    near = near[(near["latest"] - near["earliest"]) <= (last - first)]
    if len(near):
        first, last = min(first, near["earliest"].min()), max(last, near["latest"].max())
    if not spare:
        return first, last
    pad = max((last - first) / 60, pd.Timedelta(days=2))
    return (first - pad).floor("D"), (last + 3 * pad).ceil("D")
