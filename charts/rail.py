"""The rail on top of the family's lane: when the child was seen, by whom, and the days between."""

from __future__ import annotations

from bisect import bisect_right, insort
from itertools import accumulate
from typing import Any

from charts.drawn import View, until_px
from charts.palette import GLYPH, INK, PAPER, RULE
from charts.placed import FAMILY, Layout
from charts.signs import Sign
from charts.text import cut, written
from charts.traces import Trace, boxes, rules, say


def sight(whole: Layout, view: View, texts: dict[str, list[Trace]]) -> tuple[list[Trace], list[Sign], list[Sign]]:
    """The rail on top of the family's lane: when the child was seen, by whom, and the days between.

    Lines and bars; the dots that lead to their event; and those of events that the filters hide, which lead nowhere.
    """
    lane = whole.lanes.get(FAMILY)
    if lane is None or not whole.sight:
        return [], [], []
    y = lane.top + whole.sizes.padding + whole.row / 2
    width = whole.scale.width
    seen = [one for one in view.sight if whole.scale.holds(one[0], one[1])]
    until = until_px(whole, view)
    placed = [_placed(whole, earliest, latest, until) for earliest, latest, *_ in seen]
    exact = [one[0] == one[1] for one in seen]
    bars = [(left, right, y - 4, y + 4) for (left, right), day in zip(placed, exact, strict=True) if not day]
    dots = [((left + right) / 2, one) for (left, right), one, day in zip(placed, seen, exact, strict=True) if day]
    traces = [rules([(0, width, y, y)], RULE, 1.2)]
    traces += [boxes(bars, PAPER, INK, 1.3, name="seen within these days")] if bars else []
    taken = [(left, right, words) for (left, right), (_, _, words, _) in zip(placed, seen, strict=True)]
    _sight_words(whole, view, texts, sorted(taken), y)
    signs = [Sign(x, y, "circle", 9, INK, PAPER, 1, event, written(words)) for x, (_, _, words, event) in dots]
    return traces, [one for one in signs if one.says in view.shown], [one for one in signs if one.says not in view.shown]


def _placed(whole: Layout, earliest: Any, latest: Any, until: float) -> tuple[float, float]:
    """From where to where a sighting is drawn: 10 px for a day, and at least that for a window, which ends at the day of the view."""
    left, right = whole.scale.x(earliest), min(whole.scale.x(latest, end=True), until)
    middle = whole.scale.middle(earliest) if earliest == latest else (left + right) / 2
    return (middle - 5, middle + 5) if earliest == latest else (min(left, middle - 5), max(right, middle + 5))


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
        _nobody(view, texts, y, whole.scale.width)
        return
    starts.sort()
    lefts, furthest = [left for left, _, _ in taken], list(accumulate((end for _, end, _ in taken), max))
    lead = "seen by "
    for _, right, words in taken:
        if furthest[bisect_right(lefts, right + 3) - 1] > right + 3:  # it would stand in the window of another
            continue
        label = lead + words
        following = bisect_right(starts, right - 0.5)
        room = (starts[following] if following < len(starts) else whole.scale.width) - right - 12
        short = cut(label, room, 5)
        if short and short == label:
            lead = ""
            insort(starts, right + 5)
            say(texts, "plain", right + 3, y, label, "middle right")


def _nobody(view: View, texts: dict[str, list[Trace]], y: float, width: float) -> None:
    """Whom nobody is recorded as having seen: the rail is one person's, and others may have been seen."""
    name = f"{view.person[:1].upper()}{view.person[1:]}"
    words = f"{name} is not recorded as seen" if name else "Nobody is recorded as seen"
    say(texts, "muted", 4, y, cut(f"{words} in person in these days", width - 10, 5), "middle right")
