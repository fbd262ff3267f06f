"""A picture in a sentence: counts, span, busiest and quietest lane."""

from __future__ import annotations

import pandas as pd

from measures.wording import counted, window


def describe(events: pd.DataFrame, agencies: pd.DataFrame, disclosure: str = "exact") -> str:
    """What the swimlanes show: 'Swimlanes of 46 events in 13 lanes ...'; the quietest lane has at least one event."""
    if events.empty:
        return "Swimlanes without events: nothing passes the filters."
    names = dict(zip(agencies["agency_id"], agencies["short"], strict=True))
    counts = events["agency"].value_counts(sort=False)
    dated = events[events["earliest"].notna() & events["latest"].notna()]
    undated = len(events) - len(dated)
    span = f", {window(dated['earliest'].min(), dated['latest'].max(), disclosure)}" if len(dated) else ""
    ranked = sorted(counts.items(), key=lambda pair: (-pair[1], list(names).index(str(pair[0]))))
    busiest, quietest = ranked[0], ranked[-1]
    ends = ""
    if busiest[1] > quietest[1]:
        ends = f" Most are in the lane {names[busiest[0]]} ({busiest[1]}), fewest in {names[quietest[0]]} ({quietest[1]})."
    rest = f" {counted(undated, 'event')} {'has' if undated == 1 else 'have'} no usable date." if undated else ""
    return f"Swimlanes of {counted(len(events), 'event')} in {counted(len(counts), 'lane')}{span}.{ends}{rest}"
