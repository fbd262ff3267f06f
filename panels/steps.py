"""The caption line under a picture: previous and next event by button or key, and the chosen event in one line."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.scale import Scale
from measures.choice import in_order
from measures.names import names_of
from measures.wording import window
from panels.entry import Entered
from panels.markup import el


def steps(entered: Entered, flags: pd.DataFrame, drawn: Scale | None = None) -> None:
    """The caption line: previous and next event by button or key, and the chosen event in one line; the remedy where none is left.

    drawn: the days of the picture, where the page has one.
    """
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
        if not ordered and len(flags):
            st.html(el("div", "No event passes these filters.", cls="ct small"))
            st.button("Clear all filters", key="clear-all", on_click=lambda: clear(entered))
            return
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
        outside = _outside(drawn, event) if drawn else ""
        st.html(el("div", words, el("b", event["title"]), f"  Event {place + 1} of {len(ordered)}.{outside}", cls="ct small"))
        if view.start or view.end:
            st.button("Whole case", key="whole-case", on_click=lambda: entered.set(start="", end=""))


def clear(entered: Entered) -> None:
    """Every filter back to its default; the range and the chosen event stay."""
    entered.set(phases=(), hide=(), kinds=(), people=(), points="", practice="", stated="", q="")


def _outside(drawn: Scale, event: Any) -> str:
    """What to say of a chosen event that has no mark, since it lies before or after the days that are drawn."""
    if pd.notna(event["latest"]) and event["latest"].date() < drawn.first:
        return " It lies before the days in view."
    if pd.notna(event["earliest"]) and event["earliest"].date() > drawn.last:
        return " It lies after the days in view."
    return ""


def _why(event: Any) -> str:
    return f" ({event['date_text']})" if event["date_text"] else ""
