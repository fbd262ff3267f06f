"""Silence and sight of one case in a row of its own, so that cases can stand below each other."""

from __future__ import annotations

from typing import Any

import pandas as pd

from measures.attempts import attempts, attempts_in_a_row
from measures.days_without import DAYS, days_without, in_touch, period
from measures.last_seen import encounters, last_seen, stretches, visible
from measures.sight import usual_person
from measures.silences import can_be_measured

SEEN = "person sightings undated_sightings alone last_least last_most last_by between_least between_most after before".split()
ROW = [
    "case_id",
    "measured",
    *SEEN,
    *DAYS,
    "in_a_row",
    "in_a_row_by",
    "in_a_row_most",
    "row_family",
    "row_service",
    "row_not_said",
]
NAN = float("nan")


def compared(
    case_id: str, events: pd.DataFrame, people: pd.DataFrame, scope: Any, incident: str, *, later: bool = False
) -> dict[str, Any]:
    """The row of one case, by the names in ROW; without `later`, what only became known later is left out.

    measured: whether at least half of its events have a usable date, without which nothing is measured; person: the one
    whose sight matters most; sightings, undated_sightings: in person; alone: those of the child without its carers;
    last_least, last_most, last_by: days from the last sighting to day 0 and the agencies that may have made it;
    between_least, between_most, after, before: the longest time between two sightings by anyone; DAYS: as `days_without`
    says; in_a_row, in_a_row_by: the most attempts in a row of one agency, in_a_row_most: how many it may be, and by whose
    doing the sure ones did not lead to contact.
    """
    shown = visible(events, later=later)
    person = usual_person(people, shown)
    found: dict[str, Any] = {"case_id": case_id, "measured": can_be_measured(shown), "person": person}
    return found | _sight(shown, person, incident) | _touch(shown, scope) | _in_a_row(shown)


def _sight(events: pd.DataFrame, person: str, incident: str) -> dict[str, Any]:
    seen = encounters(events, person)
    zero = next(events[events["event_id"] == incident].itertuples(), None)
    dated = zero is not None and pd.notna(zero.earliest) and pd.notna(zero.latest)
    told = {"sightings": len(seen), "undated_sightings": int((~seen["dated"]).sum()), "alone": int(seen["alone"].sum())}
    return told | _last(seen, zero if dated else None) | _longest(seen)


def _last(seen: pd.DataFrame, zero: Any) -> dict[str, Any]:
    found = last_seen(seen, zero)
    before = found[found["most_before"] >= 0]
    if before.empty:
        return {"last_least": NAN, "last_most": NAN, "last_by": ()}
    most = before["most_before"].min()
    by = tuple(before.loc[before["least_before"] <= most, "agency"])
    return {"last_least": max(0.0, before["least_before"].min()), "last_most": most, "last_by": by}


def _longest(seen: pd.DataFrame) -> dict[str, Any]:
    found = stretches(seen)
    if found.empty:
        return {"between_least": NAN, "between_most": NAN, "after": "", "before": ""}
    one = found.sort_values(["least_days", "most_days"], ascending=False, kind="stable").iloc[0]
    ends = {"after": one["after"], "before": one["before"]}
    return {"between_least": one["least_days"], "between_most": one["most_days"], **ends}


def _touch(events: pd.DataFrame, scope: Any) -> dict[str, Any]:
    first, last = period(events, scope)
    if pd.isna(first):
        return dict.fromkeys(DAYS, 0) | {"longest_from": pd.NaT, "longest_to": pd.NaT}
    return days_without(in_touch(events), first, last)


def _in_a_row(events: pd.DataFrame) -> dict[str, Any]:
    rows = attempts_in_a_row(attempts(events), in_touch(events))
    names = ("in_a_row", "in_a_row_by", "in_a_row_most", "row_family", "row_service", "row_not_said")
    if rows.empty:
        return dict(zip(names, (0, "", 0, 0, 0, 0), strict=True))
    one = rows.iloc[0]
    own = (one["lines"], one["agency"], one["most_lines"], one["family"], one["service"], one["not_said"])
    return dict(zip(names, own, strict=True))
