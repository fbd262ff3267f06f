"""What the room's picture shows: events and their windows, homes, what is passed on, and the ring around the event in focus."""

from __future__ import annotations

from typing import Any

from charts.palette import ARROW, BORDER, INK, KINDS, LABEL, PAPER, PERIOD
from charts.signs import Sign, ink
from charts.stage_axis import line
from charts.stage_layout import LEFT, WIDE, Spot, Stage, Staged
from charts.stage_text import Words
from charts.text import written
from charts.traces import boxes, hatch

Trace = dict[str, Any]
RING, MARK = 58.0, 25.0


def windows(staged: Staged, stage: Stage) -> list[Trace]:
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


def homes(staged: Staged, stage: Stage, said: list[Words]) -> list[Trace]:
    """Where the person lives, as bars with their words where there is room."""
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


def arrows(staged: Staged, stage: Stage) -> tuple[list[Trace], list[Sign], list[Words]]:
    """The lines of what is passed on, their heads, and the words of the ones of the event in focus."""
    lines: list[Trace] = []
    heads: list[Sign] = []
    words: list[Words] = []
    focus = next((event.event_id for event in staged.seen if event.focus), "")
    for one in staged.arrows:
        spot, target = stage.spots.get(one.event_id), stage.lanes.get(one.agency)
        if spot is None or target is None or spot.lane == one.agency:
            continue
        if not spot.dated and stage.scale is not None and not spot.x:
            continue
        now, down = one.event_id == focus, target.top > spot.y
        near = 12 if staged.small else min(30.0, (target.bottom - target.top) / 3)
        y = target.top + near if down else target.bottom - near
        start = spot.y + (1 if down else -1) * (14 if staged.small else 30 if now else 18)
        width = (4.5 if now else 2.4) * stage.u
        lines.append(line([spot.x, spot.x], [start, y], ARROW, width, "solid" if one.sure else "dash", "passed on"))
        symbol = f"triangle-{'down' if down else 'up'}{'' if one.sure else '-open'}"
        size = (18 if now else 14) * stage.u * (0.8 if staged.small else 1)
        heads.append(Sign(spot.x, y, symbol, size, ARROW, ARROW, 2, "passed on"))
        if now and not staged.small:
            words.append(_arrow_words(one.words, spot.x, y))
    return lines, heads, words


def _arrow_words(words: str, x: float, y: float) -> Words:
    right = x + 30 + len(words) * 10.6 < WIDE - 10
    place, at = ("middle right", x + 18) if right else ("middle left", x - 18)
    return Words(at, y, written(words), place, 24, LABEL)


def ring(staged: Staged, stage: Stage) -> list[Sign]:
    """The ring around the event in focus."""
    spots = [stage.spots[event.event_id] for event in staged.seen if event.focus and not staged.small]
    return [Sign(one.x, one.y, "circle", RING * stage.u, PAPER, INK, 4 * stage.u, "in focus") for one in spots]


def marks(staged: Staged, stage: Stage) -> list[Sign]:
    """A sign for each event that has come on, by its kind, hollow where it was known only later."""
    base = (16.0 if staged.small else MARK) * stage.u
    return [_mark(event, stage.spots[event.event_id], base, stage.u) for event in staged.seen]


def _mark(event: Any, spot: Spot, base: float, u: float) -> Sign:
    sign = KINDS[event.kind]
    fill, edge, width = ink(sign, hollow=sign.hollow or bool(event.hindsight), heavy=6, outline=3.4)
    return Sign(spot.x, spot.y, sign.symbol, base * sign.scale, fill, edge, width * u, event.event_id)
