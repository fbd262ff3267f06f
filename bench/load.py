"""Loading against bare CSafeLoader of the same files: cold, warm, one file changed, and many cases on two processes."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import yaml

from bench.library import chronology, write_library
from bench.rows import Row, compared, timed
from loaders import read_case, read_library, shelves
from loaders.settled import case_files
from loaders.themes import SHIPPED, read_themes

BARE = "CSafeLoader, collector off"
TEXT = "\n    detail: " + "The worker wrote down what was said at the visit, and who else was in the room that day. " * 4
CASES, FEW_CASES, SAMPLE = 2000, 300, 40


def measure(runs: int = 5, quick: bool = False) -> Iterator[Row]:
    """Single files in processor time; libraries by the clock on the wall, since two processes share the work."""
    themes = read_themes(SHIPPED)
    shipped = case_files(SHIPPED)
    with tempfile.TemporaryDirectory() as place:
        for name, detail in (("short", ""), ("long", TEXT)):
            write_cases(Path(place) / name, 8, detail)
        yield _cold("cold: the five shipped cases", shipped, themes, runs)
        yield _cold("cold: made-up cases, about 500 bytes an event", case_files(Path(place) / "long"), themes, runs)
        yield _cold("cold: made-up cases, about 145 bytes an event", case_files(Path(place) / "short"), themes, runs)
        yield _memory(shipped, themes)
        yield from _library(Path(place), FEW_CASES if quick else CASES, runs)


def write_cases(folder: Path, cases: int, detail: str) -> None:
    """Made-up cases, each event with so much more to say."""
    folder.mkdir()
    for number in range(1, cases + 1):
        text = chronology(number, 200).replace("\n    source:", f"{detail}\n    source:")
        (folder / f"made-up-{number:05}.yaml").write_text(text, encoding="utf-8")


def bare(files: list[Path]) -> None:
    """What the peer does: Python's own values of each file, with nothing checked."""
    for file in files:
        yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)


def both(files: list[Path]) -> float:
    """Seconds in which two processes do for half of the files each what the peer does; their start is not counted."""
    ready, go = "print(flush=True); input()", "[yaml.load(open(one, 'rb'), Loader=yaml.CSafeLoader) for one in sys.argv[1:]]"
    code = f"import gc, sys, yaml; gc.disable(); {ready}; {go}"
    command = [sys.executable, "-c", code]
    halves = [
        subprocess.Popen([*command, *map(str, files[part::2])], stdin=subprocess.PIPE, stdout=subprocess.PIPE) for part in (0, 1)
    ]
    for one in halves:
        assert one.stdout is not None
        one.stdout.readline()
    start = time.perf_counter()
    for one in halves:
        assert one.stdin is not None
        one.stdin.write(b"\n")
        one.stdin.flush()
    for one in halves:
        one.communicate()
    return time.perf_counter() - start


def _cold(what: str, files: list[Path], themes: Mapping[str, str], runs: int) -> Row:
    def ours() -> None:
        for file in files:
            read_case(file, themes)

    return compared(what, lambda: timed(ours), lambda: timed(lambda: bare(files)), runs, 0.8, against=BARE)


def _memory(files: list[Path], themes: Mapping[str, str]) -> Row:
    """Everything a case holds, frames and all, and what the peer's values take."""

    def held(work: Callable[[], object]) -> float:
        tracemalloc.start()
        kept = work()
        taken = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        del kept
        return taken / 1e6 / len(files)

    mine = lambda: held(lambda: [read_case(file, themes) for file in files])  # noqa: E731
    theirs = lambda: held(lambda: [yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader) for file in files])  # noqa: E731
    return compared(
        "memory of a shipped case with all its frames", mine, theirs, 1, None, unit="MB", against="CSafeLoader's values"
    )


def _library(place: Path, cases: int, runs: int) -> Iterator[Row]:
    folder = write_library(place / "library", cases)
    files = case_files(folder)
    sample = files[: min(SAMPLE, cases)]
    share = len(files) / len(sample)
    os.environ["CASE_TIMELINES_CACHE"] = str(place / "cache")

    def peer() -> float:
        return share * timed(lambda: bare(sample), time.perf_counter)

    def cold() -> float:
        for file in (place / "cache").glob("*/*"):
            file.unlink()
        return started()

    def started(change: bool = False) -> float:
        if change:
            files[7].write_bytes(files[7].read_bytes() + b"# changed\n")
            time.sleep(1.1)  # a file is left alone for a second before it is read
        shelves._shelves.clear()
        return timed(lambda: read_library(folder), time.perf_counter)

    def every_event() -> float:
        shelves._shelves.clear()
        return timed(lambda: [case.events for case in read_library(folder).cases.values()], time.perf_counter)

    def unchanged() -> float:
        return timed(lambda: read_library(folder), time.perf_counter)

    named = f"{cases:,} cases of 200 events"
    against = f"{BARE}; {len(sample)} files, times {share:.0f}"
    mine, theirs = cold(), peer()  # once: it takes minutes, and the first start is what people wait for
    yield Row(f"cold: {named}, two processes, kept", mine, theirs, mine / theirs, 0.4, 1, "", against=against)
    yield compared(
        "the peer itself on two processes",
        lambda: both(sample),
        lambda: timed(lambda: bare(sample), time.perf_counter),
        runs,
        None,
        against=BARE,
    )
    yield compared(f"warm: {named}", started, peer, runs, 0.03, against=against)
    yield compared(f"warm: {named}, one file changed", lambda: started(True), peer, runs, 0.06, against=against)
    if cases == CASES:
        yield compared(f"warm: {named}, and every frame of events", every_event, peer, 1, None, against=against)
    read_library(folder)
    yield compared(f"a rerun that finds {cases:,} files unchanged", unchanged, peer, runs, None, against=against)
