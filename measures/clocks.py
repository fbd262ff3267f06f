"""What was due and when it came: within, outside, cannot tell, never; working days of England and Wales."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays
import pandas as pd

from loaders.values import DUE
from measures.between import days_between, receipt
from measures.wording import HIDDEN, allowed, counted, window

Span = tuple[pd.Timestamp, pd.Timestamp]


@cache
def bank_holidays() -> Any:
    """The bank holidays of England and Wales. Source: the `holidays` package."""
    return holidays.country_holidays("GB", subdiv="ENG")


def working_day(day: date) -> bool:
    """Monday to Friday, and no bank holiday of England and Wales."""
    return day.weekday() < 5 and day not in bank_holidays()


def working_days(first: date, last: date) -> int:
    """Working days from `first` to `last`: the first day left out, the last one counted.

    Source: DOMAIN, clocks; Child J 2.2.11 counts 1 to 9 July 2015 as 6.
    """
    step = 1 if last >= first else -1
    start, end = (first, last) if step == 1 else (last, first)
    total = (end - start).days
    return step * sum(working_day(start + timedelta(days=number)) for number in range(1, total + 1))


def after_working_days(first: date, number: int) -> date:
    """The day on which the last of `number` working days after `first` falls; before it where negative."""
    day, step = first, timedelta(days=1 if number > 0 else -1)
    for _ in range(abs(number)):
        day += step
        while not working_day(day):
            day += step
    return day


def clock_results(clocks: pd.DataFrame, events: pd.DataFrame, shares: pd.DataFrame, disclosure: str = "exact") -> pd.DataFrame:
    """One row per clock: its start, due and done as windows, the days taken as a range, and the answer.

    Returns clock_id, title, starts_event, met_event, start_*, due_*, done_* (earliest, latest),
    least, most (in `unit`: working days where the standard counts those, else days), answer (within,
    outside, cannot tell, never, or measured where nothing was due) and words for a line of the picture.
    Sure only where it holds however the blurred dates fall. Under the disclosure `relative` weekends are not
    known, so working days are not counted and the answer is cannot tell; months are 28 to 31 days. Where dates are given to the
    month or season only, what was due is widened to those too, and no days taken are told.
    """
    by_id = {event.event_id: event for event in events.itertuples()}
    rows = [_result(clock, by_id, shares, disclosure) for clock in clocks.itertuples()]
    names = (
        "clock_id title starts_event met_event start_earliest start_latest due_earliest due_latest done_earliest done_latest "
        "least most unit answer words due standard source"
    )
    return pd.DataFrame(rows, columns=names.split())


def _moment(event_id: str, received_by: str, by_id: dict[str, Any], shares: pd.DataFrame) -> Any:
    """The event, or the window in which an agency received it, as a row with a place in a chain."""
    event = by_id[event_id]
    if not received_by:
        return event
    found = shares[(shares["event_id"] == event_id) & (shares["agency"] == received_by)]
    if found.empty:
        return event._replace(earliest=pd.NaT, latest=pd.NaT, anchor=f"no share {event_id} {received_by}")
    share = next(found.itertuples())
    anchor, least, most = receipt(event, share)
    window_ = {"earliest": share.received_earliest, "latest": share.received_latest}
    return event._replace(**window_, anchor=anchor, days_least=least, days_most=most)


def _result(clock: Any, by_id: dict[str, Any], shares: pd.DataFrame, disclosure: str) -> tuple[Any, ...]:
    start = _moment(clock.starts_event, clock.starts_received_by, by_id, shares)
    done = _moment(clock.met_event, clock.met_received_by, by_id, shares) if clock.met == "event" else None
    length = DUE.match(clock.due)
    work = bool(length and length[2] == "working day")
    due = allowed(*_due(clock, length, start, disclosure), disclosure)
    least, most = _taken(start, done, work, disclosure)
    answer = _answer(clock, length, done, due, (least, most))
    if disclosure in HIDDEN:
        least = most = float("nan")
    unit = "working days" if work else "days"
    words = _words(clock, answer, due, (least, most), unit, disclosure)
    done_span = (done.earliest, done.latest) if done is not None else (pd.NaT, pd.NaT)
    return (
        clock.clock_id, clock.title, clock.starts_event, clock.met_event, start.earliest, start.latest, *due, *done_span,
        least, most, unit, answer, words, clock.due, clock.standard, clock.source,
    )  # fmt: skip


def _due(clock: Any, length: re.Match[str] | None, start: Any, disclosure: str) -> Span:
    if pd.notna(clock.due_earliest) or pd.notna(clock.due_latest):
        return clock.due_earliest, clock.due_latest
    if length is None or pd.isna(start.earliest) or pd.isna(start.latest):
        return pd.NaT, pd.NaT
    if length[2] == "working day" and disclosure == "relative":
        return pd.NaT, pd.NaT
    number, before = int(length[1]), bool(length[3])
    if length[2] in CALENDAR and disclosure == "relative":
        days = [number * most * (-1 if before else 1) for most in CALENDAR[length[2]]]
        return start.earliest + pd.Timedelta(days=min(days)), start.latest + pd.Timedelta(days=max(days))
    add = _adder(number, length[2], before)
    return add(start.earliest), add(start.latest)


CALENDAR = {"month": (28, 31), "year": (365, 366)}


def _adder(number: int, unit: str, before: bool) -> Callable[[pd.Timestamp], pd.Timestamp]:
    sign = -1 if before else 1
    if unit == "working day":
        return lambda day: pd.Timestamp(after_working_days(day.date(), sign * number))
    offsets = {"day": {"days": number}, "week": {"days": 7 * number}, "month": {"months": number}, "year": {"years": number}}
    return lambda day: day + sign * pd.DateOffset(**offsets[unit])


def _taken(start: Any, done: Any, work: bool, disclosure: str) -> tuple[float, float]:
    nan = float("nan")
    if done is None:
        return nan, nan
    if not work:
        return days_between(start, done)
    if disclosure == "relative" or any(pd.isna(day) for day in (start.earliest, start.latest, done.earliest, done.latest)):
        return nan, nan
    return float(working_days(start.latest.date(), done.earliest.date())), float(
        working_days(start.earliest.date(), done.latest.date())
    )


def _answer(clock: Any, length: re.Match[str] | None, done: Any, due: Span, taken: tuple[float, float]) -> str:
    if clock.met == "never":
        return "never"
    if done is None:
        return "cannot tell"
    if not clock.due and pd.isna(due[0]) and pd.isna(due[1]):
        return "measured"
    limit = {"day": 1, "week": 7, "working day": 1}.get(length[2]) if length and not length[3] else None
    if length and limit and pd.notna(taken[0]) and pd.notna(taken[1]):
        most = int(length[1]) * limit
        return "within" if taken[1] <= most else ("outside" if taken[0] > most else "cannot tell")
    if any(pd.isna(day) for day in (*due, done.earliest, done.latest)):
        return "cannot tell"
    if done.latest <= due[0]:
        return "within"
    return "outside" if done.earliest > due[1] else "cannot tell"


def _words(clock: Any, answer: str, due: Span, taken: tuple[float, float], unit: str, disclosure: str) -> str:
    limit = f"due {'' if clock.due.endswith(' before') else 'in '}{clock.due}" if clock.due else ""
    if pd.notna(clock.due_earliest) or pd.notna(clock.due_latest):
        limit = f"due {window(*due, disclosure)}"
    return ", ".join(part for part in (taken_words(*taken, unit), limit, "" if answer == "measured" else answer) if part)


def taken_cell(least: float, most: float, unit: str, disclosure: str) -> str:
    """The days taken in a table, where a cell that has none says why."""
    return "not shown" if disclosure in HIDDEN else taken_words(least, most, unit) or "not known"


def taken_words(least: float, most: float, unit: str = "days") -> str:
    """The days taken: '13 working days', '70 to 81 days', '113 to 152 days before', '4 days before to 12 days after'."""
    if pd.isna(least) or pd.isna(most):
        return ""
    noun = unit.removesuffix("s")
    if most < 0:
        return f"{taken_words(-most, -least, unit)} before"
    if least < 0:
        return f"{counted(int(-least), noun)} before to {counted(int(most), noun)} after"
    return counted(int(most), noun) if least == most else f"{least:.0f} to {counted(int(most), noun)}"
