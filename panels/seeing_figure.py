"""The figure of who saw a person and when: what it draws and what it says in a sentence."""

from __future__ import annotations

from typing import Any

import pandas as pd

from charts.sight import sight_figure
from charts.sight_sheet import Zero, sheet
from loaders import Case
from measures.last_seen import finding, mark_words
from measures.names import names_of
from measures.wording import window
from panels.entry import Entered
from panels.seeing import WIDENED, Seeing, widened
from panels.seeing_rows import when


def drawn(entered: Entered, seeing: Seeing, width: float) -> dict[str, Any]:
    """The figure of the dated marks, `width` px wide."""
    case, view = entered.case, entered.view
    disclosure, names = case.about.disclosure, names_of(case)
    dated = seeing.marks[seeing.marks["dated"]].copy()
    ends = [*dated["earliest"], *dated["latest"], *([seeing.zero.earliest, seeing.zero.latest] if seeing.zero else [])]
    year = min(ends).year if min(ends).year == max(ends).year else None
    dated["words"] = [mark_words(one, disclosure, year) for one in dated.itertuples()]
    bars = seeing.bars.assign(says=[_bar_says(case, seeing, one) for one in seeing.bars.itertuples()])
    lanes = {"": "Between contacts, any professional" if seeing.any_contact else "Between sightings, any professional"}
    undated = seeing.marks[~seeing.marks["dated"]]["agency"].value_counts().to_dict()
    zero = Zero(seeing.zero.earliest, seeing.zero.latest, "Day 0") if seeing.zero else None
    laid = sheet(dated, bars, names | lanes, width, zero, relative=disclosure == "relative")
    return sight_figure(laid, bars, _due(entered, seeing, dated), zero, view.event, undated)


def finding_of(case: Case, seeing: Seeing) -> str:
    """What the figure shows in a sentence."""
    what = "contact" if seeing.any_contact else "sight"
    return finding(seeing.name, seeing.bars, seeing.marks, case.about.disclosure, what)


def cautions(seeing: Seeing, disclosure: str) -> str:
    said = []
    none = int((~seeing.marks["dated"]).sum())
    if none:
        what = "such event has" if none == 1 else "such events have"
        said.append(f" {none} more {what} no usable date and may lie anywhere between.")
    if disclosure in WIDENED:
        said.append(f" {widened(disclosure)}")
    return "".join(said)


def _due(entered: Entered, seeing: Seeing, dated: pd.DataFrame) -> pd.DataFrame:
    """When something was due after a sighting: one row per clock that starts at one."""
    lanes = dict(zip(dated["event_id"], dated["agency"], strict=True))
    rows = [
        (
            lanes[one.starts_event],
            one.due_earliest,
            one.due_latest,
            f"{when(entered.case, one, 'due')}: due in {one.due}. {one.title}",
        )
        for one in seeing.clocks.itertuples()
        if one.starts_event in lanes and pd.notna(one.due_earliest) and pd.notna(one.due_latest)
    ]
    return pd.DataFrame(rows, columns=["agency", "due_earliest", "due_latest", "words"])


def _bar_says(case: Case, seeing: Seeing, bar: Any) -> str:
    by_id = {one.event_id: one for one in seeing.marks.itertuples()}
    ends = [
        f"{by_id[one].title} ({window(by_id[one].earliest, by_id[one].latest, case.about.disclosure, short=True)})"
        for one in (bar.after, bar.before)
    ]
    return f"{bar.words}, from {ends[0]} to {ends[1]}"
