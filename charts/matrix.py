"""The matrix of practice points: themes down, agencies across, printed numbers with the signs of the timeline."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.palette import BOLD_GLYPH, BORDER, CHOSEN, FONT, GLYPH, GOOD, GRID, INK, LINK, MISSED, MUTED, PAPER, STRIPE
from charts.text import cut, written
from charts.traces import boxes

Trace = dict[str, Any]
SIGNS = {"missed": ("diamond", MISSED), "good": ("star", GOOD), "mixed": ("square", MUTED)}
WORDS = {"missed": ("Missed", "Missed opportunities"), "good": ("Good", "Good practice"), "mixed": ("Mixed", "Mixed")}
UNIT, LINE, TOTAL, FOOT = 34.0, 18.0, 58.0, 32.0


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
    top = longest * BOLD_GLYPH + 14 if upright else 18.0 * max(map(len, heads), default=1) + 12
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
    return (cut(name, 165, 4, BOLD_GLYPH),) if upright else _lines(name, wide - 8, 3, BOLD_GLYPH)


def _lines(name: str, room: float, most: int, glyph: float = GLYPH) -> tuple[str, ...]:
    """A name in at most so many lines; what does not fit is cut with '…' and said in full by the table."""
    found = textwrap.wrap(name, max(4, int(room / glyph))) or [""]
    return tuple(found if len(found) <= most else [*found[: most - 1], cut(" ".join(found[most - 1 :]), room, 4, glyph)])


def matrix(
    laid: Grid,
    themes: pd.DataFrame,
    agencies: pd.DataFrame,
    cells: pd.DataFrame,
    totals: Mapping[str, int],
    chosen: tuple[str, str] = ("", ""),
) -> Trace:
    """The figure of a laid-out matrix. Invisible squares carry (theme, agency) as customdata; blank means the whole line.

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
    return {"data": traces, "layout": _layout(laid)}


def _layout(laid: Grid) -> Trace:
    hidden = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    heads = (
        [
            {
                "x": left + laid.wide / 2,
                "y": laid.top - 6,
                "text": f"<b>{written(head[0])}</b>",
                "textangle": -90,
                "showarrow": False,
                "xanchor": "center",
                "yanchor": "bottom",
                "font": {"size": 15, "color": INK},
            }
            for left, head in zip(laid.lefts, laid.heads, strict=True)
        ]
        if laid.upright
        else []
    )
    return {
        "width": laid.width,
        "height": laid.height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, laid.width]},
        "yaxis": {**hidden, "range": [laid.height, 0]},
        "template": "none",
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "dragmode": False,
        "hovermode": "closest",
        "hoverdistance": 20,
        "clickmode": "event+select",
        "annotations": heads,
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 15, "color": INK}, "align": "left"},
        "font": {"family": FONT, "size": 15, "color": INK},
    }


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
        _rules([*across, *down], GRID, 1),
        _rules([(0.0, laid.width, laid.top, laid.top), (0.0, laid.width, laid.bottom, laid.bottom)], BORDER, 1.5),
    ]


def _chosen_spans(laid: Grid, row: int | None, column: int | None) -> list[tuple[float, float, float, float]]:
    if row is None and column is None:
        return []
    left, right = (0.0, laid.width) if column is None else (laid.lefts[column], laid.lefts[column] + laid.wide)
    top, bottom = (0.0, laid.height) if row is None else (laid.tops[row], laid.tops[row + 1])
    return [(left + 1, right - 1, top + 1, bottom - 1)]


def _frame(laid: Grid, row: int | None, column: int | None) -> list[Trace]:
    spans = _chosen_spans(laid, row, column)
    return [boxes(spans, "rgba(0,0,0,0)", LINK, 2.5, name="chosen frame")] if spans else []


def _rules(lines: Iterable[tuple[float, float, float, float]], colour: str, width: float) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right, top, bottom in lines:
        x += [left, right, None]
        y += [top, bottom, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": width}, "hoverinfo": "skip"}


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
    symbol, colour = SIGNS[sign]
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
        **_steady(colour),
    }


def _steady(colour: str) -> Trace:
    """A click on one cell must not grey out the others."""
    look = {"marker": {"opacity": 1}, "textfont": {"color": colour}}
    return {"selected": look, "unselected": look}


def _names(laid: Grid) -> list[Trace]:
    """Themes at the left, agencies on top where their names fit across, and the headings of the totals."""
    left: list[tuple[float, float, str]] = [(0.0, laid.top - 14, "<b>Theme</b>")]
    for top, bottom, lines in zip(laid.tops, laid.tops[1:], laid.themes, strict=False):
        left += [(0.0, y, written(line)) for y, line in _stacked((top + bottom) / 2, lines)]
    left += [(0.0, laid.bottom + FOOT * (place + 0.5), WORDS[sign][1]) for place, sign in enumerate(laid.signs)]
    middle: list[tuple[float, float, str]] = []
    for place, sign in enumerate(laid.signs):
        middle.append((laid.right + TOTAL * (place + 0.5), laid.top - 14, f"<b>{WORDS[sign][0]}</b>"))
    if not laid.upright:
        for x, lines in zip(laid.lefts, laid.heads, strict=True):
            first = laid.top - 14 - 18 * (len(lines) - 1)
            middle += [(x + laid.wide / 2, first + 18 * place, f"<b>{written(line)}</b>") for place, line in enumerate(lines)]
    return [_texts(left, "middle right"), _texts(middle, "middle center")]


def _stacked(centre: float, lines: tuple[str, ...]) -> list[tuple[float, str]]:
    return [(centre + (place - (len(lines) - 1) / 2) * 17, line) for place, line in enumerate(lines)]


def _texts(words: list[tuple[float, float, str]], place: str, colour: str = INK) -> Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x for x, _, _ in words],
        "y": [y for _, y, _ in words],
        "text": [text for *_, text in words],
        "textposition": place,
        "textfont": {"size": 15, "color": colour, "family": FONT},
        "hoverinfo": "skip",
        "cliponaxis": False,
        **_steady(colour),
    }


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
    return [_texts(some, "middle center"), _texts(none, "middle center", MUTED)]


def _targets(laid: Grid, themes: pd.DataFrame, agencies: pd.DataFrame, counted: list[tuple[int, int, Any]]) -> Trace:
    """Squares nobody sees, for the mouse: one a cell with points, one a heading, none where there is nothing to choose."""
    names, lanes = list(themes.itertuples()), list(agencies.itertuples())
    found = [
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
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "targets",
        "x": [one[0] for one in found],
        "y": [one[1] for one in found],
        "customdata": [one[2] for one in found],
        "hovertext": [one[3] for one in found],
        "hoverinfo": "text",
        "marker": {"symbol": "square", "size": max(16, min(laid.wide, 40) - 4), "color": PAPER, "opacity": 0},
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }
