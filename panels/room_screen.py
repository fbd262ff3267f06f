"""The room's screen in small on the facilitator's window: the same words and the same figure, which nothing here can change."""

from __future__ import annotations

import streamlit as st

from panels.markup import asset
from panels.stage_draw import draw
from panels.stage_scene import scene
from panels.standing import Standing


def room_screen(standing: Standing) -> None:
    """What everybody sees now, drawn 1920 wide and shown at 446."""
    room = standing.room
    shown = scene(standing.case, standing.running, standing.step.step, room.agency)
    st.html(f"<style>{asset('stage.css')}{asset('small_stage.css')}</style>")
    with st.container(key="fac-mini"), st.container(key="stage"):
        top, picture, under = (st.container(key=f"stage-{part}") for part in ("top", "picture", "under"))
        draw(shown, room, top, picture, under, leaving=False, opened=False)
