"""A picture in a sentence: counts, span, busiest and quietest lane."""

from __future__ import annotations

import pandas as pd

from loaders.dates import Span
from measures.about import scope_words
from measures.wording import counted, window

Days = tuple[pd.Timestamp, pd.Timestamp]


def describe(events: pd.DataFrame, agencies: pd.DataFrame, disclosure: str = "exact", days: Days | None = None) -> str:
    """What the swimlanes show: 'Swimlanes of 46 events in 13 lanes ...'; the quietest lane has at least one event.

    days: the first and last day drawn, where not all are; what lies before and after them is counted by itself.
    """
    if events.empty:
        return "Swimlanes without events: nothing passes the filters."
    first, last = (events[one].fillna(events[other]) for one, other in (("earliest", "latest"), ("latest", "earliest")))
    before, after = (last < days[0], first > days[1]) if days else (first.isna() & False, first.isna() & False)
    drawn = events[~before & ~after]
    undated = int((drawn["earliest"].isna() | drawn["latest"].isna()).sum())
    rest = f" {counted(undated, 'event')} {'has' if undated == 1 else 'have'} no usable date." if undated else ""
    said = f"Swimlanes of {counted(len(drawn), 'event')} in {counted(drawn['agency'].nunique(), 'lane')}{_span(drawn, disclosure, days)}."
    return f"{said}{_most_and_fewest(drawn, agencies)}{rest}{_beyond(int(before.sum()), int(after.sum()))}"


def _span(drawn: pd.DataFrame, disclosure: str, days: Days | None) -> str:
    """The days that are drawn, or those of the events, each end as exact as its event."""
    if days:
        return f", drawn for {window(*days, disclosure)}"
    dated = drawn[drawn["earliest"].notna() & drawn["latest"].notna()]
    if dated.empty:
        return ""
    ends = dated.loc[dated["earliest"].idxmin()], dated.loc[dated["latest"].idxmax()]
    first, last = (Span(one["earliest"], one["latest"]) for one in ends)
    return f", {scope_words(first, last, disclosure)}"


def _most_and_fewest(drawn: pd.DataFrame, agencies: pd.DataFrame) -> str:
    """The busiest lane and the quietest, or how many share that place; nothing where all have the same."""
    names = dict(zip(agencies["agency_id"], agencies["short"], strict=True))
    counts = drawn["agency"].value_counts()
    if counts.empty or counts.iloc[0] == counts.iloc[-1]:
        return ""
    most, fewest = ([names[one] for one in names if counts.get(one) == counts.iloc[place]] for place in (0, -1))
    lane = "the lane " if len(most) == 1 else ""
    return f" Most are in {lane}{_lanes(most, counts.iloc[0])}, fewest in {_lanes(fewest, counts.iloc[-1])}."


def _lanes(named: list[str], count: int) -> str:
    return f"{named[0]} ({count})" if len(named) == 1 else f"{len(named)} lanes ({count} each)"


def _beyond(before: int, after: int) -> str:
    told = [f"{number} {place}" for number, place in ((before, "before these days"), (after, "after them")) if number]
    more = "more lies" if before + after == 1 else "more lie"
    return f" {before + after} {more} outside: {' and '.join(told)}." if told else ""
