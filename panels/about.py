"""What a case is: its review, agencies, people, phases, findings, recommendations, and where its source contradicts itself."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from charts.palette import cite
from loaders import Case
from measures.about import SHOWN, addressed, agency_rows, how_dated, life_words, points_by, span_words
from measures.wording import counted, listed
from panels.dock import names_of
from panels.entry import ROOT, Entered
from panels.markup import Html, el
from panels.point_list import sign
from panels.points import NOT_ENTERED
from panels.take import take_tables
from panels.take_present import take_present


def head(entered: Entered) -> None:
    """Title, summary, content note, and the ways on."""
    case = entered.case
    st.html(
        el(
            "div",
            el("h1", case.title),
            el("p", case.about.summary or NOT_ENTERED, cls="" if case.about.summary else "muted"),
            el("div", el("b", "Content: "), case.about.content_note, cls="before") if case.about.content_note else "",
            cls="ct case-head",
        )
    )
    with st.container(horizontal=True, key="ways", vertical_alignment="center"):
        for label, page in (("Open the timeline", "timeline"), ("Practice points", "practice")):
            if st.button(label, key=f"to-{page}", type="primary" if page == "timeline" else "secondary"):
                st.switch_page(str(ROOT / "pages" / f"{page}.py"), query_params={"case": case.id})
        _take(entered)
        take_present(entered)


def _take(entered: Entered) -> None:
    """Agencies, findings and recommendations as tables, and the link to take along."""
    tables = taken_tables(entered.case, entered.view.later == "1")
    said = listed([counted(len(frame), ROW[name], name) for name, frame in tables.items() if len(frame)])
    later = "Events known only later are counted" if entered.view.later == "1" else ""
    take_tables(entered, "case", tables, f"The case in tables: {said}" if said else "The case", more=(later,))


ROW = {"agencies": "agency", "findings": "finding", "recommendations": "recommendation"}


def taken_tables(case: Case, later: bool) -> dict[str, pd.DataFrame]:
    """The tables of the page as plain rows, by name: one row per agency, per finding, and per recommendation and addressee."""
    return {"agencies": agency_table(case, later), "findings": finding_table(case), "recommendations": recommendation_table(case)}


def _cited(case: Case, ids: tuple[str, ...]) -> str:
    points = case.practice[case.practice["practice_id"].isin(ids)]
    return ", ".join(cite(point.kind, point.number) for point in points.itertuples())


def agency_table(case: Case, later: bool) -> pd.DataFrame:
    """One row per agency in the order of the lanes; events known only later are counted where `later` is true."""
    rows = [
        (row.name, row.part, row.sector, row.area, row.says, row.events, _cited(case, row.points), row.note)
        for row in agency_rows(case.agencies, _counted_events(case, later), case.practice).itertuples(index=False, name="Agency")
    ]
    heads = ["Agency", "Part", "Sector", "Area", "Contribution", "Events", "Practice points", "Note"]
    return pd.DataFrame(rows, columns=heads)


def finding_table(case: Case) -> pd.DataFrame:
    """One row per finding in the file's order."""
    points = points_by(case.practice, "findings")
    rows = [
        (one.number, one.kind, one.title, one.detail, _cited(case, points.get(one.finding_id, ())), ", ".join(one.source))
        for one in case.findings.itertuples()
    ]
    return pd.DataFrame(rows, columns=["No", "Kind", "Finding", "Note", "Practice points", "Source"])


def recommendation_table(case: Case) -> pd.DataFrame:
    """One row per addressee and recommendation: one made to two stands under both, as on the page."""
    if case.recommendations.empty:
        return pd.DataFrame(columns=ASKED)
    names = dict(zip(case.agencies["agency_id"], case.agencies["name"], strict=True))
    made, points = (
        {one.recommendation_id: one for one in case.recommendations.itertuples()},
        points_by(case.practice, "recommendations"),
    )
    rows = []
    for to, recommendation in addressed(case.recommendations, names).itertuples(index=False):
        one = made[recommendation]
        by = listed([str(names.get(who, who)) for who in one.made_by if who != "panel"])
        cited = _cited(case, points.get(recommendation, ()))
        rows.append((to, one.number, one.title, by, one.by_when, one.detail, cited, ", ".join(one.source)))
    return pd.DataFrame(rows, columns=ASKED)


ASKED = ["Addressee", "No", "What is asked", "Made by", "By when", "Note", "Practice points", "Source"]


def _counted_events(case: Case, later: bool) -> pd.DataFrame:
    return case.events if later else case.events[~case.events["hindsight"].astype(bool)]


def body(entered: Entered) -> None:
    """Two columns on a wide screen, one under 1400 px; every part has its heading and its empty state."""
    case, later = entered.case, entered.view.later == "1"
    left = [_agencies(case, later), _people(case), _phases(case, later), _clocks(case)]
    right = [_review(case), _findings(case), _recommendations(case), _discrepancies(case)]
    st.html(el("div", el("div", *left), el("div", *right), cls="ct case-grid"))


def advice(entered: Entered) -> None:
    """What a careful author would look at again."""
    found = entered.case.advice
    with st.expander(f"For the author of the file: {counted(len(found), 'piece')} of advice"):
        if found.empty:
            st.html(el("p", "Nothing to look at again was found in this file.", cls="ct muted"))
        else:
            st.html(_table(("About", "Where", "Advice"), [(row.topic, row.where, row.text) for row in found.itertuples()]))


def _table(heads: tuple[str, ...], rows: list[tuple[Any, ...]], cls: str = "") -> Html:
    """A table whose first column heads its rows."""
    head = el("tr", *[el("th", one, scope="col") for one in heads])
    body = [el("tr", el("th", row[0], scope="row"), *[el("td", cell) for cell in row[1:]]) for row in rows]
    return el("div", el("table", el("thead", head), el("tbody", *body), cls=f"ct-table case-table {cls}"), cls="grid-wrap")


def _missing(words: str = NOT_ENTERED) -> Html:
    return el("p", words, cls="muted")


def _or(words: str, missing: str = "Not entered") -> Any:
    return words or el("span", missing, cls="muted")


def _signs(case: Case, ids: tuple[str, ...]) -> Html:
    points = case.practice[case.practice["practice_id"].isin(ids)]
    return el("span", *[sign(point) for point in points.itertuples()], cls="signs") if ids else el("span", "–", cls="muted")


def _review(case: Case) -> Html:
    about, shown = case.about, case.about.disclosure
    scope = [pd.NaT if day is None else pd.Timestamp(day) for day in (case.scope.earliest, case.scope.latest)]
    published = [pd.NaT if day is None else pd.Timestamp(day) for day in (case.published.earliest, case.published.latest)]
    rows = [
        ("Review", about.review_type),
        ("Report", about.report),
        ("Commissioned by", listed(list(about.commissioned_by))),
        ("Published", span_words(published[0], published[1], shown)),
        ("Scope", span_words(scope[0], scope[1], shown)),
        ("Dates shown", f"{SHOWN[shown]}. {how_dated(case.events)}."),
        ("What is missing", about.source_note),
    ]
    lines = [
        part
        for label, words in rows
        for part in (
            el("dt", label),
            el("dd", words[:1].upper() + words[1:] if words else NOT_ENTERED, cls="" if words else "muted"),
        )
    ]
    selective = "A published chronology is selective, and much contact is not the same as good help."
    return el("section", el("h2", "The review and this file"), el("dl", *lines, cls="facts"), el("p", selective, cls="note"))


def _agencies(case: Case, later: bool) -> Html:
    events = _counted_events(case, later)
    found = agency_rows(case.agencies, events, case.practice)
    if found.empty:
        return el("section", el("h2", "Agencies"), _missing())
    rows = [
        (
            el(
                "span",
                el("span", row.name),
                *([el("span", f" {row.part}", cls="muted")] if row.part else []),
                *([_more(row.note)] if row.note else []),
            ),
            _or(row.sector),
            row.area,
            _or(row.says),
            row.events or "–",
            _signs(case, row.points),
        )
        for row in found.itertuples(index=False, name="Agency")
    ]
    family = int((events["agency"] == "family").sum())
    nil = int(case.agencies["nil_return"].sum())
    hidden = len(case.events) - len(events)
    said = [
        f"{counted(family, 'more event')} {'is' if family == 1 else 'are'} in the family's own lane." if family else "",
        f"{counted(nil, 'agency', 'agencies')} made a nil return: asked, and with no contact to report." if nil else "",
        f"{counted(hidden, 'event')} known only later {'is' if hidden == 1 else 'are'} not counted." if hidden else "",
    ]
    heads = ("Agency", "Sector", "Area", "Contribution", "Events", "Practice points")
    return el(
        "section",
        el("h2", f"Agencies: {len(found)}, in the order of their lanes"),
        _table(heads, rows, "agencies"),
        el("p", " ".join(one for one in said if one), cls="note"),
    )


def _more(words: str) -> Html:
    return el("details", el("summary", "Note"), el("p", words))


def _people(case: Case) -> Html:
    working = case.people["agency"] != ""
    family = _persons(case, case.people[~working], ("Name", "Who", "Age, birth and death"), agency=False)
    professionals = _persons(case, case.people[working], ("Name", "Who", "Agency"), agency=True)
    return el(
        "div",
        el("section", el("h2", "Family and others"), family),
        el("section", el("h2", "Professionals"), professionals),
        cls="case-pair",
    )


def _persons(case: Case, people: pd.DataFrame, heads: tuple[str, ...], *, agency: bool) -> Html:
    names = names_of(case)
    if people.empty:
        return _missing()
    rows = [
        (
            person.name,
            el("span", _or(person.role[:1].upper() + person.role[1:]), *([_more(person.note)] if person.note else [])),
            names.get(person.agency, person.agency) if agency else life_words(person, case.about.disclosure) or "–",
        )
        for person in people.itertuples()
    ]
    return _table(heads, rows)


def _phases(case: Case, later: bool) -> Html:
    shown = case.phases if later else case.phases[~case.phases["hindsight"].astype(bool)]
    hidden = len(case.phases) - len(shown)
    if case.phases.empty:
        return el("section", el("h2", "Phases"), _missing())
    exact = case.about.disclosure
    rows = [
        (
            phase.title,
            el("span", "a heading, without dates", cls="muted")
            if phase.heading
            else span_words(phase.from_earliest, phase.from_latest, exact, phase.from_word),
            "" if phase.heading else span_words(phase.to_earliest, phase.to_latest, exact, phase.to_word),
            ", ".join(phase.source),
        )
        for phase in shown.itertuples()
    ]
    more = f"{counted(hidden, 'phase')} known only later {'is' if hidden == 1 else 'are'} not shown." if hidden else ""
    return el(
        "section",
        el("h2", f"Phases: {len(shown)}"),
        _table(("Phase", "From", "To", "Source"), rows),
        el("p", more, cls="note") if more else "",
    )


def _clocks(case: Case) -> Html:
    if case.clocks.empty:
        return Html("")
    rows = [
        (clock.title, clock.due or "no time set", clock.standard, ", ".join(clock.source)) for clock in case.clocks.itertuples()
    ]
    return el(
        "section",
        el("h2", f"What was due: {len(rows)}"),
        _table(("From what to what", "Due in", "By which standard", "Source"), rows),
    )


def _findings(case: Case) -> Html:
    points = points_by(case.practice, "findings")
    if case.findings.empty:
        return el("section", el("h2", "Findings"), _missing())
    rows = [
        (
            finding.number or "–",
            el(
                "span",
                finding.title,
                el("span", f" ({finding.kind})", cls="muted") if finding.kind != "finding" else "",
                *([_more(finding.detail)] if finding.detail else []),
            ),
            _signs(case, points.get(finding.finding_id, ())),
            ", ".join(finding.source),
        )
        for finding in case.findings.itertuples()
    ]
    return el("section", el("h2", f"Findings: {len(rows)}"), _table(("No", "Finding", "Points", "Source"), rows, "findings"))


def _recommendations(case: Case) -> Html:
    title = "Recommendations by addressee"
    if case.recommendations.empty:
        words = NOT_ENTERED if case.findings.empty else "This review makes no recommendations. Each finding ends in questions."
        return el("section", el("h2", title), _missing(words))
    names = dict(zip(case.agencies["agency_id"], case.agencies["name"], strict=True))
    made = {one.recommendation_id: one for one in case.recommendations.itertuples()}
    points = points_by(case.practice, "recommendations")
    pairs = addressed(case.recommendations, names)
    parts = []
    for to in dict.fromkeys(pairs["to"]):
        ids = pairs.loc[pairs["to"] == to, "recommendation_id"]
        rows = [_recommendation(case, names, to, made[one], points) for one in ids]
        parts += [el("h3", f"{to}: {len(rows)}"), _table(("No", "What is asked", "Points", "Source"), rows, "findings")]
    more = len(pairs) - len(made)
    note = (
        f"{counted(more, 'entry', 'entries')} {'repeats' if more == 1 else 'repeat'} a recommendation made to more than one."
        if more
        else ""
    )
    return el("section", el("h2", f"{title}: {len(made)}"), el("p", note, cls="note") if note else "", *parts)


def _recommendation(case: Case, names: dict[str, str], to: str, one: Any, points: dict[str, tuple[str, ...]]) -> tuple[Any, ...]:
    by = listed([str(names.get(who, who)) for who in one.made_by if who != "panel"])
    made = "its own" if by == to else f"made by {by}"
    said = "; ".join(part for part in (made if by else "", one.by_when) if part)
    muted = el("span", f" ({said})", cls="muted") if said else ""
    words = el("span", one.title, muted, *([_more(one.detail)] if one.detail else []))
    return one.number or "–", words, _signs(case, points.get(one.recommendation_id, ())), ", ".join(one.source)


def _discrepancies(case: Case) -> Html:
    if case.discrepancies.empty:
        return el("section", el("h2", "Where the source contradicts itself"), _missing())
    rows = [
        (
            el("span", one.title, *([_more(one.detail)] if one.detail else [])),
            el(
                "ul",
                *[
                    el("li", text, " ", el("span", ", ".join(source) or "no paragraph given", cls="muted"))
                    for text, source in one.says
                ],
            ),
        )
        for one in case.discrepancies.itertuples()
    ]
    return el(
        "section",
        el("h2", f"Where the source contradicts itself: {len(rows)}"),
        el("p", "Every reading is kept, with its paragraph; none is silently preferred.", cls="note"),
        _table(("About", "What it says"), rows),
    )
