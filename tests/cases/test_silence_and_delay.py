"""Silence, delay and who was at work in the five shipped cases, against what was counted by hand in the reviews."""

import pandas as pd

from measures.compared import compared
from measures.delays import delays
from measures.last_seen import encounters, stretches


def row(facts):
    """The case in one row."""
    case = facts.case
    return compared(case.id, case.events, case.people, case.scope, case.about.incident or "")


def told(facts, what):
    """The delays of a kind that can be told: from event, to agency, least, most."""
    case = facts.case
    found = delays(case.events, case.shares, case.clocks, case.agencies, case.about.disclosure, case.id)
    own = found[(found["what"] == what) & found["told"]]
    return {(one.from_event, one.to_agency): (one.least, one.most) for one in own.itertuples()}


def test_child_j_was_seen_by_police_between_two_social_work_sightings_81_days_apart(facts_of):
    """By anyone at least 70 and at most 81 days; social care alone 81 (2.2.17, 2.2.18)."""
    child_j = facts_of("child-j")
    found = row(child_j)
    assert (found["between_least"], found["between_most"]) == (70, 81)
    assert (found["after"], found["before"]) == ("sw1-visit-13-july", "police-hull-visit")
    seen = encounters(child_j.case.events, found["person"])
    own = stretches(seen[seen["agency"] == "ealing-csc"]).sort_values("least_days").iloc[-1]
    assert (own["least_days"], own["most_days"]) == (81, 81)


def test_child_j_was_last_seen_a_day_before_by_luton_health_visiting(facts_of):
    """19 November, day 0 is the 20th; three attempts in a row of Ealing health visiting, nobody said why."""
    found = row(facts_of("child-j"))
    assert (found["last_least"], found["last_most"], found["last_by"]) == (1, 1, ("luton-hv",))
    assert (found["in_a_row"], found["in_a_row_by"], found["row_not_said"]) == (3, "ealing-hv", 3)


def test_the_notification_of_12_june_reached_ealing_after_12_days(facts_of):
    """MERLIN of Child J (2.2.6), and the call about Child K that took six days to Lambeth (3.5.6)."""
    assert told(facts_of("child-j"), "receipt")[("merlin-12-june", "ealing-mash")] == (12, 12)
    assert told(facts_of("child-k"), "receipt")[("nspcc-call", "lambeth-csc")] == (6, 6)


def test_the_conference_of_child_by_was_held_before_it_was_due(facts_of):
    """Strategy discussion to conference 13 working days of 15, to the first core group 7 of 10 (117, 119, 111)."""
    found = told(facts_of("child-by"), "meeting")
    assert set(found) == {("strategy-discussion", "csc"), ("initial-conference", "csc")}
    assert all(most < 0 for _, most in found.values())


def test_sophia_is_given_to_the_month_so_no_days_between_are_told(facts_of):
    """Rows there are, none of them told; and too little is dated to measure a silence."""
    sophia = facts_of("sophia")
    case = sophia.case
    found = delays(case.events, case.shares, case.clocks, case.agencies, case.about.disclosure, case.id)
    assert len(found) > 10
    assert not found["told"].any()
    assert found["least"].isna().all()
    assert not row(sophia)["measured"]


def test_what_is_known_only_later_makes_no_row_of_a_case(facts_of):
    """Without its hindsight events each case gives the same row."""
    for name in ("child-k", "birmingham"):
        case = facts_of(name).case
        known = case.events[~case.events["hindsight"].astype(bool)]
        other = compared(case.id, known, case.people, case.scope, case.about.incident or "")
        assert (
            pd.Series(other).drop("longest_from").astype(str).tolist()
            == pd.Series(row(facts_of(name))).drop("longest_from").astype(str).tolist()
        )
