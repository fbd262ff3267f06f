"""Where the facilitator stands: the case, its running order, the room, and the words of each step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case
from measures.citing import cite
from measures.each import each
from measures.running import first_back, running_order, stands
from measures.wording import day, listed, window
from panels.entry import Entered
from panels.rooms import ROOMS, Room, jumped, looked_back
from panels.stage_moves import pressed


@dataclass(frozen=True)
class Standing:
    """One drawing of the facilitator's window. running: a row per step; step: the row of it that the room sees."""

    entered: Entered
    running: pd.DataFrame
    room: Room
    step: Any

    @property
    def case(self) -> Case:
        return self.entered.case

    @property
    def episodes(self) -> tuple[str, ...]:
        """The episode's id of each step."""
        return tuple(self.running["episode_id"])

    @property
    def shown_back(self) -> bool:
        """Whether the looking back of this episode is open for the room."""
        return self.step.episode_id in self.room.revealed

    @property
    def on_back(self) -> bool:
        """Whether the room sees the looking back now."""
        return self.shown_back and self.step.kind == "looking back"

    def press(self, act: str) -> None:
        """What the same key does on the room's screen: next, back, blank, break, question."""
        ROOMS.change(self.room.word, self.case.id, lambda room: pressed(room, act, self.running))

    def jump(self, step: int) -> None:
        """To that step."""
        ROOMS.change(self.room.word, self.case.id, lambda room: jumped(room, step, self.episodes))

    def look_back(self, on: bool) -> None:
        """Open the looking back of this episode and take the room there, or close it again; a room that is elsewhere then stays there."""
        episode, first = self.step.episode_id, first_back(self.running, self.step.episode_id)

        def change(room: Room) -> Room:
            goes = first >= 0 and (on or self.on_back)
            there = jumped(room, first, self.episodes) if goes else room
            return looked_back(there, episode, on)

        ROOMS.change(self.room.word, self.case.id, change)


def standing(entered: Entered, word: str) -> Standing:
    """Where the room of that word is; a step that the case file no longer has becomes the last it has."""
    running = order_of(entered.case)
    room = ROOMS.read(word, entered.case.id)
    if room.step >= len(running):
        room = ROOMS.change(word, entered.case.id, lambda one: jumped(one, len(running) - 1, tuple(running["episode_id"])))
    place = stands(running, room.step, room.revealed)
    step = next(each(running.iloc[place : place + 1]))
    return Standing(entered, running, room, step)


# A case stays the same object until its file changes: so its id names its running order.
@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Case: id})
def _order_of(case: Case) -> tuple[Case, pd.DataFrame]:
    return case, running_order(case.episodes, case.events, case.practice)


def order_of(case: Case) -> pd.DataFrame:
    """The running order of a case."""
    return _order_of(case)[1]


def event_of(case: Case, event_id: str) -> Any:
    """One event of the case by its id."""
    return next(each(case.events[case.events["event_id"] == event_id]))


def short_day(event: Any, disclosure: str) -> str:
    """'12 Oct 2015' for a running order."""
    words = window(event.earliest, event.latest, disclosure, short=True)
    if event.dating == "exact" and disclosure == "exact":
        words = day(event.earliest, short=True)
    return f"{words[0].upper()}{words[1:]}"


def step_words(case: Case, step: Any) -> tuple[str, str]:
    """When and what a step is: ('12 Oct 2015', 'Mother and child move'), ('', 'Question')."""
    if step.kind == "event":
        event = event_of(case, step.event_ids[0])
        return short_day(event, case.about.disclosure), event.title
    if step.kind == "looking back" and step.practice_ids:
        points = case.practice[case.practice["practice_id"].isin(step.practice_ids)]
        return "", f"Looking back: {listed([cite(one.kind, one.number) for one in points.itertuples()])}"
    if step.kind == "looking back":
        return "", "Looking back: what was known only later"
    return "", {"note": "Content note", "question": "Question", "pause": "The question again", "end": "The end"}[step.kind]


def place_words(step: Any) -> str:
    """'Episode 2 of 8: What travelled', or nothing before the first and after the last."""
    return f"Episode {step.number} of {step.episodes}: {step.episode_title}" if step.number else ""


def count_words(step: Any) -> str:
    """'step 5 of 8' of the episode."""
    return f"step {step.within} of {step.of}" if step.number else step_names[step.kind]


step_names = {"note": "the content note", "end": "the end"}
