"""What the file says of a share and of a practice point, in words as every page says it."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.palette import PRACTICE
from loaders import Case
from measures.citing import cite
from measures.names import short_names
from measures.wording import days, window
from panels.markup import Html, el


def share_words(case: Case, share: Any) -> str:
    """A share in words: to whom, how it went, when it came, and which facts went."""
    facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
    names = short_names(case)
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


def badge(point: Any) -> Html:
    """The number of a practice point as it is cited everywhere."""
    letter = PRACTICE[point.kind][0]
    return el("span", cite(point.kind, point.number), cls=f"badge {letter}{' inferred' if point.basis == 'inferred' else ''}")


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
