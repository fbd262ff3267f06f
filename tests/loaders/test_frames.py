"""Each frame holds what its docstring says, worked out by hand on cases of a few lines."""

import pandas as pd
import pytest

from loaders.building import STRETCH
from loaders.event_frames import EVENT_COLUMNS, SHARE_COLUMNS
from loaders.frames import CLOCK_COLUMNS, EPISODE_COLUMNS, FRAMES
from loaders.practice_frames import PRACTICE_COLUMNS

TEXT, DAY, FLAG, COUNT, GAPS = "object", "datetime64[s]", "bool", "int64", "float64"
ENDS = dict.fromkeys(STRETCH.split(), DAY)
COLUMNS = {
    "events": dict.fromkeys(EVENT_COLUMNS.split(), TEXT)
    | dict.fromkeys(["inferred", "hindsight", "disputed", "planned", "approximate", "lasts"], FLAG)
    | dict.fromkeys(["order", "line", "days_least", "days_most"], COUNT)
    | dict.fromkeys(["earliest", "latest"], DAY),
    "shares": dict.fromkeys(SHARE_COLUMNS.split(), TEXT)
    | dict.fromkeys(["sent_earliest", "sent_latest", "received_earliest", "received_latest"], DAY)
    | dict.fromkeys(["facts_given", "hindsight"], FLAG)
    | dict.fromkeys(["days_least", "days_most"], GAPS),
    "practice": dict.fromkeys(PRACTICE_COLUMNS.split(), TEXT)
    | dict.fromkeys(["earliest", "latest"], DAY)
    | {"own_date": FLAG, "number": COUNT, "order": COUNT},
    "phases": dict.fromkeys("phase_id title source from_word to_word".split(), TEXT)
    | ENDS
    | dict.fromkeys(["hindsight", "heading"], FLAG),
    "periods": dict.fromkeys("period_id title kind people agency source from_word to_word".split(), TEXT)
    | ENDS
    | {"hindsight": FLAG},
    "agencies": dict.fromkeys("agency_id name short sector area contribution part_of role note source".split(), TEXT)
    | dict.fromkeys(["nil_return", "mentioned_only"], FLAG),
    "people": dict.fromkeys("person_id name role age note source agency".split(), TEXT)
    | dict.fromkeys("born_earliest born_latest died_earliest died_latest".split(), DAY),
    "findings": dict.fromkeys("finding_id kind number title detail themes source".split(), TEXT),
    "recommendations": dict.fromkeys(
        "recommendation_id number to made_by by_when title detail findings themes source".split(), TEXT
    ),
    "facts": dict.fromkeys("fact_id title about why status source".split(), TEXT) | {"hindsight": FLAG},
    "known_before": dict.fromkeys("fact_id agency source".split(), TEXT) | dict.fromkeys(["earliest", "latest"], DAY),
    "clocks": dict.fromkeys(CLOCK_COLUMNS.split(), TEXT) | dict.fromkeys(["due_earliest", "due_latest"], DAY),
    "episodes": dict.fromkeys(EPISODE_COLUMNS.split(), TEXT) | ENDS | {"made_up": FLAG},
    "discrepancies": dict.fromkeys("discrepancy_id title says events detail source".split(), TEXT),
}


@pytest.mark.parametrize("section", COLUMNS)
@pytest.mark.parametrize("name", ["example", "story", "sharing"])
def test_a_frame_has_its_columns_and_kinds_with_and_without_entries(situation, name, section):
    """A case without shares still has a frame of shares that can be filtered and counted."""
    frame = getattr(situation(name), section)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == COLUMNS[section]


@pytest.mark.parametrize("section", COLUMNS)
def test_a_case_without_an_event_has_every_frame(case_of, section):
    """No entry at all leaves every column in its kind."""
    frame = getattr(case_of("format: 1\ncase:\n  id: example\n  title: None yet\nagencies: []\nevents: []\n"), section)
    assert {column: str(kind) for column, kind in frame.dtypes.items()} == COLUMNS[section]


def test_every_frame_is_looked_at_here():
    """A new frame needs its columns above."""
    assert set(COLUMNS) == {"events", *FRAMES}


def share(situation, number):
    return situation("sharing").shares.set_index("share_id").loc[number]


def test_a_share_carries_its_events_facts_unless_it_names_its_own(situation):
    """All facts go by default; named ones, or none, where the share says so."""
    shares = situation("sharing").shares
    assert shares[["share_id", "facts", "facts_given"]].to_numpy().tolist() == [
        ["referral-1", ("bruise", "move"), False],
        ["referral-2", ("bruise",), True],
        ["referral-3", ("bruise", "move"), False],
        ["referral-4", (), True],
        ["letter-1", (), False],
    ]


def test_a_share_is_unclear_until_it_says_otherwise(situation):
    """Nothing is claimed to have arrived."""
    assert situation("sharing").shares["outcome"].tolist() == ["received", "late", "not shared", "unclear", "late"]


def test_a_share_without_days_is_sent_and_received_on_its_events(situation):
    """Sent when it happened; received the same day only where it was received."""
    received, untold = share(situation, "referral-1"), share(situation, "referral-3")
    day = pd.Timestamp("2015-06-12")
    assert received[["sent_earliest", "sent_latest", "received_earliest", "received_latest"]].tolist() == [day] * 4
    assert (received["days_least"], received["days_most"]) == (0, 0)
    assert untold[["received_earliest", "received_latest", "days_least", "days_most"]].isna().all()


def test_a_share_that_may_have_arrived_counts_no_days(situation):
    """Without a day of receipt, an unclear share stands at its event's day, and takes no time that could be counted."""
    unclear = share(situation, "referral-4")
    assert unclear["received_earliest"] == pd.Timestamp("2015-06-12")
    assert unclear[["days_least", "days_most"]].isna().all()


def test_days_from_sent_to_received_are_counted_at_their_least_and_most(situation):
    """Sent on the 15th, received from the 20th to the 22nd: five to seven days."""
    late = share(situation, "referral-2")
    assert (late["days_least"], late["days_most"]) == (5, 7)


def test_days_counted_from_the_event_itself_stay_exact(situation):
    """Some day in July, and two days later: two days, though neither day is known."""
    late = share(situation, "letter-1")
    assert (late["received_earliest"], late["received_latest"]) == (pd.Timestamp("2015-07-03"), pd.Timestamp("2015-08-02"))
    assert (late["days_least"], late["days_most"]) == (2, 2)


def test_a_receipt_before_its_sending_counts_no_days(smallest, case_of):
    """A contradiction is not rounded to the same day."""
    case = case_of(smallest + "    shared_with:\n      agency: family\n      outcome: late\n      received: 2015-06-01\n")
    assert case.shares[["days_least", "days_most"]].isna().all(axis=None)


def test_a_share_cites_its_own_paragraph_or_its_events(situation):
    """Every arrow leads to a paragraph."""
    shares = situation("sharing").shares.set_index("share_id")["source"]
    assert (shares["referral-1"], shares["letter-1"]) == (("2.1",), ("2.2",))


def test_who_knew_before_is_a_row_each(situation):
    """The clinic knew of the bruise since some day in May, by the fact's own paragraph."""
    known = situation("sharing").known_before
    assert known.to_numpy().tolist() == [["bruise", "clinic", pd.Timestamp("2015-05-01"), pd.Timestamp("2015-05-31"), ("1.1",)]]


def test_the_family_has_the_first_lane(situation):
    """It need not be declared, and the others keep the order of the file."""
    agencies = situation("sharing").agencies
    assert agencies[["agency_id", "short", "nil_return", "mentioned_only"]].to_numpy().tolist() == [
        ["family", "Family", False, False],
        ["school", "School", False, False],
        ["children-services", "Children's social care", False, False],
        ["clinic", "Health clinic", True, False],
        ["charity", "Charity", False, True],
    ]


def test_a_declared_family_comes_first_too(smallest, case_of):
    """Its own name is kept."""
    case = case_of(smallest.replace("events:", "  family:\n    name: Family A\nevents:"))
    assert case.agencies["name"].tolist() == ["Family A", "County Police"]


def test_practice_is_numbered_by_date_around_fixed_numbers(situation):
    """The printed 2 stays; the others take 1, 3 and 4 by their first day, the undated one last."""
    practice = situation("story").practice
    assert practice[["number", "practice_id"]].to_numpy().tolist() == [
        [1, "early-point"],
        [2, "fixed-point"],
        [3, "late-point"],
        [4, "undated-point"],
    ]


def test_a_practice_point_takes_days_and_agencies_from_its_events(situation):
    """From the first to the last day of its events, and each of their lanes once."""
    points = situation("story").practice.set_index("practice_id")
    early, fixed = points.loc["early-point"], points.loc["fixed-point"]
    assert early[["earliest", "latest", "agencies", "own_date"]].tolist() == [
        pd.Timestamp("2015-04-01"),
        pd.Timestamp("2015-07-31"),
        ("school", "police"),
        False,
    ]
    assert fixed[["earliest", "latest", "agencies", "own_date"]].tolist() == [
        pd.Timestamp("2015-12-01"),
        pd.Timestamp("2015-12-31"),
        ("school",),
        True,
    ]


def test_a_point_without_basis_is_inferred(situation):
    """A judgement is the review's own only where the file says so."""
    assert set(situation("story").practice["basis"]) == {"inferred"}


def test_an_event_belongs_to_every_phase_its_window_touches(situation):
    """Phases overlap; a named phase overrules the dates; without a day there is none to touch."""
    events = situation("story").events.set_index("event_id")["phases"]
    assert events.to_dict() == {
        "call": ("first", "second"),
        "visit": ("first", "second"),
        "death": ("second",),
        "meeting": ("afterwards",),
        "note": (),
    }


def test_a_phase_without_a_day_is_a_heading(situation):
    """A phase may begin with an event and go on."""
    phases = situation("story").phases
    assert phases["heading"].tolist() == [False, False, True]
    second = phases.iloc[1]
    assert (second["from_earliest"], second["to_word"]) == (pd.Timestamp("2015-05-20"), "ongoing")
    assert pd.isna(second["to_latest"])


def test_without_episodes_there_is_one_per_phase(situation):
    """A facilitator always has a running order, and sees that it was made up."""
    episodes = situation("story").episodes
    assert episodes[["episode_id", "title", "made_up"]].to_numpy().tolist() == [
        ["first", "First half", True],
        ["second", "From the call on", True],
        ["afterwards", "What was learnt", True],
    ]


def test_written_episodes_are_kept_as_they_are(smallest, case_of):
    """One episode of the author's replaces those made up."""
    case = case_of(
        smallest + "phases:\n  - title: A phase\nepisodes:\n  - id: talk\n    title: A talk\n    question: What was happening?\n"
    )
    assert case.episodes[["episode_id", "question", "made_up"]].to_numpy().tolist() == [["talk", "What was happening?", False]]


def test_how_long_an_event_lasted_may_be_words(smallest, case_of):
    """`lasts: true` is an interval that went on; words are its length."""
    events = [case_of(smallest + f"    lasts: {words}\n").events.iloc[0] for words in ("true", "some months", "false")]
    assert [(event["lasts"], event["length"]) for event in events] == [(True, ""), (True, "some months"), (False, "")]


def test_a_clock_says_what_started_and_met_it(smallest, case_of):
    """An event, a receipt, never, and nothing said."""
    clocks = (
        "clocks:\n  - title: A\n    starts: call\n    met_by: call\n    due: 5 working days\n"
        "  - title: B\n    starts:\n      event: call\n      received_by: police\n    met_by: never\n    due: 2015-07\n"
        "  - title: C\n    starts: call\n"
    )
    case = case_of(smallest.replace("- date", "- id: call\n    date") + clocks)
    columns = ["starts_event", "starts_received_by", "met", "met_event", "due", "due_earliest"]
    rows = case.clocks[columns].astype(object).where(case.clocks[columns].notna(), None).to_numpy().tolist()
    assert rows == [
        ["call", "", "event", "call", "5 working days", None],
        ["call", "police", "never", "", "2015-07", pd.Timestamp("2015-07-01")],
        ["call", "", "not stated", "", "", None],
    ]


def test_a_discrepancy_keeps_both_readings(smallest, case_of):
    """Each text with its paragraphs, and all paragraphs together."""
    says = "      - text: five\n        source: 1.1\n      - text: six\n        source: [1.2, 1.1]\n"
    text = f"discrepancies:\n  - title: Two ages\n    says:\n{says}"
    found = case_of(smallest + text).discrepancies.iloc[0]
    assert found["says"] == (("five", ("1.1",)), ("six", ("1.2", "1.1")))
    assert found["source"] == ("1.1", "1.2")


def test_advice_names_what_to_look_at_again(smallest, case_of):
    """No paragraph, outside the scope, and a share that tells nothing; the file loads all the same."""
    text = (
        smallest.replace("agencies:", "  from: 2016\nagencies:")
        + "    shared_with:\n      agency: family\n      outcome: not shared\n"
    )
    assert case_of(text).advice.to_numpy().tolist() == [
        ["no source", "event event-1", "No paragraph is given. Add source, so that a reader can look it up."],
        ["outside the scope", "event event-1", "The event lies outside the period the review was asked to look at."],
        ["silent share", "event event-1", "The share with family says not shared but names no fact. Add facts."],
    ]


def test_an_event_that_may_lie_inside_the_scope_is_no_advice(situation):
    """Only what is surely outside is pointed at: the meeting of the year after."""
    found = situation("story").advice
    assert found.loc[found["topic"] == "outside the scope", "where"].tolist() == ["event meeting"]


def test_a_careful_case_has_no_advice(smallest, case_of):
    """Advice ends where nothing is missing."""
    assert case_of(smallest + "    source: 1.1\n").advice.empty


def test_a_case_adds_its_own_themes(smallest, case_of):
    """A code of the case stands beside the shared ones and may be used."""
    point = "practice:\n  - kind: mixed\n    title: A point\n    themes: night-work\n"
    own = "themes:\n  - id: night-work\n    title: Night work\n"
    assert case_of(smallest + point + own).themes == {"night-work": "Night work"}
