"""Practice points in the small lanes of a looking back: the badge on its lane, at its event or over its days, with its number."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.palette import GOOD, MISSED, MUTED, PAPER
from charts.stage_layout import LEFT, WIDE, Stage, Staged
from charts.stage_text import Words
from charts.traces import boxes
from measures.citing import cite

Trace = dict[str, Any]
TALL, APART = 52.0, 56
LOOKS = {"missed opportunity": ("diamond", MISSED, 46.0), "good practice": ("star", GOOD, 52.0), "mixed": ("square", MUTED, 36.0)}


def point_traces(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    """Filled where the review says so, hollow where it is inferred; the same size for missed opportunity and good practice."""
    traces: list[Trace] = []
    found = [(point, place) for point in staged.points if (place := _place(point, staged, stage)) is not None]
    taken: list[tuple[float, float]] = []
    for _, place in found:
        taken.append(_free(place, taken))
    for (point, _), (x, y) in zip(found, taken, strict=True):
        symbol, colour, size = LOOKS[point.kind]
        hollow = point.basis == "inferred"
        marker = {"symbol": symbol, "size": size * stage.u, "color": PAPER if hollow else colour}
        trace = {"type": "scatter", "mode": "markers", "x": [x], "y": [y], "hoverinfo": "skip", "cliponaxis": False}
        traces.append({**trace, "name": point.kind, "marker": {**marker, "line": {"color": colour, "width": 3 * stage.u}}})
        said.append(Words(x, y + 1, f"<b>{point.number}</b>", "middle center", 17, colour if hollow else PAPER))
        if any(0 < abs(other - x) < 2 * APART and abs(row - y) < TALL for other, row in taken):
            continue  # its neighbour's sign stands where the words would: both have their number, and the cards below say the rest
        right = x + 130 < WIDE
        plate = (x + 28, x + 86, y - 12, y + 12) if right else (x - 86, x - 28, y - 12, y + 12)
        traces.append(boxes([plate], "rgba(255,255,255,0.9)", name="plate"))
        side, start = ("middle right", x + 32) if right else ("middle left", x - 32)
        said.append(Words(start, y, f"<b>{cite(point.kind, point.number)}</b>", side, 22, colour))
    return traces


def _free(place: tuple[float, float], taken: list[tuple[float, float]]) -> tuple[float, float]:
    """The nearest place in the same row at which a sign lies on no other point's."""
    x, y = place
    others = [other for other, row in taken if abs(row - y) < TALL]
    aside = (x + step * side for step in range(APART, round(WIDE), APART) for side in (1, -1))
    found = (x, *(one for one in aside if LEFT <= one <= WIDE - 40))
    return next((one for one in found if all(abs(one - other) >= APART for other in others)), x), y


def _place(point: Any, staged: Staged, stage: Stage) -> tuple[float, float] | None:
    """On its last event of the episode, moved beside the mark; else on its lane at its own day."""
    own = [one for one in staged.places if one.event_id in point.events]
    if own:
        spot = stage.spots[own[-1].event_id]
        return min(spot.x + 40, WIDE - 40), spot.y
    lane = next((stage.lanes[one] for one in point.agencies if one in stage.lanes), None)
    if lane is None or pd.isna(point.earliest) or stage.scale is None:
        return None
    return min(max(stage.x(point.earliest), 360), WIDE - 40), (lane.top + lane.bottom) / 2
