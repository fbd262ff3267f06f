"""The running order takes a room through a case step by step, and nothing of what comes later stands in an earlier step."""

import pandas as pd

from measures.running import beside, first_back, running_order, stands

VISIT = "id: visit, date: 2015-06-12, agency: school, title: Visit"
CALL = "id: call, date: 2015-06-20, agency: police, title: Call"
LETTER = "id: letter, date: undated, agency: clinic, title: Letter"
LATER = "id: later, date: 2015-06-15, agency: family, title: Told at the trial, hindsight: true"
ONE = "episodes:\n  - {id: one, title: First weeks, question: What was known?, events: [call, visit, letter, later]}\n"


def order_of(case):
    return running_order(case.episodes, case.events, case.practice)


def kinds(found):
    return found["kind"].tolist()


def point(name, kind, events="visit", more=""):
    return f"  - {{id: {name}, kind: {kind}, basis: inferred, title: Point {name}, events: [{events}]{more}}}\n"


def test_an_episode_is_its_question_its_events_looking_back_and_a_pause(case_of):
    """The content note first, the end last."""
    found = order_of(case_of(VISIT, CALL, rest=f"{ONE.replace(', letter, later', '')}practice:\n{point('a', 'good practice')}"))
    assert kinds(found) == ["note", "question", "event", "event", "looking back", "pause", "end"]
    assert found["step"].tolist() == [0, 1, 2, 3, 4, 5, 6]
    assert found["within"].tolist() == [0, 1, 2, 3, 4, 5, 0]
    assert found["of"].tolist() == [0, 5, 5, 5, 5, 5, 0]
    assert found["number"].tolist() == [0, 1, 1, 1, 1, 1, 0]
    assert set(found["episodes"]) == {1}
    assert found["episode_title"].tolist() == ["", *["First weeks"] * 5, ""]
    assert found["question"].tolist() == ["", *["What was known?"] * 5, ""]


def test_events_come_by_first_day_and_undated_ones_after_them(case_of):
    """The file has the letter first; without a date it comes last and keeps the day of the step before."""
    found = order_of(case_of(LETTER, CALL, VISIT, rest=ONE.replace(", later", "")))
    steps = found[found["kind"] == "event"]
    assert steps["event_ids"].tolist() == [("visit",), ("call",), ("letter",)]
    assert steps["day"].tolist() == [pd.Timestamp(day) for day in ("2015-06-12", "2015-06-20", "2015-06-20")]


def test_the_morning_of_a_question_knows_only_the_days_before(case_of):
    """First event on 12 June: what is on record by the 11th. At the note nothing is known."""
    found = order_of(case_of(VISIT, CALL, rest=ONE.replace(", letter, later", "")))
    assert pd.isna(found["day"].iloc[0])
    assert found["day"].iloc[1] == pd.Timestamp("2015-06-11")


def test_an_episode_without_a_date_has_no_day(case_of):
    """Sophia: the room goes through it in the file's order."""
    found = order_of(case_of(LETTER, rest="episodes:\n  - {id: one, title: One, events: letter}\n"))
    assert found["day"].isna().all()


def test_of_a_blurred_window_the_first_day_counts(case_of):
    """'June' comes before the 12th, and its step knows 1 June; the next knows the 12th."""
    june = "id: june, date: 2015-06, agency: clinic, title: Clinic"
    found = order_of(case_of(VISIT, june, rest="episodes:\n  - {id: one, title: One, events: [visit, june]}\n"))
    assert found.loc[found["kind"] == "event", "event_ids"].tolist() == [("june",), ("visit",)]
    assert found.loc[found["kind"] == "event", "day"].tolist() == [pd.Timestamp("2015-06-01"), pd.Timestamp("2015-06-12")]


def test_what_was_known_only_later_is_never_an_events_step(case_of):
    """It comes when the room looks back, without a practice point."""
    found = order_of(case_of(VISIT, CALL, LATER, rest=ONE.replace(", letter", "")))
    assert kinds(found) == ["note", "question", "event", "event", "looking back", "pause", "end"]
    assert found.loc[4, "event_ids"] == ("later",)
    assert found.loc[4, "practice_ids"] == ()


def test_missed_and_good_stand_in_pairs_and_a_mixed_one_fills_the_shorter_side(case_of):
    """Two missed, one good, one mixed: two pairs."""
    practice = "practice:\n" + "".join(
        point(name, kind, more=f", number: {number}")
        for number, (name, kind) in enumerate(
            [("m1", "missed opportunity"), ("m2", "missed opportunity"), ("g", "good practice"), ("x", "mixed")], 1
        )
    )
    found = order_of(case_of(VISIT, CALL, rest=ONE.replace(", letter, later", "") + practice))
    assert found.loc[found["kind"] == "looking back", "practice_ids"].tolist() == [("m1", "g"), ("m2", "x")]


def test_a_point_of_two_episodes_waits_for_the_last_of_them(case_of):
    """Else its words would tell the room of events it has not come to."""
    both = "episodes:\n  - {id: one, title: One, events: visit}\n  - {id: two, title: Two, events: call}\n"
    found = order_of(case_of(VISIT, CALL, rest=f"{both}practice:\n{point('a', 'good practice', 'visit, call')}"))
    assert found.loc[found["practice_ids"] == ("a",), "episode_id"].tolist() == ["two"]


def test_a_point_with_a_date_and_no_event_comes_in_the_first_episode_whose_days_hold_it(case_of):
    """15 June lies between 12 and 20 June."""
    practice = "practice:\n  - {id: a, kind: mixed, basis: inferred, title: Point, date: 2015-06-15, agencies: police}\n"
    found = order_of(case_of(VISIT, CALL, rest=ONE.replace(", letter, later", "") + practice))
    assert found.loc[found["kind"] == "looking back", "practice_ids"].tolist() == [("a",)]


def test_an_episode_that_names_no_events_takes_those_within_its_days(case_of):
    """Up to 15 June: the visit, not the call, not the letter."""
    found = order_of(
        case_of(VISIT, CALL, LETTER, rest="episodes:\n  - {id: one, title: One, from: 2015-06-01, to: 2015-06-15}\n")
    )
    assert found.loc[found["kind"] == "event", "event_ids"].tolist() == [("visit",)]


def test_without_episodes_each_phase_is_one(case_of):
    """The visit is in the first phase, the call in the second."""
    phases = (
        "phases:\n  - {id: early, title: Early, from: 2015-06-01, to: 2015-06-15}\n"
        "  - {id: then, title: Then, from: 2015-06-16, to: 2015-06-30}\n"
    )
    found = order_of(case_of(VISIT, CALL, rest=phases))
    assert found.loc[found["kind"] == "event", "episode_id"].tolist() == ["early", "then"]


def test_a_case_without_episodes_or_phases_is_gone_through_whole(case_of):
    """The smallest file can be presented."""
    found = order_of(case_of(VISIT))
    assert kinds(found) == ["note", "question", "event", "pause", "end"]
    assert found.loc[1, "episode_title"] == "The whole case"


def test_the_order_leaves_the_case_as_it_was(case_of):
    """Frame in, frame out."""
    case = case_of(VISIT, CALL, rest=ONE.replace(", letter, later", ""))
    before = case.events.copy()
    order_of(case)
    pd.testing.assert_frame_equal(case.events, before)


def test_a_closed_looking_back_is_one_step_that_only_asks(case_of):
    """Steps: 0 note, 1 question, 2 visit, 3 and 4 looking back, 5 pause, 6 end. Closed, 4 is 3; open, each is its own."""
    practice = "practice:\n" + point("m1", "missed opportunity") + point("m2", "missed opportunity", more=", number: 9")
    order = order_of(case_of(VISIT, rest=f"episodes:\n  - {{id: one, title: One, events: visit}}\n{practice}"))
    closed, opened = frozenset(), frozenset({"one"})
    assert [stands(order, step, closed) for step in range(-1, 8)] == [0, 0, 1, 2, 3, 3, 5, 6, 6]
    assert [beside(order, step, 1, closed) for step in (2, 3, 5, 6)] == [3, 5, 6, 6]
    assert [beside(order, step, -1, closed) for step in (0, 3, 5)] == [0, 2, 3]
    assert [beside(order, step, 1, opened) for step in (2, 3, 4)] == [3, 4, 5]
    assert beside(order, 1, 3, closed) == 5
    assert first_back(order, "one") == 3
    assert first_back(order, "other") == -1
