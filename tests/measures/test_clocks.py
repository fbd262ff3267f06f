"""What was due is within, outside, cannot tell or never, and sure only where it holds however the dates fall."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.clocks import after_working_days, clock_results, taken_cell, taken_words, working_day, working_days


def clock(case_of, starts, met, due="", events=(), about="", met_by="met_by: end", starts_at="a"):
    """The answer, the words and the row of one clock from event a to event end."""
    dated = (
        f"id: a, date: {starts}, agency: police, title: A",
        f"id: end, date: {met}, agency: police, title: B",
    )
    rest = f"clocks:\n  - {{title: Clock, starts: {starts_at}, {met_by}, due: {due}}}\n"
    case = case_of(*dated, *events, about=about, rest=rest)
    row = next(clock_results(case.clocks, case.events, case.shares, case.about.disclosure).itertuples())
    return row.answer, row.words, row


def test_working_days_leave_out_the_first_day_and_count_the_last():
    """1 to 9 July 2015, a Wednesday and the Thursday of the next week, is six working days."""
    assert working_days(date(2015, 7, 1), date(2015, 7, 9)) == 6


def test_weekends_and_bank_holidays_are_no_working_days():
    """Friday 1 May to Tuesday 5 May 2015: Monday the 4th was the early May holiday."""
    assert working_days(date(2015, 5, 1), date(2015, 5, 5)) == 1
    assert [working_day(date(2015, 12, day)) for day in (24, 25, 26, 27, 28, 29)] == [True, False, False, False, False, True]


def test_working_days_of_one_day_are_none_and_backwards_are_negative():
    """The day itself is left out; Friday back to Wednesday is two days before."""
    assert (working_days(date(2015, 7, 1), date(2015, 7, 1)), working_days(date(2015, 7, 3), date(2015, 7, 1))) == (0, -2)


@pytest.mark.parametrize(
    ("first", "number", "day"),
    [
        (date(2015, 7, 1), 6, date(2015, 7, 9)),
        (date(2015, 5, 1), 1, date(2015, 5, 5)),
        (date(2015, 7, 4), 0, date(2015, 7, 4)),
        (date(2015, 7, 9), -6, date(2015, 7, 1)),
    ],
)
def test_the_last_of_so_many_working_days_has_a_day(first, number, day):
    """The day on which it was due; before it where negative."""
    assert after_working_days(first, number) == day


@given(st.dates(date(2010, 1, 1), date(2025, 1, 1)), st.integers(1, 60))
def test_counting_to_the_due_day_gives_the_number_back(first, number):
    """So many working days after a day are so many working days."""
    assert working_days(first, after_working_days(first, number)) == number


def test_met_on_the_due_day_is_within(case_of):
    """Six working days due, six taken; five due, outside."""
    assert clock(case_of, "2015-07-01", "2015-07-09", "6 working days")[:2] == (
        "within",
        "6 working days, due in 6 working days, within",
    )
    assert clock(case_of, "2015-07-01", "2015-07-09", "5 working days")[:2] == (
        "outside",
        "6 working days, due in 5 working days, outside",
    )


@pytest.mark.parametrize(
    ("met", "answer", "words"),
    [
        ("2015-07-01/2015-07-06", "within", "0 to 5 days, due in 5 days, within"),
        ("2015-07-01/2015-07-07", "cannot tell", "0 to 6 days, due in 5 days, cannot tell"),
        ("2015-07-07/2015-07-31", "outside", "6 to 30 days, due in 5 days, outside"),
        ("undated", "cannot tell", "due in 5 days, cannot tell"),
        ("2015-07-07/..", "cannot tell", "due in 5 days, cannot tell"),
    ],
)
def test_a_blurred_end_is_sure_only_where_every_day_of_it_agrees(case_of, met, answer, words):
    """Due in five days from 1 July."""
    assert clock(case_of, "2015-07-01", met, "5 days")[:2] == (answer, words)


def test_weeks_are_seven_days(case_of):
    """Six weeks are 42 days: 81 days are outside."""
    assert clock(case_of, "2015-07-13", "2015-10-02", "6 weeks")[:2] == ("outside", "81 days, due in 6 weeks, outside")
    assert clock(case_of, "2015-07-13", "2015-08-24", "6 weeks")[0] == "within"


def test_months_run_to_the_same_day(case_of):
    """Three months from 30 November end on the last of February, however short."""
    answer, _, row = clock(case_of, "2014-11-30", "2015-02-28", "3 months")
    assert (answer, row.due_latest) == ("within", pd.Timestamp("2015-02-28"))
    assert clock(case_of, "2014-11-30", "2015-03-01", "3 months")[0] == "outside"


def test_months_before_are_counted_back(case_of):
    """Six months before 15 July is 15 January: the 14th is within, four months before is outside."""
    assert clock(case_of, "2015-07-15", "2015-01-14", "6 months before")[:2] == (
        "within",
        "182 days before, due 6 months before, within",
    )
    assert clock(case_of, "2015-07-15", "2015-03-15", "6 months before")[:2] == (
        "outside",
        "122 days before, due 6 months before, outside",
    )


def test_working_days_before_are_counted_back(case_of):
    """Six working days before 9 July is 1 July."""
    answer, _, row = clock(case_of, "2015-07-09", "2015-07-01", "6 working days before")
    assert (answer, row.due_earliest) == ("within", pd.Timestamp("2015-07-01"))


def test_a_due_date_is_compared_and_said_in_words(case_of):
    """On the day is within, the day after is not."""
    assert clock(case_of, "2015-06-01", "2015-07-01", "2015-07-01")[:2] == ("within", "30 days, due 1 July 2015, within")
    assert clock(case_of, "2015-06-01", "2015-07-02", "2015-07-01")[0] == "outside"


def test_what_never_came_is_never(case_of):
    """Said so by the source, whatever was due."""
    assert clock(case_of, "2015-06-01", "2015-07-01", "5 days", met_by="met_by: never")[:2] == ("never", "due in 5 days, never")


def test_what_is_not_stated_cannot_be_told(case_of):
    """Silence of the source is no answer."""
    assert clock(case_of, "2015-06-01", "2015-07-01", "5 days", met_by="met_by: not stated")[:2] == (
        "cannot tell",
        "due in 5 days, cannot tell",
    )


def test_where_nothing_was_due_the_days_are_measured(case_of):
    """A clock without a standard only counts."""
    assert clock(case_of, "2015-06-01", "2015-06-13")[:2] == ("measured", "12 days")


def test_days_along_a_chain_are_exact(case_of):
    """Some day in April and thirteen days later: thirteen days, within two weeks."""
    assert clock(case_of, "2013-04", "{after: a, days: 13}", "2 weeks")[:2] == ("within", "13 days, due in 2 weeks, within")


RECEIVED = "{event: a, received_by: school}"


def test_a_clock_may_start_when_something_is_received(case_of):
    """Sent on the 1st, received on the 5th: three days to the 8th."""
    sent = "2015-06-01, agency: police, title: A, shared_with: {agency: school, outcome: late, received: 2015-06-05}"
    case = case_of(
        f"id: a, date: {sent}",
        "id: end, date: 2015-06-08, agency: school, title: B",
        rest=f"clocks:\n  - {{title: Clock, starts: {RECEIVED}, met_by: end, due: 2 days}}\n"
        f"  - {{title: Transit, starts: a, met_by: {RECEIVED}}}\n"
        "  - {title: Nobody, starts: a, met_by: {event: a, received_by: clinic}}\n",
    )
    found = clock_results(case.clocks, case.events, case.shares)
    assert found["words"].tolist() == ["3 days, due in 2 days, outside", "4 days", ""]


def test_a_receipt_counted_from_its_event_takes_exactly_those_days(case_of):
    """A letter of some day in July that took two days."""
    case = case_of(
        "id: a, date: 2015-07, agency: police, title: A, shared_with: {agency: school, outcome: late, received: {after: a, days: 2}}",
        rest=f"clocks:\n  - {{title: Transit, starts: a, met_by: {RECEIVED}, due: 3 days}}\n",
    )
    assert clock_results(case.clocks, case.events, case.shares)["words"].tolist() == ["2 days, due in 3 days, within"]


def test_receipts_in_the_same_month_are_not_on_the_same_day(case_of):
    """Sent in July, received in July: up to 30 days."""
    case = case_of(
        "id: a, date: 2015-07, agency: police, title: A, shared_with: {agency: school, outcome: late, received: 2015-07}",
        rest=f"clocks:\n  - {{title: Transit, starts: a, met_by: {RECEIVED}, due: 3 days}}\n",
    )
    found = clock_results(case.clocks, case.events, case.shares).iloc[0]
    assert (found["answer"], found["most"]) == ("cannot tell", 30)


RELATIVE = "disclosure: relative\nincident: end"


def test_under_relative_disclosure_working_days_are_not_counted(case_of):
    """Weekends would give the calendar away; plain days are still counted."""
    assert clock(case_of, "2015-07-01", "2015-07-09", "6 working days", about=RELATIVE)[:2] == (
        "cannot tell",
        "due in 6 working days, cannot tell",
    )
    assert clock(case_of, "2015-07-01", "2015-07-09", "6 days", about=RELATIVE)[0] == "outside"


def test_under_relative_disclosure_a_month_is_28_to_31_days(case_of):
    """28 days are within whatever month it was, 30 cannot be told, 32 are outside."""
    found = [
        clock(case_of, "2015-02-01", met, "1 month", about=RELATIVE)[0] for met in ("2015-03-01", "2015-03-03", "2015-03-05")
    ]
    assert found == ["within", "cannot tell", "outside"]


def test_a_due_date_is_never_said_more_exactly_than_the_case_allows(case_of):
    """Under month disclosure the first of July is July, and the answer as vague."""
    answer, words, _ = clock(case_of, "2015-06-02", "2015-07-20", "2015-07-01", about="disclosure: month")
    assert (answer, words) == ("cannot tell", "due July 2015, cannot tell")


def test_where_only_months_may_be_shown_no_days_taken_are_told_and_what_was_due_is_months(case_of):
    """Four weeks from some day of 2016 are due from 29 January 2016 to 28 January 2017: so from that month to that one."""
    answer, words, row = clock(case_of, "2016", "2017-05-20", "4 weeks", about="disclosure: month")
    assert (answer, words) == ("outside", "due in 4 weeks, outside")
    assert [str(row.due_earliest.date()), str(row.due_latest.date())] == ["2016-01-01", "2017-01-31"]
    assert [taken_cell(row.least, row.most, row.unit, one) for one in ("month", "exact")] == ["not shown", "not known"]


@pytest.mark.parametrize(
    ("least", "most", "unit", "says"),
    [
        (13, 13, "working days", "13 working days"),
        (1, 1, "days", "1 day"),
        (70, 81, "days", "70 to 81 days"),
        (-152, -113, "days", "113 to 152 days before"),
        (-4, 12, "days", "4 days before to 12 days after"),
        (float("nan"), 12, "days", ""),
    ],
)
def test_the_days_taken_are_said_with_their_range(least, most, unit, says):
    """Before, after, or both."""
    assert taken_words(least, most, unit) == says


@settings(max_examples=40)
@given(
    st.integers(0, 40),
    st.integers(0, 15),
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(["10 days", "8 working days", "1 month"]),
)
def test_a_vaguer_date_never_makes_an_answer_surer(first, length, before, after, due):
    """Widening the window of the end turns within and outside into cannot tell or leaves them."""
    start = pd.Timestamp("2015-03-02")
    clocks = pd.DataFrame(
        [("c", "Clock", "a", "", "event", "end", "", due, pd.NaT, pd.NaT, "", ())],
        columns="clock_id title starts_event starts_received_by met met_event met_received_by due due_earliest due_latest standard source".split(),
    )

    def answer(earliest, latest):
        rows = [("a", start, start, "a", 0, 0), ("end", earliest, latest, "end", 0, 0)]
        events = pd.DataFrame(rows, columns=["event_id", "earliest", "latest", "anchor", "days_least", "days_most"])
        return clock_results(clocks, events, pd.DataFrame()).iloc[0]["answer"]

    earliest, latest = (start + pd.Timedelta(days=days) for days in (first, first + length))
    wider = answer(earliest - pd.Timedelta(days=before), latest + pd.Timedelta(days=after))
    assert wider in ("cannot tell", answer(earliest, latest))
