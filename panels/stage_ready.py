"""A step made ready: what it shows, worked out once, and the next one while the room looks at this one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from charts.stage import stage_figure
from loaders import Case
from measures.running import beside
from measures.stage import Caption
from panels.rooms import Room
from panels.stage_scene import Scene, caption_of, child_lines, picture_of, scene, told
from panels.standing import order_of


@dataclass(frozen=True)
class Made:
    """The events of a step, its caption, the child that day, and the figure."""

    scene: Scene
    seen: pd.DataFrame
    caption: Caption | None
    child: tuple[str, ...]
    figure: dict[str, Any]


# As the running order: a case stays the same object until its file changes, and the scene keeps it from being forgotten.
@st.cache_resource(max_entries=96, show_spinner=False, hash_funcs={Case: id})
def made(case: Case, step: int, agency: str, px: tuple[int, int]) -> Made:
    """One step with a picture; px: the picture's width and height in the window."""
    shown = scene(case, order_of(case), step, agency)
    seen, passed = told(shown)
    back = shown.row.kind == "looking back"
    found = None if back else caption_of(shown, seen, passed)
    child = () if back else child_lines(shown)
    return Made(shown, seen, found, child, stage_figure(picture_of(shown, seen, passed, px)))


def make_next_ready(shown: Scene, room: Room, px: tuple[int, int]) -> None:
    """Work out the event after this one, if that is what comes next; nothing of it is sent."""
    then = beside(shown.order, shown.row.step, 1, room.revealed)
    if shown.order.at[then, "kind"] == "event":
        made(shown.case, then, shown.agency, px)
