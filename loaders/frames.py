"""The chronology model to pandas frames: one function a frame, each saying what its row is.

Days are datetime64[s] columns in pairs, `earliest` and `latest`, inclusive; NaT where that end is not
known. Keys that take several values are tuples of text. Blank text is "". All days are already as wide
as the case's `disclosure` asks: no later room can show more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pandas as pd

from loaders.columns import filled, frame
from loaders.dates import UNDATED, Span, read_date
from loaders.model import Chronology, Clock, Entry, Event, Moment, Phase, Practice, Share
from loaders.references import FAMILY
from loaders.resolve import Placed, Shown, UnresolvedError, end_place
from loaders.values import End, Written

Row = dict[str, Any]
Report = Callable[[Entry, str], None]


class Builder:
    """What every frame needs of a case: the placed events, the disclosure, and where to report a date that leaves no day."""

    def __init__(self, chronology: Chronology, placed: Mapping[str, Placed], report: Report):
        self.chronology, self.placed, self.report = chronology, placed, report
        incident = chronology.case.incident
        self.incident = placed.get(incident) if incident else None
        self.shown = Shown(chronology.case.disclosure, self.incident.span if self.incident else UNDATED)
        self.exact = chronology.case.disclosure == "exact"

    def event_span(self, event_id: str) -> Span:
        return self.shown.event(self.placed[event_id], self.incident)

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


def _ends(span: Span, prefix: str = "") -> Row:
    return {f"{prefix}earliest": span.earliest, f"{prefix}latest": span.latest}


def _plain(entry: Entry, *names: str) -> Row:
    held = vars(entry)
    return {name: held[name] for name in names}


EVENT_TEXTS = "agency title label kind detail place times".split()
EVENT_TUPLES = "people seen seen_alone by present mode reported_by according_to facts responds_to content source".split()
EVENT_FLAGS = "inferred hindsight disputed planned".split()
EVENT_COLUMNS = (
    "event_id order agency title label kind detail place outcome times people with seen seen_alone by present mode reported_by "
    "according_to facts responds_to content source inferred hindsight disputed planned date_text written time "
    "dating approximate lasts length earliest latest anchor days_least days_most phases line"
)


def events(build: Builder, lines: Mapping[str, int]) -> pd.DataFrame:
    """One row per event, in file order.

    event_id; order (0 first in the file); agency, title, label, kind and the other keys of the format;
    dating: exact (one day), blurred (a window), open (one end not known) or undated; lasts: the window
    is how long it went on, and length says it in words; earliest, latest; anchor, days_least, days_most:
    exact days after the event this one's chain is counted from (itself and 0 where it is counted from
    none); phases: every phase its window touches, or those it names; line in the file.
    """
    stretches = [one for phase in build.chronology.phases if (one := _phase_days(build, phase))]
    given = build.chronology.events
    held = [vars(event) for event in given]
    worked_out = [_event(build, event, stretches) for event in given]
    values = {name: [one[name] for one in held] for name in (*EVENT_TEXTS, *EVENT_TUPLES, *EVENT_FLAGS)}
    values |= {name: [one[name] for one in worked_out] for name in (worked_out[0] if worked_out else EVENT_COLUMNS.split())}
    values |= {"order": [*range(len(given))], "line": [lines.get(event.id, 0) for event in given]}
    return filled(values, EVENT_COLUMNS, "earliest latest", "order days_least days_most line")


Stretch = tuple[str, date | None, date | None]


def _phase_days(build: Builder, phase: Phase) -> Stretch | None:
    """A phase's id, first and last day, None where an end is open; a phase without any day is a heading, and touches nothing."""
    start, end = build.end(phase, phase.from_), build.end(phase, phase.to)
    first, last = start.earliest or start.latest, end.latest or end.earliest
    return (phase.id, first, last) if first or last else None


def _event(build: Builder, event: Event, phases: list[Stretch]) -> Row:
    """What is not simply as the file gives it."""
    span, placed = build.event_span(event.id), build.placed[event.id]
    lasts = event.lasts not in ("", "false")
    return {
        "event_id": event.id,
        "with": event.with_,
        "outcome": event.outcome or "",
        "date_text": build.words(event.date_text),
        "written": build.words(event.date.text),
        "time": build.words(event.time),
        "dating": dating(span),
        "approximate": span.approximate,
        "lasts": lasts,
        "length": event.lasts if lasts and event.lasts != "true" else "",
        **_ends(span),
        "anchor": placed.anchor if build.exact else event.id,
        "days_least": placed.least if build.exact else 0,
        "days_most": placed.most if build.exact else 0,
        "phases": event.phases or _touched(span, phases),
    }


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
        **_plain(share, "agency", "outcome", "team", "person", "via", "note"),
        **_ends(sent, "sent_"),
        **_ends(received, "received_"),
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
    fixed = {int(row["number"]) for row in rows if row["number"].isdecimal()}
    rows.sort(key=lambda row: (row["earliest"] is None, row["earliest"] or date.min, row["order"]))
    free = (number for number in range(1, len(rows) + len(fixed) + 1) if number not in fixed)
    for row in rows:
        row["number"] = int(row["number"]) if row["number"].isdecimal() else next(free)
    return frame(sorted(rows, key=lambda row: int(row["number"])), PRACTICE_COLUMNS, "earliest latest", "number order")


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
        **_plain(point, *names, "themes", "findings", "recommendations", "source"),
        "own_date": point.date is not None,
        **_ends(span),
        "agencies": agencies,
        "order": order,
    }


def _stretch(build: Builder, entry: Any) -> Row:
    ends = {"from": entry.from_, "to": entry.to}
    spans = {key: build.end(entry, end) for key, end in ends.items()}
    return {
        **_ends(spans["from"], "from_"),
        **_ends(spans["to"], "to_"),
        "from_word": entry.from_.word if entry.from_ else "",
        "to_word": entry.to.word if entry.to else "",
    }


STRETCH = "from_earliest from_latest to_earliest to_latest"


def phases(build: Builder) -> pd.DataFrame:
    """One row per phase, in file order; `heading` is true for one without any day."""
    rows = [
        {"phase_id": phase.id, **_plain(phase, "title", "hindsight", "source"), **_stretch(build, phase)}
        for phase in build.chronology.phases
    ]
    for row in rows:
        row["heading"] = not any(row[name] for name in STRETCH.split())
    return frame(rows, f"phase_id title hindsight source {STRETCH} from_word to_word heading", STRETCH)


def periods(build: Builder) -> pd.DataFrame:
    """One row per state of affairs that lasts, in file order: kind, people, agency, and two blurred ends."""
    rows = [
        {
            "period_id": period.id,
            **_plain(period, "title", "kind", "people", "hindsight", "source"),
            "agency": period.agency or FAMILY,
            **_stretch(build, period),
        }
        for period in build.chronology.periods
    ]
    return frame(rows, f"period_id title kind people agency hindsight source {STRETCH} from_word to_word", STRETCH)


def agencies(build: Builder) -> pd.DataFrame:
    """One row per lane, the family's first, then in file order: name, short (or the name), sector, contribution.

    nil_return and mentioned_only follow from `contribution`.
    """
    rows = []
    for agency in build.chronology.agencies:
        row = _plain(agency, "name", "sector", "area", "contribution", "part_of", "role", "note", "source")
        rows.append({"agency_id": agency.id, **row, "short": agency.short or agency.name})
    family = [row for row in rows if row["agency_id"] == FAMILY] or [_family()]
    rest = [row for row in rows if row["agency_id"] != FAMILY]
    lanes = [*family, *rest]
    for row in lanes:
        row["nil_return"] = "nil return" in row["contribution"]
        row["mentioned_only"] = row["contribution"] == ("mentioned only",)
    return frame(lanes, "agency_id name short sector area contribution part_of role note source nil_return mentioned_only")


def _family() -> Row:
    blank = dict.fromkeys(("sector", "area", "part_of", "role", "note"), "")
    return {"agency_id": FAMILY, "name": "Family", "short": "Family", **blank, "contribution": (), "source": ()}


def people(build: Builder) -> pd.DataFrame:
    """One row per person, in file order: name (pseudonym or code), role, agency, age, born and died as windows."""
    rows = [
        {
            "person_id": person.id,
            **_plain(person, "name", "role", "age", "note", "source"),
            "agency": person.agency or "",
            **_ends(build.date(person, person.born), "born_"),
            **_ends(build.date(person, person.died), "died_"),
        }
        for person in build.chronology.people
    ]
    days = "born_earliest born_latest died_earliest died_latest"
    return frame(rows, f"person_id name role age note source agency {days}", days)


def findings(build: Builder) -> pd.DataFrame:
    """One row per finding, learning point or lesson, in file order."""
    names = ("kind", "number", "title", "detail", "themes", "source")
    rows = [{"finding_id": finding.id, **_plain(finding, *names)} for finding in build.chronology.findings]
    return frame(rows, f"finding_id {' '.join(names)}")


def recommendations(build: Builder) -> pd.DataFrame:
    """One row per recommendation, in file order; `to` and `made_by` hold agency ids or names."""
    names = ("number", "to", "made_by", "by_when", "title", "detail", "findings", "themes", "source")
    rows = [{"recommendation_id": one.id, **_plain(one, *names)} for one in build.chronology.recommendations]
    return frame(rows, f"recommendation_id {' '.join(names)}")


def facts(build: Builder) -> pd.DataFrame:
    """One row per fact, in file order: title, about (people), why it matters, status, hindsight."""
    names = ("title", "about", "why", "status", "hindsight", "source")
    rows = [{"fact_id": fact.id, **_plain(fact, *names)} for fact in build.chronology.facts]
    return frame(rows, f"fact_id {' '.join(names)}")


def known_before(build: Builder) -> pd.DataFrame:
    """One row per agency that knew a fact before any event tells of it; from a day on where the file says so."""
    rows = [
        {"fact_id": fact.id, "agency": one.agency, **_ends(build.end(fact, one.from_)), "source": one.source or fact.source}
        for fact in build.chronology.facts
        for one in fact.known_to
    ]
    return frame(rows, "fact_id agency earliest latest source", "earliest latest")


def clocks(build: Builder) -> pd.DataFrame:
    """One row per clock, in file order.

    starts_event, starts_received_by ("" for the event itself); met: event, never or not stated, with
    met_event and met_received_by; due as written (blank where a date may not be shown), and due_earliest,
    due_latest where it is a date.
    """
    return frame((_clock(build, clock) for clock in build.chronology.clocks), CLOCK_COLUMNS, "due_earliest due_latest")


CLOCK_COLUMNS = (
    "clock_id title starts_event starts_received_by met met_event met_received_by due due_earliest due_latest standard source"
)


def _clock(build: Builder, clock: Clock) -> Row:
    met = clock.met_by if isinstance(clock.met_by, Moment) else None
    due = due_date(clock.due)
    return {
        "clock_id": clock.id,
        **_plain(clock, "title", "standard", "source"),
        "due": build.words(clock.due) if due else clock.due,
        "starts_event": clock.starts.event,
        "starts_received_by": clock.starts.received_by or "",
        "met": "event" if met else clock.met_by,
        "met_event": met.event if met else "",
        "met_received_by": (met.received_by or "") if met else "",
        **_ends(build.shown(due or UNDATED), "due_"),
    }


def due_date(due: str) -> Span | None:
    """The span of a due date, or None where `due` is a length of time."""
    try:
        return read_date(due) if due else None
    except ValueError:
        return None


EPISODE_COLUMNS = f"episode_id title {STRETCH} from_word to_word events agencies question afterwards notes source made_up"


def episodes(build: Builder) -> pd.DataFrame:
    """One row per key practice episode, in running order; without any, one per phase (`made_up`)."""
    names = ("events", "agencies", "question", "afterwards", "notes", "source")
    given = build.chronology.episodes
    rows = [
        {"episode_id": one.id, "title": one.title, **_stretch(build, one), **_plain(one, *names), "made_up": False}
        for one in given
    ]
    if not rows:
        blank: Row = dict.fromkeys(names, "") | {"events": (), "agencies": ()}
        rows = [
            {"episode_id": one.id, "title": one.title, **_stretch(build, one), **blank, "source": one.source, "made_up": True}
            for one in build.chronology.phases
        ]
    return frame(rows, EPISODE_COLUMNS, STRETCH)


def discrepancies(build: Builder) -> pd.DataFrame:
    """One row per place where the source contradicts itself; `says` holds (text, paragraphs) pairs."""
    rows = [
        {
            "discrepancy_id": one.id,
            **_plain(one, "title", "events", "detail"),
            "says": tuple((reading.text, reading.source) for reading in one.says),
            "source": tuple(dict.fromkeys([*one.source, *(place for reading in one.says for place in reading.source)])),
        }
        for one in build.chronology.discrepancies
    ]
    return frame(rows, "discrepancy_id title says events detail source")
