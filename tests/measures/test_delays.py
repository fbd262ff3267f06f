"""How long things took, by hand: exact, blurred, not told, and nothing finer than the file allows."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.delays import delay_finding, delay_summary, delays, range_words


def found_in(case):
    """The delays of a case."""
    return delays(case.events, case.shares, case.clocks, case.agencies, case.about.disclosure, case.id)


def days(case, what):
    """What, from whom to whom, least and most days, of one kind of delay."""
    found = found_in(case)
    own = found[found["what"] == what]
    return own[["from_agency", "to_agency", "least", "most"]].to_numpy().tolist()


REFERRAL = "id: asked, date: 2015-03-01, agency: school, title: Referral, kind: referral"


def test_a_referral_is_measured_to_the_first_answer_of_each_agency(case_of):
    """The police answered after 4 and after 9 days, the clinic on some day of the 10th to the 12th."""
    case = case_of(
        REFERRAL,
        "date: 2015-03-10, agency: police, title: Second, responds_to: asked",
        "date: 2015-03-05, agency: police, title: First, responds_to: asked",
        "date: 2015-03-10/2015-03-12, agency: clinic, title: Visit, responds_to: asked",
    )
    assert days(case, "answer") == [["school", "police", 4, 4], ["school", "clinic", 9, 11]]
    assert list(found_in(case)["answer"]) == ["First", "Visit"]


def test_the_first_answer_is_as_early_as_any_of_them_may_be(case_of):
    """One on the 6th and one on some day of the 4th to the 30th: 3 to 5 days."""
    case = case_of(
        REFERRAL,
        "date: 2015-03-06, agency: police, title: A, responds_to: asked",
        "date: 2015-03-04/2015-03-30, agency: police, title: B, responds_to: asked",
    )
    assert days(case, "answer") == [["school", "police", 3, 5]]


def test_an_answer_never_comes_before_what_it_answers(case_of):
    """A referral of some day of March, answered on some day of March: 0 to 30 days."""
    case = case_of(
        "id: asked, date: 2015-03, agency: school, title: Referral, kind: referral",
        "date: 2015-03, agency: police, title: Answer, responds_to: asked",
    )
    assert days(case, "answer") == [["school", "police", 0, 30]]


def test_a_referral_without_an_answer_is_a_row_that_cannot_be_told(case_of):
    """No answer entered is not the same as none given, and it is counted."""
    case = case_of(REFERRAL)
    row = found_in(case).iloc[0]
    assert (row["what"], row["to_event"], row["told"]) == ("answer", "", False)


def test_what_is_no_referral_is_kept_apart_and_listed_only_where_it_is_answered(case_of):
    """A record that something answers, and one that nothing does."""
    case = case_of(
        "id: note, date: 2015-03-01, agency: school, title: Note, kind: record",
        "id: other, date: 2015-03-01, agency: school, title: Other, kind: record",
        "date: 2015-03-02, agency: police, title: Answer, responds_to: note",
    )
    assert list(found_in(case)["what"]) == ["other"]


def shared(outcome, received=""):
    """A case in which the police send something to the clinic."""
    to = f"{{agency: clinic, outcome: {outcome}{f', received: {received}' if received else ''}}}"
    return f"id: sent, date: 2015-06-12, agency: police, title: Notification, shared_with: [{to}]"


def test_a_receipt_is_told_only_where_the_file_gives_its_day(case_of):
    """12 days; 'received' without a day is no zero; what was not shared was never sent and is no row."""
    assert days(case_of(shared("received", "2015-06-24")), "receipt") == [["police", "clinic", 12, 12]]
    (unsaid,) = days(case_of(shared("received")), "receipt")
    assert unsaid[:2] == ["police", "clinic"]
    assert pd.isna(unsaid[2])
    assert days(case_of(shared("not shared")), "receipt") == []


def test_a_share_that_went_elsewhere_or_nowhere_is_counted_and_not_measured(case_of):
    """Not received and misdirected: a row each, no days."""
    for outcome in ("not received", "misdirected"):
        found = found_in(case_of(shared(outcome)))
        assert (len(found), found["told"].sum()) == (1, 0)


CLOCK = "clocks:\n  - {id: core, title: Conference to core group, starts: conf, met_by: group, due: 10 days}\n"


@pytest.mark.parametrize(("held", "expected"), [("2015-03-14", 3), ("2015-03-05", -6), ("2015-03-11", 0)])
def test_a_meeting_is_measured_from_the_day_it_was_due(case_of, held, expected):
    """Due ten days after 1 March, on 11 March: held three days later, six days before, on the day."""
    case = case_of(
        "id: conf, date: 2015-03-01, agency: police, title: Conference, kind: meeting",
        f"id: group, date: {held}, agency: clinic, title: Core group, kind: meeting",
        rest=CLOCK,
    )
    assert days(case, "meeting") == [["police", "clinic", expected, expected]]


def test_dates_to_the_month_tell_no_days(case_of):
    """The row stays, with windows of whole months and no days between."""
    case = case_of(
        "id: zero, date: 2015-06-20, agency: family, title: Zero",
        REFERRAL,
        "date: 2015-03-05, agency: police, title: First, responds_to: asked",
        about="disclosure: month\nincident: zero",
    )
    row = found_in(case).iloc[0]
    assert not row["told"]
    assert pd.isna(row["least"])
    assert (str(row["to_earliest"].date()), str(row["to_latest"].date())) == ("2015-03-01", "2015-03-31")


def test_a_summary_gives_the_medians_of_the_least_and_of_the_most_with_how_many_cannot_be_told():
    """2 to 4, 6 and 10 to 20 days, and one not told: the median is 6 to 6, the longest 10 to 20."""
    found = pd.DataFrame(
        {"case_id": ["a"] * 4, "least": [2.0, 6.0, 10.0, None], "most": [4.0, 6.0, 20.0, None], "told": [True, True, True, False]}
    )
    row = delay_summary(found, ["case_id"]).iloc[0]
    assert row[["entered", "told"]].tolist() == [4, 3]
    assert row[["median_least", "median_most", "longest_least", "longest_most"]].tolist() == [6, 6, 10, 20]
    assert delay_finding(found, 1) == "The median of 3 intervals in 1 case is 6 days; the days of 1 more cannot be told."


def test_nothing_entered_and_nothing_told_are_said_in_words():
    """Two empty states."""
    none = pd.DataFrame({"least": [], "most": [], "told": pd.Series([], dtype=bool)})
    unsaid = pd.DataFrame({"case_id": ["a"], "least": [float("nan")], "most": [float("nan")], "told": [False]})
    assert delay_finding(none, 2) == "No such interval is entered in 2 cases."
    assert delay_finding(unsaid, 2) == "Of 1 interval in 1 case, the days of none can be told."


def test_a_median_names_the_cases_that_hold_its_intervals_and_no_others():
    """Five cases are chosen; the intervals told, of 2 and of 4 days, are of one, a third not told is of another."""
    found = pd.DataFrame(
        {"case_id": ["a", "a", "b"], "least": [2.0, 4.0, None], "most": [2.0, 4.0, None], "told": [True, True, False]}
    )
    assert delay_finding(found, 5) == "The median of 2 intervals in 1 case is 3 days; the days of 1 more cannot be told."


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (12, 12, "12 days"),
        (1, 1, "1 day"),
        (70, 81, "70 to 81 days"),
        (2.5, 2.5, "2.5 days"),
        (-4, -4, "4 days before"),
        (-9, -4, "4 to 9 days before"),
        (-2, 5, "2 days before to 5 days after"),
        (float("nan"), 4, "cannot be told"),
    ],
)
def test_days_in_words(least, most, words):
    """As they stand in tables, figures and exports."""
    assert range_words(least, most) == words


@given(st.integers(0, 60), st.integers(0, 30), st.integers(0, 30), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_the_least_is_never_more_than_the_most_and_a_longer_blur_never_narrows_a_delay(gap, before, after, more):
    """An answer on a blurred day, and the same made vaguer."""
    first = pd.Timestamp("2015-03-01").as_unit("s")

    def days_of(start, end):
        events = pd.DataFrame(
            [
                ("asked", "referral", "school", (), first, first),
                ("answer", "contact", "police", ("asked",), first + pd.Timedelta(days=start), first + pd.Timedelta(days=end)),
            ],
            columns=["event_id", "kind", "agency", "responds_to", "earliest", "latest"],
        ).assign(anchor=["asked", "answer"], days_least=0, days_most=0, title="")
        shares = pd.DataFrame(columns=["outcome"])
        clocks = pd.DataFrame(columns=["starts_event", "met_event"])
        row = delays(events, shares, clocks, pd.DataFrame({"agency_id": [], "sector": []})).iloc[0]
        return row["least"], row["most"]

    least, most = days_of(gap, gap + after)
    wider = days_of(gap - before, gap + after + more)
    assert wider[0] <= least <= most <= wider[1]
