"""Events and what was passed on of them as frames, a function each that says what its row is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from loaders.building import Builder, Row, as_written, bounds
from loaders.columns import filled, frame
from loaders.dates import Span
from loaders.model import Event, Phase, Share
from loaders.values import End

EVENT_TEXTS = "agency title label kind detail place times".split()
EVENT_TUPLES = "people seen seen_alone by present mode reported_by according_to facts responds_to content source".split()
EVENT_FLAGS = "inferred hindsight disputed planned".split()
EVENT_COLUMNS = (
    "event_id order agency title label kind detail place outcome times people with seen seen_alone by present mode reported_by "
    "according_to facts responds_to content source inferred hindsight disputed planned date_text written time "
    "dating approximate lasts length earliest latest after before anchor days_least days_most phases line"
)


def events(build: Builder, lines: Mapping[str, int]) -> pd.DataFrame:
    """One row per event, in file order.

    event_id; order (0 first in the file); agency, title, label, kind and the other keys of the format;
    dating: exact (one day), blurred (a window), open (one end not known) or undated; lasts: the window
    is how long it went on, and length says it in words; earliest, latest; after, before: the events its
    date counts from, "" for none; anchor, days_least, days_most:
    exact days after the event this one's chain is counted from (itself and 0 where it is counted from
    none); phases: every phase its window touches, or those it names; line in the file.
    """
    given = build.chronology.events
    held = [vars(event) for event in given]
    ids = [event.id for event in given]
    spans, placed = [*map(build.event_span, ids)], [build.placed[one] for one in ids]
    lasts = [one["lasts"] not in ("", "false") for one in held]
    values = {name: [one[name] for one in held] for name in (*EVENT_TEXTS, *EVENT_TUPLES, *EVENT_FLAGS)}
    values |= {
        "event_id": ids,
        "order": [*range(len(given))],
        "with": [one["with_"] for one in held],
        "outcome": [one["outcome"] or "" for one in held],
        "date_text": [build.words(one["date_text"]) for one in held],
        "written": [build.words(one["date"].text) for one in held],
        "time": [build.words(one["time"]) for one in held],
        "dating": [*map(dating, spans)],
        "approximate": [span.approximate for span in spans],
        "lasts": lasts,
        "length": [one["lasts"] if long and one["lasts"] != "true" else "" for one, long in zip(held, lasts, strict=True)],
        "earliest": [span.earliest for span in spans],
        "latest": [span.latest for span in spans],
        "after": [one["date"].after for one in held],
        "before": [one["date"].before for one in held],
        "anchor": [one.anchor for one in placed] if build.exact else ids,
        "days_least": [one.least if build.exact else 0 for one in placed],
        "days_most": [one.most if build.exact else 0 for one in placed],
        "phases": _phases(build, spans),
        "line": [lines.get(one, 0) for one in ids],
    }
    return filled(values, EVENT_COLUMNS, "earliest latest", "order days_least days_most line")


Stretch = tuple[str, date | None, date | None]


def _phase_days(build: Builder, phase: Phase) -> Stretch | None:
    """A phase's id, first and last day, None where an end is open; a phase without any day is a heading, and touches nothing."""
    start, end = build.end(phase, phase.from_), build.end(phase, phase.to)
    first, last = start.earliest or start.latest, end.latest or end.earliest
    return (phase.id, first, last) if first or last else None


def _phases(build: Builder, spans: list[Span]) -> list[tuple[str, ...]]:
    """The phases of each event: those it names, or else those that its window touches."""
    stretches = [one for phase in build.chronology.phases if (one := _phase_days(build, phase))]
    events = build.chronology.events
    return [event.phases or (_touched(span, stretches) if stretches else ()) for event, span in zip(events, spans, strict=True)]


def dating(span: Span) -> str:
    """How well a span is known: exact, blurred, open or undated."""
    if span.earliest is None and span.latest is None:
        return "undated"
    if not span.known:
        return "open"
    return "exact" if span.earliest == span.latest else "blurred"


def _touched(span: Span, phases: list[Stretch]) -> tuple[str, ...]:
    """The phases that a window touches."""
    earliest, latest = span.earliest, span.latest
    if earliest is None or latest is None:
        return ()
    return tuple(
        phase for phase, first, last in phases if (last is None or earliest <= last) and (first is None or latest >= first)
    )


SHARE_COLUMNS = (
    "share_id event_id from_agency agency outcome sent_earliest sent_latest received_earliest received_latest "
    "days_least days_most facts facts_given sent_own received_own team person via note source hindsight"
)


def shares(build: Builder) -> pd.DataFrame:
    """One row per passing-on of an event to one agency, in file order.

    share_id (event id and position, from 1); from_agency (the event's) and agency (the one it was for,
    or for a misdirected one, the one it went to); outcome; sent and received windows: sent is the
    event's where not given, received is sent's where it may have arrived and no day is given; days_least,
    days_most between them (0 where it was received and no day is given; NaN where not known, or where it
    came before it was sent), exact where the file counts one from the other; facts, and whether the share
    names them itself; sent_own, received_own: whether it has a day of sending, of receipt of
    its own.
    """
    rows = [
        _share(build, event, share, number)
        for event in build.chronology.events
        for number, share in enumerate(event.shared_with, 1)
    ]
    return frame(rows, SHARE_COLUMNS, "sent_earliest sent_latest received_earliest received_latest", gaps="days_least days_most")


def _share(build: Builder, event: Event, share: Share, number: int) -> Row:
    placed = build.place(event, End(share.sent)) if share.sent else build.placed[event.id]
    arrived = build.place(event, End(share.received))
    sent, received = (build.shown.event(one, build.incident) for one in (placed, arrived))
    arrives = share.outcome in ("received", "misdirected", "recorded only", "not highlighted", "unclear")
    if not share.received and arrives:
        received = sent
    same = share.received is None and arrives
    chained = build.exact and placed.anchor != "" and placed.anchor == arrived.anchor
    counted = (arrived.least - placed.most, arrived.most - placed.least) if chained else _days(sent, received)
    least, most = _lag(*counted)
    if same:
        least, most = (0, 0) if share.outcome == "received" else (float("nan"), float("nan"))
    return {
        "share_id": f"{event.id}-{number}",
        "event_id": event.id,
        "from_agency": event.agency,
        **as_written(share, "agency", "outcome", "team", "person", "via", "note"),
        **bounds(sent, "sent_"),
        **bounds(received, "received_"),
        "days_least": least,
        "days_most": most,
        "facts": event.facts if share.facts is None else share.facts,
        "facts_given": share.facts is not None,
        "sent_own": share.sent is not None,
        "received_own": share.received is not None,
        "source": share.source or event.source,
        "hindsight": event.hindsight,
    }


def _days(first: Span, then: Span) -> tuple[int | None, int | None]:
    least = (then.earliest - first.latest).days if then.earliest and first.latest else None
    most = (then.latest - first.earliest).days if then.latest and first.earliest else None
    return least, most


def _lag(least: int | None, most: int | None) -> tuple[float, float]:
    """Days that cannot be below 0; not known at all where even the most would be."""
    nan = float("nan")
    if most is not None and most < 0:
        return nan, nan
    return nan if least is None else max(0, least), nan if most is None else most
