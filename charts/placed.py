"""What stands where in the swimlanes: each thing of the case with its box, its lanes and the heights between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from charts.packing import Box
from charts.scale import Scale
from charts.sizes import Sizes

FAMILY = "family"


@dataclass
class Mark:
    """One event in one lane: its window and the place of its symbol; a ghost is a meeting in another agency's lane.

    window: from where to where its days are drawn, where it is not of one day; badges_left: from where its points' badges stand, left of the mark, or right of it at the beginning of the days.
    """

    event: Any
    box: Box
    x: float
    form: str
    ghost: bool = False
    points: tuple[Any, ...] = ()
    window: tuple[float, float] = (0.0, 0.0)
    badges_left: float = 0.0
    y: float = 0.0


@dataclass
class Bar:
    """A period in its lane: hatched where an end is blurred, solid where it is sure."""

    period: Any
    box: Box
    sure: tuple[float, float]
    y: float = 0.0


@dataclass
class Stretch:
    """A practice point with dates of its own: a badge, a line and an end."""

    point: Any
    box: Box
    x: float
    end: float
    y: float = 0.0


@dataclass
class Cluster:
    """Several events of a lane within a few pixels, where too many are in view; first and last: their days."""

    events: tuple[str, ...]
    box: Box
    x: float
    size: float
    first: date
    last: date
    y: float = 0.0


@dataclass
class Lane:
    """A lane: its words, its top and bottom, what stands in it, and the ids of the events before and after these days."""

    lane: Any
    marks: list[Mark] = field(default_factory=list)
    bars: list[Bar] = field(default_factory=list)
    stretches: list[Stretch] = field(default_factory=list)
    undated: list[Mark] = field(default_factory=list)
    clusters: list[Cluster] = field(default_factory=list)
    rows: int = 1
    top: float = 0.0
    bottom: float = 0.0
    earlier: list[str] = field(default_factory=list)
    later: list[str] = field(default_factory=list)


@dataclass
class Phase:
    """A phase in the strip above the lanes."""

    phase: Any
    box: Box
    number: int
    y: float = 0.0


@dataclass
class Layout:
    """The whole picture: lanes by id, phases, and the heights between them."""

    sizes: Sizes
    scale: Scale
    lanes: dict[str, Lane]
    phases: list[Phase]
    undated_width: float
    phases_top: float = 0.0
    lanes_top: float = 0.0
    lanes_bottom: float = 0.0
    height: float = 0.0
    row: float = 20.0
    sight: bool = False
    tall: bool = False
    zero: bool = False

    @property
    def left(self) -> float:
        return -self.undated_width
