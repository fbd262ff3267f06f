"""The points of practice in the small lanes of a looking back stand beside each other."""

import pytest

from charts.stage_points import _free


@pytest.mark.parametrize(
    ("place", "taken", "expected"),
    [
        ((800.0, 100.0), [], (800.0, 100.0)),
        ((800.0, 100.0), [(800.0, 100.0)], (856.0, 100.0)),
        ((800.0, 100.0), [(800.0, 100.0), (856.0, 100.0)], (744.0, 100.0)),
        ((1880.0, 100.0), [(1880.0, 100.0)], (1824.0, 100.0)),
        ((800.0, 100.0), [(800.0, 160.0)], (800.0, 100.0)),
    ],
)
def test_no_point_hides_another(place, taken, expected):
    """56 units apart, as near as they can be, to the right first, inside the picture; one in another row is in nobody's way."""
    assert _free(place, taken) == expected
