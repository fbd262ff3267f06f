"""What every frame is built with: the placed events, the dates as far as the case discloses them, and parts that many rows share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from loaders.dates import UNDATED, Span
from loaders.model import Chronology, Entry
from loaders.resolve import Placed, Shown, UnresolvedError, end_place
from loaders.values import End, Written

Row = dict[str, Any]
Report = Callable[[Entry, str], None]
STRETCH = "from_earliest from_latest to_earliest to_latest"


class Builder:
    """What every frame needs of a case: the placed events, the disclosure, and where to report a date that leaves no day."""

    def __init__(self, chronology: Chronology, placed: Mapping[str, Placed], report: Report):
        self.chronology, self.placed, self.report = chronology, placed, report
        incident = chronology.case.incident
        self.incident = placed.get(incident) if incident else None
        self.shown = Shown(chronology.case.disclosure, self.incident.span if self.incident else UNDATED)
        self.exact = chronology.case.disclosure == "exact"

    def event_span(self, event_id: str) -> Span:
        placed = self.placed[event_id]
        return placed.span if self.exact else self.shown.event(placed, self.incident)

    def date(self, entry: Entry, written: Written | None) -> Span:
        return self.end(entry, End(written))

    def end(self, entry: Entry, end: End | None) -> Span:
        return self.shown.event(self.place(entry, end), self.incident)

    def place(self, entry: Entry, end: End | None) -> Placed:
        try:
            return end_place("", end, self.placed)
        except UnresolvedError as error:
            self.report(entry, str(error))
            return Placed(UNDATED, "")

    def words(self, text: str) -> str:
        """Words that may give a day away are kept only where days may be shown."""
        return text if self.exact else ""


def bounds(span: Span, prefix: str = "") -> Row:
    """A span as its pair of columns."""
    return {f"{prefix}earliest": span.earliest, f"{prefix}latest": span.latest}


def as_written(entry: Entry, *names: str) -> Row:
    """Keys of an entry that become columns as they are."""
    held = vars(entry)
    return {name: held[name] for name in names}


def both_ends(build: Builder, entry: Any) -> tuple[Span, Span]:
    """When something began and when it ended; reported where it must have ended before it began."""
    began, ended = build.end(entry, entry.from_), build.end(entry, entry.to)
    if began.earliest and ended.latest and began.earliest > ended.latest:
        build.report(entry, "'to' lies before 'from'. Correct one of them, or exchange the two.")
    return began, ended


def stretch(build: Builder, entry: Any) -> Row:
    """When a phase, period or episode began and ended, each end a pair of columns and the word that stands for a day."""
    began, ended = both_ends(build, entry)
    return {
        **bounds(began, "from_"),
        **bounds(ended, "to_"),
        "from_word": entry.from_.word if entry.from_ else "",
        "to_word": entry.to.word if entry.to else "",
    }
