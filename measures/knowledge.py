"""Who knew what, and when: worked out from events and shares, never typed in."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from measures.between import days_between, receipt

STATUSES = ("knows", "holds", "cannot tell", "not told", "no record")
ARRIVED = {"received": "knows", "late": "knows", "misdirected": "knows", "recorded only": "holds", "not highlighted": "holds"}
ALWAYS = pd.Timestamp.min.as_unit("s").ceil("D")
COLUMNS = [
    "fact_id", "agency", "gives", "how", "event_id", "from_agency", "outcome",
    "earliest", "latest", "anchor", "days_least", "days_most",
]  # fmt: skip


def learned(events: pd.DataFrame, shares: pd.DataFrame, known_before: pd.DataFrame) -> pd.DataFrame:
    """One row per moment at which an agency learned, held, may have learned or was not told a fact.

    gives: knows, holds (recorded only, not highlighted), cannot tell (the share's outcome is unclear) or
    not told (not shared, not received). how: knew before, own event, present or shared. earliest, latest:
    the window of that moment (of the sending, where not told). anchor, days_least, days_most place it in
    a chain of relative dates. What is known only later informs no agency, so such events give no row; what
    the family lives through informs no agency either, until a share or an agency's own event says so.
    Source: the format, `facts`.
    """
    rows = [*_before(known_before), *_own(events), *_shared(events, shares)]
    found = pd.DataFrame(rows, columns=COLUMNS)
    for column in ("earliest", "latest"):
        found[column] = pd.to_datetime(found[column]).astype("datetime64[s]")
    return found


def _before(known_before: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    for one in known_before.itertuples():
        start = ALWAYS if pd.isna(one.earliest) and pd.isna(one.latest) else one.earliest
        latest = start if pd.isna(one.latest) and pd.isna(one.earliest) else one.latest
        yield (
            one.fact_id,
            one.agency,
            "knows",
            "knew before",
            "",
            "",
            "",
            start,
            latest,
            f"before:{one.fact_id}:{one.agency}",
            0,
            0,
        )


def _own(events: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    for event in events[~events["hindsight"].astype(bool)].itertuples():
        place = event.event_id, event.agency, "", event.earliest, event.latest, event.anchor, event.days_least, event.days_most
        for fact in event.facts:
            if event.agency != "family":
                yield fact, event.agency, "knows", "own event", *place
            for other in event.present:
                if other != event.agency:
                    yield fact, other, "knows", "present", *place


def _shared(events: pd.DataFrame, shares: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    by_id = {event.event_id: event for event in events.itertuples()}
    for share in shares[~shares["hindsight"].astype(bool)].itertuples():
        gives = ARRIVED.get(share.outcome, "cannot tell" if share.outcome == "unclear" else "not told")
        sending = gives == "not told"
        earliest, latest = (
            (share.sent_earliest, share.sent_latest) if sending else (share.received_earliest, share.received_latest)
        )
        chain = (f"share:{share.share_id}", 0, 0) if sending else receipt(by_id[share.event_id], share)
        for fact in share.facts:
            yield fact, share.agency, gives, "shared", share.event_id, share.from_agency, share.outcome, earliest, latest, *chain


def known_on(moments: pd.DataFrame, day: pd.Timestamp | None = None) -> pd.DataFrame:
    """One row per fact and agency with any record of it: status on `day` (its end), or at the end of the record.

    Status, from what is sure to what is not: knows (a knowing moment is over by that day), holds (it lies
    in a file nobody looked at, or was there and not seen), cannot tell (the dates overlap, the moment has
    no date, or the source does not say whether it arrived), not told, no record. Returns fact_id, agency,
    status, how, event_id, outcome, from_agency, earliest, latest (when it was first known, held or not
    sent), anchor, days_least, days_most.
    """
    rows = []
    for (fact, agency), group in moments.groupby(["fact_id", "agency"], sort=False):
        status, row = _status(group, day)
        if status == "no record":
            continue
        place = row.earliest, row.latest, row.anchor, row.days_least, row.days_most
        if status in ("knows", "holds"):
            place = _first(row, group[group["gives"] == row.gives])
        rows.append((fact, agency, status, row.how, row.event_id, row.outcome, row.from_agency, *place))
    names = "fact_id agency status how event_id outcome from_agency earliest latest anchor days_least days_most".split()
    return pd.DataFrame(rows, columns=names)


def _status(group: pd.DataFrame, day: pd.Timestamp | None) -> tuple[str, Any]:
    ordered = list(group.sort_values(["latest", "earliest"], na_position="last", kind="stable").itertuples())
    for status in ("knows", "holds"):
        for one in ordered:
            if one.gives == status and (day is None or (pd.notna(one.latest) and one.latest <= day)):
                return status, one
    for one in ordered:
        possible = pd.isna(one.earliest) or day is None or one.earliest <= day
        if one.gives in ("knows", "holds", "cannot tell") and possible:
            return "cannot tell", one
    for one in ordered:
        if one.gives == "not told" and (day is None or (pd.notna(one.earliest) and one.earliest <= day)):
            return "not told", one
    return "no record", None


def _first(row: Any, moments: pd.DataFrame) -> tuple[Any, ...]:
    """The window of the first of several moments, and its place in a chain.

    From the first earliest (open where one of them may lie at any time before) to the first latest; in the
    chain of `row` only where no other moment may have come before it.
    """
    known = moments["earliest"].notna().all() or row.earliest == ALWAYS
    earliest = moments["earliest"].min() if known else pd.NaT
    others = [one for one in moments.itertuples() if one.Index != row.Index]
    if all(one.earliest >= row.latest or (one.anchor == row.anchor and one.days_least >= row.days_most) for one in others):
        return earliest, moments["latest"].min(), row.anchor, row.days_least, row.days_most
    return earliest, moments["latest"].min(), f"first:{row.fact_id}:{row.agency}", 0, 0


def lags(known: pd.DataFrame) -> pd.DataFrame:
    """`known` with first (whether the agency may have been the first to know), least_days and most_days.

    Days run from the first agency's knowing, whichever that was, to this one's: a range that holds however
    the blurred dates fall, 0 at the least, NaN for an agency that was surely the first. Only agencies that
    know have them. Knowing since before the record begins (no day is given) makes an agency the first, and
    the days to the others are then not known.
    """
    found = known.assign(first=False, least_days=float("nan"), most_days=float("nan"))
    for _, group in known[known["status"] == "knows"].groupby("fact_id", sort=False):
        rows = list(group.itertuples())
        before = any(one.earliest == ALWAYS for one in rows)
        for one in rows:
            others = [days_between(other, one) for other in rows if other.Index != one.Index]
            known_before = one.earliest == ALWAYS
            found.loc[one.Index, "first"] = known_before if before else all(not least > 0 for least, _ in others)
            surely_first = all(most <= 0 for _, most in others)
            if others and not before and not surely_first:
                leasts = [least for least, _ in others if pd.notna(least)]
                found.loc[one.Index, "least_days"] = max([0.0, *leasts])
                found.loc[one.Index, "most_days"] = max((most for _, most in others), key=lambda most: (pd.isna(most), most))
    return found


def never(known: pd.DataFrame, facts: Iterable[str], agencies: Iterable[str]) -> pd.DataFrame:
    """One row per fact: which of the agencies have no record of it, and which were not told."""
    rows = []
    for fact in facts:
        here = known[known["fact_id"] == fact]
        silent = [one for one in agencies if one not in set(here["agency"])]
        untold = list(here.loc[here["status"] == "not told", "agency"])
        rows.append((fact, tuple(silent), tuple(untold)))
    return pd.DataFrame(rows, columns=["fact_id", "no_record", "not_told"])


def with_days(known: pd.DataFrame) -> pd.DataFrame:
    """`known` with the days after the first agency to know, also for what is held or may be known."""
    found = lags(known)
    knowers: dict[str, list[Any]] = {}
    for one in found[found["status"] == "knows"].itertuples():
        knowers.setdefault(one.fact_id, []).append(one)
    spans = [
        (one.least_days, one.most_days) if one.status == "knows" else _after(knowers.get(one.fact_id, []), one)
        for one in found.itertuples()
    ]
    return found.assign(least_days=[least for least, _ in spans], most_days=[most for _, most in spans])


def _after(knowers: list[Any], one: Any) -> tuple[float, float]:
    """The days from whichever agency knew first to one that holds or may know; not known where that may have come before."""
    if not knowers or one.status == "not told" or any(other.earliest == ALWAYS for other in knowers):
        return math.nan, math.nan
    spans = [days_between(other, one) for other in knowers]
    most = max((most for _, most in spans), key=lambda most: (math.isnan(most), most))
    return (math.nan, math.nan) if most < 0 else (max([0.0, *[least for least, _ in spans if not math.isnan(least)]]), most)
