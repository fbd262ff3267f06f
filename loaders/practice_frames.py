"""What the review judges, finds and recommends as frames, a function each that says what its row is."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pandas as pd

from loaders.building import Builder, Row, as_written, bounds
from loaders.columns import frame
from loaders.dates import Span
from loaders.model import Practice

PRACTICE_COLUMNS = (
    "practice_id number kind basis words judged_by events own_date earliest latest agencies title expected happened "
    "known_then why themes findings recommendations source order"
)


def practice(build: Builder) -> pd.DataFrame:
    """One row per practice point, in order of its number.

    kind: missed opportunity, good practice or mixed; basis: stated or inferred; number: the file's, or
    counted by date over all kinds, undated ones last; earliest, latest: its own date, or from the first
    to the last of its events; agencies: its own, or those of its events.
    """
    lanes = {event.id: event.agency for event in build.chronology.events}
    rows = [_practice(build, point, order, lanes) for order, point in enumerate(build.chronology.practice)]
    fixed = _fixed(build)
    rows.sort(key=lambda row: (row["earliest"] is None, row["earliest"] or date.min, row["order"]))
    free = (number for number in range(1, len(rows) + len(fixed) + 1) if number not in fixed)
    for row in rows:
        row["number"] = int(row["number"]) if row["number"].isdecimal() else next(free)
    return frame(sorted(rows, key=lambda row: int(row["number"])), PRACTICE_COLUMNS, "earliest latest", "number order")


def _fixed(build: Builder) -> set[int]:
    """The numbers that the file gives; one given twice is reported."""
    given: set[int] = set()
    for point in build.chronology.practice:
        if point.number.isdecimal():
            if int(point.number) in given:
                build.report(
                    point, f"number {point.number} is given to another point too. Points are numbered over all kinds: change one."
                )
            given.add(int(point.number))
    return given


def _practice(build: Builder, point: Practice, order: int, lanes: Mapping[str, str]) -> Row:
    spans = [build.event_span(event) for event in point.events]
    own = build.date(point, point.date)
    starts = [span.earliest for span in spans if span.earliest]
    ends = [span.latest for span in spans if span.latest]
    span = own if point.date else Span(min(starts, default=None), max(ends, default=None))
    agencies = point.agencies or tuple(dict.fromkeys(lanes[event] for event in point.events))
    names = ("number", "kind", "basis", "words", "judged_by", "events", "title", "expected", "happened", "known_then", "why")
    return {
        "practice_id": point.id,
        **as_written(point, *names, "themes", "findings", "recommendations", "source"),
        "own_date": point.date is not None,
        **bounds(span),
        "agencies": agencies,
        "order": order,
    }


def findings(build: Builder) -> pd.DataFrame:
    """One row per finding, learning point or lesson, in file order."""
    names = ("kind", "number", "title", "detail", "themes", "source")
    rows = [{"finding_id": finding.id, **as_written(finding, *names)} for finding in build.chronology.findings]
    return frame(rows, f"finding_id {' '.join(names)}")


def recommendations(build: Builder) -> pd.DataFrame:
    """One row per recommendation, in file order; `to` and `made_by` hold agency ids or names."""
    names = ("number", "to", "made_by", "by_when", "title", "detail", "findings", "themes", "source")
    rows = [{"recommendation_id": one.id, **as_written(one, *names)} for one in build.chronology.recommendations]
    return frame(rows, f"recommendation_id {' '.join(names)}")
