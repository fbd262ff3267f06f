"""The practice points of a case: the head of their page, its filters, and what they leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.points import (
    PointChoice,
    by_agency,
    by_theme,
    crossing,
    kind_counts,
    kinds_in_words,
    left_points,
    passing_points,
    point_texts,
)
from panels.dock import names_of
from panels.entry import Entered
from panels.filters import key
from panels.markup import el
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
    flags = passing_points(case.practice, point_texts(case.practice, {**names, **case.themes, **titles(case)}), choice)
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


def titles(case: Case) -> dict[str, str]:
    """Findings and recommendations by id, each with its number."""
    found = {one.finding_id: f"{one.number} {one.title}".strip() for one in case.findings.itertuples()}
    return found | {one.recommendation_id: f"{one.number} {one.title}".strip() for one in case.recommendations.itertuples()}


def _filter_row(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    with st.container(key="point-filters"), st.container(horizontal=True, key="filters", vertical_alignment="center"):
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
            width="stretch",
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
        format_func=lambda one: words[one],
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
        width="stretch",
        on_change=lambda: entered.set(**{name: st.session_state[place] or ""}),
    )


def _later(entered: Entered) -> None:
    place = key(entered, "later")
    st.session_state[place] = entered.view.later == "1"
    if entered.case.events["hindsight"].any():
        st.toggle("Known only later", key=place, on_change=lambda: entered.set(later="1" if st.session_state[place] else ""))


def halves(entered: Entered) -> tuple[Any, Any, int, int]:
    """Where list and matrix go (one below the other under 1400 px), the width of the matrix, and the height of the list."""
    wide, high = watch(lambda: None)
    room = max(420, high - 225)
    if wide < 1400:
        return st.container(), st.container(), wide - 48, max(360, high - 270)
    left, right = st.columns([850, wide - 48 - 850 - 24], gap="medium")
    return left, right, wide - 48 - 850 - 36, room
