"""python3 run.py bench: every bench, each number beside its peer's of the same run, printed and written to bench/RESULTS.md."""

from __future__ import annotations

import argparse
import importlib
import inspect
import os
import platform
import sys
from collections.abc import Iterator
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench.rows import Row

BENCHES = (
    "load",
    "growth",
    "dates",
    "density",
    "comparing",
    "silences",
    "timeline",
    "vis",
    "start",
    "click",
    "present",
    "sessions",
)
RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
NOTES = Path(__file__).resolve().parent / "NOTES.md"
PACKAGES = "pyyaml pydantic pandas numpy pyarrow plotly streamlit edtf".split()
QUICK_RUNS, RUNS = 3, 5


def main() -> int:
    """Print a table of ratios, and put it in place of the last one."""
    asked = argparse.ArgumentParser(prog="python3 run.py bench", description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*BENCHES, []], help="only these; the other tables stay as they are")
    asked.add_argument("--quick", action="store_true", help="smaller libraries and fewer runs")
    given = asked.parse_args()
    for name in given.names or BENCHES:
        print(f"\n{name}", flush=True)
        busy = load()
        rows = []
        for row in measured(name, given.quick):
            rows.append(row)
            print(line(row), flush=True)
        before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
        RESULTS.write_text(page(before, name, table(name, rows, given.quick, busy)), encoding="utf-8")
    print(f"\nWritten to {RESULTS.parent.name}/{RESULTS.name}.")
    return 0


def measured(name: str, quick: bool) -> Iterator[Row]:
    """The rows of one bench: its module's `measure`, told how often, and whether a small library will do if it takes that."""
    measure = importlib.import_module(f"bench.{name}").measure
    words: dict[str, Any] = {"runs": QUICK_RUNS if quick else RUNS}
    if "quick" in inspect.signature(measure).parameters:
        words["quick"] = quick
    for row in measure(**words):
        yield Row(*row)


def line(row: Row) -> str:
    """A row as it is printed."""
    return f"  {row.what:58} {row.ratio:8.3g}  goal {said(row.goal):>5}  {verdict(row):11} [{row.spread}]"


def said(goal: float | None) -> str:
    return "" if goal is None else f"{goal:g}"


def verdict(row: Row) -> str:
    """Whether the goal is met, or by how much it is not."""
    if row.goal is None:
        return ""
    if row.ratio <= row.goal:
        return "met"
    return f"{row.ratio / row.goal:.2g} times" if row.goal else "not met"


def table(name: str, rows: list[Row], quick: bool, busy: str) -> str:
    """One bench: when and how often, and its rows."""
    about = (importlib.import_module(f"bench.{name}").__doc__ or "").strip()
    lines = [f"## {name}: {about}", "", f"{date.today():%d %B %Y}{', a quick run' if quick else ''}{busy}.", ""]
    lines += ["| what | ratio | goal | | spread | runs | ours | peer | against |", "|---|---|---|---|---|---|---|---|---|"]
    for row in rows:
        cells = [row.what, f"**{row.ratio:.3g}**", said(row.goal), verdict(row), row.spread, f"{row.runs}"]
        cells += [f"{row.ours:.3g} {row.unit}", f"{row.peer:.3g} {row.unit}", row.against]
        lines.append(f"| {' | '.join(cells)} |")
    if name == "growth":
        lines += ["", "![Seconds by events, both axes by powers of ten](growth.svg)"]
    return "\n".join(lines)


def page(before: str, name: str, new: str) -> str:
    """The page with one table new: the machine, every bench in order, and the notes."""
    parts = {part.split(":", 1)[0]: f"## {part.strip()}" for part in before.split("\n## ")[1:]}
    parts[name] = new
    machine = (
        f"{os.cpu_count()} cores, {memory()}, {platform.system()} on {platform.machine()}, Python {platform.python_version()}"
    )
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    head = (
        f"# What was measured\n\n`python3 run.py bench`: {machine}; {versions}.\n\n"
        "A ratio is ours divided by the peer's, both by turns in the same run: under 1 is faster or smaller. Medians; the spread is the "
        "least and the most of the ratios. Seconds belong to one computer on one day."
    )
    notes = [NOTES.read_text(encoding="utf-8").strip()] if NOTES.exists() else []
    return "\n\n".join([head, *(parts[one] for one in BENCHES if one in parts), *notes]) + "\n"


def load() -> str:
    """How many programs wanted each core when the bench began, where the system says so."""
    try:
        return f"; {os.getloadavg()[0] / (os.cpu_count() or 1):.1f} programs to a core at its start"
    except (OSError, AttributeError):
        return ""


def memory() -> str:
    """How much memory the machine has, where it says so."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"
    except (ValueError, OSError, AttributeError):
        return "memory not known"


if __name__ == "__main__":
    sys.exit(main())
