"""A case by heading: agencies down, the review's headings across, each entry a card in the file's order."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import KINDS
from measures.choice import Choice, points
from measures.citing import cite
from measures.grid import NO_COLUMN, by_heading, by_theme, opens_by_heading
from measures.lanes import points_of
from measures.last_seen import visible
from measures.wording import counted, window
from panels.controls import segments
from panels.entry import Entered
from panels.markup import asset, el

SIGNS = {("missed opportunity", "stated"): "◆", ("missed opportunity", "inferred"): "◇", ("good practice", "stated"): "★", ("good practice", "inferred"): "☆",
         ("mixed", "stated"): "■", ("mixed", "inferred"): "□"}  # fmt: skip


@st.cache_resource
def _component() -> Callable[..., Any]:
    return st.components.v2.component("case_timelines_grid", js=asset("grid.js"), css=asset("grid.css"))


def laid_out(entered: Entered) -> str:
    """How the case is laid out: heading, theme or axis; by heading where most entries have no usable date."""
    return entered.view.lay or ("heading" if opens_by_heading(entered.entire.events) else "axis")


def layout_line(entered: Entered) -> None:
    """The choice of layout, with the reason where a case opens by heading; only for such a case, or where it was asked for."""
    sparse = opens_by_heading(entered.entire.events)
    if not sparse and not entered.view.lay:
        return
    events = visible(entered.entire.events, entered.view.later == "1")
    usable = int((events["earliest"].notna() & events["latest"].notna()).sum())
    with st.container(horizontal=True, key="layout", vertical_alignment="center"):
        lay_control(entered)
        why = (
            f"{len(events) - usable} of {len(events)} events have no usable date, so this case opens by heading. Order within a cell is not known."
            if sparse
            else ""
        )
        st.html(el("div", why, cls="ct small"))


def lay_control(entered: Entered) -> None:
    """Arrange by heading, theme or date."""
    words = {"heading": "Heading", "theme": "Theme", "axis": "Date"}
    segments(entered, "lay", "Arrange by", words, laid_out(entered), lambda one: entered.set(lay=one), named=False)


def grid(entered: Entered, choice: Choice, flags: pd.DataFrame) -> None:
    """Draw the grid; a card chooses its event. Nil returns stand together below it."""
    case = entered.case
    shown = case.events[flags["shown"]]
    found = points(case.practice, choice)
    cells = by_theme(shown, case.practice) if laid_out(entered) == "theme" else by_heading(shown)
    columns = _columns(entered, cells)
    cards = _cards(entered, shown, found)
    rows = []
    for agency in case.agencies.itertuples():
        own = cells[cells["agency"] == agency.agency_id]
        if len(own):
            rows.append(
                {
                    "name": agency.short,
                    "cells": [[cards[one] for one in own.loc[own["column"] == column["id"], "event_id"]] for column in columns],
                }
            )
    caption = f"{counted(len(shown), 'event')} of {case.title} by agency and {'theme' if laid_out(entered) == 'theme' else 'heading'}; order within a cell is not known."
    if not rows:
        st.html(el("p", "No event passes these filters.", cls="ct muted"))
    else:
        _component()(
            key=f"grid:{case.id}",
            data={"columns": columns, "rows": rows, "chosen": entered.view.event, "caption": caption},
            on_chosen_change=lambda: _chosen(entered),
        )
    _strips(entered)


def _chosen(entered: Entered) -> None:
    event = getattr(st.session_state.get(f"grid:{entered.case.id}"), "chosen", None)
    if isinstance(event, str) and event in set(entered.case.events["event_id"]):
        entered.set(event=event)


def _columns(entered: Entered, cells: pd.DataFrame) -> list[dict[str, Any]]:
    case = entered.case
    titles = (
        case.themes if laid_out(entered) == "theme" else dict(zip(case.phases["phase_id"], case.phases["title"], strict=True))
    )
    counts = cells.groupby("column")["event_id"].nunique()
    ids = [one for one in titles if one in counts.index] + ([NO_COLUMN] if NO_COLUMN in counts.index else [])
    return [{"id": one, "title": titles.get(one, "Under no heading"), "count": int(counts[one])} for one in ids]


def _cards(entered: Entered, events: pd.DataFrame, found: pd.DataFrame) -> dict[str, dict[str, Any]]:
    case = entered.case
    by_id = {point.practice_id: point for point in found.itertuples()}
    at = points_of(events, found)
    cards = {}
    for event in events.itertuples():
        sign = KINDS[event.kind]
        badges = [by_id[one] for one in at[event.event_id]]
        cards[event.event_id] = {
            "id": event.event_id,
            "title": event.label or event.title,
            "when": "" if event.dating == "undated" else window(event.earliest, event.latest, case.about.disclosure, short=True),
            "glyph": sign.glyph,
            "colour": sign.colour,
            "kind": sign.word,
            "later": bool(event.hindsight),
            "badges": [
                {
                    "text": f"{SIGNS[point.kind, point.basis]} {cite(point.kind, point.number)}",
                    "look": cite(point.kind, point.number)[0],
                }
                for point in badges
            ],
        }
    return cards


def _strips(entered: Entered) -> None:
    """Nil returns together in one line: silence is information."""
    agencies = entered.case.agencies
    nil = agencies[agencies["nil_return"]]
    if len(nil):
        names = " · ".join(nil["short"])
        st.html(
            el(
                "p",
                el("b", f"Nil return: {counted(len(nil), 'agency', 'agencies')}. "),
                "Searched and had no contact to report: ",
                names,
                cls="ct small",
            )
        )
