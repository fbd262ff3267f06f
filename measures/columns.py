"""The columns of a comparison: periods of days before day 0, or months, ISO weeks and quarters of the calendar, or phases."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pandas as pd

from measures.wording import MONTHS

YEAR_BEFORE = 360
EPOCH = pd.Timestamp("1970-01-01")
FREQ = {"month": "M", "week": "W-SUN", "quarter": "Q"}
COLUMNS = "column_id label short says start end".split()


def before_zero(per: int, days: int = YEAR_BEFORE) -> pd.DataFrame:
    """One row per period of `per` days before day 0, the earliest first: column_id, label ('60 to 31'), short ('60'), says, start and end.

    start and end count from day 0, inclusive: the last column is -`per` to -1, so day 0 itself lies in none.
    """
    first = range(days, 0, -per)
    rows = [
        (
            f"{one}-{one - per + 1}",
            f"{one} to {one - per + 1}",
            str(one),
            f"{one} to {one - per + 1} days before day 0",
            -one,
            per - one - 1,
        )
        for one in first
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def on_calendar(per: str, first: int, last: int) -> pd.DataFrame:
    """One row per month, week (ISO: Monday to Sunday) or quarter from the one that holds `first` to the one that holds `last`.

    first, last, start and end are days since 1 January 1970, inclusive. Returns the columns of `before_zero`, and year: what stands above.
    """
    periods = pd.period_range(EPOCH + pd.Timedelta(days=first), EPOCH + pd.Timedelta(days=last), freq=FREQ[per])
    starts, ends = periods.start_time.normalize(), periods.end_time.normalize()
    start, end = (starts - EPOCH).days, (ends - EPOCH).days
    named = [_named(per, one) for one in starts]
    found = pd.DataFrame(named, columns=[*COLUMNS[:4], "year"])
    return found.assign(start=np.asarray(start, dtype="int64"), end=np.asarray(end, dtype="int64"))


def _named(per: str, one: Any) -> tuple[str, str, str, str, str]:
    """Id, label, short label, words and year of one period."""
    if per == "quarter":
        return (
            f"{one.year}-q{one.quarter}",
            f"Q{one.quarter}",
            f"Q{one.quarter}",
            f"quarter {one.quarter} of {one.year}",
            str(one.year),
        )
    if per == "month":
        name = MONTHS[one.month - 1]
        return f"{one.year}-{one.month:02}", name[:3], name[:1], f"{name} {one.year}", str(one.year)
    year, week, _ = one.isocalendar()
    return f"{year}-w{week:02}", str(week), str(week), f"week {week} of {year}", str(year)


def of_phases(phases: pd.DataFrame) -> pd.DataFrame:
    """One row per phase, in file order; it has no days of its own here."""
    titles = [re.sub(r"^(Phase \d+): .*$", r"\1", title) for title in phases["title"]]
    rows = [
        (phase, short, short, title, 0, 0)
        for phase, short, title in zip(phases["phase_id"], titles, phases["title"], strict=True)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def last_columns(columns: pd.DataFrame, most: int, upto: str = "") -> pd.DataFrame:
    """At most `most` columns: those up to and with `upto`, or the last ones."""
    ids = columns["column_id"].tolist()
    end = ids.index(upto) + 1 if upto in ids else len(ids)
    end = max(end, min(most, len(ids)))
    return columns.iloc[max(0, end - most) : end].reset_index(drop=True)


def measured(first: float, last: float, columns: pd.DataFrame) -> pd.DataFrame:
    """One row per column: which part of it was entered, as shares of its width: from_share and to_share (equal where none was).

    first, last: the days that were entered, inclusive, counted as the columns are; NaN where that end is not known.
    """
    return pd.DataFrame(entered_shares([first], [last], columns)[0], columns=["from_share", "to_share"])


def entered_shares(first: Any, last: Any, columns: pd.DataFrame) -> Any:
    """The same for many cases at once: by case and column, from_share and to_share. first, last: one of each a case."""
    begin, until = (np.asarray(one, dtype=float)[:, None] for one in (first, last))
    start, end = columns["start"].to_numpy(dtype=float), columns["end"].to_numpy(dtype=float) + 1
    low = np.where(np.isnan(begin), start, np.clip(begin, start, end))
    high = np.where(np.isnan(until), end, np.clip(until + 1, start, end))
    wide = np.maximum(end - start, 1)
    return np.stack([(np.minimum(low, high) - start) / wide, (high - start) / wide], axis=2)
