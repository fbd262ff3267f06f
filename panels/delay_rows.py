"""The tables of the page Delay: groups, intervals, clocks and people, as plain rows for screen and export."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd

from loaders import Case
from measures.clocks import taken_cell
from measures.delays import WHATS, range_words
from measures.last_seen import stretch_words
from measures.names import names_of
from measures.wording import window
from panels.delay import BY, Chosen, WorkedOut
from panels.to_event import places

ANSWERS = ("within", "outside", "cannot tell", "never", "measured")


def group_table(chosen: Chosen) -> pd.DataFrame:
    """One row per group of the figure, in its order."""
    names = {
        "name": BY[chosen.by],
        "entered": "Entered",
        "told": "Days told",
        "least": "Median, at least",
        "most": "Median, at most",
    }
    return chosen.groups[[*names, "longest"]].rename(columns={**names, "longest": "Longest"})


def interval_table(cases: Mapping[str, Case], found: pd.DataFrame) -> pd.DataFrame:
    """One row per interval: case, from whom to whom, what began and ended it, when, and its days."""
    heads = [
        "Case",
        "Measure",
        "From",
        "To",
        "What began it",
        "When",
        "What ended it",
        "When it ended",
        "At least days",
        "At most days",
        "Sectors",
    ]
    return pd.DataFrame([_interval(cases[one.case_id], one) for one in found.itertuples()], columns=heads)


def _interval(case: Case, one: Any) -> tuple[Any, ...]:
    names, disclosure = names_of(case), case.about.disclosure
    ends = (
        window(one.from_earliest, one.from_latest, disclosure, short=True),
        window(one.to_earliest, one.to_latest, disclosure, short=True) if one.to_event else "",
    )
    sectors = f"{one.from_sector or 'none named'} to {one.to_sector or 'none named'}"
    ended = one.answer or "no answer is entered"
    who = names.get(one.from_agency, one.from_agency), names.get(one.to_agency, one.to_agency)
    return (case.title, WHATS[one.what], *who, one.title, ends[0], ended, ends[1], one.least, one.most, sectors)


def clock_table(cases: Mapping[str, Case], clocks: pd.DataFrame) -> pd.DataFrame:
    """One row per clock of the cases: what was due, when it came, and the answer."""
    heads = ["Case", "What", "Started", "Due", "Done", "Taken", "Answer", "Standard", "Source"]
    return pd.DataFrame([_clock(cases[one.case_id], one) for one in clocks.itertuples()], columns=heads)


def _clock(case: Case, one: Any) -> tuple[str, ...]:
    disclosure = case.about.disclosure
    start, due, done = (
        window(getattr(one, f"{name}_earliest"), getattr(one, f"{name}_latest"), disclosure, short=True)
        for name in ("start", "due", "done")
    )
    limit = f"{due} ({one.due})" if pd.notna(one.due_earliest) and one.due[:1].isdigit() and "-" not in one.due else due
    limit = limit if pd.notna(one.due_earliest) else one.due or "no limit named"
    came = "never" if one.answer == "never" else (done if one.met_event else "not stated")
    taken = taken_cell(one.least, one.most, one.unit, disclosure)
    answer = "only measured" if one.answer == "measured" else one.answer
    return case.title, one.title, start, limit, came, taken, answer, one.standard or "none named", places(one.source)


def answer_table(cases: Mapping[str, Case], clocks: pd.DataFrame) -> pd.DataFrame:
    """One row per case with a clock, and one for all: clocks, and how many of each answer."""
    counts = pd.crosstab(clocks["case_id"], clocks["answer"]).reindex(columns=list(ANSWERS), fill_value=0)
    rows = [(cases[one].title, int(counts.loc[one].sum()), *map(int, counts.loc[one])) for one in cases if one in counts.index]
    rows.append((f"All {len(rows)} with a clock", int(counts.to_numpy().sum()), *map(int, counts.sum())))
    return pd.DataFrame(rows, columns=["Case", "Clocks", "Within", "Outside", "Cannot tell", "Never", "Only measured"])


def staff_table(cases: Mapping[str, Case], worked: WorkedOut) -> pd.DataFrame:
    """One row per agency with professionals of its own: how many, who is named after whom, and the longest named."""
    rows = []
    for one in worked.staff.itertuples():
        case = cases[one.case_id]
        longest = f"{one.longest}: {_named(one.longest_least, one.longest_most)}" if one.longest else "not known"
        pairs = one.in_turn, one.together, one.cannot_tell
        rows.append((case.title, names_of(case)[one.agency], one.sector.capitalize(), one.people, one.dated, *pairs, longest))
    heads = [
        "Case",
        "Agency",
        "Sector",
        "Professionals",
        "With a date",
        "Named in turn",
        "Named together",
        "Cannot tell",
        "Named longest",
    ]
    return pd.DataFrame(rows, columns=heads)


def work_table(cases: Mapping[str, Case], work: pd.DataFrame) -> pd.DataFrame:
    """One row per professional: agency, role, events that name them, and between which days."""
    rows = []
    for one in work.itertuples():
        case = cases[one.case_id]
        ends = [
            window(*days, case.about.disclosure, short=True) if pd.notna(days[0]) else "no date"
            for days in ((one.first_earliest, one.first_latest), (one.last_earliest, one.last_latest))
        ]
        rows.append((case.title, names_of(case).get(one.agency, one.agency), one.name, one.role, one.events, one.undated, *ends,
                     _named(one.least_days, one.most_days)))  # fmt: skip
    heads = [
        "Case",
        "Agency",
        "Name",
        "Role",
        "Events that name them",
        "Without a date",
        "First named",
        "Last named",
        "Named between",
    ]
    return pd.DataFrame(rows, columns=heads)


def _named(least: float, most: float) -> str:
    if pd.isna(least) or pd.isna(most):
        return "not known"
    if most == 0:
        return "one event only"
    return stretch_words(least, most) if least else range_words(least, most)
