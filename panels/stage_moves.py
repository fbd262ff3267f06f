"""What each key does to the room: the room and the running order in, the room out."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from measures.running import beside, first_back, stands
from panels.rooms import Room, jumped, looked_back, turned

TURNS = {"blank": "blank", "break": "break_", "question": "question", "child": "child", "keys": "keys"}


def pressed(room: Room, act: str, order: pd.DataFrame, agencies: tuple[str, ...] = ()) -> Room:
    """The room after a key. A covered screen is first shown again, at the same step; while it is covered only the covers change.

    act: next, back, first, last, yes, look (back), a cover (blank, break), a line (question, child, keys),
    'episode:<number>' or 'agency:<id>'; anything else changes nothing.
    """
    covered = room.blank or room.break_
    if act in ("blank", "break"):
        return turned(room, TURNS[act])
    if covered:
        return replace(room, blank=False, break_=False) if act in ("next", "back") else room
    if act in TURNS:
        return turned(room, TURNS[act])
    if act.startswith("agency:"):
        return replace(room, agency=act[7:]) if act[7:] in ("", *agencies) else room
    return _moved(room, act, order)


def _moved(room: Room, act: str, order: pd.DataFrame) -> Room:
    episodes = list(order["episode_id"])
    here = stands(order, room.step, room.revealed)
    if act in ("next", "back"):
        return jumped(room, beside(order, here, 1 if act == "next" else -1, room.revealed), episodes)
    if act in ("first", "last"):
        return jumped(room, 0 if act == "first" else len(order) - 1, episodes)
    if act.startswith("episode:"):
        found = order.loc[(order["number"].astype(str) == act[8:]) & (order["kind"] == "question"), "step"]
        return jumped(room, int(found.iloc[0]), episodes) if len(found) else room
    if act == "yes":
        return _agreed(room, here, order, episodes)
    return _looked(room, here, order, episodes) if act == "look" else room


def _agreed(room: Room, here: int, order: pd.DataFrame, episodes: list[str]) -> Room:
    """Enter: opens the case at the content note, opens the looking back where it is asked for."""
    if here == 0:
        return jumped(room, 1, episodes)
    return looked_back(room, episodes[here], True) if asks(room, order) else room


def _looked(room: Room, here: int, order: pd.DataFrame, episodes: list[str]) -> Room:
    """M: to the looking back of this episode, which asks; open it there; hide it again, at an event without leaving it."""
    episode = episodes[here]
    first = first_back(order, episode) if episode else -1
    if first < 0:
        return room
    opened, there = episode in room.revealed, order.at[here, "kind"] == "looking back"
    if opened:
        return looked_back(jumped(room, first, episodes) if there else room, episode, False)
    return looked_back(room, episode, True) if there else jumped(room, first, episodes)


def asks(room: Room, order: pd.DataFrame) -> bool:
    """Whether the room's screen asks if it may look back."""
    row = order.iloc[stands(order, room.step, room.revealed)]
    return row["kind"] == "looking back" and row["episode_id"] not in room.revealed
