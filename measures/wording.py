"""Days in words, never more exact than the window they stand for."""

from __future__ import annotations

import pandas as pd

DAY_ZERO = pd.Timestamp("2000-01-01")
HIDDEN = ("month", "season")  # disclosures under which no day is shown, and no days between
WHOLE = {
    "month": (pd.offsets.MonthBegin(), pd.offsets.MonthEnd()),
    "season": (pd.offsets.QuarterBegin(startingMonth=3), pd.offsets.QuarterEnd(startingMonth=2)),
}
MONTHS = ("January February March April May June July August September October November December").split()


def window(earliest: pd.Timestamp, latest: pd.Timestamp, disclosure: str = "exact", *, short: bool = False) -> str:
    """A window in words: '5 November 2015', 'November 2015', '24 to 26 June 2015', 'no date'.

    short: three-letter months. Under the disclosure `relative`, days count from day 0: 'day -54'; under `month` and `season`
    only whole months and seasons are said.
    """
    if pd.isna(earliest) and pd.isna(latest):
        return "no date"
    if disclosure == "relative":
        return _relative(earliest, latest)
    earliest, latest = allowed(earliest, latest, disclosure)
    if pd.isna(latest):
        return f"{_edge(earliest, disclosure, short)} or later"
    if pd.isna(earliest):
        return f"by {_edge(latest, disclosure, short)}"
    whole = _whole(earliest, latest, short)
    if whole:
        return whole
    if earliest == latest:
        return day(earliest, short=short)
    same_year, same_month = earliest.year == latest.year, (earliest.year, earliest.month) == (latest.year, latest.month)
    start = str(earliest.day) if same_month else f"{earliest.day} {_month(earliest, short)}"
    return f"{start if same_year else day(earliest, short=short)} to {day(latest, short=short)}"


def allowed(earliest: pd.Timestamp, latest: pd.Timestamp, disclosure: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The window as the case may show it: widened to whole months or seasons where it says so; an open end stays open."""
    if disclosure not in WHOLE:
        return earliest, latest
    begin, end = WHOLE[disclosure]
    return (earliest if pd.isna(earliest) else begin.rollback(earliest)), (latest if pd.isna(latest) else end.rollforward(latest))


def _edge(when: pd.Timestamp, disclosure: str, short: bool) -> str:
    """One end of an open window: only its month where days are not shown."""
    return day(when, short=short) if disclosure == "exact" else f"{_month(when, short)} {when.year}"


def day(when: pd.Timestamp, *, short: bool = False) -> str:
    """One day: '5 November 2015'."""
    return f"{when.day} {_month(when, short)} {when.year}"


def _month(when: pd.Timestamp, short: bool) -> str:
    name: str = MONTHS[when.month - 1]
    return name[:3] if short else name


def _whole(earliest: pd.Timestamp, latest: pd.Timestamp, short: bool) -> str:
    """Whole months and years by name: 'June 2016', 'May to July 2015', '2008'."""
    if earliest.day != 1 or (latest + pd.Timedelta(days=1)).day != 1:
        return ""
    if earliest.month == 1 and latest.month == 12:
        return str(earliest.year) if earliest.year == latest.year else f"{earliest.year} to {latest.year}"
    end = f"{_month(latest, short)} {latest.year}"
    if (earliest.year, earliest.month) == (latest.year, latest.month):
        return end
    year = "" if earliest.year == latest.year else f" {earliest.year}"
    return f"{_month(earliest, short)}{year} to {end}"


def _relative(earliest: pd.Timestamp, latest: pd.Timestamp) -> str:
    first = "" if pd.isna(earliest) else str((earliest - DAY_ZERO).days)
    last = "" if pd.isna(latest) else str((latest - DAY_ZERO).days)
    if not last:
        return f"day {first} or later"
    if not first:
        return f"by day {last}"
    return f"day {first}" if first == last else f"day {first} to {last}"


def days(least: float, most: float) -> str:
    """A length: '81 days', '70 to 81 days', 'at least 70 days', 'at most 5 days', 'days not known'."""
    if pd.isna(least) and pd.isna(most):
        return "days not known"
    if pd.isna(most):
        return f"at least {_count(least)}"
    if pd.isna(least):
        return f"at most {_count(most)}"
    return _count(least) if least == most else f"{least:.0f} to {_count(most)}"


def _count(number: float) -> str:
    return f"{number:.0f} day{'' if round(number) == 1 else 's'}"


def counted(number: int, noun: str, plural: str = "") -> str:
    """'1 event', '2 events', '3 agencies'."""
    return f"{number} {noun if number == 1 else plural or noun + 's'}"


def listed(words: list[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
