"""Events by agency and heading, for a case with little on the axis."""

from __future__ import annotations

import pandas as pd

NO_COLUMN = ""


def opens_by_heading(events: pd.DataFrame) -> bool:
    """Whether less than half of the events have a usable date, so that the axis comes second."""
    usable = events["earliest"].notna() & events["latest"].notna()
    return len(events) > 0 and bool(usable.mean() < 0.5)


def by_heading(events: pd.DataFrame) -> pd.DataFrame:
    """One row per event and phase it belongs to: event_id, agency, column (phase id, "" for none), order.

    In file order: the order within a cell is the file's, and says nothing about time.
    """
    rows = [(one.event_id, one.agency, phase, one.order) for one in events.itertuples() for phase in (one.phases or (NO_COLUMN,))]
    return pd.DataFrame(rows, columns=["event_id", "agency", "column", "order"]).sort_values("order", kind="stable")


def by_theme(events: pd.DataFrame, practice: pd.DataFrame) -> pd.DataFrame:
    """One row per event and theme of its practice points: event_id, agency, column (theme, "" for none), order."""
    themes: dict[str, dict[str, None]] = {}
    for point in practice.itertuples():
        for event in point.events:
            themes.setdefault(event, {}).update(dict.fromkeys(point.themes))
    rows = [
        (one.event_id, one.agency, theme, one.order)
        for one in events.itertuples()
        for theme in (themes.get(one.event_id) or {NO_COLUMN: None})
    ]
    return pd.DataFrame(rows, columns=["event_id", "agency", "column", "order"]).sort_values("order", kind="stable")
