"""Each month and each cell holds the events that may first have been in it; empty ones stay."""

import pandas as pd

from measures.density import by_month, month_stretches, strip

FIRST, LAST = pd.Timestamp("2015-01-15"), pd.Timestamp("2015-04-02")


def test_every_month_has_a_row(case_of):
    """Two in January, none in February, one blurred from March to April in March, none undated."""
    case = case_of(
        "date: 2015-01-03, agency: police, title: A",
        "date: 2015-01-31, agency: police, title: B",
        "date: 2015-03/2015-04, agency: police, title: C",
        "date: undated, agency: police, title: D",
    )
    found = by_month(case.events, FIRST, LAST)
    assert [(str(row.month.date()), row.events) for row in found.itertuples()] == [
        ("2015-01-01", 2),
        ("2015-02-01", 0),
        ("2015-03-01", 1),
        ("2015-04-01", 0),
    ]


def test_no_event_leaves_every_month_empty(case_of):
    """A case without events is a row of noughts, not an error."""
    assert by_month(case_of().events, FIRST, LAST)["events"].tolist() == [0, 0, 0, 0]


def test_a_card_takes_months_while_they_fit_then_quarters_then_years(case_of):
    """28 cells at most: 28 months fit, 29 are ten quarters, 29 quarters are eight years."""
    events = case_of("date: 2015-01-03, agency: police, title: A", "date: 2015-02-03, agency: police, title: B").events
    start = pd.Timestamp("2015-01-01")
    sizes = [strip(events, start, start + pd.DateOffset(months=months)) for months in (27, 28, 84)]
    assert [(unit, len(cells), cells["events"].tolist()[:2]) for unit, cells in sizes] == [
        ("month", 28, [1, 1]),
        ("quarter", 10, [2, 0]),
        ("year", 8, [2, 0]),
    ]


def test_the_months_to_zoom_to_are_those_in_which_something_may_have_begun():
    """June and September 2015; what is known only later brings no month of its own."""
    events = pd.DataFrame(
        {"earliest": pd.to_datetime(["2015-06-12", "2015-09-01", None, "2016-01-01"]), "hindsight": [False, False, False, True]}
    )
    found = month_stretches(events)
    assert found["name"].tolist() == ["June 2015", "September 2015"]
    assert found["to_latest"].tolist() == [pd.Timestamp("2015-06-30"), pd.Timestamp("2015-09-30")]
