"""An event's signs: window, mark, ring, badges and number."""

from __future__ import annotations

from typing import Any

from charts.palette import INK, KINDS, LASTS, MUTED, PAPER
from exports.labels import Corners, free
from exports.lane_look import Look, end_px, mark_words, middle_px
from exports.lane_plan import Place, Plan
from exports.room import width
from exports.shapes import Shape, Words, badge, mark
from measures.citing import cite


def event_signs(plan: Plan, look: Look, event: Any, place: Place, taken: list[Corners]) -> list[Shape]:
    """An event's window, mark, ring, badges and number; their corners are added to what is taken."""
    x, said = middle_px(plan, look, place), mark_words(plan, event)
    blurred = place.form in ("window", "lasting")
    size = plan.mark * (0.82 if blurred else 1)
    drawn = _window(plan, event, place, x, end_px(plan, look, place), said) if blurred else []
    drawn += [_frame(x, place.y, size)] if event.hindsight else []
    drawn += [_ring(x, place.y, size * 0.97)] if event.event_id == look.focus else []
    drawn.append(mark(event.kind, x, place.y, size, said, later=event.hindsight))
    taken.append(_around(drawn))
    badges = _badges(plan, look, event, place, taken)
    own = taken[-1 - len(badges)]
    number = look.numbers.get(event.event_id)
    if number is None:
        return [*drawn, *badges]
    edge = max([own[2], *(one.x + one.wide for one in badges)])
    return [*drawn, *badges, *_number(plan, number, (own[0], edge), place, taken)]


def _window(plan: Plan, event: Any, place: Place, x: float, right: float, said: str) -> list[Shape]:
    """The days an event may have been on, hatched, or those that it lasted; and a ground for its mark."""
    size, sign, hatch = plan.mark, KINDS[event.kind], place.form == "window"
    means = "the day is not known, only these days" if hatch else "it lasted these days"
    box = (place.left, place.y - size * 0.55, right - place.left, size * 1.1)
    ground = (x - size * 0.5, place.y - size * 0.5, size, size)
    return [
        Shape("Window", f"{said}; {means}", *box, "roundRect", PAPER if hatch else LASTS, sign.colour, 1.5, hatch=hatch),
        Shape("Ground", "Ground of a mark", *ground, "ellipse", PAPER),
    ]


def _frame(x: float, y: float, size: float) -> Shape:
    box = (x - size * 0.85, y - size * 0.85, size * 1.7, size * 1.7)
    return Shape("Known only later", "Frame: known only later", *box, fill=PAPER, line=MUTED, thick=1.3, dash="sysDot")


def _ring(x: float, y: float, half: float) -> Shape:
    box = (x - half, y - half, 2 * half, 2 * half)
    return Shape("In focus", "Ring: the event of this slide", *box, "ellipse", PAPER, INK, 2.7)


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
