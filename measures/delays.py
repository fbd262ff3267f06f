"""How long things took, as a least and a most: referral to answer, sent to received, due to held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from measures.between import days_between
from measures.clocks import clock_results
from measures.wording import HIDDEN, counted

DELAYS = (
    "what case_id from_event to_event from_agency to_agency from_sector to_sector title answer "
    "from_earliest from_latest to_earliest to_latest least most told"
).split()
WHATS = {
    "answer": "Referral to first answer",
    "receipt": "Sent to received",
    "other": "Another event to what answers it",
    "meeting": "Meeting due to held",
}
NAN = float("nan")
NEVER_ARRIVED = ("not received", "misdirected")


def delays(
    events: pd.DataFrame,
    shares: pd.DataFrame,
    clocks: pd.DataFrame,
    agencies: pd.DataFrame,
    disclosure: str = "exact",
    case_id: str = "",
) -> pd.DataFrame:
    """One row per thing that took time in one case, by `what` (a key of WHATS), in the order of the file.

    answer: a referral to the first event of each agency that answers it, and one row without `to_event` for a referral that
    nothing is entered as answering; other: the same for what is no referral (only where it is answered); receipt: a share
    to its receipt; meeting: what a clock says was due to the meeting that was held, negative where it came before.
    from_* and to_* are windows (days, inclusive); least, most: days that hold however the blurred dates fall, exact along a
    chain, NaN where they cannot be told; told says which. Where dates are given to the month or season only, no days
    between are told at all. An answer or a receipt never comes before what it answers, so its least is not below 0.
    """
    rows = [
        *_answers(events),
        *_receipts(events, shares),
        *_meetings(events, shares, clocks, disclosure),
    ]
    found = pd.DataFrame(rows, columns=[one for one in DELAYS if one not in ("case_id", "from_sector", "to_sector", "told")])
    sectors = dict(zip(agencies["agency_id"], agencies["sector"], strict=True))
    for end in ("from", "to"):
        found[f"{end}_sector"] = found[f"{end}_agency"].map(lambda one: sectors.get(one, "")).astype(object)
    if disclosure in HIDDEN:
        found[["least", "most"]] = NAN
    found["told"] = found["least"].notna() & found["most"].notna()
    return found.assign(case_id=case_id)[DELAYS]


def _row(what: str, first: Any, then: Any, least: float, most: float, **more: Any) -> tuple[Any, ...]:
    ends = (then.earliest, then.latest) if then is not None else (pd.NaT, pd.NaT)
    told = {
        "to_event": then.event_id if then is not None else "",
        "to_agency": then.agency if then is not None else "",
        "answer": then.title if then is not None else "",
        "from_agency": first.agency,
    } | more
    start, agency = first.event_id, told["from_agency"]
    texts = (what, start, told["to_event"], agency, told["to_agency"], first.title, told["answer"])
    return (*texts, first.earliest, first.latest, *ends, least, most)


def _answers(events: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Each event that something answers, with the first answer of each agency; each referral that nothing answers."""
    by_id = {event.event_id: event for event in events.itertuples()}
    answers: dict[str, dict[str, list[Any]]] = {}
    for event in by_id.values():
        for start in event.responds_to:
            answers.setdefault(start, {}).setdefault(event.agency, []).append(event)
    for start, first in by_id.items():
        referral = first.kind == "referral"
        for own in answers.get(start, {}).values():
            yield _first_answer("answer" if referral else "other", first, own)
        if referral and start not in answers:
            yield _row("answer", first, None, NAN, NAN)


def _first_answer(what: str, first: Any, own: list[Any]) -> tuple[Any, ...]:
    """The row of an agency's first answer: the days to whichever of its answers came first."""
    days = [days_between(first, then) for then in own]
    known = [place for place, (least, most) in enumerate(days) if pd.notna(least) and pd.notna(most)]
    if not known:
        return _row(what, first, own[0], NAN, NAN)
    then = min(known, key=lambda place: days[place])
    least, most = (min(days[place][end] for place in known) for end in (0, 1))
    return _row(what, first, own[then], max(0.0, least), most) if most >= 0 else _row(what, first, own[then], NAN, NAN)


def _receipts(events: pd.DataFrame, shares: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    """Each share that was sent. Days are told only where the file gives a day of receipt: 'received' alone names none."""
    by_id = {event.event_id: event for event in events.itertuples()}
    for share in shares[shares["outcome"] != "not shared"].itertuples():
        if share.event_id not in by_id:
            continue
        event = by_id[share.event_id]
        told = share.received_own and share.outcome not in NEVER_ARRIVED
        ends = {"to_agency": share.agency, "answer": share.outcome, "from_agency": share.from_agency, "to_event": share.event_id}
        days = (share.days_least, share.days_most) if told else (NAN, NAN)
        row = _row("receipt", event, None, *days, **ends)
        windows = (share.sent_earliest, share.sent_latest, *(
            (share.received_earliest, share.received_latest) if told else (pd.NaT, pd.NaT)
        ))  # fmt: skip
        yield (*row[:7], *windows, *row[11:])


def _meetings(events: pd.DataFrame, shares: pd.DataFrame, clocks: pd.DataFrame, disclosure: str) -> Iterator[tuple[Any, ...]]:
    """Each clock with something due that a meeting met: days from when it was due to when it was held."""
    by_id = {event.event_id: event for event in events.itertuples()}
    own = clocks[clocks["starts_event"].isin(by_id) & clocks["met_event"].isin(by_id)]
    for clock in clock_results(own, events, shares, disclosure).itertuples():
        held, start = by_id[clock.met_event], by_id[clock.starts_event]
        if held.kind != "meeting" or not clock.due:
            continue
        due = start._replace(earliest=clock.due_earliest, latest=clock.due_latest, anchor=f"clock {clock.clock_id}")
        row = _row("meeting", start, held, *days_between(due, held))
        yield (*row[:5], clock.title, row[6], clock.due_earliest, clock.due_latest, *row[9:])


SUMMARY = "entered told median_least median_most longest_least longest_most".split()


def delay_summary(found: pd.DataFrame, by: list[str]) -> pd.DataFrame:
    """One row per group of `by` (columns of `delays`), the one with most told first: how many, and the days in the middle.

    entered: rows; told: those whose days can be told; median_least, median_most: the medians of their least and of their
    most days; longest_least, longest_most: of the row with the longest least. NaN where none can be told.
    """
    rows = []
    for values, own in found.groupby(by, sort=False, dropna=False):
        told = own[own["told"]].sort_values(["least", "most"], ascending=False, kind="stable")
        days = (
            (told["least"].median(), told["most"].median(), told["least"].iloc[0], told["most"].iloc[0])
            if len(told)
            else (NAN,) * 4
        )
        rows.append((*(values if isinstance(values, tuple) else (values,)), len(own), len(told), *days))
    names = [*by, *SUMMARY]
    return pd.DataFrame(rows, columns=names).sort_values(["told", "entered"], ascending=False, kind="stable", ignore_index=True)


def range_words(least: float, most: float) -> str:
    """Days in words: '12 days', '70 to 81 days', '4 days before', '2 days before to 5 days after', 'cannot be told'."""
    if pd.isna(least) or pd.isna(most):
        return "cannot be told"
    if most < 0:
        return f"{range_words(-most, -least)} before"
    if least < 0:
        return f"{_days(-least)} before to {_days(most)} after"
    return _days(most) if least == most else f"{least:g} to {_days(most)}"


def _days(number: float) -> str:
    return counted(int(number), "day") if float(number).is_integer() else f"{number:g} days"


def delay_finding(found: pd.DataFrame, cases: int) -> str:
    """What the delays of so many cases show, in one sentence with its denominators: the cases that hold those intervals."""
    told = found[found["told"]]
    if found.empty:
        return f"No such interval is entered in {counted(cases, 'case')}."
    if told.empty:
        return f"Of {_where(found)}, the days of none can be told."
    middle = range_words(told["least"].median(), told["most"].median())
    more = len(found) - len(told)
    unsaid = f"; the days of {more} more cannot be told" if more else ""
    return f"The median of {_where(told)} is {middle}{unsaid}."


def _where(found: pd.DataFrame) -> str:
    return f"{counted(len(found), 'interval')} in {counted(found['case_id'].nunique(), 'case')}"
