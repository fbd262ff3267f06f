"""The room's screen: one step at a time, moved by keys, kept in the room, and nothing of what lies ahead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import pandas as pd
import streamlit as st

from measures.running import stands
from panels.entry import ROOT, Entered, write_address
from panels.markup import asset
from panels.rooms import ROOMS, Room, room_word, window_address
from panels.stage_bar import bar_of
from panels.stage_draw import draw, picture_px
from panels.stage_keys import stage_keys
from panels.stage_moves import pressed
from panels.stage_ready import make_next_ready
from panels.stage_scene import scene
from panels.standing import order_of

LEAVING, LEFT, DETAIL, VERSION = "stage-leaving", "stage-left", "stage-detail", "stage-version"


def present(entered: Entered) -> None:
    """The whole page: the screen, and a look twice a second at whether another window has moved the room."""
    st.html(f"<style>{asset('stage.css')}</style>")
    case = entered.case
    order = order_of(case)
    word = room_word()
    write_address({"case": case.id, "room": word})
    with st.container(key="stage"):
        _screen(case, order, word)
    _follow(case.id, word)


def read_stage(word: str, case_id: str) -> Room:
    """The room as it is now; this window is open."""
    return ROOMS.look(word, case_id)


def change_stage(word: str, case_id: str, change: Callable[[Room], Room]) -> Room:
    """The room as `change` makes it, for every window."""
    return ROOMS.change(word, case_id, change)


@st.fragment(run_every=0.5)
def _follow(case_id: str, word: str) -> None:
    """Draw again where another window has changed the room."""
    if read_stage(word, case_id).version != st.session_state.get(VERSION):
        st.rerun()


@st.fragment
def _screen(case: Any, order: pd.DataFrame, word: str) -> None:
    """The step that the room is at, and the keys."""
    if st.session_state.pop(LEFT, False):
        st.switch_page(str(ROOT / "pages" / "timeline.py"))
    room = read_stage(word, case.id)
    step = stands(order, room.step, room.revealed)
    if step:
        st.session_state.setdefault("opened", set()).add(case.id)
    shown = scene(case, order, step, room.agency)
    top, picture, under, keys = (st.container(key=f"stage-{part}") for part in ("top", "picture", "under", "keys"))
    leaving = bool(st.session_state.get(LEAVING))
    with keys:
        stage_keys(bar_of(shown, room, leaving), lambda acts: _press(acts, case, order, word))
    opened = st.session_state.get(DETAIL) == (word, case.id, step)
    draw(shown, room, top, picture, under, leaving=leaving, opened=opened)
    if step == 0 and not (room.blank or room.break_ or leaving):
        with st.container(key="stage-second", width="content"):
            st.link_button("Open the facilitator's window", window_address("facilitator", room))
    # Only now: a run that is ended before it has drawn all leaves the old version, and the next look draws again.
    st.session_state[VERSION] = room.version
    make_next_ready(shown, room, picture_px())


def _press(acts: Iterable[str], case: Any, order: pd.DataFrame, word: str) -> None:
    """Each press once, in order. Leaving and a detail are this window's own, all else the room's."""
    agencies = tuple(case.agencies["agency_id"])
    for act in acts:
        room = read_stage(word, case.id)
        step = stands(order, room.step, room.revealed)
        if st.session_state.pop(LEAVING, False):
            st.session_state[LEFT] = act == "yes"
        elif act == "leave" and not (room.blank or room.break_):
            st.session_state[LEFT if step == 0 else LEAVING] = True
        elif act == "detail":
            here = (word, case.id, step)
            st.session_state[DETAIL] = None if st.session_state.get(DETAIL) == here else here
        else:
            change_stage(word, case.id, _change("next" if act == "leave" else act, order, agencies))


def _change(act: str, order: pd.DataFrame, agencies: tuple[str, ...]) -> Callable[[Room], Room]:
    return lambda room: pressed(room, act, order, agencies)
