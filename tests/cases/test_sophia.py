"""Sophia, held to facts counted by hand from the executive summary, and shown in months."""

import pytest


@pytest.fixture(scope="module")
def sophia(facts_of):
    return facts_of("sophia")


def test_27_recommendations_of_the_panel_and_19_of_single_agencies(sophia):
    """46 together."""
    panel = sophia.case.recommendations["made_by"].map(lambda makers: makers == ("panel",))
    assert (int(panel.sum()), int((~panel).sum())) == (27, 19)


def test_eight_agencies_made_a_nil_return(sophia):
    """Silence is information (1.2.1 to 1.2.3)."""
    assert int(sophia.case.agencies["nil_return"].sum()) == 8


def test_one_trust_has_two_lanes(sophia):
    """As provider of care and as employer."""
    assert {"kch-provider", "kch-employer"} <= set(sophia.case.agencies["agency_id"])


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("nmo-ended", ("2016-06-01", "2017-05-31")),
        ("csc-april-contact", ("2016-04-01", "2016-04-30")),
        ("csc-second-contact", ("2016-06-01", "2016-06-30")),
        ("homicide", ("2017-05-01", "2017-05-31")),
    ],
)
def test_events_have_the_months_of_the_review(sophia, event, days):
    """No day, though the source gives one."""
    assert sophia.window(event) == days


def test_june_2016_is_not_the_13th(sophia):
    """The one call that the summary dates to a day is of June 2016 here, in days and in words."""
    june = sophia.rows["gaia-call"]
    assert sophia.window("gaia-call") == ("2016-06-01", "2016-06-30")
    assert (june.dating, june.written, june.date_text, june.time) == ("blurred", "", "", "")
    assert set(sophia.case.events["dating"]) <= {"blurred", "undated", "open"}


def test_the_two_contacts_of_social_care_are_32_to_90_days_apart(sophia):
    """30 April to 1 June at the least, 1 April to 30 June at the most; no page says so, since dates are given to the month."""
    assert sophia.days("csc-april-contact", "csc-second-contact") == (32, 90)
    assert sophia.clock("call-to-closure")[0] == "measured"
    assert sophia.clock("csc-first-to-second") == ("measured", "")


def test_daniels_allegation_reached_social_care_in_june_and_police_by_the_end(sophia):
    """Received in June 2016, and at some time before the homicide."""
    assert sophia.shares("daniel-allegation") == [
        ("lambeth-csc", "received", "2016-06-01", "2016-06-30"),
        ("mps", "received", "2016-06-01", "2017-05-31"),
    ]


def test_the_secondary_school_was_not_told_of_the_allegation(sophia):
    """Social care and police knew."""
    assert sophia.status("child-a-allegation") == {"lambeth-csc": "knows", "mps": "knows", "secondary-school": "not told"}


def test_most_of_an_executive_summary_is_undated(sophia):
    """34 of 58 entries; they are listed all the same."""
    assert sophia.case.events["dating"].value_counts().to_dict() == {"undated": 34, "blurred": 24}


def test_what_cannot_be_told_is_not_told(sophia):
    """The risk checklist was due in four weeks; when it came, if it came, the summary does not say."""
    assert sophia.clock("checklist-review") == ("cannot tell", "due in 4 weeks, cannot tell")


def test_scope_and_day_0(sophia):
    """2008 to May 2017."""
    assert (str(sophia.case.scope.earliest), str(sophia.case.scope.latest)) == ("2008-01-01", "2017-05-31")
    assert sophia.case.about.incident == "homicide"
