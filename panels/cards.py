"""The cards of the library: one a case, and one a file that could not be read."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from loaders import Case, ChronologyError, Library
from measures.about import scope_words
from measures.density import strip
from measures.lanes import default_range
from measures.wording import counted, window
from panels.marking import marked_here
from panels.markup import Html, el, md

SCALE = ("#ffffff", "#dbe7ef", "#aac6da", "#6f9fc0", "#3b77a3", "#0b4f7d")


def case_card(case: Case) -> None:
    """What is in a case before it is opened: counts, scope, density, content note."""
    about = case.about
    later = int(case.events["hindsight"].astype(bool).sum())
    with st.container(key=f"card-{case.id}"):
        st.html(
            el(
                "div",
                marked_here([case]),
                el("h2", case.title),
                el("div", _upper(about.review_type or "chronology")),
                el("div", _where(case), cls="muted small"),
                _figures(case),
                _strip(case),
                el("p", about.summary, style="margin-top:8px"),
                el("div", el("b", "Before you open: "), about.content_note, cls="before") if about.content_note else "",
                cls="ct small card",
                style="font-size:16px;line-height:22px",
            )
        )
        words = {
            "exact": "Dates shown as exactly as the source",
            "month": "Dates shown by month only",
            "season": "Dates shown by season only",
            "relative": "Dates shown as days from day 0 only",
        }[about.disclosure]
        more = f" · {counted(later, 'event')} known only later" if later else ""
        with st.container(horizontal=True, vertical_alignment="center"):
            if st.button(f"Open {md(case.title)}", key=f"open:{case.id}"):
                st.session_state.case = case.id
                st.switch_page("pages/timeline.py", query_params={"case": case.id})
            st.html(el("span", words + more, cls="ct small muted"))


def _upper(words: str) -> str:
    """The words with a capital first letter; acronyms stay as they are."""
    return words[:1].upper() + words[1:]


def _where(case: Case) -> str:
    named = ", ".join(case.about.commissioned_by)
    published = case.published.earliest
    year = f", {published.year}" if published and case.about.disclosure != "relative" else ""
    scope = scope_words(case.began, case.ended, case.about.disclosure)
    return f"{named}{year}{f'. Scope: {scope}' if scope else ''}"


def _figures(case: Case) -> Html:
    """How many agencies, events and practice points of each kind; none stands under two kinds."""
    kinds = case.practice["kind"].value_counts()
    mixed = [(kinds["mixed"], "mixed", "mixed")] if "mixed" in kinds else []
    numbers = [
        (len(case.agencies) - 1, "agencies", ""),
        (len(case.events), "events", ""),
        (kinds.get("missed opportunity", 0), "missed opportunities", "missed"),
        (kinds.get("good practice", 0), "good practice", "good"),
        *mixed,
    ]
    signs = {"missed": "◆ ", "good": "★ ", "mixed": "■ ", "": ""}
    return el(
        "div",
        *[
            el("div", el("b", el("span", signs[sign], cls=f"sign-{sign}") if sign else "", number), word)
            for number, word, sign in numbers
        ],
        cls="figures",
    )


def _strip(case: Case) -> Html:
    """The density strip, or the sentence that says why there is none."""
    events = case.events[~case.events["hindsight"].astype(bool)]
    undated = int((events["dating"] == "undated").sum())
    if undated * 2 > len(events):
        return el(
            "p",
            el("b", f"{undated} of {len(events)}"),
            " events have no date, so no months are drawn. They are listed by heading.",
        )
    if case.about.disclosure == "relative":
        return el("p", "Dates are shown as days from day 0 only, so no months are drawn.")
    scope = tuple(pd.NaT if day is None else pd.Timestamp(day) for day in (case.scope.earliest, case.scope.latest))
    first, last = default_range(events, scope, spare=False)
    unit, cells = strip(events, first, last)
    most = max(1, int(cells["events"].max()))
    said = ", ".join(f"{one.start:%b %Y}: {one.events}" for one in cells.itertuples())
    spans = [_cell(int(one.events), most) for one in cells.itertuples()]
    blurred = int((events["dating"] != "exact").sum())
    return el(
        "div",
        el("div", *spans, cls="strip", role="img", aria_label=f"Events a {unit}: {said}"),
        el(
            "div",
            f"{_first(cells, unit)} to {_first(cells, unit, -1)}. Events a {unit}, a blurred one where it may first have been. {blurred} of {len(events)} dates are blurred or missing.",
            cls="muted small",
        ),
    )


def _first(cells: pd.DataFrame, unit: str, place: int = 0) -> str:
    start = cells["start"].iloc[place]
    return str(start.year) if unit == "year" else window(start, start + pd.offsets.MonthEnd(0), short=True)


def _cell(number: int, most: int) -> Html:
    step = 0 if not number else min(5, 1 + int(4 * number / most))
    ink = "#ffffff" if step >= 4 else "#1b2430"
    return el("span", str(number), style=f"background:{SCALE[step]};color:{ink}")


def unread_card(error: ChronologyError, library: Library) -> None:
    """A file that could not be read: every problem with its line and remedy, to copy; never red."""
    kept = next((one for one in library.kept.values() if one.error == error), None)
    shown = f"so its last version, read at {kept.read_at:%H:%M on %d %B}, is shown." if kept else "so it is in no chart."
    count = len(error.problems)
    many = "It has 1 problem, to be put right" if count == 1 else f"It has {count} problems, all to be put right"
    problems = [el("li", el("b", place), rest) for place, rest in (_parts(str(problem)) for problem in error.problems[:12])]
    more = el("p", f"and {count - 12} more; the message to copy has all of them.") if count > 12 else ""
    with st.container(key=f"card-{error.file}"):
        st.html(
            el(
                "div",
                el("h2", error.file.split("/")[-1]),
                el("p", f"This file could not be read, {shown} {many} in the file:"),
                el("ol", *problems),
                more,
                cls="ct small card unread",
            )
        )
        with st.container(horizontal=True, vertical_alignment="center"):
            with st.popover("Copy this message", key=f"copy:{error.file}"):
                st.code(str(error), language=None, wrap_lines=True)
            st.button("Read again", key=f"again:{error.file}")


def _parts(problem: str) -> tuple[str, str]:
    place, colon, rest = problem.partition(": ")
    return (f"{place}: ", rest) if colon else ("", problem)
