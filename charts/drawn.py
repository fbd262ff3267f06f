"""What of a layout is drawn: the shown events and points, and everything that stands beside them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from charts.placed import Lane, Layout, Mark


@dataclass(frozen=True)
class View:
    """What of a layout is drawn: ids of the shown events and points, the chosen event, found words, and words to hover.

    incident: event at day 0, drawn as a line where shown; hover: words by event id; marked: events the
    search has found; person: whose sightings they are; sight: rows of (earliest, latest, words, event id); gaps: rows of (from, to, words);
    arrows: rows of the `passed_on` measure; silences: rows of (lane id, from, to, words from long to short);
    clocks: rows of the `clock_results` measure; zero: words at day 0; today: the day of the view from the
    tunnel, right of which windows are cut off; phases, periods: the ids drawn (None: all); counts: rows of
    (month, events) for the overview of the `whole` range; empty: what to say where nothing is drawn.
    """

    shown: frozenset[str]
    points: frozenset[str]
    chosen: str = ""
    incident: str = ""
    zero: tuple[str, ...] = ("Day 0",)
    hover: Mapping[str, str] = field(default_factory=dict)
    marked: frozenset[str] = frozenset()
    person: str = ""
    sight: tuple[tuple[Any, ...], ...] = ()
    gaps: tuple[tuple[Any, ...], ...] = ()
    arrows: tuple[Any, ...] = ()
    silences: tuple[tuple[Any, ...], ...] = ()
    clocks: tuple[Any, ...] = ()
    today: Any = None
    phases: frozenset[str] | None = None
    periods: frozenset[str] | None = None
    counts: tuple[tuple[Any, float], ...] = ()
    whole: tuple[Any, Any] | None = None
    empty: str = ""


def shown_marks(whole: Layout, view: View) -> Iterable[tuple[Lane, Mark]]:
    """Every mark that is drawn, with its lane; undated ones included."""
    for lane in whole.lanes.values():
        for mark in (*lane.marks, *lane.undated):
            if mark.event.event_id in view.shown:
                yield lane, mark


def until_px(whole: Layout, view: View) -> float:
    """The pixel right of which nothing is drawn: the end of today, or of the plot."""
    return whole.scale.x(view.today, end=True) if view.today is not None else whole.scale.width
