"""One episode by itself: what the running order takes into it, and nobody's else."""

import pandas as pd

from measures.episode import episode
from measures.running import running_order

EVENTS = (
    "id: before, date: 2015-05-01, agency: clinic, title: Before",
    "id: call, date: 2015-06-12, agency: police, title: Call, shared_with: [{agency: school, outcome: received}]",
    "id: later, date: 2015-06-20, agency: police, title: Known later, hindsight: true",
)
REST = """
episodes:
  - {id: june, title: June, events: [call, later]}
periods:
  - {id: bail, title: Bail, from: 2015-06-01, to: ongoing, agency: police}
  - {id: old, title: Old bail, from: 2015-01-01, to: 2015-02-01, agency: police}
  - {id: other, title: Treatment, from: 2015-06-01, to: 2015-07-01, agency: clinic}
practice:
  - {id: point, kind: missed opportunity, basis: stated, events: call, title: Point}
"""


def june(case):
    running = running_order(case.episodes, case.events, case.practice)
    return episode("june", running, case.events, case.practice, case.agencies, case.periods, case.shares)


def test_an_episode_has_its_events_points_and_those_who_acted_or_were_told(case_of):
    """What was known only later too; not the clinic, which comes in another time."""
    found = june(case_of(*EVENTS, rest=REST))
    assert list(found.events["event_id"]) == ["call", "later"]
    assert list(found.practice["practice_id"]) == ["point"]
    assert [one for one in found.agencies["agency_id"] if one != "family"] == ["police", "school"]
    assert list(found.periods["period_id"]) == ["bail"]
    assert list(found.shares["event_id"]) == ["call"]


def test_its_days_come_from_what_was_known_at_the_time(case_of):
    """12 June with two days before it and six after: the event known later widens nothing."""
    assert june(case_of(*EVENTS, rest=REST)).days == (pd.Timestamp("2015-06-10"), pd.Timestamp("2015-06-18"))


def test_an_episode_without_a_date_has_no_days_and_no_periods(case_of):
    """Nothing is put on an axis that is not there."""
    undated = [one.replace("2015-06-12", "undated") for one in EVENTS]
    found = june(case_of(*undated, rest=REST))
    assert found.days is None
    assert found.periods.empty
