"""No press of a button is lost: what the browser tells is taken in whole before the next run may begin.

Streamlit looks for a newer run just before it takes in what the browser told with this one, and at every word to the session state
while it calls what belongs to a press. Where another run is asked for at that moment, by a second button or a file that is made,
the press is gone without a word: on a busy machine every second time.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from streamlit.runtime.state import SafeSessionState


@cache
def keep_presses() -> None:
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
