"""Signs at points: marks, badges, heads of arrows and the signs of a key, all that lie on one level as one trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts.palette import PAPER, KindSign

Trace = dict[str, Any]


@dataclass(frozen=True)
class Sign:
    """One sign of a picture: where, which symbol, how big in px, its fill and edge, and how far it is turned.

    says: the id of its event, or what it is; hover: the words that the mouse brings up.
    """

    x: float
    y: float
    symbol: str
    size: float
    fill: str
    edge: str
    width: float = 0
    says: str = ""
    hover: str = ""
    angle: float = 0


def ink(sign: KindSign, *, hollow: bool, heavy: float = 5, outline: float = 2.2, fine: float = 1) -> tuple[str, str, float]:
    """Fill, edge and its width for a kind of event; a dash has nothing to fill, and is all edge."""
    dash = sign.symbol == "line-ew"
    width = heavy if dash else outline if hollow else fine
    return PAPER if hollow else sign.colour, sign.colour if hollow or dash else PAPER, width


def sign_traces(signs: Sequence[Sign], name: str = "signs", *, hover: bool = False) -> list[Trace]:
    """One trace, the later signs over the earlier; none without a sign: a browser needs longer for ten traces than for their signs."""
    if not signs:
        return []
    marker: Trace = {
        "symbol": [one.symbol for one in signs],
        "size": [one.size for one in signs],
        "color": [one.fill for one in signs],
        "opacity": 1,
        "line": {"color": [one.edge for one in signs], "width": [one.width for one in signs]},
    }
    if any(one.angle for one in signs):
        marker["angle"] = [one.angle for one in signs]
    words = {"hovertext": [one.hover for one in signs], "hoverinfo": "text"} if hover else {"hoverinfo": "skip"}
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [one.x for one in signs],
            "y": [one.y for one in signs],
            "marker": marker,
            "customdata": [one.says for one in signs],
            **words,
            "unselected": {"marker": {"opacity": 1}},
            "cliponaxis": False,
            "showlegend": False,
            "name": name,
        }
    ]
