"""The details of the chosen event: what and when, what was passed on, practice, and the source paragraph."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import KINDS, PRACTICE, cite
from loaders import Case
from measures.choice import Choice, in_order, points
from measures.glossary import explained
from measures.wording import days, listed, window
from panels.entry import ROOT, Entered
from panels.markup import Html, el, join, md

CERTAINTY = {"exact": "", "blurred": "the day is not stated", "open": "one end is not known", "undated": "order not known"}


def names_of(case: Case) -> dict[str, str]:
    """What agencies and people are called, by id; other words stand for themselves."""
    agencies = dict(zip(case.agencies["agency_id"], case.agencies["short"], strict=True))
    return agencies | dict(zip(case.people["person_id"], case.people["name"], strict=True))


def called(names: dict[str, str], ids: tuple[str, ...]) -> str:
    """Ids and words as a list in words."""
    return listed([names.get(one, one) for one in ids])


def steps(entered: Entered, flags: pd.DataFrame) -> None:
    """The caption line: previous and next event by button or key, and the chosen event in one line."""
    case, view = entered.case, entered.view
    ordered = list(in_order(case.events[flags["shown"]])["event_id"])
    place = ordered.index(view.event) if view.event in ordered else -1
    with st.container(horizontal=True, key="caption", vertical_alignment="center"):
        st.button(
            "‹ Previous",
            shortcut="Left",
            key="previous",
            disabled=place == 0 or not ordered,
            on_click=lambda: entered.set(event=ordered[max(place - 1, 0)] if place > 0 else ordered[-1]),
        )
        st.button(
            "Next ›",
            shortcut="Right",
            key="next",
            disabled=place == len(ordered) - 1 or not ordered,
            on_click=lambda: entered.set(event=ordered[place + 1]),
        )
        if place < 0:
            st.html(
                el(
                    "div",
                    "No event is chosen. Click a mark or a row of the table, or press → to begin with the first.",
                    cls="ct small muted",
                )
            )
            return
        event = case.events[case.events["event_id"] == view.event].iloc[0]
        names = names_of(case)
        words = f"{window(event['earliest'], event['latest'], case.about.disclosure, short=True)}{_why(event)}, {names[event['agency']]}: "
        outside = " Outside the days in view." if _outside(view.start, view.end, event) else ""
        st.html(el("div", words, el("b", event["title"]), f"  Event {place + 1} of {len(ordered)}.{outside}", cls="ct small"))
        if view.start or view.end:
            st.button("Whole case", key="whole-case", on_click=lambda: entered.set(start="", end=""))


def _outside(start: str, end: str, event: Any) -> bool:
    """Whether the chosen event lies outside the days zoomed to."""
    late = bool(end) and pd.notna(event["earliest"]) and event["earliest"] > pd.Timestamp(end)
    early = bool(start) and pd.notna(event["latest"]) and event["latest"] < pd.Timestamp(start)
    return late or early


def _why(event: Any) -> str:
    return f" ({event['date_text']})" if event["date_text"] else ""


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
        content = _content(case, event)
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


def _content(case: Case, event: Any) -> str:
    return listed(list(event.content))


def _what(case: Case, event: Any, content: str) -> Html:
    names = names_of(case)
    sign = KINDS[event.kind]
    when = window(event.earliest, event.latest, case.about.disclosure)
    certain = event.length if event.length else ("about" if event.approximate else CERTAINTY[event.dating])
    then = "Details are left out: they may tell what came later." if st.session_state.get("then") else ""
    hidden = bool(content) and event.event_id not in st.session_state.get("shown-content", set())
    rows = [
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
    marks = [
        word
        for word, on in (
            ("known only later", event.hindsight),
            ("disputed", event.disputed),
            ("planned, not known to have happened", event.planned),
            ("date inferred from the text", event.inferred),
        )
        if on
    ]
    return el(
        "div",
        el("h3", el("span", f"{sign.glyph} ", style=f"color:{sign.colour}"), event.title),
        el(
            "p",
            el("b", when),
            f", {certain}" if certain else "",
            f". {sign.word}",
            f" ({'; '.join(marks)})" if marks else "",
            ".",
        ),
        *[el("div", el("span", f"{label}: ", cls="muted"), value) for label, value in rows if value],
        el(
            "p",
            "This detail opens on request." if hidden else event.detail or then,
            style="margin-top:6px",
            cls="muted" if hidden or not event.detail else "",
        ),
    )


def _in_touch(case: Case, event_id: str) -> tuple[str, ...]:
    """`with` is no name that a row of Python can carry."""
    people: tuple[str, ...] = case.events.loc[case.events["event_id"] == event_id, "with"].iloc[0]
    return people


def _area(case: Case, agency: str) -> str:
    area = case.agencies.loc[case.agencies["agency_id"] == agency, "area"]
    return f", {area.iloc[0]}" if len(area) and area.iloc[0] else ""


def share_words(case: Case, share: Any) -> str:
    """A share in words: to whom, how it went, when it came, and which facts went."""
    facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
    names = names_of(case)
    parts = [f"{names[share.agency]}{f' ({share.team})' if share.team else ''}: {share.outcome}"]
    if pd.notna(share.received_earliest) and share.outcome not in ("not shared", "not received"):
        parts.append(window(share.received_earliest, share.received_latest, case.about.disclosure, short=True))
    if pd.notna(share.days_least) and (share.days_least > 0 or share.outcome == "late"):
        parts.append(f"{days(share.days_least, share.days_most)} after it was sent")
    if share.facts:
        parts.append("about: " + "; ".join(facts[one] for one in share.facts))
    if share.note:
        parts.append(share.note)
    return ". ".join(parts)


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


def badge(point: Any) -> Html:
    """The number of a practice point as it is cited everywhere."""
    letter = PRACTICE[point.kind][0]
    return el("span", cite(point.kind, point.number), cls=f"badge {letter}{' inferred' if point.basis == 'inferred' else ''}")


def _practice(case: Case, event: Any, choice: Choice) -> Html:
    found = points(case.practice, choice)
    found = found[found["events"].map(lambda ids: event.event_id in ids)]
    if found.empty:
        words = "Practice points are hidden." if choice.practice == "hidden" else "The review makes no point of this event."
        return el("div", el("h3", "Practice"), el("p", words, cls="muted"))
    return el("div", *[point_words(case, point) for point in found.itertuples()])


def point_words(case: Case, point: Any, *, full: bool = False) -> Html:
    """A practice point: number, title, what was expected, what happened, basis; full: also why, finding, paragraph."""
    findings = dict(zip(case.findings["finding_id"], case.findings["number"] + " " + case.findings["title"], strict=True))
    recommendations = dict(
        zip(
            case.recommendations["recommendation_id"],
            case.recommendations["number"] + " " + case.recommendations["title"],
            strict=True,
        )
    )
    why = "What made it possible" if point.kind == "good practice" else "Why it made sense"
    rows = [("Expected", point.expected), ("Happened", point.happened), ("Known then", point.known_then), (why, point.why)]
    basis = (
        "stated by the review"
        if point.basis == "stated" and point.judged_by == "review"
        else (f"stated by the {point.judged_by}" if point.basis == "stated" else "inferred, not stated")
    )
    quoted = f": “{point.words}”" if point.words else ""
    links = [
        ("Finding", [findings[one] for one in point.findings]),
        ("Recommendation", [recommendations[one] for one in point.recommendations]),
        ("Theme", [case.themes.get(one, one) for one in point.themes]),
    ]
    return el(
        "div",
        el("h3", badge(point), f"{PRACTICE[point.kind][3]}: {point.title}"),
        *[el("div", el("b", f"{label}: "), value or "the review does not say") for label, value in rows if value or full],
        el("div", f"Basis: {basis}{quoted}. Paragraph {', '.join(point.source) or 'not given'}.", cls="muted"),
        *[el("div", el("b", f"{label}: "), "; ".join(words).strip()) for label, words in links if words],
        cls="point",
    )


def _source(case: Case, event: Any) -> Html:
    report = f"{case.about.report}. " if case.about.report else ""
    return el(
        "div",
        el("h3", "Source"),
        el("p", el("b", ", ".join(event.source) or "no paragraph given")),
        el("p", f"{report}Line {event.line} of {case.file}.", cls="muted"),
    )


__all__ = ["badge", "dock", "join", "names_of", "point_words", "steps"]
