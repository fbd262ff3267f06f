"""Links and tables that lead to an event on the timeline, without leaving the session."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from panels.entry import ROOT, Entered
from panels.markup import Html, el

TIMELINE = str(ROOT / "pages" / "timeline.py")
JS = """
export default function(component) {
  const follow = (event) => {
    const link = event.target.closest ? event.target.closest('a.to-event') : null;
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    component.setTriggerValue('open', new URL(link.href).searchParams.get('event'));
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


def follow_links(entered: Entered) -> None:
    """Let the links of the tables open the timeline without leaving the session."""
    event = getattr(_component()(key="to-event", on_open_change=lambda: None), "open", None)
    if event in set(entered.case.events["event_id"]):
        st.switch_page(TIMELINE, query_params=link(entered, str(event)))


def to_event(entered: Entered, label: str, event: str) -> Html:
    return el("a", label, href=f"timeline?{urlencode(link(entered, event))}", cls="to-event")


def table(name: str, heads: list[str], rows: list[list[Any]]) -> None:
    """A table with a name: cells in words, muted where they say that there is nothing."""
    head = el("tr", *[el("th", one, scope="col") for one in heads])
    body = [el("tr", *[el("td", cell, cls=_look(cell)) for cell in row]) for row in rows]
    st.html(el("table", el("thead", head), el("tbody", *body), cls=f"ct ct-table seen-table {name}"))


def _look(cell: Any) -> str:
    return "muted" if str(cell) == "0" or str(cell).startswith(("not ", "never", "no ", "none ")) else ""


def places(source: tuple[str, ...]) -> str:
    return ", ".join(source) or "not given"
