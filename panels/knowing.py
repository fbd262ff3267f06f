"""Who knew what on a page: its head, its controls, and what they leave to be shown."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from loaders import Case
from measures.knowledge import known_on, learned, with_days
from measures.names import names_of
from panels.controls import key, later_switch, one_of, segments, several
from panels.entry import Entered
from panels.knew_days import chosen_day, day_choices
from panels.knew_finding import finding
from panels.knew_words import called, known_words
from panels.markup import el, md

KEYS = ("fact", "day", "cell", "hide", "later", "listed")
EMPTY = "This file enters no facts, so who knew what cannot be worked out. Add facts, and name them at the events that make them known."


@dataclass(frozen=True)
class Knowing:
    """What the page shows: the facts, every moment, what is known on the day, the agencies with any record, and the day.

    day: None at the end of the record; by: the day in words; fact: the one followed below.
    """

    facts: pd.DataFrame
    moments: pd.DataFrame
    known: pd.DataFrame
    agencies: list[str]
    day: pd.Timestamp | None
    by: str
    fact: str


def knowing(entered: Entered) -> Knowing | None:
    """The head of the page and its controls; what they leave, or None with a sentence where the file enters no facts."""
    case, view = entered.case, entered.view
    later = view.later == "1"
    facts = case.facts[~case.facts["hindsight"].astype(bool) | later]
    if facts.empty:
        st.html(
            el(
                "div",
                el("h1", "Who knew what"),
                el("p", EMPTY if case.facts.empty else "Every fact of this file is known only later.", cls="muted"),
                cls="ct",
            )
        )
        if not case.facts.empty:
            later_switch(entered)
        return None
    moments = learned(case.events, case.shares, case.known_before)
    moments = moments[moments["fact_id"].isin(facts["fact_id"])]
    choices = day_choices(case, moments)
    day, by = chosen_day(case, choices, view.day)
    known = known_words(with_days(known_on(moments, day)), case)
    named = set(moments["agency"])
    agencies = [one for one in case.agencies["agency_id"] if one in named]
    found = Knowing(
        facts, moments, known, [one for one in agencies if one not in view.hide], day, by, view.fact or _most_told(facts, known)
    )
    _head(case, found)
    _controls(entered, choices, agencies, found)
    return found


def _most_told(facts: pd.DataFrame, known: pd.DataFrame) -> str:
    """The fact with the most agencies recorded, those not told counting twice: the one to open with."""
    weights = (
        known["fact_id"].value_counts().add(known.loc[known["status"] == "not told", "fact_id"].value_counts(), fill_value=0)
    )
    return str(max(facts["fact_id"], key=lambda fact: weights.get(fact, 0)))


def _head(case: Case, found: Knowing) -> None:
    names = names_of(case)
    st.html(
        el(
            "div",
            el("h1", f"Who knew what {found.by}"),
            el("p", el("b", finding(found.known, len(found.facts), names, found.by)), " ",
               el("span", "Worked out from what each event makes known and whom it was shared with. +12 days: that long after the first agency knew.", cls="muted"), cls="small"),
            cls="ct knew-head",
        )
    )  # fmt: skip


def _controls(entered: Entered, choices: dict[str, str], agencies: list[str], found: Knowing) -> None:
    case, view = entered.case, entered.view
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        _days(entered, choices, found)
        words = {"matrix": "Facts × agencies", "list": "As a list"}
        how = "list" if view.listed else "matrix"
        segments(entered, "listed", "Show", words, how, lambda one: entered.set(listed="1" if one == "list" else ""), named=False)
        _agencies(entered, agencies, names_of(case))
        if case.facts["hindsight"].any():
            later_switch(entered)


def _days(entered: Entered, choices: dict[str, str], found: Knowing) -> None:
    """The day, and steps to the day before and after on which something may have happened."""
    ids = list(choices)
    if len(ids) < 2:
        return
    current = ids[-1] if found.day is None else str(found.day.date())
    options = sorted({*ids, current})
    before, after = [one for one in ids if one < current], [one for one in ids if one > current]
    st.button("‹ Day back", key="knew-back", disabled=not before, on_click=lambda: entered.set(day=before[-1]))
    label = found.by.removeprefix("on ").removeprefix("by the end of ")
    one_of(
        entered,
        "knew-day",
        "On the day",
        options,
        lambda one: called(choices.get(one, label)),
        current,
        lambda one: entered.set(day=one),
        width=230,
        label_visibility="collapsed",
    )
    st.button("Day forward ›", key="knew-on", disabled=not after, on_click=lambda: entered.set(day=after[0]))


def _agencies(entered: Entered, agencies: list[str], names: dict[str, str]) -> None:
    shown = [one for one in agencies if one not in entered.view.hide]
    with st.popover(f"Agencies: {len(shown)} of {len(agencies)}", key=key(entered, "pop-knowing")):
        st.caption("Only agencies with any record of a fact are listed.")
        others = tuple(one for one in entered.view.hide if one not in agencies)
        several(
            entered,
            "knowing-agencies",
            agencies,
            shown,
            lambda one: md(names[one]),
            lambda chosen: entered.set(hide=(*others, *[one for one in agencies if one not in chosen])),
            label="Agencies",
        )
        with st.container(horizontal=True):
            st.button("All agencies", key=key(entered, "knowing-all"), on_click=lambda: entered.set(hide=others))
            st.button("None", key=key(entered, "knowing-none"), on_click=lambda: entered.set(hide=(*others, *agencies)))
