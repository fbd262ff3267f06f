"""The lanes of the picture: family on top, agencies in file order, strips for those without an entry."""

import pandas as pd
import pytest

from loaders import read_case
from measures.lanes import default_range, lane_of, lanes, marked_at, points_of

AGENCIES = """format: 1
case: {id: example, title: Example}
agencies:
  police: {name: County Police, short: Police, area: North}
  mute: {name: Housing}
  heard: {name: Charity, contribution: mentioned only}
  nil: {name: Ambulance, contribution: nil return}
  trust: {name: Trust, contribution: nil return}
  school: {name: School, contribution: [nil return, chronology]}
  home: {name: Care home}
events:
  - {date: 2015, agency: school, title: A}
  - {date: 2015, agency: police, title: B}
periods:
  - {id: stay, title: Stay, agency: home, from: 2015, to: 2016}
"""


@pytest.fixture
def found(tmp_path):
    (tmp_path / "example.yaml").write_text(AGENCIES, encoding="utf-8")
    case = read_case(tmp_path / "example.yaml", {})
    return lanes(case.agencies, case.events, case.periods)


def test_agencies_with_entries_have_lanes_in_file_order_below_the_family(found):
    """An event or a period makes a lane, a nil return or not."""
    own = found[found["kind"].isin(["family", "own"])]
    assert own[["lane_id", "name", "area"]].to_numpy().tolist() == [
        ["family", "Family", ""],
        ["police", "Police", "North"],
        ["school", "School", ""],
        ["home", "Care home", ""],
    ]


def test_agencies_without_entries_share_a_strip_that_names_them(found):
    """No entry, mentioned only, nil return, in this order at the end."""
    strips = found[~found["kind"].isin(["family", "own"])]
    assert strips[["lane_id", "agencies", "name", "says"]].to_numpy().tolist() == [
        ["no-entry", ("mute",), "No entry of their own", "Housing"],
        ["mentioned-only", ("heard",), "Mentioned only", "Charity"],
        ["nil-returns", ("nil", "trust"), "Nil return", "Ambulance, Trust"],
    ]


def test_every_agency_has_one_lane(found):
    """Arrows find their way to agencies in strips too."""
    assert lane_of(found) == {
        "family": "family", "police": "police", "school": "school", "home": "home",
        "mute": "no-entry", "heard": "mentioned-only", "nil": "nil-returns", "trust": "nil-returns",
    }  # fmt: skip


POINTS = """practice:
  - {id: both, kind: good practice, title: Both, events: [late, early], number: 2}
  - {id: one, kind: missed opportunity, title: One, events: [late, undated], number: 1}
  - {id: own, kind: missed opportunity, title: Own, date: 2015-01, number: 3}
  - {id: undated, kind: missed opportunity, title: None, events: undated, number: 4}
"""


def test_a_badge_stands_at_the_first_event_of_its_point(case_of):
    """The earliest day, not the first named; an undated event only where there is no other."""
    case = case_of(
        "id: undated, date: undated, agency: police, title: U",
        "id: late, date: 2015-06-02, agency: police, title: L",
        "id: early, date: 2015-06-01, agency: police, title: E",
        rest=POINTS,
    )
    assert marked_at(case.events, case.practice) == {"late": ("one",), "early": ("both",), "undated": ("undated",)}
    assert points_of(case.events, case.practice) == {"undated": ("one", "undated"), "late": ("one", "both"), "early": ("both",)}


def test_badges_at_one_event_stand_in_order_of_number(case_of):
    """M1 before G2, whatever the file says first."""
    case = case_of("id: late, date: 2015-06-02, agency: police, title: L", "id: early, date: 2015-07, agency: police, title: E",
                   "id: undated, date: undated, agency: police, title: U", rest=POINTS)  # fmt: skip
    assert marked_at(case.events, case.practice)["late"] == ("one", "both")


def days(case, first="", last=""):
    scope = pd.Timestamp(first) if first else pd.NaT, pd.Timestamp(last) if last else pd.NaT
    return tuple(str(day.date()) for day in default_range(case.events, scope))


def test_the_picture_opens_on_the_scope_with_a_margin(case_of):
    """360 days: six days before, eighteen after."""
    case = case_of("date: 2015-06-01, agency: police, title: A")
    assert days(case, "2015-01-01", "2015-12-27") == ("2014-12-26", "2016-01-14")


def test_the_scope_is_widened_to_events_near_it_and_not_to_those_far_off(case_of):
    """An event 30 days before a scope of 360 is taken in; one years before, or as long as the scope, is not."""
    near = "date: 2014-12-02, agency: police, title: A"
    far = "date: 2011-12-02, agency: police, title: B"
    vast = "date: 2010/2015-06-01, agency: police, title: C"
    assert days(case_of(near, far, vast), "2015-01-01", "2015-12-27")[0] == "2014-11-25"


def test_without_a_scope_the_picture_opens_on_the_dated_events(case_of):
    """From the first to the last, with at least two days before and six after."""
    case = case_of("date: 2015-06-10, agency: police, title: A", "date: 2015-06-20, agency: police, title: B")
    assert days(case) == ("2015-06-08", "2015-06-26")


def test_without_any_day_the_picture_still_opens(case_of):
    """A case of undated events only."""
    assert days(case_of("date: undated, agency: police, title: A")) == ("2000-01-01", "2000-12-31")
