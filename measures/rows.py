"""Events as the rows people read: words instead of ids, in one order for screen, export and print."""

from __future__ import annotations

import pandas as pd

from measures.choice import in_order
from measures.wording import listed, window

KIND_WORDS = {"life": "Family life"}
LETTERS = {"missed opportunity": "M", "good practice": "G", "mixed": "X"}
GLYPHS = {"missed opportunity": "◆", "good practice": "★", "mixed": "■"}


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
    passed: dict[str, list[str]] = {}
    judged = set(practice["practice_id"])
    for share in shares.itertuples():
        if share.outcome != "not shared" or judged:
            passed.setdefault(share.event_id, []).append(f"{names[share.agency]}: {share.outcome}")
    cited: dict[str, list[str]] = {}
    for point in practice.itertuples():
        for event in point.events:
            cited.setdefault(event, []).append(f"{GLYPHS[point.kind]} {LETTERS[point.kind]}{point.number}")
    rows = []
    for number, event in enumerate(in_order(events).itertuples(), 1):
        later = " (known only later)" if event.hindsight else ""
        rows.append(
            (
                event.event_id,
                number,
                window(event.earliest, event.latest, disclosure, short=True) + (" (about)" if event.approximate else ""),
                event.date_text,
                names[event.agency],
                KIND_WORDS.get(event.kind, event.kind.capitalize()),
                event.title + later,
                listed([called.get(one, one) for one in dict.fromkeys((*event.seen, *event.seen_alone))]),
                "; ".join(passed.get(event.event_id, [])),
                ", ".join(cited.get(event.event_id, [])),
                ", ".join(event.source),
            )
        )
    columns = [
        "event_id",
        "No",
        "When",
        "In the source's words",
        "Agency",
        "Kind",
        "What happened",
        "Seen in person",
        "Passed on to",
        "Practice",
        "Source",
    ]
    return pd.DataFrame(rows, columns=columns)
