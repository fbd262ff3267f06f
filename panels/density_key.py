"""What the colours, fills and hatches of the page Density mean: as a line below its picture, and inside one that is taken along."""

from __future__ import annotations

from typing import Any

from charts.bar_panels import LOOK
from charts.board import HATCH, ONE_NUMBER, room_for
from charts.key import Sign, with_key
from charts.palette import DENSITY, GRID, STRIPE
from measures.comparing import step_words
from panels.density import Density, counted_words
from panels.density_asked import PER, WORDS
from panels.markup import Html, el, join

NOT_MEASURED = "not measured: outside what was entered, or too few dates"
IN_BARS = "The number is all together"
IN_BOXES = "2 + 1: two of the others and one attempt"


def legend(made: Density) -> Html:
    """The steps of the colours, or the fills of the bars, and the hatch."""
    hatch = join([el("span", cls="density-hatch"), el("span", NOT_MEASURED)]) if _hatches(made) else ""
    if made.asked.show in ("multiples", "strip"):
        fills = [
            el("span", el("i", cls=f"density-fill {one}", style=f"border-color:{LOOK[one]['line']}"), WORDS[one])
            for one in made.asked.kinds
        ]
        return el("div", *fills, hatch, cls="ct density-legend")
    steps = [
        el("span", one, style=f"background:{DENSITY[at]};color:{'#ffffff' if at >= 4 else '#1b2430'}", cls="density-step")
        for at, one in enumerate(_steps(made))
    ]
    narrow = el("span", "In boxes as narrow as these the number is all together.") if _summed(made, made.width) else ""
    return el(
        "div", el("span", _counted_in(made)), el("span", *steps, cls="density-steps"), hatch, narrow, cls="ct density-legend"
    )


def keyed(made: Density, figure: dict[str, Any]) -> dict[str, Any]:
    """The figure with its key below it."""
    hatch = [Sign(NOT_MEASURED, STRIPE, pattern=HATCH)] if _hatches(made) else []
    if made.asked.show in ("multiples", "strip"):
        looks = [LOOK[one] for one in made.asked.kinds]
        fills = [
            Sign(WORDS[one], look["fill"], look["line"], look.get("fillpattern"))
            for one, look in zip(made.asked.kinds, looks, strict=True)
        ]
        return with_key(figure, f"{_counted_in(made)}. {IN_BARS}:" if len(fills) > 1 else _counted_in(made), [*fills, *hatch])
    steps = [Sign("", DENSITY[at], DENSITY[at] if at else GRID, inside=one, white=at >= 4) for at, one in enumerate(_steps(made))]
    both = "attempt" in made.asked.kinds and len(made.asked.kinds) > 1 and made.asked.as_one != "median"
    how = f". {IN_BARS if _summed(made, float(figure['layout']['width'])) else IN_BOXES}:" if both else ""
    gap = [Sign("", inside=" ", line="rgba(0,0,0,0)")] if hatch else []
    return with_key(figure, f"{_counted_in(made)}{how}", [*steps, *gap, *hatch])


def _hatches(made: Density) -> bool:
    """Whether the hatch needs a word: side by side always; where all cases are one, where any cell has it."""
    assert made.found is not None
    return not made.asked.as_one or bool((made.found.cells["to_share"] < 1).any())


def _counted_in(made: Density) -> str:
    return f"{counted_words(made)} in {'a ' if not made.asked.aligned else ''}{PER[made.asked.per or '30'].lower()}"


def _steps(made: Density) -> list[str]:
    assert made.found is not None
    return step_words(made.found.ends)


def _summed(made: Density, width: float) -> bool:
    """Whether the boxes are too narrow for two numbers."""
    assert made.found is not None
    kinds = made.asked.kinds
    return room_for(width) / len(made.found.columns) < ONE_NUMBER and "attempt" in kinds and len(kinds) > 1
