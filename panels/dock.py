"""The details of the chosen event: what and when, what was passed on, practice, and the source paragraph."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import KINDS
from loaders import Case
from measures.choice import Choice, points
from measures.citing import cite
from measures.glossary import explained
from measures.names import called, names_of
from measures.wording import listed, window
from panels.entry import Entered
from panels.markup import Html, el, md
from panels.menu import ROOT
from panels.said_of import point_words, share_words

CERTAINTY = {"exact": "", "blurred": "the day is not stated", "open": "one end is not known", "undated": "order not known"}


def dock(entered: Entered, choice: Choice, flags: pd.DataFrame) -> None:
    """Everything the file says of the chosen event. An event that the filters hide is not shown."""
    case, view = entered.case, entered.view
    if not view.event:
        return
    shown = set(flags.loc[flags["shown"], "event_id"])
    if view.event not in shown:
        st.html(el("div", "The chosen event is hidden by the filters.", cls="ct small muted"))
        return
    event = next(case.events[case.events["event_id"] == view.event].itertuples())
    with st.container(key="dock"):
        content = listed(list(event.content))
        st.html(
            el(
                "div",
                el(
                    "div",
                    _what(case, event, content),
                    _passed(case, event, choice),
                    _practice(case, event, choice),
                    _source(case, event),
                    cls="dock-grid",
                ),
                cls="ct small dock",
                role="region",
                aria_label="Details of the chosen event",
            )
        )
        _acronyms(entered, event, found := points(case.practice, choice))
        _links(entered, event.event_id, found)
        if content and view.event not in st.session_state.setdefault("shown-content", set()):
            st.button(
                f"Show the details ({md(content)})",
                key="show-content",
                on_click=lambda: st.session_state["shown-content"].add(view.event),
            )


def _acronyms(entered: Entered, event: Any, found: pd.DataFrame) -> None:
    """The acronyms of the entry and its points, explained on request."""
    own = found[found["events"].map(lambda ids: event.event_id in ids)]
    names = names_of(entered.case)
    texts = [
        event.title,
        event.detail,
        event.date_text,
        names[event.agency],
        called(names, (*event.by, *event.people, *event.present)),
    ]
    for point in own.itertuples():
        texts += [point.title, point.expected, point.happened, point.known_then, point.why]
    meanings = explained(" ".join(texts), entered.library.glossary)
    if meanings:
        with st.expander(f"Acronyms explained: {', '.join(md(term) for term, _ in meanings)}"):
            st.html(el("div", *[el("div", el("b", f"{term}: "), meaning) for term, meaning in meanings], cls="ct small"))


def _links(entered: Entered, event_id: str, found: pd.DataFrame) -> None:
    """From the event to its practice points' own page."""
    own = found[found["events"].map(lambda ids: event_id in ids)]
    if own.empty:
        return
    with st.container(horizontal=True):
        for point in own.itertuples():
            if st.button(f"All of {cite(point.kind, point.number)}", key=f"point-{point.practice_id}"):
                query = {"case": entered.case.id, "point": point.practice_id}
                st.switch_page(str(ROOT / "pages" / "practice.py"), query_params=query)


def _what(case: Case, event: Any, content: str) -> Html:
    """What happened, when and by whom; the detail of hard content only on request."""
    sign = KINDS[event.kind]
    certain = event.length if event.length else ("about" if event.approximate else CERTAINTY[event.dating])
    marks = _marks(event)
    return el(
        "div",
        el("h3", el("span", f"{sign.glyph} ", style=f"color:{sign.colour}"), event.title),
        el(
            "p",
            el("b", window(event.earliest, event.latest, case.about.disclosure)),
            f", {certain}" if certain else "",
            f". {sign.word}",
            f" ({'; '.join(marks)})" if marks else "",
            ".",
        ),
        *[el("div", el("span", f"{label}: ", cls="muted"), value) for label, value in _rows(case, event) if value],
        _detail(event, content),
    )


def _rows(case: Case, event: Any) -> list[tuple[str, str]]:
    """What the file says of the event under each of its keys, in words; blank where it says nothing."""
    names = names_of(case)
    return [
        ("Source's words", event.date_text),
        ("Time", event.time),
        ("Agency", f"{names[event.agency]}{_area(case, event.agency)}"),
        ("By", called(names, event.by)),
        ("Concerns", called(names, event.people)),
        ("In touch", called(names, _in_touch(case, event.event_id))),
        ("Seen in person", called(names, event.seen) if event.seen else ""),
        ("Seen alone", called(names, event.seen_alone)),
        ("Present", called(names, event.present)),
        ("How", listed(list(event.mode))),
        ("Where", event.place),
        ("Outcome", event.outcome),
        ("How often", event.times),
        ("Reported by", called(names, event.reported_by)),
        ("By the account of", called(names, event.according_to)),
    ]


def _marks(event: Any) -> list[str]:
    """What has to be said with the event wherever it is told."""
    marks = (
        ("known only later", event.hindsight),
        ("disputed", event.disputed),
        ("planned, not known to have happened", event.planned),
        ("date inferred from the text", event.inferred),
    )
    return [word for word, on in marks if on]


def _detail(event: Any, content: str) -> Html:
    hidden = bool(content) and event.event_id not in st.session_state.get("shown-content", set())
    then = "Details are left out: they may tell what came later." if st.session_state.get("then") else ""
    words = "This detail opens on request." if hidden else event.detail or then
    return el("p", words, style="margin-top:6px", cls="muted" if hidden or not event.detail else "")


def _in_touch(case: Case, event_id: str) -> tuple[str, ...]:
    """`with` is no name that a row of Python can carry."""
    people: tuple[str, ...] = case.events.loc[case.events["event_id"] == event_id, "with"].iloc[0]
    return people


def _area(case: Case, agency: str) -> str:
    area = case.agencies.loc[case.agencies["agency_id"] == agency, "area"]
    return f", {area.iloc[0]}" if len(area) and area.iloc[0] else ""


def _passed(case: Case, event: Any, choice: Choice) -> Html:
    found = case.shares[case.shares["event_id"] == event.event_id]
    if choice.practice == "hidden":
        found = found[found["outcome"] != "not shared"]
    shares = [el("li", share_words(case, share)) for share in found.itertuples()]
    facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
    told = [el("li", facts[one]) for one in event.facts]
    return el(
        "div",
        el("h3", "Passed on"),
        el("ul", *shares) if shares else el("p", "No passing-on is entered for this event.", cls="muted"),
        *([el("h3", "Made known"), el("ul", *told)] if told else []),
        *([el("p", f"Answers: {_titles(case, event.responds_to)}", cls="muted")] if event.responds_to else []),
    )


def _titles(case: Case, ids: tuple[str, ...]) -> str:
    titles = dict(zip(case.events["event_id"], case.events["title"], strict=True))
    return "; ".join(titles[one] for one in ids)


def _practice(case: Case, event: Any, choice: Choice) -> Html:
    found = points(case.practice, choice)
    found = found[found["events"].map(lambda ids: event.event_id in ids)]
    if found.empty:
        words = "Practice points are hidden." if choice.practice == "hidden" else "The review makes no point of this event."
        return el("div", el("h3", "Practice"), el("p", words, cls="muted"))
    return el("div", *[point_words(case, point) for point in found.itertuples()])


def _source(case: Case, event: Any) -> Html:
    report = f"{case.about.report}. " if case.about.report else ""
    return el(
        "div",
        el("h3", "Source"),
        el("p", el("b", ", ".join(event.source) or "no paragraph given")),
        el("p", f"{report}Line {event.line} of {case.file}.", cls="muted"),
    )
