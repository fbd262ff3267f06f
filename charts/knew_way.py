"""The way one fact took from agency to agency: a lane each, in the order in which they first knew."""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from charts.canvas import canvas, stacked, texts
from charts.knew_arrows import arrow_traces, arrow_x
from charts.knew_bars import BAR_AT, day_x, lane_bars
from charts.knew_layout import LINE
from charts.palette import ARROW, BOLD_GLYPH, FONT, GLYPH, GRID, INK, LINK, MISSED, MUTED, PAPER, STRIPE
from charts.scale import Scale, ticks
from charts.text import written
from charts.traces import Trace, boxes, rules

LANE, WORDS_AT, AXIS, FLAG = 60.0, 43.0, 30.0, 96.0


def gutter(width: float) -> float:
    """The room of the agencies at the left of the lanes."""
    return 170.0 if width < 1500 else 230.0


def travelled(
    lanes: pd.DataFrame, arrows: pd.DataFrame, axis: Scale, width: float, today: pd.Timestamp | None, today_words: str = ""
) -> Trace:
    """The lanes of one fact: a bar from when it was first known, an arrow for each passing-on, words under each bar.

    lanes: agency, name, words, status (blank where the agency only passes it on), earliest, latest, held_earliest,
    held_latest, lag (words of the days since the first agency), first (the day those count from; NaT for none).
    arrows: fact_id, from_agency, agency, gives, earliest, latest, hover. axis: days over the room right of the gutter.
    """
    left, tops = gutter(width), {agency: LANE * place for place, agency in enumerate(lanes["agency"])}
    height = LANE * len(lanes) + AXIS
    traces = [*_lanes(lanes, left, width), *_grid(axis, left, height - AXIS, today)]
    notes: list[Trace] = []
    for one in lanes.itertuples():
        top = tops[one.agency]
        start, bars = lane_bars(one, axis, left, top, today)
        traces += [*bars, *_lag(one, axis, left, top, start, notes)]
        if one.status == "not told" and pd.notna(one.earliest):
            start = left + arrow_x(one, axis, today)
        notes += _lane_words(one, left, width, top, start)
    traces += arrow_traces(arrows, tops, axis, left, today)
    traces += _today(axis, left, height, today, today_words)
    return {"data": traces, "layout": canvas(width, height, near=24, annotations=notes)}


def _lanes(lanes: pd.DataFrame, left: float, width: float) -> list[Trace]:
    bands = [(0.0, width, LANE * place, LANE * (place + 1)) for place in range(0, len(lanes), 2)]
    names = []
    for place, name in enumerate(lanes["name"]):
        lines = textwrap.wrap(name, int((left - 20) / BOLD_GLYPH))
        names += [
            (8.0, y, f"<b>{written(line)}</b>")
            for y, line in zip(stacked(LANE * (place + 0.5), len(lines), LINE), lines, strict=True)
        ]
    return [boxes(bands, STRIPE, name="lanes"), texts(names, "middle right", name="agencies")]


def _grid(axis: Scale, left: float, bottom: float, today: pd.Timestamp | None) -> list[Trace]:
    """Months with their names, but for those that would stand under the day's own."""
    found = ticks(axis)
    end = axis.width if today is None else axis.x(today, end=True) - FLAG
    said = [
        (left + tick.middle, bottom + AXIS / 2, tick.label)
        for tick in found
        if tick.label and tick.middle + len(tick.label) * GLYPH / 2 < end
    ]
    return [
        rules([(left + tick.x, left + tick.x, 0.0, bottom) for tick in found], GRID, 1, name="months"),
        texts(said, "middle center", MUTED, "months"),
    ]


def _lag(lane: Any, axis: Scale, left: float, top: float, start: float | None, notes: list[Trace]) -> list[Trace]:
    """A thin line from the first agency's day to the lane's own bar, with the days on it where they fit."""
    if start is None or pd.isna(lane.first) or not lane.lag:
        return []
    begin, y, wide = left + day_x(axis, lane.first, end=True), top + BAR_AT, len(lane.lag) * BOLD_GLYPH + 30
    if start - begin < wide:
        return []
    notes.append(_note((begin + start) / 2, y, f"<b>{written(lane.lag)}</b>", "center", _ground(top)))
    head = {"symbol": "triangle-right", "size": 8, "color": ARROW}
    tip = {
        "type": "scatter",
        "mode": "markers",
        "x": [start - 6],
        "y": [y],
        "marker": head,
        "hoverinfo": "skip",
        "name": "days after",
    }
    return [rules([(begin, start - 6, y, y)], ARROW, 1, name="days after"), tip]


def _note(x: float, y: float, text: str, anchor: str, ground: str, colour: str = INK) -> Trace:
    """Words on a plate, so that an arrow behind them does not cross them."""
    return {
        "x": x, "y": y, "text": text, "showarrow": False, "xanchor": anchor, "yanchor": "middle", "borderpad": 1,
        "bgcolor": ground, "font": {"size": 15, "color": colour, "family": FONT},
    }  # fmt: skip


def _ground(top: float) -> str:
    return STRIPE if round(top / LANE) % 2 == 0 else PAPER


def _lane_words(lane: Any, left: float, width: float, top: float, place: float | None) -> list[Trace]:
    """The lane's sentence under its bar, beginning where the bar does; at the left edge where it has no day."""
    if not lane.words:
        return []
    x, wide = left if place is None else place, len(lane.words) * GLYPH
    lines = textwrap.wrap(lane.words, int((width - left - 16) / GLYPH))
    colour = MISSED if lane.status == "not told" else INK
    anchor = _anchor(x + 8, wide, left, width)
    at = {"left": x + 8, "right": x - 8, "center": (left + width) / 2}[anchor]
    return [_note(at, top + WORDS_AT, "<br>".join(map(written, lines)), anchor, _ground(top), colour)]


def _anchor(x: float, wide: float, left: float, width: float) -> str:
    """Words run right from their place; left, or to both sides, where there is no room."""
    if x + wide <= width - 6:
        return "left"
    return "right" if x - wide >= left else "center"


def _today(axis: Scale, left: float, height: float, today: pd.Timestamp | None, words: str) -> list[Trace]:
    if today is None:
        return []
    x = left + axis.x(today, end=True)
    return [
        rules([(x, x, 0.0, height - AXIS)], LINK, 3, name="the day"),
        texts([(x, height - AXIS / 2, f"<b>{written(words)}</b>")], "middle left", LINK, "the day"),
    ]
