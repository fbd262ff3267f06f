"""The swimlanes laid out for paper: a number at every event, rows as low as print allows, over as many pages as they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from charts.drawn import View
from charts.layout import layout
from charts.placed import Layout
from charts.scale import scale
from charts.sizes import Sizes
from charts.swimlanes import swimlanes
from exports.numbered import PrintSizes, Words, numbered, undated_width, word_traces
from loaders import Case
from measures.lanes import default_range, lanes, marked_at

SCALE, MOST_PARTS = 0.735, 4


@dataclass(frozen=True)
class Part:
    """One page of the picture: its figure, and its height in layout px."""

    figure: dict[str, Any]
    height: float
    drawn: frozenset[str]


def printed(
    case: Case, view: View, numbers: Mapping[str, int], width: float, height: float, whole: Case | None = None
) -> list[Part]:
    """The picture in as few parts, one after the other in time, as keep every row at print size.

    view: what is drawn, as on the screen; numbers: of the events, by id; width, height: of a page in layout
    px; whole: the case the lanes are taken from, where `case` is as known on an earlier day.
    """
    shown = case.events[case.events["event_id"].isin(view.shown)]
    first, last = _range(case, shown)
    laid: list[Laid] = []
    for count in range(1, MOST_PARTS + 1):
        edges = _edges(shown, first, last, count)
        laid = []
        for number, days in enumerate(edges):
            laid.append(_laid(case, shown, view, numbers, days, (width, height), whole or case, undated=number == 0))
            if laid[-1].whole.height > height and count < MOST_PARTS and len(edges) == count:
                break
        else:
            break
    return [_drawn(one, replace(view, **BARE)) for one in laid]


BARE: dict[str, Any] = {"chosen": "", "hover": {}, "counts": (), "whole": None}


def _range(case: Case, shown: pd.DataFrame) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The scope, widened to what is drawn near it; 16 days more, so that no window is cut at day 0."""
    scope = [pd.NaT if day is None else pd.Timestamp(day) for day in (case.scope.earliest, case.scope.latest)]
    if len(shown) and shown["latest"].notna().any() and pd.notna(scope[1]):
        scope[1] = min(scope[1], shown["latest"].max())
    return default_range(shown, (scope[0], scope[1]))


def _edges(shown: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp, count: int) -> list[tuple[pd.Timestamp, pd.Timestamp]]:
    """The range in `count` parts that begin with a month and hold about as many events each."""
    days = shown.loc[shown["earliest"].between(first, last), "earliest"].sort_values()
    if count == 1 or len(days) < 2 * count:
        return [(first, last)]
    starts = [days.iloc[len(days) * part // count].replace(day=1) for part in range(1, count)]
    inner = sorted({day for day in starts if first + pd.Timedelta(days=20) < day < last - pd.Timedelta(days=20)})
    begins = [first, *inner]
    return list(zip(begins, [*(day - pd.Timedelta(days=1) for day in inner), last], strict=True))


@dataclass(frozen=True)
class Laid:
    """One page laid out, not yet drawn: its layout, and the words beside its marks as (x, y, words, side, style)."""

    whole: Layout
    words: list[Words]


def _laid(
    case: Case,
    shown: pd.DataFrame,
    view: View,
    numbers: Mapping[str, int],
    days: tuple[pd.Timestamp, pd.Timestamp],
    page: tuple[float, float],
    whole: Case,
    *,
    undated: bool,
) -> Laid:
    sizes = PrintSizes(width=page[0], room=page[1])
    events = shown if undated else shown[shown["earliest"].notna() | shown["latest"].notna()]
    rows = lanes(whole.agencies, whole.events, whole.periods)
    practice = case.practice[case.practice["practice_id"].isin(view.points)]
    at = marked_at(shown, practice)
    strip = _strip_width(events, rows, numbers, at, sizes) if undated else 0.0
    axis = scale(days[0].date(), days[1].date(), page[0] - sizes.gutter - strip, relative=case.about.disclosure == "relative")
    made = layout(events, practice, case.phases, case.periods, rows, at, axis, sizes)
    made.undated_width = strip
    return Laid(made, numbered(made, numbers))


def _drawn(laid: Laid, view: View) -> Part:
    figure = swimlanes(laid.whole, view)
    figure["data"] = [*figure["data"], *word_traces(laid.words)]
    drawn = frozenset(mark.event.event_id for lane in laid.whole.lanes.values() for mark in (*lane.marks, *lane.undated))
    return Part(figure, laid.whole.height, drawn)


def _strip_width(
    events: pd.DataFrame, rows: pd.DataFrame, numbers: Mapping[str, int], at: Mapping[str, Any], sizes: Sizes
) -> float:
    """The strip of undated entries: as wide as the fullest lane asks, up to a seventh of the page."""
    home = {agency: lane.lane_id for lane in rows.itertuples() for agency in lane.agencies}
    widths: dict[str, float] = {}
    for event in events[events["dating"] == "undated"].itertuples():
        wide = undated_width(numbers[event.event_id], len(at.get(event.event_id, ())), sizes)
        widths[home[event.agency]] = widths.get(home[event.agency], 0.0) + wide
    return min(max(widths.values(), default=-16.0) + 16, sizes.width / 7) if widths else 0.0
