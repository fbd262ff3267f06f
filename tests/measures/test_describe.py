"""The picture in a sentence says what is in it, no more."""

import pandas as pd

from measures.describe import describe


def test_nothing_is_said_to_be_nothing(case_of):
    """An empty picture says why."""
    case = case_of()
    assert describe(case.events, case.agencies) == "Swimlanes without events: nothing passes the filters."


def test_counts_span_busiest_quietest_and_undated(case_of):
    """Two of the police, one of the school, one of them without a date."""
    case = case_of(
        "date: 2015-06-12, agency: police, title: A",
        "date: undated, agency: police, title: B",
        "date: 2015-07, agency: school, title: C",
    )
    assert describe(case.events, case.agencies) == (
        "Swimlanes of 3 events in 2 lanes, 12 June 2015 to July 2015. "
        "Most are in the lane Police (2), fewest in School (1). 1 event has no usable date."
    )


def test_equal_lanes_are_not_ranked(case_of):
    """One each is neither most nor fewest."""
    case = case_of("date: 2015-06-12, agency: police, title: A", "date: 2015-06-12, agency: school, title: C")
    assert describe(case.events, case.agencies) == "Swimlanes of 2 events in 2 lanes, 12 June 2015."


def test_lanes_that_are_alike_are_counted(case_of):
    """Two lanes have one event: neither alone has the fewest."""
    case = case_of(
        "date: 2015-06-12, agency: police, title: A",
        "date: 2015-06-12, agency: police, title: B",
        "date: 2015-06-12, agency: school, title: C",
        "date: 2015-06-12, agency: family, title: D",
    )
    assert describe(case.events, case.agencies) == (
        "Swimlanes of 4 events in 3 lanes, 12 June 2015. Most are in the lane Police (2), fewest in 2 lanes (1 each)."
    )


def test_what_lies_outside_the_days_drawn_is_counted_by_itself(case_of):
    """One long before, one after; a window that only touches the days is drawn."""
    case = case_of(
        "date: 1978, agency: family, title: Birth",
        "date: 2015-06/2015-07, agency: police, title: A",
        "date: 2015-07-12, agency: police, title: B",
        "date: 2015-09-01, agency: school, title: C",
    )
    days = pd.Timestamp("2015-07-01"), pd.Timestamp("2015-07-31")
    assert describe(case.events, case.agencies, days=days) == (
        "Swimlanes of 2 events in 1 lane, drawn for July 2015. 2 more lie outside: 1 before these days and 1 after them."
    )


def test_a_single_lane_without_days(case_of):
    """No span is made up."""
    case = case_of("date: undated, agency: police, title: A")
    assert describe(case.events, case.agencies) == "Swimlanes of 1 event in 1 lane. 1 event has no usable date."


def test_the_span_respects_the_disclosure(case_of):
    """Under relative disclosure only days from day 0 are said."""
    case = case_of(
        "id: death, date: 2015-06-12, agency: family, title: Death",
        "date: 2015-06-10, agency: police, title: A",
        about="disclosure: relative\nincident: death",
    )
    assert describe(case.events, case.agencies, "relative") == "Swimlanes of 2 events in 2 lanes, day -2 to 0."
