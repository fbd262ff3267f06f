"""The matrix of practice points: themes down, agencies across, printed numbers with the signs of the timeline."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import pandas as pd

from charts.canvas import Said, Target, canvas, stacked, targets, texts
from charts.matrix_grid import FOOT, LINE, SIGNS, TOTAL, UNIT, Grid
from charts.palette import BORDER, CHOSEN, FONT, GRID, INK, LINK, MUTED, STRIPE
from charts.text import written
from charts.traces import Corners, Trace, boxes, rules

WORDS = {"missed": ("Missed", "Missed opportunities"), "good": ("Good", "Good practice"), "mixed": ("Mixed", "Mixed")}


def matrix(
    laid: Grid,
    themes: pd.DataFrame,
    agencies: pd.DataFrame,
    cells: pd.DataFrame,
    totals: Mapping[str, int],
    chosen: tuple[str, str] = ("", ""),
) -> Trace:
    """The figure of a laid-out matrix. Places for the mouse carry (theme, agency) as customdata; blank means the whole line.

    themes, agencies, cells: rows of measures.points with missed, good and mixed; totals: points by kind.
    """
    rows = {theme: place for place, theme in enumerate(themes["theme"])}
    columns = {agency: place for place, agency in enumerate(agencies["agency"])}
    counted = [(rows[one.theme], columns[one.agency], one) for one in cells.itertuples()]
    traces = [
        *_grounds(laid, rows.get(chosen[0]), columns.get(chosen[1])),
        *_signs(laid, counted),
        *_names(laid),
        *_sums(laid, themes, agencies, totals),
        *_frame(laid, rows.get(chosen[0]), columns.get(chosen[1])),
        _targets(laid, themes, agencies, counted),
    ]
    near = 17 + math.ceil(max(16, min(laid.wide, 40) - 4) / 2)
    return {"data": traces, "layout": canvas(laid.width, laid.height, near, _upright(laid))}


def _upright(laid: Grid) -> list[Trace]:
    """The names of agencies on end, where they do not fit across."""
    if not laid.upright:
        return []
    look = {"textangle": -90, "showarrow": False, "xanchor": "center", "yanchor": "bottom", "font": {"size": 15, "color": INK}}
    heads = zip(laid.lefts, laid.heads, strict=True)
    return [{"x": left + laid.wide / 2, "y": laid.top - 6, "text": f"<b>{written(head[0])}</b>", **look} for left, head in heads]


def _grounds(laid: Grid, row: int | None, column: int | None) -> list[Trace]:
    """The ground of totals and of the chosen line or cell, and the rules between the lines."""
    traces = [boxes([(laid.right, laid.width, laid.top, laid.height), (0, laid.right, laid.bottom, laid.height)], STRIPE)]
    spans = _chosen_spans(laid, row, column)
    if spans:
        traces.append(boxes(spans, CHOSEN, name="chosen"))
    ends = [*laid.tops, *(laid.bottom + FOOT * place for place in range(1, len(laid.signs) + 1))]
    across = [(0.0, laid.width, y, y) for y in ends[1:]]
    down = [
        (x, x, laid.top, laid.height) for x in (*laid.lefts, *(laid.right + TOTAL * place for place in range(len(laid.signs))))
    ]
    return [
        *traces,
        rules([*across, *down], GRID, 1),
        rules([(0.0, laid.width, laid.top, laid.top), (0.0, laid.width, laid.bottom, laid.bottom)], BORDER, 1.5),
    ]


def _chosen_spans(laid: Grid, row: int | None, column: int | None) -> Corners:
    if row is None and column is None:
        return []
    left, right = (0.0, laid.width) if column is None else (laid.lefts[column], laid.lefts[column] + laid.wide)
    top, bottom = (0.0, laid.height) if row is None else (laid.tops[row], laid.tops[row + 1])
    return [(left + 1, right - 1, top + 1, bottom - 1)]


def _frame(laid: Grid, row: int | None, column: int | None) -> list[Trace]:
    spans = _chosen_spans(laid, row, column)
    return [boxes(spans, "rgba(0,0,0,0)", LINK, 2.5, name="chosen frame")] if spans else []


def _signs(laid: Grid, counted: list[tuple[int, int, Any]]) -> list[Trace]:
    """The signs of each kind with their numbers, side by side where the column is wide enough, else one under the other."""
    found: dict[str, list[tuple[float, float, int]]] = {sign: [] for sign in SIGNS}
    for row, column, cell in counted:
        there = [sign for sign in SIGNS if getattr(cell, sign)]
        for sign, (x, y) in zip(there, _places(laid, row, column, len(there)), strict=True):
            found[sign].append((x, y, getattr(cell, sign)))
    return [_numbers(sign, points) for sign, points in found.items()]


def _centre(laid: Grid, row: int, column: int) -> tuple[float, float]:
    return laid.lefts[column] + laid.wide / 2, (laid.tops[row] + laid.tops[row + 1]) / 2


def _places(laid: Grid, row: int, column: int, count: int) -> list[tuple[float, float]]:
    """The middles of so many signs in a cell."""
    beside = max(1, min(count, int((laid.wide - 4) // UNIT)))
    lines = -(-count // beside)
    middle, centre = _centre(laid, row, column)
    return [
        (
            middle + (place % beside - (beside - 1) / 2) * UNIT,
            centre + (place // beside - (lines - 1) / 2) * LINE,
        )
        for place in range(count)
    ]


def _numbers(sign: str, points: list[tuple[float, float, int]]) -> Trace:
    """The sign and number of each cell; a click on one must not grey out the others."""
    symbol, colour = SIGNS[sign]
    steady = {"marker": {"opacity": 1}, "textfont": {"color": colour}}
    size = {"missed": 13, "good": 15, "mixed": 11}[sign]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": sign,
        "hoverinfo": "skip",
        "cliponaxis": False,
        "x": [x - (8 if number < 10 else 12) for x, _, number in points],
        "y": [y for _, y, _ in points],
        "text": [f"<b>{number}</b>" for _, _, number in points],
        "textposition": "middle right",
        "textfont": {"size": 16, "color": colour, "family": FONT},
        "marker": {"symbol": symbol, "size": size, "color": colour, "opacity": 1},
        "selected": steady,
        "unselected": steady,
    }


def _names(laid: Grid) -> list[Trace]:
    """Themes at the left, agencies on top where their names fit across, and the headings of the totals."""
    left: list[Said] = [(0.0, laid.top - 14, "<b>Theme</b>")]
    for top, bottom, lines in zip(laid.tops, laid.tops[1:], laid.themes, strict=False):
        left += [(0.0, y, written(line)) for y, line in zip(stacked((top + bottom) / 2, len(lines), 17), lines, strict=True)]
    left += [(0.0, laid.bottom + FOOT * (place + 0.5), WORDS[sign][1]) for place, sign in enumerate(laid.signs)]
    middle: list[Said] = [
        (laid.right + TOTAL * (place + 0.5), laid.top - 14, f"<b>{WORDS[sign][0]}</b>") for place, sign in enumerate(laid.signs)
    ]
    if not laid.upright:
        for x, lines in zip(laid.lefts, laid.heads, strict=True):
            first = laid.top - 14 - 18 * (len(lines) - 1)
            middle += [(x + laid.wide / 2, first + 18 * place, f"<b>{written(line)}</b>") for place, line in enumerate(lines)]
    return [texts(left, "middle right"), texts(middle, "middle center")]


def _sums(laid: Grid, themes: pd.DataFrame, agencies: pd.DataFrame, totals: Mapping[str, int]) -> list[Trace]:
    """Totals of each theme at the right, of each agency below, and of all points in the corner."""
    found: list[tuple[float, float, int]] = []
    for place, sign in enumerate(laid.signs):
        x, y = laid.right + TOTAL * (place + 0.5), laid.bottom + FOOT * (place + 0.5)
        found += [(x, (laid.tops[row] + laid.tops[row + 1]) / 2, int(count)) for row, count in enumerate(themes[sign])]
        found += [(left + laid.wide / 2, y, int(count)) for left, count in zip(laid.lefts, agencies[sign], strict=True)]
        found.append((x, y, totals[sign]))
    some = [(x, y, str(count)) for x, y, count in found if count]
    none = [(x, y, "–") for x, y, count in found if not count]
    return [texts(some, "middle center"), texts(none, "middle center", MUTED)]


def _targets(laid: Grid, themes: pd.DataFrame, agencies: pd.DataFrame, counted: list[tuple[int, int, Any]]) -> Trace:
    """For the mouse: one in a cell with points, three a heading, none where there is nothing to choose."""
    names, lanes = list(themes.itertuples()), list(agencies.itertuples())
    found: list[Target] = [
        (
            *_centre(laid, row, column),
            (names[row].theme, lanes[column].agency),
            f"{written(names[row].name)}, {written(lanes[column].name)}<br>{', '.join(cell.points)}",
        )
        for row, column, cell in counted
    ]
    for row, one in enumerate(names):
        found += [
            (laid.left * part, _centre(laid, row, 0)[1], (one.theme, ""), written(one.name)) for part in (1 / 6, 1 / 2, 5 / 6)
        ]
    for column, one in enumerate(lanes):
        found += [
            (_centre(laid, 0, column)[0], laid.top * part, ("", one.agency), written(one.name)) for part in (1 / 6, 1 / 2, 5 / 6)
        ]
    return targets(found)
