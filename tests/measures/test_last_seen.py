"""Who saw a person last, and the stretches between two sightings, on frames worked out by hand."""

from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest

from loaders import read_case
from measures.last_seen import (
    before_words,
    encounters,
    finding,
    gap_bars,
    last_seen,
    longest_silences,
    mark_words,
    never_saw,
    people_seen,
    stretch_words,
    stretches,
    visible,
)

TIMELINES = Path(__file__).resolve().parent.parent / "timelines"


@pytest.fixture
def case():
    """The small case of tests/timelines/sight.yaml."""
    return read_case(TIMELINES / "sight.yaml", {})


@pytest.fixture
def shown(case):
    """Its events without the one known only later."""
    return visible(case.events, later=False)


def seen(*windows, anchors=None):
    """Sightings by agency a, one per (earliest, latest) in January to March 2015, as `encounters` gives them."""
    rows = []
    for number, (first, last) in enumerate(windows):
        days = {"earliest": pd.Timestamp(first), "latest": pd.Timestamp(last)}
        chain = (f"e{number}", 0) if anchors is None else anchors[number]
        place = {"anchor": chain[0], "days_least": chain[1], "days_most": chain[1]}
        rows.append({"event_id": f"e{number}", "agency": "a", "ends": True, "dated": True, "before": "", **days, **place})
    return pd.DataFrame(rows)


def spans(found):
    """The days and ends of each stretch, dates as text."""
    days = [[None if pd.isna(day) else str(day.date()) for day in found[name]] for name in ("from_day", "to_day", "may_to")]
    return list(zip(found["after"], found["before"], found["least_days"], found["most_days"], *days, strict=True))


def test_a_stretch_runs_from_one_sighting_to_the_next_and_says_what_is_sure():
    """13 July to a window of 21 September to 2 October is 70 to 81 days, the first 70 of them sure."""
    found = stretches(seen(("2015-07-13", "2015-07-13"), ("2015-09-21", "2015-10-02")))
    assert spans(found) == [("e0", "e1", 70, 81, "2015-07-13", "2015-09-21", "2015-10-02")]


def test_a_later_sighting_of_a_known_day_ends_a_stretch_at_the_latest():
    """A long window cannot stretch the time past a visit on 20 January that is sure."""
    found = stretches(seen(("2015-01-01", "2015-01-01"), ("2015-01-11", "2015-03-31"), ("2015-01-20", "2015-01-20")))
    assert spans(found) == [("e0", "e1", 10, 19, "2015-01-01", "2015-01-11", "2015-01-20")]


def test_an_earlier_sighting_of_a_known_day_begins_a_stretch_at_the_earliest():
    """After a window of 1 to 31 January and a visit on the 20th, 10 February is 10 to 21 days later, not 40."""
    found = stretches(seen(("2015-01-01", "2015-01-31"), ("2015-01-20", "2015-01-20"), ("2015-02-10", "2015-02-10")))
    assert spans(found) == [("e0", "e2", 10, 21, "2015-01-31", "2015-02-10", "2015-02-10")]


def test_sightings_that_may_be_on_the_same_day_have_no_sure_stretch_between():
    """Two windows that share a day leave nothing sure."""
    assert stretches(seen(("2015-01-01", "2015-01-10"), ("2015-01-10", "2015-01-20"))).empty


def test_a_chain_of_dates_keeps_its_exact_days():
    """Two sightings in the same eleven days, the second counted 5 days from the first, are 5 days apart."""
    window = ("2015-01-01", "2015-01-11")
    found = stretches(seen(window, ("2015-01-06", "2015-01-16"), anchors=[("e0", 0), ("e0", 5)]))
    assert spans(found) == [("e0", "e1", 5, 5, None, None, "2015-01-16")]


def test_the_bars_are_of_any_professional_and_of_each_agency_that_saw_twice(shown):
    """Social Care alone has 81 days where the police saw the child in between."""
    bars = gap_bars(encounters(shown, "child"))
    assert list(zip(bars["agency"], bars["words"], strict=True)) == [
        ("", "3 days"),
        ("", "at least 70 days (70 to 81)"),
        ("care", "3 days"),
        ("care", "81 days"),
    ]


def test_what_was_known_only_later_is_a_sighting_only_when_asked_for(case):
    """The neighbour's account of 15 November counts with `later`, and not without."""
    assert list(encounters(visible(case.events, later=False), "child")["event_id"])[-1] == "third-visit"
    assert list(encounters(visible(case.events, later=True), "child")["event_id"])[-1] == "neighbour"


def test_a_planned_visit_and_the_family_are_not_a_professionals_sight(shown):
    """A planned event, and one of the family's lane, are left out."""
    planned = shown.assign(planned=shown["event_id"] == "third-visit")
    family = planned.assign(agency=planned["agency"].where(planned["event_id"] != "first-visit", "family"))
    assert list(encounters(family, "child")["event_id"]) == ["second-visit", "police-visit"]


def test_an_attempt_is_shown_among_contacts_and_ends_no_stretch(shown):
    """Of any contact the card at the door is a mark, but not an end."""
    found = encounters(shown, "child", any_contact=True)
    assert list(zip(found["event_id"], found["ends"], strict=True)) == [
        ("first-visit", True),
        ("second-visit", True),
        ("police-visit", True),
        ("third-visit", True),
        ("card-left", False),
    ]
    assert "card-left" not in set(stretches(found)["before"])


def test_each_agency_was_last_seen_so_many_days_before_day_0(case, shown):
    """2 October is 49 days before 20 November; the window of the police 49 to 60."""
    zero = next(case.events[case.events["event_id"] == "injury"].itertuples())
    found = last_seen(encounters(shown, "child"), zero)
    named = ["agency", "event_id", "alone", "least_before", "most_before"]
    assert found[named].to_numpy().tolist() == [["care", "third-visit", False, 49, 49], ["police", "police-visit", False, 49, 60]]


def test_a_sighting_after_day_0_counts_only_where_there_is_no_other(case, shown):
    """With day 0 on 13 July Social Care last saw the child that day, and the police only after."""
    zero = next(case.events[case.events["event_id"] == "second-visit"].itertuples())
    found = last_seen(encounters(shown, "child"), zero)
    assert found[["agency", "event_id", "most_before"]].to_numpy().tolist() == [
        ["police", "police-visit", -70],
        ["care", "second-visit", 0],
    ]


def test_the_last_of_two_blurred_sightings_is_not_before_the_beginning_of_the_later_one():
    """Windows of January and of 20 January to 5 February: the last lies between 20 January and 5 February."""
    windows = seen(("2015-01-01", "2015-01-31"), ("2015-01-20", "2015-02-05")).assign(alone=False, title="Visit", source=[(), ()])
    row = last_seen(windows).iloc[0]
    assert (row.event_id, str(row.earliest.date()), str(row.latest.date())) == ("e1", "2015-01-20", "2015-02-05")


def test_a_sighting_written_to_come_before_another_is_not_the_last():
    """Visits that went on till a check of the end of May; day 0 is four days after that check, whatever day that was."""
    windows = seen(("2015-01-01", "2015-05-31"), ("2015-05-21", "2015-05-31"), anchors=[("e0", 0), ("named", 1)])
    windows = windows.assign(alone=False, title="Visit", source=[(), ()])
    days = {"earliest": pd.Timestamp("2015-05-31"), "latest": pd.Timestamp("2015-06-04")}
    zero = SimpleNamespace(**days, anchor="named", days_least=5, days_most=5)
    unsaid = last_seen(windows, zero).iloc[0]
    assert (unsaid.least_before, unsaid.most_before) == (0, 4)
    row = last_seen(windows.assign(before=["e1", ""]), zero).iloc[0]
    assert (row.event_id, row.least_before, row.most_before) == ("e1", 4, 4)


def test_an_agency_whose_sightings_have_no_date_has_no_last_day():
    """It is listed, without a day and without days before day 0."""
    undated = seen(("2015-01-01", "2015-01-01")).assign(dated=False, alone=False, title="Visit", source=[()])
    row = last_seen(undated).iloc[0]
    assert (pd.isna(row.earliest), row.undated, pd.isna(row.least_before)) == (True, 1, True)


def test_an_agency_that_only_tried_never_saw(shown):
    """Health visiting left a card: one line of attempts, no contact."""
    found = never_saw(shown, "child")
    assert found[["agency", "event_id", "contacts", "attempts"]].to_numpy().tolist() == [["visiting", "card-left", 0, 1]]


def test_people_ever_seen_come_first(case):
    """The child stands before Mother, who is first in the file."""
    found = people_seen(case.people, case.events)
    assert found[["person_id", "seen"]].to_numpy().tolist() == [["child", True], ["mother", False]]


def test_the_longest_silence_of_an_agency_is_given_where_seven_days_are_sure(shown):
    """Social Care 81 days; health visiting 8 days, of which 7 are silent; the police have one event."""
    found = longest_silences(shown)
    assert found.to_numpy().tolist() == [
        ["care", "second-visit", "third-visit", 81, 81, 0],
        ["visiting", "card-left", "calls", 8, 8, 0],
    ]
    assert list(longest_silences(shown, least=8)["agency"]) == ["care"]


def test_a_silence_is_no_longer_than_any_sure_event_allows(shown):
    """A record from 1 July to 20 July widens no silence: the visit of 13 July is sure."""
    wide = shown[shown["event_id"] == "first-visit"].assign(
        event_id="wide", earliest=pd.Timestamp("2015-07-01"), latest=pd.Timestamp("2015-07-20")
    )
    found = longest_silences(pd.concat([shown, wide.assign(order=99, anchor="wide")], ignore_index=True))
    care = found[found["agency"] == "care"]
    assert care[["after", "least_days", "most_days"]].to_numpy().tolist() == [["wide", 74, 81]]


def test_the_finding_says_what_is_sure_and_no_more(shown):
    """It says 'no sight recorded', and whole days."""
    found = encounters(shown, "child")
    assert finding("The Child", gap_bars(found), found, "exact") == (
        "The Child: 4 dated sightings; the longest time between two is at least 70 days (70 to 81), "
        "from 13 July 2015 to between 21 September and 2 October 2015; no sight recorded for 69 days or more."
    )


def test_one_sighting_leaves_nothing_between():
    """The sentence stops there; of two that may share a day it says that nothing is sure."""
    found = seen(("2015-01-01", "2015-01-01"))
    assert finding("The Child", gap_bars(found), found, "exact") == "The Child: 1 dated sighting."
    found = seen(("2015-01-01", "2015-01-10"), ("2015-01-10", "2015-01-20"))
    said = "The Child: 2 dated sightings, and no time between two of them is sure."
    assert finding("The Child", gap_bars(found), found, "exact") == said


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (1, 1, "1 day"),
        (49, 60, "49 to 60 days"),
        (0, 0, "on day 0"),
        (-3, -3, "3 days after"),
        (-5, -3, "3 to 5 days after"),
        (-2, 4, "4 days before to 2 days after"),
        (float("nan"), float("nan"), "not known"),
    ],
)
def test_days_before_day_0_are_said_as_far_as_they_are_known(least, most, words):
    """Exact, ranged, on the day, after it, on both sides of it, and not known."""
    assert before_words(least, most) == words


def test_a_stretch_is_said_with_its_sure_part_first():
    """Exact days bare, blurred ones as 'at least'."""
    assert [stretch_words(48, 48), stretch_words(1, 1), stretch_words(70, 81)] == [
        "48 days",
        "1 day",
        "at least 70 days (70 to 81)",
    ]


def test_a_mark_says_its_year_only_where_the_axis_has_several(shown):
    """Without a year on an axis of one year; a window as 'between'."""
    marks = {one.event_id: one for one in encounters(shown, "child").itertuples()}
    assert mark_words(marks["first-visit"], "exact", 2015) == "10 Jul"
    assert mark_words(marks["first-visit"], "exact", None) == "10 Jul 2015"
    assert mark_words(marks["police-visit"], "exact", 2015) == "between 21 Sep and 2 Oct"
