"""Bringing a phase, an episode or a month of a case into view."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from loaders import Case
from measures.density import month_stretches
from panels.controls import key, one_of
from panels.entry import Entered


def zoom_to(entered: Entered, stretches: pd.DataFrame) -> None:
    """Bring phases or episodes into view."""
    days = stretches[["from_earliest", "from_latest", "to_earliest", "to_latest"]].stack()
    if len(days):
        entered.set(start=str(days.min().date()), end=str(days.max().date()))


def zoom(entered: Entered) -> None:
    """What to zoom to by name, and the way back to the whole case."""
    stretches = _stretches(entered.case)[1]
    one_of(
        entered,
        "zoom",
        "Zoom to",
        ["", *stretches["name"]],
        lambda one: one or "a phase, an episode or a month",
        "",
        lambda one: zoom_to(entered, stretches[stretches["name"] == one]),
    )
    st.button("Whole case", key=key(entered, "whole"), on_click=lambda: entered.set(start="", end=""))


# A case stays the same object until its file changes, and lives as long as what is kept of it: so its id names it.
@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Case: id})
def _stretches(case: Case) -> tuple[Case, pd.DataFrame]:
    """What can be zoomed to, by name: phases, episodes and months."""
    stretches = pd.concat(
        [
            case.phases[~case.phases["heading"]].assign(name=lambda one: one["title"]),
            case.episodes[~case.episodes["made_up"].astype(bool)].assign(name=lambda one: "Episode: " + one["title"]),
        ],
        ignore_index=True,
    )
    if case.about.disclosure != "relative":
        stretches = pd.concat([stretches, month_stretches(case.events)], ignore_index=True)
    return case, stretches
