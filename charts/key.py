"""The key of a comparison as a last line of its figure, so that a picture taken along says what its colours and fills mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.board import STYLES
from charts.canvas import Word, styled
from charts.palette import GLYPH, PAPER, RULE
from charts.traces import Trace, boxes

LINE, HIGH, WIDE, GAP = 34.0, 22.0, 40.0, 24.0


@dataclass(frozen=True)
class Sign:
    """One sign of a key. words: beside the box; inside: in it instead, for the steps of a scale; white: whether those are white."""

    words: str
    fill: str = PAPER
    line: str = RULE
    pattern: dict[str, Any] | None = None
    inside: str = ""
    white: bool = False


def with_key(figure: Trace, about: str, signs: Sequence[Sign]) -> Trace:
    """The figure, which stands in px from the top left, with the key below it: what is counted, then each sign, over as many lines as it takes."""
    layout = figure["layout"]
    x, y, words, traces = (
        len(about) * (GLYPH + 0.4) + 14 if about else 0.0,
        float(layout["height"]) + LINE / 2,
        list[Word](),
        list[Trace](),
    )
    if about:
        words.append((0, y, about, "plain", "middle right"))
    for sign in signs:
        wide = max(2 * WIDE, len(sign.inside) * (GLYPH + 0.6) + 16) if sign.inside else WIDE
        room = wide + (len(sign.words) * (GLYPH + 0.4) + 10 + GAP if sign.words else 0)
        if x and x + room > layout["width"]:
            x, y = 0.0, y + LINE
        more: Trace = {"fillpattern": sign.pattern} if sign.pattern else {}
        traces.append(boxes([(x, x + wide, y - HIGH / 2, y + HIGH / 2)], sign.fill, sign.line, 1.4, name="key", **more))
        if sign.inside:
            words.append((x + wide / 2, y, sign.inside, "white" if sign.white else "plain", "middle center"))
        if sign.words:
            words.append((x + wide + 10, y, sign.words, "plain", "middle right"))
        x += room
    return _longer({**figure, "data": [*figure["data"], *traces, *styled(words, STYLES)]}, y + LINE / 2)


def _longer(figure: Trace, height: float) -> Trace:
    layout = figure["layout"]
    return {**figure, "layout": {**layout, "height": height, "yaxis": {**layout["yaxis"], "range": [height, 0]}}}
