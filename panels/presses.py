"""No press of a button is lost: what the browser tells is taken in whole before the next run may begin.

Streamlit looks for a newer run just before it takes in what the browser told with this one, and at every word to the session state
while it calls what belongs to a press. Where another run is asked for at that moment, by a second button or a file that is made,
the press is gone without a word: on a busy machine every second time. And a press in a part of a page that draws itself waits for
the run that is under way; a press elsewhere meanwhile ends that run and all that waits for it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import Any

from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests, ScriptRequestType, _coalesce_widget_states
from streamlit.runtime.state import SafeSessionState


@cache
def keep_presses() -> None:
    """From now on, for every session of this program; once, however often it is asked for."""
    _take_in_whole()
    _hand_on_what_waits()


def waiting(requests: ScriptRequests) -> WidgetStates | None:
    """What the browser told for a run that has not begun; it is taken out, so that it counts once. None where none waits."""
    with requests._lock:
        if requests._state is not ScriptRequestType.RERUN:
            return None
        told = requests._rerun_data.widget_states
        requests._rerun_data = replace(requests._rerun_data, widget_states=None)
        return told


def _hand_on_what_waits() -> None:
    """A run of the whole page ends the one under way; what waited behind that goes along with the new one."""
    ask = AppSession.request_rerun

    def whole(self: AppSession, client_state: ClientState | None) -> None:
        if self._scriptrunner is not None and client_state is not None and not client_state.fragment_id:
            both = _coalesce_widget_states(waiting(self._scriptrunner._requests), client_state.widget_states)
            if both is not None:
                client_state.widget_states.CopyFrom(both)
        ask(self, client_state)

    AppSession.request_rerun = whole  # type: ignore[method-assign]


def _take_in_whole() -> None:
    """Take in first, and look for a newer run after that; Streamlit does so by itself in the next line."""
    take_in = SafeSessionState.on_script_will_rerun

    def whole(self: SafeSessionState, *given: Any, **named: Any) -> None:
        look = self._yield_callback
        object.__setattr__(self, "_yield_callback", lambda: None)
        try:
            take_in(self, *given, **named)
        finally:
            object.__setattr__(self, "_yield_callback", look)

    SafeSessionState.on_script_will_rerun = whole  # type: ignore[method-assign]
