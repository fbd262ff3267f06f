"""The table of counts as a picture: boxes by step, hatch by the day, numbers, and what each box leads to."""

import pandas as pd
import pytest

from charts.bar_panels import nice, panels
from charts.board import board, headings, heatmap
from charts.palette import ZERO

COLUMNS = pd.DataFrame({"label": ["60 to 31", "30 to 1"], "short": ["60", "30"], "says": ["60 to 31 days", "30 to 1 days"]})
ROWS = pd.DataFrame({"block": [0], "name": ["Police <b>"], "here": [3], "elsewhere": [0], "undated": [1], "entered": [2]})
BLOCKS = pd.DataFrame(
    {"title": ["Case & co"], "about": ["Day 0: 1 May 2015"], "here": [3], "elsewhere": [0], "undated": [1], "entered": [2]}
)
CELLS = pd.DataFrame(
    {
        "row": [0, 0], "column": [0, 1], "done": ["0", "2"], "attempts": ["", "1"], "both": ["0", "3"], "step": [0, 3],
        "from_share": [0.5, 0.0], "to_share": [1.0, 1.0], "blank": [False, False], "says": ["Police: 0", "Police: 2 + 1"],
    }
)  # fmt: skip


def drawn(width=1872.0, cells=CELLS, **more):
    """The laid-out board and its figure."""
    laid = board(width, ROWS, COLUMNS, 1, attempts=True)
    return laid, heatmap(laid, BLOCKS, ROWS, COLUMNS, cells, "Days before day 0", zero=True, **more)


def trace(figure, name):
    """The one trace of that name."""
    return next(one for one in figure["data"] if one.get("name") == name)


def said(figure):
    """Everything written."""
    return [text for one in figure["data"] if one.get("mode") == "text" for text in one["text"]]


def test_a_cell_entered_in_part_is_hatched_by_the_day_and_holds_its_zero_in_the_rest():
    """The first half of the first column was not entered."""
    laid, figure = drawn()
    assert trace(figure, "not measured")["fillpattern"]["shape"] == "/"
    assert trace(figure, "edge of step 0")["x"][:2] == pytest.approx([laid.x(0.5) + 0.5, laid.x(1) - 0.5])
    assert trace(figure, "step 0")["x"][:2] == pytest.approx([laid.x(0.5) + 1.5, laid.x(1) - 1.5])
    assert trace(figure, "step 3")["x"][:2] == pytest.approx([laid.x(1) + 0.5, laid.x(2) - 0.5])
    zero = trace(figure, f"words {ZERO}")
    assert zero["text"][0] == "0"


def test_every_number_stands_in_its_box_and_names_are_written_and_never_run():
    _, figure = drawn()
    assert {"<b>2 + 1</b>", "Police &lt;b&gt;", "<b>Case &amp; co</b>", "<b>Day 0</b>", "60 to 31"} <= set(said(figure))


def test_a_case_that_cannot_be_lined_up_has_no_zero_but_keeps_what_it_has():
    """Hatched all through; the box with a count is drawn whole on it."""
    laid, figure = drawn(cells=CELLS.assign(blank=True))
    assert "<b>2 + 1</b>" in said(figure)
    assert [one for one in figure["data"] if one.get("name") == "step 0"] == []
    assert trace(figure, "step 3")["x"][:2] == pytest.approx([laid.x(1) + 0.5, laid.x(2) - 0.5])


def test_every_box_leads_to_its_row_and_column_and_the_chosen_one_stands_in_a_frame():
    _, figure = drawn(chosen=(0, 1))
    assert {tuple(one) for one in trace(figure, "targets")["customdata"]} == {(0, 0), (0, 1)}
    assert trace(figure, "chosen")


def test_headings_are_all_in_full_or_all_short():
    assert headings(COLUMNS, 90) == [["60 to 31"], ["30 to 1"]]
    assert headings(COLUMNS, 52) == [["60"], ["30"]]


def test_the_scale_of_bars_ends_on_a_round_number():
    assert [nice(one) for one in (0, 0.3, 1, 1.2, 5.3, 6.1, 9, 11)] == [1, 1, 1, 2, 6, 8, 10, 20]


def test_bars_are_filled_contact_under_outlined_attempt():
    """Two contacts and one attempt on a scale to 4: half the height, and a quarter on it."""
    grid = pd.DataFrame(
        {
            "row": [0, 0], "column": [1, 1], "kind": ["contact", "attempt"], "share": [2.0, 1.0], "from_share": 0.0, "to_share": 1.0,
            "both": "3", "says": "Police: 2 + 1", "place": 0,
        }
    )  # fmt: skip
    placed = pd.DataFrame({"across": [0], "down": [0], "row": [0], "says": [""], "blank": [False]})
    figure = panels(1500.0, ["Police"], [("Case", "Day 0")], placed, grid, COLUMNS, zero=True)
    contact, attempt = trace(figure, "contact"), trace(figure, "attempt")
    assert contact["y"][2] - contact["y"][0] == pytest.approx(48)
    assert attempt["y"][2] == contact["y"][0]
    assert attempt["y"][2] - attempt["y"][0] == pytest.approx(24)
    assert "3" in said(figure)
