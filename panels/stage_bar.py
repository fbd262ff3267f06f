"""What the key bar of the room's screen offers at a step: keys with words, whose view, and the episodes."""

from __future__ import annotations

from typing import Any

from panels.rooms import Room
from panels.stage_moves import asks
from panels.stage_scene import Scene

NEXT, BACK = ("next", "→", "next"), ("back", "←", "back")
BLANK, FULL, ALL = ("blank", "B", "blank the screen"), ("full", "F", "full screen"), ("all", "?", "all keys")
QUESTION, LOOK = ("question", "Q", "show the question"), ("look", "M", "look back")
HIDE, BREAK, LEAVE = ("look", "M", "hide looking back"), ("break", "P", "break"), ("leave", "Esc", "leave")
EMPTY: dict[str, Any] = {"bar": [], "agencies": [], "agency": "", "episodes": [], "episode": ""}


def bar_of(shown: Scene, room: Room, leaving: bool) -> dict[str, Any]:
    """The bar's keys, views and episodes; nothing where the screen is covered, hidden by H, or asks.

    An episode ahead is named by its number only: its title is not yet the room's.
    """
    if room.blank or room.break_ or leaving or not room.keys:
        return EMPTY
    case, row = shown.case, shown.row
    titles = shown.order.loc[shown.order["kind"] == "question", ["number", "episode_title"]].itertuples(index=False)
    reached = row.episodes if row.kind == "end" else row.number
    names = case.agencies[(case.agencies["agency_id"] != "family") & case.agencies["agency_id"].isin(case.events["agency"])]
    agencies = [["", "all agencies"], *([one.agency_id, one.short] for one in names.itertuples())]
    start = [] if row.number else [["", "an episode"]]
    return {
        "bar": _keys(shown, room),
        "agencies": agencies if row.number else [],
        "agency": room.agency,
        "episodes": [
            *start,
            *([str(number), f"{number} {title}" if number <= reached else f"Episode {number}"] for number, title in titles),
        ],
        "episode": str(row.number or ""),
    }


def _keys(shown: Scene, room: Room) -> list[tuple[str, str, str]]:
    row = shown.row
    kind = row.kind
    if kind == "note":
        return [BLANK, FULL, ALL]
    if asks(room, shown.order):
        return [NEXT, BACK, BLANK, ALL]
    if kind == "looking back":
        return [NEXT, BACK, HIDE, BLANK, BREAK, ALL]
    if kind == "event":
        asked = (*QUESTION[:2], "hide the question") if room.question else QUESTION
        return [NEXT, BACK, BLANK, asked, HIDE if row.episode_id in room.revealed else LOOK, BREAK, FULL, ALL]
    return [NEXT, BACK, BLANK, BREAK, FULL, ALL] if kind != "end" else [BACK, BLANK, LEAVE, ALL]
