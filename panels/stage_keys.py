"""The keys of the room's screen, each press exactly once, and the bar that does the same for the mouse."""

from __future__ import annotations

import json
from collections.abc import Callable
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
LISTENS, SIZE = "stage-listen", "stage-size"


@st.cache_resource
def _component() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_stage_keys", js=asset("stage_keys.js"), isolate_styles=False)


def stage_keys(bar: dict[str, Any], heard: dict[str, int]) -> None:
    """Listen to the keys. bar: what the key bar offers; heard: the last press acted on of each window, for the page to know."""
    _component()(
        key=LISTENS,
        data={**bar, "all": ALL if bar["bar"] else [], "size": st.session_state.get(SIZE, ""), "heard": dict(heard)},
        on_pressed_change=_read_by_the_page,
        on_size_change=_read_by_the_page,
    )


def _read_by_the_page() -> None:
    """Nothing: Streamlit owes this call for a run that another one overtakes, so the page reads what came at each run."""


def told() -> Any:
    """What the window said last of its presses, for `new_presses`; notes its size as well."""
    said = st.session_state.get(LISTENS)
    size = getattr(said, "size", None)
    if isinstance(size, str) and size.replace("x", "").isdigit() and len(size) < 12:
        st.session_state[SIZE] = size
    return getattr(said, "pressed", "")


def window_px() -> tuple[int, int]:
    """The width and height of the window in px; 1920x1080 until it has told."""
    wide, _, high = (st.session_state.get(SIZE) or "1920x1080").partition("x")
    return max(640, int(wide)), max(360, int(high))


def new_presses(told: Any, heard: dict[str, int]) -> list[str]:
    """The presses of a window that are not yet in `heard` (the last number by window), in order; they are then in it.

    Act on them without a word to Streamlit in between: it may end a run wherever it is spoken to, its session state
    included, and a press must be both heard and acted on or neither.
    """
    try:
        said = json.loads(told)
        window, presses = str(said["id"])[:40], [(int(number), str(act)[:80]) for number, act in said["presses"]][-MOST_PRESSES:]
    except (TypeError, ValueError, KeyError):
        return []
    new = sorted(one for one in presses if one[0] > heard.get(window, 0))
    if new:
        heard[window] = new[-1][0]
    return [act for _, act in new]
