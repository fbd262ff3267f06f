"""The practice points of a case: the head of their page, its filters, and what they leave."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.names import names_of
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
from panels.controls import key, later_switch, one_of, search, segments
from panels.entry import Entered
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
        _kind_and_basis(entered, flags)
        found = _left(entered)
        _choice(entered, "theme", "All themes", dict(zip(found.themes["theme"], found.themes["name"], strict=True)))
        _choice(entered, "agency", "All agencies", dict(zip(found.agencies["agency"], found.agencies["name"], strict=True)))
        search(entered, "find", "Search the points", "Search the points", width="stretch")
        if case.events["hindsight"].any():
            later_switch(entered)
        filtered = any((view.practice in ("missed", "good"), view.stated, view.theme, view.agency, view.find))
        st.button(
            "Clear all",
            key=key(entered, "clear-points"),
            disabled=not filtered,
            on_click=lambda: entered.set(practice="", stated="", theme="", agency="", find=""),
        )


def _kind_and_basis(entered: Entered, flags: pd.DataFrame) -> None:
    """Missed or good, stated or inferred, each with how many points it leaves."""
    practice, view = entered.case.practice, entered.view
    kinds = kind_counts(practice[left_points(flags, "kind")])
    many = {"all": sum(kinds.values()), "missed": kinds["missed"] + kinds["mixed"], "good": kinds["good"] + kinds["mixed"]}
    words = {"all": f"All {many['all']}", "missed": f"◆ Missed {many['missed']}", "good": f"★ Good {many['good']}"}
    segments(
        entered,
        "kind",
        "Kind of point",
        words,
        view.practice if view.practice in words else "all",
        lambda one: entered.set(practice="" if one == "all" else one),
        named=False,
    )
    basis = practice.loc[left_points(flags, "basis"), "basis"]
    segments(
        entered,
        "basis",
        "Basis",
        {"both": f"Stated and inferred {len(basis)}", "stated": f"Stated only {int((basis == 'stated').sum())}"},
        "stated" if view.stated else "both",
        lambda one: entered.set(stated="1" if one == "stated" else ""),
        named=False,
    )


def _choice(entered: Entered, name: str, every: str, names: dict[str, str]) -> None:
    one_of(
        entered,
        name,
        name.capitalize(),
        ["", *names],
        lambda one: names.get(one, every),
        getattr(entered.view, name),
        lambda one: entered.set(**{name: one}),
        label_visibility="collapsed",
        width="stretch",
    )


def halves() -> tuple[Any, Any, int, int]:
    """Where list and matrix go (one below the other under 1400 px), the width of the matrix, and the height of the list."""
    wide, high = watch(lambda: None)
    room = max(420, high - 225)
    if wide < 1400:
        return st.container(), st.container(), wide - 48, max(360, high - 270)
    left, right = st.columns([850, wide - 48 - 850 - 24], gap="medium")
    return left, right, wide - 48 - 850 - 36, room
