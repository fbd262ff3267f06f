"""A room is carried through Child K by keyboard alone, and nothing of what lies ahead is anywhere on the page."""

import pytest

from tests.browser.walking import walk

pytestmark = pytest.mark.browser


def test_from_the_content_note_to_the_last_looking_back_by_keyboard(small):
    """Enter opens, Right goes on, M looks back: at every step nothing ahead is in the page or in its picture."""
    assert walk(small, "child-k") == {}
