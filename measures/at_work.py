"""Professionals of a case: how many each agency has, over what days each is named, and who is named after whom."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pandas as pd

from measures.between import days_between

WORK = (
    "case_id person_id name role agency sector events undated first_event last_event "
    "first_earliest first_latest last_earliest last_latest least_days most_days"
).split()
NAMING = ("by", "with", "people", "reported_by", "according_to")
NAN = float("nan")


def at_work(
    people: pd.DataFrame, events: pd.DataFrame, agencies: pd.DataFrame, disclosure: str = "exact", case_id: str = ""
) -> pd.DataFrame:
    """One row per professional of a case (a person with an agency), in file order: the days between which they are named.

    events: that name the person in any way, undated: those of them without two known days; first_event, last_event: of the
    dated ones, those that may be the first and the last; first_*, last_*: the windows in which the first and the last lie;
    least_days, most_days: from the first to the last, however the blurred dates fall, NaN without a dated event. They say
    when a chronology names somebody, not how long they were employed or held the case. Under a disclosure of months or
    seasons no days between are told.
    """
    named = _named(events)
    sectors = dict(zip(agencies["agency_id"], agencies["sector"], strict=True))
    rows = [
        _work(one, named.get(one.person_id, []), sectors.get(one.agency, ""), case_id)
        for one in people.itertuples()
        if one.agency
    ]
    found = pd.DataFrame(rows, columns=WORK)
    if disclosure in ("month", "season"):
        found[["least_days", "most_days"]] = NAN
    return found


def _named(events: pd.DataFrame) -> dict[str, list[Any]]:
    """The events that name each person, in file order."""
    found: dict[str, list[Any]] = {}
    lists = zip(*(events[name] for name in NAMING), strict=True)
    for event, named in zip(events.itertuples(), lists, strict=True):
        for person in dict.fromkeys(one for ids in named for one in ids):
            found.setdefault(person, []).append(event)
    return found


def _work(person: Any, named: list[Any], sector: str, case_id: str) -> tuple[Any, ...]:
    who = case_id, person.person_id, person.name, person.role, person.agency, sector
    dated = [event for event in named if pd.notna(event.earliest) and pd.notna(event.latest)]
    counts = len(named), len(named) - len(dated)
    if not dated:
        return (*who, *counts, "", "", pd.NaT, pd.NaT, pd.NaT, pd.NaT, NAN, NAN)
    first = min(dated, key=lambda event: (event.earliest, event.latest))
    last = max(dated, key=lambda event: (event.latest, event.earliest))
    pairs = [days_between(one, other) for one in dated for other in dated]
    least, most = (max(0.0, *(pair[end] for pair in pairs)) for end in (0, 1))
    windows = (
        first.earliest, min(event.latest for event in dated), max(event.earliest for event in dated), last.latest,
    )  # fmt: skip
    if len(dated) == 1 and not dated[0].lasts:
        least = most = 0.0
    return (*who, *counts, first.event_id, last.event_id, *windows, least, most)


HANDED = "case_id agency before after least_days most_days order".split()


def in_turn(work: pd.DataFrame) -> pd.DataFrame:
    """One row per professional and the one of the same agency who is first named next: who is named after whom.

    work: rows of `at_work`. least_days, most_days: from the last event naming the one to the first naming the other,
    negative where they overlap; order: 'in turn' where that is sure, 'together' where they are sure to overlap, else
    'cannot tell'. A chronology does not say that the one took over from the other.
    """
    rows = []
    dated = work[work["first_earliest"].notna()]
    for (case_id, agency), own in dated.groupby(["case_id", "agency"], sort=False):
        named = list(own.sort_values(["first_earliest", "first_latest"], kind="stable").itertuples())
        for one, other in pairwise(named):
            least = float((other.first_earliest - one.last_latest).days)
            most = float((other.first_latest - one.last_earliest).days)
            order = "in turn" if least >= 0 else ("together" if most < 0 else "cannot tell")
            rows.append((case_id, agency, one.person_id, other.person_id, least, most, order))
    return pd.DataFrame(rows, columns=HANDED)


STAFF = "case_id agency sector people dated in_turn together cannot_tell longest longest_least longest_most".split()


def staff(work: pd.DataFrame, turns: pd.DataFrame) -> pd.DataFrame:
    """One row per case and agency with a professional of its own, the one with most first.

    people: professionals; dated: those with a dated event; in_turn, together, cannot_tell: pairs of `in_turn`; longest:
    the name of the one named over the most sure days, longest_least, longest_most: those days.
    """
    orders = turns.groupby(["case_id", "agency", "order"]).size()
    rows = []
    for (case_id, agency), own in work.groupby(["case_id", "agency"], sort=False):
        counts = [int(orders.get((case_id, agency, order), 0)) for order in ("in turn", "together", "cannot tell")]
        told = own[own["least_days"].notna()].sort_values(["least_days", "most_days"], ascending=False, kind="stable")
        first = next(told.itertuples(), None)
        longest = (first.name, first.least_days, first.most_days) if first is not None else ("", NAN, NAN)
        rows.append((case_id, agency, own["sector"].iloc[0], len(own), int(own["first_event"].ne("").sum()), *counts, *longest))
    return pd.DataFrame(rows, columns=STAFF).sort_values("people", ascending=False, kind="stable", ignore_index=True)
