"""Where the matrix of practice points has its rows, columns and headings: names wrapped, then cut, upright where columns are narrow."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

import pandas as pd

from charts.palette import BOLD_GLYPH, GLYPH, GOOD, MISSED, MUTED
from charts.text import cut

SIGNS = {"missed": ("diamond", MISSED), "good": ("star", GOOD), "mixed": ("square", MUTED)}
UNIT, LINE, TOTAL, FOOT = 34.0, 18.0, 58.0, 32.0
HEAD_GLYPH = BOLD_GLYPH + 1.2  # a name by its widest letters: one of few letters has no average


@dataclass(frozen=True)
class Grid:
    """Where everything stands, in px from the top left: edges of rows and columns, and the headings in lines."""

    width: float
    height: float
    left: float
    top: float
    lefts: tuple[float, ...]
    wide: float
    tops: tuple[float, ...]
    heads: tuple[tuple[str, ...], ...]
    upright: bool
    themes: tuple[tuple[str, ...], ...]
    signs: tuple[str, ...]

    @property
    def right(self) -> float:
        """Where the columns of agencies end and those of totals begin."""
        return self.left + self.wide * len(self.lefts)

    @property
    def bottom(self) -> float:
        """Where the rows of themes end and those of totals begin."""
        return self.tops[-1]


def grid(themes: pd.DataFrame, agencies: pd.DataFrame, cells: pd.DataFrame, signs: tuple[str, ...], width: float) -> Grid:
    """The matrix laid out in `width` px. signs: the kinds that have a column and a row of totals."""
    left = 190.0 if width < 1050 else 230.0
    wide = (width - left - TOTAL * len(signs) - 1) / max(len(agencies), 1)
    upright = wide < 76
    heads = tuple(_head(name, wide, upright) for name in agencies["name"])
    longest = max((len(line) for head in heads for line in head), default=0)
    top = longest * HEAD_GLYPH + 14 if upright else 18.0 * max(map(len, heads), default=1) + 12
    names = tuple(_lines(name, left - 12, 2) for name in themes["name"])
    tops = [top]
    for row, theme in enumerate(themes["theme"]):
        kinds = (cells.loc[cells["theme"] == theme, list(SIGNS)] > 0).sum(axis=1).max()
        lines = max(-(-int(kinds) // max(1, int((wide - 4) // UNIT))), len(names[row]))
        tops.append(tops[-1] + max(34.0, lines * LINE + 6))
    height = tops[-1] + FOOT * len(signs) + 1
    lefts = tuple(left + wide * place for place in range(len(agencies)))
    return Grid(width, height, left, top, lefts, wide, tuple(tops), heads, upright, names, signs)


def whole_width(agencies: int, most: float) -> float:
    """The width at which the agencies' names stand across without being cut, at most `most`."""
    return min(most, max(900.0, 230 + TOTAL * len(SIGNS) + 150.0 * agencies))


def _head(name: str, wide: float, upright: bool) -> tuple[str, ...]:
    return (cut(name, 190, 4, HEAD_GLYPH),) if upright else _lines(name, wide - 8, 3, BOLD_GLYPH)


def _lines(name: str, room: float, most: int, glyph: float = GLYPH) -> tuple[str, ...]:
    """A name in at most so many lines; what does not fit is cut with '…' and said in full by the table."""
    found = textwrap.wrap(name, max(4, int(room / glyph))) or [""]
    return tuple(found if len(found) <= most else [*found[: most - 1], cut(" ".join(found[most - 1 :]), room, 4, glyph)])
