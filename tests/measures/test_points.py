"""Practice points under filters, and their matrix, worked out by hand on three points."""

from pathlib import Path

import pandas as pd
import pytest

from loaders import read_case
from measures.points import (
    COUNTS,
    PointChoice,
    basis_words,
    by_agency,
    by_theme,
    cell_words,
    crossing,
    finding_of,
    kind_counts,
    kinds_in_words,
    left_points,
    passing_points,
    point_texts,
)

THEMES = {"information-sharing": "Information sharing", "recording": "Recording"}
LANES = {"family": "Family", "school": "Primary school", "police": "County Police"}


@pytest.fixture
def practice():
    """M1 of police and school under two themes, G2 of the school under one, X3 without theme or agency."""
    return read_case(Path(__file__).resolve().parents[1] / "timelines" / "points.yaml", THEMES).practice


def left(practice, **choice):
    """The ids that pass a choice."""
    flags = passing_points(practice, point_texts(practice, {**LANES, **THEMES}), PointChoice(**choice))
    return list(flags.loc[flags["shown"], "practice_id"])


@pytest.mark.parametrize(
    ("choice", "expected"),
    [
        ({}, ["told-nobody", "good-visit", "both"]),
        ({"kind": "missed"}, ["told-nobody", "both"]),
        ({"kind": "good"}, ["good-visit", "both"]),
        ({"stated": True}, ["told-nobody"]),
        ({"theme": "information-sharing"}, ["told-nobody", "good-visit"]),
        ({"theme": "recording", "agency": "school"}, ["told-nobody"]),
        ({"theme": "-"}, ["both"]),
        ({"agency": "-"}, ["both"]),
        ({"agency": "police", "kind": "good"}, []),
        ({"search": "POLICE nobody"}, ["told-nobody"]),
        ({"search": "g2"}, ["good-visit"]),
        ({"search": "4.2"}, ["good-visit"]),
        ({"search": "who was not there"}, []),
    ],
)
def test_a_point_is_left_where_it_passes_every_filter(practice, choice, expected):
    """A mixed point is both missed and good; '-' asks for points that name none; every word must be found."""
    assert left(practice, **choice) == expected


def test_a_count_beside_a_filter_leaves_that_filter_out(practice):
    """Under 'missed' and the school, two points are of the school whatever their kind."""
    flags = passing_points(practice, point_texts(practice, {}), PointChoice(kind="missed", agency="school"))
    assert list(practice.loc[left_points(flags, "kind"), "practice_id"]) == ["told-nobody", "good-visit"]


def test_a_point_of_two_agencies_stands_in_two_cells(practice):
    """Two themes by two agencies: M1 stands in four cells, and the point that names nothing in a cell of its own."""
    assert crossing(practice).to_dict("split")["data"] == [
        ["information-sharing", "police", 1, 0, 0, ("M1",)],
        ["information-sharing", "school", 1, 1, 0, ("M1", "G2")],
        ["recording", "police", 1, 0, 0, ("M1",)],
        ["recording", "school", 1, 0, 0, ("M1",)],
        ["-", "-", 0, 0, 1, ("X3",)],
    ]


def test_totals_count_points_and_not_cells(practice):
    """M1 counts once in each theme and once in each agency."""
    everything = pd.Series(True, index=practice.index)
    assert by_theme(practice, everything, THEMES).to_dict("split")["data"] == [
        ["information-sharing", "Information sharing", 1, 1, 0, 2],
        ["recording", "Recording", 1, 0, 0, 1],
        ["-", "No theme given", 0, 0, 1, 1],
    ]
    assert by_agency(practice, everything, LANES).to_dict("split")["data"] == [
        ["school", "Primary school", 1, 1, 0, 2],
        ["police", "County Police", 1, 0, 0, 1],
        ["-", "No agency named", 0, 0, 1, 1],
    ]
    assert kind_counts(practice) == {"missed": 1, "good": 1, "mixed": 1}


def test_no_row_moves_under_a_filter(practice):
    """With the mixed point alone, every theme keeps its place and counts nothing."""
    found = by_theme(practice, practice["kind"] == "mixed", THEMES)
    assert list(found["theme"]) == ["information-sharing", "recording", "-"]
    assert list(found["total"]) == [0, 0, 1]


def test_the_lane_of_a_busier_agency_does_not_come_first(practice):
    """Agencies stand in the order of their lanes, themes by their points."""
    lanes = {"police": "County Police", "school": "Primary school"}
    assert list(by_agency(practice, practice["number"] > 0, lanes)["agency"]) == ["police", "school", "-"]


def test_without_a_point_there_are_columns_and_no_rows(practice):
    """A case without practice still has frames that can be drawn and counted."""
    none = practice.iloc[:0]
    shown = pd.Series(True, index=none.index)
    assert (len(crossing(none)), len(by_theme(none, shown, {})), len(by_agency(none, shown, {}))) == (0, 0, 0)
    assert list(crossing(none).columns) == ["theme", "agency", *COUNTS, "points"]
    assert passing_points(none, point_texts(none, {}), PointChoice()).empty


def test_no_frame_is_written_into(practice):
    """A measure gives a new frame and leaves the old one as it was."""
    before = practice.copy(deep=True)
    crossing(practice)
    by_theme(practice, practice["number"] > 1, THEMES)
    left(practice, kind="missed")
    pd.testing.assert_frame_equal(practice, before)


def ranked(*totals):
    """Rows with names a, b, c and so on, and their totals."""
    return pd.DataFrame({"name": list("abcdef"[: len(totals)]), "total": totals})


@pytest.mark.parametrize(
    ("themes", "agencies", "total", "expected"),
    [
        (ranked(2, 1), ranked(1, 3), 3, "The theme with most points is a (2 of 3); the agency with most points is b (3 of 3)."),
        (
            ranked(2, 2, 1),
            ranked(4),
            4,
            "The themes with most points are a and b (2 of 4 each); the agency with most points is a (4 of 4).",
        ),
        (
            ranked(1),
            ranked(1, 1, 1, 1),
            2,
            "The theme with most points is a (1 of 2); 4 agencies share the most points (1 of 2 each).",
        ),
        (ranked(0, 0), ranked(0), 0, "No practice point passes the filters."),
    ],
)
def test_the_sentence_names_the_most_and_its_ties(themes, agencies, total, expected):
    """Up to three ties are named, more are counted."""
    assert finding_of(themes, agencies, total) == expected


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ([], "no practice points"),
        (["missed opportunity"], "1 missed opportunity"),
        (["missed opportunity", "good practice", "missed opportunity"], "2 missed opportunities and 1 good practice"),
        (["mixed"], "1 mixed"),
    ],
)
def test_kinds_are_counted_in_words(kinds, expected):
    """A kind without a point is not spoken of."""
    assert kinds_in_words(pd.DataFrame({"kind": pd.Series(kinds, dtype=object)})) == expected


def test_a_cell_shows_only_the_kinds_it_has():
    """Sign and number, the same weight for each kind, blank for none."""
    assert [cell_words(3, 1, 0), cell_words(0, 0, 2), cell_words(0, 0, 0)] == ["◆ 3, ★ 1", "■ 2", ""]


def test_an_inferred_judgement_is_never_called_stated():
    """Whose judgement a point is stands in words."""
    assert basis_words("stated", "agency") == "stated by the agency"
    assert basis_words("inferred", "review") == "inferred, not stated"
