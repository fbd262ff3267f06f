"""All cases of a folder: one broken file never hides the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from loaders.case import Case, read_case
from loaders.nodes import file_name
from loaders.problems import ChronologyError, Problem
from loaders.themes import LISTS, SHIPPED, read_glossary, read_themes

_read: dict[tuple[str, int, int, int | None], Case | ChronologyError] = {}


@dataclass(frozen=True)
class Library:
    """The cases of a folder by id, in the order of their file names, and the files that could not be read."""

    folder: Path
    cases: Mapping[str, Case]
    unread: tuple[ChronologyError, ...]
    glossary: Mapping[str, str]


def case_files(folder: Path) -> list[Path]:
    """Every chronology file of the folder, by name; the shared lists are none."""
    found = [*folder.glob("*.yaml"), *folder.glob("*.yml")]
    return sorted(file for file in found if file.name not in LISTS)


def read_library(folder: Path = SHIPPED) -> Library:
    """The library of a folder. A file is read again only when it, or the list of themes, has changed."""
    cases: dict[str, Case] = {}
    unread: list[ChronologyError] = []
    themes, glossary = _shared(folder, read_themes, unread), _shared(folder, read_glossary, unread)
    for file in case_files(folder):
        read = read_once(file, themes)
        if isinstance(read, Case) and read.id in cases:
            read = _twice(file, cases[read.id])
        if isinstance(read, Case):
            cases[read.id] = read
        else:
            unread.append(read)
    return Library(folder, cases, tuple(unread), glossary or {})


def _twice(file: Path, other: Case) -> ChronologyError:
    text = f"the case '{other.id}' is also in {other.file}. Keep one of the two files."
    return ChronologyError(file_name(file), [Problem(0, "", text)])


def _shared(folder: Path, read: Callable[[Path], Mapping[str, str]], unread: list[ChronologyError]) -> Mapping[str, str] | None:
    try:
        return read(folder)
    except ChronologyError as error:
        unread.append(error)
        return None


def read_once(file: Path, themes: Mapping[str, str] | None) -> Case | ChronologyError:
    """The case of a file, or why there is none; themes: the shared codes, None where they could not be read."""
    try:
        about = file.stat()
        key = (str(file.absolute()), about.st_mtime_ns, about.st_size, None if themes is None else hash(tuple(themes.items())))
        read = _read.get(key) or _try(file, themes)
    except OSError as error:
        remedy = "Check that the file is there and may be read."
        return ChronologyError(file_name(file), [Problem(0, "", f"{error.strerror or error}. {remedy}")])
    for old in [one for one in list(_read) if one[0] == key[0] and one != key]:
        _read.pop(old, None)
    _read[key] = read
    return read


def _try(file: Path, themes: Mapping[str, str] | None) -> Case | ChronologyError:
    try:
        return read_case(file, themes or {}, any_theme=themes is None)
    except ChronologyError as error:
        return error
