"""The full picture of an episode: a line at the room's day, and what comes after it tinted."""

import pandas as pd
import plotly.graph_objects as go
import pytest

from charts.drawn import View
from charts.episode import TINT, episode_picture
from charts.palette import PAPER

EVENTS = (
    "id: first, date: 2015-03-02, agency: police, title: First",
    "id: later, date: 2015-09-02, agency: school, title: Later, hindsight: true",
)


@pytest.fixture
def picture(drawn_of):
    """The figure for the room on a day."""
    drawn = drawn_of(*EVENTS)

    def made(day):
        view = View(shown=frozenset(["first", "later"]), points=frozenset())
        return drawn, episode_picture(drawn.layout, view, pd.Timestamp(day) if day else pd.NaT, "2 March 2015")

    return made


def tint(figure):
    return next(trace for trace in figure["data"] if trace.get("name") == "not yet on the room's screen")


def test_what_comes_after_the_rooms_day_is_tinted(picture):
    """From the end of 2 March to the right edge, below the marks."""
    drawn, figure = picture("2015-03-02")
    places = [one for one in tint(figure)["x"] if one is not None]
    assert (min(places), max(places)) == (drawn.axis.x(pd.Timestamp("2015-03-02"), end=True), drawn.axis.width)
    assert tint(figure)["fillcolor"] == TINT
    names = [trace.get("name") for trace in figure["data"]]
    assert names.index("not yet on the room's screen") < names.index("signs")


def test_the_line_stands_at_the_rooms_day_and_says_it(picture):
    """The words stand on the axis."""
    drawn, figure = picture("2015-03-02")
    line = next(trace for trace in figure["data"] if trace.get("name") == "the room")
    assert line["x"] == [drawn.axis.x(pd.Timestamp("2015-03-02"), end=True)] * 2
    assert [one["text"] for one in figure["layout"]["annotations"]] == ["<b>2 March 2015</b>"]


def test_without_a_day_all_of_it_is_ahead(picture):
    """No line, and the whole plot tinted."""
    drawn, figure = picture("")
    places = [one for one in tint(figure)["x"] if one is not None]
    assert (min(places), max(places)) == (0, drawn.axis.width)
    assert "the room" not in [trace.get("name") for trace in figure["data"]]


def test_what_was_known_only_later_is_hollow_and_italic(picture, signs):
    """By shape and by letters."""
    _, figure = picture("2015-03-02")
    assert {sign.says: sign.fill == PAPER for sign in signs(figure)} == {"first": False, "later": True}
    assert "<i>Later</i>" in [word for trace in figure["data"] for word in trace.get("text") or ()]


def test_plotly_takes_the_figure_as_it_is(picture):
    """Every key of it is one that Plotly knows."""
    go.Figure(picture("2015-03-02")[1])
