"""A fact's passing-on from lane to lane as arrows, which say by their line and end how it went."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd

from charts.knew_bars import BAR_AT, BAR_HIGH, day_x
from charts.palette import ARROW, MISSED, MUTED
from charts.scale import Scale
from charts.traces import Corners, Trace, rules

STYLES = {
    "knows": ("solid", ARROW, 2.0, "triangle-up"),
    "holds": ("solid", ARROW, 2.0, "square-open"),
    "cannot tell": ("2px,3px", MUTED, 2.0, "triangle-up-open"),
    "not told": ("6px,5px", MISSED, 2.4, "line-ew-open"),
}


def arrow_traces(
    arrows: pd.DataFrame, tops: dict[str, float], axis: Scale, left: float, today: pd.Timestamp | None
) -> list[Trace]:
    """Solid with a head for what was passed on, open for what is not clear, dashed with a stop for what was not told."""
    lines: dict[str, Corners] = {}
    ends: dict[str, list[tuple[float, float, float, Any]]] = {}
    taken: Counter[int] = Counter()
    for one in arrows.itertuples():
        if one.from_agency not in tops or one.from_agency == one.agency or (pd.isna(one.earliest) and pd.isna(one.latest)):
            continue
        x = left + arrow_x(one, axis, today)
        taken[round(x / 7)] += 1
        x += 7.0 * (taken[round(x / 7)] - 1)
        down = tops[one.agency] > tops[one.from_agency]
        begin = tops[one.from_agency] + BAR_AT + (BAR_HIGH / 2 if down else -BAR_HIGH / 2)
        end = tops[one.agency] + BAR_AT + (-BAR_HIGH / 2 - 2 if down else BAR_HIGH / 2 + 2)
        lines.setdefault(one.gives, []).append((x, x, begin, end))
        ends.setdefault(one.gives, []).append((x, end, 180.0 if down else 0.0, one))
    return [trace for gives in lines for trace in _styled(gives, lines[gives], ends[gives])]


def arrow_x(arrow: Any, axis: Scale, today: pd.Timestamp | None) -> float:
    """Where the arrow stands: on the middle of its window, never past the day that is shown."""
    earliest = arrow.earliest if pd.notna(arrow.earliest) else arrow.latest
    latest = arrow.latest if pd.notna(arrow.latest) else arrow.earliest
    last = min(latest, today) if today is not None else latest
    return (day_x(axis, earliest) + day_x(axis, last)) / 2


def _styled(gives: str, lines: Corners, ends: list[tuple[float, float, float, Any]]) -> list[Trace]:
    dash, colour, width, symbol = STYLES[gives]
    marker = {
        "symbol": symbol, "size": 16 if "line" in symbol else 10, "color": colour, "opacity": 1,
        "angle": [angle if "triangle" in symbol else 0.0 for _, _, angle, _ in ends],
        "line": {"color": colour, "width": 2.4 if "open" in symbol else 0},
    }  # fmt: skip
    tips = {
        "type": "scatter", "mode": "markers", "name": f"told: {gives}", "x": [x for x, *_ in ends], "y": [y for _, y, *_ in ends],
        "customdata": [f"{one.fact_id}|{one.agency}" for *_, one in ends], "hovertext": [one.hover for *_, one in ends], "hoverinfo": "text",
        "marker": marker, "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip
    return [rules(lines, colour, width, dash, name=f"told: {gives}"), tips]
