"""The chronology model to pandas frames: one function a frame, each saying what its row is.

Days are datetime64[s] columns in pairs, `earliest` and `latest`, inclusive; NaT where that end is not
known. Keys that take several values are tuples of text. Blank text is "". All days are already as wide
as the case's `disclosure` asks: no later room can show more.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

from loaders.building import STRETCH, Builder, Row, as_written, bounds, stretch
from loaders.columns import frame
from loaders.dates import UNDATED, Span, read_date
from loaders.event_frames import events, shares
from loaders.model import Clock, Moment
from loaders.practice_frames import findings, practice, recommendations
from loaders.references import FAMILY


def phases(build: Builder) -> pd.DataFrame:
    """One row per phase, in file order; `heading` is true for one without any day."""
    rows = [
        {"phase_id": phase.id, **as_written(phase, "title", "hindsight", "source"), **stretch(build, phase)}
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
            **as_written(period, "title", "kind", "people", "hindsight", "source"),
            "agency": period.agency or FAMILY,
            **stretch(build, period),
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
        row = as_written(agency, "name", "sector", "area", "contribution", "part_of", "role", "note", "source")
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
            **as_written(person, "name", "role", "age", "note", "source"),
            "agency": person.agency or "",
            **bounds(build.date(person, person.born), "born_"),
            **bounds(build.date(person, person.died), "died_"),
        }
        for person in build.chronology.people
    ]
    days = "born_earliest born_latest died_earliest died_latest"
    return frame(rows, f"person_id name role age note source agency {days}", days)


def facts(build: Builder) -> pd.DataFrame:
    """One row per fact, in file order: title, about (people), why it matters, status, hindsight."""
    names = ("title", "about", "why", "status", "hindsight", "source")
    rows = [{"fact_id": fact.id, **as_written(fact, *names)} for fact in build.chronology.facts]
    return frame(rows, f"fact_id {' '.join(names)}")


def known_before(build: Builder) -> pd.DataFrame:
    """One row per agency that knew a fact before any event tells of it; from a day on where the file says so."""
    rows = [
        {"fact_id": fact.id, "agency": one.agency, **bounds(build.end(fact, one.from_)), "source": one.source or fact.source}
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
        **as_written(clock, "title", "standard", "source"),
        "due": build.words(clock.due) if due else clock.due,
        "starts_event": clock.starts.event,
        "starts_received_by": clock.starts.received_by or "",
        "met": "event" if met else clock.met_by,
        "met_event": met.event if met else "",
        "met_received_by": (met.received_by or "") if met else "",
        **bounds(build.shown(due or UNDATED), "due_"),
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
        {"episode_id": one.id, "title": one.title, **stretch(build, one), **as_written(one, *names), "made_up": False}
        for one in given
    ]
    if not rows:
        blank: Row = dict.fromkeys(names, "") | {"events": (), "agencies": ()}
        rows = [
            {"episode_id": one.id, "title": one.title, **stretch(build, one), **blank, "source": one.source, "made_up": True}
            for one in build.chronology.phases
        ]
    return frame(rows, EPISODE_COLUMNS, STRETCH)


def discrepancies(build: Builder) -> pd.DataFrame:
    """One row per place where the source contradicts itself; `says` holds (text, paragraphs) pairs."""
    rows = [
        {
            "discrepancy_id": one.id,
            **as_written(one, "title", "events", "detail"),
            "says": tuple((reading.text, reading.source) for reading in one.says),
            "source": tuple(dict.fromkeys([*one.source, *(place for reading in one.says for place in reading.source)])),
        }
        for one in build.chronology.discrepancies
    ]
    return frame(rows, "discrepancy_id title says events detail source")


FRAMES: Mapping[str, Callable[[Builder], pd.DataFrame]] = {
    "shares": shares,
    "practice": practice,
    "phases": phases,
    "periods": periods,
    "agencies": agencies,
    "people": people,
    "findings": findings,
    "recommendations": recommendations,
    "facts": facts,
    "known_before": known_before,
    "clocks": clocks,
    "episodes": episodes,
    "discrepancies": discrepancies,
}

__all__ = ["FRAMES", "events"]
