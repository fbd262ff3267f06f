"""A picture in px from the top left, without axes of its own: its layout, its rules and words, and the places that a click finds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from charts.palette import FONT, INK, MUTED, PAPER, SILENCE
from charts.text import written
from charts.traces import Corners, Trace, boxes, hatch

Said = tuple[float, float, str]
Word = tuple[float, float, str, str, str]
Target = tuple[float, float, Any, str]
Style = tuple[int, str, bool]
GREY = "#8a95a3"


def canvas(width: float, height: float, near: int = 20, annotations: Iterable[Trace] = ()) -> Trace:
    """A layout in px that answers to a click; near: how far from a mark or a place for the mouse, in px, it is still found."""
    hidden = {"visible": False, "fixedrange": True, "showgrid": False, "zeroline": False}
    font = {"family": FONT, "size": 15, "color": INK}
    return {
        "width": width, "height": height, "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "xaxis": {**hidden, "range": [0, width]}, "yaxis": {**hidden, "range": [height, 0]},
        "template": "none", "paper_bgcolor": PAPER, "plot_bgcolor": PAPER, "showlegend": False, "dragmode": False,
        "hovermode": "closest", "hoverdistance": near, "clickmode": "event+select", "annotations": list(annotations),
        "hoverlabel": {"bgcolor": PAPER, "bordercolor": INK, "font": font, "align": "left"}, "font": font,
    }  # fmt: skip


def texts(
    words: Sequence[Said], place: str | list[str], colour: str = INK, name: str = "words", size: int | list[int] = 15
) -> Trace:
    """One trace of texts (x, y, words already safe for Plotly); a click elsewhere does not fade them. place, size: of all, or of each."""
    look = {"textfont": {"color": colour}}
    return {
        "type": "scatter", "mode": "text", "x": [one[0] for one in words], "y": [one[1] for one in words],
        "text": [one[2] for one in words], "textposition": place, "textfont": {"size": size, "color": colour, "family": FONT},
        "hoverinfo": "skip", "cliponaxis": False, "name": name, "selected": look, "unselected": look,
    }  # fmt: skip


def styled(words: Iterable[Word], styles: Mapping[str, Style]) -> list[Trace]:
    """Words (x, y, text as in the file, style, place) as one trace a colour; styles: size, colour, and whether it is bold."""
    found: dict[str, list[tuple[Said, str, int]]] = {}
    for x, y, text, style, place in words:
        safe, (size, colour, bold) = written(text), styles[style]
        found.setdefault(colour, []).append(((x, y, f"<b>{safe}</b>" if bold else safe), place, size))
    return [
        texts([said for said, _, _ in own], [place for _, place, _ in own], colour, f"words {colour}", [size for *_, size in own])
        for colour, own in found.items()
    ]


def targets(found: Sequence[Target]) -> Trace:
    """Places for the mouse: x, y, what a click near one gives, and what it says.

    They are words without a letter: the mouse finds those as it finds marks, and the browser has nothing to draw.
    """
    return {
        "type": "scatter", "mode": "text", "name": "targets", "x": [one[0] for one in found], "y": [one[1] for one in found],
        "customdata": [one[2] for one in found], "hovertext": [one[3] for one in found], "hoverinfo": "text", "text": "",
    }  # fmt: skip


def stacked(middle: float, number: int, line: float) -> list[float]:
    """Where so many lines of words stand about a middle, `line` px apart."""
    return [middle + (place - (number - 1) / 2) * line for place in range(number)]


def sure_and_possible(sure: Corners, possible: Corners) -> list[Trace]:
    """Stretches of days: solid where they are sure, hatched within a dashed line where they are only possible."""
    found = [boxes(possible, PAPER, MUTED, 1.2, "4px,3px", name="possible", fillpattern=hatch(GREY, 0.16, 8))] if possible else []
    return [*found, boxes(sure, SILENCE, "#6b7684", 1.2, name="sure")] if sure else found
