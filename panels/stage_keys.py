"""The keys of the room's screen, each press exactly once, and the bar that does the same for the mouse."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import streamlit as st

from panels.markup import asset

ALL = (
    (("→", "Page Down", "Space"), "next"),
    (("←", "Page Up"), "back"),
    (("Home", "End"), "to the beginning, to the end"),
    (("B", "."), "blank the screen; again shows the same step"),
    (("P",), "break"),
    (("Q",), "the question over the caption"),
    (("M",), "look back, or hide it again"),
    (("D",), "detail that opens on request"),
    (("C",), "the line on the child"),
    (("H",), "this bar of keys"),
    (("F",), "full screen"),
    (("Esc",), "leave (asks first)"),
    (("?",), "this list"),
)
MOST_PRESSES = 60


@st.cache_resource
def _component() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_stage_keys", js=asset("stage_keys.js"), isolate_styles=False)


def stage_keys(bar: dict[str, Any], on_press: Callable[[Iterator[str]], None]) -> None:
    """Listen to the keys. bar: what the key bar offers; on_press: called with the presses since the last call, in order."""
    known = st.session_state.get("stage-size", "")
    _component()(
        key="stage-listen",
        data={**bar, "all": ALL if bar["bar"] else [], "size": known, "heard": st.session_state.get("stage-heard", {})},
        on_pressed_change=lambda: on_press(_new_presses()),
        on_size_change=_resized,
    )
    # A run that another one overtakes brings the presses without the call that Streamlit owes for them.
    heard = st.session_state.setdefault("stage-heard", {})
    before = dict(heard)
    on_press(_new_presses())
    if heard != before:
        st.rerun()


def window_px() -> tuple[int, int]:
    """The width and height of the window in px; 1920x1080 until it has told."""
    wide, _, high = (st.session_state.get("stage-size") or "1920x1080").partition("x")
    return max(640, int(wide)), max(360, int(high))


def _resized() -> None:
    size = getattr(st.session_state.get("stage-listen"), "size", None)
    if isinstance(size, str) and size.replace("x", "").isdigit() and len(size) < 12:
        st.session_state["stage-size"] = size


def _new_presses() -> Iterator[str]:
    return new_presses(
        getattr(st.session_state.get("stage-listen"), "pressed", ""), st.session_state.setdefault("stage-heard", {})
    )


def new_presses(told: Any, heard: dict[str, int]) -> Iterator[str]:
    """The presses of a window that are not yet in `heard` (the last number by window), in order.

    Each is added to it when the next one is asked for, so when it has been acted on: Streamlit may end a run between two
    lines of ours, and a press that was only noted would be lost.
    """
    try:
        said = json.loads(told)
        window, presses = str(said["id"])[:40], [(int(number), str(act)[:80]) for number, act in said["presses"]][-MOST_PRESSES:]
    except (TypeError, ValueError, KeyError):
        return
    for number, act in sorted(presses):
        if number > heard.get(window, 0):
            yield act
            heard[window] = number
