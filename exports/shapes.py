"""Shapes as plain values, in px from the top left: written as native shapes by `exports.office`."""

from __future__ import annotations

from dataclasses import dataclass

from charts.palette import GOOD, INK, KINDS, MISSED, MUTED, PAPER


@dataclass(frozen=True)
class Words:
    """The text of a shape: size in px; bold, colour; across: l, ctr or r; down: t, ctr or b; italic."""

    text: str
    size: float = 16
    bold: bool = False
    colour: str = INK
    across: str = "l"
    down: str = "t"
    italic: bool = False
    field: str = ""


@dataclass(frozen=True)
class Shape:
    """A box or sign. form: an auto shape's name in the Office format; hatch: its pattern, in `line`'s colour; said: the alternative text."""

    name: str
    said: str
    x: float
    y: float
    wide: float
    high: float
    form: str = "rect"
    fill: str = ""
    line: str = ""
    thick: float = 1.0
    dash: str = ""
    hatch: bool = False
    turned: int = 0
    words: tuple[Words, ...] = ()
    wraps: bool = True
    inset: float = 0.0


@dataclass(frozen=True)
class Line:
    """A straight line from one point to another. dash: a dash of the Office format; end: triangle, oval or none."""

    name: str
    said: str
    x: float
    y: float
    x2: float
    y2: float
    colour: str = INK
    thick: float = 1.0
    dash: str = ""
    end: str = ""


Drawing = list[Shape | Line]
FORMS = {
    "contact": ("ellipse", 1.0, 1.0, 0),
    "attempt": ("ellipse", 0.95, 0.95, 0),
    "referral": ("triangle", 1.0, 1.05, 90),
    "exchange": ("diamond", 0.9, 0.9, 0),
    "meeting": ("hexagon", 1.12, 1.0, 0),
    "assessment": ("rect", 0.88, 0.88, 0),
    "decision": ("star4", 1.3, 1.3, 0),
    "record": ("rect", 1.0, 0.34, 0),
    "incident": ("mathMultiply", 1.4, 1.4, 0),
    "life": ("pentagon", 1.1, 1.05, 0),
    "other": ("ellipse", 0.6, 0.6, 0),
}
POINTS = {
    "missed opportunity": ("diamond", MISSED, 1.25),
    "good practice": ("star5", GOOD, 1.45),
    "mixed": ("rect", MUTED, 1.0),
}


def mark(kind: str, x: float, y: float, size: float, said: str, *, later: bool = False) -> Shape:
    """The sign of a kind of event, its middle at x, y; later: hollow, as what was known only later is drawn."""
    form, wide, high, turned = FORMS[kind]
    sign = KINDS[kind]
    hollow = sign.hollow or later
    wide, high = wide * size, high * size
    fill, line = (PAPER, sign.colour) if hollow else (sign.colour, PAPER)
    return Shape(
        f"{sign.word}", said, x - wide / 2, y - high / 2, wide, high, form, fill, line, 2.0 if hollow else 1.0, turned=turned
    )


def badge(kind: str, number: int, basis: str, x: float, y: float, size: float, said: str) -> Shape:
    """The numbered sign of a practice point: filled where the review says so, hollow where it is this chronology's reading."""
    form, colour, scale = POINTS[kind]
    stated = basis == "stated"
    side = size * scale
    digits = Words(str(number), size * (0.5 if number < 100 else 0.4), True, PAPER if stated else colour, "ctr", "ctr")
    fill = colour if stated else PAPER
    name = kind.capitalize()
    return Shape(name, said, x - side / 2, y - side / 2, side, side, form, fill, colour, 2.0, words=(digits,), wraps=False)
