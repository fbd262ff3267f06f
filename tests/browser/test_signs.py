"""The numbered signs of practice points in a real browser: what is the chronology's own reading is an outline, and not a bare number."""

from types import SimpleNamespace

import pytest

from panels.point_list import sign
from panels.style import CSS

pytestmark = pytest.mark.browser
INSETS = "all => all.map(one => getComputedStyle(one).top)"


@pytest.fixture(scope="module")
def blank(browser):
    """A page with nothing on it."""
    page = browser.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("around", ["", "signs"])
@pytest.mark.parametrize(
    ("kind", "outer", "inner"), [("missed opportunity", "0px", "2px"), ("good practice", "0px", "4px"), ("mixed", "3px", "5px")]
)
def test_an_inferred_point_has_its_outline_in_every_kind(blank, kind, outer, inner, around):
    """The white shape lies within the coloured one, so that an edge of it is left: a diamond, a star, a square."""
    point = SimpleNamespace(kind=kind, number="3", basis="inferred")
    blank.set_content(f"<style>{CSS}</style><div class='{around}'>{sign(point)}</div>")
    assert blank.eval_on_selector_all(".sign i", INSETS) == [outer, inner]


@pytest.mark.parametrize("kind", ["missed opportunity", "good practice", "mixed"])
def test_a_stated_point_is_filled(blank, kind):
    """One shape, without a white one on it."""
    point = SimpleNamespace(kind=kind, number="3", basis="stated")
    blank.set_content(f"<style>{CSS}</style>{sign(point)}")
    assert len(blank.eval_on_selector_all(".sign i", INSETS)) == 1
