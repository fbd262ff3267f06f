"""python -m bench.timeline: our swimlanes against px.timeline, of the same events, in the same app, as ratios."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import plotly
import streamlit  # noqa: F401 - gives Plotly the template that it has in the app
from playwright.sync_api import Browser, Page, sync_playwright

from bench.chronology import write_chronology
from bench.pictures import as_sent, choose, ours, peer
from charts.ready import Ready
from loaders import Case, read_case

ROOT = Path(__file__).resolve().parent.parent
APP = Path(__file__).with_name("app.py")
Pairs = list[tuple[float, float]]
FEW, MANY = 400, 5000
LEAST_WIDTH = 2.0


def main() -> int:
    """Prints every ratio with its target; 1 where an event has no mark to point at."""
    reader = argparse.ArgumentParser(prog="python -m bench.timeline", description=__doc__)
    reader.add_argument(
        "--runs", type=int, default=15, help="pairs in the browser (15); the builds are paired four times as often"
    )
    runs = reader.parse_args().runs
    logging.disable(logging.WARNING)
    print("ours / px.timeline; under 1 is faster. Median of pairs, in brackets the middle half of them.")
    with tempfile.TemporaryDirectory() as folder:
        cases = {events: read_case(write_chronology(Path(folder), events)) for events in (FEW, MANY)}
    builds(cases, 4 * runs)
    with served() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=FLAGS)
        whole = in_browser(browser, address, cases, runs)
        browser.close()
    return 0 if whole else 1


def builds(cases: dict[int, Case], runs: int) -> None:
    """(a) The figure and its JSON, in processor time: after a filter, as in the app, and the first time."""
    for events, case in cases.items():
        choice, flags = choose(case)

        def their(case: Case = case, flags: Any = flags) -> str:
            return as_sent(peer(case, flags))

        target = 0.5 if events == FEW else None
        for words, options, aim in (
            ("build + JSON, after a filter", {}, target),
            ("build + JSON, first time", {"anew": True}, None),
        ):

            def our(case: Case = case, options: Any = options, choice: Any = choice, flags: Any = flags) -> str:
                return as_sent(Ready(ours(case, choice, flags, **options).figure))

            report(f"(a) {events} events, {words}", paired(timed(our), timed(their), runs if events == FEW else runs // 3), aim)


def timed(work: Callable[[], object]) -> Callable[[], float]:
    """The same work, saying how many seconds of the processor it took."""

    def run() -> float:
        start = time.process_time()
        work()
        return time.process_time() - start

    return run


def paired(our: Callable[[], float], their: Callable[[], float], runs: int) -> Pairs:
    """Both by turns, the one that begins changing from pair to pair; the first pair warms up and is not counted."""
    found: Pairs = []
    for number in range(max(runs, 2) + 1):
        if number % 2:
            theirs, mine = their(), our()
        else:
            mine, theirs = our(), their()
        found.append((mine, theirs))
    return found[1:]


def report(words: str, pairs: Pairs, target: float | None = None) -> None:
    """One line: the median ratio, its middle half, and the target where there is one."""
    ratios = [mine / theirs for mine, theirs in pairs]
    low, _, high = statistics.quantiles(ratios, n=4)
    middle = statistics.median(ratios)
    aim = "" if target is None else f"  target {target}: {'reached' if middle <= target else 'NOT reached'}"
    print(f"{words:64} {middle:5.2f}  [{low:.2f} to {high:.2f}]{aim}", flush=True)


def in_browser(browser: Browser, address: str, cases: dict[int, Case], runs: int) -> bool:
    """(b) to (d), and whether every event has a mark or a cluster to point at."""
    few, many = (opened(browser, f"{address}/?which=peer&n={events}") for events in (FEW, MANY))
    own = opened(browser, f"{address}/?which=ours&n={FEW}")
    report(f"(b) {FEW} events, from the click on a filter to the picture", paired(redraw(own), redraw(few), runs), 0.9)
    titled = opened(browser, f"{address}/?which=peer&n={FEW}&titles=1")
    report(f"    {FEW} events, the same, px.timeline with the titles written", paired(redraw(own), redraw(titled), runs))
    report(f"    {FEW} events, draw", paired(draw(own), draw(few), runs))
    report(f"    {FEW} events, draw, px.timeline with the titles written", paired(draw(own), draw(titled), runs))
    whole = every_event(own, cases[FEW], clusters=True)
    for page in (own, few, titled):
        page.close()
    for clusters in (True, False):
        own = opened(browser, f"{address}/?which=ours&n={MANY}&clusters={int(clusters)}")
        form = "as in the app" if clusters else "no clusters"
        whole &= every_event(own, cases[MANY], clusters=clusters)
        report(f"(c) {MANY} events, {form}, draw", paired(draw(own), draw(many), runs), 0.6)
        report(f"(d) {MANY} events, {form}, pan, a frame", paired(pan(own), pan(many), runs), 0.7)
        report(f"    {MANY} events, {form}, click on a filter", paired(redraw(own), redraw(many), max(runs // 3, 3)))
        print(f"    {form}: {nodes(own)} nodes in our picture, {nodes(many)} in px.timeline's", flush=True)
        own.close()
    thin = [wide for wide in many.evaluate("benchmark.widths()") if wide < LEAST_WIDTH]
    print(f"    px.timeline draws {len(thin)} of {MANY} events less than {LEAST_WIDTH:.0f} px wide", flush=True)
    return whole


def redraw(page: Page) -> Callable[[], float]:
    return on(page, "benchmark.redraw()")


def draw(page: Page) -> Callable[[], float]:
    return on(page, "benchmark.draw()")


def pan(page: Page) -> Callable[[], float]:
    """The median frame of ten; the figure is the one that `draw` left."""
    return on(page, "benchmark.pan(10).then((frames) => frames.sort((a, b) => a - b)[5])")


def on(page: Page, script: str) -> Callable[[], float]:
    """A measurement in that page, brought to the front first."""

    def run() -> float:
        page.bring_to_front()
        return float(page.evaluate(script))

    return run


def nodes(page: Page) -> int:
    return int(page.evaluate("benchmark.nodes()"))


def every_event(page: Page, case: Case, *, clusters: bool) -> bool:
    """Whether each event is a mark or counted in a cluster, and each of these is wide enough to be pointed at."""
    choice, flags = choose(case)
    made = ours(case, choice, flags, clusters=clusters)
    lanes = made.layout.lanes.values()
    held = {mark.event.event_id for lane in lanes for mark in (*lane.marks, *lane.undated)}
    held |= {event for lane in lanes for cluster in lane.clusters for event in cluster.events}
    sent = sum(len(trace["customdata"]) for trace in made.figure["data"] if is_points(trace))
    widths = page.evaluate("benchmark.widths()")
    missing = set(case.events["event_id"]) - held
    good = not missing and len(widths) >= sent and min(widths) >= LEAST_WIDTH
    said = f"{len(widths)} marks and clusters, the thinnest {min(widths):.1f} px; events without one: {len(missing)}"
    print(f"    {len(case.events)} events{'' if clusters else ', no clusters'}: {said}{'' if good else '  NOT GOOD'}", flush=True)
    return good


def is_points(trace: dict[str, Any]) -> bool:
    return trace.get("mode") == "markers" and bool(trace.get("customdata")) and trace.get("hoverinfo") == "text"


def opened(browser: Browser, address: str) -> Page:
    """A page with its picture drawn, and with Plotly at hand to draw it again."""
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    page.set_default_timeout(180_000)
    page.goto(address)
    page.add_script_tag(path=Path(__file__).with_name("measure.js"))
    page.wait_for_function("benchmark.ready()")
    page.wait_for_timeout(3000)
    page.add_script_tag(path=Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
    return page


FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-renderer-backgrounding --no-first-run".split()
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def chromium() -> str:
    """The browser of the variable CHROMIUM, else the first that is installed."""
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        sys.exit(
            "No Chromium was found: install chromium, or set the variable CHROMIUM to the path of a Chromium, Chrome or Edge."
        )
    return found


@contextmanager
def served(app: Path = APP) -> Iterator[str]:
    """An app, the benchmark's own where none is given, on a free port of this computer; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        str(app),
        f"--server.port={port}",
        "--server.headless=true",
        "--logger.level=error",
    ]
    server = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(f"{address}/_stcore/health", server)
        yield address
    finally:
        server.terminate()
        server.wait()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(240):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            if server.poll() is not None:
                break
            time.sleep(0.5)
    sys.exit("The benchmark's app did not start.")


if __name__ == "__main__":
    sys.exit(main())
