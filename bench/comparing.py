"""The comparison of contact over a large library, against Streamlit's rerun of a page whose one chart has one point."""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from bench.library import write_library
from bench.rows import Row, compared
from loaders import Library, read_library
from measures.entries import agency_list, case_list, entry_list
from measures.together import together

ROOT = Path(__file__).resolve().parents[1]
CASES, QUICK_CASES, GOAL, ACCESS_GOAL = 2000, 200, 2.5, 1.0
KINDS = (["contact"], ["contact", "attempt"], ["contact", "attempt", "meeting"])
Work = Callable[[], Any]


def seconds(work: Work) -> float:
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


def page(address: dict[str, str]) -> Work:
    """The page Density in Streamlit's own test harness, whose filter by kind is changed at each call."""
    app = AppTest.from_file(str(ROOT / "pages" / "density.py"), default_timeout=600)
    app.query_params.update(address)
    app.run()
    kinds = cycle(KINDS)

    def change() -> None:
        app.button_group(key="w:d-count").set_value(next(kinds)).run()
        assert not app.exception

    return change


def one_point() -> Work:
    """The least page in the same harness, whose point is moved at each call."""
    app = AppTest.from_file(str(ROOT / "bench" / "one_point.py")).run()
    return lambda: app.button[0].click().run()


def measure(runs: int, quick: bool = False) -> Iterator[Row]:
    """A changed filter, of some cases side by side and of all as one; one look at the frames; and making them."""
    library = large_library(QUICK_CASES if quick else CASES)
    many, events = f"{len(library.cases):,} cases", "the rerun of a one-point chart"
    least = one_point()
    for what, address in (
        ("six side by side", {}),
        ("all as one, total", {"one": "total"}),
        ("all as one, median", {"one": "median"}),
    ):
        change = page(address)
        yield compared(
            f"a changed filter, {what}, of {many}",
            lambda change=change: seconds(change),  # type: ignore[misc]
            lambda: seconds(least),
            runs,
            GOAL,
            against=events,
        )
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
