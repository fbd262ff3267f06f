"""On the room's screen stands what could be known at a step, and nothing of what came later."""

import pandas as pd
import pytest

from measures.running import running_order
from measures.stage import arrows, caption, looking_back, on_stage, places, short_day, step_ids, today_words, until, when_words
from measures.that_day import age_words, home_words, on_record, seen_words, that_day

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


PEOPLE = "people:\n  child: {name: Child, born: 2014-05-20}\n"


def person(case):
    return next(case.people.itertuples())


@pytest.mark.parametrize(
    ("born", "day", "said"),
    [
        ("2014-05-20", "2015-06-19", "12 months old."),
        ("2014-05-20", "2015-06-20", "13 months old."),
        ("2014-05-01/2014-06-30", "2015-06-20", "11 to 13 months old."),
        ("2014-05-20", "2017-06-20", "3 years old."),
        ("2014-05-20", "2014-06-01", "Under a month old."),
    ],
)
def test_the_age_on_a_day_is_as_exact_as_the_birth(case_of, born, day, said):
    """Months to the second birthday, then years."""
    case = case_of(VISIT, rest="", about="")
    row = case.people.iloc[0].copy()
    ends = born.split("/")
    row["born_earliest"], row["born_latest"] = pd.Timestamp(ends[0]), pd.Timestamp(ends[-1])
    assert age_words(row, pd.Timestamp(day), pd.Timestamp(day)) == said


def test_last_seen_counts_the_days_as_far_as_they_are_sure(case_of):
    """Seen on 1 June, and on 8 or 9 June: on the 12th that is 3 or 4 days before; a sighting after the day says nothing."""
    sure = "date: 2015-06-01, agency: school, title: A, seen: child"
    blurred = "date: 2015-06-08/2015-06-09, agency: police, title: B, seen: child"
    case = case_of(sure, blurred, "date: 2015-06-20, agency: clinic, title: C, seen: child")
    day = pd.Timestamp("2015-06-12")
    assert seen_words(person(case), case.events, day, NAMES, "exact") == (
        "Last seen by a professional between 8 and 9 June 2015, 3 to 4 days before (County Police)."
    )
    assert seen_words(person(case), case.events, pd.Timestamp("2015-06-02"), NAMES, "exact") == (
        "Last seen by a professional on 1 June 2015, 1 day before (Primary School)."
    )
    assert seen_words(person(case), case.events, pd.Timestamp("2015-06-20"), NAMES, "exact") == (
        "Seen by a professional that day (Clinic)."
    )
    assert seen_words(person(case), case.events, pd.Timestamp("2015-05-01"), NAMES, "exact") == (
        "No professional is recorded as having seen them by then."
    )


SEEN = "id: seen, date: 2015-06-01, agency: school, title: Seen, seen: child"


@pytest.mark.parametrize(
    ("date", "said"),
    [
        ("2015-06-10", "on 1 June 2015, 9 days before"),
        ("2015-06-10/2015-06-14", "on 1 June 2015, 9 to 13 days before"),
        ("2015-06-10/..", "on 1 June 2015, at least 9 days before"),
        ("../2015-06-10", "on 1 June 2015, up to 9 days before"),
        ("undated", "on 1 June 2015"),
    ],
)
def test_days_since_are_counted_to_the_window_of_the_event(case_of, date, said):
    """Seen on 1 June; the day of the event is its first, and what is not known of it is not counted as known."""
    case = case_of(SEEN, f"id: call, date: {date}, agency: police, title: Call")
    now = next(case.events[case.events["event_id"] == "call"].itertuples())
    day = pd.Timestamp("2015-06-10")
    found = seen_words(person(case), case.events, day, NAMES, "exact", now)
    assert found == f"Last seen by a professional {said} (Primary School)."


def test_somebody_seen_at_an_event_of_no_certain_day_was_seen_at_it(case_of):
    """10 to 14 June: not 'that day', which nobody knows, nor up to four days before itself."""
    case = case_of("id: seen, date: 2015-06-10/2015-06-14, agency: school, title: Seen, seen: child")
    now = next(case.events.itertuples())
    found = seen_words(person(case), case.events, now.earliest, NAMES, "exact", now)
    assert found == "Seen by a professional at this event (Primary School)."


def test_a_sighting_without_a_date_is_not_no_sighting(case_of):
    """It may have been before or after: nobody is said not to have seen them, and the last with a date need not be the last."""
    undated = "id: clinic, date: undated, agency: clinic, title: Clinic, seen: child"
    day = pd.Timestamp("2015-06-01")
    alone, two = case_of(undated), case_of(undated, SEEN)
    assert seen_words(person(alone), alone.events, day, NAMES, "exact") == (
        "No professional is recorded with a date as having seen them by then."
    )
    assert seen_words(person(two), two.events, pd.Timestamp("2015-06-02"), NAMES, "exact") == (
        "Last seen by a professional, as far as dated, on 1 June 2015, 1 day before (Primary School)."
    )


def test_one_agency_s_view_says_whose_it_is(case_of):
    """That the police know of no sighting does not say that there was none."""
    case = case_of(SEEN)
    none = case.events.iloc[:0]
    day = pd.Timestamp("2015-06-02")
    assert seen_words(person(case), none, day, NAMES, "exact", whose="Police") == (
        "As Police could know it, no professional is recorded as having seen them by then."
    )
    assert seen_words(person(case), case.events, day, NAMES, "exact", whose="School") == (
        "As School could know it, last seen by a professional on 1 June 2015, 1 day before (Primary School)."
    )


def test_age_and_home_are_no_more_exact_than_the_event(case_of):
    """Born on 20 May 2014, in the flat since 1 June: at an event of 12 to 22 June 12 or 13 months old, and no days in the flat."""
    flat = "periods:\n  - {id: a, title: The flat, kind: home, people: child, from: 2015-06-01, to: 2015-07}\n"
    case = case_of("id: call, date: 2015-06-12/2015-06-22, agency: police, title: Call", rest=flat)
    row, now = case.people.iloc[0].copy(), next(case.events.itertuples())
    row["born_earliest"] = row["born_latest"] = pd.Timestamp("2014-05-20")
    found = that_day(row, case.periods, case.events, now.earliest, NAMES, "exact", now)
    assert found[:2] == ("12 or 13 months old.", "Living: The flat.")


def test_no_home_is_told_from_the_day_on_which_they_may_have_died(case_of):
    """Died between 10 and 14 June: on the 12th nobody is said to be living anywhere, perhaps or not."""
    flat = "periods:\n  - {id: a, title: The flat, kind: home, people: child, from: 2015-06-01, to: 2015-07}\n"
    case = case_of(SEEN, rest=flat)
    row, day = case.people.iloc[0].copy(), pd.Timestamp("2015-06-12")
    row["died_earliest"], row["died_latest"] = pd.Timestamp("2015-06-10"), pd.Timestamp("2015-06-14")
    assert that_day(row, case.periods, case.events, day, NAMES, "exact") == (
        "Last seen by a professional on 1 June 2015, 11 days before (Primary School).",
    )


def test_by_month_no_days_are_counted(case_of):
    """Only the month of the last sighting."""
    case = case_of("date: 2015-06-01, agency: school, title: A, seen: child", about="disclosure: month")
    assert seen_words(person(case), case.events, pd.Timestamp("2015-08-01"), NAMES, "month") == (
        "Last seen by a professional in June 2015 (Primary School)."
    )


def test_a_home_is_told_for_how_long_only_where_its_beginning_is_exact(case_of):
    """From 1 June: on the 12th for 11 days. From some day of May: no days. With an end not known: perhaps."""
    homes = "periods:\n  - {{id: a, title: The flat, kind: home, people: child, from: {}, to: {}}}\n"
    day = pd.Timestamp("2015-06-12")
    told = [
        home_words("child", case_of(VISIT, rest=homes.format(*ends)).periods, day, "exact")
        for ends in (("2015-06-01", "2015-07"), ("2015-05", "2015-07"), ("2015-05", "not known"), ("2015-07", "2015-08"))
    ]
    assert told[:3] == [["Living: The flat, for 11 days."], ["Living: The flat."], ["Perhaps living: The flat."]]


def test_nothing_is_said_of_a_day_that_is_not_known_or_after_a_death(case_of):
    """And before birth only that."""
    case = case_of(VISIT)
    row = case.people.iloc[0].copy()
    day = pd.Timestamp("2015-06-12")
    assert that_day(None, case.periods, case.events, day, NAMES, "exact") == ()
    assert that_day(row, case.periods, case.events, pd.NaT, NAMES, "exact") == ()
    row["died_latest"] = pd.Timestamp("2015-06-01")
    assert that_day(row, case.periods, case.events, day, NAMES, "exact") == ()
    row["died_latest"], row["born_earliest"] = pd.NaT, pd.Timestamp("2015-07-01")
    assert that_day(row, case.periods, case.events, day, NAMES, "exact") == ("Not yet born.",)


def test_what_a_service_has_on_record_is_what_it_knows_or_holds(case_of):
    """The latest two of three, and how many more; an agency without any has none."""
    names = ["fact_id", "agency", "status", "earliest", "latest"]
    known = pd.DataFrame(
        [
            ("a", "school", "knows", pd.Timestamp("2015-01-01"), pd.Timestamp("2015-01-01")),
            ("c", "school", "knows", pd.Timestamp("2015-03-01"), pd.Timestamp("2015-03-01")),
            ("b", "school", "holds", pd.Timestamp("2015-02-01"), pd.Timestamp("2015-02-01")),
            ("a", "police", "cannot tell", pd.Timestamp("2015-01-01"), pd.Timestamp("2015-01-01")),
        ],
        columns=names,
    )
    found = on_record(known, {"a": "A", "b": "B", "c": "C"}, ("school", "police"), 2)
    assert list(found.itertuples(index=False, name=None)) == [("school", ("B", "C"), 1), ("police", (), 0)]
