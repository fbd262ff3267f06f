"""What a cell of who knew what says: the word, the day, how it was learned, how long after the first, and the paragraph."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd

from loaders import Case
from measures.names import names_of
from measures.wording import days, listed, window

WORDS = {"knows": "Knows", "holds": "Holds", "cannot tell": "Cannot tell", "not told": "Not told"}
BEFORE = pd.Timestamp.min.as_unit("s").ceil("D")
SHORT = {"own event": "own record", "present": "was present", "knew before": "", "shared": "told"}
OUTCOMES = {
    "late": "told late", "misdirected": "came by mistake", "recorded only": "only in a file", "not highlighted": "not brought out",
    "unclear": "not clear if told", "not shared": "not passed on", "not received": "did not arrive",
}  # fmt: skip
Places = dict[tuple[str, ...], tuple[str, ...]]


def known_words(known: pd.DataFrame, case: Case) -> pd.DataFrame:
    """`known` with what a cell says: word, when, more (the days and how), and how, days and source in full."""
    names, places = names_of(case), paragraphs(case)
    firsts = known[known["first"]]
    givers = set(zip(firsts["fact_id"], firsts["agency"], strict=True))
    alone = firsts["fact_id"].value_counts()
    rows = []
    for one in known.itertuples():
        after = "same day" if _told_at_once(one, givers) else after_words(one, int(alone.get(one.fact_id, 0)))
        more = ", ".join(part for part in (after, short_how(one)) if part)
        rows.append(
            (
                WORDS[one.status],
                when_words(one, case.about.disclosure),
                more,
                long_how(one, names),
                after,
                ", ".join(source_of(places, one)),
            )
        )
    return known.assign(
        **{name: [row[place] for row in rows] for place, name in enumerate(("word", "when", "more", "long", "after", "source"))}
    )


def _told_at_once(one: Any, firsts: set[tuple[str, str]]) -> bool:
    """Whether an agency counts among the first only because the first one told it on the same day."""
    return bool(
        one.first
        and one.how == "shared"
        and math.isnan(one.most_days)
        and math.isnan(one.least_days)
        and (one.fact_id, one.from_agency) in firsts
    )


def when_words(one: Any, disclosure: str) -> str:
    """The window of a moment in words; 'before the record' where an agency knew from the start."""
    return "before the record" if one.earliest == BEFORE else window(one.earliest, one.latest, disclosure, short=True)


def after_words(one: Any, firsts: int = 1) -> str:
    """The days after the first agency: 'first to know', 'same day', '+12 days', '+18 to +47 days'; blank where none can be said.

    An agency that may have been the first, or not, is said to be so: 'first, or up to +28 days'. firsts: how many may have been.
    """
    least, most = one.least_days, one.most_days
    if one.first and math.isnan(least) and math.isnan(most):
        return "first to know" if firsts == 1 or one.how != "knew before" else "may be the first"
    if one.first:
        return "may be the first" if math.isnan(most) else f"first, or up to +{days(most, most)}"
    if math.isnan(least) and math.isnan(most):
        return "days not known" if one.status == "knows" else ""
    if least == most:
        return "same day" if least == 0 else f"+{days(least, most)}"
    if math.isnan(most):
        return f"+{days(least, least)} or more" if least > 0 else ("days not known" if one.status == "knows" else "")
    return f"+{least:.0f} to +{days(most, most)}"


def short_how(one: Any) -> str:
    """How an agency learned of it, or why it did not, in two or three words; with the reason where it cannot be told."""
    words = OUTCOMES.get(one.outcome, "") or SHORT[one.how]
    if one.status != "cannot tell" or one.outcome == "unclear":
        return words
    return f"{words}, no day given" if pd.isna(one.earliest) and pd.isna(one.latest) else f"{words}, dates overlap"


def long_how(one: Any, names: dict[str, str]) -> str:
    """The same in a clause, with the agency it came from."""
    giver = names.get(one.from_agency, one.from_agency)
    if one.how != "shared":
        return {
            "own event": "from its own record",
            "present": f"was present, with {giver}" if giver else "was present",
            "knew before": "knew before",
        }[one.how]
    said = {
        "late": f"told late by {giver}", "misdirected": f"sent by {giver}, meant for another", "recorded only": f"only in a file, from {giver}",
        "not highlighted": f"in what {giver} sent, not brought out", "unclear": f"not clear whether {giver} told it",
        "not shared": f"not passed on by {giver}", "not received": f"sent by {giver}, did not arrive",
    }  # fmt: skip
    return said.get(one.outcome, f"told by {giver}")


def share_of(case: Case, one: Any) -> Any:
    """The share a moment comes from, or None."""
    if one.how != "shared":
        return None
    found = case.shares[
        (case.shares["event_id"] == one.event_id)
        & (case.shares["agency"] == one.agency)
        & (case.shares["outcome"] == one.outcome)
    ]
    return next((share for share in found.itertuples() if one.fact_id in share.facts), None)


def paragraphs(case: Case) -> Places:
    """The paragraphs of each share of a fact, of what was known before, and of each event."""
    found: Places = {(one.event_id,): tuple(one.source) for one in case.events.itertuples()}
    found |= {
        (fact, one.agency, one.event_id, one.outcome): tuple(one.source) for one in case.shares.itertuples() for fact in one.facts
    }
    return found | {(one.fact_id, one.agency, "", ""): tuple(one.source) for one in case.known_before.itertuples()}


def source_of(places: Places, one: Any) -> tuple[str, ...]:
    return places.get((one.fact_id, one.agency, one.event_id, one.outcome)) or places.get((one.event_id,), ())


def parted(words: list[str]) -> str:
    """Names as a list; parted by semicolons where a name has a comma of its own."""
    if not any("," in one for one in words):
        return listed(words)
    return " and ".join(part for part in ("; ".join(words[:-1]), words[-1]) if part)


def called(words: str) -> str:
    return words[0].upper() + words[1:]


def and_words(words: str) -> str:
    return f"; {words}" if words else ""
