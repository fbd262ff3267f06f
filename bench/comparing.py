"""The comparison of contact over a large library, against Streamlit's rerun of a page whose one chart has one point."""

from __future__ import annotations

import logging
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.browser import launched, on, page_at, pressed
from bench.click import ONE_POINT, SAME, one_point
from bench.library import write_library
from bench.rows import Row, compared
from bench.serving import served
from bench.timeline import DRAW, opened
from loaders import Library, read_library
from measures.entries import agency_list, case_list, entry_list
from measures.together import together

CASES, QUICK_CASES, GOAL, ACCESS_GOAL = 2000, 200, 2.5, 1.0
SHOWN = {"three side by side": "", "all as one, total": "?one=total", "all as one, median": "?one=median"}


def seconds(work: Callable[[], object]) -> float:
    """How long it takes once, by the clock on the wall: a reader waits for all of it."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def folder_of(cases: int) -> Path:
    """So many made-up cases of 200 events, written once and kept among the temporary files, since reading them cold takes minutes."""
    folder = Path(tempfile.gettempdir()) / f"case-timelines-bench-{cases}"
    return folder if len(list(folder.glob("*.yaml"))) >= cases else write_library(folder, cases)


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """A kind is counted and left out by turns, of some cases side by side and of all as one; then the frames that this counts in."""
    folder = folder_of(QUICK_CASES if quick else CASES)
    library = read_library(folder)
    many = f"{len(library.cases):,} cases"
    with (
        served(cases=folder) as ours,
        served(ONE_POINT, bare=True) as theirs,
        served(ONE_POINT) as alike,
        launched() as browser,
    ):
        peer, same = one_point(browser, theirs.address), one_point(browser, alike.address)
        for what, query in SHOWN.items():
            page = page_at(browser, f"{ours.address}/density{query}")
            mine = pressed(page, lambda page=page: page.get_by_role("button", name="Meeting", exact=True))
            named = f"a changed filter, {what}, of {many}"
            yield compared(named, mine, peer, runs, GOAL, unit="ms", against="one point")
            yield compared(named, mine, same, runs, None, unit="ms", against=SAME)
            page.close()
            alone = opened(browser, f"{ours.address}/density{query}", bypass_csp=True)
            yield compared(
                f"its picture drawn by Plotly alone, {what}", on(alone, DRAW), peer, runs, None, unit="ms", against="one point"
            )
            alone.close()
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
    from panels.density_shelf import shelf

    logging.disable(logging.WARNING)  # Streamlit warns at each word to it that no page is being run
    shelf(library)
    taken = [1000 * seconds(lambda: shelf(library)) for _ in range(runs * 20)]
    middle = statistics.median(taken)
    spread = f"{min(taken):.3g} to {max(taken):.3g}"
    return Row("one access to the kept frames", middle, 1.0, middle, ACCESS_GOAL, len(taken), spread, "ms", "one millisecond")
