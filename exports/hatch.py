"""Hatches as plain lines: Chromium prints an SVG pattern as megabytes, and Word and PowerPoint leave it out."""

from __future__ import annotations

import re
from collections.abc import Iterator

Rectangle = tuple[float, float, float, float]
_PATTERN = re.compile(r'<pattern id="([^"]+)" width="([\d.]+)px".*?</pattern>', re.S)
_FILLED = re.compile(
    r"""<path([^<>]*?) d="([^"]*)"([^<>]*?)fill:\s*url\((?:['"]|&quot;)?[^#<>]*#([^'"&)]+)(?:['"]|&quot;)?\)([^<>]*)/>"""
)
_SUBPATH = re.compile(r"M([^MZ]*)Z")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")


def lined(svg: str) -> str:
    """The SVG with every rectangle that a pattern fills hatched by lines instead; what is no rectangle stays as it is."""
    patterns = {found[1]: (float(found[2]), found[0]) for found in _PATTERN.finditer(svg)}

    def drawn(found: re.Match[str]) -> str:
        rectangles = _rectangles(found[2])
        if found[4] not in patterns or rectangles is None:
            return found[0]
        size, pattern = patterns[found[4]]
        lines = "".join(_line(*one) for rectangle in rectangles for one in _lines(rectangle, size))
        paper = f'<path{found[1]} d="{found[2]}"{found[3]}fill: #ffffff{found[5]}/>'
        return f'{paper}<path d="{lines}" fill="none" stroke="{_stroke(pattern)}" stroke-opacity="0.45" stroke-width="0.8"/>'

    return _FILLED.sub(drawn, svg)


def _rectangles(path: str) -> list[Rectangle] | None:
    """The (left, right, top, bottom) of a path of rectangles with straight corners; None of any other path."""
    found = []
    for part in _SUBPATH.findall(path):
        numbers = [float(one) for one in _NUMBER.findall(part)]
        corners = set(zip(numbers[0::2], numbers[1::2], strict=False))
        xs, ys = sorted({x for x, _ in corners}), sorted({y for _, y in corners})
        if re.search(r"[A-KN-Za-z]", part) or len(xs) != 2 or len(ys) != 2 or len(corners) != 4:
            return None
        found.append((xs[0], xs[-1], ys[0], ys[-1]))
    return found or None


def _lines(rectangle: Rectangle, size: float) -> Iterator[Rectangle]:
    """The lines x + y = k * size that cross a rectangle, cut at its edges: they meet in neighbouring ones."""
    left, right, top, bottom = rectangle
    k = int((left + top) // size) + 1
    while k * size < right + bottom:
        start, end = max(left, k * size - bottom), min(right, k * size - top)
        if end > start:
            yield start, k * size - start, end, k * size - end
        k += 1


def _line(x: float, y: float, to_x: float, to_y: float) -> str:
    return f"M{x:.1f},{y:.1f}L{to_x:.1f},{to_y:.1f}"


def _stroke(pattern: str) -> str:
    found = re.search(r'stroke="([^"<>]+)"', pattern)
    return found[1] if found else "#4f5a68"
