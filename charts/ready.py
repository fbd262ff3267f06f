"""A finished figure on its way to the browser, without Plotly's check of every number, which takes longer than all the rest."""

from __future__ import annotations

from typing import Any

import plotly.io
from plotly.basedatatypes import BaseFigure


class Ready(BaseFigure):  # type: ignore[misc]
    """Passes for a Plotly figure and gives the dict it was made of. That our figures are valid is what the tests check."""

    def __init__(self, figure: dict[str, Any]):
        # Not the figure's own beginning, which makes an empty one and its layout: nothing but `to_dict` is asked of this.
        # Streamlit draws a changed figure in a new place and then hands Plotly a copy of it. The same revision, and no template
        # (Plotly counts every template as changed), tell Plotly that the copy holds nothing new, so it does not draw it all again.
        around = {"datarevision": 1, **figure["layout"]}
        template = around.pop("template", "none")
        if template != "none":
            around["template"] = plotly.io.templates[template].to_plotly_json() if isinstance(template, str) else template
        self._ready = {"data": figure["data"], "layout": around}

    def to_dict(self) -> dict[str, Any]:
        """What st.plotly_chart takes from a figure."""
        return self._ready
