"""The room of a learning event: where its running order stands, one object for every window that names the same word."""

from __future__ import annotations

import re
import secrets
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from panels.room_words import PLACES, QUALITIES

WORD = re.compile(r"[a-z]{2,20}(-[a-z]{2,20}){0,3}")
MOST_ROOMS = 64
UNSEEN_AFTER_SECONDS = 3.0


@dataclass(frozen=True)
class Room:
    """Where one learning event stands, the same for each of its windows; every change makes a new one.

    word, case_id: what it is found by; step: in the running order, from 0; episode_id: the episode of that step ("" for
    none); revealed: ids of the episodes whose looking back is open; blank, break_: what covers the screen; question: it
    stands over the caption; child, keys: the child's line and the list of keys are shown; agency: whose view ("": all).
    planned: minutes by episode; break_at: as written ("11:00"); spent: seconds by episode until `since`, breaks left out.
    seen: when the room's own window last asked (seconds since 1970, 0 for never); version: grows with every change.
    """

    word: str
    case_id: str
    step: int = 0
    episode_id: str = ""
    revealed: frozenset[str] = frozenset()
    blank: bool = False
    break_: bool = False
    question: bool = False
    child: bool = True
    keys: bool = True
    agency: str = ""
    planned: Mapping[str, int] = field(default_factory=lambda: MappingProxyType({}))
    break_at: str = ""
    spent: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))
    since: float = 0.0
    seen: float = 0.0
    version: int = 0

    def seconds_in(self, episode_id: str, now: float) -> float:
        """How long the room has been in an episode, breaks left out."""
        running = now - self.since if episode_id == self.episode_id and not self.break_ else 0.0
        return self.spent.get(episode_id, 0.0) + max(running, 0.0)

    def plan(self, episode_id: str, minutes: int) -> Room:
        """With so many minutes planned for an episode; 0 for none."""
        kept = {one: many for one, many in self.planned.items() if one != episode_id}
        return replace(self, planned=MappingProxyType(kept | ({episode_id: minutes} if minutes else {})))

    def call_break_at(self, at: str) -> Room:
        """With the break at that time ("11:00"), "" for none."""
        return replace(self, break_at=at)

    def is_open(self, now: float) -> bool:
        """Whether the room's own window has asked a moment ago."""
        return now - self.seen < UNSEEN_AFTER_SECONDS


class Rooms:
    """The rooms of one server, at most `most`: the ones idle longest are forgotten. Safe for many windows at once."""

    def __init__(self, most: int = MOST_ROOMS, clock: Callable[[], float] = time.time):
        self._most, self._clock = most, clock
        self._rooms: dict[tuple[str, str], Room] = {}
        self._lock = threading.RLock()

    def read(self, word: str, case_id: str) -> Room:
        """The room of that word and case, begun where there is none. A word with another case is another room."""
        with self._lock:
            room = self._rooms.pop((word, case_id), None) or Room(word, case_id, since=self._clock())
            return self._keep(room)

    def change(self, word: str, case_id: str, change: Callable[[Room], Room]) -> Room:
        """Make a room what `change` makes of it as it is now, and return it; nothing comes between the two."""
        with self._lock:
            before = self.read(word, case_id)
            after = change(before)
            if after == before:
                return before
            return self._keep(replace(_timed(before, after, self._clock()), version=before.version + 1))

    def look(self, word: str, case_id: str) -> Room:
        """The same as `read`, by the room's own window: remembers that it is open. No change to anybody."""
        with self._lock:
            return self._keep(replace(self.read(word, case_id), seen=self._clock()))

    def leave(self, word: str, case_id: str) -> None:
        """Forget a room, as when the facilitator ends it."""
        with self._lock:
            self._rooms.pop((word, case_id), None)

    def _keep(self, room: Room) -> Room:
        self._rooms.pop((room.word, room.case_id), None)
        self._rooms[room.word, room.case_id] = room
        while len(self._rooms) > self._most:
            self._rooms.pop(next(iter(self._rooms)))
        return room


def _timed(before: Room, after: Room, now: float) -> Room:
    """The changed room with its clock: it goes on in the same episode, and stops in a break."""
    if (before.episode_id, before.break_) == (after.episode_id, after.break_):
        return after
    spent = {**after.spent, before.episode_id: before.seconds_in(before.episode_id, now)}
    return replace(after, spent=MappingProxyType(spent), since=now)


ROOMS = Rooms()


def new_word() -> str:
    """A word for a room that nobody has guessed: one of about 12 million, "quiet-harbour-lantern"."""
    return "-".join((secrets.choice(QUALITIES), secrets.choice(PLACES), secrets.choice(PLACES)))


def room_word() -> str:
    """The room's word of this window: of its address, else of its session, else a new one. Say it in the address too."""
    given = str(st.query_params.get("room", ""))
    word = given if WORD.fullmatch(given) else st.session_state.get("room") or new_word()
    st.session_state["room"] = word
    return str(word)


def window_address(page: str, room: Room) -> str:
    """The address of another window on the same room, from any page of the app."""
    return f"{page}?{urlencode({'case': room.case_id, 'room': room.word})}"


def moved(room: Room, by: int, episodes: Sequence[str]) -> Room:
    """So many steps on, or back. A covered screen is first shown again, at the same step.

    episodes: the episode's id of each step of the running order.
    """
    if room.blank or room.break_:
        return replace(room, blank=False, break_=False)
    return jumped(room, room.step + by, episodes)


def jumped(room: Room, step: int, episodes: Sequence[str]) -> Room:
    """At that step, or the nearest there is; what covers the screen stays."""
    place = min(max(step, 0), len(episodes) - 1)
    return room if place == room.step else replace(room, step=place, episode_id=episodes[place], question=False)


def turned(room: Room, name: str, on: bool | None = None) -> Room:
    """One of blank, break_, question, child and keys the other way, or as told. Blank and break take turns."""
    wanted = not getattr(room, name) if on is None else on
    given: dict[str, Any] = {name: wanted}
    if wanted and name in ("blank", "break_"):
        given["break_" if name == "blank" else "blank"] = False
    return replace(room, **given)


def looked_back(room: Room, episode_id: str, on: bool) -> Room:
    """The looking back of an episode opened for the room, or closed again."""
    others = room.revealed - {episode_id}
    return replace(room, revealed=others | {episode_id} if on else others)
