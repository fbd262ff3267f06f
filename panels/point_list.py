"""The list of practice points: every line a button, the chosen one opened in its place with links to the timeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import PRACTICE
from loaders import Case
from measures.choice import in_order
from measures.citing import cite
from measures.names import names_of
from measures.points import basis_words
from measures.wording import counted, listed, window
from panels.entry import Entered
from panels.markup import Html, el, md
from panels.menu import ROOT
from panels.points import NOT_ENTERED, Points, titles


def point_list(entered: Entered, found: Points, height: int) -> None:
    """The points left by the filters, in order of their numbers; choosing one opens it in its place."""
    case, view = entered.case, entered.view
    ids = list(found.shown["practice_id"])
    place = ids.index(view.point) if view.point in ids else -1
    many = counted(len(case.practice), "point")
    words = many if len(ids) == len(case.practice) else f"{len(ids)} of {many}"
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        st.html(el("div", el("h2", "The points"), el("span", words, cls="muted small"), cls="ct points-head"))
        st.button(
            "‹ Previous",
            shortcut="Left",
            key="previous-point",
            disabled=not ids or place == 0,
            on_click=lambda: entered.set(point=ids[place - 1 if place > 0 else -1]),
        )
        st.button(
            "Next ›",
            shortcut="Right",
            key="next-point",
            disabled=not ids or place == len(ids) - 1,
            on_click=lambda: entered.set(point=ids[place + 1]),
        )
    if view.point and place < 0:
        gone = case.practice[case.practice["practice_id"] == view.point].iloc[0]
        st.html(el("p", f"The chosen point {cite(gone.kind, gone.number)} is hidden by the filters.", cls="ct small muted"))
    if not ids:
        st.html(el("p", _nothing(entered), cls="ct muted"))
        return
    with st.container(height=height, key="points", border=False):
        for point in found.shown.itertuples():
            _row(entered, point)
    _bring()(key="bring", data={"point": view.point})


def _nothing(entered: Entered) -> str:
    view = entered.view
    if view.theme and view.agency:
        return "No such point passes the filters. An empty cell means that the review makes no such point, not that nothing happened."
    return "No practice point passes these filters."


def _row(entered: Entered, point: Any) -> None:
    """One line of the list, all of it the button's; its key stays when it opens, so that the focus stays too."""
    case, chosen = entered.case, entered.view.point == point.practice_id
    with st.container(key=f"row-{point.practice_id}", gap=None):
        st.button(
            md(point.title),
            type="tertiary",
            width="stretch",
            key=f"point:{case.id}:{point.practice_id}",
            on_click=lambda: entered.set(point="" if chosen else point.practice_id),
        )
        st.html(el("div", sign(point), _where(case, point), _says(point), cls="ct point-line"))
        if chosen:
            st.html(_details(case, point))
            _events(entered, point)


def _where(case: Case, point: Any) -> Html:
    names = names_of(case)
    when = window(point.earliest, point.latest, case.about.disclosure, short=True)
    who = listed([names[one] for one in point.agencies]) or "No agency named"
    themes = "; ".join(case.themes.get(one, one) for one in point.themes) or "No theme given"
    return el("div", el("span", f"{when[0].upper()}{when[1:]}. {who}. ", cls="muted"), themes, cls="point-where")


def _says(point: Any) -> Html:
    kind = el("div", el("b", cite(point.kind, point.number)), f" {PRACTICE[point.kind][3]}")
    basis = el("div", f"{point.basis}, {', '.join(point.source) or 'no paragraph given'}", cls="muted")
    return el("div", kind, basis, cls="point-says")


def point_rows(case: Case, shown: pd.DataFrame) -> pd.DataFrame:
    """One row per point with everything that stands in its details; what the file does not enter is blank."""
    names, called = names_of(case), titles(case)
    rows = [
        (
            cite(point.kind, point.number),
            PRACTICE[point.kind][3],
            point.title,
            window(point.earliest, point.latest, case.about.disclosure, short=True),
            listed([names[one] for one in point.agencies]),
            "; ".join(case.themes.get(one, one) for one in point.themes),
            point.expected,
            point.happened,
            point.known_then,
            point.why,
            basis_words(point.basis, point.judged_by).capitalize(),
            point.words,
            "; ".join(called[one] for one in point.findings),
            "; ".join(called[one] for one in point.recommendations),
            ", ".join(point.source),
        )
        for point in shown.itertuples()
    ]
    return pd.DataFrame(rows, columns=POINT_COLUMNS)


POINT_COLUMNS = [
    "Number", "Kind", "Title", "When", "Agencies", "Themes", "Expected", "Happened", "Known then", "Why it made sense", "Basis",
    "Words", "Findings", "Recommendations", "Paragraph",
]  # fmt: skip


def sign(point: Any) -> Html:
    """The numbered diamond, star or square of the timeline; hollow where the point is inferred."""
    letter, hollow = PRACTICE[point.kind][0], point.basis == "inferred"
    shapes = [el("i"), el("i")] if hollow else [el("i")]
    label = f"{PRACTICE[point.kind][3]} {cite(point.kind, point.number)}"
    return el(
        "div", *shapes, el("span", point.number), cls=f"sign {letter}{' hollow' if hollow else ''}", role="img", aria_label=label
    )


def _details(case: Case, point: Any) -> Html:
    """Everything the file says of a point, each under its own word."""
    names = titles(case)
    rows = [
        ("Expected", point.expected),
        ("Happened", point.happened),
        ("Known then", point.known_then),
        ("What made it possible" if point.kind == "good practice" else "Why it made sense", point.why),
        ("Finding", "; ".join(names[one] for one in point.findings)),
        ("Recommendation", "; ".join(names[one] for one in point.recommendations)),
        ("Basis", basis_words(point.basis, point.judged_by).capitalize() + (f": “{point.words}”" if point.words else "")),
        ("Paragraph", ", ".join(point.source)),
    ]
    lines = [
        part for label, value in rows for part in (el("dt", label), el("dd", value or NOT_ENTERED, cls="" if value else "muted"))
    ]
    return el(
        "div", el("dl", *lines), cls="ct point-more", role="region", aria_label=f"Details of {cite(point.kind, point.number)}"
    )


def _events(entered: Entered, point: Any) -> None:
    """Links to the events of a point on the timeline; those known only later are counted and not named."""
    case = entered.case
    named = in_order(case.events[case.events["event_id"].isin(point.events)])
    later = named["hindsight"].astype(bool) & (entered.view.later != "1")
    names = names_of(case)
    hidden = int(later.sum())
    words = el("b", "On the timeline") if len(named) else el("span", NO_EVENT, cls="muted")
    more = f" ({counted(hidden, 'event')} known only later {'is' if hidden == 1 else 'are'} hidden)" if hidden else ""
    with st.container(key="events-of-point", gap=None):
        st.html(el("div", words, el("span", more, cls="muted"), cls="ct point-links"))
        for event in named[~later].itertuples():
            when = window(event.earliest, event.latest, case.about.disclosure, short=True)
            kept = {key: getattr(entered.view, key) for key in ("later", "theme", "agency", "find")}
            view = {"case": case.id, "event": event.event_id, "point": point.practice_id, **kept}
            st.page_link(
                str(ROOT / "pages" / "timeline.py"),
                label=md(f"{when[0].upper()}{when[1:]}, {names[event.agency]}: {event.title}"),
                query_params={key: value for key, value in view.items() if value},
            )


NO_EVENT = "No event is entered for this point, so it has no mark of its own on the timeline."
BRING_JS = """
export default function(component) {
  const id = component.data && component.data.point;
  const timer = setTimeout(() => {
    const found = document.querySelector('.st-key-points .point-more');
    const row = found && found.closest('[class*="st-key-row-"]');
    if (id && row) row.scrollIntoView({ block: 'nearest' });
  }, 150);
  return () => clearTimeout(timer);
}
"""


@st.cache_resource
def _bring() -> Callable[..., object]:
    """A small component that brings the chosen point into view in its list."""
    return st.components.v2.component("case_timelines_bring", js=BRING_JS)
