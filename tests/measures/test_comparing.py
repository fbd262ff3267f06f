"""Rows, words, steps and ranks of a comparison, worked out by hand."""

import pandas as pd
import pytest

from measures.columns import last_columns, measured, of_phases, on_calendar
from measures.comparing import (
    cell_words,
    comparison_rows,
    finding,
    medians,
    not_in_rows,
    number_words,
    ranks,
    refusals,
    scale_of,
    slug,
    step_of,
    step_words,
)

AGENCIES = pd.DataFrame(
    [
        ("a", "gp", "GP", "health", "North", True, False, False),
        ("a", "police", "Police", "police", "", True, False, False),
        ("a", "ward", "Ward", "health", "South", True, False, False),
        ("a", "csc", "Social Care", "children's social care", "North", False, True, False),
        ("a", "helpline", "Helpline", "voluntary sector", "", False, False, True),
        ("b", "gp", "Surgery", "health", "North", True, False, False),
    ],
    columns="case agency_id name sector area entered nil_return mentioned_only".split(),
)


def day(text):
    return (pd.Timestamp(text) - pd.Timestamp("1970-01-01")).days


def test_sectors_stand_in_case_blocks_and_a_nil_return_makes_no_row():
    """Police before health; Social Care made a nil return, so it is named and not zero."""
    rows, row_of = comparison_rows(AGENCIES, "sector")
    assert rows.to_numpy().tolist() == [
        ["a", "police", "Police", 1],
        ["a", "health", "Health", 2],
        ["b", "health", "Health", 1],
    ]
    assert row_of.tolist() == [1, 0, 1, -1, -1, 2]
    assert not_in_rows(AGENCIES) == {"a": "Nil return: Social Care. Mentioned only: Helpline."}


def test_rows_may_be_agencies_or_areas_and_cases_may_stand_together():
    """Agencies in the order of the file; areas by name, those without last; together, one row for all."""
    assert comparison_rows(AGENCIES, "agency")[0]["name"].tolist() == ["GP", "Police", "Ward", "Surgery"]
    assert comparison_rows(AGENCIES, "area")[0]["name"].tolist() == ["North", "South", "Area not named", "North"]
    rows, row_of = comparison_rows(AGENCIES, "sector", together=True)
    assert rows.to_numpy().tolist() == [["", "police", "Police", 1], ["", "health", "Health", 3]]
    assert row_of.tolist() == [1, 0, 1, -1, -1, 1]


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0"), (0.04, "<0.1"), (0.05, "0.1"), (0.5, "0.5"), (2, "2"), (1.97, "2.0"), (12.0000000001, "12")]
)
def test_numbers_have_one_decimal_and_whole_ones_stay_bare(number, words):
    assert number_words(number) == words


def test_a_cell_says_contacts_then_attempts():
    assert [cell_words(2, 0), cell_words(2, 1), cell_words(0, 0.3), cell_words(0, 0)] == ["2", "2 + 1", "0 + 0.3", "0"]


def test_one_scale_of_colour_with_its_steps_in_words():
    """1 is still 'up to 1'; greater numbers have greater steps."""
    ends = scale_of(5.3)
    assert step_of([0, 0.01, 1, 1.1, 2, 3, 4.5, 4.6, 5.3], ends).tolist() == [0, 1, 1, 2, 2, 3, 4, 5, 5]
    assert step_words(ends) == ["0", "up to 1", "1 to 2", "2 to 3", "3 to 4.5", "over 4.5"]
    assert scale_of(40) == (10, 20, 30, 45)


def test_weeks_are_those_of_iso_and_months_and_quarters_those_of_the_calendar():
    """1 January 2016 is in week 53 of 2015."""
    weeks = on_calendar("week", day("2016-01-01"), day("2016-01-04"))
    assert weeks["column_id"].tolist() == ["2015-w53", "2016-w01"]
    assert weeks[["start", "end"]].to_numpy().tolist() == [
        [day("2015-12-28"), day("2016-01-03")],
        [day("2016-01-04"), day("2016-01-10")],
    ]
    months = on_calendar("month", day("2015-11-30"), day("2016-01-01"))
    assert months["says"].tolist() == ["November 2015", "December 2015", "January 2016"]
    quarters = on_calendar("quarter", day("2015-11-30"), day("2016-01-01"))
    assert quarters["says"].tolist() == ["quarter 4 of 2015", "quarter 1 of 2016"]
    assert quarters["start"].tolist() == [day("2015-10-01"), day("2016-01-01")]


def test_the_last_columns_are_shown_or_those_up_to_a_chosen_one():
    months = on_calendar("month", day("2015-01-01"), day("2015-12-31"))
    assert last_columns(months, 3)["label"].tolist() == ["Oct", "Nov", "Dec"]
    assert last_columns(months, 3, "2015-05")["label"].tolist() == ["Mar", "Apr", "May"]
    assert last_columns(months, 3, "2015-01")["label"].tolist() == ["Jan", "Feb", "Mar"]


def test_a_column_is_entered_in_part_by_the_day():
    """Entered from 16 April: the second half of April's 30 days, and all of May up to the 10th of 31."""
    found = measured(day("2015-04-16"), day("2015-05-10"), on_calendar("month", day("2015-03-01"), day("2015-06-01")))
    assert found["from_share"].round(3).tolist() == [1.0, 0.5, 0.0, 0.0]
    assert found["to_share"].round(3).tolist() == [1.0, 1.0, 0.323, 0.0]
    assert (found["to_share"] - found["from_share"]).round(3).tolist() == [0, 0.5, 0.323, 0]


def test_phases_with_a_number_are_called_by_it():
    phases = pd.DataFrame({"phase_id": ["one", "two"], "title": ["Phase 1: Parents together", "In Ealing"]})
    assert of_phases(phases)[["label", "says"]].to_numpy().tolist() == [
        ["Phase 1", "Phase 1: Parents together"],
        ["In Ealing", "In Ealing"],
    ]


def test_a_case_with_too_few_dates_is_refused_in_a_sentence():
    cases = pd.DataFrame({"case": ["a", "b", "c"], "title": ["Ann", "Bo", "Cy"], "zero_first": [1.0, 1.0, float("nan")]})
    sums = pd.DataFrame({"case": ["a", "b", "c"], "here": [1, 1, 1], "elsewhere": [0, 0, 0], "undated": [1, 2, 0]})
    assert refusals(cases, sums, ("contact",)) == {
        "b": "Bo cannot be lined up by day: 2 of 3 contacts have no usable date. It stays in the table, hatched.",
        "c": "Cy cannot be lined up: its file names no incident with a usable date. It stays in the table, hatched.",
    }


@pytest.mark.parametrize(
    ("together", "few", "nowhere"),
    [
        ("total", "What can be placed of it is in the total.", "None of it is in the total."),
        ("median", "It is left out of the medians.", "It is left out of the medians."),
    ],
)
def test_where_all_cases_are_one_the_sentence_says_what_became_of_the_case(together, few, nowhere):
    """Nothing of it stands in the table by itself."""
    cases = pd.DataFrame({"case": ["b", "c"], "title": ["Bo", "Cy"], "zero_first": [1.0, float("nan")]})
    sums = pd.DataFrame({"case": ["b", "c"], "here": [1, 0], "elsewhere": [0, 0], "undated": [2, 1]})
    assert list(refusals(cases, sums, ("contact",), together=together).values()) == [
        f"Bo cannot be lined up by day: 2 of 3 contacts have no usable date. {few}",
        f"Cy cannot be lined up: its file names no incident with a usable date. {nowhere}",
    ]


def test_on_the_calendar_a_case_needs_dates_and_no_day_0():
    """Two of Bo's three lines have none; Cy names no incident, and its one line has its day."""
    cases = pd.DataFrame({"case": ["b", "c"], "title": ["Bo", "Cy"], "zero_first": [1.0, float("nan")]})
    sums = pd.DataFrame({"case": ["b", "c"], "here": [1, 1], "elsewhere": [0, 0], "undated": [2, 0]})
    assert refusals(cases, sums, ("contact",), aligned=False) == {
        "b": "Bo cannot be placed on the calendar: 2 of 3 contacts have no usable date. It stays in the table, hatched."
    }


def test_ranks_and_medians_of_cases_by_sector():
    """Health in three cases: 4, 4 and 1; equal numbers share a rank."""
    rows = pd.DataFrame(
        {"case": ["a", "b", "c", "a"], "row_id": ["health"] * 3 + ["police"], "name": ["Health"] * 3 + ["Police"]}
    )
    found = ranks(rows, [4, 4, 1, 0], [True] * 4)
    assert found[["rank", "of"]].to_numpy().tolist() == [[1, 3], [1, 3], [3, 3], [1, 1]]
    assert medians(found).to_numpy().tolist() == [
        ["health", "Health", 3, 3, 4.0, 1, 4, ("a", "b")],
        ["police", "Police", 1, 1, 0.0, 0, 0, ()],
    ]


def test_the_finding_names_the_greatest_cell():
    rows = pd.DataFrame({"case": ["a"], "name": ["Police"]})
    columns = pd.DataFrame({"says": ["30 to 1 days before day 0"]})
    cell = pd.DataFrame({"row": [0], "column": [0], "done": [1.5], "attempts": [1.0]})
    words = finding(rows, columns, cell, 3, ("contact", "attempt"), {"a": "Ann"})
    assert (
        words
        == "3 contacts and attempts of 1 case stand here; most in one period: 2.5, by Police in Ann, 30 to 1 days before day 0."
    )
    none = finding(rows, columns, cell.assign(done=0.0, attempts=0.0), 0, ("contact", "attempt"), {"a": "Ann"})
    assert none == "No contact or attempt of 1 case can be placed in these days."


def test_words_become_parts_of_an_address():
    assert slug("Children's social care") == "childrens-social-care"
    assert slug("?") == "none"
