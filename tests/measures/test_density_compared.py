"""What was not measured is no nought: in medians, ranks, tables and sums of cases of which one was asked about for half a year and one has few dates."""

import numpy as np
import pandas as pd
import pytest

from measures.columns import before_zero
from measures.comparing import medians, ranks
from measures.density_compared import by_block, compare, density_table, long_table
from measures.density_counts import Counts

NAN = float("nan")
CASES = pd.DataFrame(
    [("ann", "Ann", 0.0, -360.0, -1.0), ("bo", "Bo", 0.0, -180.0, -1.0), ("cy", "Cy", 0.0, NAN, NAN)],
    columns=["case", "title", "zero_first", "since", "until"],
)
HEALTH = [("ann", "health", "Health", [1, 3], 0), ("bo", "health", "Health", [0, 2], 0), ("cy", "health", "Health", [0, 0], 2)]
SCHOOL = ("cy", "education", "Education", [0, 0], 1)


def comparison(*lines, together=""):
    """Two halves of the year before. lines: case, row_id, name, contacts by half and how many have no date; one agency each, in the order of cases."""
    columns = before_zero(180)
    each = pd.DataFrame([(*line[:3], 1) for line in lines], columns=["case", "row_id", "name", "entered"])
    found = np.array([line[3] for line in lines], dtype=float).reshape(-1, 2)
    beside = pd.DataFrame(
        {"here": found.sum(axis=1).astype(int), "elsewhere": 0, "undated": [line[4] for line in lines], "outside": 0.0}
    )
    codes, names = np.arange(len(each)), each["case"]
    rows = each
    if together == "total":
        codes, _ = pd.factorize(each["row_id"])
        rows = each.drop_duplicates("row_id").assign(case="").reset_index(drop=True)
        found = pd.DataFrame(found).groupby(codes).sum().to_numpy()
    row, column = np.indices(found.shape).reshape(2, -1)
    cells = pd.DataFrame({"row": row, "column": column, "done": found.ravel(), "attempts": 0.0})
    sums = beside.groupby(names, sort=False).sum().reindex(CASES["case"]).fillna(0).astype(int).reset_index(drop=True)
    own = beside.groupby(codes).sum() if together == "total" else beside
    shared = rows, codes
    return compare(
        Counts(cells, own, sums), lambda: None, shared, each, CASES, columns, ("contact",), aligned=True, together=together
    )


def cells(found):
    """The table's numbers, a list a row."""
    return density_table(found, dict(zip(CASES["case"], CASES["title"], strict=True))).iloc[:, 2:4].to_numpy().tolist()


def test_a_case_that_cannot_be_measured_has_no_part_in_medians_ranks_and_least():
    """Health was counted 4 times in Ann and twice in Bo; Cy has 2 lines, both without a date, so that it is no nought."""
    found = comparison(*HEALTH)
    assert cells(found) == [["1", "3"], ["not measured", "2"], ["not measured", "not measured"]]
    told = long_table(found, {})
    assert told["As printed"].tolist() == ["1", "3", "not measured", "2", "not measured", "not measured"]
    assert (
        told["Contacts, exchanges, meetings"].fillna(-1).tolist() == told["Attempts"].fillna(-1).add([1, 3, 0, 2, 0, 0]).tolist()
    )
    assert told["Attempts"].fillna(-1).tolist() == [0, 0, -1, 0, -1, -1]
    assert found.measured.tolist() == [True, True, False]
    ranked = ranks(found.rows, found.rows["here"], found.measured)
    assert ranked["rank"].tolist() == [1, 2, pd.NA]
    assert ranked["of"].tolist() == [2, 2, 2]
    assert medians(ranked).to_numpy().tolist() == [["health", "Health", 3, 2, 3.0, 2, 4, ("ann",)]]


def test_a_row_that_was_measured_in_no_case_has_no_median():
    """Only Cy has a school."""
    found = comparison(*HEALTH, SCHOOL)
    row = medians(ranks(found.rows, found.rows["here"], found.measured)).iloc[1]
    assert row[["name", "cases", "measured"]].tolist() == ["Education", 1, 0]
    assert row[["median", "least", "most"]].isna().all()
    assert row["most_in"] == ()


def test_the_median_of_a_cell_is_of_the_cases_that_were_entered_there():
    """In the first half of the year Ann alone was, in the second Ann with 3 and Bo with 2; the school nowhere."""
    found = comparison(*HEALTH, SCHOOL, together="median")
    assert cells(found) == [["1", "2.5"], ["not measured", "not measured"]]
    assert found.cells["says"].tolist() == [
        "Health, 360 to 181 days before day 0: 1 contacts, the median of 1 case",
        "Health, 180 to 1 days before day 0: 2.5 contacts, the median of 2 cases",
        "Education, 360 to 181 days before day 0: not measured",
        "Education, 180 to 1 days before day 0: not measured",
    ]


@pytest.mark.parametrize("together", ["", "total", "median"])
def test_cases_without_an_agency_have_no_row(together):
    """Three cases whose files name nobody yet."""
    found = comparison(together=together)
    assert (len(found.rows), len(found.cells), found.measured.tolist()) == (0, 0, [])


def test_a_strip_has_the_sums_of_all_rows_of_a_case():
    """Ann's health and school together: 1 and 0, then 3 and 2."""
    rows, sums = by_block(comparison(HEALTH[0], ("ann", "education", "Education", [0, 2], 0), HEALTH[1]))
    assert rows[["case", "name"]].to_numpy().tolist() == [["ann", "all agencies"], ["bo", "all agencies"]]
    assert sums[["row", "column", "done"]].to_numpy().tolist() == [[0, 0, 1], [0, 1, 5], [1, 0, 0], [1, 1, 2]]


@pytest.mark.parametrize("together", ["total", "median"])
def test_a_row_of_all_cases_is_hatched_where_none_of_them_was_entered(together):
    """Bo's health was entered in the second half only; Cy's school cannot be measured at all."""
    found = comparison(HEALTH[1], SCHOOL, together=together)
    assert found.cells[["from_share", "to_share"]].to_numpy().tolist() == [[0, 0], [0, 1], [0, 0], [0, 0]]
    assert cells(found) == [["not measured", "2"], ["not measured", "not measured"]]
