"""From a click on a filter of the timeline to the redrawn picture, against a Streamlit page whose one chart has one point,
in Streamlit as it comes and with the settings of this project."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser import launched, page_at, pressed
from bench.chronology import write_chronology
from bench.rows import Row, compared
from bench.serving import served

ONE_POINT = Path(__file__).with_name("one_point.py")
SIZES = (200, 400)
SAME = "one point, these settings"


def measure(runs: int = 5) -> Iterator[Row]:
    """A kind of event is chosen and let go by turns, in the app itself."""
    with tempfile.TemporaryDirectory() as place, launched() as browser:
        for events in SIZES:
            write_chronology(Path(place), events)
        with served(cases=Path(place)) as ours, served(ONE_POINT, bare=True) as theirs, served(ONE_POINT) as alike:
            peer, same = one_point(browser, theirs.address), one_point(browser, alike.address)
            for events in SIZES:
                page = page_at(browser, f"{ours.address}/timeline?case=made-up-{events}")
                page.get_by_role("button", name="Kinds:").click()
                pill = page.get_by_test_id("stPopoverBody").get_by_role("button", name="Meeting")
                pill.wait_for()
                mine = pressed(page, lambda pill=pill: pill)
                what, goal = f"a click on a filter, {events} events", 2.5 if events == SIZES[0] else None
                yield compared(what, mine, peer, runs, goal, unit="ms", against="one point")
                yield compared(what, mine, same, runs, None, unit="ms", against=SAME)
                page.close()


def one_point(browser: Browser, address: str) -> Callable[[], float]:
    """From a press of the peer's button to its redrawn chart."""
    page = page_at(browser, address)
    return pressed(page, lambda: page.get_by_role("button", name="Next"))
