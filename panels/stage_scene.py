"""Everything the room's screen shows at one step, gathered from the measures; what lies ahead is not in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.stage_layout import Staged
from loaders import Case
from measures.each import each
from measures.knowledge import known_on, learned
from measures.names import full_names, person_names, short_names
from measures.sight import usual_person
from measures.stage import (
    LONG_AGO,
    Caption,
    arrows,
    caption,
    looking_back,
    on_stage,
    places,
    short_day,
    step_ids,
    today_words,
    until,
    when_words,
)
from measures.that_day import HOMES, on_record, that_day
from measures.tunnel import WHOLE, begun, knowable

BEFORE = pd.Timedelta(days=3)


@dataclass(frozen=True)
class Scene:
    """One step of a case: its row of the running order, whose view, and the words of people and agencies by id."""

    case: Case
    order: pd.DataFrame
    row: Any
    agency: str
    names: dict[str, str]

    @property
    def disclosure(self) -> str:
        return str(self.case.about.disclosure)

    @property
    def facts(self) -> dict[str, str]:
        """Titles of the facts by id, without those known only later."""
        known = self.case.facts[~self.case.facts["hindsight"].astype(bool)]
        return dict(zip(known["fact_id"], known["title"], strict=True))


def scene(case: Case, order: pd.DataFrame, step: int, agency: str) -> Scene:
    """The scene of a step, as everybody together or one agency could know it."""
    return Scene(case, order, next(each(order.iloc[[step]])), agency, person_names(case) | full_names(case))


def person_of(case: Case) -> Any:
    """The row of the person whose day it is, or None where the case names nobody."""
    found = case.people[case.people["person_id"] == usual_person(case.people, case.events)]
    return next(found.itertuples(), None)


def told(shown: Scene) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The events that have come on, as known then, and the passing-on that shows."""
    case, step = shown.case, shown.row.step
    if shown.row.kind == "looking back":
        return looking_back(shown.order, step, case.events), pd.DataFrame(columns=["event_id"])
    seen = on_stage(shown.order, step, case.events, case.shares, case.facts, shown.agency)
    return seen, arrows(seen, case.shares, shown.row.day, shown.agency, short_names(case))


def caption_of(shown: Scene, seen: pd.DataFrame, passed: pd.DataFrame) -> Caption | None:
    """The words of the event in focus; None where it had not reached the agency whose view it is."""
    now = next(rows(seen[seen["focus"]]), None)
    return None if now is None else caption(now, passed, shown.facts, shown.names, shown.disclosure)


def rows(events: pd.DataFrame) -> Iterator[Any]:
    """Each event; its `with` as `in_touch`, since `with` is no name in Python."""
    return each(events.rename(columns={"with": "in_touch"}))


def child_lines(shown: Scene) -> tuple[str, ...]:
    """The child on the step's day: only what could be known by then, nothing of the steps ahead, and no home once the incident has come."""
    case, day = shown.case, shown.row.day
    if pd.isna(day):
        return ()
    ahead = set(step_ids(shown.order, shown.row.step, ahead=True)) - set(step_ids(shown.order, shown.row.step))
    begin = case.events["earliest"].fillna(LONG_AGO)  # what has no first day is never told, only that there is such a sighting
    events = case.events[begin.eq(LONG_AGO) | (~case.events["event_id"].isin(ahead) & begin.le(day))]
    shares = case.shares[case.shares["event_id"].isin(events["event_id"])]
    found = knowable(events.assign(earliest=begin), shares, day, shown.agency)
    events = events[found["sight"].isin(WHOLE).to_numpy()]
    periods = begun(case.periods, day, shown.agency)
    names, now = short_names(case), event_now(shown)
    homes = periods.iloc[:0] if _incident_came(shown) else periods
    return that_day(person_of(case), homes, events, day, names, shown.disclosure, now, names.get(shown.agency, ""))


def event_now(shown: Scene) -> Any:
    """The step's own event, also where it had not reached the agency; None where the step is no event."""
    ids = shown.row.event_ids if shown.row.kind == "event" else ()
    return next(rows(shown.case.events[shown.case.events["event_id"].isin(ids)]), None)


def _incident_came(shown: Scene) -> bool:
    """Whether the incident has come on by this step, or may have happened by its day."""
    incident = shown.case.about.incident
    events = shown.case.events
    on = shown.order.loc[shown.order["step"] <= shown.row.step, "event_ids"]
    return incident in {one for ids in on for one in ids} or bool(
        (events["event_id"].eq(incident) & events["earliest"].le(shown.row.day)).any()
    )


def record_of(shown: Scene) -> pd.DataFrame:
    """What each service of the episode has on record on the morning of its first event; none where no day is known."""
    case, day = shown.case, shown.row.day
    wanted = (shown.agency,) if shown.agency else episode_agencies(shown)
    if pd.isna(day):
        return on_record(pd.DataFrame(columns=["status", "fact_id", "latest", "earliest", "agency"]), {}, ())
    moments = learned(case.events, case.shares, case.known_before)
    moments = moments[moments["agency"].isin(wanted) & (moments["earliest"] <= day)]
    return on_record(known_on(moments, day), shown.facts, wanted, 4 if len(wanted) < 4 else 2)


def episode_agencies(shown: Scene) -> tuple[str, ...]:
    """The agencies of the episode: those it names, else those of its events; the family is none."""
    found = shown.case.episodes[shown.case.episodes["episode_id"] == shown.row.episode_id]
    given = tuple(found["agencies"].iloc[0]) if len(found) else ()
    own = places(shown.order, shown.row.step, shown.case.events)["agency"]
    return given or tuple(one for one in dict.fromkeys(own) if one != "family")


def morning_words(shown: Scene) -> str:
    """When the episode begins: 'Monday 12 October 2015', 'June 2016'; blank without a date."""
    first = first_event(shown)
    return "" if first is None else when_words(first, shown.disclosure)


def first_event(shown: Scene) -> Any:
    """The event of the episode with the earliest first day, which need not be its first step; None without a date."""
    ids = step_ids(shown.order, shown.row.step, ahead=True)
    found = shown.case.events[shown.case.events["event_id"].isin(ids) & shown.case.events["dating"].ne("undated")]
    first = found["earliest"].fillna(found["latest"]).sort_values(kind="stable").index[:1]
    return next(found.loc[first].itertuples(), None)


def picture_of(shown: Scene, seen: pd.DataFrame, passed: pd.DataFrame, px: tuple[int, int]) -> Staged:
    """What the picture of a step is drawn of. Small lanes, with the points of the step, where the room looks back."""
    case, back = shown.case, shown.row.kind == "looking back"
    spots = looking_back(shown.order, shown.row.step, case.events) if back else places(shown.order, shown.row.step, case.events)
    first, last = _axis(spots, shown.disclosure)
    today = pd.NaT if back else until(shown.row.day, shown.disclosure)
    year = first.year if first is not None and first.year == last.year else None
    relative = shown.disclosure == "relative"
    homes = _homes(shown, first, last) if not back else pd.DataFrame()
    begun_homes = homes[homes["start"] <= today] if len(homes) and pd.notna(today) else homes.iloc[:0]
    return Staged(
        seen=tuple(rows(seen)),
        places=tuple(rows(spots)),
        lanes=_lanes(shown, spots, seen, passed, back),
        arrows=tuple(each(passed)) if len(passed) else (),
        day_words={one.event_id: short_day(one, shown.disclosure, year) for one in seen.itertuples()} if not back else {},
        today=today,
        edge=shown.disclosure in ("month", "season"),
        flag="" if pd.isna(today) or first is None else today_words(shown.row.day, event_now(shown), shown.disclosure, year),
        first=first,
        last=last,
        relative=relative,
        note=_note(first, relative),
        periods=tuple(each(begun_homes)),
        period_lanes=tuple(dict.fromkeys(homes["agency"])) if len(homes) else (),
        points=tuple(case.practice[case.practice["practice_id"].isin(shown.row.practice_ids)].itertuples()) if back else (),
        small=back,
        px=px,
    )


def _axis(spots: pd.DataFrame, disclosure: str) -> tuple[Any, Any]:
    """The first and last day of the axis: three days before the episode's first, to its last; None without a date."""
    days = pd.concat([spots["earliest"], spots["latest"]]).dropna()
    if days.empty:
        return None, None
    return days.min() - (BEFORE if disclosure in ("exact", "relative") else pd.Timedelta(0)), days.max()


def _note(first: Any, relative: bool) -> str:
    if first is None:
        return "No dates are given: this is the order of the file, which need not be the order of time."
    return "days from day 0" if relative else str(first.year)


def _lanes(
    shown: Scene, spots: pd.DataFrame, seen: pd.DataFrame, passed: pd.DataFrame, back: bool
) -> tuple[tuple[str, str, str, bool], ...]:
    """A slot for each agency of the episode, and for each that something is passed on to; named once it has shown itself."""
    shares = shown.case.shares
    towards = shares.loc[shares["event_id"].isin(spots["event_id"]) & ~shares["outcome"].isin(["not shared", "not received"])]
    wanted = set(spots["agency"]) | (set() if back else set(towards["agency"]))
    here = set(seen["agency"]) | (set(passed["agency"]) if len(passed) else set())
    rows = shown.case.agencies[shown.case.agencies["agency_id"].isin(wanted)]
    twice = rows["name"].duplicated(keep=False)
    return tuple(
        (one.agency_id, f"{one.name} ({one.role})" if double and one.role else one.name, one.short, one.agency_id in here)
        for one, double in zip(rows.itertuples(), twice, strict=True)
    )


def _homes(shown: Scene, first: Any, last: Any) -> pd.DataFrame:
    """Where the person lives in the days of the axis, as bars of what is sure: agency, title, start, end; the latest first."""
    person = person_of(shown.case)
    lanes = set(places(shown.order, shown.row.step, shown.case.events)["agency"])
    own = shown.case.periods
    own = own[own["kind"].isin(HOMES) & own["agency"].isin(lanes) & ~own["hindsight"].astype(bool)]
    own = own[own["people"].map(lambda ids: person is not None and person.person_id in ids).astype(bool)]
    if shown.agency:
        own = own[own["agency"] == shown.agency]
    if first is None or own.empty:
        return pd.DataFrame(columns=["agency", "title", "start", "end"])
    found = own.assign(start=own["from_latest"], end=own["to_earliest"].fillna(last).clip(upper=last))
    found = found[found["start"].notna() & (found["start"] <= last) & (found["end"] >= first)]
    return found.sort_values("start", ascending=False)[["agency", "title", "start", "end"]]
