"""A Word handout for an episode: one to hand out before the room talks, without points or hindsight, and one for after."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import pandas as pd

from charts.palette import INK, KINDS, LABEL, MUTED, PRACTICE
from exports.lane_drawing import lane_drawing, lanes_height
from exports.lane_look import Look
from exports.lane_plan import Frame, lane_agencies, plan
from exports.shapes import Drawing
from exports.step_words import ANY_QUESTION, NOT_SAID, basis_line, rows_of, when_words
from exports.word import INSIDE, Said, finished, heading, opened, paragraph, right_tab, run, table, writing_lines
from exports.word_shapes import add_drawing
from exports.words import Sheet
from loaders import Case
from measures.citing import cite
from measures.each import each
from measures.lanes import marked_at
from measures.names import short_names
from measures.running import running_order
from measures.stage import without_findings
from measures.tunnel import as_known, knowable, visible_shares
from measures.wording import counted, window

QUESTIONS = (
    "What was an ordinary day like for the family in this time?",
    "What did your service know, and who else held something?",
    "What did you expect to happen next? What was pulling on you?",
    "What worked? Would it be the same today?",
)
COLUMNS = (26.0, 166.0, 100.0, 78.0, 232.0, 88.0)
HATCHED = "A hatched bar: the day is not known, only the days it lies between. "
LATER = "What became known later, and what the review made of it, is on the sheet for after the discussion."


def handouts(case: Case, sheet: Sheet, told: Callable[[int, int], None] | None = None) -> dict[str, bytes]:
    """Both handouts of every episode, by file name; told: called with how many episodes are done, and how many there are."""
    order = running_order(case.episodes, case.events, case.practice)
    episodes = order[order["kind"] == "question"]
    found = {}
    for number, step in enumerate(each(episodes), 1):
        for after in (False, True):
            name = f"episode-{step.number:02}-{'after' if after else 'before'}"
            found[sheet.name(name, "docx")] = handout_docx(case, sheet, order, step, after=after)
        if told:
            told(number, len(episodes))
    return found


def zipped(files: dict[str, bytes]) -> bytes:
    """The files in one."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as box:
        for name, file in files.items():
            box.writestr(name, file)
    return made.getvalue()


def handout_docx(case: Case, sheet: Sheet, order: pd.DataFrame, step: Any, *, after: bool) -> bytes:
    """One handout. step: the question step of the episode in the running order; after: with points and what was known later."""
    own = order[order["episode_id"] == step.episode_id]
    ids = [one for ids in own.loc[own["kind"] == "event", "event_ids"] for one in ids]
    later = [one for ids in own.loc[own["kind"] == "looking back", "event_ids"] for one in ids] if after else []
    points = case.practice[case.practice["practice_id"].isin([one for ids in own["practice_ids"] for one in ids])]
    rows = case.events.set_index("event_id", drop=False).loc[[*ids, *later]].reset_index(drop=True)
    rows = rows if after else _known(case, rows, own["day"].max())
    page = opened(sheet, f"{case.title}: {step.episode_title}")
    _head(page, case, step, rows, after=after)
    if len(rows):
        _lanes(page, case, rows, points if after else points.iloc[:0], own["day"].max(), after=after)
        _events(page, case, rows, after=after)
    note = "" if after else LATER
    hatched = HATCHED if (rows["dating"] == "blurred").any() else ""
    paragraph(page, Said(hatched + note, colour=MUTED, size=9), after=6)
    if after:
        _points(page, points, step)
    for question in QUESTIONS[3:] if after else QUESTIONS:
        heading(page, question, 3)
        writing_lines(page, 4 if after else 3)
    return finished(page)


def _known(case: Case, rows: pd.DataFrame, day: Any) -> pd.DataFrame:
    found = knowable(rows, case.shares, day if pd.notna(day) else pd.Timestamp.min)
    found.loc[found["because"] == "no date", "sight"] = "own"
    return without_findings(as_known(rows, case.facts, found))


def _head(page: Any, case: Case, step: Any, rows: pd.DataFrame, *, after: bool) -> None:
    said = (
        f"{case.title}  ·  Episode {step.number} of {step.episodes}  ·  handout {'after' if after else 'before'} the discussion"
    )
    line = paragraph(page, Said(said, colour=LABEL, size=10), after=2)
    first, last = rows["earliest"].min(), rows["latest"].max()
    if pd.notna(first) and pd.notna(last):
        right_tab(line)
        run(line, Said(window(first, last, case.about.disclosure), colour=LABEL, size=10), before="\t")
    heading(page, step.episode_title, 1).paragraph_format.space_before = 0
    paragraph(page, Said(step.question or ANY_QUESTION, size=13, colour=INK), after=8)


def _lanes(page: Any, case: Case, rows: pd.DataFrame, points: pd.DataFrame, day: Any, *, after: bool) -> None:
    """The episode's lanes with a number at every event, as native shapes."""
    agencies = lane_agencies(case, rows, 6)
    high = 60.0 * len(agencies) + 30
    made = plan(case, rows, agencies, Frame(0, 0, INSIDE - 4, high, gutter=150, mark=14, most_lane=36, row=19, stretches=False))
    shares = case.shares[case.shares["event_id"].isin(rows["event_id"])]
    shares = shares if after else visible_shares(shares, day if pd.notna(day) else pd.Timestamp.min)
    by_id = {one.practice_id: one for one in each(points)}
    badges = {event: tuple(by_id[one] for one in ids) for event, ids in marked_at(rows, points).items()}
    numbers = {event: number for number, event in enumerate(rows["event_id"], 1)}
    look = Look(tuple(each(rows)), tuple(each(shares)), points=badges, numbers=numbers, labels=False)
    drawing: Drawing = lane_drawing(made, look)
    said = (
        f"Lanes of {counted(len(rows), 'event')} in {counted(len(agencies), 'lane')}; the numbers are those of the table below."
    )
    add_drawing(page, drawing, said, INSIDE - 4, lanes_height(made))


def _events(page: Any, case: Case, rows: pd.DataFrame, *, after: bool) -> None:
    """The events by number. The source's words for a date may tell what is still ahead: they are left for the sheet for after."""
    names = short_names(case)
    heads = tuple((Said(one, bold=True),) for one in ("", "When", "Agency", "Kind", "What happened", "Source"))
    lines = [heads]
    for number, event in enumerate(each(rows), 1):
        later = bool(event.hindsight)
        cells = (
            str(number),
            when_words(event, case.about.disclosure, quoted=after),
            names[event.agency],
            KINDS[event.kind].word,
            event.title + (" (known only later)" if later else ""),
            ", ".join(event.source),
        )
        lines.append(tuple((Said(one, bold=place == 0, italic=later),) for place, one in enumerate(cells)))
    table(page, COLUMNS, lines)


def _points(page: Any, points: pd.DataFrame, step: Any) -> None:
    """Missed opportunities and good practice alike: four rows and whose judgement it is."""
    heading(page, "Looking back")
    if points.empty:
        paragraph(page, Said("No practice point is recorded in this episode.", colour=MUTED))
    for point in each(points):
        colour = PRACTICE[point.kind][1]
        cited = f"{PRACTICE[point.kind][3]} {cite(point.kind, point.number)}: "
        paragraph(page, Said(cited, bold=True, colour=colour, size=11), Said(point.title, bold=True, size=11), keep=True, after=2)
        rows = [((Said(label, colour=MUTED),), (Said(words or NOT_SAID),)) for label, words in rows_of(point)]
        table(
            page,
            (130.0, INSIDE - 130),
            [*rows, ((Said("Basis", colour=MUTED),), (Said(basis_line(point), colour=LABEL),))],
            head=False,
        )
    if step.afterwards:
        paragraph(page, Said("Afterwards: ", bold=True, size=10.5), Said(step.afterwards, size=10.5), after=6)
