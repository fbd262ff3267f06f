"""Child BY, held to facts counted by hand from the review."""

import pytest


@pytest.fixture(scope="module")
def by(facts_of):
    return facts_of("child-by")


@pytest.mark.parametrize(
    ("clock", "answer", "words"),
    [
        ("strategy-to-conference", "within", "13 working days, due in 15 working days, within"),
        ("conference-to-core-group", "within", "7 working days, due in 10 working days, within"),
        ("release-decision-to-conference", "measured", "11 days"),
        ("core-group-to-strategy", "measured", "4 days"),
        ("request-to-conference", "measured", "36 days"),
        ("pre-birth-assessment-length", "cannot tell", "due in 45 working days, cannot tell"),
    ],
)
def test_clocks_are_answered(by, clock, answer, words):
    """Thirteen working days to the conference, seven to the core group (111, 117, 119)."""
    assert by.clock(clock) == (answer, words)


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("release-address-agreed", ("2016-11-24", "2016-11-24")),
        ("core-group-25-november", ("2016-11-25", "2016-11-25")),
        ("twins-born", ("2016-10-19", "2016-10-19")),
        ("child-by-injured", ("2017-01-29", "2017-01-29")),
        ("marac-march-2015", ("2015-03-01", "2015-03-31")),
        ("marac-october-2015", ("2015-10-01", "2015-10-31")),
        ("marac-march-2016", ("2016-03-01", "2016-03-31")),
        ("parents-separate", ("2015-04-01", "2015-04-30")),
    ],
)
def test_events_have_the_windows_of_the_review(by, event, days):
    """As exact as the paragraph, no more."""
    assert by.window(event) == days


def test_there_were_three_maracs(by):
    """March and October 2015, March 2016 (66, 77)."""
    assert len(by.case.events[by.case.events["agency"] == "marac"]) == 3


def test_the_separation_lasted_exactly_eight_weeks(by):
    """56 days, though neither its first nor its last day is known (38)."""
    assert by.days("parents-separate", "parents-separation-ends") == (56, 56)
    assert by.window("parents-separation-ends") == ("2015-05-27", "2015-06-25")


def test_the_twins_were_102_days_old(by):
    """19 October 2016 to 29 January 2017: 12 and 30 and 31 and 29 days."""
    assert by.days("twins-born", "child-by-injured") == (102, 102)


def test_the_address_was_agreed_on_the_day_before_the_core_group(by):
    """24 November 2016 (143, 144)."""
    assert by.days("release-address-agreed", "core-group-25-november") == (1, 1)


def test_scope_and_day_0(by):
    """3 December 2015 to 29 January 2017."""
    assert (str(by.case.scope.earliest), str(by.case.scope.latest)) == ("2015-12-03", "2017-01-29")
    assert by.case.about.incident == "child-by-injured"


def test_seventeen_findings(by):
    """As the review numbers them."""
    assert len(by.case.findings) == 17


def test_the_photograph_of_father_never_reached_the_school(by):
    """Asked for, not provided."""
    assert [(agency, outcome) for agency, outcome, *_ in by.shares("photograph-not-provided")] == [
        ("primary-school", "not shared")
    ]
