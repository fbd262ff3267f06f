"""What is being written in the facilitator's field is kept while it is written, once for each state of the field."""

import json

import pytest

from exports.kept import Kept, private_folder
from panels.capture import keep_typed


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv("CASE_TIMELINES_CAPTURES", str(tmp_path / "kept"))
    return Kept(private_folder(), "quiet-harbour", "k")


def told(number, text):
    return json.dumps({"id": "a", "number": number, "text": text})


def test_the_newest_state_of_the_field_is_kept_and_an_old_one_said_again_is_not(kept):
    """The second state comes, then the first once more; then the field is emptied."""
    numbers = {}
    keep_typed(told(2, "nobody had time"), numbers, kept, None)
    keep_typed(told(1, "nobody"), numbers, kept, None)
    assert (kept.draft(), numbers) == ("nobody had time", {"a": 2})
    keep_typed(told(3, ""), numbers, kept, None)
    assert (kept.draft(), numbers) == ("", {"a": 3})


def test_a_note_that_was_just_kept_does_not_come_back_as_a_draft(kept):
    """Its last letters may reach the app after it was kept; the page is told that they are done with."""
    numbers = {}
    keep_typed(told(1, "nobody had time "), numbers, kept, "nobody had time")
    assert (kept.draft(), numbers) == ("", {"a": 1})


@pytest.mark.parametrize("said", [None, "", "no json", "[]", '{"id": "a", "number": "x", "text": ""}'])
def test_a_message_that_says_nothing_keeps_nothing(kept, said):
    """Whatever a browser sends."""
    numbers = {}
    keep_typed(said, numbers, kept, None)
    assert (kept.draft(), numbers) == ("", {})
