"""Passing on: which shares are drawn, and the words on their lines."""

from __future__ import annotations

import pandas as pd

from measures.each import each
from measures.wording import days


def passed_on(
    shares: pd.DataFrame, shown: frozenset[str], which: str, chosen: str = "", fact: str = "", *, hide_judged: bool = False
) -> pd.DataFrame:
    """The shares to draw, one row each, with `words` for the line.

    which: all, chosen (only those of the chosen event) or none. fact: only shares of that fact, whatever
    `which` says. hide_judged: leave out what was never sent, which is a judgement. Words: the days of a
    late share, 'never sent', 'did not arrive', 'wrong place'.
    """
    kept = shares["event_id"].isin(shown)
    if fact:
        kept &= shares["facts"].map(lambda facts: fact in facts).astype(bool)
    elif which == "chosen":
        kept &= shares["event_id"] == chosen
    elif which == "none":
        kept &= False
    if hide_judged:
        kept &= shares["outcome"] != "not shared"
    found = shares[kept].copy()
    found["words"] = [line_words(share) for share in each(found[["outcome", "days_least", "days_most"]])]
    return found


def line_words(share: object) -> str:
    """What stands on a share's line."""
    outcome = share.outcome  # type: ignore[attr-defined]
    if outcome == "not shared":
        return "never sent"
    if outcome == "not received":
        return "did not arrive"
    if outcome == "misdirected":
        return "wrong place"
    least, most = share.days_least, share.days_most  # type: ignore[attr-defined]
    if outcome == "late" or (pd.notna(least) and least > 0):
        return days(least, most)
    return ""
