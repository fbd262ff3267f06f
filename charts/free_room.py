"""Where words still fit on a full picture: beside marks and titles, never on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from charts.palette import GLYPH
from charts.placed import Layout
from charts.text import written

HALF = 7.0
Place = tuple[float, float, str]


class FreeRoom:
    """The room taken by marks, bars and titles; `put` writes words where they touch none of it."""

    def __init__(self, whole: Layout, shown: frozenset[str]):
        self.width = whole.scale.width
        self.taken: dict[int, list[tuple[float, float, float, float]]] = {}
        for lane in whole.lanes.values():
            for mark in lane.marks:
                if mark.event.event_id in shown:
                    self._take_box(mark.box, mark.y)
            others: list[Any] = [*lane.bars, *lane.stretches, *lane.clusters]
            for thing in others:
                self._take_box(thing.box, thing.y)

    def _take_box(self, box: Any, y: float) -> None:
        self.take(box.left, box.right, y - HALF, y + HALF)
        if box.title:
            self.take(box.title_left, box.title_left + len(box.title) * GLYPH, y - HALF, y + HALF)

    def take(self, left: float, right: float, top: float, bottom: float) -> None:
        """Mark a rectangle as taken."""
        for band in range(int(top) // 16, int(bottom) // 16 + 1):
            self.taken.setdefault(band, []).append((left, right, top, bottom))

    def free(self, left: float, right: float, top: float, bottom: float) -> bool:
        """Whether a rectangle within the plot touches nothing taken."""
        if left < 0 or right > self.width:
            return False
        bands = range(int(top) // 16, int(bottom) // 16 + 1)
        return all(
            right <= a or left >= b or bottom <= c or top >= d for band in bands for a, b, c, d in self.taken.get(band, ())
        )

    def put(self, texts: dict[str, list[dict[str, Any]]], style: str, words: str, places: Iterable[Place]) -> bool:
        """Write the words at the first place (x, y, 'middle left|right|center') that is free; False where none is."""
        length = len(words) * (GLYPH + 0.5)
        for x, y, place in places:
            left = {"middle right": x, "middle left": x - length, "middle center": x - length / 2}[place]
            if self.free(left, left + length, y - HALF, y + HALF):
                self.take(left, left + length, y - HALF, y + HALF)
                texts.setdefault(f"{style}|{place}", []).append({"x": x, "y": y, "text": written(words), "event": ""})
                return True
        return False
