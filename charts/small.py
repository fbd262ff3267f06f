"""A figure made smaller as a picture is: every size in it by one factor, nothing left out."""

from __future__ import annotations

from typing import Any

SIZES = ("width", "height", "size")
LAYOUT = ("width", "height", "font", "shapes")


def small(figure: dict[str, Any], width: float) -> dict[str, Any]:
    """The figure at that width in px, with its texts, marks and lines as much smaller. Places on its axes stay what they are."""
    around = figure["layout"]
    by = width / around["width"]
    scaled = _scaled({name: around[name] for name in LAYOUT if name in around}, by)
    return {
        "data": [{name: _scaled(part, by) for name, part in trace.items()} for trace in figure["data"]],
        "layout": around | scaled,
    }


def _scaled(part: Any, by: float) -> Any:
    """A marker, line, pattern, font or shape with its sizes scaled, those inside it too; anything else as it is."""
    if isinstance(part, list) and all(isinstance(one, dict) for one in part):
        return [_scaled(one, by) for one in part]
    if not isinstance(part, dict):
        return part
    return {name: _times(value, by) if name in SIZES else _scaled(value, by) for name, value in part.items()}


def _times(value: Any, by: float) -> Any:
    return [one * by for one in value] if isinstance(value, (list, tuple)) else value * by
