"""Who knew what as a figure: facts by agencies on one day, each cell's status as a fill, a bar and words."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import pandas as pd

from charts.canvas import Said, Target, canvas, stacked, targets, texts
from charts.knew_layout import LINE, Laid
from charts.palette import BOLD_GLYPH, CHOSEN, DENSITY, GRID, INK, LINK, MUTED, PAPER
from charts.text import written
from charts.traces import Corners, Trace, boxes, hatch, rules

PALE, DARK = DENSITY[1], DENSITY[5]
NONE, RIGHT = "rgba(0,0,0,0)", "middle right"
BAR, APART = 5.0, 40.0
HATCH = hatch(MUTED, 0.18, 8)


def knew(laid: Laid, cells: pd.DataFrame, silent: dict[str, str], chosen: tuple[str, str] = ("", "")) -> Trace:
    """The figure. Places for the mouse carry 'fact|agency' as customdata ('fact|' on the facts themselves).

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
    return {"data": traces, "layout": canvas(laid.width, laid.height, near=41)}


def headed(laid: Laid, figure: Trace, names: dict[str, str]) -> Trace:
    """The figure with the agencies over their columns drawn in it, and as much higher: a file has no page above it."""
    heads = [textwrap.wrap(names[one], int((laid.wide - 12) / BOLD_GLYPH)) for one in laid.agencies]
    high = LINE * max(len(head) for head in heads) + 16
    said = [(8.0, -8 - LINE / 2, "<b>Fact</b>")]
    for place, head in enumerate(heads):
        first = -8 - LINE * (len(head) - 0.5)
        x = laid.left + laid.wide * place + 8
        said += [(x, first + LINE * row, f"<b>{written(line)}</b>") for row, line in enumerate(head)]
    more = canvas(laid.width, laid.height + high, near=41)
    more["yaxis"] = {**more["yaxis"], "range": [laid.height, -high]}
    return {"data": [*figure["data"], texts(said, RIGHT, name="agencies")], "layout": more}


def _knows(places: Corners) -> list[Trace]:
    bars = [(left, right, top, top + BAR) for left, right, top, _ in places]
    return [boxes(places, PALE, DARK, 1.3, name="knows"), boxes(bars, DARK, name="full bar")]


def _holds(places: Corners) -> list[Trace]:
    bars = [(left, (left + right) / 2, top, top + BAR) for left, right, top, _ in places]
    return [boxes(places, PAPER, DARK, 1.3, name="holds"), boxes(bars, DARK, name="half bar")]


def _cannot_tell(places: Corners) -> list[Trace]:
    plates = [(left + 5, right - 5, top + 5, bottom - 5) for left, right, top, bottom in places]
    return [boxes(places, PAPER, MUTED, 1.3, name="cannot tell", fillpattern=HATCH), boxes(plates, PAPER, name="plate")]


def _not_told(places: Corners) -> list[Trace]:
    return [boxes(places, PAPER, INK, 1.6, "5px,4px", name="not told")]


STATUSES = {"knows": _knows, "holds": _holds, "cannot tell": _cannot_tell, "not told": _not_told}


def _rows(laid: Laid, fact: str) -> list[Trace]:
    traces = []
    if fact in laid.facts:
        row = laid.facts.index(fact)
        traces.append(boxes([(0, laid.width, laid.tops[row], laid.tops[row + 1])], CHOSEN, name="chosen fact"))
        traces.append(boxes([(0, 4, laid.tops[row], laid.tops[row + 1])], LINK, name="chosen bar"))
    return [*traces, rules([(0.0, laid.width, y, y) for y in laid.tops], GRID, 1, name="rules")]


def _titles(laid: Laid, chosen: str) -> list[Trace]:
    found = []
    for row, (fact, title) in enumerate(zip(laid.facts, laid.titles, strict=True)):
        for y, line in zip(stacked((laid.tops[row] + laid.tops[row + 1]) / 2, len(title), LINE), title, strict=True):
            found.append((8.0, y, f"<b>{written(line)}</b>" if fact == chosen else written(line)))
    return [texts(found, RIGHT, name="facts")]


def _words(laid: Laid) -> list[Trace]:
    loud: list[Said] = []
    quiet: list[Said] = []
    for (fact, agency), lines in laid.lines.items():
        left, _, top, bottom = laid.cell(fact, agency)
        for y, line in zip(stacked((top + 2 + bottom) / 2, len(lines), LINE), lines, strict=True):
            bold = f"<b>{written(line.bold)}</b> " if line.bold else ""
            (quiet if line.quiet else loud).append((left + 8, y, f"{bold}{written(line.plain)}".strip()))
    return [texts(loud, RIGHT, name="status"), texts(quiet, RIGHT, MUTED, "days")]


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
    return [texts(dashes, "middle center", MUTED, "no record"), texts(said, RIGHT, MUTED, "nobody named")]


def _chosen(laid: Laid, chosen: tuple[str, str]) -> list[Trace]:
    fact, agency = chosen
    if fact not in laid.facts or agency not in laid.agencies:
        return []
    left, right, top, bottom = laid.cell(fact, agency)
    return [boxes([(left - 2, right + 2, top - 2, bottom + 2)], NONE, LINK, 3, name="chosen cell")]


def _targets(laid: Laid, hover: dict[tuple[str, str], str]) -> Trace:
    """For the mouse: a row of places over each cell and each fact."""
    found: list[Target] = []
    for row, fact in enumerate(laid.facts):
        y = (laid.tops[row] + laid.tops[row + 1]) / 2
        title = "<br>".join(written(line) for line in laid.titles[row])
        found += [(x, y, f"{fact}|", title) for x in _across(0, laid.left)]
        for agency in laid.agencies:
            left, right, _, _ = laid.cell(fact, agency)
            says = hover.get((fact, agency), "No record that it knew by this day")
            found += [(x, y, f"{fact}|{agency}", says) for x in _across(left, right)]
    return targets(found)


def _across(left: float, right: float) -> Iterator[float]:
    number = max(1, round((right - left) / APART))
    return (left + (right - left) * (place + 0.5) / number for place in range(number))
