"""The pieces of a picture: what the browser draws once is one stretch, what has a line of its own is not."""

from charts.traces import behind, boxes, rules

TWO = [(0, 2, 0, 1), (5, 6, 3, 4)]


def test_rectangles_without_a_line_are_one_stretch_that_goes_back_the_way_it_came():
    """Round the first, down and over to the second and round it, and back to the first: no area but theirs, and no slant."""
    trace = boxes(TWO, "#fff")
    assert (trace["x"], trace["y"]) == (
        [0, 2, 2, 0, 0, 0, 5, 6, 6, 5, 5, 0, 0],
        [0, 0, 1, 1, 0, 3, 3, 3, 4, 4, 3, 3, 0],
    )
    assert trace["line"]["simplify"] is False


def test_rectangles_with_a_line_stand_each_by_itself():
    """Else the line would run from one to the other."""
    trace = boxes(TWO, "#fff", "#000", 1.4)
    assert trace["x"] == [0, 2, 2, 0, 0, None, 5, 6, 6, 5, 5, None]
    assert trace["line"] == {"color": "#000", "width": 1.4, "dash": "solid"}


def test_a_shape_has_the_same_outline_and_only_what_a_shape_can_have():
    """Plotly knows no simplified line of a shape."""
    ([shape], rest) = behind([boxes([(0, 2, 0, 1)], "#fff", name="lanes")])
    assert (shape["path"], rest) == ("M0,0H2V1H0Z", [])
    assert shape["line"] == {"color": "rgba(0,0,0,0)", "width": 0, "dash": "solid"}


def test_a_shape_says_each_step_in_as_few_letters_as_there_are():
    """Across, down, aslant, a new line, and home again; to a tenth of a pixel."""
    steps = {"x": [0.0, 5.04, 5.04, 7.25, None, 1, 2, 2, 1], "y": [0.0, 0.0, 3.0, 4.06, None, 1, 1, 2, 1]}
    ([shape], _) = behind([{**rules([], "#000", 1), **steps}])
    assert shape["path"] == "M0,0H5V3L7.2,4.1M1,1H2V2Z"
