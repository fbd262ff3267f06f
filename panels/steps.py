"""The caption line under a picture: previous and next event by button or key, and the chosen event in one line."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from measures.choice import in_order
from measures.names import names_of
from measures.wording import window
from panels.entry import Entered
from panels.markup import el


def steps(entered: Entered, flags: pd.DataFrame) -> None:
    """The caption line: previous and next event by button or key, and the chosen event in one line."""
    case, view = entered.case, entered.view
    ordered = list(in_order(case.events[flags["shown"]])["event_id"])
    place = ordered.index(view.event) if view.event in ordered else -1
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        st.button(
            "‹ Previous",
            shortcut="Left",
            key="previous",
            disabled=place == 0 or not ordered,
            on_click=lambda: entered.set(event=ordered[max(place - 1, 0)] if place > 0 else ordered[-1]),
        )
        st.button(
            "Next ›",
            shortcut="Right",
            key="next",
            disabled=place == len(ordered) - 1 or not ordered,
            on_click=lambda: entered.set(event=ordered[place + 1]),
        )
        if place < 0:
            st.html(
                el(
                    "div",
                    "No event is chosen. Click a mark or a row of the table, or press → to begin with the first.",
                    cls="ct small muted",
                )
            )
            return
        event = case.events[case.events["event_id"] == view.event].iloc[0]
        names = names_of(case)
        words = f"{window(event['earliest'], event['latest'], case.about.disclosure, short=True)}{_why(event)}, {names[event['agency']]}: "
        outside = " Outside the days in view." if _outside(view.start, view.end, event) else ""
        st.html(el("div", words, el("b", event["title"]), f"  Event {place + 1} of {len(ordered)}.{outside}", cls="ct small"))
        if view.start or view.end:
            st.button("Whole case", key="whole-case", on_click=lambda: entered.set(start="", end=""))


def _outside(start: str, end: str, event: Any) -> bool:
    """Whether the chosen event lies outside the days zoomed to."""
    late = bool(end) and pd.notna(event["earliest"]) and event["earliest"] > pd.Timestamp(end)
    early = bool(start) and pd.notna(event["latest"]) and event["latest"] < pd.Timestamp(start)
    return late or early


def _why(event: Any) -> str:
    return f" ({event['date_text']})" if event["date_text"] else ""
