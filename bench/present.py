"""python -m bench.present: from key to redrawn picture, the room's screen against a page of one chart with one point."""

from __future__ import annotations

import argparse
import logging
import statistics
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.timeline import FLAGS, ROOT, chromium, paired, report, served

TARGET = 2.5
# A picture is redrawn when Plotly has been given other data and the next frame has come.
PRESS = """() => new Promise((done) => {
  const graph = () => document.querySelector('.js-plotly-plot');
  const before = graph().data, start = performance.now();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', code: 'ArrowRight', keyCode: 39, bubbles: true, cancelable: true }));
  const look = () => (graph()?.data && graph().data !== before ? requestAnimationFrame(() => done(performance.now() - start)) : requestAnimationFrame(look));
  look();
})"""


def main() -> int:
    """Prints the ratio with its target; 1 where it is not reached."""
    reader = argparse.ArgumentParser(prog="python -m bench.present", description=__doc__)
    reader.add_argument("--runs", type=int, default=9, help="pairs of key presses, at most 12 (9)")
    runs = min(reader.parse_args().runs, 12)
    logging.disable(logging.WARNING)
    print("ours / one point; median of pairs, in brackets the middle half of them.")
    with (
        served(ROOT / "app.py") as ours,
        served(Path(__file__).with_name("one_point.py")) as theirs,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        room, peer = at_an_episode(browser, ours), opened(browser, theirs)
        pairs = paired(key(room), key(peer), runs)
        browser.close()
    report("from the key to the redrawn picture, Child K, 14 events in 5 lanes", pairs, TARGET)
    print(
        f"    median: ours {statistics.median(mine for mine, _ in pairs):.0f} ms, one point {statistics.median(one for _, one in pairs):.0f} ms"
    )
    return 0 if statistics.median(mine / one for mine, one in pairs) <= TARGET else 1


def opened(browser: Browser, address: str) -> Page:
    """A page with its picture drawn."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.goto(address)
    page.wait_for_function("() => document.querySelector('.js-plotly-plot')?.data", timeout=120_000)
    page.wait_for_timeout(2000)
    return page


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


if __name__ == "__main__":
    raise SystemExit(main())
