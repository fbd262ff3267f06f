"""The row of filters: closed, each says its state; open, how many events each choice leaves."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

import pandas as pd
import streamlit as st

from charts.palette import KINDS, PRACTICE
from loaders import Case
from measures.choice import Choice, concerned, left, passing, points
from measures.density import month_stretches
from panels.entry import Entered
from panels.markup import el, md

COLOURS = {
    "contact": "blue",
    "attempt": "blue",
    "referral": "orange",
    "meeting": "violet",
    "assessment": "green",
    "decision": "yellow",
}


def key(entered: Entered, name: str) -> str:
    """A widget's key: forgotten when the view of this case changes by a link."""
    return f"w:{entered.case.id}:{name}"


def chosen(entered: Entered) -> tuple[Choice, pd.DataFrame]:
    """The choice that the view asks for, and the flags of every event under it."""
    case, choice = entered.case, entered.view.choice()
    return choice, passing(case.events, case.practice, choice, words_of(case))


def filter_row(entered: Entered, flags: pd.DataFrame, extra: Callable[[Entered], None] = lambda entered: None) -> None:
    """Draw the filters of the timeline. flags: as `chosen` gives them, for the counts; extra: one more control."""
    with st.container(horizontal=True, key="filters", vertical_alignment="center"):
        st.html(el("h1", entered.case.title, cls="ct"), width="content")
        _phases(entered, flags)
        _agencies(entered, flags)
        _kinds(entered, flags)
        _people(entered, flags)
        _practice(entered)
        _passed(entered)
        extra(entered)
        more(entered)
        key_popover()
        _later(entered)
        _search(entered)


def words_of(case: Case) -> dict[str, str]:
    """What a search finds ids by: agencies and people by id."""
    agencies = dict(zip(case.agencies["agency_id"], case.agencies["name"] + " " + case.agencies["short"], strict=True))
    return agencies | dict(zip(case.people["person_id"], case.people["name"], strict=True))


def _pick(
    entered: Entered,
    name: str,
    options: list[str],
    chosen: Iterable[str],
    label: Callable[[str], str],
    store: Callable[[list[str]], None],
) -> None:
    """Pills for several ids, remembered in the view."""
    place = key(entered, name)
    st.session_state[place] = [one for one in options if one in set(chosen)]
    st.pills(
        name,
        options,
        selection_mode="multi",
        format_func=label,
        key=place,
        label_visibility="collapsed",
        on_change=lambda: store(list(st.session_state[place])),
    )


def _counts(column: pd.Series, kept: pd.Series) -> Mapping[str, int]:
    values = column[kept]
    exploded = values.explode() if values.map(lambda one: isinstance(one, tuple)).any() else values
    return {str(value): int(count) for value, count in exploded.value_counts().items()}


def _phases(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    ids = list(case.phases["phase_id"])
    state = f"{len(view.phases)} of {len(ids)}" if view.phases else f"all {len(ids)}"
    with st.popover(f"Phases: {state}", key=key(entered, "pop-phases"), disabled=not ids):
        titles = dict(zip(case.phases["phase_id"], case.phases["title"], strict=True))
        counts = _counts(case.events["phases"], left(flags, "phases"))
        st.caption(
            "Only events of the chosen phases are left; none chosen means all. Counts are of the events that pass the other filters."
        )
        _pick(
            entered,
            "phases",
            ids,
            view.phases,
            lambda one: f"{md(titles[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(phases=tuple(chosen)),
        )
        with st.container(horizontal=True):
            st.button("All phases", key=key(entered, "all-phases"), on_click=lambda: entered.set(phases=()))
            dated = case.phases[~case.phases["heading"]]
            if len(dated):
                st.button(
                    "Zoom to the chosen phases",
                    key=key(entered, "zoom-phases"),
                    disabled=not view.phases,
                    on_click=lambda: zoom_to(entered, dated[dated["phase_id"].isin(entered.view.phases)]),
                )


def zoom_to(entered: Entered, stretches: pd.DataFrame) -> None:
    """Bring phases or episodes into view."""
    days = stretches[["from_earliest", "from_latest", "to_earliest", "to_latest"]].stack()
    if len(days):
        entered.set(start=str(days.min().date()), end=str(days.max().date()))


def _agencies(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    ids = [one for one in case.agencies["agency_id"] if one in set(case.events["agency"])]
    shown = [one for one in ids if one not in view.hide]
    names = dict(zip(case.agencies["agency_id"], case.agencies["short"], strict=True))
    with st.popover(f"Agencies: {len(shown)} of {len(ids)}", key=key(entered, "pop-agencies")):
        counts = _counts(case.events["agency"], left(flags, "agencies"))
        st.caption(
            "Hidden marks stay in their place, so the lanes do not move. Agencies without an entry of their own are not listed."
        )
        _pick(
            entered,
            "agencies",
            ids,
            shown,
            lambda one: f"{md(names[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(hide=tuple(one for one in ids if one not in chosen)),
        )
        with st.container(horizontal=True):
            st.button("All agencies", key=key(entered, "all-agencies"), on_click=lambda: entered.set(hide=()))
            st.button("None", key=key(entered, "no-agencies"), on_click=lambda: entered.set(hide=tuple(ids)))


def _kinds(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    ids = [one for one in KINDS if one in set(case.events["kind"])]
    shown = [one for one in ids if one not in view.kinds]
    state = "all" if len(shown) == len(ids) else f"{len(shown)} of {len(ids)}"
    with st.popover(f"Kinds: {state}", key=key(entered, "pop-kinds")):
        counts = _counts(case.events["kind"], left(flags, "kinds"))
        st.caption("Counts are of the events that pass the other filters.")
        _pick(
            entered,
            "kinds",
            ids,
            shown,
            lambda one: f"{KINDS[one].glyph} {KINDS[one].word} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(kinds=tuple(one for one in ids if one not in chosen)),
        )
        st.button("All kinds", key=key(entered, "all-kinds"), on_click=lambda: entered.set(kinds=()))


def _people(entered: Entered, flags: pd.DataFrame) -> None:
    case, view = entered.case, entered.view
    everyone = concerned(case.events)
    counts = _counts(everyone, left(flags, "people"))
    named = {one for people in everyone for one in people}
    ids = [one for one in case.people["person_id"] if one in named]
    names = dict(zip(case.people["person_id"], case.people["name"], strict=True))
    state = f"{len(view.people)} of {len(ids)}" if view.people else "all"
    with st.popover(f"People: {state}", key=key(entered, "pop-people"), disabled=not ids):
        st.caption("Events that concern, were with, or saw any of the chosen people; none chosen means all.")
        _pick(
            entered,
            "people",
            ids,
            view.people,
            lambda one: f"{md(names[one])} **{counts.get(one, 0)}**",
            lambda chosen: entered.set(people=tuple(chosen)),
        )
        st.button("All people", key=key(entered, "all-people"), on_click=lambda: entered.set(people=()))


def _practice(entered: Entered) -> None:
    case, view = entered.case, entered.view
    found = points(case.practice, view.choice())
    state = {"": f"all {len(case.practice)}", "all": f"all {len(case.practice)}", "hidden": "hidden"}.get(
        view.practice, f"{len(found)} of {len(case.practice)}"
    )
    if view.stated == "1" and view.practice != "hidden":
        state = f"{len(found)} of {len(case.practice)}"
    with st.popover(f"Practice: {state}", key=key(entered, "pop-practice"), disabled=case.practice.empty):
        words = {
            "all": "All",
            "missed": f"{PRACTICE['missed opportunity'][2]} Missed",
            "good": f"{PRACTICE['good practice'][2]} Good",
            "hidden": "Hidden",
        }
        place = key(entered, "practice")
        st.session_state[place] = view.practice or "all"
        st.segmented_control(
            "Practice points",
            list(words),
            format_func=words.__getitem__,
            key=place,
            required=True,
            on_change=lambda: entered.set(practice=_not_default(st.session_state[place], "all")),
        )
        basis = key(entered, "stated")
        st.session_state[basis] = "stated" if view.stated else "both"
        st.segmented_control(
            "Judged by",
            ["both", "stated"],
            format_func={"both": "Stated and inferred", "stated": "Stated only"}.__getitem__,
            key=basis,
            required=True,
            on_change=lambda: entered.set(stated="1" if st.session_state[basis] == "stated" else ""),
        )
        only = key(entered, "points")
        st.session_state[only] = view.points == "1"
        st.toggle(
            "Only events of a practice point",
            key=only,
            on_change=lambda: entered.set(points="1" if st.session_state[only] else ""),
        )
        st.caption("Stated: the review itself makes the judgement (filled). Inferred: this chronology's own reading (hollow).")


def _not_default(value: str | None, default: str) -> str:
    return "" if value in (None, default) else value


def _passed(entered: Entered) -> None:
    case, view = entered.case, entered.view
    drawn = passed_default(entered)
    words = {"all": "All", "chosen": "Of the chosen event", "none": "None"}
    short = {"all": "all", "chosen": "chosen", "none": "none"}[drawn]
    with st.popover(
        f"Passed on: {'one fact' if view.fact else short}", key=key(entered, "pop-passed"), disabled=case.shares.empty
    ):
        place = key(entered, "passed")
        st.session_state[place] = drawn
        st.segmented_control(
            "Arrows",
            list(words),
            format_func=words.__getitem__,
            key=place,
            required=True,
            on_change=lambda: entered.set(passed=st.session_state[place] or ""),
        )
        facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
        if facts:
            follow = key(entered, "fact")
            st.session_state[follow] = view.fact or ""
            st.selectbox(
                "Follow one fact",
                ["", *facts],
                format_func=lambda one: facts.get(one, "no fact chosen"),
                key=follow,
                on_change=lambda: entered.set(fact=st.session_state[follow] or ""),
            )
        st.caption(
            "Solid: received. Long dash: late. Dotted: to the wrong place. Cross: did not arrive. Open ring: never sent. "
            "Open square: in a file, not read or not seen. Grey dash: the source does not say whether it arrived."
        )


def passed_default(entered: Entered) -> str:
    """Which arrows are drawn: all of a small case, else those of the chosen event, unless chosen otherwise."""
    return entered.view.passed or ("all" if len(entered.case.shares) <= 40 else "chosen")


def more(entered: Entered) -> None:
    """The axis, the silences and the clocks: how the picture is drawn."""
    view = entered.view
    with st.popover("View", key=key(entered, "pop-view")):
        axis = key(entered, "axis")
        words = {"true": "True to scale", "even": "Evenly spaced", "cut": "Cut empty years"}
        st.session_state[axis] = view.axis or "true"
        st.segmented_control(
            "Time axis",
            list(words),
            format_func=words.__getitem__,
            key=axis,
            required=True,
            on_change=lambda: entered.set(axis=_not_default(st.session_state[axis], "true")),
        )
        for name, label in (
            ("silence", "Silence: whole days without an entry while others are active"),
            ("clocks", "Clocks: due and done"),
        ):
            place = key(entered, name)
            st.session_state[place] = getattr(view, name) == "1"
            st.toggle(
                label,
                key=place,
                on_change=lambda name=name, place=place: entered.set(**{name: "1" if st.session_state[place] else ""}),
            )
        _zoom(entered)
        st.button(
            "Lay out by heading instead",
            key=key(entered, "by-heading"),
            disabled=entered.view.lay == "heading",
            on_click=lambda: entered.set(lay="heading"),
        )


def _zoom(entered: Entered) -> None:
    stretches = _stretches(entered.case)[1]
    place = key(entered, "zoom")
    names = ["", *stretches["name"]]
    st.session_state[place] = ""
    st.selectbox(
        "Zoom to",
        names,
        format_func=lambda one: one or "a phase, an episode or a month",
        key=place,
        on_change=lambda: zoom_to(entered, stretches[stretches["name"] == st.session_state[place]]),
    )
    st.button("Whole case", key=key(entered, "whole"), on_click=lambda: entered.set(start="", end=""))


# A case stays the same object until its file changes, and lives as long as what is kept of it: so its id names it.
@st.cache_resource(max_entries=8, show_spinner=False, hash_funcs={Case: id})
def _stretches(case: Case) -> tuple[Case, pd.DataFrame]:
    """What can be zoomed to, by name: phases, episodes and months."""
    stretches = pd.concat(
        [
            case.phases[~case.phases["heading"]].assign(name=lambda one: one["title"]),
            case.episodes[~case.episodes["made_up"].astype(bool)].assign(name=lambda one: "Episode: " + one["title"]),
        ],
        ignore_index=True,
    )
    if case.about.disclosure != "relative":
        stretches = pd.concat([stretches, month_stretches(case.events)], ignore_index=True)
    return case, stretches


def key_popover() -> None:
    """The key of signs, in words: for small screens, where the picture has no room for its own."""
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
            "dots on the top line: when the child was seen, by whom",
        ]
        st.html(el("div", *signs, *points_, *[el("div", form, cls="muted") for form in forms], cls="ct small"))


def _later(entered: Entered) -> None:
    hidden = int(entered.case.events["hindsight"].astype(bool).sum())
    place = key(entered, "later")
    st.session_state[place] = entered.view.later == "1"
    st.toggle(
        "Known only later",
        key=place,
        disabled=not hidden,
        on_change=lambda: entered.set(later="1" if st.session_state[place] else ""),
    )


def _search(entered: Entered) -> None:
    place = key(entered, "q")
    st.session_state[place] = entered.view.q
    st.text_input(
        "Search",
        key=place,
        placeholder="Search titles and text",
        label_visibility="collapsed",
        on_change=lambda: entered.set(q=st.session_state[place].strip()),
    )


def count_words(entered: Entered, flags: pd.DataFrame) -> str:
    """How many events are left of how many, and what is hidden: '46 of 48 events; 2 known only later are hidden'."""
    total, shown = len(flags), int(flags["shown"].sum())
    later = int((~flags["later"]).sum())
    words = f"{shown} of {total} events" if shown != total else f"{total} events"
    return f"{words}; {later} known only later {'is' if later == 1 else 'are'} hidden" if later else words
