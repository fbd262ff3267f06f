"""The longest silences of many cases at once: worked by hand, and never longer for a longer blur."""

import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.last_seen import longest_silences as of_one_case
from measures.quiet import longest_silences, taking_part

DAY = pd.Timestamp("2015-01-01").as_unit("s")


def events_of(*rows):
    """Events of (agency, first, last day), the days counted from 1 January 2015; None for no date."""
    made = []
    for number, (agency, first, last, *more) in enumerate(rows):
        days = [pd.NaT if day is None else DAY + pd.Timedelta(days=day) for day in (first, last)]
        told = {"event_id": f"e{number}", "order": number, "agency": agency, "present": (), "planned": False, "lasts": False}
        told |= {"anchor": f"e{number}", "days_least": 0, "days_most": 0, "earliest": days[0], "latest": days[1]}
        made.append(told | (more[0] if more else {}))
    return pd.DataFrame(made)


def quiet(*rows):
    """The longest silences of one case, by agency."""
    return longest_silences(taking_part({"case": events_of(*rows)})).set_index("agency")


def test_a_silence_is_sure_where_it_holds_however_the_blurred_dates_fall():
    """Day 0, day 10 to 20, day 50: 30 days at least after the blurred one; 40 at most, and so says who is between."""
    found = quiet(("police", 0, 0), ("police", 10, 20), ("police", 50, 50)).loc["police"]
    assert (found["least_days"], found["after"], found["before"]) == (30, "e1", "e2")
    assert (found["most_days"], found["may_after"], found["may_before"]) == (40, "e1", "e2")


def test_the_possible_silence_may_lie_elsewhere_than_the_sure_one():
    """A window of 100 days between two events 40 days apart may itself be a silence of 95 days at either end."""
    found = quiet(("police", 0, 100), ("police", 105, 105), ("police", 145, 145)).loc["police"]
    assert (found["least_days"], found["after"]) == (40, "e1")
    assert (found["most_days"], found["may_after"], found["may_before"]) == (105, "e0", "e1")


def test_what_went_on_through_its_window_is_no_silence():
    """An event that lasts from day 0 to day 100 ends on day 100."""
    found = quiet(("police", 0, 100, {"lasts": True}), ("police", 105, 105)).loc["police"]
    assert (found["least_days"], found["most_days"]) == (5, 5)


def test_a_chain_of_dates_is_exact_where_its_days_are_not():
    """Three days after an event of some day in January is three days after it."""
    chained = {"anchor": "e0", "days_least": 3, "days_most": 3}
    assert quiet(("clinic", 0, 30), ("clinic", 3, 33, chained)).loc["clinic", "least_days"] == 3


def test_an_agency_with_one_dated_event_has_no_silence_and_its_undated_events_are_counted():
    """Two events, one of them without a date: nothing is measured, and the row says why."""
    found = quiet(("school", 4, 4), ("school", None, None)).loc["school"]
    assert (found["events"], found["undated"]) == (2, 1)
    assert pd.isna(found["least_days"])
    assert (found["after"], found["may_after"]) == ("", "")


def test_a_meeting_ends_the_silence_of_all_present_and_the_family_is_no_agency():
    """The clinic was present on day 20, so its silence is 20 days; what was only planned ends none."""
    rows = [
        ("police", 20, 20, {"present": ("clinic",)}),
        ("clinic", 0, 0),
        ("family", 1, 1),
        ("clinic", 90, 90, {"planned": True}),
    ]
    found = quiet(*rows)
    assert list(found.index) == ["clinic", "police"]
    assert found.loc["clinic", "least_days"] == 20


def test_the_cases_keep_to_themselves():
    """The same agency in two cases has two rows; no silence runs from one case into the other."""
    part = taking_part(
        {"a": events_of(("police", 0, 0), ("police", 5, 5)), "b": events_of(("police", 400, 400), ("police", 407, 407))}
    )
    assert longest_silences(part)[["case_id", "agency", "least_days"]].to_numpy().tolist() == [
        ["a", "police", 5],
        ["b", "police", 7],
    ]


def test_no_event_is_no_row():
    """An empty library has an empty frame with the same columns."""
    assert longest_silences(taking_part({})).empty


windows = st.lists(
    st.tuples(st.sampled_from(["police", "school"]), st.integers(0, 300), st.integers(0, 60)).map(
        lambda one: (one[0], one[1], one[1] + one[2])
    ),
    min_size=1,
    max_size=9,
)


@given(windows, st.integers(0, 8), st.integers(0, 50), st.integers(0, 50))
@settings(max_examples=60, deadline=None)
def test_a_longer_blur_never_lengthens_a_sure_silence_and_never_shortens_a_possible_one(rows, which, before, after):
    """Any event of any two agencies, made vaguer at either end."""
    agency, first, last = rows[which % len(rows)]
    vaguer = [*rows]
    vaguer[which % len(rows)] = (agency, first - before, last + after)
    sharp, vague = quiet(*rows), quiet(*vaguer)
    both = sharp["least_days"].notna()
    assert (vague.loc[both, "least_days"] <= sharp.loc[both, "least_days"]).all()
    assert (vague.loc[both, "most_days"] >= sharp.loc[both, "most_days"]).all()


@given(windows, st.data())
@settings(max_examples=60, deadline=None)
def test_the_truth_lies_between_the_least_and_the_most(rows, draws):
    """Whatever day of its window each event was on, the longest silence is no shorter and no longer than said."""
    true = [(agency, day, day) for agency, first, last in rows for day in [draws.draw(st.integers(first, last))]]
    said, was = quiet(*rows), quiet(*true)
    both = said["least_days"].notna()
    assert (said.loc[both, "least_days"] <= was.loc[both, "least_days"]).all()
    assert (was.loc[both, "least_days"] <= said.loc[both, "most_days"]).all()


@given(windows)
@settings(max_examples=40, deadline=None)
def test_many_cases_at_once_give_the_days_that_one_case_gives(rows):
    """The measure of the case's own page, of agencies with at least seven sure silent days."""
    one = of_one_case(events_of(*rows)).set_index("agency")["least_days"]
    assert quiet(*rows).loc[list(one.index), "least_days"].tolist() == one.tolist()


def test_the_frame_given_is_left_as_it_was():
    """Nothing is written into it."""
    part = taking_part({"case": events_of(("police", 0, 4), ("police", 9, 9))})
    before = part.copy(deep=True)
    longest_silences(part)
    pd.testing.assert_frame_equal(part, before)


def test_the_bench_and_groupby_apply_agree():
    """A small library: the same days either way."""
    from bench.silences import made_up, with_apply

    part = taking_part(made_up(4, 40))
    ours = longest_silences(part).set_index(["case_id", "agency"])["least_days"]
    assert ours.sort_index().fillna(-1).tolist() == with_apply(part).sort_index().fillna(-1).tolist()
