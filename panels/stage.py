"""The room's screen: one step at a time, moved by keys, kept in the room, and nothing of what lies ahead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import streamlit as st

from measures.running import stands
from panels.address import write_address
from panels.entry import Entered
from panels.markup import asset
from panels.menu import ROOT
from panels.rooms import ROOMS, Room, room_word, window_address
from panels.stage_bar import bar_of
from panels.stage_draw import draw, picture_px
from panels.stage_keys import new_presses, stage_keys, told
from panels.stage_moves import pressed
from panels.stage_ready import make_next_ready
from panels.stage_scene import scene
from panels.standing import order_of

WINDOW = "stage-window"


@dataclass
class Window:
    """What this window alone is at: one plain object, since Streamlit may end a run wherever its session state is asked.

    heard: the number of the last press acted on, by window; leaving: Esc was pressed and asks; left: the answer was yes;
    detail: (word, case, step) of the event whose detail was asked for; drawn: the room's version on the screen, -1 for none.
    """

    heard: dict[str, int] = field(default_factory=dict)
    leaving: bool = False
    left: bool = False
    detail: tuple[str, str, int] | None = None
    drawn: int = -1


def present(entered: Entered) -> None:
    """The whole page: the screen, and a look twice a second at whether another window has moved the room."""
    st.html(f"<style>{asset('stage.css')}</style>")
    case = entered.case
    order = order_of(case)
    word = room_word()
    write_address({"case": case.id, "room": word})
    with st.container(key="stage"):
        _screen(case, order, word)
    _follow(case, order, word)


def read_stage(word: str, case_id: str) -> Room:
    """The room as it is now; this window is open."""
    return ROOMS.look(word, case_id)


def change_stage(word: str, case_id: str, change: Callable[[Room], Room]) -> Room:
    """The room as `change` makes it, for every window."""
    return ROOMS.change(word, case_id, change)


@st.fragment(run_every=0.5)
def _follow(case: Any, order: pd.DataFrame, word: str) -> None:
    """Draw again where another window has changed the room, or a run of the screen was ended before it had drawn."""
    own = _hear(case, order, word)
    if read_stage(word, case.id).version != own.drawn:
        st.rerun()


@st.fragment
def _screen(case: Any, order: pd.DataFrame, word: str) -> None:
    """The step that the room is at, and the keys."""
    own = _hear(case, order, word)
    if own.left:
        own.left = False
        st.switch_page(str(ROOT / "pages" / "timeline.py"))
    room = read_stage(word, case.id)
    step = stands(order, room.step, room.revealed)
    if step:
        st.session_state.setdefault("opened", set()).add(case.id)
    shown = scene(case, order, step, room.agency)
    top, picture, under, keys = (st.container(key=f"stage-{part}") for part in ("top", "picture", "under", "keys"))
    with keys:
        stage_keys(bar_of(shown, room, own.leaving), own.heard)
    draw(shown, room, top, picture, under, leaving=own.leaving, opened=own.detail == (word, case.id, step))
    if step == 0 and not (room.blank or room.break_ or own.leaving):
        with st.container(key="stage-second", width="content"):
            st.link_button("Open the facilitator's window", window_address("facilitator", room))
    # Only now: a run that is ended before it has drawn all leaves the old version, and the next look draws again.
    own.drawn = room.version
    make_next_ready(shown, room, picture_px())


def _hear(case: Any, order: pd.DataFrame, word: str) -> Window:
    """This window, after each new press was acted on once, in order."""
    own: Window = st.session_state.setdefault(WINDOW, Window())
    said = told()
    # From here on not a word to Streamlit: see new_presses.
    for act in new_presses(said, own.heard):
        own.drawn = -1
        _press(act, own, case, order, word)
    return own


def _press(act: str, own: Window, case: Any, order: pd.DataFrame, word: str) -> None:
    """One press. Leaving and a detail are this window's own, all else the room's."""
    room = read_stage(word, case.id)
    step = stands(order, room.step, room.revealed)
    if own.leaving:
        own.leaving, own.left = False, act == "yes"
    elif act == "leave" and not (room.blank or room.break_):
        own.leaving, own.left = step > 0, step == 0
    elif act == "detail":
        here = (word, case.id, step)
        own.detail = None if own.detail == here else here
    else:
        change_stage(word, case.id, _change("next" if act == "leave" else act, order, tuple(case.agencies["agency_id"])))


def _change(act: str, order: pd.DataFrame, agencies: tuple[str, ...]) -> Callable[[Room], Room]:
    return lambda room: pressed(room, act, order, agencies)
