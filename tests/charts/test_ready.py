"""A figure on its way to the browser says what it holds, and that a copy of it holds nothing new."""

from charts.ready import Ready


def test_a_copy_of_a_figure_needs_no_second_drawing():
    """Plotly draws all of a figure again that has a template, or no revision that stays the same."""
    sent = Ready({"data": [{"type": "scatter", "x": [1]}], "layout": {"template": "none", "width": 900}}).to_dict()
    assert sent == {"data": [{"type": "scatter", "x": [1]}], "layout": {"datarevision": 1, "width": 900}}


def test_a_template_that_is_asked_for_is_sent():
    """Only the empty one can be left out, since it is what Plotly does anyway."""
    assert Ready({"data": [], "layout": {"template": "plotly_white"}}).to_dict()["layout"]["template"]["layout"]
