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

BENCHES = ("load", "growth", "dates", "density")
RESULTS = Path(__file__).resolve().parent / "RESULTS.md"
NOTES = Path(__file__).resolve().parent / "NOTES.md"
PACKAGES = "pyyaml pydantic pandas numpy pyarrow plotly streamlit edtf".split()
QUICK_RUNS, RUNS = 3, 5


def main() -> int:
    """Print a table of ratios; write it down unless only some benches were asked for."""
    asked = argparse.ArgumentParser(prog="python3 run.py bench", description=__doc__)
    asked.add_argument("names", nargs="*", choices=[*BENCHES, []], help="only these")
    asked.add_argument("--quick", action="store_true", help="smaller libraries and fewer runs")
    given = asked.parse_args()
    parts = []
    for name in given.names or BENCHES:
        print(f"\n{name}", flush=True)
        rows = []
        for row in measured(name, given.quick):
            rows.append(row)
            print(line(row), flush=True)
        parts.append((name, rows))
    if not given.names:
        RESULTS.write_text(results(parts, given.quick), encoding="utf-8")
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
    return "met" if row.ratio <= row.goal else f"{row.ratio / row.goal:.2g} times"


def results(parts: list[tuple[str, list[Row]]], quick: bool) -> str:
    """The page: the machine, a table for each bench, and the notes."""
    machine = (
        f"{os.cpu_count()} cores, {memory()}, {platform.system()} on {platform.machine()}, Python {platform.python_version()}"
    )
    versions = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    text = [
        "# What was measured",
        f"`python3 run.py bench{' --quick' if quick else ''}`, {date.today():%d %B %Y}. {machine}; {versions}.",
        "A ratio is ours divided by the peer's, both by turns in the same run: under 1 is faster or smaller. Medians; in brackets the least "
        "and the most. Seconds belong to one computer on one day.",
    ]
    for name, rows in parts:
        about = (importlib.import_module(f"bench.{name}").__doc__ or "").strip()
        text.append(f"## {about}")
        table = ["| what | ratio | goal | | spread | runs | ours | peer | against |", "|---|---|---|---|---|---|---|---|---|"]
        for row in rows:
            numbers = f"{row.ours:.3g} {row.unit} | {row.peer:.3g} {row.unit}"
            cells = (
                f"{row.what} | **{row.ratio:.3g}** | {said(row.goal)} | {verdict(row)} | {row.spread} | {row.runs} | {numbers}"
            )
            table.append(f"| {cells} | {row.against} |")
        text.append("\n".join(table))
        if name == "growth":
            text.append("![Seconds by events, both axes by powers of ten](growth.svg)")
    if NOTES.exists():
        text.append(NOTES.read_text(encoding="utf-8").strip())
    return "\n\n".join(text) + "\n"


def memory() -> str:
    """How much memory the machine has, where it says so."""
    try:
        return f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB"
    except (ValueError, OSError, AttributeError):
        return "memory not known"


if __name__ == "__main__":
    sys.exit(main())
