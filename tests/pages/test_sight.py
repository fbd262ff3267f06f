"""The page Silence and sight as a person meets it: its question, its refusals, its links."""

import json

import pytest

from tests.pages.opening import charts, opened, words

FINDING = (
    "The Child: 4 dated sightings; the longest time between two is at least 70 days (70 to 81), "
    "from 13 July 2015 to between 21 September and 2 October 2015; no sight recorded for 69 days or more."
)


@pytest.fixture
def page_of(changed):
    """Opens the page on the small case, changed by pairs of texts, with an address."""
    return lambda *changes, **address: changed("sight", "sight", changes, address)


def test_the_page_opens_on_the_person_who_was_seen_and_says_what_the_picture_shows(page_of):
    """The finding is on the page, and is the first sentence of the figure's alternative text."""
    page = page_of()
    assert "When was The Child seen, and by whom?" in words(page)
    assert FINDING in words(page)
    (chart,) = charts(page)
    assert chart.proto.alt.startswith(FINDING)


def test_the_picture_has_a_table_of_the_same_marks_and_stretches(page_of):
    """Four sightings and four stretches, in numbers."""
    marks, bars = page_of().dataframe
    assert list(marks.value["What happened"]) == ["First visit", "Second visit", "Police visit", "Third visit"]
    assert list(marks.value["Alone"]) == ["not recorded", "Yes", "not recorded", "not recorded"]
    assert bars.value[["Time between, by", "At least days", "At most days"]].to_numpy().tolist() == [
        ["Any professional", 3, 3],
        ["Any professional", 70, 81],
        ["Social Care", 3, 3],
        ["Social Care", 81, 81],
    ]


def test_each_agency_says_when_it_last_saw_the_person_and_one_that_never_did(page_of):
    """'never, in what is entered', and 'not recorded' for a blank."""
    page = words(page_of())
    assert "<td>Social Care</td><td>2 Oct 2015</td><td>49 days</td>" in page
    assert "<td>Town Police</td><td>21 Sep to 2 Oct 2015</td><td>49 to 60 days</td>" in page
    assert '<td>Health Visiting</td><td class="muted">never, in what is entered</td>' in page
    assert "<td>No</td>" not in page


def test_attempts_stand_in_their_groups_and_a_word_is_not_counted(page_of):
    """Two lines without an answer, one of them 'several times'."""
    page = words(page_of())
    assert "Attempts that did not lead to contact: 3 lines, and what is said of why" in page
    assert "<td>No reply or no access</td><td><b>2 lines, at least 2 attempts</b></td>" in page
    assert "An unanswered door says nothing about why." in page


def test_a_clock_says_what_was_due_and_that_it_came_later(page_of):
    """Six weeks after 13 July is 24 August; the visit came on 2 October."""
    page = words(page_of())
    assert "<td>13 Jul 2015</td><td>24 Aug 2015 (6 weeks)</td><td>2 Oct 2015</td><td>81 days</td><td>outside</td>" in page
    (chart,) = charts(page_of())
    assert "24 Aug 2015: due in 6 weeks. One visit to the next" in chart.proto.spec


def test_what_was_known_only_later_is_shown_when_asked_for(page_of):
    """The neighbour's account is hidden, and the toggle brings it."""
    page = page_of()
    assert "A neighbour saw the Child" not in words(page) + charts(page)[0].proto.spec
    page.toggle[0].set_value(True).run()
    assert "A neighbour saw the Child" in charts(page)[0].proto.spec
    assert page.query_params["later"] == "1"


def test_day_0_is_not_drawn_while_it_is_known_only_later(page_of):
    """Neither its line nor its words."""
    change = ("    title: The injury\n", "    title: The injury\n    hindsight: true\n")
    page = page_of(change)
    assert "Day 0 has no date that may be shown, so days before it are not counted." in words(page)
    assert "day 0" not in [trace.get("name") for trace in json.loads(charts(page)[0].proto.spec)["data"]]
    assert "The injury" not in words(page)


def test_another_person_and_any_contact_are_written_into_the_address(page_of):
    """Mother was never seen, which a sentence says; of contact there are two attempts."""
    page = page_of()
    page.selectbox(key="w:sight:person").set_value("mother").run()
    assert (
        "No event in this case records Mother being seen in person, so there is no last sight to show. Add `seen` to the events that did."
        in words(page)
    )
    assert page.query_params["person"] == "mother"
    assert not charts(page)
    page = page_of(person="child", contact="1")
    assert "When was there contact about The Child, and by whom?" in words(page)
    assert "card-left" in charts(page)[0].proto.spec


def test_a_case_that_records_no_sight_says_so_and_how_to_enter_it(page_of):
    """No figure, and the sentence of the design."""
    page = page_of(
        ("    seen: child\n", ""),
        ("    seen_alone: child\n", ""),
        ("  mother:\n    name: Mother\n", ""),
        ("    people: mother\n", ""),
    )
    assert "so there is no last sight to show. Add `seen` to the events that did." in words(page)
    assert not charts(page)


def test_a_case_mostly_without_dates_is_refused_in_a_sentence(page_of):
    """Five of the nine events get no date; attempts are still listed."""
    days = ("2015-07-10", "2015-09-21/2015-10-02", "2015-11-02", "2015-11-10", "2015-11-12")
    page = page_of(*[(f"    date: {day}\n", "    date: undated\n") for day in days])
    assert "Last sight and silence are not measured in this case: 5 of 9 events have no usable date." in words(page)
    assert not charts(page)
    assert "last seen, agency by agency" not in words(page)
    assert "Attempts that did not lead to contact: 3 lines" in words(page)


def test_dates_to_the_month_only_say_that_days_between_are_not_exact(page_of):
    """And the windows are whole months."""
    page = page_of(("  incident: injury\n", "  incident: injury\n  disclosure: month\n"))
    sentence = "Days between cannot be shown exactly: this case gives dates to the month only (disclosure: month)."
    assert sentence in words(page)
    (targets,) = [one for one in json.loads(charts(page)[0].proto.spec)["data"] if one.get("name") == "targets"]
    assert targets["hovertext"][:2] == ["Jul<br>First visit", "Jul<br>First visit"]
    assert "13 Jul" not in words(page)
    assert "<td>Oct 2015</td><td>1 to 60 days</td>" in words(page)


@pytest.mark.parametrize("name", ["sight", "delay"])
def test_a_clock_of_a_case_of_months_gives_months_and_no_days(changed, name):
    """The visit of July was due in six weeks, from 12 August to 11 September, and made in October."""
    page = changed(name, "sight", [("  incident: injury\n", "  incident: injury\n  disclosure: month\n")], {})
    row = '<td>Jul 2015</td><td>Aug to Sep 2015 (6 weeks)</td><td>Oct 2015</td><td class="muted">not shown</td><td>outside</td>'
    assert row in words(page)


def test_a_chosen_mark_is_told_below_with_a_way_to_the_timeline(page_of):
    """Day, agency, title, paragraph, and a button."""
    page = page_of(event="third-visit")
    assert "2 October 2015, Social Care: <b>Third visit</b>. Paragraph 1.4." in words(page)
    assert page.button(key="seeing-timeline").label == "Open on the timeline"


def test_every_row_leads_to_its_event_on_the_timeline(page_of):
    """A link that carries case and event, so that it can be opened in a new tab too."""
    assert '<a href="timeline?case=sight&amp;event=third-visit" class="to-event">Third visit</a>' in words(page_of())


@pytest.mark.parametrize("case", ["child-j", "child-k", "birmingham", "child-by", "sophia"])
@pytest.mark.parametrize("contact", ["", "1"])
def test_every_shipped_case_opens_behind_its_content_note(case, contact, shipped):
    """Without an exception, in both modes."""
    assert "How to read the numbers." in words(opened("sight", case=case, contact=contact))


def test_child_j_has_the_days_that_were_counted_by_hand(shipped):
    """81 days for Ealing social care, at least 70 by anyone, 48 days to 19 November."""
    page = opened("sight", case="child-j")
    spec = charts(page)[0].proto.spec
    assert all(words in spec for words in ("at least 70 days (70 to 81)", "48 days", "81 days"))
