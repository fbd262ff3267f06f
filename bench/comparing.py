"""The comparison of contact over a large library, against Streamlit's rerun of a page whose one chart has one point."""

from __future__ import annotations

import logging
import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.library import write_library
from bench.present import PRESS, opened
from bench.rows import Row, compared
from bench.timeline import FLAGS, chromium, served
from loaders import Library, read_library
from measures.entries import agency_list, case_list, entry_list
from measures.together import together

ROOT = Path(__file__).resolve().parents[1]
CASES, QUICK_CASES, GOAL, ACCESS_GOAL = 2000, 200, 2.5, 1.0
SHOWN = {"six side by side": "", "all as one, total": "?one=total", "all as one, median": "?one=median"}
# The kind Meeting is counted or left out. As in bench.present, a picture is redrawn when Plotly has other data and the next frame has come.
CHANGE = PRESS.replace(
    PRESS[PRESS.index("document.body.dispatchEvent") : PRESS.index("const look")],
    "[...document.querySelectorAll('button')].find((one) => one.innerText.trim() === 'Meeting').click();\n  ",
)
Work = Callable[[], float]


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once, by the clock on the wall: a reader waits for all of it."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def large_library(cases: int) -> Library:
    """So many made-up cases of 200 events, written once and kept among the temporary files, since reading them cold takes minutes."""
    folder = Path(tempfile.gettempdir()) / f"case-timelines-bench-{cases}"
    if len(list(folder.glob("*.yaml"))) < cases:
        write_library(folder, cases)
    os.environ["CASE_TIMELINES_FOLDER"] = str(folder)
    return read_library(folder)


def page(browser: Browser, address: str) -> Work:
    """The page Density as served to a browser, whose filter by kind is changed at each call; milliseconds to the redrawn picture."""
    tab = opened(browser, address)
    return lambda: _measured(tab, CHANGE)


def one_point(browser: Browser, address: str) -> Work:
    """The least page with a chart, whose one point is moved at each call."""
    tab = opened(browser, address)
    return lambda: _measured(tab, PRESS)


def _measured(tab: Page, does: str) -> float:
    tab.bring_to_front()
    tab.wait_for_timeout(900)
    return float(tab.evaluate(does)) / 1000


def measure(runs: int, quick: bool = False) -> Iterator[Row]:
    """A changed filter, of some cases side by side and of all as one; one look at the frames; and making them."""
    logging.disable(logging.WARNING)
    library = large_library(QUICK_CASES if quick else CASES)
    many = f"{len(library.cases):,} cases"
    with (
        served(ROOT / "app.py") as ours,
        served(Path(__file__).with_name("one_point.py")) as theirs,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        least = one_point(browser, theirs)
        for what, query in SHOWN.items():
            change = page(browser, f"{ours}/density{query}")
            yield compared(
                f"a changed filter to the redrawn picture, {what}, of {many}",
                change,
                least,
                runs,
                GOAL,
                against="a one-point chart's rerun",
            )
        browser.close()
    yield access(library, runs)
    taken = [seconds(lambda: frames(library)) for _ in range(runs)]
    made = statistics.median(taken)
    spread = f"{min(taken):.3g} to {max(taken):.3g}"
    yield Row(f"making the frames of {many}, once a start", made, 1.0, made, None, runs, spread, against="one second")


def frames(library: Library) -> None:
    """What the page counts in, made anew."""
    whole = together(library.cases.values())
    agency_list(whole), entry_list(whole), case_list(whole)


def access(library: Library, runs: int) -> Row:
    """One look at the kept frames, in milliseconds, against the goal of one."""
    from panels.density import shelf

    shelf(library)
    taken = [1000 * seconds(lambda: shelf(library)) for _ in range(runs * 20)]
    middle = statistics.median(taken)
    spread = f"{min(taken):.3g} to {max(taken):.3g}"
    return Row("one access to the kept frames", middle, 1.0, middle, ACCESS_GOAL, len(taken), spread, "ms", "one millisecond")
