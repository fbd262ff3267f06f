"""A smaller picture is the same picture."""

from charts.small import small

FIGURE = {
    "data": [
        {
            "type": "scatter",
            "x": [10, 20],
            "text": ["a", "b"],
            "textfont": {"size": 24, "color": "red"},
            "marker": {"size": [8, 16], "symbol": "circle", "line": {"width": 4}},
            "fillpattern": {"size": 9, "solidity": 0.2},
        }
    ],
    "layout": {
        "width": 1920,
        "height": 700,
        "font": {"size": 20},
        "shapes": [{"path": "M0,9L8,9", "line": {"width": 4}}],
        "xaxis": {"range": [0, 1920]},
    },
}


def test_every_size_shrinks_and_nothing_else_changes():
    """To a quarter: texts, marks, lines and patterns; places, colours and words stay."""
    assert small(FIGURE, 480) == {
        "data": [
            {
                "type": "scatter",
                "x": [10, 20],
                "text": ["a", "b"],
                "textfont": {"size": 6, "color": "red"},
                "marker": {"size": [2, 4], "symbol": "circle", "line": {"width": 1}},
                "fillpattern": {"size": 2.25, "solidity": 0.2},
            }
        ],
        "layout": {
            "width": 480,
            "height": 175,
            "font": {"size": 5},
            "shapes": [{"path": "M0,9L8,9", "line": {"width": 1}}],
            "xaxis": {"range": [0, 1920]},
        },
    }


def test_the_figure_it_is_made_of_stays_as_it_was():
    """The room's own screen is drawn of it too."""
    small(FIGURE, 480)
    assert FIGURE["data"][0]["marker"]["size"] == [8, 16]
    assert FIGURE["layout"]["width"] == 1920
