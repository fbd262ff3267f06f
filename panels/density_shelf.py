"""The frames that the page Density counts in: of a whole library, made once for all who may see it, and of some of its cases alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd
import streamlit as st

from loaders import Case, Library
from measures.comparing import comparison_rows
from measures.density_counts import Counts
from measures.entries import agency_list, case_list, entry_list, only_cases
from measures.together import together
from panels.kept import shown_reading

SHELVES, CUTS, COUNTS = 4, 16, 32


@dataclass(frozen=True)
class Shelf:
    """The frames of a whole library, read-only: see measures.entries."""

    of: tuple[Case, ...]
    agencies: pd.DataFrame
    entries: pd.DataFrame
    cases: pd.DataFrame
    rows: dict[tuple[str, bool], tuple[pd.DataFrame, Any]] = field(default_factory=dict, compare=False, repr=False)
    counts: dict[tuple[Any, ...], Counts] = field(default_factory=dict, compare=False, repr=False)
    cut: dict[tuple[str, ...], Shelf] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def titles(self) -> dict[str, str]:
        """What each case is called, by id."""
        return {case.id: case.title for case in self.of}

    def only(self, ids: list[str]) -> Shelf:
        """The same of these cases alone, in the library's order."""
        if len(ids) == len(self.of):
            return self
        made = self.cut.get(tuple(ids))
        if made is None:
            wanted = set(ids)
            places = [place for place, case in enumerate(self.of) if case.id in wanted]
            made = Shelf(tuple(self.of[one] for one in places), *only_cases(self.agencies, self.entries, self.cases, places))
            _keep(self.cut, tuple(ids), made, CUTS)
        return made

    def counted(self, view: tuple[Any, ...], count: Callable[[], Counts]) -> Counts:
        """The counts of one kind in one view, made once: a changed choice of kinds adds up others. view: kind, rows, columns, and what else decides."""
        made = self.counts.get(view)
        if made is None:
            made = count()
            _keep(self.counts, view, made, COUNTS)
        return made

    def rows_by(self, by: str, *, together: bool) -> tuple[pd.DataFrame, Any]:
        """As `comparison_rows` says, made once: a changed filter leaves them."""
        if (by, together) not in self.rows:
            self.rows[by, together] = comparison_rows(self.agencies, by, together=together)
        return self.rows[by, together]


def _keep(kept: dict[Any, Any], key: Any, made: Any, most: int) -> None:
    """Keep something, and of more than `most` let the oldest go; several sessions may do so at once."""
    for old in list(kept)[: max(0, len(kept) + 1 - most)]:
        kept.pop(old, None)
    kept[key] = made


@st.cache_resource(show_spinner=False)
def _kept() -> list[Shelf]:
    return []


def shelf(library: Library) -> Shelf:
    """The frames of the library as it now is, made once for all sessions that may see the same cases; a file that changes makes them anew.

    Of many cases a bar shows how far it is; whoever leaves the page ends it, and the next begins anew.
    """
    kept, now = _kept(), tuple(library.cases.values())
    for old in kept:
        if len(old.of) == len(now) and all(one is two for one, two in zip(old.of, now, strict=True)):
            return old
    with shown_reading("Counting through") as tell:
        whole = together(now, tell)
    made = Shelf(now, agency_list(whole), entry_list(whole), case_list(whole))
    kept[:] = [made, *kept][:SHELVES]
    return made
