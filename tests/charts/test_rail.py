"""The words on the rail of sightings stand beside their own mark and over nothing else."""

from types import SimpleNamespace

from charts.rail import _sight_words

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
