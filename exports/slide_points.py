"""Looking back: a missed opportunity beside good practice in four rows that line up, and what was known only later."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from charts.palette import INK, LABEL, MUTED, PRACTICE, RULE
from exports.deck import FOOT, SIDE, WIDE, text
from exports.lane_drawing import lane_drawing
from exports.lane_look import Look
from exports.lane_plan import Frame, plan
from exports.room import cut_to, height
from exports.shapes import Drawing, Line, Shape, Words, badge
from exports.step_words import NOT_SAID, basis_line, rows_of, when_words
from loaders import Case
from measures.citing import cite
from measures.each import each
from measures.lanes import marked_at
from measures.names import short_names
from measures.wording import listed

TOP, HEADING, GAP, LABELS, BOTTOM = 57.0, 78.0, 30.0, 116.0, FOOT - 2
HALF = (WIDE - 2 * SIDE - GAP) / 2
SIZES = (20.0, 19.0, 18.0, 17.0, 16.0, 15.0, 14.0)
LANES, MOST_LANES = 150.0, 3
Slide = tuple[Shape, Drawing]


def point_slides(case: Case, points: pd.DataFrame, others: pd.DataFrame, shown: tuple[str, ...]) -> Iterator[Slide]:
    """One slide for a pair of points, or one each where their words need the whole width.

    others: the points of the same episode; shown: its events, which the room has seen.
    """
    sides = _sides(points)
    size = _size(sides, HALF, BOTTOM - TOP)
    if size is None and len(points) > 1:
        for one in range(len(points)):
            yield from point_slides(case, points.iloc[[one]], others, shown)
        return
    wide = HALF if size is not None else WIDE - 2 * SIDE
    chosen = size or _size(sides, wide, BOTTOM - TOP) or SIZES[-1]
    spare = _height(sides, wide, max(min(chosen, 18.0), 16.0)) <= BOTTOM - TOP - LANES
    drawing = _lanes(case, points, shown) if spare else []
    roomy = bool(drawing)
    chosen = (_size(sides, wide, BOTTOM - TOP - LANES) or 16.0) if roomy else chosen
    y = TOP + (LANES if roomy else 0)
    heights = _row_heights(sides, wide, chosen)
    missed_left = sides[0] is None and wide == HALF
    for number, side in enumerate(sides):
        x = SIDE + number * (HALF + GAP)
        if wide > HALF and side is None:
            continue
        x = SIDE if wide > HALF else x
        drawing += _half(side, x, y, wide, heights, chosen) if side is not None else _partner(others, number, x, y)
    cited = " and ".join(cite(one.kind, one.number) for one in (sides if not missed_left else sides[1:]) if one is not None)
    yield (
        text("Title", f"Looking back: {cited}", (830, 8, 290, 41), (18, 16), bold=True, colour=INK, across="r", down="ctr"),
        drawing,
    )


def _sides(points: pd.DataFrame) -> tuple[Any, Any]:
    """The point at the left and the one at the right: a mixed one fills the side that is free."""
    rows = sorted(each(points), key=lambda one: (one.kind == "good practice", one.kind == "mixed", one.number))
    if len(rows) == 1:
        return (None, rows[0]) if rows[0].kind == "good practice" else (rows[0], None)
    return rows[0], rows[1]


def _row_heights(sides: tuple[Any, Any], wide: float, size: float) -> list[float]:
    """How high each of the four rows and the basis line stands, on both sides alike."""
    room = (wide - LABELS) * 0.96
    rows = [
        max(height(words or NOT_SAID, size, room) for one in sides if one is not None for words in [rows_of(one)[row][1]]) + 14
        for row in range(4)
    ]
    rows = [max(row, 2 * 14 * 1.2 + 12 if number == 3 else 0) for number, row in enumerate(rows)]
    basis = max(height(basis_line(one), 14, wide * 0.96) for one in sides if one is not None) + 10
    return [*rows, basis]


def _height(sides: tuple[Any, Any], wide: float, size: float) -> float:
    return HEADING + sum(_row_heights(sides, wide, size))


def _size(sides: tuple[Any, Any], wide: float, room: float) -> float | None:
    """The largest size at which both halves fit the height; None where none does."""
    return next((size for size in SIZES if _height(sides, wide, size) <= room), None)


def _half(point: Any, x: float, y: float, wide: float, heights: list[float], size: float) -> Drawing:
    """One point: its head, what was expected and happened in rows as high as its partner's, and what that rests on."""
    cited = f"{PRACTICE[point.kind][3]} {cite(point.kind, point.number)}"
    drawn = _head(point, cited, x, y, wide)
    y += HEADING
    for (label, words), wanted in zip(rows_of(point), heights, strict=False):
        high = min(wanted, BOTTOM - y)
        if high < 20:
            break
        drawn += _row(cited, label, words, (x, y, wide, high), size)
        y += high
    drawn.append(Line("Rule", "Line over the basis", x, y, x + wide, y, RULE, 1))
    if BOTTOM - y > 20:
        box = (x, y + 5, wide, min(heights[-1], BOTTOM - y) - 5)
        drawn.append(text("Basis", basis_line(point), box, (14, 12, 11), colour=LABEL, said=f"Basis of {cited}"))
    return drawn


def _head(point: Any, cited: str, x: float, y: float, wide: float) -> Drawing:
    colour, title = PRACTICE[point.kind][1], (x + 58, y + 34, wide - 58, 40)
    sizes, said = (20, 18, 16, 14, 12), f"{cited}: {point.title}"
    return [
        Line("Rule", f"Line over {cited}", x, y + 3, x + wide, y + 3, colour, 4),
        badge(point.kind, point.number, point.basis, x + 24, y + 42, 36, f"Sign of {cited}, {point.basis}"),
        text("Kind of point", cited, (x + 58, y + 12, wide - 58, 22), (16,), bold=True, colour=colour, said=cited),
        text("Point", point.title, title, sizes, bold=True, colour=INK, said=said),
    ]


def _row(cited: str, label: str, words: str, box: tuple[float, float, float, float], size: float) -> Drawing:
    x, y, wide, high = box
    heading = (x, y + 7, LABELS - 10, high - 9)
    kept = Words(cut_to(words or NOT_SAID, size, wide - LABELS, high - 9), size, False, INK if words else MUTED)
    room = (x + LABELS, y + 6, wide - LABELS, high - 8)
    return [
        Line("Rule", f"Line over {label}", x, y, x + wide, y, RULE, 1),
        text("Heading", label, heading, (15, 14, 13), colour=MUTED, said=f"Heading: {label}"),
        Shape(label, f"{cited}, {label.lower()}: {words or NOT_SAID}", *room, words=(kept,)),
    ]


def _partner(others: pd.DataFrame, side: int, x: float, y: float) -> Drawing:
    """The half without a point of its own: the episode's other points of that kind, or that none is recorded."""
    kind, name, none = (
        ("missed opportunity", "Missed opportunities in this episode", "No missed opportunity is recorded in this episode."),
        ("good practice", "Good practice in this episode", "No good practice is recorded in this episode. What worked?"),
    )[side]
    found = [f"{cite(one.kind, one.number)} {one.title}" for one in each(others) if one.kind == kind]
    colour = PRACTICE[kind][1]
    words = ". ".join(found) + ". They have their own slides." if found else none
    return [
        Line("Rule", "Line over the other half", x, y + 3, x + HALF, y + 3, colour, 4),
        text(
            "Other half",
            name if found else name.split(" in ")[0],
            (x, y + 12, HALF, 24),
            (16,),
            bold=True,
            colour=colour,
            said=name,
        ),
        text(
            "Other points",
            words,
            (x, y + 42, HALF, BOTTOM - y - 60),
            (20, 18, 16, 14, 12),
            said="Points of that kind in this episode",
        ),
    ]


def _lanes(case: Case, points: pd.DataFrame, shown: tuple[str, ...]) -> Drawing:
    """The lanes the points are about, low, with their badges; nothing where they are too many or have no event."""
    named = tuple(dict.fromkeys(one for ids in points["events"] for one in ids))
    rows = case.events[case.events["event_id"].isin({*named, *shown})]
    about = set(rows.loc[rows["event_id"].isin(named), "agency"])
    if not about or len(about) > MOST_LANES:
        return []
    rows = rows[rows["agency"].isin(about)].sort_values(["earliest", "order"], na_position="last")
    rows = rows[~rows["hindsight"].astype(bool) | rows["event_id"].isin(named)]
    made = plan(case, rows, tuple(about), Frame(0, TOP + 2, WIDE - 12, LANES - 8, mark=15, most_lane=44, row=16, stretches=False))
    shares = tuple(each(case.shares[case.shares["event_id"].isin(rows["event_id"])]))
    by_id = {one.practice_id: one for one in each(points)}
    badges = {event: tuple(by_id[one] for one in ids) for event, ids in marked_at(rows, points).items()}
    look = Look(tuple(each(rows)), shares, points=badges, labels=False)
    return lane_drawing(made, look)


LATER_ROWS = 6


def later_slides(case: Case, later: pd.DataFrame) -> Iterator[Slide]:
    """What was known only later, a few rows to a slide."""
    names = short_names(case)
    pages = -(-len(later) // LATER_ROWS)
    for page in range(pages):
        more = f" ({page + 1} of {pages})" if pages > 1 else ""
        title = text("Title", f"Known only later{more}", (107, 80, 1066, 50), (34,), bold=True, colour=INK)
        drawing: Drawing = []
        for row, event in enumerate(later.iloc[page * LATER_ROWS : (page + 1) * LATER_ROWS].itertuples()):
            y = 160 + row * 80.0
            drawing.append(Line("Rule", "Line over a row", 107, y, 1173, y, RULE, 1))
            when = when_words(event, case.about.disclosure, quoted=True)
            drawing.append(text("When", when, (107, y + 10, 240, 64), (17, 15, 13, 11), colour=MUTED, said=f"When: {when}"))
            drawing.append(
                text("What", event.title, (367, y + 10, 806, 32), (22, 20, 18, 16), bold=True, colour=INK, said=event.title)
            )
            source = f"paragraph {listed(list(event.source))}" if event.source else ""
            where = ". ".join(one for one in (names[event.agency], source) if one)
            drawing.append(
                text("Where", where, (367, y + 46, 806, 26), (16, 14, 12), colour=LABEL, said=f"Lane and paragraph: {where}")
            )
        yield title, drawing
