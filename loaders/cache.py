"""Cases kept from one start to the next: only ever a cache, which may be deleted, damaged or full at any moment.

A box is one file that holds the frames of many cases. It is written whole under another name and then put in its place, so
that none is ever read half; what is in it is checked against its sum. Anything that is not as it should be is as good as not
there, and the chronology is read again.
"""

from __future__ import annotations

import hashlib
import json
import os
import time
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, fields
from functools import cache, partial
from pathlib import Path
from typing import Any
from uuid import uuid4

import pandas as pd
import pyarrow as pa

from loaders.case import Case
from loaders.frames import FRAMES
from loaders.model import CaseAbout
from loaders.packed import exact, opened, packed, plain, unpacked, unpacked_columns

MAGIC = b"case-timelines box 1\n"
ENDING = ".box"
TOGETHER = 20  # cases that share a table: what is unpacked to get at one of them
LEFT_SECONDS = 60 * 60
SPANS = ("began", "ended", "published")
TABLES = ("events", *FRAMES, "advice")
Seen = tuple[int, int]
Themes = Mapping[str, str] | None


@dataclass(frozen=True)
class Fresh:
    """A case with what its file was when it was read: its name, and its time of change (ns) and size."""

    name: str
    seen: Seen
    case: Case


@cache
def fingerprint() -> str:
    """Another one for another version of the loaders: what they read may then look different."""
    found = hashlib.blake2b(pd.__version__.encode(), digest_size=12)
    for file in sorted(Path(__file__).parent.glob("*.py")):
        found.update(file.read_bytes())
    return found.hexdigest()


def write_box(place: Path, fresh: Iterable[Fresh], themes: Themes) -> Path | None:
    """Put cases into a new box and name it; None where that cannot be done, which is no reason to stop.

    themes: title by shared code, which the cases were checked against; None where the list could not be read.
    """
    file = place / f"{uuid4().hex}{ENDING}"
    draft = file.with_suffix(".draft")
    try:
        content = _content(list(fresh), themes)
        with open(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as sink:
            for part in content:
                sink.write(part)
        os.replace(draft, file)
    except (OSError, ValueError, TypeError, pa.ArrowException):
        with suppress(OSError):
            draft.unlink()
        return None
    return file


def _content(fresh: list[Fresh], themes: Themes) -> list[bytes]:
    parts, cases, at = [], [], 0
    chunks: list[dict[str, tuple[int, int]]] = []
    for first in range(0, len(fresh), TOGETHER):
        group = fresh[first : first + TOGETHER]
        tables, rows = {}, dict.fromkeys(TABLES, 0)
        for name in TABLES:
            parts.append(packed([getattr(one.case, name) for one in group]))
            tables[name] = (at, len(parts[-1]))
            at += len(parts[-1])
        for one in group:
            long = {name: len(getattr(one.case, name)) for name in TABLES}
            cases.append(
                _head(one, themes or {}) | {"chunk": len(chunks), "rows": {name: (rows[name], long[name]) for name in TABLES}}
            )
            rows = {name: rows[name] + long[name] for name in TABLES}
        chunks.append(tables)
    head = json.dumps({"made by": fingerprint(), "themes": _sum(themes), "cases": cases, "chunks": chunks}).encode()
    body = [len(head).to_bytes(8, "big"), head, *parts]
    total = 0
    for part in body:
        total = zlib.crc32(part, total)
    return [MAGIC, total.to_bytes(4, "big"), *body]


def _sum(themes: Themes) -> str:
    return hashlib.blake2b(json.dumps(list((themes or {}).items()) if themes is not None else None).encode()).hexdigest()


def _head(one: Fresh, shared: Mapping[str, str]) -> dict[str, Any]:
    case = one.case
    about = {name: plain(getattr(case.about, name)) for name in CaseAbout.model_fields}
    said = {"about": about, "file": case.file, **{name: plain(getattr(case, name)) for name in SPANS}}
    own = {code: title for code, title in case.themes.items() if shared.get(code) != title}
    return said | {"name": one.name, "seen": one.seen, "themes": own}


class Box:
    """An open box: its cases, and their tables once somebody asks for one."""

    def __init__(self, file: Path, themes: Themes):
        """Raises OSError, ValueError or KeyError where the file is no whole box of this program and these themes."""
        self.file = file
        content = memoryview(file.read_bytes())
        start = len(MAGIC) + 4
        if content[: len(MAGIC)] != MAGIC or zlib.crc32(content[start:]) != int.from_bytes(content[len(MAGIC) : start], "big"):
            raise ValueError("not a whole box")
        body = start + 8 + int.from_bytes(content[start : start + 8], "big")
        head = json.loads(bytes(content[start + 8 : body]))
        if (head["made by"], head["themes"]) != (fingerprint(), _sum(themes)):
            raise ValueError("another version of the program or of the themes")
        self.themes = themes or {}
        self.cases: list[dict[str, Any]] = head["cases"]
        self._chunks, self._body = head["chunks"], content[body:]
        self._opened: dict[str, tuple[int, Any]] = {}

    def frame(self, case: Mapping[str, Any], name: str) -> pd.DataFrame:
        """One frame of a case; the table it is taken from stays open for the next case."""
        return unpacked(self._table(case, name), *case["rows"][name])

    def columns(self, case: Mapping[str, Any], frame: str, names: Collection[str]) -> dict[str, Any]:
        """The values of some columns of a frame of a case, by name."""
        start, long = case["rows"][frame]
        return unpacked_columns(self._table(case, frame), start, long, names)

    def _table(self, case: Mapping[str, Any], name: str) -> Any:
        chunk, table = self._opened.get(name, (-1, None))
        if chunk != case["chunk"]:
            at, long = self._chunks[case["chunk"]][name]
            table = opened(self._body[at : at + long])
            self._opened[name] = (case["chunk"], table)
        return table


def boxed(box: Box, head: Mapping[str, Any]) -> Case:
    """The case of an open box, its frames still packed."""
    case: Case = object.__new__(Case)
    about = CaseAbout.model_construct(**{name: exact(value) for name, value in head["about"].items()})
    spans = {name: exact(head[name]) for name in SPANS}
    vars(case).update(about=about, file=head["file"], **spans, themes={**box.themes, **head["themes"]})
    vars(case).update(_unpack=partial(box.frame, head), _columns=partial(box.columns, head))
    return case


def boxes(place: Path, themes: Themes) -> Iterator[Box]:
    """Every box that can be used; those of another version, damaged ones and drafts that were left are deleted."""
    for file in sorted(place.iterdir(), key=_changed):
        if file.suffix == ENDING:
            try:
                yield Box(file, themes)
            except (OSError, ValueError, KeyError, TypeError):
                discard(file)
        elif time.time() - _changed(file) > LEFT_SECONDS:
            discard(file)


def discard(file: Path) -> None:
    """Delete a file of the cache where that can be done."""
    with suppress(OSError):
        file.unlink()


def _changed(file: Path) -> float:
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


# A Box gives back what Case holds: a field that is added to Case has to be added to one of these.
assert {one.name for one in fields(Case)} == {"about", "file", "themes", *SPANS, *TABLES}
