"""Child J, held to facts counted by hand from the review."""

import pytest

from measures.sight import gaps_between, sightings


@pytest.fixture(scope="module")
def j(facts_of):
    return facts_of("child-j")


def test_the_notification_of_12_june_took_twelve_days(j):
    """Sent on 12 June 2015, with the MASH on the 24th (2.2.6)."""
    assert j.shares("merlin-12-june", "ealing-mash") == [("ealing-mash", "received", "2015-06-24", "2015-06-24")]
    assert j.clock("merlin-transit") == ("measured", "12 days")


def test_social_workers_did_not_see_the_child_for_81_days(j):
    """13 July to 2 October 2015, though the standard was six weeks (2.2.17, 2.2.18)."""
    seen = sightings(j.case.events, "child-j")
    own = seen[seen["agency"] == "ealing-csc"].reset_index(drop=True)
    found = gaps_between(own).set_index("before").loc["sw2-visit-2-october"]
    assert (found["after"], found["least_days"], found["most_days"]) == ("sw1-visit-13-july", 81, 81)
    assert j.clock("social-work-sightings") == ("outside", "81 days, due in 6 weeks, outside")


def test_police_saw_the_child_in_between(j):
    """Hull, between 21 September and 2 October: 70 to 81 days after 13 July."""
    found = gaps_between(sightings(j.case.events, "child-j")).set_index("before").loc["police-hull-visit"]
    assert (found["after"], found["least_days"], found["most_days"]) == ("sw1-visit-13-july", 70, 81)


def test_the_child_was_seen_on_the_day_before_the_injuries(j):
    """The health visitor's developmental assessment on 19 November 2015 (2.2.28)."""
    last = sightings(j.case.events, "child-j").iloc[-1]
    assert (last["event_id"], last["agency"]) == ("luton-hv-visit-19", "luton-hv")
    assert j.days("luton-hv-visit-19", "fatal-injuries") == (1, 1)


def test_1_to_9_july_are_six_working_days(j):
    """The review counts them itself (2.2.11)."""
    assert (j.window("transfer-to-locality")[0], j.window("sw1-allocated-decision")[0]) == ("2015-07-01", "2015-07-09")
    assert j.working_days("transfer-to-locality", "sw1-allocated-decision") == 6
    assert j.clock("transfer-to-allocation") == ("measured", "8 days")


def test_the_luton_health_visitor_never_knew_of_the_bail(j):
    """Asked on 5 November 2015 without a word of Z: not told at the end, and on no day known, held or left open."""
    assert j.status("z-bail")["luton-hv"] == "not told"
    days = ["2015-06-12", "2015-10-27", "2015-11-04", "2015-11-05", "2015-11-20"]
    said = [j.status("z-bail", day).get("luton-hv", "no record") for day in days]
    assert said == ["no record", "no record", "no record", "not told", "not told"]


def test_luton_social_care_held_the_bail_in_papers_that_did_not_highlight_it(j):
    """The documents of 27 October 2015."""
    assert j.status("z-bail")["luton-csc"] == "holds"
    assert j.window("documents-sent") == ("2015-10-27", "2015-10-27")
    assert j.clock("move-to-documents") == ("measured", "13 days")
    assert j.clock("documents-to-health-visiting") == ("measured", "9 days")


def test_ealing_social_care_knew_of_the_bail_and_its_health_visitors_did_not(j):
    """Knowing on one side of a service is not knowing on the other."""
    status = j.status("z-bail")
    assert (status["ealing-csc"], status["ealing-hv"]) == ("knows", "not told")


@pytest.mark.parametrize(
    ("clock", "answer"),
    [
        ("hv-contact-family", "never"),
        ("fnp-to-health-visiting", "never"),
        ("records-to-new-area", "never"),
        ("hv-allocation", "outside"),
        ("luton-hv-referral-contact", "outside"),
        ("plan-to-first-visit", "within"),
    ],
)
def test_clocks_are_answered(j, clock, answer):
    """Against the standards of the time."""
    assert j.clock(clock)[0] == answer


def test_days_from_referral_to_the_first_sighting(j):
    """Received 24 June, seen 10 July 2015: sixteen days."""
    assert j.window("sw1-visit-10-july") == ("2015-07-10", "2015-07-10")
    assert j.clock("referral-to-first-sighting") == ("measured", "16 days")


def test_scope_and_day_0(j):
    """April 2014 to November 2015; the injuries on 20 November 2015."""
    assert (str(j.case.scope.earliest), j.case.about.incident) == ("2014-04-01", "fatal-injuries")
    assert j.window("fatal-injuries") == ("2015-11-20", "2015-11-20")


def test_eight_findings_and_no_recommendation(j):
    """The review asks questions of the boards instead."""
    assert (len(j.case.findings), len(j.case.recommendations)) == (8, 0)
