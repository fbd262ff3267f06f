"""What a review found and asked for, and where its source contradicts itself, each a part of a case's page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from loaders import Case
from measures.about import addressed, points_by
from measures.names import full_names
from measures.wording import counted, listed
from panels.about_parts import missing, more, signs, table
from panels.markup import Html, el
from panels.points import NOT_ENTERED


def findings(case: Case) -> Html:
    """The findings with their practice points."""
    points = points_by(case.practice, "findings")
    if case.findings.empty:
        return el("section", el("h2", "Findings"), missing())
    rows = [
        (
            finding.number or "–",
            el(
                "span",
                finding.title,
                el("span", f" ({finding.kind})", cls="muted") if finding.kind != "finding" else "",
                more(finding.detail),
            ),
            signs(case, points.get(finding.finding_id, ())),
            ", ".join(finding.source),
        )
        for finding in case.findings.itertuples()
    ]
    return el("section", el("h2", f"Findings: {len(rows)}"), table(("No", "Finding", "Points", "Source"), rows, "findings"))


def recommendations(case: Case) -> Html:
    """The recommendations by whom they are addressed to."""
    title = "Recommendations by addressee"
    if case.recommendations.empty:
        words = NOT_ENTERED if case.findings.empty else "This review makes no recommendations. Each finding ends in questions."
        return el("section", el("h2", title), missing(words))
    names = full_names(case)
    made = {one.recommendation_id: one for one in case.recommendations.itertuples()}
    points = points_by(case.practice, "recommendations")
    pairs = addressed(case.recommendations, names)
    parts = []
    for to in dict.fromkeys(pairs["to"]):
        ids = pairs.loc[pairs["to"] == to, "recommendation_id"]
        rows = [_recommendation(case, names, to, made[one], points) for one in ids]
        parts += [el("h3", f"{to}: {len(rows)}"), table(("No", "What is asked", "Points", "Source"), rows, "findings")]
    more = len(pairs) - len(made)
    note = (
        f"{counted(more, 'entry', 'entries')} {'repeats' if more == 1 else 'repeat'} a recommendation made to more than one."
        if more
        else ""
    )
    return el("section", el("h2", f"{title}: {len(made)}"), el("p", note, cls="note") if note else "", *parts)


def _recommendation(case: Case, names: dict[str, str], to: str, one: Any, points: dict[str, tuple[str, ...]]) -> tuple[Any, ...]:
    by = made_by(one, names)
    made = "its own" if by == to else f"made by {by}"
    said = "; ".join(part for part in (made if by else "", one.by_when) if part)
    muted = el("span", f" ({said})", cls="muted") if said else ""
    words = el("span", one.title, muted, more(one.detail))
    return one.number or "–", words, signs(case, points.get(one.recommendation_id, ())), ", ".join(one.source)


def made_by(recommendation: Any, names: Mapping[str, str]) -> str:
    """Who made a recommendation, in words; blank where it was the review's own panel."""
    return listed([str(names.get(who, who)) for who in recommendation.made_by if who != "panel"])


def discrepancies(case: Case) -> Html:
    """Every reading of what the source says twice and differently."""
    if case.discrepancies.empty:
        return el("section", el("h2", "Where the source contradicts itself"), missing())
    rows = [
        (
            el("span", one.title, more(one.detail)),
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
        table(("About", "What it says"), rows),
    )
