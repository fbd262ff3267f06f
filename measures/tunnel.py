"""The view from the tunnel: what one agency, or any, could know on one day."""

from __future__ import annotations

from typing import Any

import pandas as pd

from measures.wording import counted

FAMILY = "family"
ARRIVES = ("received", "late", "misdirected")
HELD = ("recorded only", "not highlighted")


def knowable(events: pd.DataFrame, shares: pd.DataFrame, day: pd.Timestamp, agency: str = "") -> pd.DataFrame:
    """One row per event: could `agency` (blank: any agency) know of it at the end of `day`, and how.

    sight: own (its own event, or any agency's), present (it was at the meeting), told (all of it was
    passed on and had arrived), part (only some facts were passed on: `facts` names them), held (it lay in
    a file nobody looked at, or was not seen), may (the source does not say whether or when it arrived), or ""
    with `because`: known only later, after this day, no date, or had not reached it. An event whose window
    has begun by that day could have happened and counts; one without a date is left out and counted.
    """
    told = dict(list(shares.groupby("event_id", sort=False)))
    rows = [(event.event_id, *_sight(event, told.get(event.event_id), day, agency)) for event in events.itertuples()]
    return pd.DataFrame(rows, columns=["event_id", "sight", "facts", "because"])


def _sight(event: Any, shares: pd.DataFrame | None, day: pd.Timestamp, agency: str) -> tuple[str, tuple[str, ...], str]:
    if event.hindsight:
        return "", (), "known only later"
    if pd.isna(event.earliest) and pd.isna(event.latest):
        return "", (), "no date"
    begun = pd.isna(event.earliest) or event.earliest <= day
    if not begun:
        return "", (), "after this day"
    if not agency or event.agency == agency:
        return "own", event.facts, ""
    if agency in event.present:
        return "present", event.facts, ""
    best: tuple[str, tuple[str, ...], str] = ("", (), "had not reached it")
    for share in shares.itertuples() if shares is not None else ():
        if share.agency == agency:
            best = max(best, _told(event, share, day), key=lambda one: ORDER.index(one[0]))
    return best


ORDER = ("", "may", "held", "part", "told")


def _told(event: Any, share: Any, day: pd.Timestamp) -> tuple[str, tuple[str, ...], str]:
    unreached = ("", (), "had not reached it")
    if share.outcome not in (*ARRIVES, *HELD, "unclear"):
        return unreached
    if pd.notna(share.received_earliest) and share.received_earliest > day:
        return unreached
    if share.outcome in HELD:
        return "held", share.facts, ""
    undated = pd.isna(share.received_earliest) and pd.isna(share.received_latest)
    if undated or share.outcome == "unclear":
        return "may", share.facts, ""
    whole = not share.facts_given or set(event.facts) <= set(share.facts)
    return ("told" if whole else "part"), share.facts, ""


def as_known(events: pd.DataFrame, facts: pd.DataFrame, found: pd.DataFrame) -> pd.DataFrame:
    """The events as `knowable` lets them be seen: one row each, in the order given.

    An event told in part, held, or perhaps told keeps its day and lane, but its title is what was passed
    on; nothing else of it is left. No event keeps its detail and the source's own words for its date, which
    may tell what came later, and one that cannot be seen keeps its place and loses its words.
    """
    titles = dict(zip(facts["fact_id"], facts["title"], strict=True))
    masked = events.copy()
    masked["detail"] = masked["date_text"] = ""
    for row, one in zip(masked.index, found.itertuples(), strict=True):
        if one.sight in WHOLE:
            continue
        said = "; ".join(titles.get(fact, fact) for fact in one.facts)
        words = f"{PREFIX[one.sight]}: {said}" if said else PREFIX[one.sight]
        masked.at[row, "title"] = words if one.sight else ""
        for column in ("label", "place", "outcome", "times"):
            masked.at[row, column] = ""
        for column in ("people", "with", "seen", "seen_alone", "by", "reported_by", "according_to", "responds_to", "content"):
            masked.at[row, column] = ()
        masked.at[row, "facts"] = one.facts
    return masked


WHOLE = ("own", "present", "told")
PREFIX = {"part": "Told in part", "held": "In a file, not read or not seen", "may": "May have been told", "": ""}


def visible_shares(shares: pd.DataFrame, day: pd.Timestamp, agency: str = "") -> pd.DataFrame:
    """The shares that show on that day: sent by then, from the agency or arrived with it.

    What was never sent, or did not arrive, is a later judgement and is left out. What was sent and
    arrived later is unclear on that day, and its receipt is not told; that it was late or went to the
    wrong place was seen later, and so were the notes.
    """
    sent = shares["sent_earliest"].notna() & (shares["sent_earliest"] <= day)
    kept = sent & ~shares["outcome"].isin(["not shared", "not received"])
    if agency:
        arrived = (shares["agency"] == agency) & (shares["received_earliest"] <= day)
        kept &= arrived | (shares["from_agency"] == agency)
    found = shares[kept].copy()
    found["outcome"] = found["outcome"].replace({"misdirected": "received", "late": "received"})
    found["note"] = ""
    later = found["received_earliest"].notna() & (found["received_earliest"] > day)
    if not later.any():
        return found
    found.loc[later, "outcome"] = "unclear"
    found.loc[later, ["received_earliest", "received_latest"]] = pd.NaT
    found.loc[later, ["days_least", "days_most"]] = float("nan")
    return found


def begun(stretches: pd.DataFrame, day: pd.Timestamp, agency: str = "") -> pd.DataFrame:
    """The phases or periods that may have begun by that day and are not known only later.

    agency: only its own periods; phases have no agency, and a phase's title is the review's own, so an
    agency's view has none.
    """
    kept = ~stretches["hindsight"].astype(bool) & (stretches["from_earliest"].isna() | (stretches["from_earliest"] <= day))
    kept &= stretches["from_earliest"].notna() | stretches["to_earliest"].notna()
    if agency and "agency" in stretches:
        kept &= stretches["agency"] == agency
    elif agency:
        kept &= False
    return stretches[kept]


def hidden_words(found: pd.DataFrame) -> str:
    """What the view leaves out, counted in words: '12 events after this day and 3 known only later are hidden'."""
    counts = found.loc[found["sight"] == "", "because"].value_counts()
    order = ("after this day", "had not reached it", "known only later", "no date")
    parts = [f"{counts[why]} {PHRASES[why]}" for why in order if why in counts]
    if not parts:
        return "Nothing is hidden."
    total = int(counts.sum())
    return f"{counted(total, 'event')} {'is' if total == 1 else 'are'} hidden: {', '.join(parts)}."


PHRASES = {
    "after this day": "after this day",
    "had not reached it": "that had not reached it",
    "known only later": "known only later",
    "no date": "without a date",
}


def step_days(events: pd.DataFrame) -> list[pd.Timestamp]:
    """The days on which something may have begun, in order: what one steps through; hindsight is left out."""
    known = events[~events["hindsight"].astype(bool) & events["earliest"].notna()]
    return sorted(pd.Timestamp(day) for day in known["earliest"].unique())
