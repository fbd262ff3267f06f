"""What the room says, written down by the facilitator against what is on the screen, and taken along as Word or Markdown."""

from __future__ import annotations

import datetime
import json
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from exports.captured import captured_markdown, sections, time_of
from exports.captured_word import captured_docx
from exports.kept import KINDS, LONGEST_TEXT, KeepError, Kept, Said, forget_old, private_folder
from exports.words import Sheet
from measures.choice import Choice
from measures.citing import cite
from measures.wording import counted
from panels.markup import asset, el, md
from panels.rooms import ROOMS
from panels.standing import Standing
from panels.take import sheet_of

WORD_MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT, KIND, LAST, FIRST = "capture-text", "capture-kind", "capture-last", "capture-first"
REACHES_SECONDS = 3.0


@dataclass(frozen=True)
class Subject:
    """What a note can be about: its word on the page, what it is and its id."""

    words: str
    about: str
    about_id: str


def subjects(standing: Standing) -> list[Subject]:
    """What is on the screen, the nearest first: the event or the points, and the episode."""
    step, case = standing.step, standing.case
    found = [Subject("This event", "event", one) for one in step.event_ids] if step.kind == "event" else []
    points = case.practice[case.practice["practice_id"].isin(step.practice_ids)]
    found += [Subject(cite(one.kind, one.number), "practice", one.practice_id) for one in points.itertuples()]
    return [*found, Subject("The episode", "episode", step.episode_id)] if step.number else [Subject("The case", "", "")]


@st.fragment
def capture(standing: Standing) -> None:
    """The field, the notes so far, and the buttons that take them along."""
    with st.container(key="fac-capture"):
        try:
            kept = kept_of(standing)
        except KeepError as error:
            st.warning(md(str(error)))
            return
        _field(standing, kept)
        _so_far(standing, kept)
    _draft(kept)


def field_drawn() -> None:
    """The window is drawn whole, the field with what was kept in it: when that has reached the browser, the field is the writer's."""
    if st.session_state.get(FIRST) == math.inf:
        st.session_state[FIRST] = time.monotonic() + REACHES_SECONDS


def kept_of(standing: Standing) -> Kept:
    """This room's notes; what others left more than two days ago is deleted first, once a session."""
    folder = private_folder()
    if "capture-swept" not in st.session_state:
        st.session_state["capture-swept"] = forget_old(folder, time.time())
    return Kept(folder, standing.room.word, standing.case.id)


def _field(standing: Standing, kept: Kept) -> None:
    # Put in again until a run has drawn the whole window, and some seconds more: of a run that another one overtakes, even at
    # its very end, the browser may get nothing.
    if TEXT not in st.session_state:
        st.session_state[FIRST] = math.inf
    if time.monotonic() < st.session_state.get(FIRST, 0.0):
        st.session_state[TEXT] = kept.draft()
    st.pills("What the room says", KINDS, key=KIND, default=KINDS[0], required=True)
    found = subjects(standing)
    with st.form("capture", border=False):
        st.text_area(
            "What the room says, in its words",
            key=TEXT,
            height=100,
            max_chars=LONGEST_TEXT,
            label_visibility="collapsed",
            placeholder="In the room's words",
        )
        with st.container(horizontal=True, vertical_alignment="center", key="capture-row"):
            if len(found) > 1:
                words = [one.words for one in found]
                st.segmented_control(
                    "About",
                    words,
                    default=words[0],
                    required=True,
                    key=f"capture-about-{standing.step.step}",
                    label_visibility="collapsed",
                )
            st.form_submit_button("Keep", key="capture-keep", on_click=_keep, args=(standing, kept))
        st.html(el("div", "No names. Kept on this laptop only. Ctrl and Enter keep it too.", cls="ct small muted"))
    wrong = st.session_state.pop("capture-wrong", "")
    if wrong:
        st.html(el("div", wrong, cls="ct small fac-wrong", role="status"))


def _keep(standing: Standing, kept: Kept) -> None:
    """Write the note down; what could not be written stays in the field."""
    st.session_state[FIRST] = 0.0  # as who types
    text = str(st.session_state.get(TEXT) or "").strip()
    if not text:
        st.session_state["capture-wrong"] = "Write what the room says first, then keep it."
        return
    found = subjects(standing)
    chosen = st.session_state.get(f"capture-about-{standing.step.step}")
    about = next((one for one in found if one.words == chosen), found[0])
    at = datetime.datetime.now().isoformat(timespec="seconds")
    kind = str(st.session_state.get(KIND) or "")
    step = standing.step
    try:
        kept.keep(Said(secrets.token_hex(6), at, kind, text, step.step, step.episode_id, about.about, about.about_id))
        kept.keep_draft("")
    except KeepError as error:
        st.session_state["capture-wrong"] = f"{error} It is still in the field."
        return
    st.session_state[LAST], st.session_state[TEXT] = text, ""


def _so_far(standing: Standing, kept: Kept) -> None:
    said = kept.said()
    gone = kept.deleted()
    if gone:
        with st.container(horizontal=True, vertical_alignment="center", key="capture-undo"):
            st.html(el("span", "One note is deleted.", cls="ct small muted", role="status"))
            st.button("Undo", key="capture-back", type="tertiary", on_click=kept.restore)
    if not said:
        st.html(el("div", "Nothing is written down yet.", cls="ct small muted"))
        return
    with st.container(height="content" if len(said) < 4 else 132, border=False, key="captured", gap=None):
        for one in reversed(said):
            _line(standing, kept, one)
    _taking(standing, kept, said)


def _line(standing: Standing, kept: Kept, one: Said) -> None:
    order = standing.running
    within = int(order["within"].iloc[one.step]) if one.step < len(order) else 0
    number = int(order["number"].iloc[one.step]) if one.step < len(order) else 0
    place = f"Step {within}" if number == standing.step.number else f"Episode {number}, step {within}"
    head = f"{time_of(one)} {place if number else 'The case'}{f', {one.kind}' if one.kind else ''}: "
    with st.container(horizontal=True, vertical_alignment="top", gap="small", key=f"said-{one.said_id}"):
        st.html(el("div", el("span", head, cls="muted"), el("span", one.text), cls="ct small said"))
        st.button("Delete", key=f"unsay-{one.said_id}", type="tertiary", on_click=kept.delete, args=(one.said_id,))


def _taking(standing: Standing, kept: Kept, said: list[Said]) -> None:
    """The two files, made when they are asked for, and the end of the event."""
    margin = sheet_of(standing.entered, Choice(), None, filtered=False)
    with st.container(horizontal=True, vertical_alignment="center", key="capture-take"):
        st.html(el("span", counted(len(said), "note"), cls="ct small muted"))
        for label, ending, mime, make in (
            ("Word", "docx", WORD_MIME, captured_docx),
            ("Markdown", "md", "text/markdown", captured_markdown),
        ):
            st.download_button(
                label,
                _made(standing, said, margin, ending, make),
                margin.name("room", ending),
                mime,
                key=f"capture-{ending}",
                on_click="ignore",
            )
        if st.button("End the event", key="capture-end"):
            _end(standing, kept)


def _made(standing: Standing, said: list[Said], margin: Sheet, ending: str, make: Callable[..., bytes]) -> bytes:
    """The file of the notes as they are, made again only when one of them or the case has changed.

    Not made on the click: the looks at the room twice a second make Streamlit forget such a file before it is fetched.
    """
    about = (tuple(said), margin, id(standing.case))
    held = st.session_state.get(f"capture-file-{ending}")
    if held is None or held[0] != about:
        held = (about, make(sections(standing.case, standing.running, said), margin))
        st.session_state[f"capture-file-{ending}"] = held
    return bytes(held[1])


@st.dialog("End the event?")
def _end(standing: Standing, kept: Kept) -> None:
    """Nothing of the room's words stays behind without a deliberate act."""
    many = counted(len(kept.said()), "note")
    words = f"This deletes the {many} of this room from this laptop and goes back to the content note. Download them first."
    st.html(el("p", words, cls="ct"))
    with st.container(horizontal=True):
        if st.button("Delete and end", type="primary", key="end-yes", on_click=_ended, args=(standing, kept)):
            st.rerun()
        if st.button("Go on", key="end-no"):
            st.rerun()


def _ended(standing: Standing, kept: Kept) -> None:
    try:
        kept.end()
    except KeepError as error:
        st.session_state["capture-wrong"] = str(error)
        return
    st.session_state[TEXT] = ""
    ROOMS.leave(standing.room.word, standing.case.id)


@st.cache_resource
def _watcher() -> Callable[..., object]:
    return st.components.v2.component("case_timelines_draft", js=asset("draft.js"))


@st.fragment
def _draft(kept: Kept) -> None:
    """Keeps what is being written while it is written, in a part of the page of its own: typing goes on undisturbed."""
    numbers = st.session_state.setdefault("draft-kept", {})

    def typed() -> None:
        """At every run too: Streamlit owes the call for a run that another one overtakes."""
        told, last = getattr(st.session_state.get("draft"), "draft", ""), st.session_state.get(LAST)
        before = dict(numbers)
        try:
            keep_typed(told, numbers, kept, last)
            if numbers != before:
                st.session_state[FIRST] = 0.0  # who types has the field
        except KeepError as error:
            st.session_state["capture-wrong"] = str(error)

    typed()
    _watcher()(key="draft", data={"kept": dict(numbers)}, on_draft_change=typed)


def keep_typed(told: Any, numbers: dict[str, int], kept: Kept, last: str | None) -> None:
    """Keep what a window says is in the field. numbers: the last state kept, by window; last: the note kept last, no draft."""
    try:
        said = json.loads(told)
        window, number, text = str(said["id"])[:40], int(said["number"]), str(said["text"])[:LONGEST_TEXT]
    except (TypeError, ValueError, KeyError):
        return
    if number > numbers.get(window, 0):
        if text.strip() != last:
            kept.keep_draft(text)
        numbers[window] = number
