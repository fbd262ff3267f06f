"""Many files at once: from the cache what it has, the rest on two processors, and back into the cache."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from loaders.cache import Box, Fresh, Themes, boxed, boxes, discard, write_box
from loaders.case import Case
from loaders.library import Entry, read_entry
from loaders.private import cache_folder
from loaders.settled import Seen
from loaders.workers import Workers

WORTH_BYTES = 2 * 1024 * 1024  # less than this is read anew in a second, and leaves nothing behind on the disk
SHARED_BYTES = 8 * 1024 * 1024  # two more processes take a second to start
IN_A_BOX = 100
FEW = 20


class Boxing:
    """One reading of a folder: where its cache is, if it is worth one, and what has been put there."""

    def __init__(self, folder: Path, found: Mapping[str, Seen], themes: Themes):
        self.folder, self.found, self.themes = folder, found, themes
        self.place = cache_folder(folder) if _long(found.values()) >= WORTH_BYTES else None
        self._fresh: list[Fresh] = []
        self._small: list[Box] = []

    def cached(self, wanted: Mapping[str, Seen]) -> Iterator[tuple[str, Entry]]:
        """The files of which the cache has this very version. Boxes that hold what is gone from the folder are packed anew."""
        if not self.place or _long(wanted.values()) < WORTH_BYTES:
            return
        for box in boxes(self.place, self.themes):
            heads = {head["name"]: head for head in box.cases}
            alive = {name: head for name, head in heads.items() if self.found.get(name) == tuple(head["seen"])}
            for name, head in alive.items():
                if name in wanted:
                    yield name, _entry(boxed(box, head), wanted[name])
            if heads.keys() - self.found.keys() or len(alive) < min(FEW, len(heads)):
                self._fresh += [Fresh(name, self.found[name], boxed(box, head)) for name, head in alive.items()]
                self._small.append(box)

    def read(self, names: list[str], before: Mapping[str, Entry]) -> Iterator[tuple[str, Entry]]:
        """Every one of these files as it is now."""
        share = _long(self.found[name] for name in names) >= SHARED_BYTES and self.place and (os.cpu_count() or 1) > 1
        left = set(names)
        if left and share and self.place:
            for file in Workers(self.folder, names, self.place, self.themes):
                for name, entry in self._from(file, left):
                    left.discard(name)
                    yield name, entry
        for name in [one for one in names if one in left]:
            entry = read_entry(self.folder / name, self.themes, before.get(name))
            if isinstance(entry.read, Case) and entry.sure:
                self._fresh.append(Fresh(name, entry.seen, entry.read))
                if len(self._fresh) >= IN_A_BOX:
                    self.close()
            yield name, entry

    def _from(self, file: Path, wanted: set[str]) -> Iterator[tuple[str, Entry]]:
        try:
            box = Box(file, self.themes)
        except (OSError, ValueError, KeyError, TypeError):
            return
        for head in box.cases:
            if head["name"] in wanted:
                yield head["name"], _entry(boxed(box, head), (head["seen"][0], head["seen"][1]))

    def close(self) -> None:
        """Put what was read into the cache."""
        if self.place and self._fresh:
            if write_box(self.place, self._fresh, self.themes):
                for box in self._small:
                    discard(box.file)
            self._fresh, self._small = [], []


def _entry(case: Case, seen: Seen) -> Entry:
    return Entry(seen, case, case, datetime.now())


def _long(found: Iterable[Seen]) -> int:
    return sum(max(0, size) for _, size in found)
