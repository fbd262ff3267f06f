"""Everything the file says of one agency and one fact by the day."""

from __future__ import annotations

from typing import Any

import streamlit as st

from loaders import Case
from measures.names import names_of
from panels.entry import Entered
from panels.knew_words import and_words, called, long_how, paragraphs, share_of, source_of, when_words
from panels.knowing import Knowing
from panels.markup import Html, el, md
from panels.menu import ROOT
from panels.said_of import share_words


def chosen_cell(entered: Entered, found: Knowing) -> None:
    """Everything the file says of one agency and one fact by the day: who told whom, the words, the paragraph, the way to the timeline."""
    case, view = entered.case, entered.view
    if not (view.fact and view.cell) or view.fact not in set(found.facts["fact_id"]):
        return
    names, titles = names_of(case), dict(zip(found.facts["fact_id"], found.facts["title"], strict=True))
    row = found.known[(found.known["fact_id"] == view.fact) & (found.known["agency"] == view.cell)]
    moments = found.moments[(found.moments["fact_id"] == view.fact) & (found.moments["agency"] == view.cell)]
    begun = moments if found.day is None else moments[~(moments["earliest"].fillna(moments["latest"]) > found.day)]
    begun = begun.sort_values(["latest", "earliest"], na_position="last", kind="stable")
    status = (
        f"{row['word'].iloc[0]}, {row['when'].iloc[0]}{and_words(row['after'].iloc[0])}" if len(row) else "No record that it knew"
    )
    with st.container(key="knew-cell"):
        st.html(el("div", el("h3", f"{names[view.cell]}. {titles[view.fact]}"), el("p", el("b", f"{status}.")), *[_moment(case, one) for one in begun.itertuples()],
                   el("p", "The file names no moment by this day at which it was told, held this, or was not told. That does not show that it did not know.", cls="muted") if begun.empty else "",
                   cls="ct small", role="region", aria_label="The chosen cell"))  # fmt: skip
        with st.container(horizontal=True):
            for event in dict.fromkeys(one for one in begun["event_id"] if one):
                title = case.events.loc[case.events["event_id"] == event, "title"].iloc[0]
                if st.button(f"On the timeline: {md(title)}", key=f"knew-event:{event}"):
                    later = {"later": "1"} if view.later == "1" else {}
                    address = {"case": case.id, "event": event, "fact": view.fact, **later}
                    st.switch_page(str(ROOT / "pages" / "timeline.py"), query_params=address)
            st.button("Close", key="knew-close", on_click=lambda: entered.set(cell=""))


def _moment(case: Case, one: Any) -> Html:
    """One moment: the day, who told whom, the event, the share's own words, the paragraph."""
    names = names_of(case)
    share = share_of(case, one)
    event = case.events[case.events["event_id"] == one.event_id]
    when = called(when_words(one, case.about.disclosure))
    said = called(long_how(one, names)) if share is None else f"{names[one.from_agency]} to {share_words(case, share)}"
    told = f"{said.rstrip('.')}. "
    title = f"{event['title'].iloc[0]}. " if len(event) else ""
    return el(
        "p",
        el("b", f"{when}. "),
        title,
        told,
        el("span", f"Paragraph {', '.join(source_of(paragraphs(case), one)) or 'not given'}.", cls="muted"),
    )
