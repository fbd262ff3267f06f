"""Our swimlanes against px.timeline of the same events, in the same app: made, sent, drawn, pushed along, filtered."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import plotly
import streamlit  # noqa: F401 - gives Plotly the template that it has in the app
from playwright.sync_api import Browser, Page

from bench.browser import HIGH, PATIENCE_MS, WIDE, launched, on
from bench.chronology import write_chronology
from bench.pictures import as_sent, choose, ours, peer
from bench.rows import Row, compared, timed
from bench.serving import served
from charts.ready import Ready
from loaders import Case, read_case

APP = Path(__file__).with_name("app.py")
FEW, MORE, MANY = 200, 400, 5000
TITLED = (FEW, MORE)
MADE_GOALS = {FEW: 0.25, MORE: 0.5, MANY: 0.5}
LEAST_WIDTH = 2.0
PEER = "px.timeline"
REDRAW, DRAW, NODES = "benchmark.redraw()", "benchmark.draw()", "benchmark.nodes()"
PAN = "benchmark.pan(10).then((frames) => frames.sort((a, b) => a - b)[5])"  # the middle frame, of the figure that `draw` left


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """The making in processor time; what the browser does by its clock. quick: without 5,000 events."""
    logging.disable(logging.WARNING)
    sizes = (FEW, MORE) if quick else (FEW, MORE, MANY)
    with tempfile.TemporaryDirectory() as folder:
        cases = {events: read_case(write_chronology(Path(folder), events)) for events in sizes}
    for events, case in cases.items():
        yield from made(events, case, runs if events == MANY else 4 * runs)
    with served(APP) as app, launched() as browser:
        for case in cases.values():
            yield from in_browser(browser, app.address, case, runs)


def made(events: int, case: Case, runs: int) -> Iterator[Row]:
    """The figure and its JSON: after a filter, as in the app, which keeps the layout; and the first time."""
    choice, flags = choose(case)

    def their() -> float:
        return timed(lambda: as_sent(peer(case, flags)))

    def our(anew: bool) -> float:
        return timed(lambda: as_sent(Ready(ours(case, choice, flags, anew=anew).figure)))

    what = f"{events:,} events, figure and JSON"
    yield compared(f"{what}, after a filter", lambda: our(False), their, runs, MADE_GOALS[events], against=PEER)
    yield compared(f"{what}, the first time", lambda: our(True), their, runs, None, against=PEER)


def in_browser(browser: Browser, address: str, case: Case, runs: int) -> Iterator[Row]:
    """Drawing, pushing along, a filter, what the picture is made of, and what cannot be pointed at; as in the app, and without clusters."""
    events = len(case.events)
    theirs = opened(browser, f"{address}/?which=peer&n={events}")
    for clusters in (True, False) if events == MANY else (True,):
        own = opened(browser, f"{address}/?which=ours&n={events}&clusters={int(clusters)}")
        named = f"{events:,} events{'' if clusters else ', no clusters'}"
        for what, script, goal, unit in (
            ("draw", DRAW, 0.6, "ms"),
            ("pan, a frame", PAN, 0.7, "ms"),
            ("nodes of the page", NODES, None, "nodes"),
            ("a click on a filter", REDRAW, 0.9 if events == MORE else None, "ms"),
        ):
            often = 1 if script == NODES else runs
            yield compared(f"{named}, {what}", on(own, script), on(theirs, script), often, goal, unit=unit, against=PEER)
        lost, thin = unseen(own, case, clusters=clusters), narrow(theirs)
        what = f"{named}, those without a mark of {LEAST_WIDTH:.0f} px"
        yield Row(what, lost, thin, lost / max(thin, 1), 0, 1, "", "events", PEER)
        own.close()
    if events in TITLED:
        own, titled = (opened(browser, f"{address}/?which={one}&n={events}") for one in ("ours", "peer&titles=1"))
        for what, script in (("draw", DRAW), ("pan, a frame", PAN), ("a click on a filter", REDRAW)):
            goal = 0.9 if script == REDRAW and events == MORE else None
            against = f"{PEER}, titles written"
            yield compared(
                f"{events:,} events, {what}", on(own, script), on(titled, script), runs, goal, unit="ms", against=against
            )
        own.close()
        titled.close()
    theirs.close()


def unseen(page: Page, case: Case, *, clusters: bool) -> int:
    """How many events have no mark and are in no cluster, and how many marks are too thin to be pointed at."""
    choice, flags = choose(case)
    picture = ours(case, choice, flags, clusters=clusters)
    lanes = picture.layout.lanes.values()
    held = {mark.event.event_id for lane in lanes for mark in (*lane.marks, *lane.undated)}
    held |= {event for lane in lanes for cluster in lane.clusters for event in cluster.events}
    sent = sum(len(trace["customdata"]) for trace in picture.figure["data"] if is_points(trace))
    missing = set(case.events["event_id"]) - held
    return len(missing) + narrow(page) + max(sent - len(page.evaluate("benchmark.widths()")), 0)


def narrow(page: Page) -> int:
    return sum(wide < LEAST_WIDTH for wide in page.evaluate("benchmark.widths()"))


def is_points(trace: dict[str, Any]) -> bool:
    return trace.get("mode") == "markers" and bool(trace.get("customdata")) and trace.get("hoverinfo") == "text"


def opened(browser: Browser, address: str, *, bypass_csp: bool = False) -> Page:
    """A page with its picture drawn, and with Plotly at hand to draw it again. bypass_csp: also on a page that lets no other script in."""
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH}, bypass_csp=bypass_csp)
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    page.add_script_tag(path=Path(__file__).with_name("measure.js"))
    page.wait_for_function("benchmark.ready()")
    page.wait_for_timeout(3000)
    page.add_script_tag(path=Path(plotly.__file__).parent / "package_data" / "plotly.min.js")
    return page
