"""What the browser told reaches the page, whichever run comes next."""

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.runtime.state.common import WidgetMetadata

from panels.presses import keep_presses


@pytest.fixture
def pressed():
    """A session in which a button was pressed while a newer run is asked for, and what its press sets."""

    def look():
        raise RerunException(RerunData())

    ThreadState.initialize()
    state = SessionState()
    safe = SafeSessionState(state, look)

    def prepare():
        safe["prepared"] = "slides"

    button = WidgetMetadata("press", lambda value: bool(value), lambda value: value, "trigger_value", callback=prepare)
    state._new_widget_state.set_widget_metadata(button)
    told = WidgetStates()
    told.widgets.add(id="press").trigger_value = True
    return state, safe, told


def test_a_press_is_acted_on_although_a_newer_run_is_asked_for(pressed):
    """Both before it is taken in and at the session state in its own call; twice asking to keep presses does it once."""
    state, safe, told = pressed
    keep_presses()
    keep_presses()
    safe.on_script_will_rerun(told)
    assert state["prepared"] == "slides"


def test_after_the_press_the_newer_run_begins_as_before(pressed):
    """The page itself gives way at the next word to the session state."""
    _, safe, told = pressed
    keep_presses()
    safe.on_script_will_rerun(told)
    with pytest.raises(RerunException):
        safe["prepared"]
