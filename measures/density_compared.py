"""One comparison worked out whole: what a picture of contact density draws, its table lists and its exports carry."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import pandas as pd

from measures.columns import entered_shares
from measures.comparing import NEARLY, cell_words, kinds_words, number_words, refusals, scale_of, step_of
from measures.density_counts import Counts
from measures.entries import KINDS
from measures.wording import counted

BESIDE = ["here", "elsewhere", "undated"]


@dataclass(frozen=True)
class Compared:
    """rows: one row a row of the picture, with block, here, elsewhere, undated, entered; columns; cells: one row a cell, with its words, step,
    the part that was entered and how many cases were entered there; sums: here, elsewhere, undated by case; refused: why a case cannot be
    lined up or placed, by case; ends: of the colour steps; row_of: the row of each agency; laid: gives what was counted and where (see
    `entries` and `placed`), which few ask for.
    """

    rows: pd.DataFrame
    columns: pd.DataFrame
    cells: pd.DataFrame
    sums: pd.DataFrame
    refused: dict[str, str]
    ends: tuple[float, ...]
    row_of: Any
    laid: Callable[[], tuple[pd.DataFrame, pd.DataFrame]]

    @property
    def lines(self) -> int:
        """How many lines are counted, those on other days and without a usable date among them."""
        return int(self.sums[BESIDE].to_numpy().sum())

    @property
    def measured(self) -> Any:
        """Of each row, whether any part of it was entered and can be measured."""
        known = (self.cells["cases"] > 0).to_numpy().reshape(len(self.rows), len(self.columns))
        return known.any(axis=1)

    @cached_property
    def entries(self) -> pd.DataFrame:
        """What was counted: rows of `countable`."""
        return self.laid()[0]

    @cached_property
    def placed(self) -> pd.DataFrame:
        """Where: entry (its place among `entries`), column and share."""
        return self.laid()[1]


def compare(
    counted: Counts,
    laid: Callable[[], tuple[pd.DataFrame, pd.DataFrame]],
    shared: tuple[pd.DataFrame, Any],
    each: pd.DataFrame,
    cases: pd.DataFrame,
    columns: pd.DataFrame,
    kinds: tuple[str, ...],
    *,
    aligned: bool,
    together: str = "",
    by_phase: bool = False,
) -> Compared:
    """The comparison of `cases` (rows of case_list). counted: of all the kinds; laid: as `Compared` keeps it; shared: what `comparison_rows` gives;
    each: its rows of the cases side by side.

    together: total or median, of all cases in one block; by_phase: the columns are the phases of a single case.
    """
    rows, row_of = shared
    found, beside, sums = counted.cells, counted.beside, counted.sums.assign(case=cases["case"].to_numpy())
    refused = {} if by_phase else refusals(cases, sums, kinds, aligned=aligned, together=together)
    parts = _entered(each, cases, columns, aligned=aligned, by_phase=by_phase)
    known = (parts[..., 1] - parts[..., 0] > NEARLY) & ~each["case"].isin(list(refused)).to_numpy()[:, None]
    if together == "median":
        rows, found, beside, row_of = _medians(rows, found, beside, row_of, known)
    if together:
        known, parts = _of_any(each, rows, known)
    rows = pd.concat([rows, beside], axis=1)
    rows["block"] = 0 if together else rows["case"].map({one: at for at, one in enumerate(cases["case"])}).astype("int64")
    most = float((found["done"] + found["attempts"]).max()) if len(found) else 0.0
    ends = scale_of(most)
    blank = rows["case"].isin(list(refused)).to_numpy()
    whole = found.assign(
        cases=known.ravel().astype("int64"),
        from_share=parts[..., 0].ravel(),
        to_share=parts[..., 1].ravel(),
        blank=blank[found["row"]],
    )
    said = _said(whole, rows, columns, cases, kinds, ends, median=together == "median")
    return Compared(rows, columns, said, sums, refused, ends, row_of, laid)


def _medians(
    rows: pd.DataFrame, found: pd.DataFrame, beside: pd.DataFrame, row_of: Any, known: Any
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame, Any]:
    """The same rows over all cases, each cell the median of the cases that have such a row and were entered there (0 where none was); lines beside
    stay sums. known: by row and column, whether that cell was entered and can be measured.
    """
    columns = known.shape[1]
    codes, names = pd.factorize(rows["row_id"])
    first = rows.drop_duplicates("row_id").reset_index(drop=True)
    first = first.assign(case="", entered=np.bincount(codes, weights=rows["entered"], minlength=len(names)).astype("int64"))
    grid = found[["done", "attempts"]].to_numpy().reshape(len(rows), columns, 2)
    both = np.concatenate([grid, grid.sum(axis=2, keepdims=True)], axis=2)
    own = np.where(np.repeat(known, 3, axis=1), both.reshape(len(rows), 3 * columns), np.nan)
    middle = pd.DataFrame(own).groupby(codes).median().fillna(0.0).to_numpy().reshape(-1, columns, 3)
    at, column = np.indices((len(names), columns)).reshape(2, -1)
    medians = pd.DataFrame({"row": at, "column": column, "done": middle[..., 2].ravel(), "attempts": 0.0})
    summed = {name: np.bincount(codes, weights=beside[name], minlength=len(names)) for name in beside}
    total = pd.DataFrame({name: one if name == "outside" else one.astype("int64") for name, one in summed.items()})
    return first, medians, total, np.where(row_of >= 0, codes[row_of], -1) if len(codes) else row_of


def _of_any(each: pd.DataFrame, rows: pd.DataFrame, known: Any) -> tuple[Any, Any]:
    """For rows of all cases together, by row and column: how many cases were entered there, and the part that was: all where any case was."""
    columns = known.shape[1]
    at = pd.Index(rows["row_id"]).get_indexer(each["row_id"])[:, None] * columns + np.arange(columns)
    many = np.bincount(at[known], minlength=len(rows) * columns).reshape(len(rows), columns)
    return many, np.stack([np.zeros(many.shape), (many > 0).astype(float)], axis=2)


def _said(
    found: pd.DataFrame,
    rows: pd.DataFrame,
    columns: pd.DataFrame,
    cases: pd.DataFrame,
    kinds: tuple[str, ...],
    ends: tuple[float, ...],
    *,
    median: bool,
) -> pd.DataFrame:
    """The cells with both (their sum), step, their words and says."""
    both = (found["done"] + found["attempts"]).to_numpy()
    made = found.assign(both=both, step=step_of(both, ends))
    made["done_words"] = _texts(number_words(one) for one in made["done"])
    made["attempt_words"] = _texts(number_words(one) if one > NEARLY else "" for one in made["attempts"])
    made["both_words"] = _texts(number_words(one) for one in both)
    titles = dict(zip(cases["case"], cases["title"], strict=True))
    whos = [f"{name}, {titles[case]}" if case else name for name, case in zip(rows["name"], rows["case"], strict=True)]
    whens = columns["says"].tolist()
    made["says"] = _texts(cell_says(whos[one.row], whens[one.column], one, kinds, median=median) for one in made.itertuples())
    return made


def _texts(words: Iterable[str]) -> pd.Series:
    """Texts as Python's own, which a picture goes through many times faster than through those of Arrow."""
    return pd.Series(list(words), dtype=object)


def _entered(each: pd.DataFrame, cases: pd.DataFrame, columns: pd.DataFrame, *, aligned: bool, by_phase: bool) -> Any:
    """By row and column, the part that was entered: from and to. A phase is entered whole."""
    if by_phase:
        return np.broadcast_to([0.0, 1.0], (len(each), len(columns), 2))
    first, last = ("since", "until") if aligned else ("first", "last")
    return entered_shares(cases[first], cases[last], columns)[pd.Index(cases["case"]).get_indexer(each["case"])]


def cell_says(who: str, when: str, cell: Any, kinds: tuple[str, ...], *, median: bool = False) -> str:
    """A cell in a sentence: 'Police, Child J, 60 to 31 days before day 0: 1 + 1 contacts and attempts'."""
    if cell.both < NEARLY and (cell.blank or cell.to_share - cell.from_share < NEARLY):
        return f"{who}, {when}: not measured"
    part = " (entered for a part of these days)" if cell.to_share - cell.from_share < 1 - NEARLY and not cell.blank else ""
    of = f", the median of {counted(cell.cases, 'case')}" if median else ""
    return f"{who}, {when}: {cell_words(cell.done, cell.attempts)} {kinds_words(kinds)}{of}{part}"


def by_block(found: Compared) -> tuple[pd.DataFrame, pd.DataFrame]:
    """All rows of a block as one, as strips draw them: the rows (block, case, name) and their cells (row, column, done, attempts: sums)."""
    rows = found.rows.drop_duplicates("block")[["block", "case"]].assign(name="all agencies").reset_index(drop=True)
    block = pd.Index(rows["block"]).get_indexer(found.rows["block"])
    summed = (
        found.cells.assign(row=block[found.cells["row"]]).groupby(["row", "column"], as_index=False)[["done", "attempts"]].sum()
    )
    return rows, summed


def cell_entries(found: Compared, row: int, column: int) -> pd.DataFrame:
    """The entries of one cell: event_id, agency (place), share; the greatest share first, then as listed."""
    inside = found.placed[found.placed["column"] == column]
    own = found.entries.iloc[inside["entry"]][["event_id", "agency"]].assign(share=inside["share"].to_numpy())
    own = own[np.asarray(found.row_of)[own["agency"].to_numpy()] == row]
    return own.sort_values("share", ascending=False, kind="stable").reset_index(drop=True)


def by_kind(found: Compared, row_of: Any, rows: int) -> pd.DataFrame:
    """One row per row, column and kind with anything in it: row, column, kind, share; for bars that stack kinds. row_of: as in `cells`."""
    entry, columns = found.placed["entry"].to_numpy(), max(len(found.columns), 1)
    row = np.asarray(row_of)[found.entries["agency"].to_numpy()[entry]] if len(entry) else np.array([], dtype="int64")
    kind = found.entries["kind"].cat.codes.to_numpy()[entry].astype("int64")
    kept = row >= 0
    at = (row[kept] * columns + found.placed["column"].to_numpy()[kept]) * len(KINDS) + kind[kept]
    sums = np.bincount(at.astype("int64"), weights=found.placed["share"].to_numpy()[kept], minlength=rows * columns * len(KINDS))
    some = np.flatnonzero(sums > NEARLY)
    return pd.DataFrame(
        {
            "row": some // (columns * len(KINDS)),
            "column": some // len(KINDS) % columns,
            "kind": np.array(KINDS, dtype=object)[some % len(KINDS)],
            "share": sums[some],
        }
    )


def density_table(found: Compared, titles: dict[str, str]) -> pd.DataFrame:
    """One row per row of the picture: Case, Row, a column a period with its number in words, then the numbers beside."""
    text = _printed(found)
    grid = text.reshape(len(found.rows), len(found.columns)) if len(text) else np.empty((len(found.rows), 0), dtype=object)
    table = pd.DataFrame(grid, columns=_heads(found.columns))
    table.insert(0, "Row", found.rows["name"].to_numpy())
    table.insert(0, "Case", [titles.get(one, "All cases together") for one in found.rows["case"]])
    beside = {"Counted here": "here", "Other days": "elsewhere", "No usable date": "undated", "Agencies entered": "entered"}
    return table.assign(**{name: found.rows[column].to_numpy() for name, column in beside.items()})


def _heads(columns: pd.DataFrame) -> list[str]:
    return list(columns["label" if columns["label"].is_unique else "says"])


def _told(cells: pd.DataFrame) -> pd.Series:
    """Whether a cell has a number: something is in it, or it was entered and holds nothing."""
    return (cells["step"] > 0) | ~cells["blank"] & (cells["to_share"] - cells["from_share"] > NEARLY)


def _printed(found: Compared) -> Any:
    """Each cell as it is printed: its number in words, or that it was not measured."""
    made = found.cells
    numbers = [cell_words(*one) for one in zip(made["done"], made["attempts"], strict=True)]
    return np.where(_told(made), np.array(numbers, dtype=object), "not measured")


def long_table(found: Compared, titles: dict[str, str]) -> pd.DataFrame:
    """One row per cell for a spreadsheet: Case, Row, Period, as printed, numbers with all their decimals (missing where it was not measured), and
    which part of the period was entered.
    """
    made, told = found.cells, _told(found.cells)
    row, column = made["row"].to_numpy(), made["column"].to_numpy()
    return pd.DataFrame(
        {
            "Case": np.array([titles.get(one, "All cases together") for one in found.rows["case"]], dtype=object)[row],
            "Row": found.rows["name"].to_numpy()[row],
            "Period": found.columns["says"].to_numpy()[column],
            "As printed": _printed(found),
            "Contacts, exchanges, meetings": made["done"].where(told).to_numpy(),
            "Attempts": made["attempts"].where(told).to_numpy(),
            "Part of the period entered": np.where(made["blank"], 0.0, made["to_share"] - made["from_share"]),
        }
    )
