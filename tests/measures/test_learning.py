"""Learning across cases: what recurs, where it stands, and when, counted by hand."""

import numpy as np
import pandas as pd
from hypothesis import given, settings
from hypothesis import strategies as st

from measures.learning import (
    before_incident,
    learning_texts,
    line_totals,
    point_days,
    points_of,
    recurring,
    searched,
    theme_cells,
)

NAMES = {"recording": "Recording", "child-seen": "Child seen"}
AGENCIES = pd.DataFrame({"agency_id": ["police", "clinic", "gp"], "sector": ["police", "health", "health"]})
START = pd.Timestamp("2015-01-01").as_unit("s")


def practice(*rows):
    """Points of (id, kind, themes, agencies, events)."""
    made = [
        {
            "practice_id": name, "number": number, "kind": kind, "basis": "stated", "judged_by": "review", "title": f"Point {name}",
            "themes": themes, "agencies": agencies, "events": events, "source": ("1.1",), "own_date": False,
            "earliest": pd.NaT, "latest": pd.NaT, "happened": "", "expected": "", "known_then": "", "why": "",
        }
        for number, (name, kind, themes, agencies, events) in enumerate(rows, 1)
    ]  # fmt: skip
    return pd.DataFrame(made)


TWO = practice(
    ("a", "missed opportunity", ("recording", "child-seen"), ("police", "clinic"), ("e1",)),
    ("b", "good practice", ("recording",), ("clinic", "gp"), ("e2",)),
)


def test_a_cell_counts_points_and_a_point_of_two_agencies_of_one_sector_once():
    """Recording and health: both points, once each; child seen and police: one."""
    cells = theme_cells(points_of(TWO, AGENCIES, "x"), "sectors").set_index(["theme", "agency"])
    assert cells.loc[("recording", "health"), ["missed", "good", "mixed"]].tolist() == [1, 1, 0]
    assert cells.loc[("recording", "health"), "points"] == ("M1", "G2")
    assert cells.loc[("child-seen", "police"), "missed"] == 1
    assert len(cells) == 4


def test_totals_count_each_point_once_in_each_of_its_themes_and_cases():
    """Two points in one case; two with the theme of recording, one of a child seen."""
    points = points_of(TWO, AGENCIES, "x")
    assert line_totals(points, "themes", NAMES, "theme")[["name", "missed", "good", "total"]].to_numpy().tolist() == [
        ["Recording", 1, 1, 2],
        ["Child seen", 1, 0, 1],
    ]
    assert line_totals(points, "case_id", {"x": "Case X"}, "agency")[["name", "total"]].to_numpy().tolist() == [["Case X", 2]]


def test_a_theme_recurs_where_three_reviews_have_it_in_a_point_a_finding_or_a_recommendation():
    """Recording: a point of x, findings of y and z. A child seen is in one review only."""
    findings = pd.DataFrame({"case_id": ["y", "z", "z"], "themes": [("recording",), ("recording",), ("recording",)]})
    advice = pd.DataFrame({"case_id": ["z"], "themes": [("recording",)]})
    found = recurring(points_of(TWO, AGENCIES, "x"), findings, advice, NAMES)
    assert found[["name", "cases", "in_points", "in_findings", "in_recommendations", "missed", "good"]].to_numpy().tolist() == [
        ["Recording", ("x", "y", "z"), 1, 2, 1, 1, 1]
    ]


def events(*rows):
    made = [(name, START + pd.Timedelta(days=a), START + pd.Timedelta(days=b)) for name, a, b in rows]
    found = pd.DataFrame(made, columns=["event_id", "earliest", "latest"])
    return found.assign(anchor=found["event_id"], days_least=0, days_most=0)


def test_a_point_is_shared_among_the_days_of_its_events():
    """Events 100 and 60 to 70 days before day 0: two rows of a half each."""
    own = practice(("a", "missed opportunity", ("recording",), ("police",), ("e1", "e2")))
    found = point_days(points_of(own, AGENCIES, "x"), own, events(("e1", 0, 0), ("e2", 30, 40), ("zero", 100, 100)), "zero")
    assert found[["least", "most", "weight"]].to_numpy().tolist() == [[100, 100, 0.5], [60, 70, 0.5]]


def test_without_a_dated_incident_no_point_is_placed():
    """One row for each point, with nothing in it, so that it is counted beside."""
    found = point_days(points_of(TWO, AGENCIES, "x"), TWO, events(("e1", 0, 0)), "zero")
    assert found["least"].isna().tolist() == [True, True]
    assert found["weight"].tolist() == [1, 1]


def counts(*windows):
    days = pd.DataFrame(
        [("x", "p", "missed", a, b, 1.0) for a, b in windows], columns="case_id practice_id sign least most weight".split()
    )
    found = before_incident(days)
    return found[found["sign"] == "missed"].set_index("from_day")["points"]


def test_the_days_before_the_incident_fall_into_periods_of_thirty():
    """Day 30 is in '30 to 1' and day 31 in '60 to 31'; day 0 and later are apart, and so is what lies over 360 days back."""
    found = counts((30, 30), (31, 31), (0, 0), (-5, -5), (360, 360), (361, 361))
    assert found[[30.0, 60.0, 0.0, 360.0, np.inf]].tolist() == [1, 1, 2, 1, 1]


def test_a_blurred_point_is_spread_over_the_days_it_may_be():
    """21 to 40 days before: ten of twenty days on either side of the edge."""
    found = counts((21, 40))
    assert found[[30.0, 60.0]].tolist() == [0.5, 0.5]


@given(
    st.lists(st.tuples(st.integers(-500, 900), st.integers(0, 400)).map(lambda one: (one[0], sum(one))), min_size=1, max_size=8)
)
@settings(max_examples=40, deadline=None)
def test_the_sum_is_always_the_number_of_points(windows):
    """Under every blur, on either side of day 0."""
    assert abs(counts(*windows).sum() - len(windows)) < 1e-9


def test_a_search_finds_every_word_in_titles_texts_themes_and_numbers():
    """Whatever the case of the letters; blank finds all."""
    findings = pd.DataFrame(
        [("1", "Records were late", "Nobody read them", ("recording",), ("4.1",))],
        columns=["number", "title", "detail", "themes", "source"],
    )
    advice = pd.DataFrame(
        [("R1", "Ask fathers", "", ("police",), (), ("5.2",))], columns=["number", "title", "detail", "to", "themes", "source"]
    )
    texts = learning_texts(findings, advice, TWO, NAMES | {"police": "Town Police"}, "x")
    assert len(texts) == 4
    assert list(searched(texts, "RECORDS late")["title"]) == ["Records were late"]
    assert list(searched(texts, "town police")["title"]) == ["Ask fathers", "Point a"]
    assert list(searched(texts, "", "recording")["what"]) == ["finding", "point", "point"]
    assert list(searched(texts, "", "", "recommendation")["number"]) == ["R1"]
    assert searched(texts, "nowhere").empty
    assert len(searched(texts, "")) == 4
