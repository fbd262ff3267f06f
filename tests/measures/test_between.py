"""Days from one event to another hold however the blurred dates fall, and stay exact along a chain."""

import math

import pytest

from measures.between import days_between, receipt


def between(case, first, then):
    rows = {event.event_id: event for event in case.events.itertuples()}
    return days_between(rows[first], rows[then])


def test_two_days_have_one_distance(case_of):
    """13 July to 2 October 2015 is 81 days; the other way round it is negative."""
    case = case_of("id: a, date: 2015-07-13, agency: police, title: A", "id: b, date: 2015-10-02, agency: police, title: B")
    assert (between(case, "a", "b"), between(case, "b", "a")) == ((81, 81), (-81, -81))


def test_blurred_days_have_a_least_and_a_most(case_of):
    """26 to 30 June, then some day in July: from 1 day (30 June, 1 July) to 35 (26 June, 31 July)."""
    case = case_of(
        "id: a, date: 2015-06-26/2015-06-30, agency: police, title: A", "id: b, date: 2015-07, agency: police, title: B"
    )
    assert between(case, "a", "b") == (1, 35)


def test_windows_that_overlap_leave_the_order_open(case_of):
    """The 10th and some day in June: up to 9 days before, up to 20 after."""
    case = case_of("id: a, date: 2015-06-10, agency: police, title: A", "id: b, date: 2015-06, agency: police, title: B")
    assert between(case, "a", "b") == (-9, 20)


def test_days_along_a_chain_are_exact(case_of):
    """Some day in April, 3 days later, and 10 days after that: 13 days, though no day is known."""
    case = case_of(
        "id: a, date: 2013-04, agency: police, title: A",
        "id: b, date: {after: a, days: 3}, agency: police, title: B",
        "id: c, date: {after: b, days: 10}, agency: police, title: C",
        "id: d, date: {before: a, days: [1, 2]}, agency: police, title: D",
    )
    assert between(case, "a", "c") == (13, 13)
    assert between(case, "b", "c") == (10, 10)
    assert between(case, "d", "c") == (14, 15)


def test_a_chain_cut_by_within_uses_both(case_of):
    """0 to 60 days after the 10th, within 20 to 25 June: 10 to 15 days, not 0 to 60."""
    case = case_of(
        "id: a, date: 2013-06-10, agency: police, title: A",
        "id: b, date: {after: a, days: [0, 60], within: 2013-06-20/2013-06-25}, agency: police, title: B",
    )
    assert between(case, "a", "b") == (10, 15)


def test_an_open_end_is_not_counted(case_of):
    """On or after 1 June: at least so many days, and no most; without a date, neither."""
    case = case_of(
        "id: a, date: 2013-05-01, agency: police, title: A",
        "id: b, date: 2013-06-01/.., agency: police, title: B",
        "id: c, date: undated, agency: police, title: C",
    )
    least, most = between(case, "a", "b")
    assert (least, math.isnan(most)) == (31, True)
    assert all(math.isnan(one) for one in between(case, "a", "c"))


def test_a_receipt_counted_from_its_event_stays_in_its_chain(case_of):
    """A letter of July that took two days is received exactly two days after it, whatever the day."""
    case = case_of(
        "id: a, date: 2015-07, agency: police, title: A, "
        "shared_with: {agency: school, outcome: late, received: {after: a, days: 2}}"
    )
    assert receipt(next(case.events.itertuples()), next(case.shares.itertuples())) == ("a", 2, 2)


@pytest.mark.parametrize("days", ["sent: 2015-07-20", "received: 2015-07-20/.."])
def test_a_receipt_that_is_not_counted_from_its_event_stands_alone(case_of, days):
    """Sent on another day, or with no last day: nothing exact follows from the event."""
    case = case_of(f"id: a, date: 2015-07-01, agency: police, title: A, shared_with: {{agency: school, outcome: late, {days}}}")
    assert receipt(next(case.events.itertuples()), next(case.shares.itertuples()))[0] == "share:a-1"
