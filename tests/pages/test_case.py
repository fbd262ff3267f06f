"""The page of a case, on a file small enough to know by heart."""

import re
import time

import pytest

from tests.pages.opening import opened, words


@pytest.fixture
def page(small_cases):
    """Opens the page of a case of tests/timelines, past its content note."""
    return lambda case="points", **address: opened("case", case=case, **address)


def headings(app):
    """Level and words of the headings, in reading order."""
    return re.findall(r"<h(\d)>(.*?)</h\1>", words(app))


def test_every_part_has_its_heading_and_its_number(page):
    """Two agencies, one finding, one contradiction: the counts stand in the headings, after one title."""
    assert headings(page()) == [
        ("1", "Points by theme and agency"),
        ("2", "Agencies: 2, in the order of their lanes"),
        ("2", "Family and others"),
        ("2", "Professionals"),
        ("2", "Phases"),
        ("2", "The review and this file"),
        ("2", "Findings: 1"),
        ("2", "Recommendations by addressee"),
        ("2", "Where the source contradicts itself: 1"),
    ]


def test_what_the_review_is_and_how_its_dates_are_shown(page):
    """Each end of the scope as its file gives it; one exact day, one window; what is not entered is said so."""
    body = words(page())
    assert "<dt>Review</dt><dd>Serious case review</dd>" in body
    assert "<dt>Scope</dt><dd>January 2015 to December 2015</dd>" in body
    assert (
        "<dd>As exactly as the source gives them. Of 3 events 1 has an exact day, 1 a window of days and 1 no date.</dd>" in body
    )
    assert '<dt>What is missing</dt><dd class="muted">Not entered in this file.</dd>' in body


def test_an_agency_has_its_contribution_events_and_points(page):
    """The letter known only later is not among the school's events; the police made a nil return."""
    body = words(page())
    assert "<td>Education</td><td></td><td>Management review</td><td>1</td>" in body
    assert "<td>Nil return</td><td>1</td>" in body
    assert "1 agency made a nil return: asked, and with no contact to report. 1 event known only later is not counted." in body
    assert "<td>Education</td><td></td><td>Management review</td><td>2</td>" in words(page(later="1"))


def test_people_are_family_or_professionals(page):
    """Whoever belongs to an agency is a professional; the boy's age is told."""
    family, professionals = words(page()).split("Professionals")[:2]
    assert '<th scope="row">The boy</th><td><span>The child</span></td><td>5</td>' in family
    assert '<th scope="row">T1</th>' in professionals


def test_a_finding_has_its_practice_points(page):
    """M1 leads to finding 1."""
    assert 'aria-label="Missed opportunity M1"' in words(page()).split("Findings: 1")[1].split("<h2>")[0]


def test_a_review_without_recommendations_says_so(page):
    """With findings the review chose to ask; without findings nothing is known."""
    assert "This review makes no recommendations. Each finding ends in questions." in words(page())
    empty = words(page(case="example")).split("Recommendations by addressee")[1]
    assert "Not entered in this file." in empty.split("<h2>")[0]
    assert "makes no recommendations" not in empty


def test_both_readings_of_a_contradiction_stand_with_their_paragraphs(page):
    """None of the two is left out or preferred."""
    body = words(page())
    assert '<li>It came on 20 May. <span class="muted">4.1</span></li>' in body
    assert '<li>It came on 21 May. <span class="muted">5.1</span></li>' in body


def test_advice_to_the_author_is_closed_and_counted(page):
    """Two events and one point have no paragraph."""
    expander = page().expander[0]
    assert expander.label == "For the author of the file: 3 pieces of advice"
    assert not expander.proto.expanded


def test_the_smallest_file_is_a_whole_page(page):
    """Every part that is not there is a muted sentence."""
    app = page(case="example")
    assert len(re.findall("Not entered in this file.", words(app))) >= 8
    assert [button.label for button in app.button if (button.key or "").startswith("to-")] == [
        "Open the timeline",
        "Practice points",
    ]


@pytest.mark.parametrize("what", ["slides", "handouts", "summary"])
def test_what_a_room_needs_is_made_when_it_is_asked_for(page, what):
    """A button that prepares the file, and only then one that saves it."""
    app = page()
    assert [one.key for one in app.get("download_button") if one.key == f"save-{what}"] == []
    next(one for one in app.button if one.key == f"prepare-{what}").click().run()
    until = time.monotonic() + 60
    while not app.session_state[f"present-taken:{what}"].done and time.monotonic() < until:
        time.sleep(0.1)
    app.run()
    assert not app.exception
    assert [one.proto.label for one in app.get("download_button") if f"save-{what}" in one.proto.id] == [f"Save the {what}"]
