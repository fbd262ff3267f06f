"""Contact density of the shipped cases: what the reviews' own dates give, worked out by hand."""

import pandas as pd
import pytest

from loaders import read_library
from measures.columns import before_zero, of_phases, on_calendar
from measures.comparing import cell_words, comparison_rows, refusals
from measures.entries import agency_list, case_list, entry_list
from measures.spread import cells, lines, place, place_in_phases
from measures.together import together


@pytest.fixture(scope="module")
def cases():
    """The five cases, in the order of their files."""
    return list(read_library().cases.values())


class Counted:
    """Contacts and attempts that happened and were known at the time, of some cases, by row and column."""

    def __init__(self, cases, columns, aligned, by="sector", kinds=("contact", "attempt")):
        self.agencies = agency_list(together(cases))
        entries = entry_list(together(cases))
        kept = entries["kind"].isin(kinds) & ~entries["planned"] & ~entries["later"]
        self.entries = entries[kept].reset_index(drop=True)
        self.rows, row_of = comparison_rows(self.agencies, by)
        placed = place(self.entries, columns, aligned=aligned)
        self.cells = cells(self.entries, placed, row_of, len(self.rows), len(columns))
        self.lines = lines(self.entries, placed, row_of, len(self.rows), aligned=aligned)

    def words(self, case, row_id):
        """The cells of one row, as they are printed."""
        (at,) = self.rows.index[(self.rows["case"] == case) & (self.rows["row_id"] == row_id)]
        own = self.cells[self.cells["row"] == at]
        return [cell_words(one.done, one.attempts) for one in own.itertuples()]


def day(text):
    return (pd.Timestamp(text) - pd.Timestamp("1970-01-01")).days


def test_child_k_reporting_was_made_monthly_and_what_followed_in_density(cases):
    """PO3 reduced reporting on 24 March 2015 (3.10.5). In what the review reports, probation met or called in two of the seven months
    from February: some day in April (details of two women) and 3 August (a call to the sister); no attempt is reported."""
    found = Counted([cases[3]], on_calendar("month", day("2015-01-01"), day("2015-08-31")), False, by="agency")
    assert found.words("child-k", "probation") == ["1", "0", "0", "1", "0", "0", "0", "1"]


def test_child_k_two_missed_appointments_stand_as_attempts_before_the_assault(cases):
    """27 July is 116 days before, 16 November four; the blurred contacts between are shared out (3.10.12, 3.10.14)."""
    found = Counted(cases, before_zero(30), True)
    assert found.words("child-k", "probation-and-prisons")[8:] == ["0.6 + 1", "0.9", "0.7", "0.5 + 1"]


def test_sophia_is_refused_in_words_and_its_one_month_is_never_a_whole_number(cases):
    """17 of its 27 contacts have no date; the second contact with social care, June 2016 by month, is 0.6 and 0.4."""
    found = Counted(cases, before_zero(30), True)
    sums = found.lines.assign(case=found.rows["case"]).groupby("case", sort=False).sum().reset_index()
    assert refusals(case_list(together(cases)), sums, ("contact",)) == {
        "sophia": "Sophia cannot be lined up by day: 17 of 27 contacts have no usable date. It stays in the table, hatched."
    }
    assert found.words("sophia", "childrens-social-care") == ["0.6", "0.4", *["0"] * 10]


def test_sophia_can_be_counted_by_its_headings(cases):
    """Every one of its contacts stands under one of the review's own headings."""
    case = cases[4]
    agencies = agency_list(together([case]))
    entries = entry_list(together([case]))
    entries = entries[entries["kind"].isin(["contact"])].reset_index(drop=True)
    named = case.events.set_index("event_id")["phases"].reindex(entries["event_id"])
    placed = place_in_phases(entries, case.phases, named)
    rows, row_of = comparison_rows(agencies, "sector")
    found = cells(entries, placed, row_of, len(rows), len(of_phases(case.phases)))
    assert found["done"].sum() == pytest.approx(27)


@pytest.mark.parametrize("per", [30, 90])
def test_every_contact_of_the_five_is_in_a_cell_or_beside_them(cases, per):
    """205 lines: contacts and attempts that happened and were known at the time."""
    found = Counted(cases, before_zero(per), True)
    assert len(found.entries) == 205
    assert found.lines[["here", "elsewhere", "undated"]].to_numpy().sum() == 205
    total = found.cells[["done", "attempts"]].to_numpy().sum() + found.lines[["outside", "undated"]].to_numpy().sum()
    assert total == pytest.approx(205)


def test_birminghams_clinic_is_day_minus_three_though_no_day_is_known(cases):
    """The last health contact counts whole in the last 30 days (8.29)."""
    found = Counted(cases, before_zero(30), True)
    assert found.words("birmingham", "health")[-1] == "1.1"
