"""All cases of a folder: one broken file never hides the others, and what was read well once stays while people look at it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from loaders.case import Case, case_of
from loaders.nodes import file_name
from loaders.problems import ChronologyError, Problem
from loaders.settled import Seen, settled

GONE = "the file is no longer in the folder. Put it back, or leave this case."


@dataclass(frozen=True)
class Kept:
    """The last version of a case that could be read: when that was, and why it is not read again."""

    case: Case
    read_at: datetime
    error: ChronologyError


@dataclass(frozen=True)
class Library:
    """The cases of a folder by id, in the order of their file names, and the files that could not be read.

    kept: those of `cases` that stand for a file which cannot be read any more. gone: cases that are in no
    file any more, for those who look at them just now and for nobody else.
    """

    folder: Path
    cases: Mapping[str, Case]
    unread: tuple[ChronologyError, ...]
    glossary: Mapping[str, str]
    kept: Mapping[str, Kept] = field(default_factory=dict)
    gone: Mapping[str, Kept] = field(default_factory=dict)


@dataclass(frozen=True)
class Entry:
    """What is known of one file: what it was when it was read, the case or why there is none, and the last good version."""

    seen: Seen
    read: Case | ChronologyError
    good: Case | None
    read_at: datetime
    sure: bool = True


def assembled(
    folder: Path, entries: Mapping[str, Entry], lists: tuple[ChronologyError, ...], glossary: Mapping[str, str]
) -> Library:
    """The library of what was read, file by file in the order of their names."""
    cases: dict[str, Case] = {}
    unread = list(lists)
    kept: dict[str, Kept] = {}
    for name, entry in entries.items():
        case = entry.good
        if case and case.id in cases:
            unread.append(_twice(folder / name, cases[case.id]))
            continue
        if isinstance(entry.read, ChronologyError):
            unread.append(entry.read)
            if case:
                kept[case.id] = Kept(case, entry.read_at, entry.read)
        if case:
            cases[case.id] = case
    return Library(folder, cases, tuple(unread), glossary, kept)


def _twice(file: Path, other: Case) -> ChronologyError:
    text = f"the case '{other.id}' is also in {other.file}. Keep one of the two files."
    return ChronologyError(file_name(file), [Problem(0, "", text)])


def no_longer(folder: Path, name: str, entry: Entry) -> Kept | None:
    """The last version of a case whose file has left the folder; None where it never could be read."""
    error = ChronologyError(file_name(folder / name), [Problem(0, "", GONE)])
    return Kept(entry.good, entry.read_at, error) if entry.good else None


def read_entry(file: Path, themes: Mapping[str, str] | None, last: Entry | None = None) -> Entry:
    """A file as it is now, settled; themes: the shared codes, None where they could not be read; last: what was known of it."""
    good, read_at = (last.good, last.read_at) if last else (None, datetime.now())
    try:
        content, seen, sure = settled(file, edited=good is not None)
        read = case_of(content, file, themes or {}, any_theme=themes is None)
    except ChronologyError as error:
        return Entry(seen, error, good, read_at, sure)
    except OSError as error:
        remedy = "Check that the file is there and may be read."
        told = ChronologyError(file_name(file), [Problem(0, "", f"{error.strerror or error}. {remedy}")])
        return Entry((0, -2), told, good, read_at, sure=False)
    if not sure and good:
        return Entry(seen, last.read if last else good, good, read_at, sure)
    return Entry(seen, read, read, datetime.now(), sure)
