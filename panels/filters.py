"""The row of filters: closed, each says its state; open, how many events each choice leaves."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd
import streamlit as st

from loaders import Case
from measures.choice import Choice, passing
from measures.names import person_names
from panels import filter_lists
from panels.controls import later_switch, search
from panels.entry import Entered
from panels.filter_signs import key_popover, passed_on, practice, view_popover
from panels.markup import el


def chosen(entered: Entered) -> tuple[Choice, pd.DataFrame]:
    """The choice that the view asks for, and the flags of every event under it."""
    case, choice = entered.case, entered.view.choice()
    return choice, passing(case.events, case.practice, choice, words_of(case))


def filter_row(entered: Entered, flags: pd.DataFrame, extra: Callable[[Entered], None] = lambda entered: None) -> None:
    """Draw the filters of the timeline. flags: as `chosen` gives them, for the counts; extra: one more control."""
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        st.html(el("h1", entered.case.title, cls="ct"), width="content")
        filter_lists.phases(entered, flags)
        filter_lists.agencies(entered, flags)
        filter_lists.kinds(entered, flags)
        filter_lists.people(entered, flags)
        practice(entered)
        passed_on(entered)
        extra(entered)
        view_popover(entered)
        key_popover()
        later_switch(entered, disabled=not entered.case.events["hindsight"].any())
        search(entered, "q", "Search", "Search titles and text")


def words_of(case: Case) -> dict[str, str]:
    """What a search finds ids by: agencies and people by id."""
    agencies = dict(zip(case.agencies["agency_id"], case.agencies["name"] + " " + case.agencies["short"], strict=True))
    return agencies | person_names(case)


def count_words(flags: pd.DataFrame) -> str:
    """How many events are left of how many, and what is hidden: '46 of 48 events; 2 known only later are hidden'."""
    total, shown = len(flags), int(flags["shown"].sum())
    later = int((~flags["later"]).sum())
    words = f"{shown} of {total} events" if shown != total else f"{total} events"
    return f"{words}; {later} known only later {'is' if later == 1 else 'are'} hidden" if later else words
