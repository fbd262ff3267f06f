"""The figure of Silence and sight on its page, with the chosen event and the same as a table."""

from __future__ import annotations

import math

import streamlit as st

from measures.names import names_of
from measures.wording import counted, listed, window
from panels.entry import Entered
from panels.markup import el
from panels.seeing import Seeing
from panels.seeing_figure import cautions, drawn, finding_of
from panels.seeing_rows import bar_rows, mark_rows
from panels.seeing_take import take
from panels.to_event import TIMELINE, link, places
from panels.watch import watch


def picture(entered: Entered, seeing: Seeing) -> None:
    """The figure, what it shows in a sentence, the chosen event, and the same as a table."""
    wide, _ = watch(lambda: None)
    case, marks = entered.case, seeing.marks
    if seeing.refused:
        st.html(el("p", el("b", seeing.refused), cls="ct"))
    elif seeing.marks.empty:
        st.html(el("p", _nothing(seeing), cls="ct"))
    elif not marks["dated"].any():
        st.html(
            el(
                "p",
                f"{counted(len(marks), 'event')} in which {seeing.name} was seen, none of them with a usable date. The table lists them.",
                cls="ct",
            )
        )
    else:
        _draw(entered, seeing, wide - 48)
    _chosen(entered, seeing)
    take(entered, seeing)
    if len(marks):
        what = "The events that record it" if seeing.refused else "The same as a table"
        with st.expander(f"{what}: {counted(len(marks), 'event')}", expanded=bool(seeing.refused)):
            st.dataframe(
                mark_rows(case, marks),
                hide_index=True,
                row_height=36,
                key=f"marks:{case.id}:{seeing.person}:{seeing.any_contact}",
            )
            if not seeing.refused and marks["dated"].any():
                st.dataframe(
                    bar_rows(case, seeing),
                    hide_index=True,
                    row_height=36,
                    key=f"bars:{case.id}:{seeing.person}:{seeing.any_contact}",
                )


def _nothing(seeing: Seeing) -> str:
    if seeing.any_contact:
        return f"No contact, meeting or attempt in this case names {seeing.name}."
    who = "the child" if not seeing.name or seeing.name.startswith("Child") else seeing.name
    return f"No event in this case records {who} being seen in person, so there is no last sight to show. Add `seen` to the events that did."


def _draw(entered: Entered, seeing: Seeing, width: int) -> None:
    case, sentence = entered.case, finding_of(entered.case, seeing)
    st.html(el("p", el("b", sentence), el("span", cautions(seeing, case.about.disclosure), cls="muted"), cls="ct"))
    place, figure = f"sight:{case.id}", drawn(entered, seeing, width)
    st.plotly_chart(
        figure, width="stretch", height=math.ceil(figure["layout"]["height"]), theme=None, key=place, on_select=lambda: _select(entered, place), selection_mode="points",
        config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False}, alt=f"{sentence} One lane for each agency, from the first to the last; the table below says the same.",
    )  # fmt: skip


def _select(entered: Entered, place: str) -> None:
    points = st.session_state[place]["selection"]["points"]
    chosen = next((point.get("customdata") for point in points if point.get("customdata")), "")
    event = chosen[0] if isinstance(chosen, list) else chosen
    if event:
        entered.set(event=str(event))


def _chosen(entered: Entered, seeing: Seeing) -> None:
    """The event of the chosen mark in words, and the way to the timeline."""
    case, view = entered.case, entered.view
    own = seeing.marks[seeing.marks["event_id"] == view.event]
    for event in own.itertuples():
        names = names_of(case)
        by = f" By {listed([names.get(one, one) for one in event.by])}." if event.by else ""
        words = f"{window(event.earliest, event.latest, case.about.disclosure)}{f' ({event.date_text})' if event.date_text else ''}, {names[event.agency]}: "
        with st.container(horizontal=True, key="seeing-chosen", vertical_alignment="center"):
            st.html(
                el("div", words, el("b", event.title), f".{by} Paragraph {places(event.source)}.", cls="ct small", role="status"),
                width="stretch",
            )
            if st.button("Open on the timeline", key="seeing-timeline"):
                st.switch_page(TIMELINE, query_params=link(entered, event.event_id))
