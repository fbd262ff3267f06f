"""How the cost of reading one case grows from 200 to 20,000 events, with a plot of it."""

from __future__ import annotations

import math
import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from bench.library import chronology
from bench.rows import Row, compared, timed
from loaders import read_case

SIZES, FEW_SIZES = (200, 1000, 5000, 20000), (200, 1000)
PLOT = Path(__file__).resolve().parent / "growth.svg"
WIDE, HIGH, EDGE = 640, 360, 60


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """A row per size, against CSafeLoader; and the cost of an event in the biggest case against one in the smallest."""
    found = []
    for events in FEW_SIZES if quick else SIZES:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "made-up-00001.yaml"
            file.write_text(chronology(1, events), encoding="utf-8")
            content = file.read_bytes()
            found.append(
                compared(
                    f"one case of {events:,} events",
                    lambda file=file: timed(lambda: read_case(file, {})),  # type: ignore[misc]
                    lambda content=content: timed(lambda: yaml.load(content, Loader=yaml.CSafeLoader)),  # type: ignore[misc]
                    runs,
                    None,
                    against="CSafeLoader, collector off",
                )
            )
            yield found[-1]
    sizes = (FEW_SIZES if quick else SIZES)[: len(found)]
    each = [row.ours / size for row, size in zip(found, sizes, strict=True)]
    yield Row(
        f"an event among {sizes[-1]:,}", each[-1], each[0], each[-1] / each[0], None, runs, "", against=f"one among {sizes[0]:,}"
    )
    if not quick:
        PLOT.write_text(plot(sizes, [row.ours for row in found], [row.peer for row in found]), encoding="utf-8")


def plot(sizes: tuple[int, ...], ours: list[float], peer: list[float]) -> str:
    """Seconds by events, both axes by powers of ten, as SVG."""
    low, high = math.floor(math.log10(min(*ours, *peer))), math.ceil(math.log10(max(*ours, *peer)))

    def x(size: float) -> float:
        return EDGE + (math.log10(size) - 2) / 2.5 * (WIDE - 2 * EDGE)

    def y(seconds: float) -> float:
        return HIGH - EDGE - (math.log10(seconds) - low) / (high - low) * (HIGH - 2 * EDGE)

    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {HIGH}" font-family="sans-serif" font-size="13">']
    parts.append('<rect width="100%" height="100%" fill="#ffffff"/>')
    for power in range(low, high + 1):
        at = y(10**power)
        parts.append(f'<path d="M{EDGE} {at:.1f}H{WIDE - EDGE}" stroke="#d5dae1"/>')
        parts.append(f'<text x="{EDGE - 8}" y="{at + 4:.1f}" text-anchor="end">{10**power:g} s</text>')
    for size in sizes:
        parts.append(f'<text x="{x(size):.1f}" y="{HIGH - EDGE + 20}" text-anchor="middle">{size:,}</text>')
    for values, colour, dash in ((ours, "#1d70b8", ""), (peer, "#1b2430", "6 4")):
        line = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in zip(sizes, values, strict=True))
        parts.append(f'<polyline points="{line}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
    parts.append(
        f'<text x="{EDGE}" y="24">Reading one case: seconds by events (blue: this program, checked and as frames;</text>'
    )
    parts.append(f'<text x="{EDGE}" y="42">dashed: bare CSafeLoader, values only)</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
