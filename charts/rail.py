"""The rail on top of the family's lane: when the child was seen, by whom, and the days between."""

from __future__ import annotations

from bisect import bisect_right, insort
from typing import Any

from charts.drawn import View
from charts.palette import GLYPH, INK, PAPER, RULE
from charts.placed import FAMILY, Layout
from charts.text import cut, written
from charts.traces import Trace, boxes, rules, say


def write_sight(whole: Layout, view: View, texts: dict[str, list[Trace]], traces: list[Trace]) -> None:
    """The rail on top of the family's lane: when the child was seen, by whom, and the days between."""
    lane = whole.lanes.get(FAMILY)
    if lane is None or not whole.sight:
        return
    y = lane.top + whole.sizes.padding + whole.row / 2
    width = whole.scale.width
    traces.append(rules([(0, width, y, y)], RULE, 1.2))
    seen = [one for one in view.sight if whole.scale.holds(one[0], one[1])]
    placed = [_placed(whole, earliest, latest) for earliest, latest, *_ in seen]
    exact = [one[0] == one[1] for one in seen]
    bars = [(left, right, y - 4, y + 4) for (left, right), day in zip(placed, exact, strict=True) if not day]
    dots = [((left + right) / 2, one) for (left, right), one, day in zip(placed, seen, exact, strict=True) if day]
    traces += [boxes(bars, PAPER, INK, 1.3, name="seen within these days")] if bars else []
    traces += [_dots(dots, y)] if dots else []
    taken = [(left, right, words) for (left, right), (_, _, words, _) in zip(placed, seen, strict=True)]
    _sight_words(whole, view, texts, sorted(taken), y)


def _placed(whole: Layout, earliest: Any, latest: Any) -> tuple[float, float]:
    """From where to where a sighting is drawn: 10 px for a day, and at least that for a window."""
    left, right = whole.scale.x(earliest), whole.scale.x(latest, end=True)
    middle = whole.scale.middle(earliest) if earliest == latest else (left + right) / 2
    return (middle - 5, middle + 5) if earliest == latest else (min(left, middle - 5), max(right, middle + 5))


def _dots(dots: list[tuple[float, Any]], y: float) -> Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [x for x, _ in dots],
        "y": [y] * len(dots),
        "customdata": [event for _, (_, _, _, event) in dots],
        "hovertext": [written(words) for _, (_, _, words, _) in dots],
        "hoverinfo": "text",
        "name": "seen",
        "unselected": {"marker": {"opacity": 1}},
        "marker": {"symbol": "circle", "size": 9, "color": INK, "line": {"color": PAPER, "width": 1}},
    }


def _sight_words(whole: Layout, view: View, texts: dict[str, list[Trace]], taken: list[Any], y: float) -> None:
    starts = [left for left, _, _ in taken]
    for start, end, longs in view.gaps:
        if not whole.scale.holds(start, end):
            continue
        left, right = max(0.0, whole.scale.x(start, end=True)), min(whole.scale.width, whole.scale.x(end))
        words = next((one for one in longs if len(one) * GLYPH + 24 <= right - left), "")
        if words:
            middle = (left + right) / 2
            starts.append(middle - len(words) * (GLYPH + 0.4) / 2)
            say(texts, "muted", middle, y, words, "middle center")
    if not taken:
        say(texts, "muted", 4, y, "nobody is recorded as seen in person in these days", "middle right")
        return
    starts.sort()
    lead = "seen by "
    for _, right, words in taken:
        if any(other <= right + 3 < end for other, end, _ in taken):  # it would stand in the window of another
            continue
        label = lead + words
        following = bisect_right(starts, right - 0.5)
        room = (starts[following] if following < len(starts) else whole.scale.width) - right - 12
        short = cut(label, room, 5)
        if short and short == label:
            lead = ""
            insort(starts, right + 5)
            say(texts, "plain", right + 3, y, label, "middle right")
