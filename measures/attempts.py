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


DOING = {
    "family": ("did not attend", "was not brought", "cancelled by family", "declined"),
    "service": ("cancelled by service",),
    "not_said": ("no reply", "no access", ""),
}
IN_A_ROW = "agency lines at_least family service not_said most_lines first last".split()


def attempts_in_a_row(found: pd.DataFrame, touched: pd.DataFrame) -> pd.DataFrame:
    """One row per agency with a dated attempt: its most lines of attempts in a row without a contact of its own between.

    found: rows of `attempts`; touched: the events in which an agency was in touch. lines: how many are sure to stand in a
    row however the blurred dates fall; at_least: the attempts they are sure to stand for; family, service, not_said: of
    those lines, by whose doing (an unanswered door is not said); first, last: their event ids; most_lines: how many may
    stand in a row, wherever the blurred contacts are put. Most lines first.
    """
    dated, met = (events[events["earliest"].notna() & events["latest"].notna()] for events in (found, touched))
    rows = [_most_in_a_row(str(agency), own, met[met["agency"] == agency]) for agency, own in dated.groupby("agency", sort=False)]
    return pd.DataFrame(rows, columns=IN_A_ROW).sort_values("lines", ascending=False, kind="stable", ignore_index=True)


def _most_in_a_row(agency: str, own: pd.DataFrame, met: pd.DataFrame) -> tuple[object, ...]:
    own = own.sort_values(["earliest", "latest", "order"], kind="stable")
    runs: list[list[int]] = []
    for place, one in enumerate(own.itertuples()):
        start = own["earliest"].iloc[runs[-1][0]] if runs else one.earliest
        end = max([one.latest, *(own["latest"].iloc[at] for at in runs[-1])]) if runs else one.latest
        apart = not runs or bool(((met["earliest"] <= end) & (met["latest"] >= start)).any())
        if apart:
            runs.append([])
        runs[-1].append(place)
    longest = own.iloc[max(runs, key=len)]
    by_whom = [int(longest["outcome"].isin(outcomes).sum()) for outcomes in DOING.values()]
    ends = longest["event_id"].iloc[0], longest["event_id"].iloc[-1]
    return agency, len(longest), int(longest["at_least"].sum()), *by_whom, _may_be(own, met), *ends


def _may_be(own: pd.DataFrame, met: pd.DataFrame) -> int:
    """The most lines that may stand between two contacts, before the first or after the last of them."""
    least = met.sort_values("earliest", kind="stable")
    starts = [pd.Timestamp.min, *least["earliest"]]
    later = [least["latest"].iloc[place:].min() if place < len(least) else pd.Timestamp.max for place in range(len(least) + 1)]
    return max(int(((own["latest"] >= start) & (own["earliest"] <= end)).sum()) for start, end in zip(starts, later, strict=True))
