"""Dates as spans: EDTF (ISO 8601-2, levels 0 and 1) read to an earliest and a latest day, both inclusive."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from typing import NamedTuple

DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)  # by the month's number; February has one more in a leap year
SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}
CALENDAR = "is not in the calendar. Write the right day, or only the month or year if that is all the record gives."
KNOWN = "Write 2015-06-12, 2015-06, 2015, 2015-21 (spring), 2015-06-26/2015-06-30, or undated."
_DAY = re.compile(r"(-?\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d\d|XX))?(?:-(\d\d|XX))?$", re.ASCII)
_TIME = re.compile(r"(?<=^\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?(Z|[+-]\d\d(:\d\d)?)?$", re.ASCII)


class Span(NamedTuple):
    """The days something can have happened on: `earliest` to `latest`, inclusive; None where that end is open."""

    earliest: date | None
    latest: date | None
    approximate: bool = False

    @property
    def known(self) -> bool:
        """Whether both ends are days."""
        return self.earliest is not None and self.latest is not None

    def moved(self, least: int, most: int) -> Span:
        """The span that many days later: `least` for its earliest day, `most` for its latest."""
        return Span(_move(self.earliest, least), _move(self.latest, most), self.approximate)

    def cut(self, other: Span) -> Span | None:
        """The days both hold, or None where they share no day."""
        starts = [day for day in (self.earliest, other.earliest) if day]
        ends = [day for day in (self.latest, other.latest) if day]
        both = Span(max(starts, default=None), min(ends, default=None), self.approximate or other.approximate)
        if both.earliest and both.latest and both.earliest > both.latest:
            return None
        return both


UNDATED = Span(None, None)


def read_date(text: str) -> Span:
    """The span of an EDTF date or interval, or of `undated`.

    Seasons are 21 spring (March to May), 22 summer, 23 autumn, 24 winter (December to February of
    the next year). `?`, `~` and `%` mark the span approximate and do not widen it. `..` or nothing is
    an open end. Raises ValueError with a sentence that begins after the date and ends with the remedy.
    Source: ISO 8601-2:2019, levels 0 and 1; seasons after FORMAT.md.
    """
    if text == "undated":
        return UNDATED
    start, slash, end = text.partition("/")
    if not slash:
        return _one(start)
    first, last = _end(start), _end(end)
    if not first.known and not last.known:
        raise ValueError("has no day at either end. Write undated.")
    span = Span(first.earliest, last.latest, first.approximate or last.approximate)
    if span.earliest and span.latest and span.earliest > span.latest:
        raise ValueError("ends before it starts. Write the earlier day first.")
    return span


def _end(text: str) -> Span:
    return UNDATED if text in ("", "..") else _one(text)


def _one(text: str) -> Span:
    return _plain(text) or _other(text)


def _plain(text: str) -> Span | None:
    """What most dates are, a day or a month of the calendar, without a look at the other forms; None for anything else."""
    long = len(text)
    if text[4:5] != "-" or not (long == 7 or (long == 10 and text[7] == "-")):
        return None
    try:
        first = date.fromisoformat(text if long == 10 else text + "-01")
    except ValueError:
        return None
    return Span(first, first if long == 10 else _month_end(first.year, first.month))


def _other(text: str) -> Span:
    approximate = text[-1:] in {"?", "~", "%"}
    bare = _TIME.sub("", text[:-1] if approximate else text)
    match = _DAY.match(bare)
    if not match:
        raise ValueError(f"is not a date this format knows. {KNOWN}")
    year, month, day = match.groups()
    if bare.startswith("-") or year == "0000":
        raise ValueError("lies outside the years 1 to 9999, which no chronology needs. Write the right year.")
    try:
        first, last = _ends(year, month, day)
    except ValueError:
        raise ValueError(CALENDAR) from None
    return Span(first, last, approximate)


def _ends(year: str, month: str | None, day: str | None) -> tuple[date, date]:
    first_year, last_year = max(1, int(year.replace("X", "0"))), int(year.replace("X", "9"))
    if "X" in year and ((month or "XX") != "XX" or (day or "XX") != "XX"):
        raise ValueError(CALENDAR)
    if month in (None, "XX"):
        if day not in (None, "XX"):
            raise ValueError(CALENDAR)
        return date(first_year, 1, 1), date(last_year, 12, 31)
    number = int(month)
    if number in SEASONS and day is None:
        return _season(first_year, SEASONS[number])
    if day in (None, "XX"):
        return date(first_year, number, 1), _month_end(first_year, number)
    return date(first_year, number, int(day)), date(first_year, number, int(day))


def _season(year: int, month: int) -> tuple[date, date]:
    if (year, month) == (9999, 12):
        return date(year, month, 1), date.max
    end_year, end_month = (year + 1, 2) if month == 12 else (year, month + 2)
    return date(year, month, 1), _month_end(end_year, end_month)


def _month_end(year: int, month: int) -> date:
    return date(year, month, DAYS[month] + (month == 2 and calendar.isleap(year)))


def _move(day: date | None, days: int) -> date | None:
    return day + timedelta(days=days) if day else None


def widened(span: Span, disclosure: str) -> Span:
    """The span widened to whole months or seasons, as the case's disclosure asks; `exact` leaves it."""
    if disclosure not in ("month", "season"):
        return span
    first, last = span.earliest, span.latest
    if disclosure == "season":
        first, last = _season_start(first), _season_start(last)
        return Span(first, _season(last.year, last.month)[1] if last else None, span.approximate)
    return Span(first.replace(day=1) if first else None, _month_end(last.year, last.month) if last else None, span.approximate)


def _season_start(day: date | None) -> date | None:
    if day is None:
        return None
    if day.month < 3:
        return date(day.year - 1, 12, 1) if day.year > 1 else date.min
    return date(day.year, day.month - day.month % 3, 1)
