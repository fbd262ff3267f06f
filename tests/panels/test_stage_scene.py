"""What is gathered of a case for one step of the room's screen: the child that day, as it could be known then."""

import pytest

from loaders import read_case
from panels.stage_scene import child_lines, picture_of, scene, told
from panels.standing import order_of

FILE = """format: 1
case: {id: small, title: Small case, incident: injury}
agencies:
  police: {name: County Police, short: Police}
  school: {name: Primary School, short: School}
people:
  child: {name: Child, role: child}
periods:
  - {id: flat, title: The flat, kind: home, people: child, from: 2015-05, to: not known}
events:
  - {id: seen, date: 2015-06-01, agency: school, title: Seen, seen: child}
  - {id: call, date: 2015-06-10/2015-06-14, agency: police, title: Call}
  - {id: injury, date: 2015-06-20, agency: family, kind: incident, title: Child injured}
"""


@pytest.fixture
def scene_of(tmp_path):
    """The scene of a step: 0 note, 1 question, 2 seen, 3 call, 4 injury."""
    file = tmp_path / "small.yaml"
    file.write_text(FILE, encoding="utf-8")
    case = read_case(file, {})
    return lambda step, agency="": scene(case, order_of(case), step, agency)


@pytest.fixture
def lines_of(scene_of):
    """The sentences on the child at a step."""
    return lambda step, agency="": child_lines(scene_of(step, agency))


@pytest.mark.parametrize("agency", ["", "school"])
def test_the_flag_says_from_for_everybody(scene_of, agency):
    """The call of 10 to 14 June had not reached the school: the flag is no more exact for that."""
    shown = scene_of(3, agency)
    assert picture_of(shown, *told(shown), (1280, 400)).flag == "from 10 Jun"


def test_days_are_counted_to_the_window_of_the_step_s_event(lines_of):
    """From 1 June to 10 to 14 June it is 9 to 13 days."""
    assert lines_of(3) == (
        "Perhaps living: The flat.",
        "Last seen by a professional on 1 June 2015, 9 to 13 days before (School).",
    )


def test_one_agency_s_view_says_that_it_is_what_that_agency_could_know(lines_of):
    """The police were not told that the school saw the child."""
    assert lines_of(3, "police")[-1] == "As Police could know it, no professional is recorded as having seen them by then."


def test_no_home_is_told_once_the_incident_has_come(lines_of):
    """The file does not say when the flat was left: from day 0 on nothing is said of it."""
    assert lines_of(2)[0] == "Perhaps living: The flat."
    assert lines_of(4) == ("Last seen by a professional on 1 June 2015, 19 days before (School).",)
