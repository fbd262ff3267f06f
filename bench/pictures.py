"""The two pictures of the same events that are compared: our swimlanes, and px.timeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import plotly.io
import plotly.tools

from charts import crowded
from loaders import Case, Library
from measures.choice import Choice, passing
from panels.entry import Entered
from panels.picture import Picture, draw
from panels.picture_laid import kept
from panels.view import View

WIDE, HIGH = 1920, 1080
PICTURE_HIGH = 950
CLUSTERED = crowded.MOST_IN_VIEW


def choose(case: Case, hidden: str = "") -> tuple[Choice, pd.DataFrame]:
    """The filter of the benchmark: one kind of event hidden, or none."""
    choice = Choice(hide_kinds=(hidden,) if hidden else ())
    return choice, passing(case.events, case.practice, choice)


def ours(case: Case, choice: Choice, flags: pd.DataFrame, *, clusters: bool = True, anew: bool = False) -> Picture:
    """The picture as the page Timeline draws it at 1920x1080.

    clusters: as in the app, past 600 events in view; anew: without the layout that is kept from the last time.
    """
    if anew or clusters != (crowded.MOST_IN_VIEW == CLUSTERED):
        kept.clear()
    crowded.MOST_IN_VIEW = CLUSTERED if clusters else 10**9
    return draw(Entered(case, Library(Path(), {case.id: case}, (), {}), View()), choice, flags, WIDE, HIGH)


def peer(case: Case, flags: pd.DataFrame, *, titles: bool = False) -> Any:
    """The same events by px.timeline: a bar from the first to the end of the last day, a row an agency, a colour a kind.

    titles: each event's title beside its bar, as in our picture; a plain px.timeline has none.
    """
    shown = case.events[flags["shown"]]
    bars = shown.assign(finish=shown["latest"] + pd.Timedelta(days=1))
    written = {"text": "title"} if titles else {}
    figure = px.timeline(bars, x_start="earliest", x_end="finish", y="agency", color="kind", hover_name="title", **written)
    if titles:
        figure.update_traces(textposition="outside")
    figure.update_layout(height=PICTURE_HIGH, width=WIDE - 48)
    return figure


def as_sent(figure: Any) -> str:
    """The JSON that st.plotly_chart sends to the browser, made the way it makes it."""
    ready = plotly.tools.return_figure_from_figure_or_data(figure, validate_figure=True)
    return str(plotly.io.to_json(ready, validate=False))
