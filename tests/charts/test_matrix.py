"""The matrix read through its traces: numbers, signs, the chosen cell, and what a click gives."""

import pandas as pd
import pytest

from charts.matrix import matrix
from charts.matrix_grid import SIGNS, grid

THEMES = pd.DataFrame(
    [("sharing", "Information <sharing>", 1, 1, 0, 2), ("seen", "Child seen", 1, 0, 0, 1)],
    columns=["theme", "name", "missed", "good", "mixed", "total"],
)
AGENCIES = pd.DataFrame(
    [("school", "Primary school", 1, 1, 0, 2), ("police", "Police", 1, 0, 0, 1)],
    columns=["agency", "name", "missed", "good", "mixed", "total"],
)
CELLS = pd.DataFrame(
    [("sharing", "school", 1, 1, 0, ("M1", "G2")), ("seen", "police", 1, 0, 0, ("M1",))],
    columns=["theme", "agency", "missed", "good", "mixed", "points"],
)
TOTALS = {"missed": 1, "good": 1, "mixed": 0}


def drawn(chosen=("", ""), width=1000.0, cells=CELLS):
    """The grid and the figure of the two themes and agencies."""
    laid = grid(THEMES, AGENCIES, cells, ("missed", "good"), width)
    return laid, matrix(laid, THEMES, AGENCIES, cells, TOTALS, chosen)


def trace(figure, name):
    return next(one for one in figure["data"] if one.get("name") == name)


def cell_at(laid, x, y):
    """The row and column a place lies in."""
    column = next(number for number, left in enumerate(laid.lefts) if left <= x < left + laid.wide)
    row = next(number for number in range(len(laid.tops) - 1) if laid.tops[number] <= y < laid.tops[number + 1])
    return row, column


def test_each_number_stands_in_its_cell_beside_its_sign():
    """Two missed and one good sign in two cells, each with its own symbol and number."""
    laid, figure = drawn()
    missed, good = trace(figure, "missed"), trace(figure, "good")
    assert [cell_at(laid, x, y) for x, y in zip(missed["x"], missed["y"], strict=True)] == [(0, 0), (1, 1)]
    assert [cell_at(laid, x, y) for x, y in zip(good["x"], good["y"], strict=True)] == [(0, 0)]
    assert (missed["text"], good["text"]) == (["<b>1</b>", "<b>1</b>"], ["<b>1</b>"])
    assert (missed["marker"]["symbol"], good["marker"]["symbol"]) == ("diamond", "star")


def test_missed_and_good_have_the_same_weight():
    """Same letters and same boldness, neither a shade nor a size of alarm."""
    _, figure = drawn()
    sizes = {trace(figure, sign)["textfont"]["size"] for sign in SIGNS}
    assert sizes == {16}


def test_signs_of_a_narrow_cell_stand_one_under_the_other():
    """With 30 px a column two signs take two lines; with room they take one."""
    narrow, wide = drawn(width=190 + 2 * 58 + 61.0)[1], drawn()[1]
    places = [
        [(trace(figure, sign)["x"][0], trace(figure, sign)["y"][0]) for sign in ("missed", "good")] for figure in (narrow, wide)
    ]
    (first, then), (left, right) = places
    assert first[0] == then[0]
    assert first[1] < then[1]
    assert left[1] == right[1]
    assert left[0] < right[0]


def test_a_click_gives_theme_and_agency():
    """Cells with points give both, headings give one; an empty cell cannot be chosen."""
    _, figure = drawn()
    targets = trace(figure, "targets")
    assert set(targets["customdata"]) == {
        ("sharing", "school"), ("seen", "police"), ("sharing", ""), ("seen", ""), ("", "school"), ("", "police"),
    }  # fmt: skip
    assert (targets["mode"], targets["text"]) == ("text", "")
    assert targets["hovertext"][0] == "Information &lt;sharing&gt;, Primary school<br>M1, G2"


@pytest.mark.parametrize(
    ("chosen", "rows", "columns"),
    [(("sharing", "school"), 1, 1), (("sharing", ""), 1, 0), (("", "police"), 0, 1)],
)
def test_the_chosen_cell_or_line_is_framed(chosen, rows, columns):
    """A cell is framed alone, a theme over the whole width, an agency over the whole height."""
    laid, figure = drawn(chosen)
    frame = trace(figure, "chosen frame")
    wide, high = max(frame["x"][:5]) - min(frame["x"][:5]), max(frame["y"][:5]) - min(frame["y"][:5])
    assert wide == pytest.approx((laid.wide if columns else laid.width) - 2)
    assert high == pytest.approx((laid.tops[1] - laid.tops[0] if rows else laid.height) - 2)


def test_nothing_is_framed_where_nothing_is_chosen():
    """Without a choice there is no frame at all."""
    assert [one for one in drawn()[1]["data"] if str(one.get("name", "")).startswith("chosen")] == []


def test_totals_are_printed_and_none_is_a_dash():
    """Theme totals, agency totals and the corner; the theme without good practice shows a dash."""
    _, figure = drawn()
    texts = [text for one in figure["data"] if one.get("mode") == "text" for text in one["text"]]
    assert texts.count("1") == 3 + 3 + 2
    assert texts.count("–") == 2


def test_a_name_is_shown_as_it_is_written():
    """Angle brackets of a theme are no markup, and a long name is cut with a sign of it."""
    _, figure = drawn()
    texts = [text for one in figure["data"] if one.get("mode") == "text" for text in one["text"]]
    assert "Information &lt;sharing&gt;" in texts
    long = THEMES.assign(name="A theme whose title goes on and on and on, further than two lines of the column can ever hold it")
    laid = grid(long, AGENCIES, CELLS, ("missed", "good"), 1000)
    assert len(laid.themes[0]) == 2
    assert laid.themes[0][1].endswith("…")


def test_an_upright_name_has_the_room_of_wide_letters():
    """18 letters of 8.2 px and 14 px to the rows: "Father's programme" has an average letter of 7.6 px."""
    named = AGENCIES.assign(name=["Father's programme", *AGENCIES["name"][1:]])
    assert grid(THEMES, named, CELLS, ("missed", "good"), 400).top == pytest.approx(161.6)


def test_many_agencies_are_named_upright():
    """Under 76 px a column the headings turn; above, they stand across."""
    assert drawn(width=400.0)[0].upright
    assert len(drawn(width=400.0)[1]["layout"]["annotations"]) == 2
    assert drawn()[1]["layout"]["annotations"] == []
