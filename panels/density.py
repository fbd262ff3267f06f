"""The comparison that is asked for on the page Density, and the words for what was counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

import pandas as pd

from charts.board import room_for
from loaders import Case, Library
from measures.columns import YEAR_BEFORE, before_zero, last_columns, of_phases, on_calendar
from measures.comparing import kinds_words
from measures.density_compared import Compared, compare
from measures.density_counts import Counts, added, countable, counts
from measures.spread import place, place_in_phases
from panels.density_asked import Asked
from panels.density_shelf import Shelf

NARROWEST = 31.0


@dataclass(frozen=True)
class Density:
    """What the page shows. shelf: of the chosen cases alone; found: None where nothing can be compared; refused: why not."""

    library: Library
    asked: Asked
    shelf: Shelf
    width: int
    found: Compared | None = None
    refused: str = ""
    months: pd.DataFrame | None = None

    @property
    def cases(self) -> pd.DataFrame:
        """A row a case, in the library's order: see measures.entries."""
        return self.shelf.cases

    @property
    def titles(self) -> dict[str, str]:
        return self.shelf.titles

    @property
    def view(self) -> Asked:
        """What is chosen, as other pages name it."""
        return self.asked

    @property
    def of(self) -> list[Case]:
        """The chosen cases themselves."""
        return list(self.shelf.of)


def worked_out(library: Library, asked: Asked, frames: Shelf, width: int) -> Density:
    """The comparison that is asked for, of the cases of `frames`, for a window `width` px wide; or the sentence that says why there is none."""
    made, cases = Density(library, asked, frames, width), frames.cases
    if cases.empty:
        return replace(made, refused="No case is in this library, so there is nothing to compare.")
    if asked.per == "phase":
        return _by_phase(made)
    if asked.aligned:
        columns = before_zero(int(asked.per or "30"))
        return replace(made, found=_compared(made, columns))
    days = cases[["first", "last"]].dropna()
    if days.empty:
        why = "gives no days on the calendar" if len(cases) == 1 else "give no days on the calendar"
        return replace(made, refused=f"{_some(made)} {why}. Choose 30 or 90 days before day 0, or phases.")
    whole = on_calendar(asked.per, int(days["first"].min()), int(days["last"].max()))
    columns = last_columns(whole, max(6, int(room_for(width) // NARROWEST)), asked.upto)
    return replace(made, found=_compared(made, columns), months=whole)


def _some(made: Density) -> str:
    return str(made.cases["title"].iloc[0]) if len(made.cases) == 1 else "These cases"


def _by_phase(made: Density) -> Density:
    case = made.of[0]
    alone = replace(made, shelf=made.shelf.only([case.id]))
    if case.phases.empty:
        return replace(alone, refused=f"{case.title} has no phases. Choose days, months or quarters.")
    named = case.events.set_index("event_id")["phases"]
    return replace(alone, found=_compared(alone, of_phases(case.phases), lambda entries: _in_phases(entries, case, named)))


def _in_phases(entries: pd.DataFrame, case: Case, named: pd.Series) -> pd.DataFrame:
    return place_in_phases(entries, case.phases, named.reindex(entries["event_id"]))


def _compared(made: Density, columns: pd.DataFrame, in_phases: Callable[[pd.DataFrame], pd.DataFrame] | None = None) -> Compared:
    asked, frames = made.asked, made.shelf
    by = "sector" if asked.as_one and asked.by == "agency" else asked.by or "sector"
    together = asked.as_one
    shared = frames.rows_by(by, together=together == "total")

    def laid(kinds: tuple[str, ...]) -> tuple[pd.DataFrame, pd.DataFrame]:
        entries = countable(frames.entries, kinds, later=asked.later == "1")
        return entries, in_phases(entries) if in_phases else place(entries, columns, aligned=asked.aligned)

    def of_kind(kind: str) -> Counts:
        size = len(shared[0]), len(columns)
        return counts(laid((kind,)), shared[1], size, made.cases, aligned=asked.aligned, by_phase=in_phases is not None)

    days = int(columns["start"].iloc[0]), int(columns["end"].iloc[-1]), len(columns)
    view = (asked.per, by, together == "total", asked.later, days)
    counted = added([frames.counted((kind, *view), partial(of_kind, kind)) for kind in asked.kinds])
    ways = {"aligned": asked.aligned, "by_phase": in_phases is not None}
    each = frames.rows_by(by, together=False)[0]
    return compare(counted, lambda: laid(asked.kinds), shared, each, made.cases, columns, asked.kinds, together=together, **ways)


def counted_words(made: Density) -> str:
    """'Contacts and attempts'."""
    said = kinds_words(made.asked.kinds)
    return said[:1].upper() + said[1:]


def whole_year(made: Density) -> str:
    """Which days the columns cover."""
    if made.asked.aligned:
        return f"{YEAR_BEFORE} days before day 0"
    if made.found is None or made.asked.per == "phase":
        return "the phases of the review"
    says = made.found.columns["says"]
    return f"{says.iloc[0]} to {says.iloc[-1]}"
