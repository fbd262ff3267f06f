"""The filters leave what they say, together and one by one."""

import pandas as pd
import pytest

from measures.choice import Choice, concerned, found, in_order, left, passing, points

EVENTS = (
    "id: call, date: 2015-01-10, agency: police, kind: contact, title: Call to the flat, people: mother",
    "id: visit, date: 2015-05-20, agency: school, kind: contact, title: Home visit, seen: child, phases: late",
    "id: plan, date: 2015-06-01, agency: school, kind: decision, title: Plan made, with: mother, phases: late",
    "id: trial, date: 2016-01-01, agency: police, kind: other, title: Told at the trial, hindsight: true",
)
REST = """phases:
  - {id: early, title: Early, from: 2015-01, to: 2015-02}
  - {id: late, title: Late, from: 2015-05, to: 2015-06}
practice:
  - {id: m, kind: missed opportunity, basis: stated, title: M, events: call}
  - {id: g, kind: good practice, basis: inferred, title: G, events: visit}
  - {id: x, kind: mixed, basis: stated, title: X, events: plan}
"""


@pytest.fixture
def case(case_of):
    return case_of(*EVENTS, rest=REST)


def shown(case, **choice):
    flags = passing(case.events, case.practice, Choice(**choice))
    return flags.loc[flags["shown"], "event_id"].tolist()


@pytest.mark.parametrize(
    ("choice", "events"),
    [
        ({}, ["call", "visit", "plan"]),
        ({"later": True}, ["call", "visit", "plan", "trial"]),
        ({"phases": ("early",)}, ["call"]),
        ({"phases": ("early", "late")}, ["call", "visit", "plan"]),
        ({"hide_agencies": ("school",)}, ["call"]),
        ({"hide_kinds": ("contact",)}, ["plan"]),
        ({"people": ("mother",)}, ["call", "plan"]),
        ({"people": ("child", "mother")}, ["call", "visit", "plan"]),
        ({"search": "HOME vis"}, ["visit"]),
        ({"search": "flat school"}, []),
        ({"only_points": True}, ["call", "visit", "plan"]),
        ({"only_points": True, "practice": "missed"}, ["call", "plan"]),
        ({"only_points": True, "practice": "good"}, ["visit", "plan"]),
        ({"only_points": True, "stated": True}, ["call", "plan"]),
        ({"only_points": True, "practice": "hidden"}, []),
        ({"practice": "hidden"}, ["call", "visit", "plan"]),
        ({"hide_kinds": ("contact",), "people": ("child",)}, []),
    ],
)
def test_an_event_is_shown_where_every_filter_lets_it_pass(case, choice, events):
    """Blank lets everything through; hidden points hide no events unless only events of points are asked for."""
    assert shown(case, **choice) == events


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, ["m", "g", "x"]),
        ({"practice": "missed"}, ["m", "x"]),
        ({"practice": "good"}, ["g", "x"]),
        ({"practice": "hidden"}, []),
        ({"stated": True}, ["m", "x"]),
        ({"practice": "good", "stated": True}, ["x"]),
    ],
)
def test_mixed_points_pass_both_as_missed_and_as_good(case, choice, ids):
    """And stated ones only, where asked for."""
    assert points(case.practice, Choice(**choice))["practice_id"].tolist() == ids


def test_a_filters_own_counts_are_taken_without_it(case):
    """With the police hidden, their two events are still what un-hiding them would bring, minus the later one."""
    flags = passing(case.events, case.practice, Choice(hide_agencies=("police",)))
    assert left(flags, "agencies").tolist() == [True, True, True, False]
    assert left(flags, "kinds").tolist() == [False, True, True, False]


def test_passing_changes_nothing_it_is_given(case):
    """Frame in, frame out."""
    before = case.events.copy()
    passing(case.events, case.practice, Choice(search="home", phases=("early",)))
    pd.testing.assert_frame_equal(case.events, before)


def test_everybody_an_event_names_is_concerned(case_of):
    """Concerned, in touch, seen, seen alone; each once."""
    case = case_of("date: 2015, agency: police, title: A, people: mother, with: mother, seen: child, seen_alone: child")
    assert concerned(case.events).tolist() == [("mother", "child")]


@pytest.mark.parametrize(
    "search", ["visit", "HOME", "3.5.6", "teacher", "leaflet", "clinic room", "morning", "school", "child", "primary"]
)
def test_the_search_reads_every_text_of_an_event(case_of, search):
    """Title, label, detail, place, words of the date, who acted, paragraph, agency and people by id and name."""
    case = case_of(
        "date: 2015-06, date_text: one morning, agency: school, title: Home visit, detail: A leaflet was left, "
        "place: clinic room, by: class teacher, source: 3.5.6, seen: child"
    )
    assert found(case.events, search, {"school": "Primary School"}).tolist() == [True]
    assert found(case.events, f"{search} nowhere").tolist() == [False]


@pytest.mark.parametrize("search", ["", "word"])
def test_a_case_without_events_can_be_searched(case_of, search):
    """No row, no error."""
    assert found(case_of().events, search).tolist() == []


def test_events_stand_in_order_of_their_first_then_last_day_then_file(case_of):
    """Undated ones last, in file order."""
    case = case_of(
        "id: none, date: undated, agency: police, title: A",
        "id: month, date: 2015-06, agency: police, title: B",
        "id: first, date: 2015-06-01, agency: police, title: C",
        "id: again, date: 2015-06-01, agency: police, title: D",
        "id: nothing, date: undated, agency: police, title: E",
        "id: may, date: 2015-05-31, agency: police, title: F",
    )
    assert in_order(case.events)["event_id"].tolist() == ["may", "first", "again", "month", "none", "nothing"]
