"""When somebody was last seen in person, and for how long nobody recorded seeing them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from measures.each import each


def sightings(events: pd.DataFrame, person: str) -> pd.DataFrame:
    """One row per dated event in which `person` was seen in person, by earliest then latest day.

    events: as the loader gives them. Returns event_id, agency, by, earliest, latest, dating, anchor,
    days_least, days_most. Events known only later are kept: they are sightings too; the view from
    the tunnel removes them.
    """
    seen = [person in people or person in alone for people, alone in zip(events["seen"], events["seen_alone"], strict=True)]
    dated = events["earliest"].notna() & events["latest"].notna()
    columns = ["event_id", "agency", "by", "earliest", "latest", "dating", "lasts", "anchor", "days_least", "days_most"]
    return (
        events.loc[pd.Series(seen, index=events.index, dtype=bool) & dated, columns]
        .sort_values(["earliest", "latest"], kind="stable")
        .reset_index(drop=True)
    )


def gaps_between(seen: pd.DataFrame) -> pd.DataFrame:
    """One row per stretch before each sighting but the first: after, before (event ids), least_days, most_days.

    seen: rows of `sightings`, all or those of some agencies. `after` is the sighting that may be the latest before it.
    Days are counted from one sighting to the next (2 October less 13 July is 81); both hold however the blurred dates
    fall. Sightings that may be the same day give 0; a later sighting of a known day bounds the most. The stretch also
    has `from_day` (the earlier window's latest day) and `to_day` (the later window's earliest): the days in between
    are sure to have no sighting recorded.
    """
    rows, found, last = [], list(each(seen)), 0
    spans = _least_and_most(seen)
    for place, then in enumerate(found[1:], 1):
        last = place - 1 if found[place - 1].latest >= found[last].latest else last
        least, most = (max(0.0, days) for days in spans[place - 1])
        rows.append((found[last].event_id, then.event_id, least, most, found[last].latest, then.earliest))
    return pd.DataFrame(rows, columns=["after", "before", "least_days", "most_days", "from_day", "to_day"])


def _least_and_most(seen: pd.DataFrame) -> list[tuple[float, float]]:
    """For each sighting but the first the smallest `days_between` of any earlier one and it or any later one."""
    earliest, latest = (seen[name].to_numpy().astype("datetime64[D]").astype(int) for name in ("earliest", "latest"))
    low, high, anchor = (seen[name].to_numpy() for name in ("days_least", "days_most", "anchor"))
    least, most, chained = earliest - latest[:, None], latest - earliest[:, None], anchor == anchor[:, None]
    least = np.where(chained, np.maximum(least, low - high[:, None]), least)
    most = np.where(chained, np.minimum(most, high - low[:, None]), most)
    least, most = (np.minimum.accumulate(np.minimum.accumulate(days, 0)[:, ::-1], 1)[:, ::-1] for days in (least, most))
    return [(float(least[at - 1, at]), float(most[at - 1, at])) for at in range(1, len(seen))]


def usual_person(people: pd.DataFrame, events: pd.DataFrame) -> str:
    """The person whose sight matters most: the first of the file who was ever seen, else the first."""
    ever = {one for key in ("seen", "seen_alone") for seen in events[key] for one in seen}
    return next((one for one in people["person_id"] if one in ever), next(iter(people["person_id"]), ""))
