"""The practice points of a case: filters, a list that opens one point, and the matrix of theme by agency."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.matrix import grid, matrix
from charts.palette import PRACTICE, cite
from loaders import Case
from measures.choice import in_order
from measures.points import (
    COUNTS,
    PointChoice,
    basis_words,
    by_agency,
    by_theme,
    cell_words,
    crossing,
    finding_of,
    kind_counts,
    kinds_in_words,
    left_points,
    passing_points,
    point_texts,
)
from measures.wording import counted, listed, window
from panels.dock import names_of
from panels.entry import ROOT, Entered
from panels.filters import key
from panels.markup import Html, el, md
from panels.watch import watch

KEYS = ("practice", "stated", "later", "point", "theme", "agency", "find")
NOT_ENTERED = "Not entered in this file."


@dataclass(frozen=True)
class Points:
    """What the filters leave: the points shown, the flags of all, and the totals that the matrix prints."""

    shown: pd.DataFrame
    flags: pd.DataFrame
    themes: pd.DataFrame
    agencies: pd.DataFrame
    cells: pd.DataFrame
    matrix_points: pd.DataFrame


def point_filters(entered: Entered) -> Points:
    """The head of the page and its filters; what they leave."""
    case = entered.case
    words = f"{kinds_in_words(case.practice)} in {case.title}, numbered once: each number is the same on every page."
    st.html(el("div", el("h1", "Practice points"), el("span", words, cls="muted"), cls="ct points-head"))
    if case.practice.empty:
        st.html(el("p", "No practice points are entered in this file.", cls="ct muted"))
    else:
        _filter_row(entered, _left(entered).flags)
    return _left(entered)


def _left(entered: Entered) -> Points:
    case, view = entered.case, entered.view
    names = names_of(case)
    kind = view.practice if view.practice in ("missed", "good") else "all"
    choice = PointChoice(kind, view.stated == "1", view.theme, view.agency, view.find)
    flags = passing_points(case.practice, point_texts(case.practice, {**names, **case.themes, **_titles(case)}), choice)
    counts = left_points(flags, "theme", "agency")
    lanes = {one: names[one] for one in case.agencies["agency_id"]}
    return Points(
        shown=case.practice[flags["shown"]],
        flags=flags,
        themes=by_theme(case.practice, counts, case.themes),
        agencies=by_agency(case.practice, counts, lanes),
        cells=crossing(case.practice[counts]),
        matrix_points=case.practice[counts],
    )


def _titles(case: Case) -> dict[str, str]:
    """Findings and recommendations by id, each with its number."""
    found = {one.finding_id: f"{one.number} {one.title}".strip() for one in case.findings.itertuples()}
    return found | {one.recommendation_id: f"{one.number} {one.title}".strip() for one in case.recommendations.itertuples()}


def _filter_row(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        kinds = kind_counts(case.practice[left_points(flags, "kind")])
        many = {"all": sum(kinds.values()), "missed": kinds["missed"] + kinds["mixed"], "good": kinds["good"] + kinds["mixed"]}
        words = {"all": f"All {many['all']}", "missed": f"◆ Missed {many['missed']}", "good": f"★ Good {many['good']}"}
        _segments(
            entered,
            "kind",
            "Kind of point",
            words,
            view.practice if view.practice in words else "all",
            lambda one: entered.set(practice="" if one == "all" else one),
        )
        basis = case.practice.loc[left_points(flags, "basis"), "basis"]
        _segments(
            entered,
            "basis",
            "Basis",
            {"both": f"Stated and inferred {len(basis)}", "stated": f"Stated only {int((basis == 'stated').sum())}"},
            "stated" if view.stated else "both",
            lambda one: entered.set(stated="1" if one == "stated" else ""),
        )
        found = _left(entered)
        _choice(entered, "theme", "All themes", dict(zip(found.themes["theme"], found.themes["name"], strict=True)))
        _choice(entered, "agency", "All agencies", dict(zip(found.agencies["agency"], found.agencies["name"], strict=True)))
        place = key(entered, "find")
        st.session_state[place] = view.find
        st.text_input(
            "Search the points",
            key=place,
            placeholder="Search the points",
            label_visibility="collapsed",
            on_change=lambda: entered.set(find=st.session_state[place].strip()),
        )
        _later(entered)
        filtered = any((view.practice in ("missed", "good"), view.stated, view.theme, view.agency, view.find))
        st.button(
            "Clear all",
            key=key(entered, "clear-points"),
            disabled=not filtered,
            on_click=lambda: entered.set(practice="", stated="", theme="", agency="", find=""),
        )


def _segments(entered: Entered, name: str, label: str, words: dict[str, str], current: str, store: Callable[[str], None]) -> None:
    place = key(entered, name)
    st.session_state[place] = current
    st.segmented_control(
        label,
        list(words),
        format_func=words.get,
        key=place,
        required=True,
        label_visibility="collapsed",
        on_change=lambda: store(str(st.session_state[place])),
    )


def _choice(entered: Entered, name: str, every: str, names: dict[str, str]) -> None:
    place = key(entered, name)
    st.session_state[place] = getattr(entered.view, name)
    st.selectbox(
        name.capitalize(),
        ["", *names],
        format_func=lambda one: names.get(one, every),
        key=place,
        label_visibility="collapsed",
        width=250,
        on_change=lambda: entered.set(**{name: st.session_state[place] or ""}),
    )


def _later(entered: Entered) -> None:
    place = key(entered, "later")
    st.session_state[place] = entered.view.later == "1"
    if entered.case.events["hindsight"].any():
        st.toggle("Known only later", key=place, on_change=lambda: entered.set(later="1" if st.session_state[place] else ""))


def halves(entered: Entered) -> tuple[Any, Any, int, int]:
    """Where list and matrix go, and the width of the matrix and height of the list: side by side, or one below the other under 1400 px."""
    wide, high = watch(lambda: None)
    room = max(420, high - 225)
    if wide < 1400:
        return st.container(), st.container(), wide - 48, max(360, high - 270)
    left, right = st.columns([850, wide - 48 - 850 - 24], gap="medium")
    return left, right, wide - 48 - 850 - 36, room


def point_list(entered: Entered, found: Points, height: int) -> None:
    """The points left by the filters, in order of their numbers; choosing one opens it in its place."""
    case, view = entered.case, entered.view
    ids = list(found.shown["practice_id"])
    place = ids.index(view.point) if view.point in ids else -1
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        many = counted(len(case.practice), "point")
        st.html(
            el(
                "div",
                el("h2", "The points"),
                el("span", f"{len(ids)} of {many}" if len(ids) != len(case.practice) else many, cls="muted small"),
                cls="ct points-head",
            )
        )
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
    """One line of the list: the whole line is the button's; an id may begin with 'open', a key's dash keeps them apart."""
    case, chosen = entered.case, entered.view.point == point.practice_id
    with st.container(key=f"row-{'open-' if chosen else ''}{point.practice_id}", gap=None):
        st.button(
            md(point.title),
            type="tertiary",
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
    basis = "inferred" if point.basis == "inferred" else "stated"
    return el(
        "div",
        el("b", cite(point.kind, point.number)),
        f" {PRACTICE[point.kind][3]}",
        el("br"),
        el("span", f"{basis}, {', '.join(point.source) or 'no paragraph'}", cls="muted"),
        cls="point-says",
    )


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
    titles = _titles(case)
    rows = [
        ("Expected", point.expected),
        ("Happened", point.happened),
        ("Known then", point.known_then),
        ("What made it possible" if point.kind == "good practice" else "Why it made sense", point.why),
        ("Finding", "; ".join(titles[one] for one in point.findings)),
        ("Recommendation", "; ".join(titles[one] for one in point.recommendations)),
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
    with st.container(key="events-of-point", gap=None):
        words = (
            "On the timeline"
            if len(named)
            else "No event is entered for this point, so it has no mark of its own on the timeline."
        )
        hidden = int(later.sum())
        more = f" ({counted(hidden, 'event')} known only later {'is' if hidden == 1 else 'are'} hidden)" if hidden else ""
        st.html(
            el(
                "div",
                el("b", words) if len(named) else el("span", words, cls="muted"),
                el("span", more, cls="muted"),
                cls="ct point-links",
            )
        )
        for event in named[~later].itertuples():
            when = window(event.earliest, event.latest, case.about.disclosure, short=True)
            st.page_link(
                str(ROOT / "pages" / "timeline.py"),
                label=md(f"{when}, {names[event.agency]}: {event.title}"),
                query_params={"case": case.id, "event": event.event_id, "point": point.practice_id}
                | ({"later": "1"} if entered.view.later == "1" else {}),
            )


def theme_matrix(entered: Entered, found: Points, width: int) -> None:
    """The matrix with its sentence; choosing a cell or a heading filters the list, choosing it again shows all."""
    case, view = entered.case, entered.view
    if found.themes.empty:
        return
    totals = kind_counts(found.matrix_points)
    signs = tuple(sign for sign in COUNTS if sign != "mixed" or case.practice["kind"].eq("mixed").any())
    laid = grid(found.themes, found.agencies, crossing(case.practice), signs, width)
    sentence = finding_of(found.themes, found.agencies, sum(totals.values()))
    st.html(el("div", el("h2", "Theme by agency"), el("p", el("b", sentence), cls="small"), cls="ct"))
    with st.container(key="matrix"):
        st.plotly_chart(
            matrix(laid, found.themes, found.agencies, found.cells, totals, (view.theme, view.agency)),
            width="stretch",
            height=math.ceil(laid.height),
            theme=None,
            key=f"matrix:{case.id}",
            on_select=lambda: _cell(entered),
            selection_mode="points",
            config={"displayModeBar": False, "scrollZoom": False, "doubleClick": False, "showSendToCloud": False},
            alt=f"{sentence} A matrix of {counted(len(found.themes), 'theme')} by {counted(len(found.agencies), 'agency', 'agencies')} with {kinds_in_words(found.matrix_points)}; the table below has the same numbers.",
        )
    st.html(el("p", NOTE, cls="ct note"))


NOTE = (
    "Totals count points. One point may have several themes and agencies, so cells may add up to more. "
    "An empty cell means that the review makes no such point, not that nothing happened. "
    "◆ missed opportunity, ★ good practice, ■ mixed: both in one. Choose a cell, a theme or an agency to see its points in the list, and again to see all."
)


def _cell(entered: Entered) -> None:
    state = st.session_state.get(f"matrix:{entered.case.id}") or {}
    chosen = [point.get("customdata") for point in state.get("selection", {}).get("points", [])]
    cells = [tuple(one) for one in chosen if one and len(one) == 2]
    if cells:
        theme, agency = cells[0] if cells[0] != (entered.view.theme, entered.view.agency) else ("", "")
        entered.set(theme=theme, agency=agency)


def matrix_table(entered: Entered, found: Points) -> None:
    """The numbers of the matrix as a table, for reading, copying and keyboards."""
    if found.themes.empty:
        return
    names = {
        sign: words
        for sign, words in zip(COUNTS, ("◆ Missed", "★ Good", "■ Mixed"), strict=True)
        if sign != "mixed" or entered.case.practice["kind"].eq("mixed").any()
    }
    cells = {(one.theme, one.agency): cell_words(one.missed, one.good, one.mixed) for one in found.cells.itertuples()}
    lanes = list(found.agencies.itertuples())
    totals = kind_counts(found.matrix_points)
    head = el("tr", *[el("th", word, scope="col") for word in ("Theme", *(one.name for one in lanes), *names.values())])
    body = [
        el(
            "tr",
            el("th", row.name, scope="row"),
            *[el("td", cells.get((row.theme, lane.agency), "")) for lane in lanes],
            *[el("td", getattr(row, sign)) for sign in names],
        )
        for row in found.themes.itertuples()
    ]
    foot = [
        el(
            "tr",
            el("th", f"{words}, each point once", scope="row"),
            *[el("td", getattr(lane, sign)) for lane in lanes],
            *[el("td", totals[sign] if sign == column else "") for column in names],
        )
        for sign, words in names.items()
    ]
    table = el("table", el("thead", head), el("tbody", *body, *foot), cls="ct-table matrix-table")
    st.html(
        el(
            "div",
            el("h2", "The same numbers as a table"),
            el("div", table, cls="grid-wrap", tabindex="0", role="region", aria_label="Practice points by theme and agency"),
            cls="ct",
        )
    )


BRING_JS = """
export default function(component) {
  const id = component.data && component.data.point;
  const timer = setTimeout(() => {
    const found = document.querySelector('[class*="st-key-row-open-"]');
    if (id && found) found.scrollIntoView({ block: 'nearest' });
  }, 150);
  return () => clearTimeout(timer);
}
"""


@st.cache_resource
def _bring() -> Callable[..., object]:
    """A small component that brings the chosen point into view in its list."""
    return st.components.v2.component("case_timelines_bring", js=BRING_JS)
