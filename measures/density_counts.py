"""What is counted of one kind of contact, so that a comparison of several kinds is their sum and a changed choice counts nothing anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from measures.entries import KINDS
from measures.spread import cells, lines


@dataclass(frozen=True)
class Counts:
    """cells: row, column, done, attempts, as `spread.cells` gives them; beside: here, elsewhere, undated and outside by row; sums: the same by case."""

    cells: pd.DataFrame
    beside: pd.DataFrame
    sums: pd.DataFrame


def countable(entries: pd.DataFrame, kinds: tuple[str, ...], *, later: bool = False) -> pd.DataFrame:
    """The entries of those kinds that happened: none only planned and, without `later`, none known only later."""
    wanted = np.array([one in kinds for one in KINDS])
    kept = wanted[entries["kind"].cat.codes.to_numpy()] & ~entries["planned"].to_numpy()
    if not later:
        kept &= ~entries["later"].to_numpy()
    return entries[kept].reset_index(drop=True)


def counts(
    laid: tuple[pd.DataFrame, pd.DataFrame],
    row_of: Any,
    size: tuple[int, int],
    cases: pd.DataFrame,
    *,
    aligned: bool,
    by_phase: bool,
) -> Counts:
    """The counts of some entries. laid: the entries, and where they fall (`spread.place`); row_of: the row of each agency; size: rows and columns."""
    entries, placed = laid
    rows, columns = size
    case_of = np.repeat(np.arange(len(cases)), cases["agencies"].to_numpy())
    return Counts(
        cells(entries, placed, row_of, rows, columns),
        lines(entries, placed, row_of, rows, aligned=aligned, by_phase=by_phase),
        lines(entries, placed, case_of, len(cases), aligned=aligned, by_phase=by_phase),
    )


def added(parts: Sequence[Counts]) -> Counts:
    """The counts of several kinds together: every line is of one kind, so that they add up."""
    first = parts[0]
    numbers = ["done", "attempts"]
    summed = first.cells.assign(**{name: sum(one.cells[name] for one in parts) for name in numbers})
    beside, sums = ({name: sum(getattr(one, of)[name] for one in parts) for name in first.beside} for of in ("beside", "sums"))
    return Counts(summed, pd.DataFrame(beside), pd.DataFrame(sums))
