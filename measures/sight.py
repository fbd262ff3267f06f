"""When somebody was last seen in person, and for how long nobody recorded seeing them."""

from __future__ import annotations

import pandas as pd

from measures.between import days_between


def sightings(events: pd.DataFrame, person: str) -> pd.DataFrame:
    """One row per dated event in which `person` was seen in person, by earliest then latest day.

    events: as the loader gives them. Returns event_id, agency, by, earliest, latest, dating, anchor,
    days_least, days_most. Events known only later are kept: they are sightings too; the view from
    the tunnel removes them.
    """
    seen = events["seen"].map(lambda people: person in people) | events["seen_alone"].map(lambda people: person in people)
    dated = events["earliest"].notna() & events["latest"].notna()
    columns = ["event_id", "agency", "by", "earliest", "latest", "dating", "lasts", "anchor", "days_least", "days_most"]
    return (
        events.loc[seen.astype(bool) & dated, columns].sort_values(["earliest", "latest"], kind="stable").reset_index(drop=True)
    )


def sight_gaps(events: pd.DataFrame, person: str, agencies: tuple[str, ...] = ()) -> pd.DataFrame:
    """One row per stretch before each sighting but the first: after, before (event ids), least_days, most_days.

    `after` is the sighting that may be the latest before it. Days are counted from one sighting to the next
    (2 October less 13 July is 81); both hold however the blurred dates fall. Sightings that may be the same
    day give 0. agencies: only these; blank for all. The stretch also has `from_day` (the earlier window's
    latest day) and `to_day` (the later window's earliest): the days in between are sure to have no sighting
    recorded.
    """
    seen = sightings(events, person)
    if agencies:
        seen = seen[seen["agency"].isin(agencies)].reset_index(drop=True)
    rows = []
    before = list(seen.itertuples())
    for place, then in enumerate(before[1:], 1):
        last = max(reversed(before[:place]), key=lambda one: one.latest)
        spans = [days_between(one, then) for one in before[:place]]
        least, most = min(least for least, _ in spans), min(most for _, most in spans)
        rows.append((last.event_id, then.event_id, max(0, least), max(0, most), last.latest, then.earliest))
    return pd.DataFrame(rows, columns=["after", "before", "least_days", "most_days", "from_day", "to_day"])


def usual_person(people: pd.DataFrame, events: pd.DataFrame) -> str:
    """The person whose sight matters most: the first of the file who was ever seen, else the first."""
    ever = {one for key in ("seen", "seen_alone") for seen in events[key] for one in seen}
    return next((one for one in people["person_id"] if one in ever), next(iter(people["person_id"]), ""))
