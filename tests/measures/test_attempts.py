"""Attempts by what is said of why: numbers are added, words never."""

from pathlib import Path

import pytest

from loaders import read_case
from measures.attempts import GROUP_OF, attempt_groups, attempts, times_words

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

    from loaders.model import AttemptOutcome

    assert set(GROUP_OF) == {*get_args(AttemptOutcome), ""}


def test_how_often_is_said_in_the_files_own_word():
    """A number, a word, once, or nothing."""
    assert [times_words(one) for one in ("2", "several", "1", "")] == ["2 times", "several times", "once", ""]
