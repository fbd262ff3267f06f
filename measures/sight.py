"""When somebody was last seen in person, and for how long nobody recorded seeing them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from measures.each import each

Days = np.ndarray[Any, np.dtype[np.float64]]


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
    earliest, latest = (seen[name].to_numpy().astype("datetime64[D]").astype(float) for name in ("earliest", "latest"))
    anchors = seen["anchor"].tolist()
    least = _apart(latest, earliest, anchors)
    most = np.minimum.accumulate(latest[::-1])[-2::-1] - np.maximum.accumulate(earliest)[:-1]
    low, high = (seen[name].to_numpy() for name in ("days_least", "days_most"))
    for first, then in _chained(anchors):
        between = slice(first, then)
        least[between] = np.minimum(least[between], max(earliest[then] - latest[first], low[then] - high[first]))
        most[between] = np.minimum(most[between], min(latest[then] - earliest[first], high[then] - low[first]))
    return list(zip(least.tolist(), most.tolist(), strict=True))


def _apart(ends: Days, starts: Days, anchors: list[str]) -> Days:
    """For each place between two rows the fewest days from an end before it to a start after it, of rows not chained to each other."""
    before, after = list(_latest(ends, anchors))[:-1], list(_latest(-starts[::-1], anchors[::-1]))[-2::-1]
    return np.array(
        [
            -(one + other) if whose != others else -max(one + another, second + other)
            for (one, whose, second), (other, others, another) in zip(before, after, strict=True)
        ],
        dtype=float,
    )


def _latest(days: Days, anchors: list[str]) -> Iterator[tuple[float, str | None, float]]:
    """Row by row the latest day so far, whose it is, and the latest that is not of the same anchor."""
    best, whose, second = -np.inf, None, -np.inf
    for day, anchor in zip(days.tolist(), anchors, strict=True):
        if anchor == whose:
            best = max(best, day)
        elif day > best:
            best, whose, second = day, anchor, best
        else:
            second = max(second, day)
        yield best, whose, second


def _chained(anchors: list[str]) -> Iterator[tuple[int, int]]:
    """Each pair of places whose rows count from the same event."""
    places: dict[str, list[int]] = {}
    for place, anchor in enumerate(anchors):
        places.setdefault(anchor, []).append(place)
    for found in places.values():
        yield from combinations(found, 2)


def usual_person(people: pd.DataFrame, events: pd.DataFrame) -> str:
    """The person whose sight matters most: the first of the file who was ever seen, else the first."""
    ever = {one for key in ("seen", "seen_alone") for seen in events[key] for one in seen}
    return next((one for one in people["person_id"] if one in ever), next(iter(people["person_id"]), ""))
