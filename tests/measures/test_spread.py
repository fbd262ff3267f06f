"""Every counted event is one: shared out over the days it may have been on, and never lost or doubled."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from measures.columns import before_zero, on_calendar
from measures.comparing import comparison_rows
from measures.entries import KINDS, agency_list, entry_list
from measures.spread import cells, lines, place, place_in_phases
from measures.together import together

AGENCIES = pd.DataFrame(
    {
        "case": ["a", "a", "a", "b", "b"],
        "agency_id": ["police", "gp", "hospital", "police", "nursery"],
        "name": ["Police", "GP", "Hospital", "Police", "Nursery"],
        "sector": ["police", "health", "health", "police", "education"],
        "area": ["North", "", "North", "South", ""],
        "entered": [True] * 5,
        "nil_return": [False] * 5,
        "mentioned_only": [False] * 5,
    }
)


def entries_of(*windows):
    """Entries of agency 0: (first day, days wide, days of day 0), from day 0 and on the calendar alike; None has no place."""
    known = np.array([one is not None for one in windows], dtype=bool)
    start, wide, blur = (np.array([one[at] if one else 0 for one in windows], dtype="int64") for at in range(3))
    return pd.DataFrame(
        {
            "event_id": [f"e{number}" for number in range(len(windows))],
            "agency": np.zeros(len(windows), dtype="int32"),
            "kind": pd.Categorical(["contact"] * len(windows), list(KINDS)),
            "dated": known,
            "lined": known,
            "start": start,
            "wide": wide,
            "since": start,
            "wide_zero": wide,
            "blur": blur,
        }
    )


def shares(entries, columns, aligned=True):
    """The share of each column, of all entries together."""
    placed = place(entries, columns, aligned=aligned)
    return np.bincount(placed["column"], weights=placed["share"], minlength=len(columns)).round(6).tolist()


PERIODS = before_zero(30, 120)


def test_the_last_column_ends_the_day_before_day_0():
    """Day -1 is in '30 to 1', day -30 too, day -31 is not; day 0 itself is in none."""
    assert PERIODS["label"].tolist() == ["120 to 91", "90 to 61", "60 to 31", "30 to 1"]
    assert shares(entries_of((-1, 1, 1), (-30, 1, 1), (-31, 1, 1), (0, 1, 1)), PERIODS) == [0, 0, 1, 2]


def test_a_blurred_event_is_spread_evenly_over_its_days():
    """Ten days, of which three lie in the column before: 0.3 and 0.7."""
    assert shares(entries_of((-33, 10, 1)), PERIODS) == [0, 0, 0.3, 0.7]


def test_what_reaches_over_the_edge_is_counted_outside():
    """Ten days around day 0: four before it, six not; and it stays one line."""
    entries = entries_of((-4, 10, 1))
    assert shares(entries, PERIODS) == [0, 0, 0, 0.4]
    found = lines(entries, place(entries, PERIODS, aligned=True), [0], 1, aligned=True)
    assert found.to_dict("list") == {"here": [1], "elsewhere": [0], "undated": [0], "outside": [pytest.approx(0.6)]}


def test_against_a_blurred_day_0_every_pair_of_days_counts_the_same():
    """Event on 1 or 2, day 0 on 31 or 32: 29, 30, 30 or 31 days before, so a quarter of it lies before the last 30."""
    assert shares(entries_of((-31, 2, 2)), PERIODS) == [0, 0, 0.25, 0.75]


def test_an_undated_event_is_never_placed():
    """It is counted beside."""
    entries = entries_of(None)
    assert shares(entries, PERIODS) == [0, 0, 0, 0]
    found = lines(entries, place(entries, PERIODS, aligned=True), [0], 1, aligned=True)
    assert found[["here", "elsewhere", "undated"]].to_numpy().tolist() == [[0, 0, 1]]


WINDOWS = st.one_of(st.none(), st.tuples(st.integers(-500, 200), st.integers(1, 400), st.integers(1, 40)))


@given(
    st.lists(st.tuples(WINDOWS, st.integers(0, 4), st.sampled_from(KINDS)), max_size=12),
    st.sampled_from(["agency", "sector", "area"]),
    st.booleans(),
    st.sampled_from(["30", "90", "month", "week", "quarter"]),
)
def test_cells_and_what_is_beside_them_add_up_to_the_number_of_events(given_, by, together, per):
    """Under every blur, aligning and regrouping: shares, and whole lines."""
    entries = entries_of(*[window for window, _, _ in given_])
    entries["agency"] = np.array([agency for _, agency, _ in given_], dtype="int32")
    entries["kind"] = pd.Categorical([kind for *_, kind in given_], list(KINDS))
    aligned = per.isdigit()
    columns = before_zero(int(per)) if aligned else on_calendar(per, -300, 20)
    rows, row_of = comparison_rows(AGENCIES, by, together=together)
    placed = place(entries, columns, aligned=aligned)
    found = cells(entries, placed, row_of, len(rows), len(columns))
    beside = lines(entries, placed, row_of, len(rows), aligned=aligned)
    assert (placed["share"] > -1e-12).all()
    total = found["done"].sum() + found["attempts"].sum() + beside["outside"].sum() + beside["undated"].sum()
    assert total == pytest.approx(len(entries), abs=1e-7)
    assert beside[["here", "elsewhere", "undated"]].to_numpy().sum() == len(entries)


@given(st.integers(-200, 50), st.integers(1, 60), st.integers(1, 20))
def test_shares_are_those_of_counting_every_pair_of_days(start, wide, blur):
    """The closed form against the plain count."""
    pairs = [start + day + more for day in range(wide) for more in range(blur)]
    expected = [
        sum(first <= one <= last for one in pairs) / len(pairs)
        for first, last in zip(PERIODS["start"], PERIODS["end"], strict=True)
    ]
    assert shares(entries_of((start, wide, blur)), PERIODS) == pytest.approx(expected, abs=1e-5)


def test_an_event_of_two_overlapping_phases_is_still_one(case_of):
    """Half of it in each; an undated one counts where it is named; one in no phase has no row."""
    phases = """phases:
  - {id: first, title: First, from: 2015-01-01, to: 2015-06-30}
  - {id: second, title: Second, from: 2015-06-01, to: 2015-12-31}
"""
    case = case_of(
        "id: both, date: 2015-06-12, agency: police, title: A, kind: contact",
        "id: named, date: undated, agency: police, title: B, kind: contact, phases: second",
        "id: none, date: 2016-02-01, agency: police, title: C, kind: attempt",
        "id: undated, date: undated, agency: police, title: D, kind: contact",
        rest=phases,
    )
    agencies = agency_list(together([case]))
    entries = entry_list(together([case]))
    placed = place_in_phases(entries, case.phases, case.events["phases"])
    assert placed.to_numpy().tolist() == [[0, 0, 0.5], [0, 1, 0.5], [1, 1, 1.0]]
    rows, row_of = comparison_rows(agencies, "agency")
    found = lines(entries, placed, row_of, len(rows), aligned=False, by_phase=True)
    assert found[["here", "elsewhere", "undated"]].to_numpy().tolist() == [[2, 1, 1]]
