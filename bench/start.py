"""From starting the program to the first picture in a browser, against a Streamlit app whose one chart has one point."""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Browser

from bench.browser import DRAWN, HIGH, PATIENCE_MS, WIDE, launched
from bench.chronology import write_chronology
from bench.rows import Row, compared
from bench.serving import ROOT, served
from loaders.settled import case_files
from loaders.themes import SHIPPED

ONE_POINT = Path(__file__).with_name("one_point.py")
EVENTS = 200


def measure(runs: int = 5) -> Iterator[Row]:
    """Program and page both new each time; the library is the five shipped cases and the made-up one that is shown, without a content note."""
    with tempfile.TemporaryDirectory() as place, launched() as browser:
        for file in case_files(SHIPPED):
            shutil.copy(file, place)
        shutil.copy(SHIPPED / "themes.yaml", place)
        write_chronology(Path(place), EVENTS)

        def ours() -> float:
            return first_picture(browser, ROOT / "app.py", f"timeline?case=made-up-{EVENTS}", Path(place))

        def peer() -> float:
            return first_picture(browser, ONE_POINT, "", bare=True)

        what = f"from the start of the program to the timeline of {EVENTS} events"
        yield compared(what, ours, peer, runs, 1.5, against="one point, Streamlit alone")


def first_picture(browser: Browser, app: Path, asked: str, cases: Path | None = None, *, bare: bool = False) -> float:
    """Seconds until Plotly has drawn and the next frame has come."""
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
    page.set_default_timeout(PATIENCE_MS)
    try:
        begun = time.monotonic()
        with served(app, cases, bare=bare) as server:
            page.goto(f"{server.address}/{asked}", wait_until="commit")
            page.wait_for_function(DRAWN)
            page.evaluate("() => new Promise((done) => requestAnimationFrame(done))")
            return time.monotonic() - begun
    finally:
        page.close()
