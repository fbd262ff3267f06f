"""Events as the rows people read: words instead of ids, in one order for screen, export and print."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from measures.choice import in_order
from measures.citing import GLYPHS, cite
from measures.wording import listed, window

KIND_WORDS = {"life": "Family life"}
COLUMNS = ["event_id", "No", "When", "In the source's words", "Agency", "Kind", "What happened", "Seen in person", "Passed on to", "Practice", "Source"]  # fmt: skip


def event_rows(
    events: pd.DataFrame,
    agencies: pd.DataFrame,
    people: pd.DataFrame,
    shares: pd.DataFrame,
    practice: pd.DataFrame,
    disclosure: str = "exact",
) -> pd.DataFrame:
    """One row per event by earliest, latest and file order, undated last.

    Returns event_id, No (from 1), When, In the source's words, Agency, Kind, What happened, Seen in
    person, Passed on to, Practice (◆ M10, ★ G6), Source. practice: the points that may be named.
    """
    names = dict(zip(agencies["agency_id"], agencies["short"], strict=True))
    called = dict(zip(people["person_id"], people["name"], strict=True))
    passed, cited = _passed(shares, names, judged=len(practice) > 0), _cited(practice)
    rows = [
        (
            event.event_id,
            number,
            window(event.earliest, event.latest, disclosure, short=True) + (" (about)" if event.approximate else ""),
            event.date_text,
            names[event.agency],
            KIND_WORDS.get(event.kind, event.kind.capitalize()),
            event.title + (" (known only later)" if event.hindsight else ""),
            listed([called.get(one, one) for one in dict.fromkeys((*event.seen, *event.seen_alone))]),
            "; ".join(passed.get(event.event_id, [])),
            ", ".join(cited.get(event.event_id, [])),
            ", ".join(event.source),
        )
        for number, event in enumerate(in_order(events).itertuples(), 1)
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _passed(shares: pd.DataFrame, names: Mapping[str, str], *, judged: bool) -> dict[str, list[str]]:
    """Whom each event was passed on to; what was never sent is a judgement, and hidden where those are."""
    found: dict[str, list[str]] = {}
    for share in shares.itertuples():
        if share.outcome != "not shared" or judged:
            found.setdefault(share.event_id, []).append(f"{names[share.agency]}: {share.outcome}")
    return found


def _cited(practice: pd.DataFrame) -> dict[str, list[str]]:
    """The points of each event with their signs."""
    found: dict[str, list[str]] = {}
    for point in practice.itertuples():
        for event in point.events:
            found.setdefault(event, []).append(f"{GLYPHS[point.kind]} {cite(point.kind, point.number)}")
    return found
