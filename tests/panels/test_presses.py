"""What the browser told reaches the page, whichever run comes next."""

from types import SimpleNamespace

import pytest
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import RerunData, RerunException
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests
from streamlit.runtime.scriptrunner_utils.script_run_context import ThreadState
from streamlit.runtime.state import SafeSessionState, SessionState
from streamlit.runtime.state.common import WidgetMetadata

from panels.presses import keep_presses, waiting


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


class Session(AppSession):
    """A session whose runs only write down what they were begun with."""

    def __init__(self, runner):
        self._state, self._scriptrunner, self.begun = AppSessionState.APP_IS_RUNNING, runner, []

    def __del__(self):
        pass

    def _create_scriptrunner(self, initial_rerun_data):
        self.begun.append({one.id: one.string_value or one.trigger_value for one in initial_rerun_data.widget_states.widgets})


def told(fragment="", **values):
    """What a browser tells: a press is a trigger, anything else a text."""
    found = ClientState(fragment_id=fragment)
    for name, value in values.items():
        widget = found.widget_states.widgets.add(id=name)
        if value is True:
            widget.trigger_value = True
        else:
            widget.string_value = value
    return found


def test_a_press_that_waits_behind_a_run_goes_along_with_the_one_that_ends_it():
    """First a button in a part that draws itself, then one of the whole page; the older words of a field give way."""
    keep_presses()
    requests = ScriptRequests()
    session = Session(SimpleNamespace(_requests=requests, request_stop=requests.request_stop))
    first = told("part", prepare=True, words="old")
    requests.request_rerun(RerunData(fragment_id="part", widget_states=first.widget_states))
    session.request_rerun(told(next=True, words="new"))
    assert session.begun == [{"next": True, "words": "new", "prepare": True}]


def test_a_press_that_is_handed_on_counts_once():
    """Nothing waits after it was taken out, nor where a run was only to be begun again."""
    requests = ScriptRequests()
    assert waiting(requests) is None
    requests.request_rerun(RerunData(widget_states=told(prepare=True).widget_states))
    assert [one.id for one in waiting(requests).widgets] == ["prepare"]
    assert waiting(requests) is None
