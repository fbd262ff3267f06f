"""What stands around an episode's lanes: its days, today's line, phases and periods."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from charts.palette import BORDER, GRID, LABEL, LINK, MUTED, PAPER, PERIOD, PHASE_RULES, PHASES
from charts.scale import ticks
from exports.lane_look import Look, focus_of
from exports.lane_plan import AXIS, PHASE, Bar, LanePlan, Plan
from exports.room import width
from exports.shapes import Drawing, Line, Shape, Words
from measures.wording import window


def day_lines(plan: Plan, look: Look, until: float) -> Iterator[Shape | Line]:
    """Grid lines and their days, as far as today; and the strip of what has no date."""
    flag = _flag(plan, look, until)
    last = flag.x - 6 if flag else plan.right
    for tick in ticks(plan.axis) if plan.axis else ():
        x, middle, half = plan.start + tick.x, plan.start + tick.middle, width(tick.label, 14) / 2 + 4
        if x < until - 2:
            yield Line("Day", f"Start of {tick.label or 'a week, month or year'}", x, plan.top, x, plan.bottom, GRID, 1)
        if tick.label and middle + half <= min(until, last) and middle - half > plan.start - 8:
            words = Words(tick.label, 14, False, MUTED, "ctr", "ctr")
            yield Shape("Days", f"Days: {tick.label}", middle - half, plan.bottom + 3, 2 * half, AXIS - 8, words=(words,))
    if plan.strip and any(pd.isna(one.earliest) and pd.isna(one.latest) for one in look.events):
        left, right = plan.strip
        said = "No date: the order is not known" if right - left > 240 else "No date"
        box = Shape("No date", said, left, plan.top, right - left, plan.bottom - plan.top, line=BORDER, dash="dash")
        words = Words(said, 14, False, MUTED, "ctr", "ctr")
        yield box
        yield Shape("Strip", f"{said}: what stands in this strip", left, plan.bottom + 3, right - left, AXIS - 8, words=(words,))


def _flag(plan: Plan, look: Look, until: float) -> Shape | None:
    """Today's flag on the axis: the words of the event in focus, no more exact than it."""
    focus = focus_of(look)
    if pd.isna(look.today) or plan.axis is None or focus is None or pd.isna(focus.earliest):
        return None
    said = window(focus.earliest, focus.latest, plan.disclosure, short=True)
    wide = width(said, 15, bold=True) * 1.05 + 16
    x = min(max(until - wide / 2, plan.start), plan.right - wide - 4)
    words = Words(said, 15, True, PAPER, "ctr", "ctr")
    return Shape("Today", f"Where the room is: {said}", x, plan.bottom + 3, wide, AXIS - 7, fill=LINK, words=(words,))


def today_line(plan: Plan, look: Look, until: float) -> Drawing:
    flag = _flag(plan, look, until)
    if flag is None:
        return []
    return [Line("Today's line", "Nothing later than this line is drawn", until, plan.frame.y, until, plan.bottom, LINK, 2), flag]


def phase_bars(plan: Plan, look: Look, until: float) -> list[Shape]:
    """The phases begun by now whose title has room."""
    drawn = [
        _bar(bar, until, PHASE - 3, bar.entry.title, "Phase", PHASES[bar.number % 5], PHASE_RULES[bar.number % 5])
        for bar in plan.phases
        if bar.entry.phase_id in look.stretches and bar.left < until
    ]
    return [bar for bar in drawn if bar.words]


def period_bars(look: Look, awake: list[LanePlan], until: float) -> list[Shape]:
    bars = [bar for lane in awake for bar in lane.bars if bar.entry.period_id in look.stretches and bar.left < until]
    drawn = [_bar(bar, until, 19, bar.entry.title, "Period", PERIOD, BORDER) for bar in bars]
    return [bar for bar in drawn if bar.words]


def _bar(bar: Bar, until: float, high: float, title: str, name: str, fill: str, line: str) -> Shape:
    """A strip with its title where the whole of it fits."""
    wide = max(min(bar.right, until) - bar.left, 4.0)
    fits = width(title, 13) * 1.03 + 12 <= wide
    words = (Words(title, 13, False, LABEL, "l", "ctr"),) if fits else ()
    return Shape(name, f"{name}: {title}", bar.left, bar.y, wide, high, fill=fill, line=line, words=words, inset=5)
