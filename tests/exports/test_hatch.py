"""Hatches as lines."""

from exports.hatch import lined

PATTERN = '<pattern id="p1" width="10px" height="10px"><rect fill="rgb(255, 255, 255)"/><path d="M0,0" stroke="rgb(1, 2, 3)"/></pattern>'


def test_a_patterned_rectangle_becomes_lines_cut_at_its_edges():
    """A rectangle from (0, 0) to (20, 10) is crossed by x + y = 10 whole and by x + y = 20 whole."""
    path = """<path class="js-fill" d="M0,0L20,0L20,10L0,10L0,0Z" style="fill: url('#p1'); stroke-width: 0;"/>"""
    assert lined(PATTERN + path) == (
        PATTERN
        + '<path class="js-fill" d="M0,0L20,0L20,10L0,10L0,0Z" style="fill: #ffffff; stroke-width: 0;"/>'
        + '<path d="M0.0,10.0L10.0,0.0M10.0,10.0L20.0,0.0" fill="none" stroke="rgb(1, 2, 3)" stroke-opacity="0.45" stroke-width="0.8"/>'
    )


def test_what_is_no_rectangle_keeps_its_pattern():
    """A triangle is left as it was."""
    path = """<path class="js-fill" d="M0,0L20,0L20,10L0,0Z" style="fill: url('#p1'); stroke-width: 0;"/>"""
    assert lined(PATTERN + path) == PATTERN + path
