"""The rest of a page follows a changed picture, and waits for none that is as it was."""

import streamlit as st
from streamlit import runtime

from panels import lead


def test_only_a_changed_picture_is_waited_for(monkeypatch):
    """The first, and one of another size; not the same once more, and nothing where no browser draws."""
    waited = []
    monkeypatch.setattr(lead, "AHEAD_SECONDS", 0.3)  # no other test of a page waits
    monkeypatch.setattr(lead.time, "sleep", waited.append)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(runtime, "exists", lambda: True)
    counts = []
    for wide in (1920, 1920, 1280, 1280):
        lead.picture_first("child-k", wide)
        counts.append(len(waited))
    assert counts == [1, 1, 2, 2]
    monkeypatch.setattr(runtime, "exists", lambda: False)
    lead.picture_first("child-k", 800)
    assert waited == [0.3, 0.3]
