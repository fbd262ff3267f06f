"""What is drawn at the events and between them: practice points, arrows, axis, silences and clocks, and the key of the signs."""

from __future__ import annotations

import streamlit as st

from charts.palette import KINDS, PRACTICE
from measures.choice import points
from panels.controls import Keep, key, one_of, segments, switch
from panels.entry import Entered
from panels.markup import el
from panels.zoom import zoom


def _keep(entered: Entered, name: str, default: str) -> Keep:
    """What is the default is left out of the link."""
    return lambda one: entered.set(**{name: "" if one == default else one})


def practice(entered: Entered) -> None:
    """Which practice points have their badges, and whether only their events are left."""
    case, view = entered.case, entered.view
    with st.popover(f"Practice: {_practice_state(entered)}", key=key(entered, "pop-practice"), disabled=case.practice.empty):
        words = {
            "all": "All",
            "missed": f"{PRACTICE['missed opportunity'][2]} Missed",
            "good": f"{PRACTICE['good practice'][2]} Good",
            "hidden": "Hidden",
        }
        segments(entered, "practice", "Practice points", words, view.practice or "all", _keep(entered, "practice", "all"))
        bases = {"both": "Stated and inferred", "stated": "Stated only"}
        basis = "stated" if view.stated else "both"
        segments(entered, "stated", "Judged by", bases, basis, lambda one: entered.set(stated="1" if one == "stated" else ""))
        switch(entered, "points", "Only events of a practice point")
        st.caption("Stated: the review itself makes the judgement (filled). Inferred: this chronology's own reading (hollow).")


def _practice_state(entered: Entered) -> str:
    """How many points are shown of how many, as the closed filter says it."""
    view, every = entered.view, entered.case.practice
    if view.practice == "hidden":
        return "hidden"
    if view.practice in ("", "all") and view.stated != "1":
        return f"all {len(every)}"
    return f"{len(points(every, view.choice()))} of {len(every)}"


def passed_on(entered: Entered) -> None:
    """Which arrows are drawn, and the one fact that is followed."""
    case, view = entered.case, entered.view
    drawn = passed_default(entered)
    words = {"all": "All", "chosen": "Of the chosen event", "none": "None"}
    short = {"all": "all", "chosen": "chosen", "none": "none"}[drawn]
    with st.popover(
        f"Passed on: {'one fact' if view.fact else short}", key=key(entered, "pop-passed"), disabled=case.shares.empty
    ):
        segments(entered, "passed", "Arrows", words, drawn, lambda one: entered.set(passed=one))
        facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
        if facts:
            one_of(
                entered,
                "fact",
                "Follow one fact",
                ["", *facts],
                lambda one: facts.get(one, "no fact chosen"),
                view.fact,
                lambda one: entered.set(fact=one),
            )
        st.caption(
            "Solid: received. Long dash: late. Dotted: to the wrong place. Cross: did not arrive. Open ring: never sent. "
            "Open square: in a file, not read or not seen. Grey dash: the source does not say whether it arrived."
        )


def passed_default(entered: Entered) -> str:
    """Which arrows are drawn: all of a small case, else those of the chosen event, unless chosen otherwise."""
    return entered.view.passed or ("all" if len(entered.case.shares) <= 40 else "chosen")


def view_popover(entered: Entered) -> None:
    """The axis, the silences and the clocks: how the picture is drawn."""
    view = entered.view
    with st.popover("View", key=key(entered, "pop-view")):
        words = {"true": "True to scale", "even": "Evenly spaced", "cut": "Cut empty years"}
        segments(entered, "axis", "Time axis", words, view.axis or "true", _keep(entered, "axis", "true"))
        switch(entered, "silence", "Silence: whole days without an entry while others are active")
        switch(entered, "clocks", "Clocks: due and done")
        zoom(entered)
        st.button(
            "Lay out by heading instead",
            key=key(entered, "by-heading"),
            disabled=entered.view.lay == "heading",
            on_click=lambda: entered.set(lay="heading"),
        )


def key_popover() -> None:
    """The key of signs, in words: all of them, where the picture has room for some, on a small screen for none."""
    with st.popover("Key", key="w:key"):
        signs = [
            el("div", el("span", f"{sign.glyph} ", style=f"color:{sign.colour};font-size:18px"), sign.word)
            for sign in KINDS.values()
        ]
        points_ = [
            el("div", el("span", f"{glyph} ", style=f"color:{colour};font-size:18px"), f"{word}, cited {letter}1, {letter}2")
            for letter, colour, glyph, word in PRACTICE.values()
        ]
        forms = [
            "filled: stated by the review; hollow: inferred",
            "hatched window: some day within these days",
            "pale solid bar: lasted these days",
            "hollow mark in a dotted frame: known only later",
            "hollow mark in another lane: present at the meeting",
            "grey strip beside the names: entries without a date, in the file's order",
            "dots on the top line: when the person was seen, by whom, whatever the filters show",
            "arrows: solid received, long dash late, dotted to the wrong place, cross did not arrive, open ring never sent",
        ]
        st.html(el("div", *signs, *points_, *[el("div", form, cls="muted") for form in forms], cls="ct small"))
