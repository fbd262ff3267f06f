"""Who knew what as a figure: facts by agencies on one day, and the way one fact took from agency to agency."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.palette import ARROW, BOLD_GLYPH, CHOSEN, DENSITY, FONT, GLYPH, GRID, INK, LINK, MISSED, MUTED, PAPER, STRIPE
from charts.scale import Scale, ticks
from charts.text import written
from charts.traces import boxes

Trace = dict[str, Any]
Corners = tuple[float, float, float, float]
PALE, DARK = DENSITY[1], DENSITY[5]
NONE = "rgba(0,0,0,0)"
LEAST, COMFORT, LINE, BAR, SQUARE = 110.0, 122.0, 19.0, 5.0, 40.0
HATCH = {"shape": "/", "fgcolor": MUTED, "bgcolor": PAPER, "size": 8, "solidity": 0.18, "fillmode": "overlay"}


@dataclass(frozen=True)
class Said:
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
    lines: dict[tuple[str, str], tuple[Said, ...]]

    @property
    def height(self) -> float:
        """The whole height of the figure."""
        return self.tops[-1] + 1

    def cell(self, fact: str, agency: str) -> Corners:
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


def _said(cell: Any, room: float) -> tuple[Said, ...]:
    """The words of a cell in lines: the status with its day where both fit, then the days and how."""
    beside = len(cell.word) * BOLD_GLYPH + (len(cell.when) + 1) * GLYPH + 8 <= room
    first = [Said(cell.word, cell.when)] if beside else [Said(cell.word, ""), *(Said("", one) for one in _wrap(cell.when, room))]
    return (*first, *(Said("", one, True) for one in _wrap(cell.more, room)))


def _wrap(words: str, room: float) -> list[str]:
    return textwrap.wrap(words, max(8, int(room / GLYPH)))


def knew(laid: Laid, cells: pd.DataFrame, silent: dict[str, str], chosen: tuple[str, str] = ("", "")) -> Trace:
    """The figure. Invisible squares carry 'fact|agency' as customdata ('fact|' on the facts themselves).

    cells: fact_id, agency, status, hover; silent: what to say across the row of a fact without any record.
    """
    found = [one for one in cells.itertuples() if (one.fact_id, one.agency) in laid.lines]
    places = {status: [laid.cell(one.fact_id, one.agency) for one in found if one.status == status] for status in STATUSES}
    traces = [
        *_rows(laid, chosen[0]),
        *[trace for status in STATUSES if places[status] for trace in STATUSES[status](places[status])],
        *_titles(laid, chosen[0]),
        *_words(laid),
        *_dashes(laid, silent),
        *_chosen(laid, chosen),
        _targets(laid, {(one.fact_id, one.agency): one.hover for one in found}),
    ]
    return {"data": traces, "layout": layout(laid.width, laid.height)}


def headed(laid: Laid, figure: Trace, names: dict[str, str]) -> Trace:
    """The figure with the agencies over their columns drawn in it, and as much higher: a file has no page above it."""
    heads = [textwrap.wrap(names[one], int((laid.wide - 12) / BOLD_GLYPH)) for one in laid.agencies]
    high = LINE * max(len(head) for head in heads) + 16
    said = [(8.0, -8 - LINE / 2, "<b>Fact</b>")]
    for place, head in enumerate(heads):
        first = -8 - LINE * (len(head) - 0.5)
        x = laid.left + laid.wide * place + 8
        said += [(x, first + LINE * row, f"<b>{written(line)}</b>") for row, line in enumerate(head)]
    more = layout(laid.width, laid.height + high)
    more["yaxis"] = {**more["yaxis"], "range": [laid.height, -high]}
    return {"data": [*figure["data"], texts(said, name="agencies")], "layout": more}


def whole_width(agencies: list[str], width: float) -> float:
    """The width at which all the agencies stand side by side, at least `width`."""
    return max(width, label_room(width) + COMFORT * len(agencies) + 1)


def layout(width: float, height: float, annotations: Iterable[Trace] = ()) -> Trace:
    """A figure in px from the top left, without axes, that answers to a click."""
    hidden = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    return {
        "width": width, "height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, width]}, "yaxis": {**hidden, "range": [height, 0]},
        "template": "none", "paper_bgcolor": PAPER, "plot_bgcolor": PAPER, "showlegend": False, "dragmode": False,
        "hovermode": "closest", "hoverdistance": 24, "clickmode": "event+select", "annotations": list(annotations),
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": {"family": FONT, "size": 15, "color": INK}, "align": "left"},
        "font": {"family": FONT, "size": 15, "color": INK},
    }  # fmt: skip


def _knows(places: list[Corners]) -> list[Trace]:
    bars = [(left, right, top, top + BAR) for left, right, top, _ in places]
    return [boxes(places, PALE, DARK, 1.3, name="knows"), boxes(bars, DARK, name="full bar")]


def _holds(places: list[Corners]) -> list[Trace]:
    bars = [(left, (left + right) / 2, top, top + BAR) for left, right, top, _ in places]
    return [boxes(places, PAPER, DARK, 1.3, name="holds"), boxes(bars, DARK, name="half bar")]


def _cannot_tell(places: list[Corners]) -> list[Trace]:
    plates = [(left + 5, right - 5, top + 5, bottom - 5) for left, right, top, bottom in places]
    return [boxes(places, PAPER, MUTED, 1.3, name="cannot tell", fillpattern=HATCH), boxes(plates, PAPER, name="plate")]


def _not_told(places: list[Corners]) -> list[Trace]:
    found = boxes(places, PAPER, INK, 1.6, name="not told")
    found["line"] = {**found["line"], "dash": "5px,4px"}
    return [found]


STATUSES = {"knows": _knows, "holds": _holds, "cannot tell": _cannot_tell, "not told": _not_told}


def _rows(laid: Laid, fact: str) -> list[Trace]:
    traces = []
    if fact in laid.facts:
        row = laid.facts.index(fact)
        traces.append(boxes([(0, laid.width, laid.tops[row], laid.tops[row + 1])], CHOSEN, name="chosen fact"))
        traces.append(boxes([(0, 4, laid.tops[row], laid.tops[row + 1])], LINK, name="chosen bar"))
    return [*traces, rules([(0.0, laid.width, y, y) for y in laid.tops], GRID, 1)]


def rules(found: Iterable[Corners], colour: str, width: float, dash: str = "solid", name: str = "rules") -> Trace:
    """One trace of lines (left, right, top, bottom)."""
    x: list[float | None] = []
    y: list[float | None] = []
    for left, right, top, bottom in found:
        x += [left, right, None]
        y += [top, bottom, None]
    line = {"color": colour, "width": width, "dash": dash}
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "name": name}


def texts(words: list[tuple[float, float, str]], place: str = "middle right", colour: str = INK, name: str = "words") -> Trace:
    """One trace of texts (x, y, words already safe for Plotly); a click elsewhere does not fade them."""
    look = {"textfont": {"color": colour}}
    return {
        "type": "scatter", "mode": "text", "x": [x for x, _, _ in words], "y": [y for _, y, _ in words],
        "text": [text for *_, text in words], "textposition": place, "textfont": {"size": 15, "color": colour, "family": FONT},
        "hoverinfo": "skip", "cliponaxis": False, "name": name, "selected": look, "unselected": look,
    }  # fmt: skip


def _stacked(top: float, bottom: float, number: int) -> list[float]:
    middle = (top + bottom) / 2
    return [middle + (place - (number - 1) / 2) * LINE for place in range(number)]


def _titles(laid: Laid, chosen: str) -> list[Trace]:
    found = []
    for row, (fact, title) in enumerate(zip(laid.facts, laid.titles, strict=True)):
        for y, line in zip(_stacked(laid.tops[row], laid.tops[row + 1], len(title)), title, strict=True):
            found.append((8.0, y, f"<b>{written(line)}</b>" if fact == chosen else written(line)))
    return [texts(found, name="facts")]


def _words(laid: Laid) -> list[Trace]:
    loud: list[tuple[float, float, str]] = []
    quiet: list[tuple[float, float, str]] = []
    for (fact, agency), lines in laid.lines.items():
        left, _, top, bottom = laid.cell(fact, agency)
        for y, line in zip(_stacked(top + 2, bottom, len(lines)), lines, strict=True):
            bold = f"<b>{written(line.bold)}</b> " if line.bold else ""
            (quiet if line.quiet else loud).append((left + 8, y, f"{bold}{written(line.plain)}".strip()))
    return [texts(loud, name="status"), texts(quiet, colour=MUTED, name="days")]


def _dashes(laid: Laid, silent: dict[str, str]) -> list[Trace]:
    dashes, said = [], []
    for row, fact in enumerate(laid.facts):
        y = (laid.tops[row] + laid.tops[row + 1]) / 2
        if fact in silent:
            said.append((laid.left + 2, y, written(silent[fact])))
            continue
        for place, agency in enumerate(laid.agencies):
            if (fact, agency) not in laid.lines:
                dashes.append((laid.left + laid.wide * (place + 0.5), y, "–"))
    return [texts(dashes, "middle center", MUTED, "no record"), texts(said, colour=MUTED, name="nobody named")]


def _chosen(laid: Laid, chosen: tuple[str, str]) -> list[Trace]:
    fact, agency = chosen
    if fact not in laid.facts or agency not in laid.agencies:
        return []
    left, right, top, bottom = laid.cell(fact, agency)
    return [boxes([(left - 2, right + 2, top - 2, bottom + 2)], NONE, LINK, 3, name="chosen cell")]


def _targets(laid: Laid, hover: dict[tuple[str, str], str]) -> Trace:
    """Squares nobody sees, for the mouse: a row of them over each cell and each fact."""
    found: list[tuple[float, float, str, str]] = []
    for row, fact in enumerate(laid.facts):
        y = (laid.tops[row] + laid.tops[row + 1]) / 2
        title = "<br>".join(written(line) for line in laid.titles[row])
        found += [(x, y, f"{fact}|", title) for x in _across(0, laid.left)]
        for agency in laid.agencies:
            left, right, _, _ = laid.cell(fact, agency)
            found += [
                (x, y, f"{fact}|{agency}", hover.get((fact, agency), "No record that it knew by this day"))
                for x in _across(left, right)
            ]
    return {
        "type": "scatter", "mode": "markers", "name": "targets", "x": [one[0] for one in found], "y": [one[1] for one in found],
        "customdata": [one[2] for one in found], "hovertext": [one[3] for one in found], "hoverinfo": "text",
        "marker": {"symbol": "square", "size": SQUARE, "color": PAPER, "opacity": 0},
        "selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}},
    }  # fmt: skip


def _across(left: float, right: float) -> Iterator[float]:
    number = max(1, round((right - left) / SQUARE))
    return (left + (right - left) * (place + 0.5) / number for place in range(number))


# How one fact travelled

LANE, BAR_AT, BAR_HIGH, WORDS_AT, AXIS, FLAG = 60.0, 19.0, 11.0, 43.0, 30.0, 96.0


def gutter(width: float) -> float:
    """The room of the agencies at the left of the lanes."""
    return 170.0 if width < 1500 else 230.0


def travelled(
    lanes: pd.DataFrame, arrows: pd.DataFrame, axis: Scale, width: float, today: pd.Timestamp | None, today_words: str = ""
) -> Trace:
    """The lanes of one fact: a bar from when it was first known, an arrow for each passing-on, words under each bar.

    lanes: agency, name, words, status (blank where the agency only passes it on), earliest, latest, held_earliest,
    held_latest, lag (words of the days since the first agency), first (the day those count from; NaT for none).
    arrows: fact_id, from_agency, agency, gives, earliest, latest, hover. axis: days over the room right of the gutter.
    """
    left, tops = gutter(width), {agency: LANE * place for place, agency in enumerate(lanes["agency"])}
    height = LANE * len(lanes) + AXIS
    traces = [*_lanes(lanes, left, width), *_grid(axis, left, height - AXIS, today)]
    notes: list[Trace] = []
    for one in lanes.itertuples():
        top = tops[one.agency]
        start, bars = _bars(one, axis, left, top, today)
        traces += [*bars, *_lag(one, axis, left, top, start, notes)]
        if one.status == "not told" and pd.notna(one.earliest):
            start = left + _arrow_x(one, axis, today)
        notes += _lane_words(one, left, width, top, start)
    traces += _arrows(arrows, tops, axis, left, today)
    traces += _today(axis, left, height, today, today_words)
    return {"data": traces, "layout": layout(width, height, notes)}


def _lanes(lanes: pd.DataFrame, left: float, width: float) -> list[Trace]:
    bands = [(0.0, width, LANE * place, LANE * (place + 1)) for place in range(0, len(lanes), 2)]
    names = []
    for place, name in enumerate(lanes["name"]):
        lines = textwrap.wrap(name, int((left - 20) / BOLD_GLYPH))
        names += [
            (8.0, y, f"<b>{written(line)}</b>")
            for y, line in zip(_stacked(LANE * place, LANE * (place + 1), len(lines)), lines, strict=True)
        ]
    return [boxes(bands, STRIPE, name="lanes"), texts(names, name="agencies")]


def _grid(axis: Scale, left: float, bottom: float, today: pd.Timestamp | None) -> list[Trace]:
    """Months with their names, but for those that would stand under the day's own."""
    found = ticks(axis)
    end = axis.width if today is None else axis.x(today, end=True) - FLAG
    said = [
        (left + tick.middle, bottom + AXIS / 2, tick.label)
        for tick in found
        if tick.label and tick.middle + len(tick.label) * GLYPH / 2 < end
    ]
    return [
        rules([(left + tick.x, left + tick.x, 0.0, bottom) for tick in found], GRID, 1, name="months"),
        texts(said, "middle center", MUTED, "months"),
    ]


def _x(axis: Scale, day: pd.Timestamp, *, end: bool = False) -> float:
    """A day's pixel, held inside the axis: knowing may begin before it."""
    first, last = pd.Timestamp(axis.first), pd.Timestamp(axis.last)
    return axis.x(min(max(day, first), last), end=end and day >= first)


def _bars(lane: Any, axis: Scale, left: float, top: float, today: pd.Timestamp | None) -> tuple[float | None, list[Trace]]:
    """Where the lane's first bar begins (None without one), and its bars: hatched while it may have begun, then solid, half, or hatched on."""
    end = left + (axis.x(today, end=True) if today is not None else axis.x(pd.Timestamp(axis.last), end=True))
    high, low = top + BAR_AT - BAR_HIGH / 2, top + BAR_AT + BAR_HIGH / 2
    traces: list[Trace] = []
    starts: list[float] = []
    known = _window(lane.earliest, lane.latest, axis, left, end) if lane.status in ("knows", "holds", "cannot tell") else None
    held = _window(lane.held_earliest, lane.held_latest, axis, left, end) if lane.status == "knows" else None
    stop = known[0] if known else end
    if held and held[0] < stop:
        starts.append(held[0])
        traces += [*_hatched(held[0], min(held[1], stop), high, low), *_half(min(held[1], stop), stop, high, low)]
    if known:
        starts.append(known[0])
        if lane.status == "cannot tell":
            traces += _hatched(known[0], end, high, low)
        else:
            solid = (
                _half(known[1], end, high, low)
                if lane.status == "holds"
                else [boxes([(known[1], end, high, low)], DARK, DARK, 1, name="knows")]
            )
            traces += [*_hatched(known[0], known[1], high, low), *solid]
    return (min(starts) if starts else None), traces


def _window(earliest: Any, latest: Any, axis: Scale, left: float, end: float) -> tuple[float, float] | None:
    """From where it may to where it must have begun; from the left edge where only the latest day is known."""
    if pd.isna(earliest) and pd.isna(latest):
        return None
    start = left + (_x(axis, earliest) if pd.notna(earliest) else axis.x(pd.Timestamp(axis.first)))
    if earliest == latest:
        return start, start
    sure = left + _x(axis, latest, end=True) if pd.notna(latest) else end
    return start, min(sure, end)


def _hatched(start: float, end: float, high: float, low: float) -> list[Trace]:
    return [boxes([(start, end, high, low)], PAPER, MUTED, 1.2, name="may have begun", fillpattern=HATCH)] if end > start else []


def _half(start: float, end: float, high: float, low: float) -> list[Trace]:
    middle = (high + low) / 2
    return [
        boxes([(start, end, high, low)], PAPER, DARK, 1.3, name="holds"),
        boxes([(start, end, high, middle)], DARK, name="half bar"),
    ]


def _lag(lane: Any, axis: Scale, left: float, top: float, start: float | None, notes: list[Trace]) -> list[Trace]:
    """A thin line from the first agency's day to the lane's own bar, with the days on it where they fit."""
    if start is None or pd.isna(lane.first) or not lane.lag:
        return []
    begin, y, wide = left + _x(axis, lane.first, end=True), top + BAR_AT, len(lane.lag) * BOLD_GLYPH + 30
    if start - begin < wide:
        return []
    notes.append(_note((begin + start) / 2, y, f"<b>{written(lane.lag)}</b>", "center", _ground(top)))
    head = {"symbol": "triangle-right", "size": 8, "color": ARROW}
    tip = {
        "type": "scatter",
        "mode": "markers",
        "x": [start - 6],
        "y": [y],
        "marker": head,
        "hoverinfo": "skip",
        "name": "days after",
    }
    return [rules([(begin, start - 6, y, y)], ARROW, 1, name="days after"), tip]


def _note(x: float, y: float, text: str, anchor: str, ground: str, colour: str = INK) -> Trace:
    """Words on a plate, so that an arrow behind them does not cross them."""
    return {
        "x": x, "y": y, "text": text, "showarrow": False, "xanchor": anchor, "yanchor": "middle", "borderpad": 1,
        "bgcolor": ground, "font": {"size": 15, "color": colour, "family": FONT},
    }  # fmt: skip


def _ground(top: float) -> str:
    return STRIPE if round(top / LANE) % 2 == 0 else PAPER


def _lane_words(lane: Any, left: float, width: float, top: float, place: float | None) -> list[Trace]:
    """The lane's sentence under its bar, beginning where the bar does; at the left edge where it has no day."""
    if not lane.words:
        return []
    x, wide = left if place is None else place, len(lane.words) * GLYPH
    lines = textwrap.wrap(lane.words, int((width - left - 16) / GLYPH))
    colour = MISSED if lane.status == "not told" else INK
    anchor = _anchor(x + 8, wide, left, width)
    at = {"left": x + 8, "right": x - 8, "center": (left + width) / 2}[anchor]
    return [_note(at, top + WORDS_AT, "<br>".join(map(written, lines)), anchor, _ground(top), colour)]


def _anchor(x: float, wide: float, left: float, width: float) -> str:
    """Words run right from their place; left, or to both sides, where there is no room."""
    if x + wide <= width - 6:
        return "left"
    return "right" if x - wide >= left else "center"


def _arrows(arrows: pd.DataFrame, tops: dict[str, float], axis: Scale, left: float, today: pd.Timestamp | None) -> list[Trace]:
    """Solid with a head for what was passed on, open for what is not clear, dashed with a stop for what was not told."""
    lines: dict[str, list[Corners]] = {}
    ends: dict[str, list[tuple[float, float, float, Any]]] = {}
    taken: Counter[int] = Counter()
    for one in arrows.itertuples():
        if one.from_agency not in tops or one.from_agency == one.agency or (pd.isna(one.earliest) and pd.isna(one.latest)):
            continue
        x = left + _arrow_x(one, axis, today)
        taken[round(x / 7)] += 1
        x += 7.0 * (taken[round(x / 7)] - 1)
        down = tops[one.agency] > tops[one.from_agency]
        begin = tops[one.from_agency] + BAR_AT + (BAR_HIGH / 2 if down else -BAR_HIGH / 2)
        end = tops[one.agency] + BAR_AT + (-BAR_HIGH / 2 - 2 if down else BAR_HIGH / 2 + 2)
        lines.setdefault(one.gives, []).append((x, x, begin, end))
        ends.setdefault(one.gives, []).append((x, end, 180.0 if down else 0.0, one))
    return [trace for gives in lines for trace in _styled(gives, lines[gives], ends[gives])]


def _arrow_x(arrow: Any, axis: Scale, today: pd.Timestamp | None) -> float:
    """Where the arrow stands: on the middle of its window, never past the day that is shown."""
    earliest = arrow.earliest if pd.notna(arrow.earliest) else arrow.latest
    latest = arrow.latest if pd.notna(arrow.latest) else arrow.earliest
    last = min(latest, today) if today is not None else latest
    return (_x(axis, earliest) + _x(axis, last)) / 2


STYLES = {
    "knows": ("solid", ARROW, 2.0, "triangle-up"),
    "holds": ("solid", ARROW, 2.0, "square-open"),
    "cannot tell": ("2px,3px", MUTED, 2.0, "triangle-up-open"),
    "not told": ("6px,5px", MISSED, 2.4, "line-ew-open"),
}


def _styled(gives: str, lines: list[Corners], ends: list[tuple[float, float, float, Any]]) -> list[Trace]:
    dash, colour, width, symbol = STYLES[gives]
    marker = {
        "symbol": symbol, "size": 16 if "line" in symbol else 10, "color": colour, "opacity": 1,
        "angle": [angle if "triangle" in symbol else 0.0 for _, _, angle, _ in ends],
        "line": {"color": colour, "width": 2.4 if "open" in symbol else 0},
    }  # fmt: skip
    tips = {
        "type": "scatter", "mode": "markers", "name": f"told: {gives}", "x": [x for x, *_ in ends], "y": [y for _, y, *_ in ends],
        "customdata": [f"{one.fact_id}|{one.agency}" for *_, one in ends], "hovertext": [one.hover for *_, one in ends], "hoverinfo": "text",
        "marker": marker, "selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}},
    }  # fmt: skip
    return [rules(lines, colour, width, dash, f"told: {gives}"), tips]


def _today(axis: Scale, left: float, height: float, today: pd.Timestamp | None, words: str) -> list[Trace]:
    if today is None:
        return []
    x = left + axis.x(today, end=True)
    return [
        rules([(x, x, 0.0, height - AXIS)], LINK, 3, name="the day"),
        texts([(x, height - AXIS / 2, f"<b>{written(words)}</b>")], "middle left", LINK, "the day"),
    ]
