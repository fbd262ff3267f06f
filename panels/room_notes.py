"""What only the facilitator sees of a step: notes, questions to hand, what comes next, and what is kept off the room's screen."""

from __future__ import annotations

from typing import Any

import streamlit as st

from charts.palette import PRACTICE
from measures.citing import cite
from measures.each import each
from measures.running import beside
from measures.sight import usual_person
from measures.wording import listed
from panels.markup import el
from panels.standing import Standing, event_of, short_day, step_words

NO_NOTES = "The case file has no notes for this episode."
NOTE_STEP = "The content note is on the screen. Give everybody time to read it, and say where they can go if they need to."
END_STEP = "Thank the room. Say where people can talk afterwards, and what happens with what was written down."
KEPT_OFF = "Kept off the room's screen until you show it"
ON_SCREEN = "On the room's screen now: looking back"
OPENED = "Open to the room: it comes on when the room looks back"


def notes(standing: Standing) -> None:
    """Notes of the episode, its question, and the questions that are always to hand."""
    with st.container(key="fac-notes"):
        st.html(el("section", el("div", "Your notes for this step", cls="fac-label"), el("p", _notes(standing)), cls="ct"))
        if standing.step.question:
            _question(standing)
        st.html(el("section", el("div", "Questions to hand", cls="fac-label"), el("p", _to_hand(standing)), cls="ct"))


def _question(standing: Standing) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="fac-question"):
        st.html(el("section", el("div", "The question", cls="fac-label"), el("p", standing.step.question), cls="ct"))
        if standing.step.kind == "event":
            label = "Take it away" if standing.room.question else "Show it"
            st.button(f"{label} \u2002:gray[Q]", key="fac-question-button", on_click=standing.press, args=("question",))


def _notes(standing: Standing) -> str:
    return {"note": NOTE_STEP, "end": END_STEP}.get(standing.step.kind) or standing.step.notes or NO_NOTES


def _to_hand(standing: Standing) -> str:
    people = dict(zip(standing.case.people["person_id"], standing.case.people["name"], strict=True))
    child = people.get(usual_person(standing.case.people, standing.case.events), "the child")
    asked = (f"What was {child} doing that day?", "What did you know?", "What did you expect?", "What was pulling on you?")
    return " · ".join(asked)


def coming(standing: Standing) -> None:
    """The next step: what the room will read, and who is told of it."""
    running, here = standing.running, standing.step.step
    with st.container(key="fac-next"):
        if standing.step.kind == "end":
            st.html(
                el("section", el("div", "Next", cls="fac-label"), el("p", "This is the last step.", cls="fac-last"), cls="ct")
            )
            return
        place_after = beside(running, here, 1, standing.room.revealed)
        step = next(each(running.iloc[[place_after]]))
        when, words = step_words(standing.case, step)
        place = f"step {step.within}" if step.number == standing.step.number else _elsewhere(step)
        label = ", ".join(one for one in (f"Next: {place}", when) if one)
        more = _told(standing, step) if step.kind == "event" else ""
        st.html(
            el(
                "section",
                el("div", label, cls="fac-label"),
                el("p", el("b", words), f" {more}" if more else "", cls="fac-last"),
                cls="ct",
                aria_label="Next step",
            )
        )


def _elsewhere(step: Any) -> str:
    return f"episode {step.number} of {step.episodes}, {step.episode_title}" if step.number else ""


def _told(standing: Standing, step: Any) -> str:
    """The agencies the next event is passed on to, as the review has it."""
    names = dict(zip(standing.case.agencies["agency_id"], standing.case.agencies["short"], strict=True))
    event = event_of(standing.case, step.event_ids[0])
    shares = standing.case.shares[standing.case.shares["event_id"] == event.event_id]
    sent = [f"{names[one.agency]} ({one.outcome})" for one in shares.itertuples()]
    return f"{names[event.agency]}.{f' To {listed(sent)}.' if sent else ''}"


def kept_off(standing: Standing) -> None:
    """What was known only later, the practice points and what to show afterwards, with the button that shows them."""
    if not standing.step.number:
        return
    with st.container(key="fac-kept"):
        label = ON_SCREEN if standing.on_back else OPENED if standing.shown_back else KEPT_OFF
        lines = [el("div", label, cls="fac-label")]
        lines += [el("p", el("i", words)) for words in _later(standing)]
        points = _points(standing)
        lines += [el("p", points)] if points else []
        afterwards = standing.step.afterwards
        lines += [el("p", el("span", "When the room has talked: ", cls="muted"), afterwards)] if afterwards else []
        with st.container(horizontal=True, vertical_alignment="bottom", key="fac-kept-row"):
            st.html(el("section", *lines, cls="ct", aria_label=KEPT_OFF))
            _look_back_button(standing)


def _later(standing: Standing) -> list[str]:
    """The events of this episode that were known only later, with their days and paragraphs."""
    rows = standing.running[standing.running["episode_id"] == standing.step.episode_id]
    back = rows[rows["kind"] == "looking back"]
    ids = [one for many in back["event_ids"] for one in many]
    events = [event_of(standing.case, one) for one in ids]
    disclosure = standing.case.about.disclosure
    return [f"{short_day(one, disclosure)}: {one.title} ({', '.join(one.source) or 'no paragraph'})." for one in events]


def _points(standing: Standing) -> str:
    """'Missed opportunity M10 Health visitors not told · Good practice G6 ...', and the outcome where it is in this episode."""
    rows = standing.running[standing.running["episode_id"] == standing.step.episode_id]
    ids = {one for many in rows["practice_ids"] for one in many}
    points = standing.case.practice[standing.case.practice["practice_id"].isin(ids)]
    words = [f"{PRACTICE[one.kind][3]} {cite(one.kind, one.number)}: {one.title}" for one in points.itertuples()]
    return " · ".join(words)


def _look_back_button(standing: Standing) -> None:
    if standing.shown_back:
        st.button("Close looking back", shortcut="m", key="fac-back-close", on_click=standing.look_back, args=(False,))
    elif st.button("Show looking back", shortcut="m", key="fac-back-open"):
        asked = st.session_state.setdefault("fac-asked", set())
        if (standing.room.word, standing.step.episode_id) in asked:
            standing.look_back(True)
            st.rerun()
        asked.add((standing.room.word, standing.step.episode_id))
        _ask(standing)


@st.dialog("Show looking back to the room?")
def _ask(standing: Standing) -> None:
    """Asked once for each episode, so that a key pressed by mistake shows nothing."""
    st.html(
        el(
            "p",
            "The room will see the practice points and what was known only later in this episode. You can close it again.",
            cls="ct",
        )
    )
    with st.container(horizontal=True):
        if st.button("Show it", type="primary", key="fac-back-yes", on_click=standing.look_back, args=(True,)):
            st.rerun()
        if st.button("Not yet", key="fac-back-no"):
            st.rerun()
