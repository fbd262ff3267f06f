"""Child K, held to facts counted by hand from the review."""

import pytest


@pytest.fixture(scope="module")
def k(facts_of):
    return facts_of("child-k")


def to(k, agency):
    return [(one[1], one[2]) for one in k.shares("nspcc-call", agency)]


def test_the_referral_of_3_october_2013_went_to_southwark_first(k):
    """Misdirected on the 3rd, in Lambeth on the 9th (3.5.6)."""
    assert k.window("nspcc-call") == ("2013-10-03", "2013-10-03")
    assert to(k, "southwark-mash") == [("misdirected", "2013-10-03")]
    assert to(k, "lambeth-csc") == [("received", "2013-10-09")]
    assert k.clock("misdirected-days") == ("measured", "6 days")


def test_lambeth_did_not_know_of_the_concerns_before_the_9th(k):
    """Southwark did."""
    said = {day: k.status("concerns-2013", f"2013-10-{day}") for day in ("08", "09")}
    assert (said["08"].get("southwark-mash"), said["08"].get("lambeth-csc", "no record")) == ("knows", "no record")
    assert said["09"]["lambeth-csc"] == "knows"


def test_fifteen_learning_points_and_five_recommendations(k):
    """As the review numbers them."""
    assert k.case.findings["kind"].tolist() == ["learning point"] * 15
    assert k.case.recommendations["number"].tolist() == ["1", "2", "3", "4", "5"]


def test_one_agency_made_a_nil_return(k):
    """It is listed."""
    assert int(k.case.agencies["nil_return"].sum()) == 1


@pytest.mark.parametrize(
    ("clock", "answer"),
    [
        ("referral-to-visit", "measured"),
        ("assessment-time", "outside"),
        ("assessment-decision-time", "outside"),
        ("mappa-before-release", "never"),
        ("referral-to-bromley", "never"),
        ("names-to-referral", "never"),
    ],
)
def test_clocks_are_answered(k, clock, answer):
    """Against the standards of the time."""
    assert k.clock(clock)[0] == answer


def test_the_assessment_took_about_72_working_days(k):
    """45 were due; its start is given twice (3.6.2, 5.6.6)."""
    assert k.clock("assessment-time")[1] == "70 to 72 working days, due in 45 working days, outside"


def test_the_visit_came_six_days_after_the_referral_arrived(k):
    """Received on the 9th, visited on the 15th of October 2013."""
    assert k.clock("referral-to-visit")[1] == "6 days"
    assert k.window("hv3-home-visit") == ("2013-10-15", "2013-10-15")


def test_scope_and_day_0(k):
    """October 2013 to November 2016; the assault on 20 November 2016."""
    assert (str(k.case.scope.earliest), str(k.case.scope.latest)) == ("2013-10-03", "2016-11-19")
    assert k.window(k.case.about.incident) == ("2016-11-20", "2016-11-20")


def test_letters_and_visits_in_prison_are_known_only_later(k):
    """Told in hindsight, so hidden until asked for (3.9.1)."""
    events = k.case.events
    later = events[events["source"].map(lambda places: "3.9.1" in places)]
    assert later["hindsight"].any()


def test_the_sources_two_readings_are_kept(k):
    """Two ranges for one phase, two starts for one assessment."""
    assert len(k.case.discrepancies) >= 2
    assert (k.case.discrepancies["says"].map(len) >= 2).all()
