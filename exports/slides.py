"""The running order as PowerPoint: native shapes, and on no slide anything later than its step until the room looks back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from charts.palette import BREAK, INK, LABEL, MUTED, RULE, STRIPE
from exports.deck import SIDE, WIDE, add_slide, finished, ground, opened, text
from exports.lane_drawing import lane_drawing
from exports.lane_look import Look
from exports.lane_plan import Frame, Plan, lane_agencies, plan
from exports.room import width
from exports.shapes import Drawing, Line, Shape, Words
from exports.slide_points import later_slides, point_slides
from exports.step_words import (
    ANY_QUESTION,
    PROMPTS,
    caption_words,
    event_notes,
    meta_words,
    point_notes,
    question_notes,
)
from exports.words import Sheet
from loaders import Case
from measures.about import span_words
from measures.each import each
from measures.names import names_of
from measures.running import running_order
from measures.stage import no_later, without_findings
from measures.tunnel import as_known, begun, knowable, visible_shares

HEAD, FIGURE, CAPTION = 51.0, 57.0, 520.0
TITLES = (29.0, 27.0, 25.0, 23.0, 21.0, 18.0)


@dataclass(frozen=True)
class Running:
    """What every slide is made from."""

    case: Case
    sheet: Sheet
    order: pd.DataFrame
    deck: Any
    names: dict[str, str]
    scenes: dict[str, Scene]


def slides_pptx(case: Case, sheet: Sheet, told: Callable[[int, int], None] | None = None) -> bytes:
    """The deck as a file. told: called after each step with how many are done and how many there are."""
    order = running_order(case.episodes, case.events, case.practice)
    running = Running(case, sheet, order, opened(sheet), names_of(case), {})
    for number, step in enumerate(order.itertuples(), 1):
        SLIDES[step.kind](running, step)
        if told:
            told(number, len(order))
    return finished(running.deck)


def head(running: Running, step: Any, more: str = "") -> Drawing:
    """Case and episode at the left, the step at the right, over a thin line."""
    where = f"Episode {step.number} of {step.episodes}: {step.episode_title}" if step.number else ""
    case = running.case.title
    wide = min(width(case, 16, bold=True) * 1.05 + 8, 500)
    steps = f"Step {step.within} of {step.of}{more}" if step.number else ""
    return [
        text("Case", case, (SIDE, 8, wide, HEAD - 10), (16, 14, 12), bold=True, colour=INK, down="ctr", said="The case"),
        text("Episode", where, (SIDE + wide + 14, 8, 764 - wide, HEAD - 10), (16, 14, 12), down="ctr", said="The episode"),
        text(
            "Step",
            steps,
            (WIDE - SIDE - 112, 8, 112, HEAD - 10),
            (16, 14, 12),
            across="r",
            down="ctr",
            said="Step in the episode",
        ),
        Line("Rule", "Line under the head", 0, HEAD, WIDE, HEAD, RULE, 1),
    ]


def _note(running: Running, step: Any) -> None:
    about = running.case.about
    note = about.content_note or "This case has no content note. Say in your own words what will be shown."
    title = text("Content note", note, (107, 130, 700, 330), (43, 38, 34, 30, 26, 22, 18, 14), bold=True, colour=INK)
    rules = "You may look away, leave or come back at any time. Nobody need say why."
    blank = "The B key blanks the screen; B again brings it back."
    box = (890.0, 130.0, 283.0, 80.0)
    drawing = [
        *head(running, step),
        text("Before we begin", "Before we begin", (107, 90, 600, 30), (20,), colour=MUTED),
        Line("Rule", "Line beside the note", 860, 130, 860, 460, RULE, 1),
        text("Care", rules, box, (20, 18), colour=LABEL),
        text("Blank the screen", blank, (890, 225, 283, 60), (20, 18), colour=LABEL),
        text("Source", running.sheet.source, (890, 300, 283, 160), (16, 14, 12), colour=MUTED, said="Source of the case"),
        text("Caution", running.sheet.caution, (107, 590, 1066, 40), (16, 14), colour=MUTED, said="How to read a chronology"),
    ]
    notes = (f"Content: {about.content_note}", f"What is missing: {about.source_note}", running.sheet.caution)
    add_slide(running.deck, running.sheet, title, drawing, notes)


def _question(running: Running, step: Any) -> None:
    episode = running.case.episodes[running.case.episodes["episode_id"] == step.episode_id]
    start = ""
    for one in episode.itertuples():
        start = span_words(one.from_earliest, one.from_latest, running.case.about.disclosure)
    title = text(
        "Question",
        step.question or ANY_QUESTION,
        (107, 130, 1066, 240),
        (46, 42, 38, 34, 30, 26, 22),
        bold=True,
        colour=INK,
    )
    begins = f"{step.episode_title}{f'. From {start}' if start else ''}"
    drawing = [*head(running, step), text("Episode", begins, (107, 88, 1066, 32), (20, 18, 16), colour=MUTED)]
    for number, (top, words) in enumerate(PROMPTS):
        x = 107 + number * 272.0
        drawing.append(Line("Rule", "Line over a prompt", x, 420, x + 250, 420, INK, 2))
        drawing.append(text("Prompt", top, (x, 430, 250, 26), (16,), colour=MUTED, said=f"Prompt: {top}"))
        drawing.append(text("Prompt", words, (x, 458, 250, 100), (20, 18), colour=INK, said=f"Prompt: {words}"))
    add_slide(running.deck, running.sheet, title, drawing, question_notes(step))


@dataclass(frozen=True)
class Scene:
    """An episode's events in running order as any agency could know them, what they passed on, and where they stand."""

    events: tuple[Any, ...]
    shares: pd.DataFrame
    plan: Plan


def scene(running: Running, episode: str) -> Scene:
    """Made once for an episode: its steps show the first of its events, and of each no more than that day could know."""
    if episode not in running.scenes:
        case, order = running.case, running.order
        own = order[(order["episode_id"] == episode) & (order["kind"] == "event")]
        ids = [one for ids in own["event_ids"] for one in ids]
        rows = case.events.set_index("event_id", drop=False).loc[ids].reset_index(drop=True)
        events = known_events(case, rows, own["day"].max())
        dated = rows.loc[rows["earliest"].notna() | rows["latest"].notna(), "event_id"]
        frame = Frame(0, FIGURE, WIDE - 12, CAPTION - FIGURE - 2)
        made = plan(case, no_later(own, rows), lane_agencies(case, rows), frame)
        running.scenes[episode] = Scene(tuple(each(events)), case.shares[case.shares["event_id"].isin(dated)], made)
    return running.scenes[episode]


def known_events(case: Case, rows: pd.DataFrame, day: Any) -> pd.DataFrame:
    """These events as any agency could know them by that day, in the order given; those without a date keep their words, and no finding is named."""
    found = knowable(rows, case.shares, day if pd.notna(day) else pd.Timestamp.min)
    found.loc[found["because"] == "no date", "sight"] = "own"
    return without_findings(as_known(rows, case.facts, found))


def _event(running: Running, step: Any) -> None:
    case, found = running.case, scene(running, step.episode_id)
    events = found.events[: [one.event_id for one in found.events].index(step.event_ids[0]) + 1]
    focus = events[-1]
    until = step.day if pd.notna(step.day) else pd.Timestamp.min
    own = found.shares[found.shares["event_id"].isin([one.event_id for one in events])]
    shares = tuple(each(visible_shares(own, until)))
    stretches = {*begun(case.phases, until)["phase_id"], *begun(case.periods, until)["period_id"]}
    look = Look(events, shares, frozenset(stretches), focus.event_id, step.day)
    wide = WIDE - 2 * SIDE
    title = text("Title", focus.title, (SIDE, CAPTION + 34, wide, 66), TITLES, bold=True, colour=INK)
    meta, said = meta_words(focus, case, running.names), caption_words(focus, shares, running.names)
    caption: Drawing = [
        Line("Rule", "Line over the caption", 0, CAPTION, WIDE, CAPTION, INK, 2.7),
        text("When", meta, (SIDE, CAPTION + 9, wide, 24), (17, 15, 13, 11), colour=MUTED, said="When, where, kind and paragraph"),
        text("On record", said, (SIDE, CAPTION + 102, wide, 50), (20, 18, 16, 14, 12), said="What else is on record of it"),
    ]
    drawing = [*head(running, step), *lane_drawing(found.plan, look), *(caption if said else caption[:2])]
    add_slide(running.deck, running.sheet, title, drawing, event_notes(focus, meta, step.question))


def _looking_back(running: Running, step: Any) -> None:
    case = running.case
    if step.practice_ids:
        points = case.practice[case.practice["practice_id"].isin(step.practice_ids)]
        same = running.order[running.order["episode_id"] == step.episode_id]
        others = case.practice[case.practice["practice_id"].isin([one for ids in same["practice_ids"] for one in ids])]
        notes = tuple(point_notes(points, step.afterwards))
        events = tuple(one for ids in same.loc[same["kind"] == "event", "event_ids"] for one in ids)
        for title, drawing in point_slides(case, points, others, events):
            add_slide(running.deck, running.sheet, title, [*head(running, step), *drawing], notes)
        return
    later = case.events[case.events["event_id"].isin(step.event_ids)]
    for title, drawing in later_slides(case, later):
        notes = (f"Afterwards: {step.afterwards}",) if step.afterwards else ()
        add_slide(running.deck, running.sheet, title, [*head(running, step), *drawing], notes)


def _pause(running: Running, step: Any) -> None:
    title = text(
        "Question", step.question or ANY_QUESTION, (107, 190, 1066, 270), (46, 42, 38, 34, 30, 26, 22), bold=True, colour=INK
    )
    drawing = [
        ground(BREAK),
        *head(running, step),
        text("Pause", "Pause: talk it over", (107, 130, 900, 40), (24,), colour=MUTED),
        Shape(
            "Prompt",
            "Second question of the pause",
            107,
            500,
            1066,
            60,
            words=(Words("What worked? Would it be the same today?", 24, False, LABEL),),
        ),
    ]
    notes = (f"Question: {step.question}" if step.question else "", f"Afterwards: {step.afterwards}" if step.afterwards else "")
    add_slide(running.deck, running.sheet, title, drawing, notes)


def _end(running: Running, step: Any) -> None:
    title = text("End", "The end of the running order", (107, 190, 1066, 60), (43,), bold=True, colour=INK)
    drawing = [
        *head(running, step),
        Shape("Thanks", "Ground of the closing words", 107, 280, 1066, 150, fill=STRIPE),
        text("Caution", running.sheet.caution, (131, 296, 1018, 56), (20, 18), said="How to read a chronology"),
        text("Source", running.sheet.source, (131, 360, 1018, 60), (16, 14, 12), colour=MUTED, said="Source of the case"),
    ]
    add_slide(running.deck, running.sheet, title, drawing, ("Leave time. Say where support is to be found.",))


SLIDES: dict[str, Callable[[Running, Any], None]] = {
    "note": _note,
    "question": _question,
    "event": _event,
    "looking back": _looking_back,
    "pause": _pause,
    "end": _end,
}
