"""On the room's screen stands what could be known at a step, and nothing of what came later."""

import pandas as pd
import pytest

from measures.running import running_order
from measures.stage import arrows, caption, looking_back, on_stage, places, short_day, step_ids, today_words, until, when_words

VISIT = "id: visit, date: 2015-06-12, agency: school, title: Visit, detail: Later it was seen that nobody asked"
CALL = "id: call, date: 2015-06-20, agency: police, title: Call"
LETTER = "id: letter, date: undated, agency: clinic, title: Letter"
LATER = "id: later, date: 2015-06-15, agency: family, title: Told at the trial, hindsight: true"
ONE = "episodes:\n  - {id: one, title: First weeks, events: [call, visit, letter, later]}\n"
NAMES = {"school": "Primary School", "police": "County Police", "clinic": "Clinic", "mother": "Mother", "child": "Child"}


def staged(case, step, agency=""):
    """The events on the screen at a step, and the running order."""
    order = running_order(case.episodes, case.events, case.practice)
    return on_stage(order, step, case.events, case.shares, case.facts, agency), order


def words(case, step, agency=""):
    """The caption of a step."""
    seen, order = staged(case, step, agency)
    passed = arrows(seen, case.shares, order.at[step, "day"], agency, NAMES)
    facts = dict(zip(case.facts["fact_id"], case.facts["title"], strict=True))
    event = next(seen[seen["focus"]].rename(columns={"with": "in_touch"}).itertuples())
    return caption(event, passed, facts, NAMES, case.about.disclosure)


def test_events_come_on_one_by_one_and_none_is_told_before_its_step(case_of):
    """Steps: 0 note, 1 question, 2 visit, 3 call, 4 letter. What was known only later never comes on."""
    case = case_of(LETTER, CALL, VISIT, LATER, rest=ONE)
    assert staged(case, 1)[0].empty
    assert staged(case, 2)[0]["event_id"].tolist() == ["visit"]
    assert staged(case, 3)[0]["event_id"].tolist() == ["visit", "call"]
    seen, order = staged(case, 4)
    assert seen["event_id"].tolist() == ["visit", "call", "letter"]
    assert seen["focus"].tolist() == [False, False, True]
    assert seen["place"].tolist() == [1, 2, 3]
    assert step_ids(order, 2) == ("visit",)
    assert step_ids(order, 2, ahead=True) == ("visit", "call", "letter")


def test_no_event_on_the_screen_keeps_its_detail(case_of):
    """It may tell what came later."""
    assert staged(case_of(VISIT, CALL, LETTER, rest=ONE.replace(", later", "")), 2)[0]["detail"].tolist() == [""]


def test_one_agency_sees_its_own_and_what_it_was_told(case_of):
    """The call is the police's; the school was told of it the same day, the clinic of nothing."""
    case = case_of(VISIT, f"{CALL}, shared_with: {{agency: school, outcome: received}}", LETTER, rest=ONE.replace(", later", ""))
    assert staged(case, 3, "school")[0]["event_id"].tolist() == ["visit", "call"]
    assert staged(case, 3, "clinic")[0].empty
    assert staged(case, 4, "clinic")[0]["event_id"].tolist() == ["letter"]


def test_the_places_of_all_events_are_known_without_a_word_of_them(case_of):
    """So that no mark moves when the next one comes on."""
    case = case_of(VISIT, CALL, LETTER, rest=ONE.replace(", later", ""))
    order = running_order(case.episodes, case.events, case.practice)
    found = places(order, 2, case.events)
    assert found["event_id"].tolist() == ["visit", "call", "letter"]
    assert found.columns.tolist() == ["event_id", "agency", "earliest", "latest"]


def test_the_mark_of_an_open_beginning_stands_on_the_day_of_its_step(case_of):
    """'By 30 June' between the 12th and the 20th of June: its mark stands on the 20th, never right of today's line."""
    by = "id: by, date: ../2015-06-30, agency: clinic, title: By"
    case = case_of(VISIT, by, CALL, rest="episodes:\n  - {id: one, title: One, events: [visit, by, call]}\n")
    order = running_order(case.episodes, case.events, case.practice)
    assert [str(day.date()) for day in places(order, 3, case.events)["latest"]] == ["2015-06-12", "2015-06-20", "2015-06-20"]
    assert staged(case, 3)[0]["event_id"].tolist() == ["visit", "by"]


def test_looking_back_shows_what_was_known_only_later_too(case_of):
    """The whole episode, when the room has agreed to see it."""
    case = case_of(VISIT, CALL, LETTER, LATER, rest=ONE)
    order = running_order(case.episodes, case.events, case.practice)
    step = order.index[order["kind"] == "looking back"][0]
    assert set(looking_back(order, step, case.events)["event_id"]) == {"visit", "call", "letter", "later"}


def test_a_receipt_after_the_day_is_not_told(case_of):
    """Sent on the 12th and received on the 20th: on the 12th it is on its way, on the 20th it has arrived."""
    shared = f"{VISIT}, shared_with: {{agency: police, outcome: late, received: 2015-06-20}}"
    case = case_of(shared, CALL, LETTER, rest=ONE.replace(", later", ""))
    found = []
    for step in (2, 3):
        seen, order = staged(case, step)
        found.append(arrows(seen, case.shares, order.at[step, "day"], "", NAMES)[["sure", "words"]].iloc[0].tolist())
    assert found == [[False, "sent to County Police"], [True, "reaches County Police after 8 days"]]


@pytest.mark.parametrize("outcome", ["not shared", "not received"])
def test_what_did_not_travel_is_a_later_judgement(case_of, outcome):
    """No line and no word of it."""
    case = case_of(f"{VISIT}, shared_with: {{agency: police, outcome: {outcome}}}", CALL, LETTER, rest=ONE.replace(", later", ""))
    seen, order = staged(case, 2)
    assert arrows(seen, case.shares, order.at[2, "day"], "", NAMES).empty


def test_the_caption_says_when_who_what_and_where_it_is_written(case_of):
    """12 June 2015 was a Friday. A finding's number is the review's later judgement and is left out."""
    case = case_of(
        f"{VISIT}, kind: contact, by: [HV2], mode: phone, with: mother, seen: child, facts: bruise, source: ['2.1', 'Finding 3'],"
        " shared_with: {agency: police, outcome: received}",
        CALL,
        LETTER,
        rest=ONE.replace(", later", ""),
    )
    found = words(case, 2)
    assert found.meta == ("Friday 12 June 2015", "Primary School", "Contact", "2.1")
    assert found.title == "Visit"
    assert found.line == (
        "By HV2, by phone. With Mother. Seen: Child. What it told: The child had a bruise. Reaches County Police the same day."
    )


@pytest.mark.parametrize(
    ("more", "line"),
    [
        ("", "By Mother."),
        (", present: school", "By Mother. Also there: Primary School. What it told: The child had a bruise."),
    ],
)
def test_what_the_family_lives_through_tells_no_agency(case_of, more, line):
    """No agency learned of the bruise in family life, but one that was there."""
    fall = f"id: fall, date: 2015-06-12, agency: family, kind: life, title: A fall, by: mother, facts: bruise{more}"
    assert words(case_of(fall), 2).line == line


@pytest.mark.parametrize(
    ("event", "said"),
    [
        ("date: 2015-06-12, time: '23:03'", "Friday 12 June 2015, 23:03"),
        ("date: 2015-06-10/2015-06-14, date_text: that week", "Between 10 and 14 June 2015, “that week”"),
        ("date: 2015-06", "June 2015"),
        ("date: 2015-06~", "About June 2015"),
        ("date: undated, date_text: at some point", "No date, “at some point”"),
    ],
)
def test_when_keeps_the_words_of_the_source(case_of, event, said):
    """As exact as the file is, and no more: where the room looks back."""
    case = case_of(f"{event}, agency: school, title: Visit")
    assert when_words(next(case.events.itertuples()), "exact", quoted=True) == said


def test_the_caption_keeps_the_words_of_the_source_for_later(case_of):
    """'received 24 June' is on the file, and still ahead on the 12th: the window stays, as does how long it went on."""
    quoted = "date: 2015-06-12, date_text: 'visit 12 June, received 24 June', agency: school, title: Visit"
    blurred = "date: 2015-06-10/2015-06-14, date_text: before the recall, agency: police, title: Call, id: call"
    case = case_of(
        quoted.replace("date:", "id: visit, date:", 1),
        blurred,
        LETTER + ", date_text: after the arrest",
        rest=ONE.replace(", later", ""),
    )
    assert [words(case, step).meta[0] for step in (2, 3, 4)] == ["Between 10 and 14 June 2015", "Friday 12 June 2015", "No date"]


def test_by_month_only_the_month_is_told(case_of):
    """Caption, label, flag and the last day drawn: 12 June is June."""
    case = case_of(f"{VISIT}, date_text: on the Friday", CALL, about="disclosure: month")
    event = next(case.events.itertuples())
    day = event.earliest
    assert when_words(event, "month") == "June 2015"
    assert short_day(event, "month", 2015) == "Jun"
    assert today_words(day, event, "month", 2015) == "Jun"
    assert until(day, "month") == pd.Timestamp("2015-06-30")
    assert until(pd.Timestamp("2015-05-31"), "month") == pd.Timestamp("2015-05-31")
    assert until(pd.Timestamp("2015-03-01"), "season") == pd.Timestamp("2015-05-31")
    assert until(pd.Timestamp("2015-02-28"), "season") == pd.Timestamp("2015-02-28")


def test_the_flag_of_a_blurred_event_says_from(case_of):
    """'from 10 Jun' for 10 to 14 June; of whole months only the month."""
    days, months = case_of(
        "date: 2015-06-10/2015-06-14, agency: school, title: A", "date: 2015-06/2015-08, agency: school, title: B"
    ).events.itertuples()
    assert today_words(days.earliest, days, "exact", 2015) == "from 10 Jun"
    assert today_words(months.earliest, months, "exact", 2015) == "from Jun"
    assert today_words(days.earliest, None, "exact", None) == "10 Jun 2015"


@pytest.mark.parametrize(
    ("date", "disclosure", "flag"),
    [
        ("2015-06-10/..", "exact", "from 10 Jun"),
        ("../2015-06-10", "exact", "by 10 Jun"),
        ("2015-06", "month", "Jun"),
        ("2015-06/2016-05", "month", "from Jun"),
        ("2015-06-10/..", "month", "from Jun"),
        ("../2015-06-10", "month", "by Jun"),
        ("2015-06-10", "season", "Jun to Aug"),
        ("2015-06/2016-05", "season", "from Jun to Aug"),
    ],
)
def test_the_flag_is_no_more_exact_than_the_window_or_the_disclosure(case_of, date, disclosure, flag):
    """'from' what may be later or has no end, 'by' what has only an end; a window of one month, or one season, is that."""
    case = case_of(f"date: {date}, agency: school, title: Visit", about=f"disclosure: {disclosure}")
    event = next(case.events.itertuples())
    day = event.latest if pd.isna(event.earliest) else event.earliest
    assert today_words(day, event, disclosure, 2015) == flag
