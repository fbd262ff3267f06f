"""The facilitator's window: the room's screen in small, the steps, notes, capture, running order and the full picture."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from typing import Any

import streamlit as st

from panels.address import write_address
from panels.capture import capture, field_drawn
from panels.entry import Entered
from panels.episode_picture import full_picture
from panels.gate import gate
from panels.marking import marked
from panels.markup import Html, asset, el
from panels.room_notes import coming, kept_off, notes
from panels.room_screen import room_screen
from panels.rooms import ROOMS, Room, room_word, window_address
from panels.running_list import running_list
from panels.stage_keys import new_presses
from panels.standing import Standing, count_words, place_words, standing
from panels.take_present import take_present
from panels.watch import watch

ASKS_EVERY_SECONDS = 0.5
STOP = "Blank the screen first, then speak. Call the break early. Say who can be talked to, and where."


def facilitator(entered: Entered) -> None:
    """The whole window. Its address names the room, so that it comes back after a reload."""
    gate(entered.case)
    now = standing(entered, room_word())
    st.html(f"<style>{asset('facilitator.css')}</style>")
    with st.container(horizontal=True, vertical_alignment="center", key="fac-top"):
        _head(now)
        take_present(entered, "Take it along")
    wide, high = watch(lambda: None)
    small = wide < 1500
    with st.container(key="fac", gap=None):
        _screen(now)
        with st.container(key="fac-middle"):
            notes(now)
            coming(now)
            kept_off(now)
            if small:
                _behind_tabs(now, wide)
        with st.container(key="fac-right"):
            capture(now)
            st.html(el("section", el("div", "If someone needs to stop", cls="fac-label"), el("p", STOP), cls="ct fac-stop"))
        if not small:
            with st.container(key="fac-order"):
                running_list(now, max(high - 560, 300))
            with st.container(key="fac-whole"):
                full_picture(now, wide - 56 - 556, max(high - 560, 300))
    marked([entered.case])
    write_address({"case": entered.case.id, "room": now.room.word})
    field_drawn()


def _behind_tabs(now: Standing, wide: int) -> None:
    order, whole = st.tabs(["Running order", "Full picture"], key="fac-tabs")
    with order:
        running_list(now, 300)
    with whole:
        full_picture(now, wide - 48 - 496, 300)


@st.fragment(run_every=ASKS_EVERY_SECONDS)
def _head(now: Standing) -> None:
    """The line at the top with its clock; where the room has moved on, the whole window follows."""
    room = ROOMS.read(now.room.word, now.case.id)
    if room.version != now.room.version:
        st.rerun()
    with st.container(horizontal=True, vertical_alignment="center", key="fac-head"):
        st.html(el("div", _title(now), _clock(now, room), cls="ct fac-line"))
        with st.popover("Times", key="fac-times", width="content"):
            _times(now, room)


def _title(now: Standing) -> Html:
    place = place_words(now.step)
    return el(
        "div",
        el("b", "Facilitator"),
        el("span", " for your eyes only", cls="muted"),
        f" · {now.case.title}{f', {place[0].lower()}{place[1:]}' if place else ''}",
        cls="fac-title",
    )


def _clock(now: Standing, room: Room) -> Html:
    parts = [el("span", "Now ", el("b", datetime.datetime.now().strftime("%H:%M")))]
    if now.step.number:
        minutes = int(room.seconds_in(now.step.episode_id, time.time()) // 60)
        planned = room.planned.get(now.step.episode_id)
        parts.append(el("span", "This episode ", el("b", f"{minutes} min"), f" of {planned}" if planned else ""))
    if room.break_:
        parts.append(el("span", el("b", "Break now")))
    elif room.break_at:
        parts.append(el("span", "Break at ", el("b", room.break_at)))
    return el("div", *parts, cls="fac-clock", role="timer")


def _times(now: Standing, room: Room) -> None:
    """How long this episode is to take, and when the break is."""
    word, case_id, episode = now.room.word, now.case.id, now.step.episode_id

    def plan() -> None:
        minutes = int(st.session_state[f"fac-plan-{episode}"] or 0)
        ROOMS.change(word, case_id, lambda one: one.plan(episode, minutes))

    def call() -> None:
        at = st.session_state["fac-break-at"]
        ROOMS.change(word, case_id, lambda one: one.call_break_at(at.strftime("%H:%M") if at else ""))

    if episode:
        minutes = room.planned.get(episode, 0)
        st.number_input("Minutes for this episode", 0, 480, minutes, 5, key=f"fac-plan-{episode}", on_change=plan)
    at = datetime.time.fromisoformat(room.break_at) if room.break_at else None
    st.time_input("Break at", at, key="fac-break-at", step=300, on_change=call)


def _screen(now: Standing) -> None:
    """The room's screen in small, whether it is open, and the buttons that move it."""
    with st.container(key="fac-left"):
        with st.container(key="fac-screen"):
            _open_state(now)
            room_screen(now)
        with st.container(key="fac-buttons"):
            _button("Back", "←", now, "back", disabled=now.step.step == 0)
            _button("Next", "→", now, "next", kind="primary", disabled=now.step.kind == "end")
            _button("Show again" if now.room.blank else "Blank", "B", now, "blank")
            _button("End the break" if now.room.break_ else "Break", "P", now, "break")
        _keys(now)


def _button(label: str, key: str, now: Standing, act: str, *, kind: Any = "secondary", disabled: bool = False) -> None:
    label = f"{label} \u2002:gray[{key}]" if kind == "secondary" else f"{label} \u2002{key}"
    st.button(label, key=f"fac-press-{act}", type=kind, on_click=now.press, args=(act,), width="stretch", disabled=disabled)


@st.cache_resource
def _listener() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_facilitator_keys", js=asset("facilitator_keys.js"))


def _keys(now: Standing) -> None:
    """The same by keys, as on the room's screen; not while something is being written."""

    def heard() -> None:
        """Also at every run: Streamlit owes the call for a run that another one overtakes."""
        told = getattr(st.session_state.get("fac-listen"), "pressed", "")
        for act in new_presses(told, st.session_state.setdefault("fac-heard", {})):
            now.press(act)

    _listener()(key="fac-listen", on_pressed_change=heard)
    heard()


@st.fragment(run_every=1.0)
def _open_state(now: Standing) -> None:
    """Which step the room sees, or that nobody sees any."""
    room = ROOMS.read(now.room.word, now.case.id)
    with st.container(horizontal=True, vertical_alignment="center", key="fac-state"):
        if room.is_open(time.time()):
            covered = " (blank)" if room.blank else " (break)" if room.break_ else ""
            st.html(el("div", f"On the room's screen now: {count_words(now.step)}{covered}", cls="fac-label ct"))
        else:
            st.html(el("div", "The room's screen is not open.", cls="ct fac-label fac-closed", role="status"))
            st.link_button("Open it", window_address("present", room), type="primary")
