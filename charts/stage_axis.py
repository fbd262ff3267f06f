"""What the room's picture stands on: lanes with their names, the grid and days of the axis, and today's line with its date."""

from __future__ import annotations

from typing import Any

from charts.palette import GRID, INK, LINK, MUTED, PAPER, STRIPE
from charts.scale import ticks
from charts.stage_layout import AXIS_TEXT, LEFT, WIDE, Stage, Staged
from charts.stage_text import Words
from charts.text import wrapped, written
from charts.traces import Corners, boxes

Trace = dict[str, Any]


def stripes(staged: Staged, stage: Stage) -> list[Trace]:
    """A stripe behind every second lane that has shown itself, up to today."""
    corners = [(0.0, stage.today, top, bottom) for top, bottom in _striped(staged, stage)]
    return [boxes(corners, STRIPE, name="lanes")] if corners else []


def _striped(staged: Staged, stage: Stage) -> list[tuple[float, float]]:
    lanes = [stage.lanes[lane] for number, (lane, _, _, shown) in enumerate(staged.lanes) if shown and number % 2 == 0]
    return [(lane.top, lane.bottom) for lane in lanes]


def plates(corners: Corners, staged: Staged, stage: Stage) -> list[Trace]:
    """Plates under words that may lie on a line, in the colour of what they cover: the stripe up to today, else the paper."""
    grey = [
        (left, min(right, stage.today), max(top, above), min(bottom, under))
        for left, right, top, bottom in corners
        for above, under in _striped(staged, stage)
        if left < stage.today and max(top, above) < min(bottom, under)
    ]
    found = ((corners, "rgba(255,255,255,0.86)"), (grey, STRIPE))
    return [boxes(one, fill, name="plates") for one, fill in found if one]


def lane_words(staged: Staged, stage: Stage) -> list[Words]:
    """The names of the lanes that have shown themselves."""
    said = []
    size = 20 if staged.small else 24
    for lane, name, short, shown in staged.lanes:
        own = stage.lanes[lane]
        if shown:
            lines = wrapped(name, 21)
            if (lines.count("<br>") + 1) * (size + 4) > own.bottom - own.top:
                lines = wrapped(short, 40)
            said.append(Words(56, (own.top + own.bottom) / 2, f"<b>{lines}</b>", "middle right", size, INK))
    return said


def _places(stage: Stage) -> list[tuple[float, float, str]]:
    """Grid line, place and words of each tick: a week's day under its line, a month's name in its middle."""
    if stage.scale is None:
        return []
    found = []
    for number, one in enumerate(ticks(stage.scale)):
        week = one.label[:1].isdigit() and not one.label.isdigit()
        part = (
            number == 0
            and not stage.scale.relative
            and (stage.scale.first.weekday() != 0 if week else stage.scale.first.day != 1)
        )
        words = " ".join(one.label.split()[:2]) if week else one.label
        line, middle = (LEFT + stage.strip + x * AXIS_TEXT for x in (one.x, one.middle))
        if not part:
            found.append((line, line if week else middle, words))
    return found


def grid(stage: Stage) -> list[Trace]:
    """The lines of the axis, up to today."""
    x: list[float | None] = []
    y: list[float | None] = []
    for at, _, _ in _places(stage):
        if at < stage.today - 2:
            x += [at, at, None]
            y += [8.0, stage.bottom + 4, None]
    return [line(x, y, GRID, 1.5 * stage.u, name="grid")] if x else []


def line(x: list[Any], y: list[Any], colour: str, width: float, dash: str = "solid", name: str = "") -> Trace:
    """Straight lines from place to place, None between two of them."""
    style = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": style, "hoverinfo": "skip", "name": name}


def axis_words(staged: Staged, stage: Stage) -> list[Words]:
    """The days under the grid, none under the flag or right of today."""
    y = stage.bottom + 30
    size = 18 if staged.small else 22
    said = [Words(56, y, written(staged.note), "middle right", size, MUTED)] if staged.note else []
    if stage.strip and stage.scale is not None:
        said.append(Words(LEFT + stage.strip / 2, y, "no date", "middle center", size, MUTED))
    flag = _flag(staged, stage)
    for _, middle, label in _places(stage):
        half = len(label) * 5.4
        hidden = flag and flag[0] - half - 8 < middle < flag[1] + half + 8
        if label and middle + half < stage.today and not hidden:
            said.append(Words(middle, y, label, "middle center", size, MUTED))
    return said


def _flag(staged: Staged, stage: Stage) -> tuple[float, float] | None:
    if not staged.flag or stage.scale is None:
        return None
    half = len(staged.flag) * 6.2 + 26
    middle = min(max(stage.today, half + (LEFT + stage.strip if stage.strip else 4)), WIDE - half - 4)
    return middle - half, middle + half


def today_line(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    """Today's line, and the flag with its date."""
    flag = _flag(staged, stage)
    if flag is None:
        return []
    said.append(Words(sum(flag) / 2, stage.bottom + 30, f"<b>{written(staged.flag)}</b>", "middle center", 22, PAPER))
    today = line([stage.today, stage.today], [8.0, stage.bottom + 16], LINK, 4 * stage.u, name="today")
    return [today, boxes([(*flag, stage.bottom + 13, stage.bottom + 48)], LINK, name="date flag")]
