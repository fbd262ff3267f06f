"""The swimlanes on a page: sized to the window, chosen by a click, zoomed by a drag, described in a sentence."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.placed import Layout
from charts.ready import Ready
from charts.scale import Scale
from charts.sizes import Sizes
from charts.swimlanes import swimlanes
from measures.choice import Choice
from measures.describe import describe
from panels.entry import Entered
from panels.picture_drawn import drawn_view
from panels.picture_laid import Laid, kept, laid_out
from panels.watch import watch, zoomed


@dataclass(frozen=True)
class Picture:
    """A drawn picture: the figure, its layout, and the sentence that says what it shows."""

    figure: dict[str, Any]
    laid: Laid
    sentence: str

    @property
    def layout(self) -> Layout:
        return self.laid.layout


def picture(entered: Entered, choice: Choice, flags: pd.DataFrame) -> Picture:
    """Draw the swimlanes; a click chooses an event, a drag zooms, both go into the address."""
    wide, high = watch(lambda: _zoom(entered))
    made = draw(entered, choice, flags, wide, high)
    with st.container(key="picture"):
        st.plotly_chart(
            Ready(made.figure),
            width="stretch",
            height=math.ceil(made.layout.height),
            theme=None,
            key=f"chart:{entered.case.id}",
            on_select=lambda: _clicked(entered),
            selection_mode="points",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": "reset+autosize", "showSendToCloud": False},
            alt=made.sentence,
        )
    return made


def _clicked(entered: Entered) -> None:
    state = st.session_state.get(f"chart:{entered.case.id}")
    chosen = [point.get("customdata") for point in (state or {}).get("selection", {}).get("points", [])]
    names = [one[0] if isinstance(one, list) else one for one in chosen if one]
    if names and str(names[0]).startswith("zoom:"):
        _, first, last = str(names[0]).split(":")
        entered.set(start=first, end=last)
    elif names:
        entered.set(event=str(names[0]))


def _zoom(entered: Entered) -> None:
    axis: Scale | None = st.session_state.get(f"axis:{entered.case.id}")
    asked = zoomed()
    if asked == "whole":
        entered.set(start="", end="")
    elif axis is not None and len(asked.split()) == 2:
        first, last = sorted(axis.day(float(one)) for one in asked.split())
        if (last - first).days >= 2:
            entered.set(start=str(first), end=str(last))


def draw(entered: Entered, choice: Choice, flags: pd.DataFrame, wide: int, high: int) -> Picture:
    """The figure for a window of that size."""
    case, view, entire = entered.case, entered.view, entered.entire
    compact = wide < 1500
    sizes = Sizes(width=wide - 48, room=high - (152 if compact else 130), compact=compact)
    place = laid_out if view.day else kept
    laid = place(entire, case, view.start, view.end, view.axis or "true", sizes, view.event)
    whole = laid.layout
    st.session_state[f"axis:{case.id}"] = whole.scale
    drawn = drawn_view(entered, choice, flags, laid)
    shown = case.events.loc[flags["shown"], ["agency", "earliest", "latest"]]
    days = (pd.Timestamp(whole.scale.first), pd.Timestamp(whole.scale.last))
    return Picture(swimlanes(whole, drawn), laid, describe(shown, case.agencies, case.about.disclosure, days))
