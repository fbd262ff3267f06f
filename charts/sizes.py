"""The measures of the swimlanes in px, for a wide screen and for a small one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """The measures of the picture, in px, for a wide screen or a small one."""

    width: float
    room: float
    compact: bool = False
    text: int = 15

    @property
    def gutter(self) -> float:
        return 180 if self.compact else 230

    @property
    def mark(self) -> float:
        return 11 if self.compact else 14

    @property
    def badge(self) -> float:
        return 20 if self.compact else 24

    @property
    def bar(self) -> float:
        return 12 if self.compact else 15

    @property
    def period(self) -> float:
        return 11 if self.compact else 15

    @property
    def phase(self) -> float:
        return 18 if self.compact else 22

    @property
    def months(self) -> float:
        return 22 if self.compact else 24

    @property
    def overview(self) -> float:
        return 19 if self.compact else 30

    @property
    def key(self) -> float:
        return 0 if self.compact else 30

    @property
    def padding(self) -> float:
        return 0 if self.compact else 2

    @property
    def least_lane(self) -> float:
        return 17 if self.compact else 22


def undated_room(counts: list[tuple[int, int]], sizes: Sizes) -> float:
    """The width of the strip of undated entries, from each lane's number of them and of their badges."""
    most = max((marks for marks, _ in counts), default=0)
    if not most:
        return 0
    badges = max(points for _, points in counts)
    return float(min(most * (sizes.mark + 6) + badges * sizes.badge + 16, 96 if sizes.compact else 150))
