"""python -m loaders check <file or folder>: every problem (exit 1), or one block of counts a case (exit 0)."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from loaders.library import Library, read_entry
from loaders.nodes import file_name
from loaders.problems import ChronologyError
from loaders.settled import passed_over
from loaders.shelves import read_library
from loaders.summary import summary
from loaders.themes import LISTS, read_list, read_themes


def main(given: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m loaders", description="Check chronology files.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="print every problem, or what each case holds")
    check.add_argument("place", type=Path, nargs="?", default=Path("timelines"), help="a file or a folder")
    check.add_argument("--brief", action="store_true", help="one line a case")
    args = parser.parse_args(given)
    return _check(args.place, args.brief)


def _check(place: Path, brief: bool) -> int:
    if not place.exists():
        print(f"{place}: there is no such file or folder. Check the path.")
        return 1
    if place.name in LISTS:
        return _check_list(place)
    library = read_library(place) if place.is_dir() else _alone(place)
    for error in library.unread:
        print(error)
    for case in library.cases.values():
        print(summary(case, brief))
    for file in passed_over(place) if place.is_dir() else ():
        print(f"{file_name(file)}: passed over, since its name does not end in .yaml. To have it read, give it a name that does.")
    if not library.unread and not library.cases:
        print(f"{place}: no chronology (*.yaml) is in this folder. timelines/README.md shows how to write one.")
    return 0 if library.cases and not library.unread else 1


def _check_list(file: Path) -> int:
    try:
        print(f"{file_name(file)}: {len(read_list(file))} entries")
    except ChronologyError as error:
        print(error)
        return 1
    return 0


def _alone(file: Path) -> Library:
    """A library of one file."""
    try:
        read = read_entry(file, read_themes(file.parent)).read
    except ChronologyError as error:
        read = error
    if isinstance(read, ChronologyError):
        return Library(file.parent, {}, (read,), {})
    return Library(file.parent, {read.id: read}, (), {})


if __name__ == "__main__":
    sys.exit(main())
