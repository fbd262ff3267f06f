"""Where the events of a case stand on the calendar and against day 0."""

import pandas as pd
import pytest

from loaders import read_library
from measures.columns import before_zero
from measures.entries import agency_list, case_list, entry_list
from measures.spread import place
from measures.together import together


def entries_of(case):
    """The counted entries of one case."""
    return entry_list(together([case]))


def test_only_counted_kinds_of_agencies_are_entries(case_of):
    """The family's own life, a decision and a record are none; an open end and no date have no place."""
    case = case_of(
        "date: 2015-01-03, agency: police, title: A, kind: contact",
        "date: 2015-01-03, agency: family, title: B, kind: contact",
        "date: 2015-01-03, agency: police, title: C, kind: decision",
        "date: 2015-01-03/.., agency: school, title: D, kind: meeting",
        "date: undated, agency: school, title: E, kind: exchange",
    )
    found = entries_of(case)
    assert found["kind"].tolist() == ["contact", "meeting", "exchange"]
    assert found["dated"].tolist() == [True, False, False]
    assert found["lined"].tolist() == [False, False, False]


def test_a_chain_to_day_0_is_exact_where_no_day_is_known(case_of):
    """Day 0 is some day between 25 May and 4 June; the visit, three days before it, is day -3 and nothing else."""
    case = case_of(
        "id: sent, date: 2013-05-25/2013-06-04, agency: police, title: Day 0",
        "date: {before: sent, days: 3}, agency: clinic, title: Visit, kind: contact",
        "date: 2013-05-25, agency: clinic, title: Call, kind: contact",
        about="incident: sent",
    )
    found = entries_of(case)
    assert found[["since", "wide_zero", "blur"]].to_numpy().tolist() == [[-3, 1, 1], [-10, 1, 11]]


def test_a_chain_to_an_undated_day_0_still_lines_up_nothing(case_of):
    """Without a day 0 that has a window, no column before it has any meaning."""
    case = case_of(
        "id: sent, date: undated, agency: police, title: Day 0",
        "date: {before: sent, days: 3}, agency: clinic, title: Visit, kind: contact",
        about="incident: sent",
    )
    assert entries_of(case)["lined"].tolist() == [False]


def test_months_only_widen_the_event_and_day_0(case_of):
    """13 June 2016 and a death of May 2017, both by month: 0.6 in '360 to 331', 0.4 in '330 to 301', the rest before; never 1 in one."""
    case = case_of(
        "id: death, date: 2017-05-09, agency: police, title: Day 0",
        "date: 2016-06-13, agency: clinic, title: Call, kind: contact",
        about="incident: death\ndisclosure: month",
    )
    placed = place(entries_of(case), before_zero(30), aligned=True)
    assert placed["share"].round(1).tolist() == [0.6, 0.4]
    assert placed["share"].sum().round(3) == 0.989


def test_a_case_of_days_from_day_0_has_no_place_on_the_calendar(case_of):
    """Two days before: lined up, not dated."""
    case = case_of(
        "id: death, date: 2017-05-09, agency: police, title: Day 0",
        "date: 2017-05-07, agency: clinic, title: Call, kind: contact",
        about="incident: death\ndisclosure: relative",
    )
    found = entries_of(case)
    assert found[["dated", "lined", "since", "wide_zero", "blur"]].to_numpy().tolist() == [[False, True, -2, 1, 1]]


def test_the_denominators_of_a_case(case_of):
    """Dated, blurred, without; its scope in days before day 0; agencies by what they gave."""
    case = case_of(
        "id: death, date: 2017-05-09, agency: police, title: Day 0",
        "date: 2017-05, agency: clinic, title: Call, kind: contact",
        "date: undated, agency: clinic, title: Letter, kind: contact",
        about="incident: death\nfrom: 2017-04-09\nto: 2017-05-09\nreview_type: serious case review",
    )
    one = case_list(together([case])).iloc[0]
    assert one[["review", "events", "exact", "blurred", "undated", "agencies", "entered", "nil"]].tolist() == [
        "serious case review", 3, 1, 1, 1, 3, 2, 0,
    ]  # fmt: skip
    assert one[["since", "until"]].tolist() == [-30, 0]


def test_no_case_gives_empty_frames():
    """The columns stay."""
    assert agency_list(together([])).empty
    assert entry_list(together([])).empty
    assert list(entry_list(together([]))["kind"].cat.categories) == ["contact", "attempt", "exchange", "meeting"]
    assert isinstance(case_list(together([])), pd.DataFrame)


def test_many_cases_give_what_each_gives_alone():
    """The five shipped cases one by one and together, with places of agencies counted on."""
    cases = list(read_library().cases.values())
    alone = [entry_list(together([case])) for case in cases]
    lanes = [len(agency_list(together([case]))) for case in cases]
    counted = [part.assign(agency=part["agency"] + sum(lanes[:at])) for at, part in enumerate(alone)]
    pd.testing.assert_frame_equal(entry_list(together(cases)), pd.concat(counted, ignore_index=True), check_dtype=False)
    one_by_one = pd.concat([case_list(together([case])) for case in cases], ignore_index=True)
    pd.testing.assert_frame_equal(case_list(together(cases)), one_by_one)


def test_progress_is_told_and_whoever_stops_it_ends_it(case_of):
    """After every 50 cases; what the listener raises goes through."""
    case = case_of("date: 2015-01-03, agency: police, title: A, kind: contact")
    told = []
    together([case] * 120, lambda done, of: told.append((done, of)))
    assert told == [(50, 120), (100, 120)]

    def leave(done, of):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        together([case] * 120, leave)
