"""The room's picture: lanes up to today's line, marks with their words beside them, and one event in focus; no hover."""

from __future__ import annotations

from typing import Any

from charts.palette import ARROW, BORDER, FONT, GRID, INK, KINDS, LABEL, LINK, MUTED, PAPER, PERIOD, STRIPE
from charts.scale import ticks
from charts.stage_labels import Words, labels
from charts.stage_layout import AXIS_TEXT, LEFT, RIGHT, WIDE, Stage, Staged, lay_out
from charts.stage_points import point_traces
from charts.text import wrapped, written
from charts.traces import boxes, hatch

Trace = dict[str, Any]
CONFIG = {"staticPlot": True, "displayModeBar": False, "showSendToCloud": False, "responsive": False}
RING, MARK = 58.0, 25.0


def stage_figure(staged: Staged) -> dict[str, Any]:
    """The figure of a step as Plotly takes it; right of today's line only the words of the event in focus stand."""
    stage = lay_out(staged)
    said = [*_lane_words(staged, stage), *_axis_words(staged, stage)]
    traces = [*_stripes(staged, stage), _grid(stage), *_period_traces(staged, stage, said), *_today(staged, stage, said)]
    traces += [*_windows(staged, stage), *_arrows(staged, stage, said)]
    if not staged.small:
        found, plates = labels(staged, stage)
        said += found
        traces += [boxes(plates, "rgba(255,255,255,0.86)", name="plates")] if plates else []
    traces += [*_ring(staged, stage), *_marks(staged, stage)]
    traces += point_traces(staged, stage, said)
    return {"data": [*traces, *_texts(said, stage)], "layout": _layout(staged, stage)}


def _layout(staged: Staged, stage: Stage) -> dict[str, Any]:
    hidden = {"visible": False, "showgrid": False, "zeroline": False, "fixedrange": True}
    return {
        "width": staged.px[0],
        "height": staged.px[1],
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, WIDE]},
        "yaxis": {**hidden, "range": [stage.height, 0]},
        "template": "none",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "hovermode": False,
        "dragmode": False,
        "font": {"family": FONT, "size": stage.size(24), "color": INK},
    }


def _stripes(staged: Staged, stage: Stage) -> list[Trace]:
    """A stripe behind every second lane that has shown itself, up to today."""
    corners = [
        (0.0, stage.today, stage.lanes[lane].top, stage.lanes[lane].bottom)
        for number, (lane, _, _, shown) in enumerate(staged.lanes)
        if shown and number % 2 == 0
    ]
    return [boxes(corners, STRIPE, name="lanes")] if corners else []


def _lane_words(staged: Staged, stage: Stage) -> list[Words]:
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


def _grid(stage: Stage) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for line, _, _ in _places(stage):
        if line < stage.today - 2:
            x += [line, line, None]
            y += [8.0, stage.bottom + 4, None]
    return _line(x, y, GRID, 1.5 * stage.u)


def _line(x: list[Any], y: list[Any], colour: str, width: float, dash: str = "solid", name: str = "") -> Trace:
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "name": name}


def _axis_words(staged: Staged, stage: Stage) -> list[Words]:
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
    middle = min(max(stage.today, half + 4), WIDE - half - 4)
    return middle - half, middle + half


def _today(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    flag = _flag(staged, stage)
    if flag is None:
        return []
    said.append(Words(sum(flag) / 2, stage.bottom + 30, f"<b>{written(staged.flag)}</b>", "middle center", 22, PAPER))
    line = _line([stage.today, stage.today], [8.0, stage.bottom + 16], LINK, 4 * stage.u, name="today")
    return [line, boxes([(*flag, stage.bottom + 13, stage.bottom + 48)], LINK, name="date flag")]


def _windows(staged: Staged, stage: Stage) -> list[Trace]:
    """Blurred days as hatched bars, clipped at today; the mark stands at their beginning."""
    found: dict[str, list[tuple[float, float, float, float]]] = {}
    half = 8.0 if staged.small else 14.0
    for event in staged.seen:
        spot = stage.spots[event.event_id]
        right = min(spot.end, stage.today)
        if spot.blurred and right - spot.x > 6:
            found.setdefault(KINDS[event.kind].colour, []).append((spot.x - 14, right, spot.y - half, spot.y + half))
    return [
        boxes(corners, PAPER, colour, 2 * stage.u, name="within these days", fillpattern=hatch(colour, size=9 * stage.u))
        for colour, corners in found.items()
    ]


def _period_traces(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    corners: list[tuple[float, float, float, float]] = []
    for home in staged.periods:
        lane = stage.lanes.get(home.agency)
        if lane is None or not lane.period or stage.scale is None:
            continue
        left = max(LEFT + stage.strip, stage.x(home.start))
        right = min(stage.today, stage.x(home.end, end=True))
        if right - left < 12 or any(left < one[1] and right > one[0] and one[2] < lane.period < one[3] for one in corners):
            continue
        corners.append((left, right, lane.period - 17, lane.period + 17))
        if len(home.title) * 9.6 + 24 < right - left:
            said.append(Words(left + 12, lane.period, written(home.title), "middle right", 22, LABEL))
    return [boxes(corners, PERIOD, BORDER, 1.5 * stage.u, name="lasts")] if corners else []


def _arrows(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    traces: list[Trace] = []
    focus = next((event.event_id for event in staged.seen if event.focus), "")
    for one in staged.arrows:
        spot, target = stage.spots.get(one.event_id), stage.lanes.get(one.agency)
        if (
            spot is None
            or target is None
            or spot.lane == one.agency
            or (not spot.dated and stage.scale is not None and not spot.x)
        ):
            continue
        down = target.top > spot.y
        near = 12 if staged.small else min(30.0, (target.bottom - target.top) / 3)
        y = target.top + near if down else target.bottom - near
        now = one.event_id == focus
        start = spot.y + (1 if down else -1) * (14 if staged.small else 30 if now else 18)
        width = (4.5 if now else 2.4) * stage.u
        traces.append(_line([spot.x, spot.x], [start, y], ARROW, width, "solid" if one.sure else "dash", "passed on"))
        head = {"symbol": f"triangle-{'down' if down else 'up'}{'' if one.sure else '-open'}", "color": ARROW}
        size = (18 if now else 14) * stage.u * (0.8 if staged.small else 1)
        traces.append(
            {**_points([spot.x], [y], "passed on"), "marker": {**head, "size": size, "line": {"width": 2, "color": ARROW}}}
        )
        if now and not staged.small:
            right = spot.x + 30 + len(one.words) * 10.6 < WIDE - 10
            place = ("middle right", spot.x + 18) if right else ("middle left", spot.x - 18)
            said.append(Words(place[1], y, written(one.words), place[0], 24, LABEL))
    return traces


def _points(x: list[float], y: list[float], name: str) -> Trace:
    return {"type": "scatter", "mode": "markers", "x": x, "y": y, "hoverinfo": "skip", "cliponaxis": False, "name": name}


def _ring(staged: Staged, stage: Stage) -> list[Trace]:
    spots = [stage.spots[event.event_id] for event in staged.seen if event.focus]
    if not spots or staged.small:
        return []
    marker = {"symbol": "circle", "size": RING * stage.u, "color": PAPER, "line": {"color": INK, "width": 4 * stage.u}}
    return [{**_points([one.x for one in spots], [one.y for one in spots], "in focus"), "marker": marker}]


def _marks(staged: Staged, stage: Stage) -> list[Trace]:
    groups: dict[tuple[str, bool], list[Any]] = {}
    for event in staged.seen:
        groups.setdefault((event.kind, bool(event.hindsight)), []).append(event)
    base = (16.0 if staged.small else MARK) * stage.u
    traces = []
    for (kind, later), events in groups.items():
        sign = KINDS[kind]
        hollow, line = sign.hollow or later, sign.symbol == "line-ew"
        marker = {
            "symbol": sign.symbol,
            "size": base * sign.scale,
            "color": PAPER if hollow else sign.colour,
            "line": {"color": sign.colour if hollow or line else PAPER, "width": (6 if line else 3.4 if hollow else 1) * stage.u},
        }
        spots = [stage.spots[event.event_id] for event in events]
        trace = _points([one.x for one in spots], [one.y for one in spots], sign.word + (", known only later" if later else ""))
        traces.append({**trace, "marker": marker, "customdata": [event.event_id for event in events]})
    return traces


def _texts(said: list[Words], stage: Stage) -> list[Trace]:
    """One trace for each look of words."""
    looks: dict[tuple[str, float, str], list[Words]] = {}
    for one in said:
        looks.setdefault((one.place, one.size, one.colour), []).append(one)
    return [
        {
            **_points([one.x for one in words], [one.y for one in words], "words"),
            "mode": "text",
            "text": [one.text for one in words],
            "textposition": place,
            "textfont": {"size": stage.size(size), "color": colour, "family": FONT},
        }
        for (place, size, colour), words in looks.items()
    ]


__all__ = ["CONFIG", "RIGHT", "stage_figure"]
