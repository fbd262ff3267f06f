"""Where the matrix of who knew what has its facts, agencies and words: rows as high as their longest words, columns in even pages."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.palette import BOLD_GLYPH, GLYPH
from charts.traces import Corner

LEAST, COMFORT, LINE = 110.0, 122.0, 19.0


@dataclass(frozen=True)
class Line:
    """One line in a cell: what is bold, what is not, and whether it is the quieter second part."""

    bold: str
    plain: str
    quiet: bool = False


@dataclass(frozen=True)
class Laid:
    """Where everything of the matrix stands, in px from the top left, and its texts in lines."""

    width: float
    left: float
    wide: float
    tops: tuple[float, ...]
    titles: tuple[tuple[str, ...], ...]
    facts: tuple[str, ...]
    agencies: tuple[str, ...]
    lines: dict[tuple[str, str], tuple[Line, ...]]

    @property
    def height(self) -> float:
        """The whole height of the figure."""
        return self.tops[-1] + 1

    def cell(self, fact: str, agency: str) -> Corner:
        """Left, right, top and bottom of a cell, inside its rules."""
        row, left = self.facts.index(fact), self.left + self.wide * self.agencies.index(agency)
        return left + 3, left + self.wide - 3, self.tops[row] + 4, self.tops[row + 1] - 4


def label_room(width: float) -> float:
    """The room of the facts at the left."""
    return 224.0 if width < 1500 else 300.0


def column_pages(agencies: list[str], width: float) -> list[list[str]]:
    """The agencies in as few even pages as leave each column at least 122 px, and never under 110."""
    fits = max(1, int((width - label_room(width)) // COMFORT))
    number = max(1, -(-len(agencies) // fits))
    size = -(-len(agencies) // number) if agencies else 1
    return [agencies[start : start + size] for start in range(0, len(agencies), size)] or [[]]


def laid_out(facts: pd.DataFrame, agencies: list[str], cells: pd.DataFrame, width: float) -> Laid:
    """The matrix in `width` px: rows as high as their longest words, which wrap and are never cut.

    facts: fact_id, title; cells: fact_id, agency, word, when, more.
    """
    left = label_room(width)
    wide = max(LEAST, (width - left - 1) / max(len(agencies), 1))
    wide = min(wide, 260.0)
    shown = cells[cells["agency"].isin(agencies) & cells["fact_id"].isin(facts["fact_id"])]
    lines = {(one.fact_id, one.agency): _said(one, wide - 20) for one in shown.itertuples()}
    titles = tuple(tuple(textwrap.wrap(title, int((left - 26) / BOLD_GLYPH))) for title in facts["title"])
    tops = [0.0]
    for fact, title in zip(facts["fact_id"], titles, strict=True):
        most = max([len(title), 1, *(len(lines.get((fact, agency), ())) for agency in agencies)])
        tops.append(tops[-1] + max(46.0, most * LINE + 18))
    return Laid(left + wide * len(agencies) + 1, left, wide, tuple(tops), titles, tuple(facts["fact_id"]), tuple(agencies), lines)


def _said(cell: Any, room: float) -> tuple[Line, ...]:
    """The words of a cell in lines: the status with its day where both fit, then the days and how."""
    beside = len(cell.word) * BOLD_GLYPH + (len(cell.when) + 1) * GLYPH + 8 <= room
    first = [Line(cell.word, cell.when)] if beside else [Line(cell.word, ""), *(Line("", one) for one in _wrap(cell.when, room))]
    return (*first, *(Line("", one, True) for one in _wrap(cell.more, room)))


def _wrap(words: str, room: float) -> list[str]:
    return textwrap.wrap(words, max(8, int(room / GLYPH)))


def whole_width(agencies: list[str], width: float) -> float:
    """The width at which all the agencies stand side by side, at least `width`."""
    return max(width, label_room(width) + COMFORT * len(agencies) + 1)
