"""Silence and sight of all cases as rows: no day is surer there than on the page of the one case."""

import pandas as pd
import pytest

from loaders import read_case
from measures.compared import compared
from measures.quiet import longest_silences, taking_part
from panels.sight_rows import AllSeen, case_rows, finding
from tests.small_cases import put_changed


@pytest.fixture
def one_case(tmp_path):
    """Reads the case of sight.yaml with a few of its words changed: the cases, and what is measured of them."""

    def read(*changes):
        case = read_case(put_changed(tmp_path, "sight", changes), {})
        row = compared(case.id, case.events, case.people, case.scope, case.about.incident)
        quiet = longest_silences(taking_part({case.id: case.events}))
        return {case.id: case}, AllSeen((case,), pd.DataFrame([row]), quiet)

    return read


def test_a_blurred_silence_gives_its_cautious_bound_and_its_range(one_case):
    """From a visit of 13 to 20 July to one on 2 October are 74 days at least, and 81 at most."""
    cases, found = one_case(("date: 2015-07-13", "date: 2015-07-13/2015-07-20"))
    assert case_rows(cases, found)["Longest silence of an agency"].tolist() == ["Social Care: at least 74 days (74 to 81)"]


def test_a_silence_between_two_known_days_is_one_number(one_case):
    """From 13 July to 2 October are 81 days."""
    cases, found = one_case()
    assert case_rows(cases, found)["Longest silence of an agency"].tolist() == ["Social Care: 81 days"]


def test_a_case_counts_among_those_with_two_dated_sightings_though_they_may_be_one_day():
    """Of One 81 days are sure; of Two, with two dated sightings, none; Three has one, and Four has none."""
    none = float("nan")
    said = {"name": ["One", "Two", "Three", "Four"], "least": [81.0, none, none, none], "words": ["81 days", "", "", ""]}
    gaps = pd.DataFrame({**said, "dated": [3, 2, 1, 0]})
    assert finding(gaps) == "Of 2 cases with two dated sightings, the longest time between two is in One: 81 days."
