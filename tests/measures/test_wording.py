"""Days in words are never more exact than the window they stand for."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.wording import counted, day, days, listed, window


def at(text):
    return pd.Timestamp(text) if text else pd.NaT


@pytest.mark.parametrize(
    ("earliest", "latest", "says", "short"),
    [
        ("2015-11-05", "2015-11-05", "5 November 2015", "5 Nov 2015"),
        ("2015-11-01", "2015-11-30", "November 2015", "Nov 2015"),
        ("2015-06-24", "2015-06-26", "24 to 26 June 2015", "24 to 26 Jun 2015"),
        ("2015-06-26", "2015-07-02", "26 June to 2 July 2015", "26 Jun to 2 Jul 2015"),
        ("2014-12-30", "2015-01-02", "30 December 2014 to 2 January 2015", "30 Dec 2014 to 2 Jan 2015"),
        ("2015-05-01", "2015-07-31", "May to July 2015", "May to Jul 2015"),
        ("2014-12-01", "2015-02-28", "December 2014 to February 2015", "Dec 2014 to Feb 2015"),
        ("2008-01-01", "2008-12-31", "2008", "2008"),
        ("2008-01-01", "2010-12-31", "2008 to 2010", "2008 to 2010"),
        ("2016-02-01", "2016-02-28", "1 to 28 February 2016", "1 to 28 Feb 2016"),
        ("2016-02-01", "2016-02-29", "February 2016", "Feb 2016"),
        ("2015-06-12", "", "12 June 2015 or later", "12 Jun 2015 or later"),
        ("", "2015-06-12", "by 12 June 2015", "by 12 Jun 2015"),
        ("", "", "no date", "no date"),
    ],
)
def test_a_window_is_said_as_exactly_as_it_is_known(earliest, latest, says, short):
    """Whole months and years by name, open ends as such, and the 29th of a leap February counts."""
    assert window(at(earliest), at(latest)) == says
    assert window(at(earliest), at(latest), short=True) == short


@pytest.mark.parametrize(
    ("earliest", "latest", "says"),
    [
        ("2000-01-01", "2000-01-01", "day 0"),
        ("1999-11-08", "1999-11-08", "day -54"),
        ("1999-12-31", "2000-01-02", "day -1 to 1"),
        ("2000-01-11", "", "day 10 or later"),
        ("", "2000-01-11", "by day 10"),
        ("", "", "no date"),
    ],
)
def test_under_relative_disclosure_days_count_from_day_0(earliest, latest, says):
    """No calendar day is shown, and a whole month is not called by its name."""
    assert window(at(earliest), at(latest), "relative") == says


@pytest.mark.parametrize(
    ("earliest", "latest", "disclosure", "says"),
    [
        ("2016-01-29", "2017-01-28", "month", "January 2016 to January 2017"),
        ("2016-02-10", "2016-02-10", "month", "February 2016"),
        ("2016-02-10", "2016-02-10", "season", "December 2015 to February 2016"),
        ("2016-01-29", "", "season", "December 2015 or later"),
    ],
)
def test_no_day_is_said_where_only_months_or_seasons_may_be(earliest, latest, disclosure, says):
    """However the window came about: 28 days from some day of 2016 is a window that begins on 29 January."""
    assert window(at(earliest), at(latest), disclosure) == says


def test_a_month_of_relative_days_has_no_name():
    """The 31 days that happen to stand for January 2000 are days 0 to 30."""
    assert window(at("2000-01-01"), at("2000-01-31"), "relative") == "day 0 to 30"


@given(st.dates(), st.integers(0, 800))
def test_a_blurred_window_is_never_said_as_one_day(first, length):
    """Only a window of one day reads as a day."""
    earliest = pd.Timestamp(first).as_unit("s")
    latest = min(earliest + pd.Timedelta(days=length), pd.Timestamp("9999-12-31").as_unit("s"))
    assert (window(earliest, latest) == day(earliest)) == (earliest == latest)


@pytest.mark.parametrize(
    ("least", "most", "says"),
    [
        (81, 81, "81 days"),
        (1, 1, "1 day"),
        (0, 0, "0 days"),
        (0, 1, "0 to 1 day"),
        (70, 81, "70 to 81 days"),
        (70, None, "at least 70 days"),
        (None, 5, "at most 5 days"),
        (None, None, "days not known"),
    ],
)
def test_a_length_keeps_its_range(least, most, says):
    """One number only where both bounds agree."""
    bounds = [float("nan") if one is None else float(one) for one in (least, most)]
    assert days(*bounds) == says


def test_counts_take_their_plural():
    """One event, two events, three agencies."""
    assert [counted(1, "event"), counted(2, "event"), counted(0, "event"), counted(3, "agency", "agencies")] == [
        "1 event",
        "2 events",
        "0 events",
        "3 agencies",
    ]


def test_a_list_ends_with_and():
    """Commas between, 'and' before the last, nothing for nothing."""
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == ["", "a", "a and b", "a, b and c"]


def test_an_open_end_is_no_more_exact_than_the_disclosure() -> None:
    """Under months, 'February 2019 or later'; under exact days, the day."""
    start = pd.Timestamp("2019-02-01")
    assert window(start, pd.NaT, "month") == "February 2019 or later"
    assert window(pd.NaT, pd.Timestamp("2019-02-28"), "season", short=True) == "by Feb 2019"
    assert window(start, pd.NaT) == "1 February 2019 or later"
