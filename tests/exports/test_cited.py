"""A table without a margin carries what is needed to cite it: each row its file and version, the first row filters and method."""

import datetime

import pandas as pd

from exports.workbook import Comparison, cited

SAID = Comparison(
    "delay", "Delay, 2 cases", "Two intervals", ("Cases: One, Two", "Only from health"), "", "Two reviews", datetime.date(2026, 11, 22),
    method=("Days run from one event to the next", "Undated ones are counted beside."), titles=("One", "Two"),
    files=("one.yaml, version 1111111", "two.yaml, version 2222222"),
)  # fmt: skip


def test_each_row_names_its_file_and_the_first_says_filters_and_method():
    """Two rows of two cases."""
    found = cited(pd.DataFrame({"Case": ["Two", "One"], "Days": [3, 4]}), SAID)
    assert found.columns.tolist() == ["Case", "Days", "File", "Shown", "Method"]
    assert found["File"].tolist() == ["two.yaml, version 2222222", "one.yaml, version 1111111"]
    assert found["Shown"].tolist() == ["Two intervals. Cases: One, Two. Only from health.", ""]
    counted = "How it was counted: Days run from one event to the next. Undated ones are counted beside."
    assert found["Method"].tolist() == [counted, ""]


def test_a_row_of_all_cases_names_every_file():
    """A table of themes has no case of its own in a row."""
    found = cited(pd.DataFrame({"Theme": ["Recording"]}), SAID)
    assert found["File"].tolist() == ["one.yaml, version 1111111; two.yaml, version 2222222"]


def test_a_table_without_rows_stays_without():
    """Nothing is made up."""
    assert cited(pd.DataFrame({"Case": []}), SAID).empty


def test_a_file_is_not_named_twice_what_it_is_of():
    """The word of the page stands once in a name."""
    assert SAID.name("delay-delays", "png") == "delay-delays-2026-11-22.png"
    assert SAID.name("workbook", "xlsx") == "delay-workbook-2026-11-22.xlsx"
