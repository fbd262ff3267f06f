"""The events, agencies and cases of a whole library as three frames that counting can go through at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import pandas as pd

from loaders import Case

KINDS = ("contact", "attempt", "exchange", "meeting")
FAMILY = "family"
ZERO_DAY = pd.Timestamp("2000-01-01").toordinal() - pd.Timestamp("1970-01-01").toordinal()
NOT_DAYS = np.iinfo("int64").min


def agency_list(cases: Iterable[Case]) -> pd.DataFrame:
    """One row per agency of every case in file order, the family left out.

    Returns case, agency_id, name, sector, area, entered (whether it has an event of its own), nil_return, mentioned_only.
    """
    found = []
    for case in cases:
        own = case.agencies[case.agencies["agency_id"] != FAMILY]
        entered = own["agency_id"].isin(set(case.events["agency"]))
        kept = own[["agency_id", "short", "sector", "area", "nil_return", "mentioned_only"]].rename(columns={"short": "name"})
        found.append(kept.assign(case=case.id, entered=entered))
    names = "case agency_id name sector area entered nil_return mentioned_only".split()
    return pd.concat(found, ignore_index=True)[names] if found else pd.DataFrame(columns=names)


def entry_list(cases: Iterable[Case], agencies: pd.DataFrame) -> pd.DataFrame:
    """One row per event of every case whose kind is counted, by an agency: contact, attempt, exchange or meeting.

    agencies: the rows of `agency_list` of the same cases. Returns event_id; agency: the place of its row there (from 0);
    kind: a category; planned, later (known only later): flags; dated, lined: whether it has a place on the calendar, and before day 0.
    start and wide: its first possible day (days since 1 January 1970) and how many days its window holds; since, wide_zero and
    blur: its first possible day counted from day 0 (negative before it), the days of its window, and those of day 0's.
    Days along a chain of dates to day 0 are exact, and then blur is 1. What cannot be placed has 0 in these columns.
    """
    listed = list(cases)
    firsts = agencies.groupby("case", sort=False).indices
    parts: list[dict[str, Any]] = [
        _entries(case, agencies["agency_id"].to_numpy()[firsts[case.id]], int(firsts[case.id][0]))
        for case in listed
        if case.id in firsts
    ]
    kinds: dict[str, Any] = dict.fromkeys(("planned", "later", "dated", "lined"), bool)
    kinds |= {"event_id": object, "kind": "int8"}
    names = "event_id agency kind planned later dated lined start wide since wide_zero blur".split()
    joined = {
        name: np.concatenate([part[name] for part in parts]).astype(kinds.get(name, "int32"))
        if parts
        else np.array([], dtype=kinds.get(name, "int32"))
        for name in names
    }
    joined["kind"] = pd.Categorical.from_codes(joined["kind"], list(KINDS))
    return pd.DataFrame(joined)


def _entries(case: Case, ids: Any, first: int) -> dict[str, Any]:
    every = case.events
    events = every[every["kind"].isin(KINDS) & (every["agency"] != FAMILY)]
    places = {agency: place for place, agency in enumerate(ids, first)}
    start, end = day_numbers(events["earliest"]), day_numbers(events["latest"])
    usable = (start != NOT_DAYS) & (end != NOT_DAYS)
    zero = zero_of(case)
    since, wide_zero, blur, lined = _lined(events, start, end, usable, zero)
    dated = usable & (case.about.disclosure != "relative")
    return {
        "event_id": events["event_id"].to_numpy(dtype=object),
        "agency": np.array([places[one] for one in events["agency"]], dtype="int32"),
        "kind": np.array([KINDS.index(one) for one in events["kind"]], dtype="int8"),
        "planned": events["planned"].to_numpy(dtype=bool),
        "later": events["hindsight"].to_numpy(dtype=bool),
        "dated": dated,
        "lined": lined,
        "start": np.where(dated, start, 0),
        "wide": np.where(dated, end - start + 1, 0),
        "since": since,
        "wide_zero": wide_zero,
        "blur": blur,
    }


def _lined(events: pd.DataFrame, start: Any, end: Any, usable: Any, zero: Any) -> tuple[Any, Any, Any, Any]:
    """Where the events stand against day 0; along a chain, by the days that the chain and the calendar both allow."""
    nothing = np.zeros(len(events), dtype="int64")
    if zero is None:
        return nothing, nothing, nothing, np.zeros(len(events), dtype=bool)
    first, last, anchor, least, most = zero
    since, until = start - last, end - first
    chained = events["anchor"].to_numpy() == anchor
    low, high = events["days_least"].to_numpy() - most, events["days_most"].to_numpy() - least
    exact = chained & (np.maximum(low, since) <= np.minimum(high, until))
    since = np.where(exact & usable, np.maximum(low, since), np.where(exact, low, since))
    until = np.where(exact & usable, np.minimum(high, until), np.where(exact, high, until))
    lined = usable | exact
    width = np.where(exact, until - since + 1, end - start + 1)
    blur = np.where(exact, 1, last - first + 1)
    since, width, blur = (np.where(lined, one, 0) for one in (since, width, blur))
    return since, width, blur, lined


def zero_of(case: Case) -> tuple[int, int, str, int, int] | None:
    """Day 0 of a case: its first and last possible day, and its place in a chain; None where no dated incident is named."""
    own = case.events[case.events["event_id"] == (case.about.incident or "")]
    row = next(own.itertuples(), None)
    if row is None or pd.isna(row.earliest) or pd.isna(row.latest):
        return None
    ends = [int(one) for one in day_numbers(pd.Series([row.earliest, row.latest]))]
    return ends[0], ends[1], str(row.anchor), int(row.days_least), int(row.days_most)


def day_numbers(days: pd.Series) -> Any:
    """Days since 1 January 1970; NOT_DAYS where there is none."""
    return days.to_numpy().astype("datetime64[D]").astype("int64")


def case_list(cases: Iterable[Case]) -> pd.DataFrame:
    """One row per case: what stands beside every figure about it.

    Returns case, title, review (kind of source), disclosure, marking; events, exact, blurred, undated (one open end included), all as
    lines; agencies, entered, nil, mentioned as numbers of agencies; zero_first, zero_last: day 0 as days since 1970 (NaN without);
    first, last: the days that were entered (its scope, else its first to last dated event), since and until the same counted from day 0,
    as wide as a blurred day 0 allows; NaN where not known.
    """
    rows = [_case(case) for case in cases]
    return pd.DataFrame(rows, columns=CASE_COLUMNS.split())


CASE_COLUMNS = (
    "case title review disclosure marking events exact blurred undated agencies entered nil mentioned zero_first zero_last "
    "first last since until"
)


def _case(case: Case) -> tuple[Any, ...]:
    dating, agencies = case.events["dating"].value_counts(), case.agencies[case.agencies["agency_id"] != FAMILY]
    entered = agencies["agency_id"].isin(set(case.events["agency"]))
    exact, blurred = int(dating.get("exact", 0)), int(dating.get("blurred", 0))
    zero, scope = zero_of(case), _scope(case)
    nan = float("nan")
    from_zero = (scope[0] - zero[1], scope[1] - zero[0]) if zero else (nan, nan)
    calendar = scope if case.about.disclosure != "relative" else (nan, nan)
    ends = (float(zero[0]), float(zero[1])) if zero else (nan, nan)
    return (
        case.id,
        case.title,
        case.about.review_type or "chronology",
        case.about.disclosure,
        case.about.marking,
        len(case.events),
        exact,
        blurred,
        len(case.events) - exact - blurred,
        len(agencies),
        int(entered.sum()),
        int((agencies["nil_return"] & ~entered).sum()),
        int((agencies["mentioned_only"] & ~entered).sum()),
        *ends,
        *calendar,
        *from_zero,
    )


def _scope(case: Case) -> tuple[float, float]:
    epoch = pd.Timestamp("1970-01-01").toordinal()
    dated = case.events[case.events["dating"].isin(["exact", "blurred"])]
    seen = (dated["earliest"].min(), dated["latest"].max())
    given = (case.scope.earliest, case.scope.latest)
    ends = [
        one.toordinal() if one else (float("nan") if pd.isna(other) else other.toordinal())
        for one, other in zip(given, seen, strict=True)
    ]
    return ends[0] - epoch, ends[1] - epoch
