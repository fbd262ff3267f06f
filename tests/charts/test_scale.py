"""Days to pixels and back, whichever way the days are spaced."""

import itertools
from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charts.scale import CUT_WIDTH, EDGE, KINDS, scale, ticks

DATES = st.dates(date(1990, 1, 1), date(2030, 1, 1))


@settings(max_examples=60)
@given(
    DATES,
    st.integers(2, 4000),
    st.floats(300, 1800),
    st.sampled_from(KINDS),
    st.lists(st.integers(0, 4000), max_size=12),
    st.data(),
)
def test_a_pixel_leads_back_to_its_day(first, length, width, kind, busy, data):
    """The middle of every day is under that day, on every scale."""
    axis = scale(first, first + timedelta(days=length), width, kind, [first + timedelta(days=one) for one in busy])
    day = first + timedelta(days=data.draw(st.integers(0, length)))
    assert axis.day(axis.middle(day)) == day


@settings(max_examples=60)
@given(DATES, st.integers(2, 4000), st.sampled_from(KINDS), st.lists(st.integers(0, 4000), max_size=12))
def test_later_days_stand_further_right(first, length, kind, busy):
    """Order is never turned round, and all stands between the edges."""
    axis = scale(first, first + timedelta(days=length), 1000, kind, [first + timedelta(days=one) for one in busy])
    places = [axis.x(first + timedelta(days=one)) for one in range(0, length + 1, 7)]
    assert places == sorted(places)
    assert len(set(places)) == len(places)
    assert (axis.x(first), axis.x(axis.last, end=True)) == (pytest.approx(EDGE), pytest.approx(1000 - EDGE))


def test_a_true_scale_gives_each_day_the_same_room():
    """A hundred days over a thousand px, ten of them at either edge: 9.8 px a day."""
    axis = scale(date(2015, 1, 1), date(2015, 4, 10), 1000)
    assert axis.x(date(2015, 1, 11)) == pytest.approx(10 + 98)
    assert axis.middle(date(2015, 1, 11)) == pytest.approx(10 + 98 + 4.9)


def test_days_out_of_the_range_stand_at_its_edge():
    """Before the first day and after the last."""
    axis = scale(date(2015, 1, 1), date(2015, 4, 10), 1000)
    assert (axis.x(date(2014, 1, 1)), axis.x(date(2016, 1, 1))) == (10, 990)


def test_an_even_scale_gives_each_day_with_an_event_the_same_room():
    """Three days, however far apart: 110 px from the edge, then 220 from one to the next."""
    busy = [date(2015, 1, 5), date(2015, 1, 6), date(2015, 11, 1)]
    axis = scale(date(2015, 1, 1), date(2015, 12, 31), 680, "even", busy)
    assert [axis.middle(day) for day in busy] == [pytest.approx(120), pytest.approx(340), pytest.approx(560)]


def test_a_cut_scale_marks_each_empty_stretch():
    """Three years without an event become 34 px between fifteen days on either side."""
    busy = [date(2010, 1, 1), date(2013, 1, 1)]
    axis = scale(date(2009, 12, 1), date(2013, 2, 1), 1000, "cut", busy)
    assert axis.cuts == ((date(2010, 1, 16), date(2012, 12, 17)),)
    ((first, last),) = axis.cuts
    assert axis.x(last) - axis.x(first) == pytest.approx(CUT_WIDTH)


def test_nothing_is_cut_where_no_stretch_is_empty_for_200_days():
    """Exactly 200 days stay."""
    busy = [date(2015, 1, 1), date(2015, 1, 1) + timedelta(days=200)]
    assert scale(date(2015, 1, 1), date(2015, 8, 1), 1000, "cut", busy).cuts == ()


def test_a_window_that_touches_the_range_is_held():
    """By its last day, by its first day, and not by the day before or after."""
    axis = scale(date(2015, 1, 10), date(2015, 1, 20), 1000)
    spans = [
        ("2015-01-01", "2015-01-10"),
        ("2015-01-20", "2015-02-01"),
        ("2015-01-01", "2015-01-09"),
        ("2015-01-21", "2015-02-01"),
    ]
    assert [axis.holds(pd.Timestamp(a), pd.Timestamp(b)) for a, b in spans] == [True, True, False, False]


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (date(2015, 1, 5), date(2015, 2, 1), ["5 Jan 2015", "12 Jan", "19 Jan", "26 Jan"]),
        (date(2014, 11, 1), date(2015, 3, 31), ["November 2014", "December", "January 2015", "February", "March"]),
        (
            date(2014, 1, 1),
            date(2016, 6, 30),
            [f"{month} {year}" for year in (2014, 2015, 2016) for month in ("Jan", "Apr", "Jul", "Oct")][:10],
        ),
        (date(2008, 1, 1), date(2017, 12, 31), [str(year) for year in range(2008, 2018)]),
    ],
)
def test_labels_are_the_smallest_unit_that_fits(first, last, labels):
    """Weeks, months, quarters, years."""
    assert [tick.label for tick in ticks(scale(first, last, 1000))] == labels


def test_the_first_of_january_is_strong():
    """A year begins."""
    axis = scale(date(2014, 11, 1), date(2015, 3, 31), 1000)
    assert [tick.strong for tick in ticks(axis)] == [False, False, True, False, False]


def test_under_relative_disclosure_ticks_count_from_day_0():
    """Day 0 is among them and strong; no month is named."""
    axis = scale(date(1999, 12, 1), date(2000, 1, 10), 1000, relative=True)
    found = ticks(axis)
    assert [tick.label for tick in found] == ["day -28", "day -21", "day -14", "day -7", "day 0", "day 7"]
    assert [tick.label for tick in found if tick.strong] == ["day 0"]


@settings(max_examples=60)
@given(DATES, st.integers(1, 9000), st.sampled_from([("true", True), *((kind, False) for kind in KINDS)]))
def test_labels_never_run_into_each_other(first, length, how):
    """At eight px a letter each label ends before the next begins."""
    axis = scale(first, first + timedelta(days=length), 1000, how[0], [first], how[1])
    said = [(tick.middle - len(tick.label) * 3.9, tick.middle + len(tick.label) * 3.9) for tick in ticks(axis) if tick.label]
    assert all(end <= start + 0.01 for (_, end), (start, _) in itertools.pairwise(said))


def test_narrow_quarters_still_say_which_year_it_is():
    """Twelve quarters of 71 px: too narrow for 'Jan 2014', so the first of a year is named by its year."""
    found = ticks(scale(date(2013, 10, 1), date(2016, 9, 30), 12 * 71 + 20))
    assert [tick.label for tick in found][:6] == ["Oct", "2014", "Apr", "Jul", "Oct", "2015"]
