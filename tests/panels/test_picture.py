"""The timeline's picture: what filters take away from it, and what they leave alone."""

from dataclasses import replace
from pathlib import Path

import pytest

from charts.sizes import Sizes
from loaders import Library, read_case
from measures.choice import Choice, passing
from panels.entry import Entered
from panels.picture_drawn import drawn_view
from panels.picture_laid import laid_out
from panels.view import View

TEXT = """format: 1
case: {id: example, title: Example case}
agencies:
  police: {name: Police}
  school: {name: School}
people:
  child: {name: the child}
  mother: {name: the mother}
events:
  - {id: mother-seen, date: 2015-06-01, agency: police, title: Mother seen, seen: mother}
  - {id: first, date: 2015-07-01, agency: school, title: At school, seen: child}
  - {id: second, date: 2015-08-01, agency: police, title: Seen at home, seen: child}
  - {id: third, date: 2015-09-01, agency: school, title: At school again, seen: child}
  - {id: trial, date: 2015-08-15, agency: police, title: Told at the trial, seen: child, hindsight: true}
"""


@pytest.fixture
def case(tmp_path):
    file = tmp_path / "example.yaml"
    file.write_text(TEXT, encoding="utf-8")
    return read_case(file, {})


def drawn(case, choice=None, entire=None):
    """What is drawn of a case under these filters."""
    choice = choice or Choice()
    entered = Entered(case, Library(Path(), {case.id: case}, (), {}), View(), whole=entire)
    laid = laid_out(entire or case, case, "", "", "true", Sizes(1200.0, 600.0), "")
    return drawn_view(entered, choice, passing(case.events, case.practice, choice), laid)


@pytest.mark.parametrize(
    "choice", [Choice(), Choice(search="home"), Choice(hide_agencies=("school",)), Choice(search="no such word")], ids=repr
)
def test_no_filter_takes_a_sighting_from_the_line_of_sightings(case, choice):
    """31 days, 30 whole ones between, before the second and before the third, whatever else is shown: never 'no sight for 61 days'."""
    found = drawn(case, choice)
    assert [event for *_, event in found.sight] == ["first", "second", "third"]
    assert [words[0] for *_, words in found.gaps] == ["no sight recorded for 30 days", "no sight recorded for 30 days"]


def test_a_filter_leaves_only_the_marks_it_says(case):
    """One title has the word; what was known only later is not shown either."""
    assert drawn(case, Choice(search="home")).shown == {"second"}
    assert drawn(case).shown == {"mother-seen", "first", "second", "third"}


def test_a_sighting_known_only_later_is_on_the_line_where_that_is_shown(case):
    """Until then it is no part of it."""
    assert [event for *_, event in drawn(case, Choice(later=True)).sight] == ["first", "second", "trial", "third"]


def test_the_line_is_the_childs_on_a_day_before_anybody_saw_the_child_too(case):
    """As known on 15 June: the police's sight of the mother is not told as one of the child."""
    known = replace(case, events=case.events.iloc[:1].reset_index(drop=True))
    found = drawn(known, entire=case)
    assert (found.sight, found.person) == ((), "the child")
