"""Filters by phase, agency, kind and person: each says how many events every choice leaves."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from charts.palette import KINDS
from measures.choice import concerned, left
from measures.names import person_names, short_names
from panels.controls import key, several
from panels.entry import Entered
from panels.markup import md
from panels.zoom import zoom_to


def _counts(column: pd.Series, kept: pd.Series) -> Mapping[str, int]:
    values = column[kept]
    exploded = values.explode() if values.map(lambda one: isinstance(one, tuple)).any() else values
    return {str(value): int(count) for value, count in exploded.value_counts().items()}


def phases(entered: Entered, flags: pd.DataFrame) -> None:
    """The phases whose events are left."""
    case, view = entered.case, entered.view
    ids = list(case.phases["phase_id"])
    state = f"{len(view.phases)} of {len(ids)}" if view.phases else f"all {len(ids)}"
    with st.popover(f"Phases: {state}", key=key(entered, "pop-phases"), disabled=not ids):
        titles = dict(zip(case.phases["phase_id"], case.phases["title"], strict=True))
        counts = _counts(case.events["phases"], left(flags, "phases"))
        st.caption(
            "Only events of the chosen phases are left; none chosen means all. Counts are of the events that pass the other filters."
        )
        several(
            entered,
            "phases",
            ids,
            view.phases,
            lambda one: f"{md(titles[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(phases=tuple(chosen)),
        )
        with st.container(horizontal=True):
            st.button("All phases", key=key(entered, "all-phases"), on_click=lambda: entered.set(phases=()))
            dated = case.phases[~case.phases["heading"]]
            if len(dated):
                st.button(
                    "Zoom to the chosen phases",
                    key=key(entered, "zoom-phases"),
                    disabled=not view.phases,
                    on_click=lambda: zoom_to(entered, dated[dated["phase_id"].isin(entered.view.phases)]),
                )


def agencies(entered: Entered, flags: pd.DataFrame) -> None:
    """The agencies whose marks are shown."""
    case, view = entered.case, entered.view
    ids = [one for one in case.agencies["agency_id"] if one in set(case.events["agency"])]
    shown = [one for one in ids if one not in view.hide]
    names = short_names(case)
    with st.popover(f"Agencies: {len(shown)} of {len(ids)}", key=key(entered, "pop-agencies")):
        counts = _counts(case.events["agency"], left(flags, "agencies"))
        st.caption(
            "Hidden marks stay in their place, so the lanes do not move. Agencies without an entry of their own are not listed."
        )
        several(
            entered,
            "agencies",
            ids,
            shown,
            lambda one: f"{md(names[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(hide=tuple(one for one in ids if one not in chosen)),
        )
        with st.container(horizontal=True):
            st.button("All agencies", key=key(entered, "all-agencies"), on_click=lambda: entered.set(hide=()))
            st.button("None", key=key(entered, "no-agencies"), on_click=lambda: entered.set(hide=tuple(ids)))


def kinds(entered: Entered, flags: pd.DataFrame) -> None:
    """The kinds of events that are shown."""
    case, view = entered.case, entered.view
    ids = [one for one in KINDS if one in set(case.events["kind"])]
    shown = [one for one in ids if one not in view.kinds]
    state = "all" if len(shown) == len(ids) else f"{len(shown)} of {len(ids)}"
    with st.popover(f"Kinds: {state}", key=key(entered, "pop-kinds")):
        counts = _counts(case.events["kind"], left(flags, "kinds"))
        st.caption("Counts are of the events that pass the other filters.")
        several(
            entered,
            "kinds",
            ids,
            shown,
            lambda one: f"{KINDS[one].glyph} {KINDS[one].word} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(kinds=tuple(one for one in ids if one not in chosen)),
        )
        st.button("All kinds", key=key(entered, "all-kinds"), on_click=lambda: entered.set(kinds=()))


def people(entered: Entered, flags: pd.DataFrame) -> None:
    """The people whose events are left."""
    case, view = entered.case, entered.view
    everyone = concerned(case.events)
    counts = _counts(everyone, left(flags, "people"))
    named = {one for people in everyone for one in people}
    ids = [one for one in case.people["person_id"] if one in named]
    names = person_names(case)
    state = f"{len(view.people)} of {len(ids)}" if view.people else "all"
    with st.popover(f"People: {state}", key=key(entered, "pop-people"), disabled=not ids):
        st.caption("Events that concern, were with, or saw any of the chosen people; none chosen means all.")
        several(
            entered,
            "people",
            ids,
            view.people,
            lambda one: f"{md(names[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(people=tuple(chosen)),
        )
        st.button("All people", key=key(entered, "all-people"), on_click=lambda: entered.set(people=()))
