"""Which shares are drawn, and what stands on their lines."""

import pytest

from measures.shares import passed_on

EVENTS = (
    "id: visit, date: 2015-06-12, agency: school, title: A, facts: [bruise, move], shared_with: "
    "[{agency: police, outcome: received}, {agency: clinic, outcome: not shared, facts: bruise}]",
    "id: call, date: 2015-06-20, agency: police, title: B, facts: move, shared_with: [{agency: clinic, outcome: late, received: 2015-07-02}]",
)


def drawn(case_of, which="all", shown=("visit", "call"), **more):
    return passed_on(case_of(*EVENTS).shares, frozenset(shown), which, **more)["share_id"].tolist()


@pytest.mark.parametrize(
    ("choice", "ids"),
    [
        ({}, ["visit-1", "visit-2", "call-1"]),
        ({"shown": ("call",)}, ["call-1"]),
        ({"which": "none"}, []),
        ({"which": "chosen", "chosen": "visit"}, ["visit-1", "visit-2"]),
        ({"which": "chosen"}, []),
        ({"which": "none", "fact": "bruise"}, ["visit-1", "visit-2"]),
        ({"fact": "move"}, ["visit-1", "call-1"]),
        ({"hide_judged": True}, ["visit-1", "call-1"]),
    ],
)
def test_shares_of_shown_events_are_drawn_as_asked(case_of, choice, ids):
    """All, the chosen event's, none, or those of a fact; what was never sent is a judgement and can be left out."""
    assert drawn(case_of, **choice) == ids


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("outcome: received", ""),
        ("outcome: late, received: 2015-06-24", "12 days"),
        ("outcome: late, received: 2015-06-20/2015-06-22", "8 to 10 days"),
        ("outcome: late", "days not known"),
        ("outcome: received, received: 2015-06-15", "3 days"),
        ("outcome: received, received: 2015-06-12/2015-06-15", ""),
        ("outcome: not shared", "never sent"),
        ("outcome: not received", "did not arrive"),
        ("outcome: misdirected", "wrong place"),
        ("outcome: recorded only", ""),
        ("outcome: unclear", ""),
    ],
)
def test_a_line_says_what_became_of_it(case_of, share, words):
    """The days it took where they are sure to be some; never sent, did not arrive, wrong place."""
    case = case_of(f"id: visit, date: 2015-06-12, agency: school, title: A, shared_with: {{agency: police, {share}}}")
    assert passed_on(case.shares, frozenset(["visit"]), "all")["words"].tolist() == [words]
