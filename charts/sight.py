"""When a person was seen and by whom: one lane an agency, and under them the stretches between, sure and possible."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from typing import Any

import pandas as pd

from charts.canvas import Target, Word, canvas, stacked, styled, sure_and_possible, targets
from charts.palette import BOLD_GLYPH, CHOSEN, GLYPH, GRID, INK, KINDS, LABEL, LASTS, LINK, MUTED, PAPER, STRIPE, KindSign
from charts.scale import ticks
from charts.sight_sheet import DOT, FOOT, Row, Sheet, Zero
from charts.text import wrapped, written
from charts.traces import Trace, boxes, hatch, rules

BAR = 26.0
STYLES = {"plain": (15, INK, False), "bold": (15, INK, True), "muted": (15, MUTED, False), "month": (16, LABEL, False)}


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
    words = _names(laid, undated or {})
    traces = [*_grounds(laid), *_months(laid, words)]
    for row in laid.rows:
        traces += (
            _bars(laid, row, bars[bars["agency"] == row.agency], due[due["agency"] == row.agency], words)
            if row.bars
            else _lane(laid, row, chosen, words, zero)
        )
    traces += _zero(laid, zero, words)
    return {"data": [*traces, *styled(words, STYLES), _targets(laid, bars)], "layout": canvas(laid.width, laid.height, near=21)}


def _grounds(laid: Sheet) -> list[Trace]:
    lanes = [row for row in laid.rows if not row.bars]
    striped = [(0.0, laid.width, row.top, row.bottom) for number, row in enumerate(lanes) if number % 2 == 0]
    return [boxes(striped, STRIPE, name="lanes")] if striped else []


def _months(laid: Sheet, words: list[Word]) -> list[Trace]:
    found = ticks(laid.axis)
    bottom = laid.height - FOOT
    for tick in found:
        words.append((laid.left + tick.middle, bottom + 16, tick.label, "month", "middle center"))
    return [rules([(x, x, 0, bottom) for x in (laid.left + tick.x for tick in found)], GRID, 1, name="months")]


def _names(laid: Sheet, undated: dict[str, int]) -> list[Word]:
    """The name of each row, and of a lane how many events it has without a date."""
    found: list[Word] = []
    for row in laid.rows:
        more = undated.get(row.agency, 0) if not row.bars else 0
        lines = [(line, "bold") for line in textwrap.wrap(row.name, int((laid.left - 20) / BOLD_GLYPH))[:2]]
        lines += [(f"and {more} without a date", "muted")] if more else []
        places = stacked(row.middle, len(lines), 18)
        found += [(10, y, line, style, "middle right") for y, (line, style) in zip(places, lines, strict=True)]
    return found


def _lane(laid: Sheet, row: Row, chosen: str, words: list[Word], zero: Zero | None) -> list[Trace]:
    """The marks of a lane, the chosen one in a frame; words where they fit."""
    traces = []
    for a, b, place, event in row.marks:
        y = row.y(place)
        if event.event_id == chosen:
            traces.append(boxes([(a - 4, b + 4, y - 12, y + 12)], CHOSEN, LINK, 2.5, name="chosen"))
        traces.append(_day(event, (a + b) / 2, y) if event.earliest == event.latest else _window(event, a, b, y))
    _mark_words(laid, row, words, zero)
    return traces


def _sign(event: Any) -> KindSign:
    return KINDS[event.kind if event.kind in ("attempt", "meeting") else "contact"]


def _day(event: Any, x: float, y: float) -> Trace:
    """A dot for a day."""
    sign = _sign(event)
    line = {"color": sign.colour, "width": 2.2 if sign.hollow else 0}
    marker = {"symbol": sign.symbol, "size": DOT, "color": PAPER if sign.hollow else sign.colour, "line": line}
    return {
        "type": "scatter", "mode": "markers", "x": [x], "y": [y], "marker": marker, "hoverinfo": "skip",
        "name": f"day {event.event_id}",
    }  # fmt: skip


def _window(event: Any, left: float, right: float, y: float) -> Trace:
    """A hatched window for blurred days, a filled one for what went on."""
    sign = _sign(event)
    corners = (left, right, y - 11, y + 11) if event.lasts else (left, right, y - 8, y + 8)
    dash = "4px,3px" if sign.hollow else "solid"
    more = {} if event.lasts else {"fillpattern": hatch(sign.colour, 0.16, 8)}
    return boxes([corners], LASTS if event.lasts else PAPER, sign.colour, 1.8, dash, name=f"window {event.event_id}", **more)


def _mark_words(laid: Sheet, row: Row, words: list[Word], zero: Zero | None) -> None:
    """Each mark's days beside it: at its right, else at its left, else only in hover and table."""
    for line in range(row.lines):
        own = [mark for mark in row.marks if int(mark[2]) == line]
        taken = [(a, b) for a, b, *_ in own] + ([(laid.middle(zero.earliest) - 2, laid.middle(zero.latest) + 2)] if zero else [])
        y = row.y(line)
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
    return [*sure_and_possible(sure, may), *_due(laid, row, due, words)]


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
        lines += [(x, x, top, bottom) for x in places]
        if not number:
            middle, half = sum(places) / len(places), len(one.words) * GLYPH / 2
            middle = min(max(middle, laid.left + half), laid.width - half - 4)
            words.append((middle, bottom + 9, one.words, "muted", "middle center"))
    return [rules(lines, INK, 2.4, "2px,3px", name="due")] if lines else []


def _zero(laid: Sheet, zero: Zero | None, words: list[Word]) -> list[Trace]:
    if zero is None:
        return []
    bottom = laid.height - FOOT
    a, b = laid.middle(zero.earliest), laid.middle(zero.latest)
    y = bottom - 6 if any(row.bars for row in laid.rows) else bottom + 2
    words.append((b + 5, y, zero.words, "bold", "middle right"))
    if zero.earliest == zero.latest:
        return [rules([(a, a, 0, bottom)], INK, 2.2, name="day 0")]
    band = boxes([(a, b, 0, bottom)], "rgba(27,36,48,0.08)", name="day 0 within")
    return [band, rules([(x, x, 0, bottom) for x in (a, b)], INK, 1.6, "4px,3px", name="day 0")]


def _targets(laid: Sheet, bars: pd.DataFrame) -> Trace:
    """Places for the mouse: along every mark its event, along every stretch the event that ended it."""
    found: list[Target] = []
    for row in laid.rows:
        for one in bars[bars["agency"] == row.agency].itertuples() if row.bars else ():
            places = _along(laid.middle(one.may_from), laid.middle(one.may_to))
            found += [(x, row.middle - 4, one.before, wrapped(one.says)) for x in places]
        for a, b, place, event in row.marks:
            says = f"{written(event.words)}<br>{wrapped(event.title)}"
            found += [(x, row.y(place), event.event_id, says) for x in _along(a, b)]
    return targets(found)


def _along(left: float, right: float) -> list[float]:
    """Places at most 20 px apart from end to end; the middle of what is short."""
    count = int((right - left) // 20)
    return [left + (right - left) * (number + 0.5) / count for number in range(count)] if count > 1 else [(left + right) / 2]
