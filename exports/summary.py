"""A case on one page of A4, as Word: what it is, who is in it, in which numbers, what was found, and how not to read it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd
from docx.shared import Pt

from charts.palette import INK, LABEL, MUTED
from exports.room import height, plain
from exports.word import HIGH, INSIDE, MARGIN, Said, finished, heading, opened, paragraph, table
from exports.words import Sheet
from loaders import Case
from measures.about import SHOWN, agency_rows, how_dated, scope_words, span_words
from measures.each import each
from measures.names import short_names
from measures.points import kinds_in_words
from measures.wording import counted, listed

MOST_PARAGRAPHS = 4
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5)
ROOM = HIGH - 2 * MARGIN - 26
HOW_NOT = (
    "Few entries of an agency do not mean that little was done: a review prints a selection.",
    "A practice point is the review's judgement with hindsight, unless it says that it is inferred; points are not a score.",
    "The days between two entries are days without an entry, not days without help.",
    "Numbers of two cases cannot be compared: scope, sources and detail differ.",
)
QUESTIONS = "Questions by episode"
NUMBERED = (QUESTIONS, "Findings", "How not to read this")
Part = tuple[str, list[str]]


def summary_docx(case: Case, sheet: Sheet) -> bytes:
    """The page: in the largest letters at which everything fits it, and the longest lists cut with a count where nothing else helps."""
    parts = _parts(case)
    size, parts = _fitting(case, parts)
    page = opened(sheet, f"{case.title}: summary")
    page.styles["Normal"].paragraph_format.space_after = 0
    paragraph(page, Said("Summary of the case on one page", colour=LABEL, size=9), after=0)
    heading(page, case.title, 1).paragraph_format.space_before = 0
    if case.about.summary:
        paragraph(page, Said(case.about.summary, size=size + 0.5), after=3)
    for title, lines in parts:
        line = heading(page, title, 3)
        line.paragraph_format.space_before, line.paragraph_format.space_after = Pt(5), Pt(1)
        _lines(page, title, lines, size)
    return finished(page)


def _lines(page: Any, title: str, lines: list[str], size: float) -> None:
    """Lines in one column, or short ones in two."""
    if len(lines) > 3 and max(map(len, lines)) < 110:
        half = -(-len(lines) // 2)
        left, right = lines[:half], [*lines[half:], *[""] * (2 * half - len(lines))]
        rows = [((Said(a, size=size),), (Said(b, size=size),)) for a, b in zip(left, right, strict=True)]
        table(page, (INSIDE / 2, INSIDE / 2), rows, head=False, tight=True)
        return
    for one in lines:
        label, found, rest = one.partition(": ")
        if found and len(label) < 60 and title not in NUMBERED:
            paragraph(page, Said(f"{label}: ", size=size, colour=MUTED), Said(rest, size=size), after=0)
        else:
            paragraph(page, Said(one, size=size, colour=INK), after=0)


def _fitting(case: Case, parts: list[Part]) -> tuple[float, list[Part]]:
    """The largest size at which the page holds all parts; else the least, with the longest list shortened and counted."""
    for size in SIZES:
        if _high(case, parts, size) <= ROOM:
            return size, parts
    size, kept = SIZES[-1], [(title, list(lines)) for title, lines in parts]
    cuts: dict[str, int] = {}
    while _high(case, kept, size) > ROOM - 12 * len(cuts):
        title, lines = max(kept, key=lambda part: len(part[1]) if part not in (kept[0], kept[-1]) else 0)
        if len(lines) < 3:
            break
        lines.pop()
        cuts[title] = cuts.get(title, 0) + 1
    for title, lines in kept:
        if title in cuts:
            lines.append(f"… and {cuts[title]} more in the case file")
    return size, kept


def _high(case: Case, parts: list[Part], size: float) -> float:
    """About how high the page stands in px: the words are measured, a paragraph stands 1.15 lines high."""
    px = size / 0.75
    total = 60 + height(case.about.summary, px + 1, INSIDE * 0.97) * 1.12
    for _, lines in parts:
        total += 27
        two = len(lines) > 3 and max(map(len, lines)) < 110
        if two:
            half = -(-len(lines) // 2)
            pairs = zip(lines[:half], [*lines[half:], ""], strict=False)
            total += sum(max(height(one, px, INSIDE * 0.47) for one in pair) * 1.06 for pair in pairs) + 8
        else:
            total += sum(height(one, px, INSIDE * 0.97) * 1.06 for one in lines)
    return total


def _parts(case: Case) -> list[Part]:
    found = [
        ("The review", list(_review(case))),
        ("Agencies by what they gave the review (with their number of events)", list(_agencies(case))),
        ("In numbers", list(_numbers(case))),
        ("Phases", list(_phases(case))),
        (QUESTIONS, list(_questions(case))),
        ("Findings", list(_findings(case))),
        ("How not to read this", list(HOW_NOT)),
    ]
    return [(title, lines) for title, lines in found if lines]


def _review(case: Case) -> Iterator[str]:
    about, shown = case.about, case.about.disclosure
    published = [pd.NaT if day is None else pd.Timestamp(day) for day in (case.published.earliest, case.published.latest)]
    named = [
        about.report or about.review_type,
        listed(list(about.commissioned_by)),
        span_words(published[0], published[1], shown),
    ]
    yield f"Source: {', '.join(one for one in named if one) or 'not entered'}"
    yield f"Scope: {scope_words(case.began, case.ended, shown) or 'not entered'}"
    yield f"Dates: {SHOWN[shown]}. {how_dated(case.events)}."
    if about.content_note:
        yield f"Content: {about.content_note}"
    if about.source_note:
        yield f"What is missing: {about.source_note}"


def _agencies(case: Case) -> Iterator[str]:
    """One line per kind of contribution: which agencies gave it, each with its number of events."""
    short = short_names(case)
    groups: dict[str, list[str]] = {}
    for row in each(agency_rows(case.agencies, _known(case), case.practice)):
        count = f" ({row.events})" if row.events else ""
        groups.setdefault(row.says or "Contribution not entered", []).append(f"{short[row.agency_id]}{count}")
    for says, names in sorted(groups.items(), key=lambda one: one[0] == "Contribution not entered"):
        yield f"{says}: {', '.join(names)}"


def _known(case: Case) -> pd.DataFrame:
    return case.events[~case.events["hindsight"].astype(bool)]


def _numbers(case: Case) -> Iterator[str]:
    """Counts, each with what it is a count of."""
    known = _known(case)
    acting = known.loc[known["agency"] != "family", "agency"].nunique()
    family, later = int((known["agency"] == "family").sum()), len(case.events) - len(known)
    agencies = len(case.agencies[case.agencies["agency_id"] != "family"])
    yield f"{counted(len(case.events), 'event')} are entered; {family} in the family's own lane and {later} known only later."
    nil = int(case.agencies["nil_return"].sum())
    nils = f" {nil} of {agencies} made a nil return." if nil else ""
    yield f"{acting} of {counted(agencies, 'agency', 'agencies')} act in at least one event.{nils}"
    stated = int((case.practice["basis"] == "stated").sum())
    points = counted(len(case.practice), "practice point")
    yield f"{points}: {kinds_in_words(case.practice)}; {stated} of {len(case.practice)} are stated by the review."
    reached = int(case.shares["outcome"].isin(["received", "late"]).sum())
    if len(case.shares):
        yield f"{reached} of {len(case.shares)} times that information was or should have been passed on, it is said to have arrived."


def _phases(case: Case) -> Iterator[str]:
    exact = case.about.disclosure
    for phase in each(case.phases[~case.phases["hindsight"].astype(bool)]):
        first = span_words(phase.from_earliest, phase.from_latest, exact, phase.from_word)
        last = span_words(phase.to_earliest, phase.to_latest, exact, phase.to_word)
        days = " to ".join(dict.fromkeys(one for one in (first, last) if one))
        yield f"{phase.title}{f' ({days})' if days else ''}"


def _questions(case: Case) -> Iterator[str]:
    for number, episode in enumerate(each(case.episodes), 1):
        yield f"{number}. {plain(episode.title)}{f': {episode.question}' if episode.question else ''}"


def _findings(case: Case) -> Iterator[str]:
    for place, finding in enumerate(each(case.findings), 1):
        more = f" and {len(finding.source) - MOST_PARAGRAPHS} more" if len(finding.source) > MOST_PARAGRAPHS + 1 else ""
        named = finding.source[:MOST_PARAGRAPHS] if more else finding.source
        source = f" ({', '.join(named)}{more})" if finding.source else ""
        yield f"{finding.number or place}. {finding.title}{source}"
