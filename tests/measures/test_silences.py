"""A silence is made of whole days that are sure to be silent."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.silences import can_be_measured, silences


def rows(case):
    return [(one.agency, one.after, one.before, one.at_least_days, one.others) for one in silences(case.events).itertuples()]


def test_whole_days_between_two_days_are_silent(case_of):
    """Between the 1st and the 11th lie nine days, from the 2nd to the 10th."""
    case = case_of("id: a, date: 2015-06-01, agency: police, title: A", "id: b, date: 2015-06-11, agency: police, title: B")
    found = silences(case.events)
    assert rows(case) == [("police", "a", "b", 9, 0)]
    assert found[["first_day", "last_day"]].iloc[0].tolist() == [pd.Timestamp("2015-06-02"), pd.Timestamp("2015-06-10")]


def test_a_vague_date_never_lengthens_a_silence(case_of):
    """The middle event may fall on any day of June, so no day is sure to be silent; the longest comes first."""
    case = case_of(
        "id: a, date: 2015-06-01, agency: police, title: A",
        "id: m, date: 2015-06, agency: police, title: M",
        "id: b, date: 2015-07-03, agency: police, title: B",
    )
    found = silences(case.events)
    assert rows(case) == [("police", "m", "b", 2, 0), ("police", "a", "m", 0, 0)]
    assert pd.isna(found["first_day"].iloc[1])


def test_the_window_that_ends_last_counts_not_the_one_that_comes_last(case_of):
    """Some day in June, then the 10th: until 1 July the silence begins on 1 July at the earliest."""
    case = case_of(
        "id: blurred, date: 2015-06, agency: police, title: A",
        "id: day, date: 2015-06-10, agency: police, title: B",
        "id: end, date: 2015-07-11, agency: police, title: C",
    )
    assert rows(case)[0] == ("police", "blurred", "end", 10, 0)


def test_days_along_a_chain_stay_sure(case_of):
    """Some day in April, and exactly 13 days later: twelve silent days, though no one day is surely silent."""
    case = case_of(
        "id: a, date: 2013-04, agency: police, title: A",
        "id: b, date: {after: a, days: 13}, agency: police, title: B",
    )
    found = silences(case.events)
    assert rows(case) == [("police", "a", "b", 12, 0)]
    assert pd.isna(found["first_day"].iloc[0])


def test_a_meeting_breaks_the_silence_of_everyone_present(case_of):
    """The school's meeting counts for the police, who were there."""
    case = case_of(
        "id: a, date: 2015-06-01, agency: police, title: A",
        "id: m, date: 2015-06-06, agency: school, present: police, title: M",
        "id: b, date: 2015-06-11, agency: police, title: B",
    )
    assert rows(case) == [("police", "a", "m", 4, 0), ("police", "m", "b", 4, 0)]


def test_what_others_did_in_a_silence_is_counted_where_it_surely_lies_within(case_of):
    """One day of the school's within; a window that reaches out of it and the family's life do not count."""
    case = case_of(
        "id: a, date: 2015-06-01, agency: police, title: A",
        "id: b, date: 2015-06-11, agency: police, title: B",
        "id: c, date: 2015-06-05, agency: school, title: C",
        "id: d, date: 2015-06-05/2015-06-20, agency: clinic, title: D",
        "id: e, date: 2015-06-06, agency: family, title: E",
    )
    assert rows(case) == [("police", "a", "b", 9, 1)]


def test_the_family_and_single_events_have_no_silence(case_of):
    """The family's lane is not an agency; one event is no end of a silence; an undated one is none either."""
    case = case_of(
        "date: 2015-06-01, agency: family, title: A",
        "date: 2015-06-11, agency: family, title: B",
        "date: 2015-06-11, agency: school, title: C",
        "date: 2015-06-11, agency: police, title: D",
        "date: undated, agency: police, title: E",
    )
    assert list(silences(case.events).columns) == [
        "agency",
        "after",
        "before",
        "at_least_days",
        "first_day",
        "last_day",
        "others",
    ]
    assert silences(case.events).empty


def test_silence_is_measured_where_half_of_the_events_have_days(case_of):
    """One dated of two is enough, one of three is not, and nothing is not."""
    dated, undated = "date: 2015-06-01, agency: police, title: A", "date: undated, agency: police, title: B"
    assert [can_be_measured(case_of(*one).events) for one in ((dated, undated), (dated, undated, undated), ())] == [
        True,
        False,
        False,
    ]


def frame_of(windows):
    start = pd.Timestamp("2015-01-01")
    spans = [(start + pd.Timedelta(days=first), start + pd.Timedelta(days=first + length)) for first, length in windows]
    return pd.DataFrame(
        {
            "event_id": [f"e{number}" for number in range(len(spans))],
            "order": range(len(spans)),
            "agency": "police",
            "present": [()] * len(spans),
            "earliest": [one for one, _ in spans],
            "latest": [one for _, one in spans],
            "anchor": [f"e{number}" for number in range(len(spans))],
            "days_least": 0,
            "days_most": 0,
        }
    )


WINDOWS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=2, max_size=6)


@settings(max_examples=30)
@given(WINDOWS, st.data())
def test_widening_a_window_never_lengthens_the_surest_silence(windows, draws):
    """Whatever window is made vaguer by days before and after, the longest sure silence does not grow."""
    place = draws.draw(st.integers(0, len(windows) - 1))
    before, after = draws.draw(st.tuples(st.integers(0, 20), st.integers(0, 20)))
    first, length = windows[place]
    wider = [*windows[:place], (first - before, length + before + after), *windows[place + 1 :]]
    inner = [window for number, window in enumerate(windows) if number != place]
    longest = silences(frame_of(windows))["at_least_days"].max()
    ends = min(one for one, _ in windows), max(one + length for one, length in windows)
    if ends[0] <= first - before and first + length + after <= ends[1] and inner:
        assert silences(frame_of(wider))["at_least_days"].max() <= longest


@settings(max_examples=30)
@given(WINDOWS, st.data())
def test_a_sure_silence_is_silent_wherever_the_events_fall(windows, draws):
    """No draw of real days out of the windows puts an event on a day that was called silent."""
    events = frame_of(windows)
    start = pd.Timestamp("2015-01-01")
    drawn = {start + pd.Timedelta(days=draws.draw(st.integers(first, first + length))) for first, length in windows}
    for one in silences(events).itertuples():
        if one.at_least_days:
            assert not {day for day in drawn if one.first_day <= day <= one.last_day}
