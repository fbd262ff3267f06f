"""Attempts that did not lead to contact, by what is said of why; a word such as 'several' is never counted."""

from __future__ import annotations

import pandas as pd

from measures.choice import in_order
from measures.wording import counted

GROUPS = {
    "Family cancelled or did not attend": ("did not attend", "was not brought", "cancelled by family"),
    "Service cancelled or postponed": ("cancelled by service",),
    "No reply or no access": ("no reply", "no access"),
    "Declined": ("declined",),
    "Outcome not stated": ("",),
}
GROUP_OF = {outcome: group for group, outcomes in GROUPS.items() for outcome in outcomes}


def attempts(events: pd.DataFrame) -> pd.DataFrame:
    """One row per attempt, and per event of another kind with an attempt's outcome, in order of days, undated last.

    Adds to the event's own columns: group, and at_least: how many attempts the line is sure to stand for
    (its `times` where that is a number, else 1: words are never counted). Planned ones are left out.
    """
    tried = ((events["kind"] == "attempt") | (events["outcome"] != "")) & ~events["planned"].astype(bool)
    found = in_order(events[tried]).reset_index(drop=True)
    found["group"] = found["outcome"].map(GROUP_OF)
    found["at_least"] = [max(1, int(times)) if times.isdecimal() else 1 for times in found["times"]]
    return found


def attempt_groups(found: pd.DataFrame) -> pd.DataFrame:
    """One row per group, in one order, empty ones too: group, lines, at_least and words."""
    rows = []
    for group in GROUPS:
        own = found[found["group"] == group]
        rows.append((group, len(own), int(own["at_least"].sum()), _words(own)))
    return pd.DataFrame(rows, columns=["group", "lines", "at_least", "words"])


def _words(own: pd.DataFrame) -> str:
    """'0', '3 lines', '2 lines, at least 3 attempts'; without 'at least' only where every line gives a number."""
    if own.empty:
        return "0"
    lines = counted(len(own), "line")
    if not own["times"].ne("").any():
        return lines
    sure = "" if own["times"].str.isdecimal().all() else "at least "
    return f"{lines}, {sure}{counted(int(own['at_least'].sum()), 'attempt')}"


def times_words(times: str) -> str:
    """How often, as the file says it: '2 times', 'several times', or blank."""
    return "" if not times else ("once" if times == "1" else f"{times} times")
