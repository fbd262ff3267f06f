"""Our swimlanes against vis-timeline from npm, of the same events, in the same browser."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from math import nan
from pathlib import Path

import pandas as pd
from playwright.sync_api import Browser, Page

from bench.browser import HIGH, PATIENCE_MS, WIDE, launched, on
from bench.chronology import write_chronology
from bench.rows import Row, compared
from bench.serving import served
from bench.timeline import APP, DRAW, MANY, MORE, PAN, opened
from loaders import Case, read_case

PACKAGE = "vis-timeline"
STANDALONE = Path("node_modules") / PACKAGE / "standalone" / "umd" / "vis-timeline-graph2d.min.js"
SHEET = Path("node_modules") / PACKAGE / "styles" / "vis-timeline-graph2d.min.css"
# Drawn is when nothing has been drawn anew for two frames: vis-timeline draws in several steps.
SCRIPT = """window.bench = (() => {
  const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  let line = null, place = null, last = 0;
  const rest = async () => { let seen = -1; while (seen !== last) { seen = last; await frame(); await frame(); } };
  async function draw(items, groups) {
    if (line) { line.destroy(); place.remove(); }
    place = document.body.appendChild(document.createElement('div'));
    await frame();
    const start = performance.now();
    line = new vis.Timeline(place, new vis.DataSet(items), new vis.DataSet(groups), { stack: true, height: '950px', showCurrentTime: false });
    line.on('changed', () => { last = performance.now(); });
    do await frame(); while (!last);
    await rest();
    const took = last - start;
    last = 0;
    return took;
  }
  async function pan(steps) {
    const { start, end } = line.getWindow(), whole = end - start, frames = [];
    for (let step = 1; step <= steps; step += 1) {
      const begun = performance.now();
      line.setWindow(+start + (whole * step) / 100, +end + (whole * step) / 100, { animation: false });
      await frame();
      frames.push(performance.now() - begun);
    }
    return frames.sort((one, other) => one - other)[steps >> 1];
  }
  return { draw, pan, nodes: () => place.querySelectorAll('*').length };
})();"""


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """It is fetched into a folder of its own that goes afterwards; where that cannot be, a row says so. quick: without 5,000 events."""
    with tempfile.TemporaryDirectory() as place:
        lacking = fetched(Path(place))
        if lacking:
            yield Row(f"{PACKAGE}: not measured, {lacking}", nan, nan, nan, None, 0, "")
            return
        with served(APP) as app, launched() as browser:
            for events in (MORE,) if quick else (MORE, MANY):
                case = read_case(write_chronology(Path(place), events), {})
                own, theirs = opened(browser, f"{app.address}/?which=ours&n={events}"), beside(browser, Path(place), case)
                for what, mine, script, unit in (
                    ("draw", DRAW, "bench.draw(items, groups)", "ms"),
                    ("pan, a frame", PAN, "bench.pan(10)", "ms"),
                    ("nodes of the page", "benchmark.nodes()", "bench.nodes()", "nodes"),
                ):
                    often = 1 if unit == "nodes" else runs
                    peer = on(theirs, script)
                    yield compared(f"{events:,} events, {what}", on(own, mine), peer, often, None, unit=unit, against=PACKAGE)
                own.close()
                theirs.close()


def fetched(place: Path) -> str:
    """Install the package there; blank, or why that could not be done."""
    npm = shutil.which("npm")
    if not npm:
        return "npm is not installed here"
    command = [npm, "install", PACKAGE, "--prefix", str(place), "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        ended = subprocess.run(command, capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        return "npm did not bring it within two minutes"
    return "" if not ended.returncode and (place / STANDALONE).exists() else "npm could not bring it"


def beside(browser: Browser, place: Path, case: Case) -> Page:
    """A page with the events of the case at hand as items: a box from the first to the end of the last day, a row an agency."""
    page = browser.new_page(viewport={"width": WIDE, "height": HIGH})
    page.set_default_timeout(PATIENCE_MS)
    page.set_content("<!doctype html><body></body>")
    if (place / SHEET).exists():
        page.add_style_tag(path=place / SHEET)
    page.add_script_tag(path=place / STANDALONE)
    events = case.events
    items = [
        {"id": name, "group": agency, "content": title, "start": str(first.date()), "end": str(last.date()), "type": "range"}
        for name, agency, title, first, last in zip(
            events["event_id"],
            events["agency"],
            events["title"],
            events["earliest"],
            events["latest"] + pd.Timedelta(days=1),
            strict=True,
        )
    ]
    groups = [{"id": one, "content": one} for one in dict.fromkeys(events["agency"])]
    page.add_script_tag(content=f"{SCRIPT}\nwindow.items = {json.dumps(items)}; window.groups = {json.dumps(groups)};")
    return page
