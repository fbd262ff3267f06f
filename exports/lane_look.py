"""What of an episode's plan is drawn, and where its marks and windows stand that day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from charts.palette import KINDS
from exports.labels import Corners
from exports.lane_plan import Place, Plan
from exports.shapes import Line, Shape
from measures.wording import listed, window


@dataclass(frozen=True)
class Look:
    """What of a plan is drawn: events and shares as they may be seen, the ids of phases and periods, the event in focus, the day.

    today: the day right of which nothing is drawn; NaT for no line and everything drawn; numbers: in place of labels;
    points: the practice points whose badge stands at an event.
    """

    events: tuple[Any, ...]
    shares: tuple[Any, ...] = ()
    stretches: frozenset[str] = frozenset()
    focus: str = ""
    today: Any = pd.NaT
    points: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    numbers: Mapping[str, int] = field(default_factory=dict)
    labels: bool = True


def until_px(plan: Plan, look: Look) -> float:
    """The pixel right of which nothing is drawn."""
    if pd.isna(look.today) or plan.axis is None:
        return plan.right
    focus = focus_of(look)
    exact = focus is not None and focus.earliest == focus.latest == look.today
    line = plan.middle(look.today) if exact else plan.x(look.today, end=True)
    drawn = {one.event_id for one in look.events}
    places = [one for one in plan.places().values() if one.event.event_id in drawn and one.form in ("window", "lasting")]
    return max([line, *(one.left + _least(plan) for one in places)])


def _least(plan: Plan) -> float:
    """The least a window is wide: its mark has to stand in it."""
    return plan.mark * 1.1


def focus_of(look: Look) -> Any:
    return next((one for one in look.events if one.event_id == look.focus), None)


def end_px(plan: Plan, look: Look, place: Place) -> float:
    """Where a window ends: clipped at today, but never narrower than its mark."""
    if place.form in ("undated", "mark"):
        return place.right
    return min(place.right, until_px(plan, look))


def middle_px(plan: Plan, look: Look, place: Place) -> float:
    """Where the mark of an event stands: at the start of a window that may still be clipped, so that it never jumps."""
    if place.form in ("undated", "mark"):
        return place.x
    if pd.isna(look.today):
        return (place.left + place.right) / 2
    return place.left + plan.mark * 0.55


def mark_words(plan: Plan, event: Any) -> str:
    """A mark in words: kind, date, lane, title and paragraphs."""
    when = window(event.earliest, event.latest, plan.disclosure)
    source = f", paragraph {listed(list(event.source))}" if event.source else ""
    later = ", known only later" if event.hindsight else ""
    return f"{KINDS[event.kind].word}, {when}, {plan.lanes[event.agency].agency.short}: {event.title}{source}{later}"


def corners(one: Shape | Line) -> Corners:
    if isinstance(one, Shape):
        return one.x, one.y, one.x + one.wide, one.y + one.high
    return min(one.x, one.x2) - 4, min(one.y, one.y2), max(one.x, one.x2) + 4, max(one.y, one.y2)
