"""A case's review, agencies, people, phases and clocks, each a part of its page with its heading and its empty state."""

from __future__ import annotations

import pandas as pd

from loaders import Case
from measures.about import SHOWN, agency_rows, how_dated, life_words, scope_words, span_words
from measures.names import names_of
from measures.wording import counted, listed
from panels.about_parts import counted_events, missing, more, or_muted, signs, table
from panels.markup import Html, el
from panels.points import NOT_ENTERED


def review(case: Case) -> Html:
    """What the review is, how exactly its dates are shown, and what is missing."""
    about, shown = case.about, case.about.disclosure
    published = [pd.NaT if day is None else pd.Timestamp(day) for day in (case.published.earliest, case.published.latest)]
    rows = [
        ("Review", about.review_type),
        ("Report", about.report),
        ("Commissioned by", listed(list(about.commissioned_by))),
        ("Published", span_words(published[0], published[1], shown)),
        ("Scope", scope_words(case.began, case.ended, shown)),
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


def agencies(case: Case, later: bool) -> Html:
    """The agencies in the order of their lanes, with what each contributed."""
    events = counted_events(case, later)
    found = agency_rows(case.agencies, events, case.practice)
    if found.empty:
        return el("section", el("h2", "Agencies"), missing())
    rows = [
        (
            el("span", el("span", row.name), el("span", f" {row.part}", cls="muted") if row.part else "", more(row.note)),
            or_muted(row.sector),
            row.area,
            or_muted(row.says),
            row.events or "–",
            signs(case, row.points),
        )
        for row in found.itertuples(index=False, name="Agency")
    ]
    heads = ("Agency", "Sector", "Area", "Contribution", "Events", "Practice points")
    return el(
        "section",
        el("h2", f"Agencies: {len(found)}, in the order of their lanes"),
        table(heads, rows, "agencies"),
        el("p", _not_listed(case, events), cls="note"),
    )


def _not_listed(case: Case, events: pd.DataFrame) -> str:
    """What the numbers of the agencies leave out, in words."""
    family = int((events["agency"] == "family").sum())
    nil = int(case.agencies["nil_return"].sum())
    hidden = len(case.events) - len(events)
    said = [
        f"{counted(family, 'more event')} {'is' if family == 1 else 'are'} in the family's own lane." if family else "",
        f"{counted(nil, 'agency', 'agencies')} made a nil return: asked, and with no contact to report." if nil else "",
        f"{counted(hidden, 'event')} known only later {'is' if hidden == 1 else 'are'} not counted." if hidden else "",
    ]
    return " ".join(one for one in said if one)


def people(case: Case) -> Html:
    """Family and others, and professionals."""
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
        return missing()
    rows = [
        (
            person.name,
            el("span", or_muted(person.role[:1].upper() + person.role[1:]), more(person.note)),
            names.get(person.agency, person.agency) if agency else life_words(person, case.about.disclosure) or "–",
        )
        for person in people.itertuples()
    ]
    return table(heads, rows)


def phases(case: Case, later: bool) -> Html:
    """The phases with their days; those known only later where `later` is true."""
    shown = case.phases if later else case.phases[~case.phases["hindsight"].astype(bool)]
    hidden = len(case.phases) - len(shown)
    if case.phases.empty:
        return el("section", el("h2", "Phases"), missing())
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
        table(("Phase", "From", "To", "Source"), rows),
        el("p", more, cls="note") if more else "",
    )


def clocks(case: Case) -> Html:
    """What was due; nothing where no clock is entered."""
    if case.clocks.empty:
        return Html("")
    rows = [
        (clock.title, clock.due or "no time set", clock.standard, ", ".join(clock.source)) for clock in case.clocks.itertuples()
    ]
    return el(
        "section",
        el("h2", f"What was due: {len(rows)}"),
        table(("From what to what", "Due in", "By which standard", "Source"), rows),
    )
