"""Days between sightings hold however the blurred dates fall."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.sight import gaps_between, sightings, usual_person


def seen(event_id, date, agency="police", key="seen"):
    return f"id: {event_id}, date: {date}, agency: {agency}, title: Seen, {key}: child"


def gaps(case, *agencies):
    found = sightings(case.events, "child")
    found = gaps_between(found[found["agency"].isin(agencies or found["agency"])].reset_index(drop=True))
    return [(one.after, one.before, one.least_days, one.most_days) for one in found.itertuples()]


def test_a_sighting_is_a_dated_event_at_which_the_person_was_seen(case_of):
    """Seen, seen alone; not concerned only, not somebody else, not without a day."""
    case = case_of(
        seen("alone", "2015-06-20", key="seen_alone"),
        seen("together", "2015-06-10"),
        "id: named, date: 2015-06-11, agency: police, title: Call, people: child",
        "id: other, date: 2015-06-12, agency: police, title: Visit, seen: mother",
        seen("undated", "undated"),
        seen("open", "2015-06-12/.."),
    )
    assert sightings(case.events, "child")["event_id"].tolist() == ["together", "alone"]


def test_days_run_from_one_sighting_to_the_next(case_of):
    """13 July to 2 October 2015 is 81 days, and the days in between are the 14th to the 1st."""
    case = case_of(seen("a", "2015-07-13"), seen("b", "2015-10-02"))
    row = gaps_between(sightings(case.events, "child")).iloc[0]
    assert gaps(case) == [("a", "b", 81, 81)]
    assert (row["from_day"], row["to_day"]) == (pd.Timestamp("2015-07-13"), pd.Timestamp("2015-10-02"))


def test_the_last_sighting_is_the_one_that_may_be_latest(case_of):
    """Some day in July and the 10th: before 20 August the last sighting was 20 days ago at least, 41 at most."""
    case = case_of(seen("july", "2015-07"), seen("tenth", "2015-07-10"), seen("next", "2015-08-20"))
    assert gaps(case) == [("july", "tenth", 0, 9), ("july", "next", 20, 41)]


def test_sightings_that_may_be_the_same_day_are_no_days_apart(case_of):
    """Never negative."""
    case = case_of(seen("a", "2015-06"), seen("b", "2015-06"))
    assert gaps(case) == [("a", "b", 0, 29)]


def test_days_along_a_chain_are_exact(case_of):
    """Some day in June and 16 days later."""
    case = case_of(seen("a", "2015-06"), seen("b", "{after: a, days: 16}"))
    assert gaps(case) == [("a", "b", 16, 16)]


def test_only_the_chosen_agencies_count(case_of):
    """The police saw the child in between; for the school it is nine days."""
    case = case_of(seen("a", "2015-06-01", "school"), seen("b", "2015-06-05"), seen("c", "2015-06-10", "school"))
    assert gaps(case) == [("a", "b", 4, 4), ("b", "c", 5, 5)]
    assert gaps(case, "school") == [("a", "c", 9, 9)]


@pytest.mark.parametrize("events", [(), (seen("a", "2015-06-01"),)])
def test_one_sighting_leaves_no_stretch(case_of, events):
    """Nothing lies between none, or one."""
    assert gaps(case_of(*events)) == []


def test_the_usual_person_is_the_first_of_the_file_who_was_ever_seen(case_of):
    """Alone or not; the first of the file where nobody was."""
    assert usual_person(*people_and_events(case_of("date: 2015, agency: police, title: A, seen: mother"))) == "mother"
    assert usual_person(*people_and_events(case_of("date: 2015, agency: police, title: A, seen_alone: mother"))) == "mother"
    assert usual_person(*people_and_events(case_of())) == "child"


def people_and_events(case):
    return case.people, case.events


@settings(max_examples=30)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 15)), min_size=2, max_size=5), st.data())
def test_a_stretch_holds_however_the_days_fall(windows, draws):
    """From whichever sighting really came last to whichever really came next, the days lie inside the range."""
    start = pd.Timestamp("2015-01-01")
    names = [f"e{number}" for number in range(len(windows))]
    events = pd.DataFrame(
        {
            "event_id": names, "agency": "police", "by": [()] * len(names), "dating": "blurred", "lasts": False,
            "earliest": [start + pd.Timedelta(days=first) for first, _ in windows],
            "latest": [start + pd.Timedelta(days=first + length) for first, length in windows],
            "anchor": names, "days_least": 0, "days_most": 0, "seen": [("child",)] * len(names), "seen_alone": [()] * len(names),
        }
    )  # fmt: skip
    days = {name: draws.draw(st.integers(first, first + length)) for name, (first, length) in zip(names, windows, strict=True)}
    seen = sightings(events, "child")
    order = seen["event_id"].tolist()
    for one in gaps_between(seen).itertuples():
        place = order.index(one.before)
        last, following = max(days[name] for name in order[:place]), min(days[name] for name in order[place:])
        assert one.least_days <= max(0, following - last) <= one.most_days


SPANS = st.lists(
    st.tuples(st.integers(0, 60), st.integers(0, 9), st.sampled_from("abc "), st.integers(0, 9), st.integers(0, 5)), max_size=9
)


@settings(max_examples=300, deadline=None)
@given(SPANS)
def test_a_stretch_is_the_smallest_over_every_earlier_and_every_later_sighting(spans):
    """Pair by pair: the days between the windows, and along a chain never less or more than the chain allows."""
    rows = [
        (f"e{place}", place_of(day), place_of(day + long), anchor.strip() or f"e{place}", low, low + more)
        for place, (day, long, anchor, low, more) in enumerate(sorted(spans))
    ]
    columns = ["event_id", "earliest", "latest", "anchor", "days_least", "days_most"]
    seen_ = pd.DataFrame(rows, columns=columns).astype({"earliest": "datetime64[s]", "latest": "datetime64[s]"})

    def between(one, other):
        least, most = (other[1] - one[2]).days, (other[2] - one[1]).days
        chained = one[3] == other[3]
        return (max(least, other[4] - one[5]), min(most, other[5] - one[4])) if chained else (least, most)

    expected = []
    for place in range(1, len(rows)):
        pairs = [between(one, other) for one in rows[:place] for other in rows[place:]]
        expected.append(tuple(max(0, min(days)) for days in zip(*pairs, strict=True)))
    found = gaps_between(seen_)
    assert list(zip(found["least_days"], found["most_days"], strict=True)) == expected


def place_of(number):
    return pd.Timestamp("2015-01-01") + pd.Timedelta(days=number)
