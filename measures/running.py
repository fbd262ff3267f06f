"""The running order of a learning event: what the room goes through, one step at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import Any

import numpy as np
import pandas as pd

COLUMNS = (
    "step kind episode_id episode_title number episodes within of event_ids practice_ids day question afterwards notes"
).split()
WHOLE = {"episode_id": "whole-case", "title": "The whole case", "events": (), "question": "", "afterwards": "", "notes": ""}
Row = dict[str, Any]


def running_order(episodes: pd.DataFrame, events: pd.DataFrame, practice: pd.DataFrame) -> pd.DataFrame:
    """One row per step of a learning event, in the order the room goes through it.

    Returns step (from 0), kind, episode_id, episode_title, number (of the episode, from 1; 0 for none),
    episodes (how many), within (from 1) and of (steps of the episode), event_ids, practice_ids, day (the
    last day that may be known: of an event its earliest, never before the step before it in its episode, and
    where it has none no later than what is to come; of a question the day before the episode's earliest; NaT
    where nothing is dated) and the episode's question, afterwards, notes.

    Events come in the order of the episode's list, or of the file, but none before one that surely came earlier.

    kind: note (step 0), question, event (one each; none that was known only later), looking back (a pair:
    at most one missed opportunity and one good practice, a mixed point on either side; then, without a
    point, the events known only later), pause, end. Each practice point comes once, in the last episode
    that holds one of its events, or the first whose days hold its date; one of no episode has no step. A
    case without episodes is gone through as one.
    """
    given = episodes if len(episodes) else pd.DataFrame([WHOLE])
    held = [_events_of(episode, events) for episode in given.itertuples()]
    points = _points_of(held, practice)
    rows: list[Row] = [{"kind": "note"}]
    for number, episode in enumerate(given.itertuples(), 1):
        own = practice[practice["practice_id"].map(points.get) == number]
        steps = list(_steps(held[number - 1], own))
        said = {name: getattr(episode, name) for name in ("episode_id", "question", "afterwards", "notes")}
        for within, step in enumerate(steps, 1):
            rows.append({**said, "episode_title": episode.title, "number": number, "within": within, "of": len(steps), **step})
    return _frame([*rows, {"kind": "end", "day": rows[-1].get("day", pd.NaT)}], len(given))


def _frame(rows: list[Row], episodes: int) -> pd.DataFrame:
    blank: Row = {"event_ids": (), "practice_ids": (), "day": pd.NaT, "number": 0, "within": 0, "of": 0}
    texts = dict.fromkeys(("episode_id", "episode_title", "question", "afterwards", "notes"), "")
    filled = [{**blank, **texts, "step": step, "episodes": episodes, **row} for step, row in enumerate(rows)]
    found = pd.DataFrame(filled, columns=COLUMNS)
    found["day"] = found["day"].astype("datetime64[s]")
    return found


def _events_of(episode: Any, events: pd.DataFrame) -> pd.DataFrame:
    """The events of an episode in the order of its list, or of the file."""
    if episode.episode_id == WHOLE["episode_id"]:
        own = events
    elif episode.events:
        own = events[events["event_id"].isin(episode.events)]
        own = own.sort_values("event_id", key=lambda ids: ids.map(episode.events.index))
    elif episode.made_up:
        own = events[events["phases"].map(lambda phases: episode.episode_id in phases).astype(bool)]
    else:
        own = events[_within(events, episode.from_earliest, episode.to_latest)]
    return own


def _in_turn(events: pd.DataFrame) -> pd.DataFrame:
    """The events as they come on: always the first that is left and has none left that surely came before it.

    first: the earliest day of each, or the last where only that is known.
    """
    before = _Before(events)
    waiting = np.zeros(len(events), dtype=int)
    for place in range(len(events)):
        waiting += before.which(place)
    found: list[int] = []
    left = np.ones(len(events), dtype=bool)
    while left.any():
        free = left & (waiting == 0)
        place = int((free if free.any() else left).argmax())
        left[place] = False
        waiting -= before.which(place)
        found.append(place)
    return events.iloc[found].assign(first=lambda rows: rows["earliest"].fillna(rows["latest"]))


class _Before:
    """What is sure of the order of events: by their windows, along a chain of days, or since one counts from the other."""

    def __init__(self, events: pd.DataFrame) -> None:
        names = pd.Index(events["event_id"])
        self.earliest, self.latest = (events[name].to_numpy() for name in ("earliest", "latest"))
        self.anchor = pd.factorize(events["anchor"])[0]
        self.low, self.high = (events[name].to_numpy() for name in ("days_least", "days_most"))
        self.after, self.before = (names.get_indexer(events[name]) for name in ("after", "before"))

    def which(self, place: int) -> Any:
        """Which of the events surely come after this one; a day that is not known compares as neither."""
        found = self.latest[place] < self.earliest
        found |= (self.anchor == self.anchor[place]) & (self.high[place] < self.low)
        found |= self.after == place
        if self.before[place] >= 0:
            found[self.before[place]] = True
        found[place] = False
        return found


def _within(rows: pd.DataFrame, start: Any, end: Any) -> pd.Series:
    """Which windows lie wholly from start to end; an end that is not known is open, and without both there is nothing."""
    inside = rows["earliest"].notna() & rows["latest"].notna() & (pd.notna(start) or pd.notna(end))
    if pd.notna(start):
        inside &= rows["earliest"] >= start
    if pd.notna(end):
        inside &= rows["latest"] <= end
    return inside


def _points_of(held: list[pd.DataFrame], practice: pd.DataFrame) -> dict[str, int]:
    """The number of the episode in which the room looks back on each point, by practice_id."""
    found: dict[str, int] = {}
    for number, own in enumerate(held, 1):
        ids = set(own["event_id"])
        days = _within(practice, own["earliest"].min(), own["latest"].max())
        for point, inside in zip(practice.itertuples(), days, strict=True):
            if ids.intersection(point.events) or (not point.events and inside and point.practice_id not in found):
                found[point.practice_id] = number
    return found


def _steps(own: pd.DataFrame, practice: pd.DataFrame) -> Iterator[Row]:
    """One episode: its question, its events, looking back, and a pause."""
    hindsight = own["hindsight"].astype(bool)
    known = _in_turn(own[~hindsight])
    day = known["first"].min() - pd.Timedelta(days=1)
    yield {"kind": "question", "day": day}
    ahead = known["first"][::-1].cummin()[::-1]
    for event_id, first in zip(known["event_id"], known["earliest"].fillna(ahead), strict=True):
        day = day if pd.isna(first) else max(first, day)
        yield {"kind": "event", "event_ids": (event_id,), "day": day}
    for pair in _pairs(practice):
        yield {"kind": "looking back", "practice_ids": pair, "day": day}
    later = tuple(_in_turn(own[hindsight])["event_id"])
    if later:
        yield {"kind": "looking back", "event_ids": later, "day": day}
    yield {"kind": "pause", "day": day}


def _pairs(practice: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """Missed opportunities beside good practice in order of number; mixed points fill the shorter side."""
    sides: dict[str, list[tuple[int, str]]] = {"missed opportunity": [], "good practice": []}
    for point in practice.itertuples():
        if point.kind != "mixed":
            sides[str(point.kind)].append((int(point.number), str(point.practice_id)))
    for point in practice[practice["kind"] == "mixed"].itertuples():
        min(sides.values(), key=len).append((int(point.number), str(point.practice_id)))
    for pair in zip_longest(*(sorted(side) for side in sides.values())):
        yield tuple(one[1] for one in pair if one is not None)


def stands(order: pd.DataFrame, step: int, revealed: frozenset[str]) -> int:
    """The step the room sees: within an episode whose looking back is closed, its first one, which only asks."""
    place = min(max(step, 0), len(order) - 1)
    row = order.iloc[place]
    if row["kind"] != "looking back" or row["episode_id"] in revealed:
        return place
    return first_back(order, row["episode_id"])


def first_back(order: pd.DataFrame, episode_id: str) -> int:
    """The first step at which the room looks back on an episode; -1 where there is none."""
    found = order.loc[(order["episode_id"] == episode_id) & (order["kind"] == "looking back"), "step"]
    return int(found.iloc[0]) if len(found) else -1


def beside(order: pd.DataFrame, step: int, by: int, revealed: frozenset[str]) -> int:
    """The step so many steps on (or back, one at a time): a looking back that is closed counts as one step."""
    place, way = stands(order, step, revealed), 1 if by > 0 else -1
    for _ in range(abs(by)):
        now = stands(order, place, revealed)
        while 0 < place + way < len(order) - 1 and stands(order, place + way, revealed) == now:
            place += way
        place = stands(order, place + way, revealed)
    return place
