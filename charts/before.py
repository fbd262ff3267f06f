"""Practice points by days before the incident: each kind on a line of its own, one scale for all."""

from __future__ import annotations

import math

import pandas as pd

from charts.canvas import Said, canvas, texts
from charts.palette import GLYPH, GOOD, GRID, INK, LABEL, MISSED, MUTED
from charts.text import written
from charts.traces import Trace, boxes, rules

SIGNS = {
    "missed": ("◆", "Missed opportunities", MISSED),
    "good": ("★", "Good practice", GOOD),
    "mixed": ("■", "Mixed: both in one", MUTED),
}
TALL, HEAD, FOOT, GAP = 110.0, 30.0, 56.0, 26.0


def count_words(number: float) -> str:
    """A spread count: '3', '0.5', '<0.1', '0'."""
    if abs(number - round(number)) < 1e-9:
        return str(round(number))
    return "<0.1" if number < 0.05 else f"{number:.1f}"


def before_figure(periods: pd.DataFrame, totals: dict[str, int], width: float) -> Trace:
    """The figure of the rows of `measures.learning.before_incident`; totals: points of each kind that have a date.

    One line a kind, as high as the others; periods of 30 days beside each other, what lies further back and what lies on
    day 0 and after stand apart, since they are no periods of 30 days.
    """
    signs = [sign for sign in SIGNS if sign != "mixed" or totals.get(sign)]
    own = periods[periods["sign"] == signs[0]]
    columns = _columns(list(own["from_day"]), width)
    most = max(1.0, float(periods["points"].max()))
    traces: list[Trace] = []
    words: dict[str, list[Said]] = {"heads": [], "counts": [], "none": [], "ticks": []}
    top = 0.0
    for sign in signs:
        glyph, name, colour = SIGNS[sign]
        words["heads"].append(
            (0.0, top + 14, f'<b><span style="color:{colour}">{glyph}</span> {name}: {totals.get(sign, 0)}</b>')
        )
        floor = top + HEAD + TALL
        bars = []
        for (left, right), number in zip(columns, periods.loc[periods["sign"] == sign, "points"], strict=True):
            high = number / most * (TALL - 18)
            if number:
                bars.append((left + 2, right - 2, floor - high, floor))
            words["counts" if number else "none"].append(((left + right) / 2, floor - high - 9, written(count_words(number))))
        traces += [boxes(bars, colour, name=f"bars {sign}")] if bars else []
        traces.append(rules([(left, right, floor, floor) for left, right in columns], GRID, 1.5))
        top = floor + 10
    for (left, right), start in zip(columns, own["from_day"], strict=True):
        for line, text in enumerate(_tick(start, right - left)):
            words["ticks"].append(((left + right) / 2, top + 8 + 17 * line, text))
    middle = (columns[1][0] + columns[-2][1]) / 2
    words["ticks"].append((middle, top + 44, "Days before day 0, in periods of 30"))
    return {"data": [*traces, *_texts(words)], "layout": _still(width, top + FOOT)}


def _columns(starts: list[float], width: float) -> list[tuple[float, float]]:
    """Left and right of each period: the first and the last apart from the others."""
    wide = (width - 2 * GAP) / len(starts)
    found = []
    for place, start in enumerate(starts):
        left = place * wide + (0 if math.isinf(start) else GAP) + (GAP if place == len(starts) - 1 else 0)
        found.append((left, left + wide))
    return found


def _tick(start: float, wide: float) -> list[str]:
    if math.isinf(start):
        return ["361 days", "or more"]
    if start == 0:
        return ["day 0", "and after"]
    words = f"{start:.0f} to {start - 29:.0f}"
    return [words] if len(words) * GLYPH + 6 <= wide else [f"{start:.0f} to", f"{start - 29:.0f}"]


LOOKS = {
    "heads": ("middle right", 16, INK),
    "counts": ("middle center", 15, INK),
    "none": ("middle center", 15, MUTED),
    "ticks": ("middle center", 15, LABEL),
}


def _texts(words: dict[str, list[Said]]) -> list[Trace]:
    looks = {name: LOOKS[name] for name, own in words.items() if own}
    return [texts(words[name], place, colour, name, size) for name, (place, size, colour) in looks.items()]


def _still(width: float, height: float) -> Trace:
    """Nothing of it can be chosen."""
    return {**canvas(width, height), "hovermode": False, "clickmode": "event"}
