"""Days on which nobody was in touch, counted by hand."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.dates import Span
from measures.days_without import days_without, in_touch, period

FIRST = pd.Timestamp("2015-01-01")
NONE = pd.DataFrame({"earliest": [], "latest": [], "lasts": []}).astype({"earliest": "datetime64[s]", "latest": "datetime64[s]"})


def touches(*windows):
    """Events in touch, by first and last day from 1 January; a third value says that it went on."""
    rows = [(FIRST + pd.Timedelta(days=one[0]), FIRST + pd.Timedelta(days=one[1]), len(one) > 2) for one in windows]
    return pd.DataFrame(rows, columns=["earliest", "latest", "lasts"]) if rows else NONE


def counted(length, *windows):
    return days_without(touches(*windows), FIRST, FIRST + pd.Timedelta(days=length - 1))


def test_a_day_is_surely_without_where_no_window_touches_it_and_possibly_where_none_is_sure():
    """Ten days; one contact on day 0, one on some day of 4 to 6: six days surely without, nine without a sure one."""
    found = counted(10, (0, 0), (4, 6))
    assert (found["days"], found["sure"], found["possible"]) == (10, 6, 9)
    assert (found["longest"], str(found["longest_from"].date())) == (3, "2015-01-02")


def test_what_went_on_touches_every_day_of_its_window():
    """A stay of days 2 to 5 leaves six of ten, and they are as sure as possible."""
    found = counted(10, (2, 5, "lasts"))
    assert (found["sure"], found["possible"], found["longest"]) == (6, 6, 4)


def test_windows_are_cut_at_the_period():
    """One that began before it and one that ends after it."""
    found = counted(10, (-5, 1), (8, 30))
    assert (found["sure"], found["possible"], found["contacts"]) == (6, 10, 2)


def test_without_a_contact_every_day_is_without_and_an_undated_one_is_counted_beside():
    """It may lie on any of the days."""
    undated = pd.DataFrame({"earliest": [pd.NaT], "latest": [pd.NaT], "lasts": [False]}).astype(
        {"earliest": "datetime64[s]", "latest": "datetime64[s]"}
    )
    found = days_without(undated, FIRST, FIRST + pd.Timedelta(days=4))
    assert (found["sure"], found["longest"], found["contacts"], found["undated"]) == (5, 5, 0, 1)


def test_in_touch_is_a_contact_or_somebody_seen_and_never_a_plan_or_the_family(case_of):
    """An attempt is none; a meeting is one where it records who was seen."""
    case = case_of(
        "id: a, date: 2015-01-01, agency: police, title: Visit, kind: contact",
        "id: b, date: 2015-01-02, agency: school, title: Door, kind: attempt",
        "id: c, date: 2015-01-03, agency: clinic, title: Conference, kind: meeting, seen: mother",
        "id: d, date: 2015-01-04, agency: police, title: Visit to come, kind: contact, planned: true",
        "id: e, date: 2015-01-05, agency: family, title: A move, kind: contact",
    )
    assert list(in_touch(case.events)["event_id"]) == ["a", "c"]


def test_the_period_is_the_scope_or_from_the_first_to_the_last_dated_event(case_of):
    """An end that the scope does not give is taken from the events; without any day there is none."""
    case = case_of("date: 2015-01-05, agency: police, title: A", "date: 2015-03-07/2015-03-09, agency: police, title: B")
    assert [str(day.date()) for day in period(case.events, Span(None, None))] == ["2015-01-05", "2015-03-09"]
    assert [str(day.date()) for day in period(case.events, Span(FIRST.date(), None))] == ["2015-01-01", "2015-03-09"]
    assert pd.isna(period(case_of("date: undated, agency: police, title: A").events, Span(None, None))[0])


windows = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 20)).map(lambda one: (one[0], sum(one))), min_size=1, max_size=6)


@given(windows, st.integers(0, 5), st.integers(0, 9))
@settings(max_examples=40, deadline=None)
def test_a_longer_blur_never_adds_a_sure_day_without_and_never_takes_a_possible_one(rows, which, more):
    """The days that are sure get fewer or stay, the possible ones get more or stay."""
    vaguer = [*rows]
    vaguer[which % len(rows)] = (rows[which % len(rows)][0] - more, rows[which % len(rows)][1] + more)
    sharp, vague = counted(60, *rows), counted(60, *vaguer)
    assert vague["sure"] <= sharp["sure"] <= sharp["possible"] <= vague["possible"]
    assert vague["longest"] <= sharp["longest"]
