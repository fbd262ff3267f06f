"""As known then: the day and the agency whose view the picture shows, and what that hides, in words."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pandas as pd
import streamlit as st

from measures.choice import Choice
from measures.names import short_names
from measures.tunnel import as_known, begun, hidden_words, knowable, step_days, visible_shares
from measures.wording import window
from panels.controls import key, one_of
from panels.entry import Entered
from panels.markup import el


def then_popover(entered: Entered) -> None:
    """The control of the view from the tunnel: a day, an agency, and steps from event to event."""
    case, view = entered.case, entered.view
    days = step_days(case.events)
    words = {str(day.date()): window(day, day, case.about.disclosure, short=True) for day in days}
    label = f"As known: {words.get(view.day, view.day) if view.day else 'off'}"
    with st.popover(label, key=key(entered, "pop-then"), disabled=not days):
        st.caption(
            "Shows only what could be known on that day. What came later, what is known only later, the outcome and the review's judgements are hidden."
        )
        options = ["", *words]
        if view.day and view.day not in words:
            options.insert(1, view.day)
        called = {"": "off", **words}
        one_of(
            entered, "day", "On the day", options, lambda one: called.get(one, one), view.day, lambda one: entered.set(day=one)
        )
        names = short_names(case)
        one_of(
            entered,
            "reader",
            "Seen by",
            ["", *[one for one in names if one != "family"]],
            lambda one: names.get(one, "any agency"),
            view.reader,
            lambda one: entered.set(reader=one),
            disabled=not view.day,
        )
        st.button(
            "Show everything again",
            key=key(entered, "then-off"),
            disabled=not view.day,
            on_click=lambda: entered.set(day="", reader=""),
        )


@dataclass(frozen=True)
class Known:
    """What of a case the page shows: all that the filters leave, or what could be known on a day.

    found: sight and hold of every event on that day, as `knowable` gives them; None where no day is chosen.
    """

    entered: Entered
    choice: Choice
    flags: pd.DataFrame
    found: pd.DataFrame | None


def as_known_then(entered: Entered, choice: Choice, flags: pd.DataFrame) -> Known:
    """The case, choice and flags as they were on the chosen day; unchanged where no day is chosen."""
    view = entered.view
    st.session_state.then = bool(view.day)
    if not view.day:
        return Known(entered, choice, flags, None)
    case, day = entered.case, pd.Timestamp(view.day)
    found = knowable(case.events, case.shares, day, view.reader)
    known = replace(
        case,
        events=as_known(case.events, case.facts, found),
        shares=visible_shares(case.shares, day, view.reader),
        practice=case.practice.iloc[:0],
        phases=begun(case.phases, day, view.reader),
        periods=begun(case.periods, day, view.reader),
    )
    shown = flags.assign(shown=flags["shown"] & (found["sight"] != "").to_numpy())
    return Known(replace(entered, case=known, whole=case), replace(choice, practice="hidden", later=False), shown, found)


def then_line(entered: Entered, found: pd.DataFrame | None) -> None:
    """One line, where a day is chosen: whose view on which day, what is hidden, and the steps."""
    if found is None:
        return
    case, view = entered.case, entered.view
    day = pd.Timestamp(view.day)
    names = short_names(case)
    days = [str(one.date()) for one in step_days(case.events)]
    before = [one for one in days if one < view.day]
    after = [one for one in days if one > view.day]
    who = names[view.reader] if view.reader else "any agency"
    with st.container(horizontal=True, key="then", vertical_alignment="center"):
        st.button("‹ Day back", key="then-back", disabled=not before, on_click=lambda: entered.set(day=before[-1]))
        st.button("Day forward ›", key="then-on", disabled=not after, on_click=lambda: entered.set(day=after[0]))
        st.html(
            el(
                "div",
                el("b", f"As {who} could know on {window(day, day, case.about.disclosure)}. "),
                hidden_words(found),
                " Practice points and later-known facts are hidden too.",
                cls="ct small",
                role="status",
            )
        )
