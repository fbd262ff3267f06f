"""Birmingham, held to facts counted by hand from the review: one full date, and chains of blurred ones."""

import pytest

POLICE, CSC = "west-midlands-police", "birmingham-csc"


@pytest.fixture(scope="module")
def birmingham(facts_of):
    return facts_of("birmingham")


@pytest.mark.parametrize(
    ("event", "days"),
    [
        ("release-2013", ("2013-02-11", "2013-02-20")),
        ("mappa-february-2013", ("2013-02-16", "2013-02-25")),
        ("transfer-accepted", ("2013-02-24", "2013-02-28")),
        ("moved-out", ("2013-04-01", "2013-04-07")),
        ("licence-expired", ("2013-04-11", "2013-04-17")),
        ("sister-names-woman", ("2013-05-21", "2013-05-31")),
        ("well-baby-clinic", ("2013-05-22", "2013-06-01")),
        ("bodies-found", ("2013-06-01", "2013-06-05")),
    ],
)
def test_events_have_the_windows_of_the_review(birmingham, event, days):
    """Mid-February, the end of May: never a day the review does not give."""
    assert birmingham.window(event) == days


@pytest.mark.parametrize(
    ("first", "then", "days"),
    [
        ("release-2013", "transfer-accepted", 13),
        ("release-2013", "mappa-february-2013", 5),
        ("moved-out", "licence-expired", 10),
        ("sister-names-woman", "well-baby-clinic", 1),
        ("sister-names-woman", "bodies-found", 5),
    ],
)
def test_days_along_a_chain_are_exact(birmingham, first, then, days):
    """'Thirteen days after release', though nobody may know the day."""
    assert birmingham.days(first, then) == (days, days)


@pytest.mark.parametrize(
    ("clock", "answer", "words"),
    [
        ("transfer-after-release", "measured", "13 days"),
        ("move-to-licence-end", "measured", "10 days"),
        ("mappa-before-release", "outside", "113 to 152 days before, due 6 months before, outside"),
        ("visor-march", "outside", "22 to 40 days, due in 3 days, outside"),
        ("visor-february", "cannot tell", "4 days before to 12 days after, due in 3 days, cannot tell"),
        ("identity-shared", "never", "never"),
    ],
)
def test_clocks_are_sure_only_where_the_dates_are(birmingham, clock, answer, words):
    """Within, outside, or cannot tell."""
    assert birmingham.clock(clock) == (answer, words)


def test_what_police_learned_of_the_woman_reached_no_other_agency(birmingham):
    """Named by her sister at the end of May 2013; four agencies were not told, of the others nothing is recorded."""
    status = birmingham.status("woman-identified")
    assert [agency for agency, said in status.items() if said != "not told"] == [POLICE]
    assert status[POLICE] == "knows"
    assert set(status) == {POLICE, CSC, "swm-probation", "mappa-west-midlands", "universal-health"}


def test_police_cannot_be_said_to_know_of_the_woman_before_the_window_is_over(birmingham):
    """Nothing on the 20th, open on the 25th, sure on the 31st."""
    said = [birmingham.status("woman-identified", f"2013-05-{day}").get(POLICE) for day in (20, 25, 31)]
    assert said == [None, "cannot tell", "knows"]


def test_birmingham_social_care_held_the_call_of_partner_1(birmingham):
    """In a file and not looked at; West Mercia's police knew, those of the West Midlands were not told."""
    assert birmingham.status("texts-to-partner-1") == {"west-mercia-police": "knows", CSC: "holds", POLICE: "not told"}
    assert [(agency, outcome) for agency, outcome, *_ in birmingham.shares("partner-1-reports", CSC)] == [(CSC, "recorded only")]


def test_no_event_of_the_story_has_a_full_date(birmingham):
    """The blurring is how the case was anonymised."""
    assert "exact" not in set(birmingham.case.events["dating"])


def test_scope_and_day_0(birmingham):
    """February to June 2013; the day the two were found."""
    assert (str(birmingham.case.scope.earliest), birmingham.case.about.incident) == ("2013-02-01", "bodies-found")


def test_seven_findings_and_seven_lessons(birmingham):
    """Both are kept apart."""
    assert birmingham.case.findings["kind"].value_counts().to_dict() == {"finding": 7, "lesson": 7}
