"""A changed picture is drawn before the rest of its page follows."""

import pytest
import streamlit as st

from panels import lead


@pytest.fixture
def waited(monkeypatch):
    """The seconds that a page waited, with a browser and without a picture drawn before."""
    waits = []
    monkeypatch.setattr(lead, "AHEAD_SECONDS", 0.3)
    monkeypatch.setattr(lead.time, "sleep", waits.append)
    monkeypatch.setattr(lead.runtime, "exists", lambda: True)
    monkeypatch.setattr(st, "session_state", {})
    return waits


def test_only_a_picture_that_changed_is_waited_for(waited):
    """The first one, not the same again, and the next."""
    for of in (("case", {"a"}), ("case", {"a"}), ("case", {"b"})):
        lead.picture_first(*of)
    assert waited == [0.3, 0.3]


def test_without_a_browser_nothing_is_waited_for(waited, monkeypatch):
    """As in a command that writes a picture."""
    monkeypatch.setattr(lead.runtime, "exists", lambda: False)
    lead.picture_first("case")
    assert waited == []
