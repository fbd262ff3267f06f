"""The words on the rail of sightings stand beside their own mark and over nothing else."""

from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

from charts.rail import _nobody, _placed, _sight_words
from charts.scale import scale

WIDE = SimpleNamespace(scale=SimpleNamespace(width=1000.0))
NO_GAPS = SimpleNamespace(gaps=())


def said(*taken):
    """The words with the px at which they begin. taken: (left, right, words) of each sighting."""
    texts = {}
    _sight_words(WIDE, NO_GAPS, texts, sorted(taken), 10.0)
    return sorted((one["x"], one["text"]) for found in texts.values() for one in found)


def test_a_sighting_within_the_window_of_another_is_not_named_over_it():
    """The police's day lies within the school's weeks: only the school is named, where its window has ended."""
    assert said((100.0, 400.0, "School"), (200.0, 210.0, "Police")) == [(403.0, "seen by School")]


def test_the_first_name_says_what_the_rail_is():
    """The first sighting lies within the second's window, so the second carries the words."""
    assert said((150.0, 160.0, "Police"), (100.0, 400.0, "School")) == [(403.0, "seen by School")]
    assert said((100.0, 110.0, "Police"), (105.0, 400.0, "School")) == [(403.0, "seen by School")]


def test_sightings_apart_are_both_named():
    """Each begins 3 px right of its own mark."""
    assert said((100.0, 110.0, "School"), (400.0, 410.0, "Police")) == [(113.0, "seen by School"), (413.0, "Police")]


def test_where_nobody_saw_the_person_the_rail_names_them():
    """Others may have been seen in these days: the rail is one person's."""
    texts = {}
    _nobody(SimpleNamespace(person="the child"), texts, 10.0, 1000.0)
    assert [one["text"] for found in texts.values() for one in found] == [
        "The child is not recorded as seen in person in these days"
    ]


def test_a_window_of_sight_ends_at_the_day_of_the_view():
    """A day is 10 px here, after 10 px of room: 1 to 20 June, seen from 5 June, is drawn to the end of that day."""
    whole = SimpleNamespace(scale=scale(date(2015, 6, 1), date(2015, 6, 30), 320.0, "true", set(), False))
    window = pd.Timestamp("2015-06-01"), pd.Timestamp("2015-06-20")
    assert _placed(whole, *window, 320.0) == pytest.approx((10, 210))
    assert _placed(whole, *window, whole.scale.x(pd.Timestamp("2015-06-05"), end=True)) == pytest.approx((10, 60))
