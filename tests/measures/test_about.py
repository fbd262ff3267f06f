"""A case in rows and words: dates, addressees and lives, worked out by hand."""

import datetime
from types import SimpleNamespace

import pandas as pd
import pytest

from loaders.dates import UNDATED, Span, read_date
from measures.about import addressed, agency_rows, how_dated, life_words, points_by, scope_words, span_words

DAY = pd.Timestamp


@pytest.mark.parametrize(
    ("datings", "expected"),
    [
        (["exact", "blurred", "exact"], "Of 3 events 2 have an exact day and 1 a window of days"),
        (["undated"], "Of 1 event 1 has no date"),
        (["open", "undated"], "Of 2 events 1 has one open end and 1 no date"),
        ([], "No event is entered"),
    ],
)
def test_how_exact_the_dates_are_is_counted(datings, expected):
    """Kinds of dating without an event are left out."""
    assert how_dated(pd.DataFrame({"dating": pd.Series(datings, dtype=object)})) == expected


@pytest.mark.parametrize(
    ("ends", "disclosure", "word", "expected"),
    [
        ((DAY("2019-02-01"), pd.NaT), "month", "", "February 2019 or later"),
        ((pd.NaT, DAY("2019-02-28")), "month", "", "by February 2019"),
        ((DAY("2019-02-01"), pd.NaT), "exact", "", "1 February 2019 or later"),
        ((DAY("2015-05-20"), DAY("2015-05-20")), "exact", "", "20 May 2015"),
        ((DAY("2000-01-05"), pd.NaT), "relative", "", "day 4 or later"),
        ((pd.NaT, pd.NaT), "exact", "ongoing", "ongoing"),
        ((pd.NaT, pd.NaT), "exact", "", ""),
    ],
)
def test_an_open_end_is_no_more_exact_than_the_file_allows(ends, disclosure, word, expected):
    """Where only months may be shown, an open end is a month too."""
    assert span_words(*ends, disclosure, word) == expected


@pytest.mark.parametrize(
    ("began", "ended", "expected"),
    [
        ("2014-04", "2015-11-21", "April 2014 to 21 November 2015"),
        ("2013-10-03", "2016-11-19", "3 October 2013 to 19 November 2016"),
        ("2008", "2017-05", "2008 to May 2017"),
        ("2013-02-01/2013-02-10", "2014-03-31", "1 to 10 February 2013 until 31 March 2014"),
        ("2015", "2015", "2015"),
        ("2015-01-01", "2015-12-31", "2015"),
        ("2014-04", "undated", "April 2014 or later"),
        ("undated", "2014-04", "until April 2014"),
        ("undated", "undated", ""),
    ],
)
def test_the_scope_is_at_neither_end_more_exact_than_the_file(began, ended, expected):
    """A review that looks from April 2014 on does not look from 1 April on."""
    assert scope_words(read_date(began), read_date(ended)) == expected


def test_the_scope_counts_from_day_0_where_the_file_shows_no_dates():
    """Days are told from 1 January 2000, which stands for day 0 under that disclosure."""
    before, zero = datetime.date(1999, 12, 22), datetime.date(2000, 1, 1)
    assert scope_words(Span(before, before), Span(zero, zero), "relative") == "day -10 to 0"
    assert scope_words(UNDATED, UNDATED, "relative") == ""


def test_a_recommendation_to_two_stands_under_both():
    """Addressees come in the order they are first named; one without any has a heading of its own."""
    made = pd.DataFrame({"recommendation_id": ["a", "b", "c"], "to": [("police", "The Board"), (), ("police",)]})
    assert addressed(made, {"police": "County Police"}).to_dict("split")["data"] == [
        ["County Police", "a"],
        ["County Police", "c"],
        ["The Board", "a"],
        ["No addressee given", "b"],
    ]


def test_without_recommendations_there_is_no_row():
    """The frame keeps its columns."""
    none = addressed(pd.DataFrame({"recommendation_id": pd.Series(dtype=object), "to": pd.Series(dtype=object)}), {})
    assert (len(none), list(none.columns)) == (0, ["to", "recommendation_id"])


def test_points_are_found_by_what_they_lead_to():
    """One finding with two points, one with one."""
    practice = pd.DataFrame({"practice_id": ["a", "b"], "findings": [("one", "two"), ("one",)]})
    assert points_by(practice, "findings") == {"one": ("a", "b"), "two": ("a",)}


def test_a_life_is_told_as_far_as_it_is_recorded():
    """Age, birth and death in that order; nothing where nothing is recorded."""
    none = {"born_earliest": pd.NaT, "born_latest": pd.NaT, "died_earliest": pd.NaT, "died_latest": pd.NaT}
    known = {"age": "5", "died_earliest": DAY("2016-11-21"), "died_latest": DAY("2016-11-21")}
    assert life_words(SimpleNamespace(**{**none, **known}), "exact") == "5; died 21 November 2016"
    assert life_words(SimpleNamespace(**none, age=""), "exact") == ""


def test_an_agency_counts_its_events_and_names_its_points(case_of):
    """Police with two events and a point, the school with a contribution and nothing else; the family is no agency."""
    case = case_of(
        "id: call, date: 2015-05-20, agency: police, title: Call",
        "date: 2015-06, agency: police, title: Visit",
        "date: 2015-07, agency: family, title: Move",
        rest="practice:\n  - {id: good, kind: good practice, title: A good call, events: call}\n",
    )
    found = agency_rows(case.agencies, case.events, case.practice)
    assert found[["name", "events", "points"]].to_dict("split")["data"] == [
        ["County Police", 2, ("good",)],
        ["Primary School", 0, ()],
        ["Health Clinic", 0, ()],
    ]
