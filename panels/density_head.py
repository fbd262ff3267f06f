"""The head of the page Density: the question, and the controls that ask it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from loaders import Library
from panels.density import Density, worked_out
from panels.density_asked import AS_ONE, BY, PER, SHOW, WORDS, Asked, ask, asked_now
from panels.density_shelf import Shelf, shelf
from panels.marking import marked
from panels.markup import el
from panels.watch import watch

USUAL, FIRST, MOST = 6, 3, 12  # a screen of 1080 px holds three cases by their sectors


def head(library: Library) -> Density:
    """The question, the controls, and what they ask for."""
    asked = asked_now(library)
    width, _ = watch(lambda: None)
    frames = shelf(library)
    chosen = _chosen(asked, list(frames.titles))
    marked(frames.only(chosen).of)
    with st.container(horizontal=True, key="density-head", vertical_alignment="bottom"):
        words = el("p", _under(asked, [frames.titles[one] for one in chosen], len(frames.of)), cls="muted")
        st.html(el("div", el("h1", _question(asked)), words, cls="ct"), width="stretch")
        _controls(asked, frames, chosen)
    return worked_out(library, asked, frames.only(chosen), width - 48)


def _chosen(asked: Asked, ids: list[str]) -> list[str]:
    """The cases to compare: those asked for, or all, or of a large library the first few."""
    if asked.as_one and not asked.cases:
        return ids
    if asked.cases:
        return [one for one in ids if one in asked.cases]
    return ids if len(ids) <= USUAL else ids[:FIRST]


def _question(asked: Asked) -> str:
    per = asked.per or "30"
    if per.isdigit():
        return "How much contact was recorded in the year before"
    return f"How much contact was recorded, by {PER[per].lower()}"


def _under(asked: Asked, chosen: list[str], all_cases: int) -> str:
    """How many cases are shown, and against what. chosen: their titles."""
    if asked.per == "phase" and len(chosen) > 1:
        shown = f"1 of {all_cases:,} cases, since phases belong to one case: {chosen[0]}; others under Cases."
        return f"{shown} “Not reported here” is not “nobody went”."
    many = (
        f"{len(chosen):,} of {all_cases:,} cases"
        if len(chosen) < all_cases
        else ("One case" if all_cases == 1 else f"All {all_cases:,} cases")
    )
    on = "lined up at day 0" if asked.aligned else ("by the review's own phases" if asked.per == "phase" else "on the calendar")
    return f"{many}, {on}, one scale. “Not reported here” is not “nobody went”."


def _controls(asked: Asked, frames: Shelf, chosen: list[str]) -> None:
    _pick("Count", WORDS, list(asked.kinds), "count", lambda one: tuple(one), several=True)
    _pick("Per", PER, asked.per or "30", "per", lambda one: "" if one == "30" else one, width=120)
    _pick("Show as", SHOW, asked.show or "table", "show", lambda one: "" if one == "table" else one)
    _pick("Rows", BY, asked.by or "sector", "by", lambda one: "" if one == "sector" else one, width=130)
    with st.container(width="content"):
        st.html(el("div", "Cases", cls="ct label"))
        shown = min(len(chosen), 1) if asked.per == "phase" else len(chosen)
        place = st.popover(f"{shown:,} of {len(frames.of):,}", key="pop-cases", on_change="rerun")
        if place.open:
            with place:
                _phase_choice(frames.titles, chosen) if asked.per == "phase" else _case_choice(asked, frames.titles, chosen)
    if frames.entries["later"].any():
        st.session_state["w:d-later"] = asked.later == "1"
        turned: Callable[[], None] = lambda: ask(later="1" if st.session_state["w:d-later"] else "")  # noqa: E731
        st.toggle("Known only later", key="w:d-later", on_change=turned)


def _pick(
    label: str,
    words: Mapping[str, str],
    now: Any,
    name: str,
    read: Callable[[Any], Any],
    *,
    several: bool = False,
    width: int = 0,
) -> None:
    """One control whose choice goes into the address by id."""
    key = f"w:d-{name}"
    st.session_state[key] = now
    given: dict[str, Any] = {
        "format_func": words.__getitem__,
        "key": key,
        "on_change": lambda: ask(**{name: read(st.session_state[key])}),
    }
    if several:
        st.pills(label, list(words), selection_mode="multi", width="content", **given)
    elif width:
        st.selectbox(label, list(words), width=width, **given)
    else:
        st.segmented_control(label, list(words), required=True, width="content", **given)


def _phase_choice(titles: Mapping[str, str], chosen: list[str]) -> None:
    """The one case whose phases are drawn."""
    st.session_state["w:d-case"] = chosen[0] if chosen else None
    st.selectbox(
        "Case",
        list(titles),
        format_func=titles.__getitem__,
        key="w:d-case",
        on_change=lambda: ask(cases=(st.session_state["w:d-case"],)),
    )
    st.html(el("p", "Phases belong to one case.", cls="ct small muted"))


def _case_choice(asked: Asked, titles: Mapping[str, str], chosen: list[str]) -> None:
    st.session_state["w:d-one"] = asked.one
    st.radio(
        "Show",
        list(AS_ONE),
        format_func=AS_ONE.__getitem__,
        key="w:d-one",
        on_change=lambda: ask(one=st.session_state["w:d-one"]),
    )
    if asked.one and not asked.cases:
        st.html(el("p", f"All {len(titles):,} cases stand together. Choose “Side by side” to pick some.", cls="ct small muted"))
        return
    st.session_state["w:d-cases"] = chosen
    st.multiselect(
        "Cases",
        list(titles),
        format_func=titles.__getitem__,
        key="w:d-cases",
        max_selections=MOST,
        on_change=lambda: ask(cases=tuple(st.session_state["w:d-cases"])),
    )
    if len(titles) > MOST:
        st.html(el("p", f"At most {MOST} cases stand side by side; all {len(titles):,} together as one.", cls="ct small muted"))
