"""When a person was seen and by whom: one lane an agency, and under them the stretches between, sure and possible."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.palette import BOLD_GLYPH, CHOSEN, FONT, GLYPH, GRID, INK, KINDS, LABEL, LINK, MUTED, PAPER, SILENCE, STRIPE
from charts.scale import Scale, scale, ticks
from charts.text import wrapped, written
from charts.traces import boxes

Trace = dict[str, Any]
Word = tuple[float, float, str, str, str]
BAR, DOT, FOOT, RIGHT = 26.0, 15.0, 34.0, 84.0
SEEN = KINDS["contact"].colour
HATCH = {"shape": "/", "fgcolor": "#8a95a3", "bgcolor": PAPER, "size": 8, "solidity": 0.16, "fillmode": "overlay"}


@dataclass(frozen=True)
class Zero:
    """Day 0: its window and its words."""

    earliest: pd.Timestamp
    latest: pd.Timestamp
    words: str


@dataclass
class Row:
    """One row of the picture: a lane of an agency, or of stretches (`bars`), from `top` to `bottom`."""

    agency: str
    name: str
    top: float
    bottom: float
    bars: bool = False
    marks: list[tuple[float, float, float, Any]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True)
class Sheet:
    """The laid-out picture: its rows, its axis, the pixel at which the axis begins, and its size."""

    rows: tuple[Row, ...]
    axis: Scale
    left: float
    width: float
    height: float

    def x(self, day: pd.Timestamp, *, end: bool = False) -> float:
        return self.left + self.axis.x(day, end=end)

    def middle(self, day: pd.Timestamp) -> float:
        return self.left + self.axis.middle(day)


def sheet(
    marks: pd.DataFrame,
    bars: pd.DataFrame,
    names: dict[str, str],
    width: float,
    zero: Zero | None = None,
    *,
    relative: bool = False,
) -> Sheet:
    """Rows and axis for `width` px: a lane for each agency of the marks, then a row for each agency of the bars."""
    left = 190.0 if width < 1400 else 250.0
    days = [*marks["earliest"], *marks["latest"], *([zero.earliest, zero.latest] if zero else [])]
    first, last = min(days), max(days)
    pad = max((last - first) / 40, pd.Timedelta(days=2))
    axis = scale((first - 2 * pad).date(), (last + pad).date(), width - left - RIGHT, relative=relative)
    tall = 50.0 if marks["agency"].nunique() <= 4 and width >= 1400 else 40.0
    rows: list[Row] = []
    top = 4.0
    for agency in dict.fromkeys(marks["agency"]):
        row = Row(agency, names[agency], top, top)
        row.marks = _placed(marks[marks["agency"] == agency], axis, left)
        lines = 1 + max(int(place) for *_, place, _ in row.marks)
        row.bottom = top + max(tall, lines * 26.0 + 14)
        rows.append(row)
        top = row.bottom
    top += 12
    for agency in dict.fromkeys(bars["agency"]):
        rows.append(Row(agency, f"{names[agency]} alone" if agency else names[agency], top, top + 48, bars=True))
        top += 48
    return Sheet(tuple(rows), axis, left, width, top + FOOT)


def _placed(own: pd.DataFrame, axis: Scale, left: float) -> list[tuple[float, float, float, Any]]:
    """Left, right and sub-row of each mark: marks that would overlap stand below each other."""
    ends: list[float] = []
    found = []
    for event in own.itertuples():
        if event.earliest == event.latest:
            middle = left + axis.middle(event.earliest)
            a, b = middle - DOT / 2, middle + DOT / 2
        else:
            a, b = left + axis.x(event.earliest), left + axis.x(event.latest, end=True)
            a, b = (a, b) if b - a > 12 else ((a + b) / 2 - 6, (a + b) / 2 + 6)
        place = next((number for number, end in enumerate(ends) if a >= end), len(ends))
        ends[place : place + 1] = [b + 2]
        found.append((a, b, float(place), event))
    return found


def sight_figure(
    laid: Sheet,
    bars: pd.DataFrame,
    due: pd.DataFrame,
    zero: Zero | None = None,
    chosen: str = "",
    undated: dict[str, int] | None = None,
) -> Trace:
    """The figure of a laid-out sheet.

    Marks carry (event_id) as customdata, and `words`; bars are rows of measures.last_seen.gap_bars with
    words and `says` for the hover; due: rows of agency, due_earliest, due_latest, words; undated: how many more
    an agency has without a date.
    """
    words: list[Word] = []
    data = [*_grounds(laid), *_months(laid, words), *_names(laid, undated or {}, words)]
    for row in laid.rows:
        data += (
            _bars(laid, row, bars[bars["agency"] == row.agency], due[due["agency"] == row.agency], words)
            if row.bars
            else _lane(laid, row, chosen, words, zero)
        )
    data += _zero(laid, zero, words)
    return {"data": [*data, *_texts(words), *_targets(laid, bars)], "layout": _layout(laid)}


def _layout(laid: Sheet) -> Trace:
    hidden = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return {
        "width": laid.width, "height": laid.height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, laid.width]}, "yaxis": {**hidden, "range": [laid.height, 0]},
        "template": "none", "paper_bgcolor": PAPER, "plot_bgcolor": PAPER, "showlegend": False, "dragmode": False,
        "hovermode": "closest", "hoverdistance": 14, "clickmode": "event+select", "font": {"family": FONT, "size": 15, "color": INK},
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 15, "color": INK}, "align": "left"},
    }  # fmt: skip


def _line(
    points: Iterable[tuple[float, float, float, float]], colour: str, width: float, dash: str = "solid", **more: Any
) -> Trace:
    x: list[float | None] = []
    y: list[float | None] = []
    for x1, y1, x2, y2 in points:
        x += [x1, x2, None]
        y += [y1, y2, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": y,
        "line": {"color": colour, "width": width, "dash": dash},
        "hoverinfo": "skip",
        **more,
    }


def _grounds(laid: Sheet) -> list[Trace]:
    lanes = [row for row in laid.rows if not row.bars]
    striped = [(0.0, laid.width, row.top, row.bottom) for number, row in enumerate(lanes) if number % 2 == 0]
    return [boxes(striped, STRIPE, name="lanes")] if striped else []


def _months(laid: Sheet, words: list[Word]) -> list[Trace]:
    found = ticks(laid.axis)
    bottom = laid.height - FOOT
    for tick in found:
        words.append((laid.left + tick.middle, bottom + 16, tick.label, "month", "middle center"))
    return [_line([(laid.left + tick.x, 0, laid.left + tick.x, bottom) for tick in found], GRID, 1, name="months")]


def _names(laid: Sheet, undated: dict[str, int], words: list[Word]) -> list[Trace]:
    for row in laid.rows:
        more = undated.get(row.agency, 0) if not row.bars else 0
        lines = [(line, "bold") for line in textwrap.wrap(row.name, int((laid.left - 20) / BOLD_GLYPH))[:2]]
        lines += [(f"and {more} without a date", "muted")] if more else []
        for number, (line, style) in enumerate(lines):
            words.append((10, row.middle + (number - (len(lines) - 1) / 2) * 18, line, style, "middle right"))
    return []


def _lane(laid: Sheet, row: Row, chosen: str, words: list[Word], zero: Zero | None) -> list[Trace]:
    """Dots for days, hatched windows for blurred days, a filled one for what went on; words where they fit."""
    lines = 1 + max(int(place) for *_, place, _ in row.marks)
    data = []
    for a, b, place, event in row.marks:
        y = row.middle + (place - (lines - 1) / 2) * 26
        sign = KINDS[event.kind] if event.kind in ("attempt", "meeting") else KINDS["contact"]
        if event.event_id == chosen:
            data.append(boxes([(a - 4, b + 4, y - 12, y + 12)], CHOSEN, LINK, 2.5, name="chosen"))
        if event.earliest == event.latest:
            hollow = sign.hollow
            marker = {
                "symbol": sign.symbol,
                "size": DOT,
                "color": PAPER if hollow else sign.colour,
                "line": {"color": sign.colour, "width": 2.2 if hollow else 0},
            }
            data.append(
                {
                    "type": "scatter",
                    "mode": "markers",
                    "x": [(a + b) / 2],
                    "y": [y],
                    "marker": marker,
                    "hoverinfo": "skip",
                    "name": f"day {event.event_id}",
                }
            )
        else:
            line = {"line": {"color": sign.colour, "width": 1.8, "dash": "4px,3px" if sign.hollow else "solid"}}
            look: Trace = {} if event.lasts else {"fillpattern": {**HATCH, "fgcolor": sign.colour}}
            tall = 11 if event.lasts else 8
            fill = "#dfe4ea" if event.lasts else PAPER
            data.append({**boxes([(a, b, y - tall, y + tall)], fill, name=f"window {event.event_id}", **look), **line})
    _mark_words(laid, row, lines, words, zero)
    return data


def _mark_words(laid: Sheet, row: Row, lines: int, words: list[Word], zero: Zero | None) -> None:
    """Each mark's days beside it: at its right, else at its left, else only in hover and table."""
    for line in range(lines):
        own = [mark for mark in row.marks if int(mark[2]) == line]
        taken = [(a, b) for a, b, *_ in own] + ([(laid.middle(zero.earliest) - 2, laid.middle(zero.latest) + 2)] if zero else [])
        y = row.middle + (line - (lines - 1) / 2) * 26
        for a, b, _, event in own:
            wide = len(event.words) * (GLYPH + 0.5)
            for start, end, x, place in ((b, b + 6 + wide, b + 5, "middle right"), (a - 6 - wide, a, a - 5, "middle left")):
                inside = start >= laid.left and end <= laid.width - 4
                if inside and all(stop <= start or begin >= end for begin, stop in taken):
                    taken.append((start, end))
                    words.append((x, y, event.words, "plain", place))
                    break
            else:
                if event.lasts and wide + 8 <= b - a:
                    words.append(((a + b) / 2, y, event.words, "plain", "middle center"))


def _bars(laid: Sheet, row: Row, own: pd.DataFrame, due: pd.DataFrame, words: list[Word]) -> list[Trace]:
    """Stretches: solid where they are sure, hatched where only possible; a dotted line where something was due."""
    top, bottom = row.middle - BAR / 2 - 4, row.middle + BAR / 2 - 4
    lines = [laid.middle(day) for one in due.itertuples() for day in (one.due_earliest, one.due_latest)]
    sure, may = [], []
    for one in own.itertuples():
        ends = (laid.middle(one.may_from), laid.middle(one.may_to))
        if pd.notna(one.from_day):
            left, right = laid.middle(one.from_day), laid.middle(one.to_day)
            sure.append((left, right, top, bottom))
            may += [(a, b, top, bottom) for a, b in ((ends[0], left), (right, ends[1])) if b > a]
            start, end = _free(left, right, lines)
            text = next((said for said in (one.words, _short(one)) if len(said) * BOLD_GLYPH + 8 <= end - start), "")
            if text:
                words.append(((start + end) / 2, (top + bottom) / 2, text, "bold", "middle center"))
        elif ends[1] > ends[0]:
            may.append((ends[0], ends[1], top, bottom))
    dashed = {"line": {"color": MUTED, "width": 1.2, "dash": "4px,3px"}}
    data = [{**boxes(may, PAPER, name="possible", fillpattern=HATCH), **dashed}] if may else []
    data += [boxes(sure, SILENCE, "#6b7684", 1.2, name="sure")] if sure else []
    return [*data, *_due(laid, row, due, words)]


def _free(left: float, right: float, lines: list[float]) -> tuple[float, float]:
    """The widest part of a bar between the dotted lines across it."""
    edges = [left, *sorted(x for x in lines if left < x < right), right]
    return max(pairwise(edges), key=lambda part: part[1] - part[0])


def _short(one: Any) -> str:
    return f"{one.least_days:.0f}{'' if one.least_days == one.most_days else '+'}"


def _due(laid: Sheet, row: Row, due: pd.DataFrame, words: list[Word]) -> list[Trace]:
    top, bottom = row.middle - BAR / 2 - 9, row.middle + BAR / 2 - 1
    lines = []
    held = [one for one in due.itertuples() if laid.axis.holds(one.due_earliest, one.due_latest)]
    for number, one in enumerate(held):
        places = sorted({laid.middle(one.due_earliest), laid.middle(one.due_latest)})
        lines += [(x, top, x, bottom) for x in places]
        if not number:
            middle, half = sum(places) / len(places), len(one.words) * GLYPH / 2
            middle = min(max(middle, laid.left + half), laid.width - half - 4)
            words.append((middle, bottom + 9, one.words, "muted", "middle center"))
    return [_line(lines, INK, 2.4, "2px,3px", name="due")] if lines else []


def _zero(laid: Sheet, zero: Zero | None, words: list[Word]) -> list[Trace]:
    if zero is None:
        return []
    bottom = laid.height - FOOT
    a, b = laid.middle(zero.earliest), laid.middle(zero.latest)
    y = bottom - 6 if any(row.bars for row in laid.rows) else bottom + 2
    words.append((b + 5, y, zero.words, "bold", "middle right"))
    if zero.earliest == zero.latest:
        return [_line([(a, 0, a, bottom)], INK, 2.2, name="day 0")]
    band = boxes([(a, b, 0, bottom)], "rgba(27,36,48,0.08)", name="day 0 within")
    return [band, _line([(x, 0, x, bottom) for x in (a, b)], INK, 1.6, "4px,3px", name="day 0")]


STYLES = {"plain": (15, INK), "bold": (15, INK), "muted": (15, MUTED), "month": (16, LABEL)}


def _texts(words: list[Word]) -> list[Trace]:
    found = []
    for style, place in dict.fromkeys((one[3], one[4]) for one in words):
        own = [one for one in words if one[3:] == (style, place)]
        size, colour = STYLES[style]
        text = [f"<b>{written(one[2])}</b>" if style == "bold" else written(one[2]) for one in own]
        font = {"size": size, "color": colour, "family": FONT}
        found.append(
            {
                "type": "scatter", "mode": "text", "x": [one[0] for one in own], "y": [one[1] for one in own], "text": text,
                "textposition": place, "textfont": font, "hoverinfo": "skip", "cliponaxis": False, "name": f"words {style}",
                "unselected": {"textfont": {"color": colour}},
            }
        )  # fmt: skip
    return found


def _targets(laid: Sheet, bars: pd.DataFrame) -> list[Trace]:
    """Marks nobody sees, for the mouse: along every mark its event, along every stretch the event that ended it."""
    found: list[tuple[float, float, str, str]] = []
    for row in laid.rows:
        if row.bars:
            for one in bars[bars["agency"] == row.agency].itertuples():
                found += [
                    (x, row.middle - 4, one.before, wrapped(one.says))
                    for x in _along(laid.middle(one.may_from), laid.middle(one.may_to))
                ]
            continue
        lines = 1 + max(int(place) for *_, place, _ in row.marks)
        for a, b, place, event in row.marks:
            y = row.middle + (place - (lines - 1) / 2) * 26
            says = f"{written(event.words)}<br>{wrapped(event.title)}"
            found += [(x, y, event.event_id, says) for x in _along(a, b)]
    return [
        {
            "type": "scatter", "mode": "markers", "name": "targets", "x": [one[0] for one in found], "y": [one[1] for one in found],
            "customdata": [one[2] for one in found], "hovertext": [one[3] for one in found], "hoverinfo": "text",
            "marker": {"symbol": "square", "size": 20, "color": PAPER, "opacity": 0},
            "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
        }
    ]  # fmt: skip


def _along(left: float, right: float) -> list[float]:
    """Places at most 20 px apart from end to end; the middle of what is short."""
    count = int((right - left) // 20)
    return [left + (right - left) * (number + 0.5) / count for number in range(count)] if count > 1 else [(left + right) / 2]
