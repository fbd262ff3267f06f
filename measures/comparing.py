"""Rows, words and ranks of a comparison of cases: what stands in a cell, beside it, and what may be said of it."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Any

import numpy as np
import pandas as pd

from measures.wording import counted, listed

SECTORS = (
    "police",
    "children's social care",
    "health",
    "probation and prisons",
    "specialist domestic abuse service",
    "education",
    "housing",
    "voluntary sector",
    "courts and legal",
    "community safety",
    "other",
)
STEPS = (1.0, 2.0, 3.0, 4.5)
FACTORS = (1, 2, 4, 10, 20, 40, 100, 200, 400, 1000, 2000, 4000, 10_000)
NEARLY = 1e-9
COUNTED_AS = {"contact": "contacts", "attempt": "attempts", "exchange": "exchanges", "meeting": "meetings"}
NO_AREA = "area not named"
STAYS = {
    "": "It stays in the table, hatched.",
    "total": "What can be placed of it is in the total.",
    "median": "It is left out of the medians.",
}
UNPLACED = STAYS | {"total": "None of it is in the total."}


def slug(words: str) -> str:
    """Words as a part of an address: lower case, joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", words.casefold().replace("'", "")).strip("-") or "none"


def comparison_rows(agencies: pd.DataFrame, by: str, *, together: bool = False) -> tuple[pd.DataFrame, Any]:
    """The rows to draw and, for each agency, the place of its row (-1 where it has none).

    agencies: rows of measures.entries.agency_list, of the cases compared; by: agency, sector or area; together: one set of rows for all cases.
    A row is an agency with an event of its own, or a sector or area that has such an agency: those only mentioned and nil returns make none.
    Returns case ("" where together), row_id, name, entered (how many agencies), in the order of cases and then of sectors, files or names.
    """
    names = _row_names(agencies, by)
    own = pd.DataFrame({"case": "" if together else agencies["case"], "name": names, "entered": agencies["entered"].astype(bool)})
    slugs = {one: slug(one) for one in names.unique()}
    own["row_id"] = agencies["agency_id"] if by == "agency" else names.map(slugs)
    own["order"] = own["name"].map({one: at for at, one in enumerate(SECTORS)}).fillna(0) if by == "sector" else 0
    if by == "area":
        own["order"] = (own["name"] == NO_AREA).astype(int)
    own["block"] = pd.factorize(own["case"])[0]
    kept = (
        own[own["entered"]]
        .groupby(["block", "row_id"], sort=False, as_index=False)
        .agg(case=("case", "first"), name=("name", "first"), entered=("entered", "sum"), order=("order", "first"))
    )
    tie = ["name"] if by == "area" else []
    kept = kept.sort_values(["block", "order", *tie], kind="stable").reset_index(drop=True)
    codes, ids = pd.factorize(own["row_id"])
    keys = own["block"].to_numpy() * max(len(ids), 1) + codes
    drawn = kept["block"].to_numpy() * max(len(ids), 1) + ids.get_indexer(kept["row_id"])
    row_of = pd.Index(drawn).get_indexer(keys).astype("int64")
    kept["name"] = [one if by == "agency" else one[:1].upper() + one[1:] for one in kept["name"]]
    return kept[["case", "row_id", "name", "entered"]], row_of


def shared_rows(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    """One row per sector, agency or area of `comparison_rows`, once for all cases: sectors in their own order, else by first appearance."""
    once = rows.drop_duplicates("row_id")
    if by != "sector":
        return once
    order = {slug(one): at for at, one in enumerate(SECTORS)}
    return once.iloc[once["row_id"].map(order).fillna(len(order)).argsort(kind="stable")]


def _row_names(agencies: pd.DataFrame, by: str) -> pd.Series:
    if by == "area":
        return agencies["area"].where(agencies["area"] != "", NO_AREA)
    return agencies["sector" if by == "sector" else "name"]


def not_in_rows(agencies: pd.DataFrame) -> dict[str, str]:
    """For each case with such an agency, who is in it without an event: 'Nil return: A and B. Mentioned only: C. No entry of their own: D.'"""
    found = {}
    for case, own in agencies[~agencies["entered"].astype(bool)].groupby("case", sort=False):
        nil, named = own["nil_return"].astype(bool), own["mentioned_only"].astype(bool)
        parts = (("Nil return", nil), ("Mentioned only", named & ~nil), ("No entry of their own", ~named & ~nil))
        found[str(case)] = " ".join(f"{words}: {listed(own.loc[some, 'name'].tolist())}." for words, some in parts if some.any())
    return found


def number_words(number: float) -> str:
    """'0', '2', '0.5', '<0.1': one decimal, whole numbers bare."""
    if number < NEARLY:
        return "0"
    if abs(number - round(number)) < NEARLY:
        return str(round(number))
    return "<0.1" if number < 0.05 else f"{number:.1f}"


def cell_words(done: float, attempts: float) -> str:
    """'2 + 1': contacts (exchanges, meetings), then attempts where there is any."""
    return number_words(done) if attempts < NEARLY else f"{number_words(done)} + {number_words(attempts)}"


def scale_of(most: float) -> tuple[float, ...]:
    """The upper ends of the colour steps, the last of which has none: 1, 2, 3, 4.5, or the same multiplied where numbers are greater."""
    factor = next((one for one in FACTORS if STEPS[-1] * one * 2 >= most), FACTORS[-1])
    return tuple(one * factor for one in STEPS)


def step_of(numbers: Any, ends: tuple[float, ...]) -> Any:
    """The colour step of each number: 0 for nothing, then 1 up to and with the first end, and so on."""
    found = np.asarray(numbers, dtype=float)
    return np.where(found < NEARLY, 0, 1 + np.searchsorted(np.array(ends) + NEARLY, found))


def step_words(ends: tuple[float, ...]) -> list[str]:
    """The legend of the steps: '0', 'up to 1', '1 to 2', '2 to 3', '3 to 4.5', 'over 4.5'."""
    said = [f"{one:g}" for one in ends]
    return ["0", f"up to {said[0]}", *[f"{low} to {high}" for low, high in pairwise(said)], f"over {said[-1]}"]


def kinds_words(kinds: tuple[str, ...]) -> str:
    """'contacts and attempts'."""
    return listed([COUNTED_AS[one] for one in kinds])


def refusals(
    cases: pd.DataFrame, sums: pd.DataFrame, kinds: tuple[str, ...], *, aligned: bool = True, together: str = ""
) -> dict[str, str]:
    """Why a case cannot be lined up by day or placed on the calendar, by case: more than half of its lines have no usable date, or it is to be
    lined up and names no dated day 0.

    cases: rows of measures.entries.case_list; sums: one row per case with here, elsewhere and undated; together: as `compare` takes it.
    """
    undated = sums["undated"].to_numpy()
    total = (sums["here"] + sums["elsewhere"]).to_numpy() + undated
    few = np.flatnonzero(undated * 2 > total)
    by_case = {sums["case"].iloc[at]: (int(undated[at]), int(total[at])) for at in few}
    # Of a large library few cases cannot be lined up: only those are put into words.
    nowhere = cases["zero_first"].isna().to_numpy() & aligned
    said = nowhere | np.array([one in by_case for one in cases["case"]], dtype=bool)
    found = {}
    for one in cases.loc[said, ["case", "title", "zero_first"]].itertuples():
        if aligned and pd.isna(one.zero_first):
            found[one.case] = (
                f"{one.title} cannot be lined up: its file names no incident with a usable date. {UNPLACED[together]}"
            )
        else:
            without, all_lines = by_case[one.case]
            have = "have" if without > 1 else "has"
            where = "lined up by day" if aligned else "placed on the calendar"
            found[one.case] = (
                f"{one.title} cannot be {where}: {without} of {all_lines} {kinds_words(kinds)} {have} no usable date. "
                f"{STAYS[together]}"
            )
    return found


def ranks(rows: pd.DataFrame, here: Any, measured: Any) -> pd.DataFrame:
    """One row per row of `comparison_rows`: case, row_id, name, here, measured, rank (1 = most lines here, ties share the best; missing where
    the row was not measured) and of (how many cases with that row were measured). measured: of each row, whether it was.
    """
    found = rows[["case", "row_id", "name"]].assign(here=np.asarray(here), measured=np.asarray(measured, dtype=bool))
    same = found.assign(here=found["here"].where(found["measured"])).groupby("row_id", sort=False)
    rank = same["here"].rank(method="min", ascending=False).astype("Int64")
    return found.assign(rank=rank, of=same["measured"].transform("sum").astype("int64"))


def medians(ranked: pd.DataFrame) -> pd.DataFrame:
    """One row per sector (or area) of `ranks`, in first order: row_id, name, cases (that have it), measured (how many of these were), median,
    least, most (lines a case, of the measured ones; missing where none was), and most_in (case ids).
    """
    known = ranked["here"].where(ranked["measured"])
    found = (
        ranked.assign(known=known)
        .groupby("row_id", sort=False)
        .agg(
            name=("name", "first"),
            cases=("here", "size"),
            measured=("measured", "sum"),
            median=("known", "median"),
            least=("known", "min"),
            most=("known", "max"),
        )
        .astype({"least": "Int64", "most": "Int64"})
    )
    top = ranked[(ranked["rank"] == 1).fillna(False) & (ranked["here"] > 0)].groupby("row_id")["case"].agg(tuple)
    found["most_in"] = [top.get(one, ()) for one in found.index]
    return found.reset_index()


def peak(rows: pd.DataFrame, found: pd.DataFrame) -> Any:
    """The cell with the greatest sum (of row, column, done, attempts), or None where every one is empty."""
    total = found["done"] + found["attempts"]
    return None if found.empty or total.max() < NEARLY else found.loc[total.idxmax()]


def finding(
    rows: pd.DataFrame, columns: pd.DataFrame, found: pd.DataFrame, here: int, kinds: tuple[str, ...], titles: dict[str, str]
) -> str:
    """What the picture shows in a sentence: how many lines, in how many cases, and where the most of them stand."""
    what = kinds_words(kinds)
    cases = counted(len(titles), "case")
    best = peak(rows, found)
    if best is None:
        return f"No {listed_or(kinds)} of {cases} can be placed in these days."
    row, column = rows.iloc[int(best["row"])], columns.iloc[int(best["column"])]
    number = number_words(float(best["done"] + best["attempts"]))
    where = f"{row['name']} in {titles[row['case']]}" if row["case"] else row["name"]
    return f"{here:,} {what} of {cases} stand here; most in one period: {number}, by {where}, {column['says']}."


def listed_or(kinds: tuple[str, ...]) -> str:
    """'contact or attempt'."""
    return " or ".join(kinds)
