"""Words beside marks: put where nothing else stands, or left out."""

from __future__ import annotations

from collections.abc import Iterator

from charts.palette import INK, LABEL, MUTED
from exports.room import LEADING, lines, width
from exports.shapes import Shape, Words

Corners = tuple[float, float, float, float]
SIZE, DAY_SIZE, GAP = 15.0, 14.0, 6.0
WIDTHS = (200, 150, 260, 120, 340, 440)


def free(box: Corners, taken: list[Corners]) -> bool:
    """Whether a box (left, top, right, bottom) touches none of the others."""
    return all(box[2] <= one[0] or box[0] >= one[2] or box[3] <= one[1] or box[1] >= one[3] for one in taken)


def label(
    name: str,
    day: str,
    title: str,
    mark: Corners,
    inside: Corners,
    taken: list[Corners],
    *,
    bold: bool = False,
    italic: bool = False,
) -> Shape | None:
    """Day and title beside a mark, in the first place that is free; None where there is none.

    mark: the mark's corners; inside: what the label must stay within; taken: the boxes of everything else.
    """
    for wide, high in _sizes(day, title, bold):
        for x, y in _spots(mark, wide, high, inside):
            box = (x, y, x + wide, y + high)
            within = box[0] >= inside[0] and box[1] >= inside[1] and box[2] <= inside[2] and box[3] <= inside[3]
            if within and free(box, taken):
                words = (
                    Words(day, DAY_SIZE, True, MUTED),
                    Words(title, SIZE, bold, INK if bold else LABEL, italic=italic),
                )
                return Shape(f"Label: {name}", f"Day and title of an event: {day}, {title}", x, y, wide, high, words=words)
    return None


def _sizes(day: str, title: str, bold: bool) -> Iterator[tuple[float, float]]:
    seen = set()
    for most in WIDTHS:
        found = lines(title, SIZE, most, bold=bold)
        if len(found) > 4 or len(found) in seen:
            continue
        seen.add(len(found))
        wide = max([width(one, SIZE, bold=bold) for one in found] + [width(day, DAY_SIZE, bold=True)])
        yield wide * 1.04 + 6, (len(found) * SIZE + DAY_SIZE) * LEADING + 2


def _spots(mark: Corners, wide: float, high: float, inside: Corners) -> Iterator[tuple[float, float]]:
    """To the right, to the left, under and over the mark; moved up or down a little to stay inside."""
    middle = (mark[1] + mark[3]) / 2 - high / 2
    level = min(max(middle, inside[1]), inside[3] - high)
    yield mark[2] + GAP, level
    yield mark[0] - GAP - wide, level
    for y in (mark[3] + 2, mark[1] - 2 - high):
        for x in (mark[0], (mark[0] + mark[2] - wide) / 2, mark[2] - wide):
            yield min(max(x, inside[0]), inside[2] - wide), y
    for x in (mark[2] + GAP, mark[0] - GAP - wide):
        yield x, inside[1]
        yield x, inside[3] - high
