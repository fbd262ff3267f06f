"""What lies in a folder now, and a file's content only once nobody is still writing it."""

from __future__ import annotations

import os
import re
import time
from pathlib import Path

from loaders.nodes import content_of
from loaders.themes import LISTS

ENDINGS = (".yaml", ".yml")
_ANOTHER_ENDING = re.compile(r"\.ya?ml\.\w+$", re.IGNORECASE)
Seen = tuple[int, int]
NOT_SEEN: Seen = (0, -1)
CALM_SECONDS, LONG_SECONDS = 0.2, 1.0
STEP_SECONDS = 0.05
MOST_STEPS = 40


def look(folder: Path) -> dict[str, Seen]:
    """Every chronology file of a folder by name, in order, with its time of change (ns) and its size; the shared lists are none.

    Names that begin with a full stop belong to editors and to programs that copy. Raises OSError where the
    folder cannot be looked into.
    """
    with os.scandir(folder) as entries:
        found = {
            entry.name: seen(entry)
            for entry in entries
            if entry.name.lower().endswith(ENDINGS) and entry.name not in LISTS and not entry.name.startswith(".")
        }
    return dict(sorted(found.items()))


def passed_over(folder: Path) -> list[Path]:
    """Files that look as if they were meant for chronologies and are none by their name: some editors add an ending that is not shown."""
    try:
        return [file for file in sorted(folder.iterdir()) if _ANOTHER_ENDING.search(file.name) and file.name[0] != "."]
    except OSError:
        return []


def case_files(folder: Path) -> list[Path]:
    """Every chronology file of the folder, by name; none where there is no folder."""
    try:
        return [folder / name for name in look(folder)]
    except OSError:
        return []


def seen(file: os.DirEntry[str] | Path) -> Seen:
    """The same of one file; a pair that no file has where it cannot be had."""
    try:
        about = file.stat()
    except OSError:
        return NOT_SEEN
    return about.st_mtime_ns, about.st_size


def settled(file: Path, edited: bool = False) -> tuple[bytes, Seen, bool]:
    """What a file holds, as it was when nobody wrote it, and whether that is sure. Raises OSError where it cannot be opened.

    A file that was changed in this second may still be being written, and one cut between two events looks whole. So one
    that was read before, or that has no end of line, is left alone until a second has gone by, any other for 0.2 seconds.
    """
    for _ in range(MOST_STEPS):
        first = seen(file)
        content = content_of(file)
        if seen(file) == first and _left_alone(first, edited or not content.endswith(b"\n")):
            return content, first, True
        time.sleep(STEP_SECONDS)
    return content, first, False


def _left_alone(about: Seen, long: bool) -> bool:
    age = abs(time.time() - about[0] / 1e9)  # a clock of another machine may be ahead
    return age >= (LONG_SECONDS if long else CALM_SECONDS)
