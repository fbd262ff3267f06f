"""The child that day: age, home and last sight, as exact as the file and the event, and what could be known then."""

import pandas as pd
import pytest

from measures.that_day import age_words, home_words, on_record, seen_words, that_day

VISIT = "id: visit, date: 2015-06-12, agency: school, title: Visit"
NAMES = {"school": "Primary School", "police": "County Police", "clinic": "Clinic"}


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
