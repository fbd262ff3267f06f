"""An episode's lanes as shapes: nothing right of today's line but the words of the event in focus."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from charts.palette import INK, KINDS, MUTED, STRIPE
from exports.labels import Corners, label
from exports.lane_arrows import arrow_lines
from exports.lane_axis import day_lines, period_bars, phase_bars, today_line
from exports.lane_look import Look, corners, end_px, middle_px, until_px
from exports.lane_plan import AXIS, LanePlan, Place, Plan
from exports.lane_signs import event_signs
from exports.room import fitting
from exports.shapes import Drawing, Shape, Words
from measures.wording import window

MOST_LABELS_IN_FULL, LABELLED_BEFORE, MOST_MARKS = 5, 2, 80


def lane_drawing(plan: Plan, look: Look) -> Drawing:
    """Stripes, days, phases, periods, arrows, marks and labels, from back to front."""
    places = {name: place for name, place in plan.places().items() if name in {one.event_id for one in look.events}}
    kept = places if len(places) <= MOST_MARKS else _latest(places, look)
    until = until_px(plan, look)
    awake = _awake(plan, look, places)
    shown: Drawing = [*_stripes(plan, awake, until, len(places) - len(kept)), *day_lines(plan, look, until)]
    bars = phase_bars(plan, look, until) + period_bars(look, awake, until)
    shown += bars
    arrows = list(arrow_lines(plan, look, kept))
    taken = [corners(one) for one in (*bars, *arrows)]
    signs: Drawing = []
    for event in look.events:
        place = kept.get(event.event_id)
        if place is not None:
            signs += event_signs(plan, look, event, place, taken)
    words = _labels(plan, look, kept, until, taken) if look.labels else []
    return [*shown, *arrows, *signs, *words, *today_line(plan, look, until)]


def _latest(places: Mapping[str, Place], look: Look) -> dict[str, Place]:
    """The last marks of those drawn: the others are told by the events' own slides and the table."""
    order = [one.event_id for one in look.events if one.event_id in places]
    return {name: places[name] for name in order[-MOST_MARKS:]}


def _awake(plan: Plan, look: Look, places: Mapping[str, Place]) -> list[LanePlan]:
    """The lanes that have their first event, or were told something, by now."""
    acting = {place.event.agency for place in places.values()} | {one.agency for one in look.shares}
    return [lane for name, lane in plan.lanes.items() if name in acting]


def _stripes(plan: Plan, awake: list[LanePlan], until: float, more: int) -> Iterator[Shape]:
    order = list(plan.lanes)
    for lane in awake:
        high, name = lane.bottom - lane.top, lane.agency.short
        room = plan.frame.gutter - 36
        if order.index(lane.agency.agency_id) % 2 == 0:
            wide = until - plan.frame.x
            yield Shape("Lane", f"Lane of {lane.agency.name}", plan.frame.x, lane.top, wide, high, fill=STRIPE)
        size = fitting(name, (16, 14, 12, 10.5, 9), room, high - 2, bold=True)
        words = Words(name, size, True, INK, down="ctr")
        yield Shape("Lane name", f"Lane: {lane.agency.name}", plan.frame.x + 28, lane.top, room, high, words=(words,))
    if more > 0:
        said = f"{more} earlier events of this episode are not drawn"
        words = Words(said, 12, False, MUTED, "r", "ctr")
        yield Shape("Not drawn", said, plan.right - 330, plan.bottom + 2, 320, 18, words=(words,))


def _labels(plan: Plan, look: Look, places: Mapping[str, Place], until: float, taken: list[Corners]) -> Drawing:
    """Labels for the event in focus and those before it, the nearest first, as far as there is room."""
    many = len(plan.lanes) > MOST_LABELS_IN_FULL
    events = list(look.events)
    events.sort(key=lambda one: one.event_id != look.focus)
    order = [events[0], *reversed(events[1:])] if events and events[0].event_id == look.focus else list(reversed(events))
    found: Drawing = []
    for event in order[: 1 + LABELLED_BEFORE] if many else order:
        if event.event_id not in places:
            continue
        place, lane, focus = places[event.event_id], plan.lanes[event.agency], event.event_id == look.focus
        own = _own_corners(plan, look, place, until, focus=focus)
        bottom = min([bar.y for bar in lane.bars], default=lane.bottom)
        left = plan.frame.x + plan.frame.gutter
        bounds = (left, lane.top + 1, max(until, own[2]), bottom - 1)
        bounds = (left, plan.top, plan.right, plan.bottom) if focus else bounds
        mine = [one for one in taken if not _same(one, own)]
        blocked = mine if focus else [*mine, (until - 1, plan.top, until + 1, plan.bottom)] if pd.notna(look.today) else mine
        day = window(event.earliest, event.latest, plan.disclosure, short=True)
        name = KINDS[event.kind].word
        made = label(name, day, event.label or event.title, own, bounds, blocked, bold=focus, italic=bool(event.hindsight))
        if made:
            found.append(made)
            taken.append(corners(made))
    return found


def _own_corners(plan: Plan, look: Look, place: Place, until: float, *, focus: bool) -> Corners:
    """What a label stands beside: the mark with its ring, the window as far as it is drawn, and in focus today's line."""
    half = plan.mark * (0.97 if focus else 0.6)
    x = middle_px(plan, look, place)
    if place.form in ("mark", "undated"):
        return x - half, place.y - half, x + half, place.y + half
    right = max(end_px(plan, look, place), x + half, until if focus else 0)
    return min(place.left, x - half), place.y - half, right, place.y + half


def _same(one: Corners, other: Corners) -> bool:
    """Whether a box is that of the mark itself."""
    level = abs(one[1] + one[3] - other[1] - other[3]) < 2
    return level and one[0] >= other[0] - 3 and one[2] <= other[2] + 3


def lanes_height(plan: Plan) -> float:
    """How high the picture really stands, with its days."""
    return plan.bottom + AXIS - plan.frame.y
