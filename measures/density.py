"""How many events each month holds."""

from __future__ import annotations

import numpy as np
import pandas as pd

from measures.wording import window


def by_month(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    """One row per calendar month from `first` to `last`: month (its first day) and events.

    A blurred event is counted in the month of its earliest day; undated ones are not counted. Months
    without events are rows of 0.
    """
    begin, end = (np.datetime64(day, "M") for day in (first, last))
    months = np.arange(begin, end + 1)
    places = (events["earliest"].dropna().to_numpy().astype("datetime64[M]") - begin).astype(int)
    counts = np.bincount(places[(places >= 0) & (places < len(months))], minlength=len(months))
    return pd.DataFrame({"month": months.astype("datetime64[ns]"), "events": counts})


def strip(events: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, most: int = 28) -> tuple[str, pd.DataFrame]:
    """The counts for a card: by month, quarter or year, whichever makes at most `most` cells; the unit and the rows.

    Rows have `start` (first day of the cell) and `events`; a blurred event is counted where it may first have been.
    """
    for unit, freq in (("month", "M"), ("quarter", "Q"), ("year", "Y")):
        cells = pd.period_range(first, last, freq=freq)
        if len(cells) <= most or unit == "year":
            counts = events["earliest"].dropna().dt.to_period(freq).value_counts()
            return unit, pd.DataFrame({"start": cells.to_timestamp(), "events": [int(counts.get(cell, 0)) for cell in cells]})
    raise AssertionError("a year always fits")


def month_stretches(events: pd.DataFrame) -> pd.DataFrame:
    """One row per calendar month in which an event may have begun, in order: name and its first and last day.

    The days stand in from_earliest, from_latest, to_earliest and to_latest, as those of a phase do; a month
    that only what is known later falls into is left out.
    """
    known = events.loc[~events["hindsight"].astype(bool), "earliest"].dropna()
    months = sorted(known.dt.to_period("M").unique())
    first, last = [month.start_time.floor("D") for month in months], [month.end_time.floor("D") for month in months]
    ends = {"from_earliest": first, "from_latest": first, "to_earliest": last, "to_latest": last}
    names = [window(start, end) for start, end in zip(first, last, strict=True)]
    return pd.DataFrame({"name": pd.Series(names, dtype=object), **ends})
