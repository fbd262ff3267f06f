"""The words beside the marks on the room's screen: all of them where there is room, else of the event in focus and the two before."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

from charts.palette import INK, LABEL, MUTED
from charts.stage_layout import LEFT, RIGHT, WIDE, Spot, Stage, Staged
from charts.text import written

GLYPH, BOLD, LINE = 10.7, 11.8, 29.0
MANY_LANES = 8
Corners = list[tuple[float, float, float, float]]


@dataclass(frozen=True)
class Words:
    """Words on the picture, already made safe for Plotly: where, what, on which side of the point, how big, in which colour."""

    x: float
    y: float
    text: str
    place: str
    size: float
    colour: str


def labels(staged: Staged, stage: Stage) -> tuple[list[Words], Corners]:
    """The words of the marks, and the white plates under those that may lie on something."""
    if stage.labelled:
        rows = [_in_row(event, staged, stage) for event in staged.seen]
        return [words for words, _ in rows], [box for _, box in rows if box[0] < stage.today < box[1]]
    said, plates = _beside(staged, stage)
    if len(staged.lanes) > MANY_LANES:
        said += [
            Words(stage.spots[one.event_id].x + 16, stage.spots[one.event_id].y, f"<b>{one.place}</b>", "middle right", 20, INK)
            for one in staged.seen
            if not one.focus
        ]
    return said, plates


def _text(event: Any, day: str, chars: int, most: int) -> tuple[str, list[str]]:
    """Day and title in at most so many lines, else day and label, else the day alone; and the lines as they read."""
    lines: list[str] = []
    for title in (event.title, event.label, ""):
        lines = textwrap.wrap(title, max(chars, 8), break_long_words=False)
        if len(lines) < most and all(len(one) <= chars + 3 for one in lines):
            break
    said = "<br>".join(written(one) for one in lines)
    styled = f'<span style="color:{INK if event.focus else MUTED};font-weight:600">{written(day)}</span>'
    bold = f'<span style="font-weight:600">{said}</span>' if event.focus and said else said
    return (f"{styled}<br>{bold}" if bold else styled), [day, *lines]


Box = tuple[float, float, float, float]


def _in_row(event: Any, staged: Staged, stage: Stage) -> tuple[Words, Box]:
    """The words in the row of their own mark, under the bar where the day is blurred; and the box they fill."""
    spot = stage.spots[event.event_id]
    gap = 42.0 if event.focus else 26.0
    colour = INK if event.focus else LABEL
    day = (staged.day_words or {}).get(event.event_id, "")
    glyph = BOLD if event.focus else GLYPH
    most = max(1, int((stage.row - 2) / LINE))
    bar = min(spot.end, stage.today) - spot.x if spot.blurred else 0.0
    x, y, place = max(spot.x, spot.x + bar if bar > 6 else 0) + gap, spot.y, "middle right"
    room = (WIDE - 24 if event.focus else spot.room_right) - x
    if spot.room_left < spot.x:
        x, place, room = spot.x - gap, "middle left", spot.x - spot.room_left - gap
    elif bar > 6 and not event.focus:
        x, y, place, room = spot.x + 16, spot.y + 17, "bottom right", spot.room_right - spot.x - 16
        most = max(1, int((stage.row / 2 + 26 - 17) / LINE))
    text, lines = _text(event, day, int(min(room - 10, 460) / glyph), most + (1 if event.focus else 0))
    wide, tall = max(map(len, lines)) * glyph, len(lines) * LINE
    left = x - wide if place == "middle left" else x
    top = y if place == "bottom right" else y - tall / 2
    return Words(x, y, text, place, 24, colour), (left, left + wide, top + 3, top + tall - 3)


def _beside(staged: Staged, stage: Stage) -> tuple[list[Words], Corners]:
    """The event in focus and the two before, each at the free place nearest to its mark; bars of blurred days are not written over."""
    taken: Corners = [
        (spot.x - 20, max(spot.x + 20, min(spot.end, stage.today)), spot.y - 20, spot.y + 20) for spot in _seen(staged, stage)
    ]
    said: list[Words] = []
    plates: Corners = []
    for event in reversed(_last_three(staged)):
        spot = stage.spots[event.event_id]
        words, box = _freest(event, spot, taken, (staged.day_words or {}).get(event.event_id, ""), stage)
        said.append(words)
        taken.append(box)
        plates.append(box)
    return said, plates


def _seen(staged: Staged, stage: Stage) -> list[Spot]:
    return [stage.spots[event.event_id] for event in staged.seen]


def _last_three(staged: Staged) -> list[Any]:
    places = [number for number, event in enumerate(staged.seen) if event.focus]
    now = places[-1] if places else len(staged.seen) - 1
    return list(staged.seen[max(0, now - 2) : now + 1])


def _freest(event: Any, spot: Spot, taken: Corners, day: str, stage: Stage) -> tuple[Words, Box]:
    """Right, left, under or over the mark or beside these, in a wide or a narrow block: the first that covers nothing, else what covers least."""
    gap = 42.0 if event.focus else 26.0
    glyph = BOLD if event.focus else GLYPH
    best: tuple[float, Words, Box] | None = None
    colour = INK if event.focus else LABEL
    for order, chars in enumerate((28, 44, 20)):
        text, lines = _text(event, day, chars, 5)
        wide = max(map(len, lines)) * glyph + 6
        tall = len(lines) * LINE
        for side, (left, place) in {
            "right": (spot.x + gap, "middle right"),
            "left": (spot.x - gap - wide, "middle left"),
            "under": (spot.x - 14, "bottom right"),
            "over": (spot.x - 14, "top right"),
            "lower right": (spot.x + 26, "bottom right"),
            "upper right": (spot.x + 26, "top right"),
        }.items():
            top = {
                "under": spot.y + gap - 6,
                "over": spot.y - gap + 6 - tall,
                "lower right": spot.y + 4,
                "upper right": spot.y - 4 - tall,
            }.get(side, spot.y - tall / 2)
            box = (left, left + wide, top, top + tall)
            cost = _cost(box, taken, stage, event.focus) + order
            if best is None or cost < best[0]:
                x = spot.x - gap if side == "left" else left
                y = top if place == "bottom right" else top + tall if place == "top right" else spot.y
                best = cost, Words(x, y, text, place, 24, colour), box
    assert best is not None
    return best[1], best[2]


def _cost(box: Box, taken: Corners, stage: Stage, focus: bool) -> float:
    left, right, top, bottom = box
    outside = max(0.0, LEFT - left) + max(0.0, right - (WIDE - 16)) + max(0.0, 4 - top) + max(0.0, bottom - stage.bottom)
    covered = sum(
        max(0.0, min(right, one[1]) - max(left, one[0])) * max(0.0, min(bottom, one[3]) - max(top, one[2])) for one in taken
    )
    crossing = 0.0 if focus or right < stage.today - 8 or left > stage.today else 60.0
    return outside * 100 + covered + crossing


__all__ = ["RIGHT", "Words", "labels"]
