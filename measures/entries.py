"""The events, agencies and cases of a whole library as three frames that counting can go through at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from measures.together import FAMILY, NOT_DAYS, Together, first_and_last

KINDS = ("contact", "attempt", "exchange", "meeting")
ZERO_DAY = pd.Timestamp("1970-01-01").toordinal()


def agency_list(whole: Together) -> pd.DataFrame:
    """One row per agency of every case in file order, the family left out.

    Returns case, agency_id, name, sector, area, entered (whether it has an event of its own), nil_return, mentioned_only.
    """
    own, ids = whole.agencies, np.array([case.id for case in whole.cases], dtype=object)
    entered = np.zeros(len(own["of"]), dtype=bool)
    entered[whole.lane[whole.lane >= 0]] = True
    flags = {name: own[name].astype(bool) for name in ("nil_return", "mentioned_only")}
    texts = {"agency_id": own["agency_id"], "name": own["short"], "sector": own["sector"], "area": own["area"]}
    case = ids[own["of"]] if len(ids) else own["of"]
    found = pd.DataFrame({"case": case, **texts, "entered": entered, **flags})
    return found[own["agency_id"] != FAMILY].reset_index(drop=True)


def entry_list(whole: Together) -> pd.DataFrame:
    """One row per event of every case whose kind is counted, by an agency: contact, attempt, exchange or meeting.

    Returns event_id; agency: the place of its row in `agency_list` of the same cases (from 0); kind: a category;
    planned, later (known only later): flags; dated, lined: whether it has a place on the calendar, and before day 0.
    start and wide: its first possible day (days since 1 January 1970) and how many days its window holds; since, wide_zero and
    blur: its first possible day counted from day 0 (negative before it), the days of its window, and those of day 0's.
    Days along a chain of dates to day 0 are exact, and then blur is 1. What cannot be placed has 0 in these columns.
    """
    rows = whole.events
    kind = pd.Index(KINDS).get_indexer(rows["kind"])
    agency = (np.cumsum(whole.agencies["agency_id"] != FAMILY) - 1)[whole.lane] if len(whole.lane) else whole.lane
    kept = (kind >= 0) & (rows["agency"] != FAMILY)
    usable = (rows["earliest"] != NOT_DAYS) & (rows["latest"] != NOT_DAYS)
    relative = np.array([case.about.disclosure == "relative" for case in whole.cases], dtype=bool)
    dated = usable & ~relative[rows["of"]] if len(relative) else usable
    days = {
        "start": np.where(dated, rows["earliest"], 0),
        "wide": np.where(dated, rows["latest"] - rows["earliest"] + 1, 0),
        **_lined(whole, usable),
    }
    found = {
        "event_id": rows["event_id"],
        "agency": agency.astype("int32"),
        "kind": kind.astype("int8"),
        "planned": rows["planned"].astype(bool),
        "later": rows["hindsight"].astype(bool),
        "dated": dated,
        "lined": days.pop("lined"),
        **{name: one.astype("int32") for name, one in days.items()},
    }
    counted = {name: one[kept] for name, one in found.items()}
    counted["kind"] = pd.Categorical.from_codes(counted["kind"], list(KINDS))
    return pd.DataFrame(counted)


def only_cases(
    agencies: pd.DataFrame, entries: pd.DataFrame, cases: pd.DataFrame, places: list[int]
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """The three lists of some cases alone, without going through all the others. places: theirs in `cases`, in that order, from 0.

    The agencies of the entries are counted anew.
    """
    edges = np.append(0, np.cumsum(cases["agencies"].to_numpy()))
    # Entries stand in the order of their cases, so below the first agency of a case stand those of the cases before it.
    agency = entries["agency"].to_numpy()
    ends = np.searchsorted(agency, edges)
    lanes = [np.arange(edges[one], edges[one + 1]) for one in places]
    rows = [np.arange(ends[one], ends[one + 1]) for one in places]
    moved = np.cumsum([0, *(len(one) for one in lanes)])
    anew = [agency[own] - edges[one] + start for own, one, start in zip(rows, places, moved, strict=False)]
    own_lanes, own_rows = _joined(lanes), _joined(rows)
    kept = entries.iloc[own_rows].assign(agency=_joined(anew).astype("int32")).reset_index(drop=True)
    return agencies.iloc[own_lanes].reset_index(drop=True), kept, cases.iloc[places].reset_index(drop=True)


def _joined(parts: list[Any]) -> Any:
    return np.concatenate(parts) if parts else np.array([], dtype="int64")


def _lined(whole: Together, usable: Any) -> dict[str, Any]:
    """Where the events stand against day 0; along a chain, by the days that the chain and the calendar both allow."""
    rows, zeros = whole.events, zeros_of(whole)
    if not len(whole.cases):
        return dict.fromkeys(("since", "wide_zero", "blur"), np.array([], dtype="int32")) | {"lined": usable}
    known, first, last, anchor, least, most = (one[rows["of"]] for one in zeros.columns())
    since, until = rows["earliest"] - last, rows["latest"] - first
    low, high = rows["days_least"].astype("int64") - most, rows["days_most"].astype("int64") - least
    exact = known & (rows["anchor"] == anchor) & (np.maximum(low, since) <= np.minimum(high, until))
    since = np.where(exact & usable, np.maximum(low, since), np.where(exact, low, since))
    until = np.where(exact & usable, np.minimum(high, until), np.where(exact, high, until))
    lined = known & (usable | exact)
    width = np.where(exact, until - since + 1, rows["latest"] - rows["earliest"] + 1)
    blur = np.where(exact, 1, last - first + 1)
    placed = {"since": since, "wide_zero": width, "blur": blur}
    return {name: np.where(lined, one, 0) for name, one in placed.items()} | {"lined": lined}


@dataclass(frozen=True)
class Zeros:
    """Day 0 of each case: whether a dated incident is named, its first and last possible day, and its place in a chain."""

    known: Any
    first: Any
    last: Any
    anchor: Any
    least: Any
    most: Any

    def columns(self) -> tuple[Any, ...]:
        return self.known, self.first, self.last, self.anchor, self.least, self.most


def zeros_of(whole: Together) -> Zeros:
    """Day 0 of every case, in their order; what is not known has 0 and an empty anchor."""
    rows, many = whole.events, len(whole.cases)
    named = np.array([case.about.incident or None for case in whole.cases], dtype=object)
    at = np.flatnonzero((rows["event_id"] == named[rows["of"]]) if many else np.array([], dtype=bool))
    dated = at[(rows["earliest"][at] != NOT_DAYS) & (rows["latest"][at] != NOT_DAYS)]
    known, anchor = np.zeros(many, dtype=bool), np.full(many, "", dtype=object)
    numbers = np.zeros((4, many), dtype="int64")
    case = rows["of"][dated]
    known[case], anchor[case] = True, rows["anchor"][dated]
    for place, name in enumerate(("earliest", "latest", "days_least", "days_most")):
        numbers[place, case] = rows[name][dated]
    first, last, least, most = numbers
    return Zeros(known, first, last, anchor, least, most)


def case_list(whole: Together) -> pd.DataFrame:
    """One row per case: what stands beside every figure about it.

    Returns case, title, review (kind of source), disclosure, marking; events, exact, blurred, undated (one open end included), all as
    lines; agencies, entered, nil, mentioned as numbers of agencies; zero_first, zero_last: day 0 as days since 1970 (NaN without);
    first, last: the days that were entered (its scope, else its first to last dated event), since and until the same counted from day 0,
    as wide as a blurred day 0 allows; NaN where not known.
    """
    about = [case.about for case in whole.cases]
    said = {
        "case": [case.id for case in whole.cases],
        "title": [case.title for case in whole.cases],
        "review": [one.review_type or "chronology" for one in about],
        "disclosure": [one.disclosure for one in about],
        "marking": [one.marking for one in about],
    }
    first, last = _entered_days(whole)
    zeros = zeros_of(whole)
    zero_first, zero_last = (np.where(zeros.known, one, np.nan) for one in (zeros.first, zeros.last))
    relative = np.array([one.disclosure == "relative" for one in about], dtype=bool)
    days = {
        "zero_first": zero_first,
        "zero_last": zero_last,
        "first": np.where(relative, np.nan, first),
        "last": np.where(relative, np.nan, last),
        "since": first - zero_last,
        "until": last - zero_first,
    }
    return pd.DataFrame({**said, **_counts(whole), **days})


def _counts(whole: Together) -> dict[str, Any]:
    """The events of each case by dating, and its agencies by what they gave."""
    rows, many = whole.events, len(whole.cases)

    def events(some: Any) -> Any:
        return np.bincount(rows["of"][some], minlength=many)

    agencies = agency_list(whole)
    of = whole.agencies["of"][whole.agencies["agency_id"] != FAMILY]

    def lanes(some: Any) -> Any:
        return np.bincount(of[some], minlength=many)

    exact, blurred = events(rows["dating"] == "exact"), events(rows["dating"] == "blurred")
    total, entered = np.bincount(rows["of"], minlength=many), agencies["entered"].to_numpy(dtype=bool)
    return {
        "events": total,
        "exact": exact,
        "blurred": blurred,
        "undated": total - exact - blurred,
        "agencies": np.bincount(of, minlength=many),
        "entered": lanes(entered),
        "nil": lanes(agencies["nil_return"].to_numpy(dtype=bool) & ~entered),
        "mentioned": lanes(agencies["mentioned_only"].to_numpy(dtype=bool) & ~entered),
    }


def _entered_days(whole: Together) -> tuple[Any, Any]:
    """The first and last day of each case's scope, and where it names none, of its dated events."""
    rows = whole.events
    dated = (rows["dating"] == "exact") | (rows["dating"] == "blurred")
    seen = first_and_last(rows["of"][dated], rows["earliest"][dated], rows["latest"][dated], len(whole.cases))
    given = (
        [case.scope.earliest for case in whole.cases],
        [case.scope.latest for case in whole.cases],
    )
    first, last = (np.array([one.toordinal() - ZERO_DAY if one else np.nan for one in ends], dtype=float) for ends in given)
    return np.where(np.isnan(first), seen[0], first), np.where(np.isnan(last), seen[1], last)
