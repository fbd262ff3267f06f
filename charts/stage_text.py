"""Words on the room's picture: where they stand, and the room they take in units of a screen 1920 wide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from charts.stage_layout import WIDE, Stage

Corners = list[tuple[float, float, float, float]]
Box = tuple[float, float, float, float]
EDGE, TOUCH = 6.0, 1.0
LEADING = 1.3  # Plotly's, from line to line
# Source Sans in bold, from the space to ~, in thousandths of its size: no other weight of it is wider.
_WIDTHS = (
    "200 340 537 528 528 857 667 300 344 344 457 528 300 332 300 339 528 528 528 528 528 528 528 528 528 528 300 300 528 528 528 463 "
    "902 573 605 582 635 548 524 638 674 301 509 614 518 762 665 684 596 684 613 556 556 665 556 813 567 525 541 344 339 344 528 500 "
    "555 527 573 468 573 518 341 534 571 276 278 548 286 857 572 555 573 573 398 443 383 568 523 776 514 521 460 344 268 344 528"
)
WIDTHS = [int(one) for one in _WIDTHS.split()]


@dataclass(frozen=True)
class Words:
    """Words on the picture, already made safe for Plotly: where, what, on which side of the point, how big, in which colour."""

    x: float
    y: float
    text: str
    place: str
    size: float
    colour: str


@lru_cache(maxsize=8192)
def _wide(text: str) -> int:
    """The widest line of a text made safe for Plotly, in thousandths of its size; what is not ASCII counts as a full square."""
    lines = [unescape(re.sub("<[^>]*>", "", one)) for one in text.split("<br>")]
    return max(sum(WIDTHS[ord(letter) - 32] if " " <= letter <= "~" else 1000 for letter in line) for line in lines)


def box_of(words: Words, stage: Stage) -> Box:
    """The left, right, top and bottom of words as Plotly sets them."""
    size = stage.size(words.size) / stage.u
    wide, tall = _wide(words.text) * size / 1000, (words.text.count("<br>") * LEADING + 1) * size
    down, across = words.place.split()
    left = words.x - {"right": 0, "center": wide / 2, "left": wide}[across]
    top = words.y - {"bottom": 0, "middle": tall / 2, "top": tall}[down]
    return left, left + wide, top, top + tall


def covered(box: Box, taken: Iterable[Box]) -> float:
    """How much of others a box covers, of each the area by which it goes further than a touch."""
    left, right, top, bottom = box
    return sum(
        max(0.0, min(right, one[1]) - max(left, one[0]) - TOUCH) * max(0.0, min(bottom, one[3]) - max(top, one[2]) - TOUCH)
        for one in taken
    )


def within(box: Box, stage: Stage, left: float = EDGE) -> bool:
    """Whether a box stands in the picture, above its axis."""
    return left <= box[0] and box[1] <= WIDE - EDGE and box[2] >= EDGE and box[3] <= stage.bottom


def placed(words: Iterable[Words], stage: Stage, taken: Corners) -> list[Words]:
    """Those of the words that stand in the picture and on no others, the first first; `taken` grows by them."""
    found = []
    for one in words:
        box = box_of(one, stage)
        if within(box, stage) and not covered(box, taken):
            taken.append(box)
            found.append(one)
    return found
