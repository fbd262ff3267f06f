"""The points of practice in the small lanes of a looking back stand beside each other."""

import pytest

from charts.stage_points import _free


@pytest.mark.parametrize(
    ("place", "taken", "expected"),
    [
        ((800.0, 100.0), [], (800.0, 100.0)),
        ((800.0, 100.0), [(800.0, 100.0)], (980.0, 100.0)),
        ((800.0, 100.0), [(800.0, 100.0), (980.0, 100.0)], (620.0, 100.0)),
        ((1880.0, 100.0), [(1880.0, 100.0)], (1700.0, 100.0)),
        ((800.0, 100.0), [(800.0, 160.0)], (800.0, 100.0)),
    ],
)
def test_no_point_hides_another(place, taken, expected):
    """180 units apart, to the right first, inside the picture; one in another row is in nobody's way."""
    assert _free(place, taken) == expected
