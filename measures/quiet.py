"""The longest time each agency of many cases recorded nothing: what is sure, and what the blurred dates leave possible."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from measures.silences import FAMILY

PART = ["case_id", "agency", "event_id", "earliest", "latest", "lasts", "anchor", "days_least", "days_most"]
QUIET = "case_id agency events undated least_days after before most_days may_after may_before".split()


def taking_part(events: Mapping[str, pd.DataFrame]) -> pd.DataFrame:
    """One row per event and agency that took part in it, by case, agency and earliest day; made once for a library.

    events: the events of each case, by case id. A meeting counts for every agency present; the family's lane and what
    was only planned are left out. case_id, agency and anchor are categories, so that later counts need no texts.
    """
    parts = [_part(case_id, own) for case_id, own in events.items() if len(own)]
    if not parts:
        return pd.DataFrame(columns=PART)
    found = pd.concat(parts, ignore_index=True)
    found = found.astype(dict.fromkeys(("case_id", "agency", "anchor"), "category"))
    return found.sort_values(["case_id", "agency", "earliest", "latest"], kind="stable", ignore_index=True)


def _part(case_id: str, events: pd.DataFrame) -> pd.DataFrame:
    own = events[~events["planned"].astype(bool)]
    agencies = [tuple(dict.fromkeys((one, *present))) for one, present in zip(own["agency"], own["present"], strict=True)]
    long = own[PART[2:]].assign(case_id=case_id, agency=agencies).explode("agency")
    return long.loc[long["agency"] != FAMILY, PART]


def longest_silences(part: pd.DataFrame) -> pd.DataFrame:
    """One row per case and agency of `taking_part`: its longest time between two recorded events, in order of case and agency.

    events: all its events; undated: those without two known days, which may lie in any silence; least_days: whole days from
    one event to the next that hold however the blurred dates fall, exact along a chain, 0 where none is sure, NaN under two
    dated events; after, before: the events it lies between; most_days: the longest that may lie anywhere, with
    may_after and may_before. A longer blur never lengthens the least and never shortens the most.
    """
    if part.empty:
        return pd.DataFrame(columns=QUIET)
    group = part["case_id"].cat.codes.to_numpy().astype("int64") * len(part["agency"].cat.categories)
    group += part["agency"].cat.codes.to_numpy()
    known = (part["earliest"].notna() & part["latest"].notna()).to_numpy()
    found = _counts(part, group, known)
    dated = np.flatnonzero(known)
    days = _Days(part, group[dated], dated)
    found = _with_longest(found, days, part, "least_days after before", *_sure(days))
    found = _with_longest(found, days, part, "most_days may_after may_before", *_possible(days))
    return found.drop(columns="group")[QUIET]


class _Days:
    """The dated rows as whole numbers: their group, rows in the frame, and first and last day."""

    def __init__(self, part: pd.DataFrame, group: Any, rows: Any):
        self.group, self.rows = group, rows
        self.first, self.last = (
            part[name].to_numpy()[rows].astype("datetime64[D]").astype("int64") for name in ("earliest", "latest")
        )
        self.lasts = part["lasts"].to_numpy(dtype=bool)[rows]
        self.anchor = part["anchor"].cat.codes.to_numpy()[rows]
        self.low, self.high = (part[name].to_numpy()[rows] for name in ("days_least", "days_most"))

    def by(self, day: Any) -> Any:
        """The order by group and then `day`; the rows as they come are in it already where day is the first."""
        key = self.group * SPAN + (day - day.min() if len(day) else day)
        return np.argsort(key, kind="stable")


SPAN = 1 << 22  # days: more than any calendar spans, so that each group's days keep to themselves


def _counts(part: pd.DataFrame, group: Any, known: Any) -> pd.DataFrame:
    events, dated = np.bincount(group), np.bincount(group[known], minlength=int(group.max()) + 1)
    there = np.flatnonzero(events)
    agencies = len(part["agency"].cat.categories)
    names = part["case_id"].cat.categories[there // agencies], part["agency"].cat.categories[there % agencies]
    told = {"case_id": names[0], "agency": names[1], "group": there, "events": events[there]}
    return pd.DataFrame({**told, "undated": events[there] - dated[there]})


def _sure(days: _Days) -> tuple[Any, ...]:
    """Each event's sure days since the one that may be the latest before it, with the two rows."""
    order = days.by(days.first)
    group, first, last = days.group[order], days.first[order], days.last[order] + days.group[order] * SPAN
    reached = np.maximum.accumulate(last) if len(last) else last
    holder = np.maximum.accumulate(np.where(last == reached, np.arange(len(last)), 0)) if len(last) else last
    before, now = holder[:-1], np.arange(1, len(order))
    least = first[1:] - (reached[:-1] - group[:-1] * SPAN)
    chained = days.anchor[order][1:] == days.anchor[order][before]
    along = days.low[order][1:] - days.high[order][before]
    least = np.maximum(0, np.where(chained, np.maximum(least, along), least))
    same = group[1:] == group[:-1]
    return group[1:][same], least[same], order[before[same]], order[now[same]]


def _possible(days: _Days) -> tuple[Any, ...]:
    """The longest time that may lie between each event and the next, wherever the others are put, with the two rows.

    An event may end as early as its first day and start as late as its last; one that went on does neither.
    """
    ends, starts = np.where(days.lasts, days.last, days.first), np.where(days.lasts, days.first, days.last)
    order = days.by(ends)
    group = days.group[order]
    start = starts[order] + group * SPAN
    next_start = np.minimum.accumulate(start[::-1])[::-1] if len(start) else start
    held = np.where(start == next_start, np.arange(len(start)), len(start))
    holder = np.minimum.accumulate(held[::-1])[::-1] if len(held) else held
    most = np.maximum(0, next_start[1:] - group[1:] * SPAN - ends[order][:-1])
    same = group[1:] == group[:-1]
    return group[1:][same], most[same], order[:-1][same], order[holder[1:][same]]


def _with_longest(
    found: pd.DataFrame, days: _Days, part: pd.DataFrame, names: str, group: Any, length: Any, first: Any, then: Any
) -> pd.DataFrame:
    """The frame with each group's longest length and the events it lies between; the earliest where several are as long."""
    starts = np.flatnonzero(np.r_[True, group[1:] != group[:-1]]) if len(group) else np.array([], dtype="int64")
    most = np.maximum.reduceat(length, starts) if len(group) else length
    sizes = np.diff(np.r_[starts, len(group)])
    at = np.flatnonzero(length == np.repeat(most, sizes))
    at = at[np.r_[True, group[at][1:] != group[at][:-1]]] if len(at) else at
    place = np.searchsorted(found["group"].to_numpy(), group[at])
    many, after, before = names.split()
    lengths = np.full(len(found), np.nan)
    lengths[place] = most
    ends = {name: np.full(len(found), "", dtype=object) for name in (after, before)}
    for name, rows in ((after, first[at]), (before, then[at])):
        ends[name][place] = part["event_id"].take(days.rows[rows]).to_numpy(dtype=object)
    return found.assign(**{many: lengths, **ends})
