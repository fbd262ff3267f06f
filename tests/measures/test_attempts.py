"""Attempts by what is said of why: numbers are added, words never."""

from pathlib import Path

import pytest

from loaders import read_case
from measures.attempts import DOING, GROUP_OF, attempt_groups, attempts, attempts_in_a_row, times_words
from measures.days_without import in_touch

TIMELINES = Path(__file__).resolve().parent.parent / "timelines"


@pytest.fixture
def events():
    """The events of the small case: three lines of attempts."""
    return read_case(TIMELINES / "sight.yaml", {}).events


def test_attempts_are_counted_by_what_is_said_of_why(events):
    """'several' counts as one line, 2 as two; groups without a line say 0."""
    found = attempt_groups(attempts(events))
    assert found[["group", "lines", "at_least", "words"]].to_numpy().tolist() == [
        ["Family cancelled or did not attend", 0, 0, "0"],
        ["Service cancelled or postponed", 0, 0, "0"],
        ["No reply or no access", 2, 2, "2 lines, at least 2 attempts"],
        ["Declined", 0, 0, "0"],
        ["Outcome not stated", 1, 2, "1 line, 2 attempts"],
    ]


def test_lines_without_a_number_are_counted_as_lines_alone(events):
    """Where no line says how often, nothing is said of attempts."""
    silent = events.assign(times="")
    assert list(attempt_groups(attempts(silent))["words"]) == ["0", "0", "2 lines", "0", "1 line"]


def test_a_visit_that_the_service_cancelled_counts_whatever_its_kind(events):
    """An event with an attempt's outcome is one, though its kind is another; a planned one is not."""
    changed = events.assign(outcome=events["outcome"].where(events["event_id"] != "third-visit", "cancelled by service"))
    assert list(attempts(changed)["event_id"]) == ["third-visit", "card-left", "calls", "letters"]
    assert list(attempts(changed.assign(planned=True))["event_id"]) == []


def test_every_outcome_of_the_format_has_a_group():
    """The file's words, each in one group."""
    from typing import get_args

    from loaders.allowed import AttemptOutcome

    assert set(GROUP_OF) == {*get_args(AttemptOutcome), ""}
    assert {one for outcomes in DOING.values() for one in outcomes} == set(GROUP_OF)


def test_how_often_is_said_in_the_files_own_word():
    """A number, a word, once, or nothing."""
    assert [times_words(one) for one in ("2", "several", "1", "")] == ["2 times", "several times", "once", ""]


def rows_of(case):
    """The attempts in a row of each agency: lines, at least, by whose doing, and how many there may be."""
    found = attempts_in_a_row(attempts(case.events), in_touch(case.events))
    names = ["agency", "lines", "at_least", "family", "service", "not_said", "most_lines", "first", "last"]
    return found[names].to_numpy().tolist()


def test_attempts_stand_in_a_row_until_a_contact_of_the_same_agency(case_of):
    """Two, a visit, then one: two in a row, one by the service's doing; the school's contact ends nothing for the clinic."""
    case = case_of(
        "id: a, date: 2015-01-01, agency: clinic, title: A, kind: attempt, outcome: cancelled by service",
        "id: b, date: 2015-01-02, agency: clinic, title: B, kind: attempt, outcome: no reply, times: 3",
        "id: c, date: 2015-01-01, agency: school, title: C, kind: contact",
        "id: d, date: 2015-01-03, agency: clinic, title: D, kind: contact",
        "id: e, date: 2015-01-04, agency: clinic, title: E, kind: attempt, outcome: was not brought",
    )
    assert rows_of(case) == [["clinic", 2, 4, 0, 1, 1, 2, "a", "b"]]


def test_a_contact_that_may_lie_between_makes_the_row_possible_and_not_sure(case_of):
    """The visit was on some day of January: one line is sure, all three may be in a row."""
    case = case_of(
        "id: a, date: 2015-01-05, agency: clinic, title: A, kind: attempt, outcome: declined",
        "id: b, date: 2015-01-15, agency: clinic, title: B, kind: attempt, outcome: declined",
        "id: c, date: 2015-01-25, agency: clinic, title: C, kind: attempt, outcome: declined",
        "id: d, date: 2015-01, agency: clinic, title: D, kind: contact",
    )
    assert rows_of(case) == [["clinic", 1, 1, 1, 0, 0, 3, "a", "a"]]


def test_an_attempt_without_a_date_stands_in_no_row(case_of):
    """It may be anywhere, so it is left out here and listed with the attempts."""
    assert rows_of(case_of("date: undated, agency: clinic, title: A, kind: attempt")) == []
