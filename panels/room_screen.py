"""The room's screen in small on the facilitator's window: the same words and the same figure, which nothing here can change."""

from __future__ import annotations

from typing import Any

import streamlit as st

from charts.ready import Ready
from charts.small import small
from charts.stage import CONFIG
from panels.markup import asset
from panels.stage_draw import draw
from panels.stage_scene import scene
from panels.standing import Standing

WIDE = 446


def room_screen(standing: Standing) -> None:
    """What everybody sees now: the words drawn 1920 wide and shown at 446, the figure drawn at 446."""
    room = standing.room
    shown = scene(standing.case, standing.running, standing.step.step, room.agency)
    st.html(f"<style>{asset('stage.css')}{asset('small_stage.css')}</style>")
    with st.container(key="fac-mini"):
        with st.container(key="stage"):
            top, under = (st.container(key=f"stage-{part}") for part in ("top", "under"))
        draw(shown, room, top, SmallPicture(), under, leaving=False, opened=False)


class SmallPicture:
    """Takes the figure in the place of the room's own and draws it small: a browser measures a scaled figure wrongly."""

    def plotly_chart(self, figure: Ready, *, alt: str, **_: Any) -> None:
        """The same figure, every size of it by 446 to its own width."""
        drawn = small(figure.to_dict(), WIDE)
        high = round(drawn["layout"]["height"])
        with st.container(key="fac-mini-picture"):
            st.plotly_chart(Ready(drawn), width="stretch", height=high, theme=None, key="fac-mini-chart", config=CONFIG, alt=alt)

    def container(self) -> SmallPicture:
        """It stands in a place of its own already."""
        return self

    def empty(self) -> None:
        """Nothing is kept from an earlier step."""
