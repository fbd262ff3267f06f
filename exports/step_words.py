"""The words of a step: what an event's caption says, and what the notes give the facilitator."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from charts.palette import KINDS
from loaders import Case
from measures.citing import cite
from measures.points import basis_words
from measures.wording import listed, window

PROMPTS = (
    ("The family", "What was an ordinary day like for them?"),
    ("What was known", "What did your service know? Who else held something?"),
    ("What was expected", "What did you think would happen next?"),
    ("What was pulling", "What else was asking for you in that week?"),
)
NOT_SAID = "The review does not say"
ANY_QUESTION = "What was happening, and what could each of us know of it?"


def when_words(event: Any, disclosure: str, *, quoted: bool = False) -> str:
    """When; quoted: the source's words first, which may tell what is still ahead, and what they stand for where they are not the same."""
    days = window(event.earliest, event.latest, disclosure) + (", about" if event.approximate else "")
    said = str(event.date_text) if quoted else ""
    if not said or said.casefold() == days.casefold():
        return days[:1].upper() + days[1:]
    return f"“{said}” ({days})"


def meta_words(event: Any, case: Case, names: Mapping[str, str]) -> str:
    """'12 June 2015 · County Police · Contact · paragraph 3.5.6'."""
    time = f", {event.time}" if event.time else ""
    source = f"paragraph {', '.join(event.source)}" if event.source else ""
    parts = (f"{when_words(event, case.about.disclosure)}{time}", names[event.agency], KINDS[event.kind].word, source)
    return "  ·  ".join(one for one in parts if one)


def caption_words(event: Any, shares: Iterable[Any], names: Mapping[str, str]) -> str:
    """What else is on record of the event that day: who acted, who was seen, to whom it was passed on, and how it ended."""

    def called(ids: tuple[str, ...]) -> str:
        return listed([str(names.get(one, one)) for one in dict.fromkeys(ids)])

    own = [one for one in shares if one.event_id == event.event_id]
    told = called(tuple(one.agency for one in own if one.outcome != "unclear"))
    sent = called(tuple(one.agency for one in own if one.outcome == "unclear"))
    parts = (
        f"By {called(event.by)}" if event.by else "",
        f"Seen in person: {called((*event.seen, *event.seen_alone))}" if event.seen or event.seen_alone else "",
        f"Also present: {called(event.present)}" if event.present else "",
        f"Outcome: {event.outcome}" if event.outcome else "",
        f"How often: {event.times}" if event.times else "",
        f"Passed on to {told}" if told else "",
        f"Sent to {sent}" if sent else "",
        f"According to {called(event.according_to)}" if event.according_to else "",
        "Contested" if event.disputed else "",
        "Arranged; not known to have happened" if event.planned else "",
    )
    return ". ".join(one for one in parts if one) + ("." if any(parts) else "")


def event_notes(event: Any, meta: str, question: str) -> Iterator[str]:
    yield meta
    yield str(event.title)
    if question:
        yield f"The question of this episode: {question}"


def question_notes(step: Any) -> Iterator[str]:
    yield f"Question: {step.question or 'none is given for this episode'}"
    if step.notes:
        yield f"For the facilitator: {step.notes}"
    yield "Ask also:"
    yield from (f"{head}: {words}" for head, words in PROMPTS)


def point_notes(points: pd.DataFrame, afterwards: str) -> Iterator[str]:
    for point in points.itertuples():
        yield f"{point.kind.capitalize()} {cite(point.kind, point.number)}: {point.title}"
        yield from (f"{head}: {words or NOT_SAID}" for head, words in rows_of(point))
        yield basis_line(point)
    if afterwards:
        yield f"Afterwards: {afterwards}"


def rows_of(point: Any) -> tuple[tuple[str, str], ...]:
    """The four rows of a practice point, heading and words."""
    why = "What made it possible" if point.kind == "good practice" else "Why it made sense"
    return (
        ("Expected", point.expected),
        ("Happened", point.happened),
        ("Known then", point.known_then),
        (why, point.why),
    )


def basis_line(point: Any) -> str:
    """Whose judgement it is, in whose words, and where it stands."""
    mark = "Filled" if point.basis == "stated" else "Hollow"
    words = f", “{point.words}”" if point.words else ""
    source = f" (paragraph {', '.join(point.source)})" if point.source else ""
    return f"{mark} mark: {basis_words(point.basis, point.judged_by)}{words}{source}."
