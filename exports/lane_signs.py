"""An event's signs: window, mark, ring, badges and number."""

from __future__ import annotations

from typing import Any

from charts.palette import INK, KINDS, MUTED, PAPER
from exports.labels import Corners, free
from exports.lane_look import Look, end_px, mark_words, middle_px
from exports.lane_plan import Place, Plan
from exports.room import width
from exports.shapes import Shape, Words, badge, mark
from measures.citing import cite


def event_signs(plan: Plan, look: Look, event: Any, place: Place, until: float, taken: list[Corners]) -> list[Shape]:
    """An event's window, mark, ring, badges and number; their corners are added to what is taken."""
    size = plan.mark
    drawn: list[Shape] = []
    said = mark_words(plan, event)
    x, right = middle_px(plan, look, place), end_px(plan, look, place)
    if place.form in ("window", "lasting"):
        sign, hatch = KINDS[event.kind], place.form == "window"
        fill = PAPER if hatch else "#dfe4ea"
        bar = ("Window", f"{said}; {'the day is not known, only these days' if hatch else 'it lasted these days'}")
        wide = right - place.left
        drawn.append(
            Shape(*bar, place.left, place.y - size * 0.55, wide, size * 1.1, "roundRect", fill, sign.colour, 1.5, hatch=hatch)
        )
        drawn.append(Shape("Ground", "Ground of a mark", x - size * 0.5, place.y - size * 0.5, size, size, "ellipse", PAPER))
        size *= 0.82
    if event.hindsight:
        box = (x - size * 0.85, place.y - size * 0.85, size * 1.7, size * 1.7)
        drawn.append(Shape("Known only later", "Frame: known only later", *box, fill=PAPER, line=MUTED, thick=1.3, dash="sysDot"))
    if event.event_id == look.focus:
        ring = size * 0.97
        drawn.append(
            Shape(
                "In focus",
                "Ring: the event of this slide",
                x - ring,
                place.y - ring,
                2 * ring,
                2 * ring,
                "ellipse",
                PAPER,
                INK,
                2.7,
            )
        )
    drawn.append(mark(event.kind, x, place.y, size, said, later=event.hindsight))
    taken.append(_around(drawn))
    badges = _badges(plan, look, event, place, taken)
    drawn += badges
    edge = max([taken[-1 - len(badges)][2], *(one.x + one.wide for one in badges)])
    number = look.numbers.get(event.event_id)
    if number is not None:
        drawn += _number(plan, number, (taken[-1 - len(badges)][0], edge), place, taken)
    return drawn


def _badges(plan: Plan, look: Look, event: Any, place: Place, taken: list[Corners]) -> list[Shape]:
    """The badges of an event's points: right of its mark, else left of it, in the nearest places that are free."""
    size = max(plan.mark * 1.1, 17.0)
    side = size * 1.45
    left, right = taken[-1][0], taken[-1][2]
    found: list[Shape] = []
    for point in look.points.get(event.event_id, ()):
        spots = [right + side * (step + 0.6) for step in range(40)]
        spots = [x for x in spots if x + side / 2 < plan.right] + [left - side * (step + 0.6) for step in range(40)]
        boxes = [(x - side / 2, place.y - side / 2, x + side / 2, place.y + side / 2) for x in spots]
        box = next((one for one in boxes if free(one, taken)), boxes[-1])
        words = f"{point.kind.capitalize()} {cite(point.kind, point.number)}: {point.title}"
        x = (box[0] + box[2]) / 2
        found.append(badge(point.kind, point.number, point.basis, x, place.y, size, words))
        taken.append(box)
    return found


def _number(plan: Plan, number: int, ends: tuple[float, float], place: Place, taken: list[Corners]) -> list[Shape]:
    """The number of an event: right of its mark, else over, under or left of it, where nothing else stands."""
    wide, high = width(str(number), 13, bold=True) + 5, 15.0
    left, right = ends
    high_up, low = place.y - plan.mark / 2 - high, place.y + plan.mark / 2
    spots: list[tuple[float, float]] = [
        (right + 1, place.y - high / 2),
        (right - 4, high_up),
        (right - 4, low),
        (left - wide - 1, place.y - high / 2),
    ]
    spots += [(left, high_up), (left, low)]
    boxes = [(x, y, x + wide, y + high) for x, y in spots if x + wide <= plan.right]
    box = next((one for one in boxes if free(one, taken)), boxes[0] if boxes else None)
    if box is None:
        return []
    taken.append(box)
    words = Words(str(number), 13, True, INK, "ctr", "ctr")
    return [Shape("Number", f"Number {number} in the table", box[0], box[1], wide, high, words=(words,), wraps=False)]


def _around(shapes: list[Shape]) -> Corners:
    return (
        min(one.x for one in shapes),
        min(one.y for one in shapes),
        max(one.x + one.wide for one in shapes),
        max(one.y + one.high for one in shapes),
    )
