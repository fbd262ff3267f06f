"""What the benches in a browser share: the browser, its pages, and how a picture's change is timed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-renderer-backgrounding --no-first-run".split()
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
WIDE, HIGH = 1920, 1080
PATIENCE_MS = 180_000
DRAWN = "() => document.querySelector('.js-plotly-plot')?.data"
# A picture is redrawn when Plotly has been given other data and the next frame has come.
PRESS = """(button) => new Promise((done) => {
  const graph = () => document.querySelector('.js-plotly-plot');
  const before = graph().data, start = performance.now();
  button.click();
  const look = () => (graph()?.data && graph().data !== before ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look));
  look();
})"""


def chromium() -> str:
    """The browser of the variable CHROMIUM, else the first that is installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit(
            "No Chromium was found: install chromium, or set the variable CHROMIUM to the path of a Chromium, Chrome or Edge."
        )
    return found


@contextmanager
def launched() -> Iterator[Browser]:
    """A browser without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


def page_at(browser: Browser, address: str) -> Page:
    """A page of its own at that address, with a chart on it that Plotly has drawn and that has come to rest."""
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.wait_for_function(DRAWN)
    page.wait_for_timeout(2000)
    return page


def on(page: Page, script: str) -> Callable[[], float]:
    """A measurement in that page, which comes to the front first."""

    def run() -> float:
        page.bring_to_front()
        return float(page.evaluate(script))

    return run


def pressed(page: Page, button: Any) -> Callable[[], float]:
    """Milliseconds from a click on the button to the redrawn picture; the button is looked for anew each time, since a click may replace it."""

    def run() -> float:
        page.bring_to_front()
        page.wait_for_timeout(700)
        return float(page.evaluate(PRESS, button().element_handle()))

    return run
