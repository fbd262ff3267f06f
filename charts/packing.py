"""Marks into sub-rows so that none hides another, and titles into the room that is left: all in pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from charts.palette import GLYPH
from charts.text import cut

GAP = 5.0
TITLE = GLYPH + 0.3
EDGE = 12.0  # kept free at the right end: a short title of wide letters is longer than its letters count


@dataclass
class Box:
    """Something that takes room in a lane: from `left` to `right` px, in sub-row `row` once packed.

    reserve: px kept free to its right for at least a short title; inside: px free within the box from
    inside_left on; label and weight (higher first) are used by `titles`, which sets `title` and `title_left`.
    """

    name: str
    left: float
    right: float
    label: str = ""
    weight: int = 0
    reserve: float = 0.0
    inside: float = 0.0
    inside_left: float = 0.0
    row: int = -1
    title: str = ""
    title_left: float = 0.0


def pack(boxes: Iterable[Box], start: int = 0) -> int:
    """Give each box the first sub-row, from `start` on, in which it touches no other; returns the number of rows.

    Boxes are taken from left to right, so the same boxes always land in the same rows.
    """
    ends: list[float] = []
    for box in sorted(boxes, key=lambda one: (one.left, -one.weight, one.name)):
        row = next((number for number, end in enumerate(ends) if end + GAP <= box.left), None)
        if row is None:
            ends.append(0.0)
            row = len(ends) - 1
        ends[row] = max(box.right, box.right + box.reserve)
        box.row = start + row
    return start + len(ends)


def titles(boxes: list[Box], width: float, least: int = 9) -> None:
    """Write each title, heaviest first, into the free room to its box's right, else to its left.

    A title is cut at a word with '…' and left out under `least` characters. Rows are those of `pack`.
    """
    taken: dict[int, list[tuple[float, float]]] = {}
    for box in boxes:
        taken.setdefault(box.row, []).append((box.left, box.right))
    for box in sorted(boxes, key=lambda one: (-one.weight, one.left, one.name)):
        if not box.label:
            continue
        _write(box, taken[box.row], width, least)


def _write(box: Box, row: list[tuple[float, float]], width: float, least: int) -> None:
    if len(box.label) * GLYPH <= box.inside:
        box.title, box.title_left = box.label, box.inside_left
        return
    right = min((left for left, _ in row if left >= box.right - 0.5), default=width - EDGE) - box.right - 2 * GAP
    left = box.left - max((end for _, end in row if end <= box.left + 0.5), default=0.0) - 2 * GAP
    to_left = len(box.label) * TITLE > right and left > right + 30
    box.title = cut(box.label, left if to_left else right, least, TITLE)
    inner = cut(box.label, box.inside, least)
    if len(inner) > len(box.title):
        box.title, box.title_left = inner, box.inside_left
        return
    length = len(box.title) * TITLE
    box.title_left = box.left - GAP - length if to_left else box.right + GAP
    if box.title:
        row.append((box.title_left, box.title_left + length))
