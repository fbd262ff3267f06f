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


def test_days_that_are_sure_decide_whatever_the_list_says(case_of):
    """The episode lists the call before the visit of eight days earlier, and the letter last: it keeps the day of the step before."""
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


JUNE = "id: june, date: 2015-06, agency: clinic, title: Clinic"


def listed(names):
    return f"episodes:\n  - {{id: one, title: One, events: [{names}]}}\n"


def came(found):
    """The events in the order they come on, and the day of each step; '' where it has none."""
    steps = found[found["kind"] == "event"]
    days = ["" if pd.isna(day) else str(day.date()) for day in steps["day"]]
    return list(zip((one for ids in steps["event_ids"] for one in ids), days, strict=True))


def test_of_a_blurred_window_the_first_day_counts(case_of):
    """'June', listed before the 12th, knows 1 June; the next knows the 12th."""
    assert came(order_of(case_of(VISIT, JUNE, rest=listed("june, visit")))) == [("june", "2015-06-01"), ("visit", "2015-06-12")]


def test_where_the_days_are_not_sure_the_list_of_the_episode_decides(case_of):
    """'June' may be before or after the 12th: listed after it, it comes after it, and its day is not set back to the 1st."""
    case = case_of(JUNE, VISIT, rest=listed("visit, june"))
    assert came(order_of(case)) == [("visit", "2015-06-12"), ("june", "2015-06-12")]
    assert order_of(case)["day"].iloc[1] == pd.Timestamp("2015-05-31")


def test_without_a_list_the_file_decides(case_of):
    """The whole case, as it is written: the visit, then 'June'; the call of 20 June, written first, surely came after the visit."""
    assert [one for one, _ in came(order_of(case_of(CALL, VISIT, JUNE)))] == ["visit", "call", "june"]


def test_an_event_without_a_date_stands_where_the_list_has_it(case_of):
    """Listed first, the letter comes before anything dated, on the last day before the episode."""
    found = came(order_of(case_of(VISIT, LETTER, CALL, rest=listed("letter, visit, call"))))
    assert found == [("letter", "2015-06-11"), ("visit", "2015-06-12"), ("call", "2015-06-20")]


def test_what_the_file_dates_before_another_comes_before_it(case_of):
    """A burn 'before the visit' of June, in a list that has it second: its step knows no more than the 1st, the visit's first day."""
    visit = "id: seen, date: 2015-06, agency: school, title: Seen"
    burn = "id: burn, date: {before: seen}, agency: family, title: Burn"
    assert came(order_of(case_of(visit, burn, rest=listed("seen, burn")))) == [("burn", "2015-06-01"), ("seen", "2015-06-01")]


def test_a_date_with_an_open_beginning_takes_no_step_ahead_in_time(case_of):
    """'By 30 June', listed between the visit of the 12th and the call of the 20th: on its step nothing after the 20th is known."""
    by = "id: by, date: ../2015-06-30, agency: clinic, title: By"
    found = came(order_of(case_of(VISIT, by, CALL, rest=listed("visit, by, call"))))
    assert found == [("visit", "2015-06-12"), ("by", "2015-06-20"), ("call", "2015-06-20")]
    assert came(order_of(case_of(VISIT, by, rest=listed("visit, by"))))[-1] == ("by", "2015-06-30")


def test_days_along_a_chain_are_sure_where_the_windows_overlap(case_of):
    """Two and five days after a day of June: the windows overlap, and the one of two days is first in any list."""
    two = "id: two, date: {after: june, days: 2}, agency: school, title: Two"
    five = "id: five, date: {after: june, days: 5}, agency: school, title: Five"
    found = came(order_of(case_of(JUNE, two, five, rest=listed("five, two, june"))))
    assert [one for one, _ in found] == ["june", "two", "five"]


def test_an_event_known_only_later_holds_none_back(case_of):
    """Told of 15 June, it is no step: the call of the 20th does not wait for it behind the letter."""
    found = came(order_of(case_of(VISIT, CALL, LETTER, LATER, rest=listed("visit, call, letter, later"))))
    assert [one for one, _ in found] == ["visit", "call", "letter"]


def test_dates_that_contradict_each_other_leave_no_event_out(case_of):
    """Early June is dated after the 1st to 30th and late June before it, by the file: each comes once, the first of the list first."""
    early = "id: early, date: {after: june, within: 2015-06-05/2015-06-10}, agency: school, title: Early"
    late = "id: late, date: {before: june, within: 2015-06-20/2015-06-25}, agency: school, title: Late"
    may = "id: may, date: 2015-05-02, agency: school, title: May"
    found = came(order_of(case_of(may, JUNE, early, late, rest=listed("may, june, early, late"))))
    assert [one for one, _ in found] == ["may", "june", "early", "late"]


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
