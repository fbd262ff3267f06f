"""Links and tables that lead to an event on the timeline, without leaving the session."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from loaders import Case
from panels.entry import Entered
from panels.markup import Html, el
from panels.menu import ROOT

TIMELINE = str(ROOT / "pages" / "timeline.py")
PRACTICE = str(ROOT / "pages" / "practice.py")
CASE = str(ROOT / "pages" / "case.py")
JS = """
export default function(component) {
  const follow = (event) => {
    const link = event.target.closest ? event.target.closest('a.to-event') : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const asked = new URL(link.href);
    component.setTriggerValue('open', asked.pathname.split('/').pop() + asked.search);
  };
  document.addEventListener('click', follow);
  return () => document.removeEventListener('click', follow);
}
"""


@st.cache_resource
def _component() -> Callable[..., Any]:
    return st.components.v2.component("case_timelines_to_event", js=JS)


def link(entered: Entered, event: str) -> dict[str, str]:
    return {"case": entered.case.id, "event": event} | ({"later": "1"} if entered.view.later == "1" else {})


def follow_links(cases: Mapping[str, Case]) -> None:
    """Let the links of the tables open the timeline, or the list of practice points, without leaving the session."""
    page, _, asked = str(getattr(_component()(key="to-event", on_open_change=lambda: None), "open", None) or "").partition("?")
    params = dict(parse_qsl(asked))
    case = cases.get(params.get("case", ""))
    if case is None:
        return
    if page == "timeline" and params.get("event") in set(case.events["event_id"]):
        st.switch_page(TIMELINE, query_params=params)
    if page == "practice" and params.get("point") in set(case.practice["practice_id"]):
        st.switch_page(PRACTICE, query_params=params)
    if page == "case":
        st.switch_page(CASE, query_params=params)


def to_event(entered: Entered, label: str, event: str) -> Html:
    return el("a", label, href=f"timeline?{urlencode(link(entered, event))}", cls="to-event")


def event_link(label: str, case_id: str, event: str) -> Html:
    """A link to an event of any case."""
    return el("a", label, href=f"timeline?{urlencode({'case': case_id, 'event': event})}", cls="to-event")


def point_link(label: str, case_id: str, point: str) -> Html:
    """A link to a practice point of any case."""
    return el("a", label, href=f"practice?{urlencode({'case': case_id, 'point': point})}", cls="to-event")


def table(name: str, heads: list[str], rows: list[list[Any]]) -> None:
    """A table with a name: cells in words, muted where they say that there is nothing."""
    head = el("tr", *[el("th", one, scope="col") for one in heads])
    body = [el("tr", *[el("td", cell, cls=_look(cell)) for cell in row]) for row in rows]
    st.html(el("table", el("thead", head), el("tbody", *body), cls=f"ct ct-table seen-table {name}"))


def _look(cell: Any) -> str:
    return "muted" if str(cell) == "0" or str(cell).startswith(("not ", "never", "no ", "none ")) else ""


def places(source: tuple[str, ...]) -> str:
    return ", ".join(source) or "not given"
