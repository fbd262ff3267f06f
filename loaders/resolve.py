"""Relative dates to days: chains are followed to their root, and days along a chain stay exact."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from loaders.dates import UNDATED, Span, widened
from loaders.problems import MOST_HINTS, nearest
from loaders.values import End, Written


class Placed(NamedTuple):
    """Where an event stands: its span, and its exact days after the event its chain is counted from.

    anchor: the id of that event (itself where it counts from none); least and most: days, inclusive.
    """

    span: Span
    anchor: str
    least: int = 0
    most: int = 0


DAY_ZERO = date(2000, 1, 1)
MOST_STEPS = 12


class UnresolvedError(Exception):
    """A relative date that leaves no day."""


def resolve(dates: Mapping[str, Written], made: Collection[str] = ()) -> tuple[dict[str, Placed], dict[str, str]]:
    """Each event's place by id, and what is wrong by id: a cycle, an unknown event or an empty window.

    made: ids that the file does not hold, which nothing may count from.
    """
    relative = {event_id: written for event_id, written in dates.items() if written.relative}
    placed = {event_id: Placed(written.span, event_id) for event_id, written in dates.items() if event_id not in relative}
    wrong: dict[str, str] = {}
    users = _users(relative)
    hints: dict[str, str | None] = {}
    absent = set(made)
    for event_id in relative:
        _follow(event_id, dates, absent, placed, wrong, users, hints)
    return placed, wrong


def _users(dates: Mapping[str, Written]) -> dict[str, str]:
    """The first event that counts from an event, by that event's id."""
    found: dict[str, str] = {}
    for event_id, written in dates.items():
        for parent in _parents(written):
            found.setdefault(parent, event_id)
    return found


def _parents(written: Written) -> list[str]:
    return [one for one in (written.after, written.before) if one]


def _follow(
    first: str,
    dates: Mapping[str, Written],
    made: Collection[str],
    placed: dict[str, Placed],
    wrong: dict[str, str],
    users: Mapping[str, str],
    hints: dict[str, str | None],
) -> None:
    """Place the event, and before it every event its chain counts from. A stack, since chains may be thousands long."""
    stack, waiting_for = [first], {first}
    while stack:
        current = stack[-1]
        parents = [] if current in placed else _parents(dates[current])
        unknown = next((one for one in parents if one not in dates or one in made), None)
        waiting = next((one for one in parents if one not in placed), None)
        if current in placed:
            waiting_for.discard(stack.pop())
        elif unknown:
            wrong[current], placed[current] = _unknown(current, unknown, dates, made, users, hints), Placed(UNDATED, current)
        elif waiting in waiting_for:
            wrong[waiting], placed[waiting] = _cycle(stack[stack.index(waiting) :], dates), Placed(UNDATED, waiting)
        elif waiting:
            stack.append(waiting)
            waiting_for.add(waiting)
        else:
            _settle(current, dates[current], placed, wrong)


def _settle(event_id: str, written: Written, placed: dict[str, Placed], wrong: dict[str, str]) -> None:
    try:
        placed[event_id] = place(event_id, written, placed)
    except UnresolvedError as error:
        wrong[event_id], placed[event_id] = str(error), Placed(UNDATED, event_id)


def place(anchor: str, written: Written, placed: Mapping[str, Placed]) -> Placed:
    """Where a date stands, its own anchor where it counts days from no event; raises UnresolvedError where no day is left."""
    if not written.relative:
        return Placed(written.span, anchor)
    if not written.days:
        return Placed(_between(written, placed), anchor)
    parent = placed[written.after or written.before]
    least, most = written.days if written.after else (-written.days[1], -written.days[0])
    span = _cut(_moved(parent.span, least, most), written.within, written.text)
    return Placed(span, parent.anchor, parent.least + least, parent.most + most)


def _between(written: Written, placed: Mapping[str, Placed]) -> Span:
    first = placed[written.after].span.earliest if written.after else None
    last = placed[written.before].span.latest if written.before else None
    if first and last and first > last:
        raise UnresolvedError(f"date '{written.text}' leaves no day: {first} is after {last}. Correct one of the dates.")
    return _cut(Span(first, last), written.within, written.text)


def _moved(span: Span, least: int, most: int) -> Span:
    try:
        return span.moved(least, most)
    except OverflowError:
        raise UnresolvedError("date lies outside the years 1 to 9999. Correct the number of days.") from None


def _cut(span: Span, within: Span | None, text: str) -> Span:
    if within is None:
        return span
    both = span.cut(within)
    if both is None:
        raise UnresolvedError(f"date '{text}' leaves no day inside 'within'. Correct one of them.")
    return both


def _cycle(ring: list[str], dates: Mapping[str, Written]) -> str:
    return f"date counts from itself: {_steps([*ring, ring[0]], dates)}. Give one of them a date of its own."


def _unknown(
    event_id: str,
    given: str,
    dates: Mapping[str, Written],
    made: Collection[str],
    users: Mapping[str, str],
    hints: dict[str, str | None],
) -> str:
    chain = [event_id]
    while len(chain) < MOST_STEPS and users.get(chain[0]) not in (None, *chain):
        chain.insert(0, users[chain[0]])
    if given not in hints:
        hints[given] = nearest(given, [one for one in dates if one not in made]) if len(hints) < MOST_HINTS else None
    near = hints[given]
    hint = f"; the nearest is '{near}'" if near else ""
    told = _steps([*chain, given], dates)
    return f"date counts from event '{given}', which is not in this case{hint} ({told}). Correct it, or add it."


def _steps(chain: Sequence[str], dates: Mapping[str, Written]) -> str:
    """The chain in words, `visit after call after referral`, its middle left out where it is long."""
    words = [f"{one} {'after' if dates[one].after == then else 'before'}" for one, then in pairwise(chain)]
    if len(words) > MOST_STEPS:
        words = [*words[: MOST_STEPS // 2], "...", *words[-MOST_STEPS // 2 :]]
    return " ".join([*words, chain[-1]])


def end_place(anchor: str, end: End | None, placed: Mapping[str, Placed]) -> Placed:
    """Where a beginning or an end stands; open where it is ongoing, not known or not given."""
    if end is None or (end.written is None and not end.event):
        return Placed(UNDATED, anchor)
    return placed[end.event] if end.event else place(anchor, end.written or Written(""), placed)


@dataclass(frozen=True)
class Shown:
    """How days are shown: widened to months or seasons, or counted from a day 0 set to 1 January 2000."""

    disclosure: str
    day_zero: Span = UNDATED

    def __call__(self, span: Span) -> Span:
        if self.disclosure != "relative":
            return widened(span, self.disclosure)
        if not (self.day_zero.earliest and self.day_zero.latest):
            return UNDATED
        return Span(
            _counted((span.earliest - self.day_zero.latest).days) if span.earliest else None,
            _counted((span.latest - self.day_zero.earliest).days) if span.latest else None,
            span.approximate,
        )

    def event(self, placed: Placed, incident: Placed | None) -> Span:
        """An event's span as shown: exact against day 0 where both stand in one chain."""
        if self.disclosure != "relative" or incident is None or placed.anchor != incident.anchor:
            return self(placed.span)
        least, most = placed.least - incident.most, placed.most - incident.least
        return Span(_counted(least), _counted(most), placed.span.approximate)


def _counted(days: int) -> date:
    """The day that many days after day 0, or the first or last day there is."""
    return date.fromordinal(min(max(DAY_ZERO.toordinal() + days, 1), date.max.toordinal()))
