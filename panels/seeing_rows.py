"""The tables of Silence and sight as plain rows, on the screen and to take along."""

from __future__ import annotations

from typing import Any

import pandas as pd

from loaders import Case
from loaders.values import DUE
from measures.attempts import attempt_groups, times_words
from measures.clocks import taken_cell
from measures.last_seen import before_words, stretch_words
from measures.names import names_of
from measures.wording import counted, listed, window
from panels.seeing import Seeing
from panels.to_event import places

LAST = ["Agency", "Last seen", "Before day 0", "Seen in person", "Alone", "Source"]
CLOCKS = ["What", "Started", "Due", "Done", "Taken", "Answer", "Standard", "Source"]


def mark_rows(case: Case, marks: pd.DataFrame) -> pd.DataFrame:
    names = names_of(case)
    rows = [
        (names[one.agency], window(one.earliest, one.latest, case.about.disclosure, short=True), one.date_text, one.kind.capitalize(), one.title,
         "Yes" if one.alone else "not recorded", places(one.source))
        for one in marks.itertuples()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["Agency", "When", "In the source's words", "Kind", "What happened", "Alone", "Source"])


def bar_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    names = names_of(case) | {"": "Any professional"}
    by_id = {one.event_id: one for one in seeing.marks.itertuples()}
    rows = [
        (names[one.agency], int(one.least_days), int(one.most_days), by_id[one.after].title, by_id[one.before].title)
        for one in seeing.bars.itertuples()
    ]
    return pd.DataFrame(rows, columns=["Time between, by", "At least days", "At most days", "From", "To"])


def taken_tables(case: Case, seeing: Seeing) -> dict[str, pd.DataFrame]:
    """The tables of the page as plain rows; of a case whose dates are too few, only those that measure nothing."""
    tables = {"contacts" if seeing.any_contact else "sightings": mark_rows(case, seeing.marks)}
    if not seeing.refused and seeing.marks["dated"].any():
        tables["time-between"] = bar_rows(case, seeing)
    if not seeing.refused:
        tables |= {"last-seen": last_rows(case, seeing), "longest-gaps": gap_rows(case, seeing)}
    return tables | {"attempts": attempt_rows(case, seeing), "due": due_rows(case, seeing)}


def last_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per agency of the table of last sights: those that saw the person, then those in touch that never did."""
    return pd.DataFrame([row for row, *_ in last_texts(case, seeing)], columns=LAST)


def gap_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per agency: its longest time between two recorded events, in days and words."""
    by_id, names = {one.event_id: one for one in seeing.events.itertuples()}, names_of(case)
    rows = []
    for row in seeing.gaps.itertuples():
        ends = [f"{end(case, by_id[one])}: {by_id[one].title}" for one in (row.after, row.before)]
        most = max(row.least_days, row.most_days)
        rows.append((names[row.agency], stretch_words(row.least_days, most), *ends, int(row.others)))
    return pd.DataFrame(rows, columns=["Agency", "Time between", "From", "To", "Events of other agencies, surely within"])


def attempt_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per line of attempts, by what is said of why."""
    names, found = names_of(case), seeing.tried
    rows = [
        (
            group.group,
            names[one.agency],
            window(one.earliest, one.latest, case.about.disclosure, short=True),
            one.title,
            times_words(one.times) if one.times else "",
        )
        for group in attempt_groups(found).itertuples()
        for one in found[found["group"] == group.group].itertuples()
    ]
    return pd.DataFrame(rows, columns=["What is said of why", "Agency", "When", "What was tried", "How often"])


def due_rows(case: Case, seeing: Seeing) -> pd.DataFrame:
    """One row per clock: what was due, when it came, and whether that was in time."""
    return pd.DataFrame([(row.title, *clock_words(case, row)) for row in seeing.clocks.itertuples()], columns=CLOCKS)


def last_texts(case: Case, seeing: Seeing) -> list[tuple[tuple[str, ...], str, str, str]]:
    """The rows of the table of last sights as texts, each with the words before its event, the event's title, and its id."""
    names, disclosure = names_of(case), case.about.disclosure
    rows: list[tuple[tuple[str, ...], str, str, str]] = []
    for row in seeing.last.itertuples():
        when = window(row.earliest, row.latest, disclosure, short=True)
        more = f", and {row.undated} more without a date" if row.undated and pd.notna(row.earliest) else ""
        alone = "Yes" if row.alone else "not recorded"
        before = before_words(row.least_before, row.most_before)
        texts = (names[row.agency], f"{when}{more}", before, row.title, alone, places(row.source))
        rows.append((texts, "", row.title, row.event_id))
    for row in seeing.never.itertuples():
        touch = [counted(row.contacts, "contact or meeting", "contacts and meetings")] if row.contacts else []
        tried = [counted(row.attempts, "line of attempts", "lines of attempts")] if row.attempts else []
        start = f"{listed([*touch, *tried])}; the last: "
        texts = (names[row.agency], "never, in what is entered", "", f"{start}{row.title}", "", places(row.source))
        rows.append((texts, start, row.title, row.event_id))
    return rows


def clock_words(case: Case, row: Any) -> tuple[str, ...]:
    """A clock's cells after its title."""
    due = when(case, row, "due") if pd.notna(row.due_earliest) else row.due
    due = f"{due} ({row.due})" if pd.notna(row.due_earliest) and DUE.match(row.due) else due
    done = "never" if row.answer == "never" else (when(case, row, "done") if row.met_event else "not stated")
    taken = taken_cell(row.least, row.most, row.unit, case.about.disclosure)
    answer = "only measured" if row.answer == "measured" else row.answer
    limit, standard = due or "no limit named", row.standard or "none named"
    return when(case, row, "start"), limit, done, taken, answer, standard, places(row.source)


def when(case: Case, row: Any, name: str) -> str:
    return window(getattr(row, f"{name}_earliest"), getattr(row, f"{name}_latest"), case.about.disclosure, short=True)


def end(case: Case, event: Any) -> str:
    return window(event.earliest, event.latest, case.about.disclosure, short=True)
