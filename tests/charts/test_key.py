"""The key below a figure that is taken along: words and boxes inside its width, and the figure as much higher."""

import pandas as pd

from charts.bar_axis import Panel, axis
from charts.bar_panels import free_numbers, strips
from charts.canvas import canvas
from charts.key import Sign, with_key
from measures.columns import before_zero, on_calendar
from tests.charts.test_board import said


def test_a_key_stands_below_the_figure_and_breaks_into_lines_before_its_edge():
    """Two signs on the first line, the third on a second; no box beyond 400 px."""
    signs = [Sign("Contact"), Sign("Attempt"), Sign("not measured: outside what was entered")]
    figure = with_key({"data": [], "layout": canvas(400, 200)}, "", signs)
    boxes = [one for one in figure["data"] if one["name"] == "key"]
    assert [one["y"][0] for one in boxes] == [206, 206, 240]
    assert all(max(one for one in box["x"] if one is not None) <= 400 for box in boxes)
    assert figure["layout"]["height"] == figure["layout"]["yaxis"]["range"][0] == 268
    assert {"Contact", "Attempt", "not measured: outside what was entered"} <= set(said(figure))


def test_days_before_day_zero_stand_between_the_periods():
    """Four periods of 90 days: the first edge in full, day 0 at the end."""
    words, _ = axis(Panel(0, 0, 400, 0), before_zero(90), 6, zero=True)
    found = {text: x for x, y, text, *_ in words if y > 96}
    assert found == {"360 days": 0, "270": 100, "180": 200, "90": 300, "day 0": 400}


def test_a_calendar_names_each_year_under_its_first_period():
    """Six quarters from the third of 2015."""
    words, _ = axis(Panel(0, 0, 600, 0), on_calendar("quarter", 16_620, 17_100), 6, zero=False)
    years = [(text, x) for x, _, text, style, _ in words if style == "bold"]
    assert years == [("2015", 0), ("2016", 200)]


def test_numbers_over_bars_stand_clear_of_each_other():
    """Of two that would touch the higher bar keeps its own."""
    low, high, apart = ((10.0, 80.0, "0.1", "plain", ""), (24.0, 79.0, "0.2", "plain", ""), (60.0, 80.0, "0.1", "plain", ""))
    assert free_numbers([low, high, apart]) == [high, apart]


def test_the_title_of_a_case_is_wrapped_and_never_cut():
    """A long title beside a strip of bars, and every word of what stands under it."""
    title, about = (
        "Birmingham: the Woman and the Child",
        "Serious Case Review, Domestic Homicide Review and MAPPA review (joint).",
    )
    grid = pd.DataFrame(columns=["row", "column", "kind", "share", "from_share", "to_share", "both", "says", "place"])
    figure = strips(1232, [(title, about)], grid, before_zero(90), [False], zero=True)
    words = " ".join(said(figure)).replace("<b>", "").replace("</b>", "")
    assert all(one in words for one in f"{title} {about}".split())
    assert "…" not in words
