"""From a key to the redrawn picture in the room, against a Streamlit page whose one chart has one point."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from playwright.sync_api import Browser, Page

from bench.browser import launched, page_at
from bench.click import ONE_POINT
from bench.rows import Row, compared
from bench.serving import served

TARGET = 2.5
MOST_RUNS = 12  # the steps there are
# A picture is redrawn when Plotly has been given other data and the next frame has come.
PRESS = """() => new Promise((done) => {
  const graph = () => document.querySelector('.js-plotly-plot');
  const before = graph().data, start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true, cancelable: true }));
  const look = () => (graph()?.data && graph().data !== before ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look));
  look();
})"""


def measure(runs: int = 5) -> Iterator[Row]:
    """Each press of the key goes one event further in Child K's second episode."""
    with served() as ours, served(ONE_POINT, bare=True) as theirs, launched() as browser:
        room, point = at_an_episode(browser, ours.address), page_at(browser, theirs.address)
        what = "from the key to the redrawn picture, 14 events in 5 lanes"
        yield compared(what, key(room), key(point), min(runs, MOST_RUNS), TARGET, unit="ms", against="one point")


def at_an_episode(browser: Browser, address: str) -> Page:
    """The room's screen at the first event of Child K's second episode."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(f"{address}/present?case=child-k")
    page.get_by_role("button", name="Open the case").click(timeout=120_000)
    page.get_by_label("Go to").select_option("2")
    page.wait_for_timeout(1500)
    page.keyboard.press("ArrowRight")
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')?.data", timeout=120_000)
    page.wait_for_timeout(2000)
    return page


def key(page: Page) -> Callable[[], float]:
    """Presses the key for the next step and says how many milliseconds the picture took."""

    def run() -> float:
        page.bring_to_front()
        page.wait_for_timeout(700)
        return float(page.evaluate(PRESS))

    return run
